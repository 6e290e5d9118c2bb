"""When a page was published, where that was found, and how sure that place is. Never when it was fetched."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from goodoffices.errors import SourceError
from goodoffices.model.article import Article, Dating
from goodoffices.model.dates import DateInterval
from goodoffices.sources.publication import read_publication

SURENESS = {
    "given": 1.0, "mail": 0.99, "json-ld": 0.95, "meta": 0.95, "time": 0.95, "dateline": 0.9, "feed": 0.9, "head": 0.9,
    "address": 0.9, "page": 0.85, "text": 0.7,
}  # fmt: skip
"""Where a date was found, to how sure that place is.

Source:
    Rounded from how often they were right on a thousand pages of news and of others with known dates, where each was
    the first to say one.
"""

_MAY_BE_TODAY = frozenset(("page", "text"))
"""Where pages also show the day on which they are asked for."""

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
_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
    re.compile(r"/(?P<y>20\d\d)/(?P<m>[1-9]|1[0-2])/(?P<d>[1-9]|[12]\d|3[01])(?=/|$)"),
    # Its first number can be no month.
    re.compile(r"/(?P<d>1[3-9]|2\d|3[01])[.-](?P<m>0[1-9]|1[0-2])[.-](?P<y>20\d\d)(?=[/_.-]|$)"),
)
_SEARCHED_CHARS = 2_000_000


def dating(found_in: str) -> Dating | None:
    """Return how sure a date is that was found there; None for nowhere."""
    return Dating(found_in=found_in, score=SURENESS[found_in]) if found_in else None


def find_date(
    markup: str, url: str, beside_headline: str = "", others: Iterable[tuple[str, str]] = ()
) -> tuple[str, str]:
    """Return a page's date of publication, as it is written, and where it was found; two empty texts for none.

    Args:
        beside_headline: The day that stands in the dateline, as ISO; empty for none.
        others: Where else dates were found, and what they are, the surest first.
    """
    for found_in, text in _candidates(markup[:_SEARCHED_CHARS], url, beside_headline, others):
        if _is_day(text):
            return _local_day(text, found_in, beside_headline, _day_in(url))
    return "", ""


def _local_day(text: str, found_in: str, beside_headline: str, in_address: str) -> tuple[str, str]:
    """Return a date, or the day before or after it where the page was made and has its own day beside the headline.

    Pages often state the hour in Greenwich; the dateline and the address have the day of where they are made.
    """
    interval = read_publication(text)
    stated = interval.to_iso() if interval is not None else ""
    if stated == in_address:
        return text, found_in
    for day, place in ((beside_headline, "dateline"), (in_address, "address")):
        if day == stated:
            break
        if _is_a_day_off(stated, day):
            return day, place
    return text, found_in


def _candidates(
    markup: str, url: str, beside_headline: str, others: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
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
    yield "dateline", beside_headline
    yield "address", _day_in(url)
    yield from others


def _day_in(url: str) -> str:
    """Return the day that an address names, as ISO; empty where it names none."""
    for pattern in _IN_ADDRESS:
        if found := pattern.search(url):
            return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    return ""


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
    if article.dating is None or article.dating.found_in not in _MAY_BE_TODAY:
        return article
    if article.published != DateInterval.from_iso(day.isoformat()):
        return article
    return replace(article, published=None, dating=None)
