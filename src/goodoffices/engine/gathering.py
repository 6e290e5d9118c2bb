"""Files, folders and addresses, as a user names them, to what is found there."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from goodoffices.engine.relevance import Filter
from goodoffices.errors import UsageError
from goodoffices.model.article import Article
from goodoffices.record.store import Record
from goodoffices.sources.addresses import split_address
from goodoffices.sources.aside import Aside
from goodoffices.sources.collecting import Means, Round
from goodoffices.sources.fetching import REAL_TIME, Fetcher
from goodoffices.sources.files import articles_in
from goodoffices.sources.found import Found
from goodoffices.sources.listings import Link, links_in
from goodoffices.sources.network import IsAllowed, is_public
from goodoffices.sources.politeness import Clock
from goodoffices.sources.vault import Vault, vault_of

__all__ = ["REAL_TIME", "Clock", "Found", "Web", "articles_in", "gather", "is_address", "unread"]

_MOST_LIST_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How the web is asked."""

    # Where those who run servers reach the user; empty for nowhere.
    contact: str = ""
    # Whether to ask also for what failed and would be left alone.
    retries_failed: bool = False
    # Which addresses of the network may be connected to. Only tests allow other than public ones.
    is_allowed: IsAllowed = is_public
    clock: Clock = REAL_TIME
    # Seconds since 1970, UTC.
    now: Callable[[], float] = time.time
    # Told each of the given addresses before it is asked.
    on_address: Callable[[str], None] = lambda _: None


def gather(record: Record, given: Iterable[str], web: Web, only: Filter | None = None) -> Iterator[Found]:
    """Yield what files, folders and addresses hold; documents and pages are kept as they came, beside the record.

    Args:
        given: Paths, and addresses of pages, feeds and site maps; a file that lists addresses stands for these.
        only: What articles must be about; None for anything.

    Raises:
        UsageError: One is an address that is none of the web.
    """
    found = _gathered(record, given, web, None if only is None else only.screen)
    return found if only is None else only.pass_on(found)


def _gathered(
    record: Record, given: Iterable[str], web: Web, screen: Callable[[str, str], bool] | None
) -> Iterator[Found]:
    links, paths = _sorted(given)
    vault = Vault(vault_of(record.path))
    vault.sweep(web.now())
    if links:
        with Aside() as aside, Fetcher(contact=web.contact, is_allowed=web.is_allowed, clock=web.clock) as fetcher:
            means = Means(
                fetcher=fetcher, vault=vault, ledger=record.fetches(), aside=aside, screen=screen, now=web.now
            )
            yield from Round(means, retries_failed=web.retries_failed).collect(_told(links, web.on_address))
    yield from articles_in(paths, vault.put, screen)


def _told(links: Iterable[Link], on_address: Callable[[str], None]) -> Iterator[Link]:
    for link in links:
        on_address(link.url)
        yield link


def is_address(text: str) -> bool:
    """Return whether a text is an address on the web that can be asked, wherever it leads."""
    return split_address(text) is not None


def unread(record: Record, read_with: str) -> Iterator[Article]:
    """Yield the current articles of a record that were read by another reader, as they were taken in."""
    shelf = record.shelf()
    return (shelf.article(head) for head in shelf.unread(read_with))


def _sorted(given: Iterable[str]) -> tuple[list[Link], list[Path]]:
    """Return addresses and paths apart, each in their order."""
    links: list[Link] = []
    paths: list[Path] = []
    for name in given:
        if "://" in name:
            if split_address(name) is None:
                raise UsageError("this is no address on the web", subject=name, hint="It begins with http or https")
            links.append(Link(url=name, is_listing=True))
        elif listed := _listed_in(Path(name)):
            links.extend(listed)
        else:
            paths.append(Path(name))
    return links, paths


def _listed_in(path: Path) -> list[Link]:
    """Return the links of a file that is a list of addresses; none for any other."""
    if not path.is_file() or path.stat().st_size > _MOST_LIST_BYTES:
        return []
    return links_in(path.read_bytes(), "", str(path)) or []
