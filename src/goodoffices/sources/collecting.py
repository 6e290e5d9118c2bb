"""Addresses to articles, round after round: single pages, feeds, site maps, lists of these.

What came is kept before it is used, and what became of an address is written down after: a round that is cut off loses
nothing, and the next takes what it fetched from what is kept.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from goodoffices.errors import FetchError, SourceError
from goodoffices.model.article import Article
from goodoffices.model.fetch import Fetch
from goodoffices.model.notice import Notice, Severity
from goodoffices.sources.addresses import canonical_address
from goodoffices.sources.aside import Aside
from goodoffices.sources.bounds import Budget
from goodoffices.sources.dating import better_dated, without_crawl_day
from goodoffices.sources.documents import read_entry
from goodoffices.sources.entry import Entry, Reach
from goodoffices.sources.fetching import NOT_MODIFIED, Fetcher
from goodoffices.sources.found import STAGE, Found, refusal_of
from goodoffices.sources.listings import Link, links_in
from goodoffices.sources.vault import Vault

MOST_DEPTH = 3
"""Lists within lists: a list of subscriptions, to feeds; an index of site maps, to site maps, to pages."""

MOST_NEW_IN_ROUND = 500
"""How many pages of one source are fetched in a round; the rest waits for the next."""

FIRST_WAIT_SECONDS = 600.0
MOST_WAIT_SECONDS = 7 * 86_400.0
MOST_FAILURES = 12
"""How often an address that fails is asked again, after pauses that double: over about a month."""


class Ledger(Protocol):
    """Remembers what became of addresses."""

    def find(self, url: str) -> Fetch | None:
        """Return the last fetch of an address."""
        ...

    def keep(self, fetch: Fetch) -> None:
        """Put a fetch in the place of the last one."""
        ...

    def unsettled(self) -> Iterator[Fetch]:
        """Yield the fetches of rounds that were cut off."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What collecting works with."""

    fetcher: Fetcher
    vault: Vault
    ledger: Ledger
    aside: Aside
    # Told a page's markup and where it stands, says whether the page is worth taking apart; None takes all.
    screen: Callable[[str, str], bool] | None = None
    # Seconds since 1970, UTC.
    now: Callable[[], float]


class Round:
    """One round through all sources.

    Args:
        retries_failed: Whether to ask also for what failed and would be left alone for a while, or for good.
    """

    def __init__(self, means: Means, *, retries_failed: bool = False) -> None:
        self._means = means
        self._retries_failed = retries_failed
        # Canonical addresses that this round has been at.
        self._visited: set[str] = set()
        self._left = MOST_NEW_IN_ROUND

    def collect(self, links: Iterable[Link]) -> Iterator[Found]:
        """Yield what is found at addresses, and below them, that was not read before; what fails as notices."""
        for fetch in self._means.ledger.unsettled():
            if fetch.has_page and not fetch.trouble:
                yield from self._again(fetch)
        for link in links:
            self._left = MOST_NEW_IN_ROUND
            yield from self._at(link, depth=0)

    def _again(self, fetch: Fetch) -> Iterator[Found]:
        """Yield what a round that was cut off fetched, unless it is a list."""
        data = self._means.vault.get(fetch.capture)
        if _links(data, fetch.came_from or fetch.url) is None:
            yield from self._articles(data, fetch)

    def _at(self, link: Link, depth: int) -> Iterator[Found]:
        """Yield what is found at one address: a source is asked each round, a page that a list names only once."""
        place = canonical_address(link.url)
        if place in self._visited:
            return
        self._visited.add(place)
        known = self._means.ledger.find(link.url)
        if known is not None and not self._is_due(known, link):
            return
        fetch, data = self._fetched(link, known)
        if fetch.trouble:
            # Said once for each failure; the record has it with the address.
            severity = Severity.WARNING if fetch.failures < MOST_FAILURES and fetch.wait_until else Severity.ERROR
            yield Notice(stage=STAGE, subject=link.url, message=fetch.trouble, severity=severity)
            return
        try:
            links = _links(data, fetch.came_from)
        except SourceError as error:
            yield refusal_of(error)
            return
        if links is not None and depth < MOST_DEPTH:
            yield from self._below(links, depth)
        elif links is None and (known is None or known.capture != fetch.capture):
            yield from self._articles(data, fetch)

    def _below(self, links: list[Link], depth: int) -> Iterator[Found]:
        for link in links:
            if self._left <= 0:
                return
            yield from self._at(link, depth + 1)

    def _is_due(self, known: Fetch, link: Link) -> bool:
        if not known.failures:
            return link.is_listing
        if self._retries_failed:
            return True
        # A source is given by the user and stays; a page that a list names is given up in the end.
        is_given_up = not link.is_listing and (known.failures >= MOST_FAILURES or not known.wait_until)
        return not is_given_up and self._means.now() >= known.wait_until

    def _fetched(self, link: Link, known: Fetch | None) -> tuple[Fetch, bytes]:
        """Return what became of asking, kept, and the page where there is one."""
        if not link.is_listing:
            self._left -= 1
        before = known or Fetch(url=link.url, asked_at=0.0, status=0)
        try:
            answer = self._means.fetcher.fetch(link.url, etag=before.etag, modified=before.modified)
        except FetchError as error:
            fetch = self._failed(before, error)
            self._means.ledger.keep(fetch)
            return fetch, b""
        if answer.status == NOT_MODIFIED and before.has_page:
            fetch = replace(before, asked_at=self._means.now(), failures=0, wait_until=0.0, trouble="")
            self._means.ledger.keep(fetch)
            return fetch, self._means.vault.get(before.capture)
        fetch = Fetch(
            url=link.url, asked_at=self._means.now(), status=answer.status,
            capture=self._means.vault.put(answer.body), etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""), came_from=answer.url,
            title=link.title, published=link.published, outlet=link.outlet,
        )  # fmt: skip
        self._means.ledger.keep(fetch)
        return fetch, answer.body

    def _failed(self, before: Fetch, error: FetchError) -> Fetch:
        failures = before.failures + 1
        wait = min(FIRST_WAIT_SECONDS * 2 ** (failures - 1), MOST_WAIT_SECONDS)
        now = self._means.now()
        return replace(
            before, asked_at=now, status=0, failures=failures, trouble=error.detail,
            wait_until=now + wait if error.is_passing else 0.0,
        )  # fmt: skip

    def _articles(self, data: bytes, fetch: Fetch) -> Iterator[Found]:
        """Yield the articles of a page, with what the list that named it says of it and the page does not."""
        reach = Reach(
            budget=Budget(len(data), fetch.url),
            aside=self._means.aside,
            keep=self._means.vault.put,
            screen=self._means.screen,
        )
        entry = Entry(where=fetch.url, name=fetch.url, url=fetch.url, stream=io.BytesIO(data))
        for found in read_entry(entry, reach):
            yield _completed(found, fetch) if isinstance(found, Article) else found


def _completed(article: Article, fetch: Fetch) -> Article:
    day = dt.datetime.fromtimestamp(fetch.asked_at, dt.UTC).date()
    dated = better_dated(without_crawl_day(article, day), fetch.published)
    return replace(dated, title=dated.title or fetch.title, outlet=dated.outlet or fetch.outlet)


def _links(data: bytes, base: str) -> list[Link] | None:
    return links_in(data, base, base)
