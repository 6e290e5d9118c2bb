"""When a page was published, where that was found, and how sure that place is. Never when it was fetched."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from goodoffices.errors import SourceError
from goodoffices.model.article import Article, Dating
from goodoffices.model.dates import DateInterval
from goodoffices.sources.publication import read_publication

SURENESS = {
    "given": 1.0, "mail": 0.99, "json-ld": 0.95, "meta": 0.95, "time": 0.9, "feed": 0.9, "head": 0.9,
    "address": 0.85, "page": 0.6,
}  # fmt: skip
"""Where a date was found, to how sure that place is.

Source:
    Dates that pages state of themselves are nearly always right; of those found elsewhere in a page's markup about one
    in ten was wrong, and more where the page shows today's date.
"""

_LINKED_DATA = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,40})"')
_META = re.compile(r"<meta\s[^<>]{1,600}>", re.IGNORECASE)
_TIME = re.compile(r"<time\s[^<>]{1,600}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z][a-z:-]{0,20})\s{0,3}=\s{0,3}(?:"([^"<>]{0,300})"|'([^'<>]{0,300})')""", re.IGNORECASE
)
_META_NAMES = frozenset((
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.issued", "dcterms.created", "dcterms.date", "pubdate", "publish-date",
    "publishdate", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
))  # fmt: skip
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_SEARCHED_CHARS = 2_000_000


def dating(found_in: str) -> Dating | None:
    """Return how sure a date is that was found there; None for nowhere."""
    return Dating(found_in=found_in, score=SURENESS[found_in]) if found_in else None


def find_date(markup: str, url: str, otherwise: str) -> tuple[str, str]:
    """Return a page's date of publication, as it is written, and where it was found; two empty texts for none.

    Args:
        otherwise: What else may be it, found in the page's markup; empty for nothing.
    """
    for found_in, text in _candidates(markup[:_SEARCHED_CHARS], url, otherwise):
        if _is_day(text):
            # Pages often state the hour in Greenwich; the address has the day of where they are made.
            return (_day_in(url), "address") if _is_a_day_off(text, _day_in(url)) else (text, found_in)
    return "", ""


def _candidates(markup: str, url: str, otherwise: str) -> Iterator[tuple[str, str]]:
    yield from (("json-ld", found[1]) for found in _LINKED_DATA.finditer(markup))
    for tag in _META.finditer(markup):
        attributes = _attributes(tag[0])
        names = (attributes.get(key, "").casefold() for key in ("property", "name", "itemprop"))
        if _META_NAMES.intersection(names):
            yield "meta", attributes.get("content", "")
    for tag in _TIME.finditer(markup):
        attributes = _attributes(tag[0])
        if attributes.get("itemprop", "").casefold() == "datepublished" or "pubdate" in tag[0].casefold():
            yield "time", attributes.get("datetime", "")
    yield "address", _day_in(url)
    yield "page", otherwise


def _day_in(url: str) -> str:
    """Return the day that an address names, as ISO; empty where it names none."""
    in_address = _IN_ADDRESS.search(url)
    return "-".join(in_address.groups()) if in_address else ""


def _is_a_day_off(text: str, other: str) -> bool:
    """Return whether two dates, both of which are days, follow one another."""
    if not _is_day(other):
        return False
    one, two = read_publication(text), read_publication(other)
    return one is not None and two is not None and abs((one.start - two.start).days) == 1


def _attributes(tag: str) -> dict[str, str]:
    return {found[1].casefold(): unescape(found[2] or found[3] or "") for found in _ATTRIBUTE.finditer(tag)}


def _is_day(text: str) -> bool:
    """Return whether a text names one day on which something can have been published."""
    try:
        interval = read_publication(text)
    except SourceError:
        return False
    return interval is not None and (interval.end - interval.start).days == 1


def better_dated(article: Article, published: str) -> Article:
    """Return an article with the date that a feed gives it, where its page gives none that is as sure."""
    feed = dating("feed")
    assert feed is not None
    if not _is_day(published) or (article.dating is not None and article.dating.score >= feed.score):
        return article
    return replace(article, published=read_publication(published), dating=feed)


def without_crawl_day(article: Article, day: dt.date) -> Article:
    """Return an article without a date that may be that of its fetching: found anywhere on its page, and the same."""
    if article.dating is None or article.dating.found_in != "page":
        return article
    if article.published != DateInterval.from_iso(day.isoformat()):
        return article
    return replace(article, published=None, dating=None)
