"""What is kept as it came, taken apart anew: nothing is fetched, and no file is needed."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace

from goodoffices.errors import VaultError
from goodoffices.model.article import Article
from goodoffices.record.store import Record
from goodoffices.sources.aside import Aside
from goodoffices.sources.bounds import Budget
from goodoffices.sources.dating import without_crawl_day
from goodoffices.sources.documents import read_entry
from goodoffices.sources.entry import Entry, Reach
from goodoffices.sources.found import Found, refused
from goodoffices.sources.vault import Vault, vault_of


def taken_anew(record: Record) -> Iterator[Found]:
    """Yield current articles as the pages and documents that they came from are taken apart now, where that differs.

    What is not kept, or can no longer be taken apart, is a notice, and its article stays as it is.
    """
    vault, shelf = Vault(vault_of(record.path)), record.shelf()
    with Aside() as aside:
        for head in shelf.captured():
            article = shelf.article(head)
            fetch = record.fetches().find(article.url) if article.url else None
            day = dt.datetime.fromtimestamp(fetch.asked_at, dt.UTC).date() if fetch is not None else None
            for found in _taken(article, vault, aside):
                if not isinstance(found, Article):
                    yield found
                elif (renewed := _completed(found, article, day)).digest != article.digest:
                    yield renewed


def _taken(article: Article, vault: Vault, aside: Aside) -> Iterator[Found]:
    """Yield the article of a page or document, and notices; what is attached to it has its own place."""
    try:
        data = vault.get(article.capture)
    except VaultError as error:
        yield refused(article.url or article.id, error.detail)
        return
    name = article.url or article.id
    entry = Entry(where=name, name=name, id=article.id, url=article.url, stream=io.BytesIO(data))
    for found in read_entry(entry, Reach(budget=Budget(len(data), name), aside=aside)):
        yield found
        if isinstance(found, Article):
            return


def _completed(found: Article, before: Article, day: dt.date | None) -> Article:
    """Return an article with what else was known of it: from a feed or from the user, where that is surer.

    Args:
        day: When its page was fetched; None for a file.
    """
    dated = found if day is None else without_crawl_day(found, day)
    known = before.dating
    if known is not None and (dated.dating is None or known.score > dated.dating.score):
        dated = replace(dated, published=before.published, dating=known)
    return replace(
        dated, title=dated.title or before.title, outlet=dated.outlet or before.outlet,
        author=dated.author or before.author, capture=before.capture,
    )  # fmt: skip
