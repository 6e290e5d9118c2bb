"""Pages from the web: politely, safely, and once."""

import random
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from goodoffices import __version__
from goodoffices.errors import FetchError
from goodoffices.sources.addresses import split_address
from goodoffices.sources.network import IsAllowed, is_public
from goodoffices.sources.politeness import Clock, Politeness
from goodoffices.sources.requests import Answer, Requests

AGENT = "goodoffices"
"""The name by which hosts know this program, also in their rules for robots."""

MOST_REDIRECTS = 5
TRIES = 3
FIRST_PAUSE_SECONDS = 2.0
"""Before the second try; four times as long before each further one."""

MOST_PAUSE_SECONDS = 120.0
"""A server that asks for a longer pause is left for the next round."""

_MOVED = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
NOT_MODIFIED = 304

REAL_TIME = Clock(now=time.monotonic, sleep=time.sleep)


class Fetcher:
    """Fetches addresses one after the other. Use it as a context manager.

    Args:
        contact: An address at which those who run servers reach the user; empty for none.
        is_allowed: Which addresses of the network may be connected to; tests allow their own server here.
    """

    def __init__(self, *, contact: str = "", is_allowed: IsAllowed = is_public, clock: Clock = REAL_TIME) -> None:
        self._agent = f"{AGENT}/{__version__}" + (f" (+{contact})" if contact else "")
        self._clock = clock
        self._requests = Requests(is_allowed=is_allowed)
        self._politeness = Politeness(AGENT, clock, self._rules)
        # Pauses of several who began together drift apart.
        self._random = random.Random()

    def fetch(self, url: str, *, etag: str = "", modified: str = "") -> Answer:
        """Return the answer at an address, after redirections; its status is 200 or, where nothing changed, 304.

        Args:
            etag: What the last answer called its version.
            modified: When the last answer said that it was changed.

        Raises:
            FetchError: No page came; `is_passing` tells whether one may come another time.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = self._headers({name: value for name, value in conditions.items() if value})
        address = url
        for _ in range(MOST_REDIRECTS + 1):
            if split_address(address) is None:
                raise FetchError("this is no address on the web", subject=address)
            answer = self._tried(address, headers)
            if answer.status not in _MOVED:
                return _good(answer)
            address = urljoin(address, answer.headers.get("location", ""))
        raise FetchError(f"redirected more than {MOST_REDIRECTS} times", subject=url)

    def _tried(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer at an address, tried again after pauses where trouble may pass."""
        for tried in range(1, TRIES + 1):
            self._politeness.wait_for(url)
            pause = FIRST_PAUSE_SECONDS * 4 ** (tried - 1) * self._random.uniform(0.8, 1.2)
            try:
                answer = self._requests.get(url, headers)
            except FetchError as error:
                if tried == TRIES or not error.is_passing:
                    raise
            else:
                pause = max(pause, _asked_pause(answer))
                if answer.status not in _PASSING or tried == TRIES or pause > MOST_PAUSE_SECONDS:
                    return answer
            self._clock.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _rules(self, url: str) -> Answer:
        """Return what a host answers when asked for its rules, wherever it keeps them."""
        address = url
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._requests.get(address, self._headers({}))
            if answer.status not in _MOVED:
                return answer
            address = urljoin(address, answer.headers.get("location", ""))
            if split_address(address) is None:
                break
        raise FetchError("the host's rules for robots cannot be found", subject=url, is_passing=True)

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        return {"User-Agent": self._agent, "Accept": "*/*", **more}

    def close(self) -> None:
        """Close all connections."""
        self._requests.close()

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _good(answer: Answer) -> Answer:
    """Return an answer that holds a page, or says that nothing changed."""
    if answer.status in (200, NOT_MODIFIED):
        return answer
    raise FetchError(f"the server answered {answer.status}", subject=answer.url, is_passing=answer.status in _PASSING)


def _asked_pause(answer: Answer) -> float:
    """Return for how many seconds a server asks to be left alone; 0 where it does not."""
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked[:6])
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time()) if asked else 0.0
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
