"""What a server may ask of whoever reads it: to be left alone, or not to be asked too often."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from goodoffices.errors import FetchError
from goodoffices.sources.decoding import decode
from goodoffices.sources.requests import Answer

SECONDS_BETWEEN = 2.0
"""How long a host is left alone between two requests, where it does not ask for longer."""

MOST_SECONDS_BETWEEN = 60.0
"""A host that asks for longer is asked this often: it means to be read, and by others than robots of that kind."""

_RULES_SECONDS = 3_600.0
_MOST_RULES_BYTES = 512 * 1024
_MISSING = range(400, 500)
_GOOD = range(200, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time, and how it is waited for."""

    # Seconds from any beginning.
    now: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(slots=True)
class _Host:
    rules: Protego | None = None
    rules_until: float = float("-inf")
    next_at: float = float("-inf")


class Politeness:
    """Keeps to the rules of hosts, as it learns them."""

    def __init__(self, agent: str, clock: Clock, ask: Callable[[str], Answer]) -> None:
        self._agent = agent
        self._clock = clock
        # Asks for the rules themselves, without looking at rules.
        self._ask = ask
        self._hosts: dict[str, _Host] = {}

    def wait_for(self, url: str) -> None:
        """Return when the address may be asked for.

        Raises:
            FetchError: The host's rules forbid it, or cannot be had now.
        """
        parts = urlsplit(url)
        host = self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}".lower(), _Host())
        if self._clock.now() >= host.rules_until:
            self._pause(host)
            host.rules = self._rules_at(f"{parts.scheme}://{parts.netloc}/robots.txt")
            host.rules_until = self._clock.now() + _RULES_SECONDS
        if host.rules is not None and not host.rules.can_fetch(url, self._agent):
            raise FetchError("the host's rules for robots forbid it", subject=url)
        self._pause(host)

    def _pause(self, host: _Host) -> None:
        wait = host.next_at - self._clock.now()
        if wait > 0:
            self._clock.sleep(wait)
        asked = host.rules.crawl_delay(self._agent) if host.rules is not None else None
        host.next_at = self._clock.now() + min(max(asked or 0.0, SECONDS_BETWEEN), MOST_SECONDS_BETWEEN)

    def _rules_at(self, url: str) -> Protego | None:
        """Return the rules of a host, None where it has none.

        Raises:
            FetchError: It could not be asked, or is in trouble: that is no permission.
        """
        answer = self._ask(url)
        if answer.status in _GOOD:
            return Protego.parse(decode(answer.body[:_MOST_RULES_BYTES]))
        if answer.status in _MISSING and answer.status != 429:
            return None
        raise FetchError(
            f"the host's rules for robots cannot be had now: {answer.status}", subject=url, is_passing=True
        )
