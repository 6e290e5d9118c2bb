"""The days that a page shows beside its headline, and elsewhere."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import urlsplit

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from goodoffices.sources.written_days import days_in, is_month_first

_AFTER_CHARS, _BEFORE_CHARS = 500, 250
_CLOSE_CHARS = 250
"""Behind this, a day before the headline is more likely to be its own."""

SHORT_LINE_CHARS = 80
"""A longer line is a sentence, and its day that of what it tells."""

_READ_CHARS = 100_000
_LONGEST_HEADLINE_CHARS = 1000
_ALIKE = 0.5
"""The share of words that a heading has in common with the page's title where it is its headline."""

_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "select", "iframe"))
_HEADINGS = frozenset(("h1", "h2"))
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDays:
    """Days that stand on a page in lines of their own; each None where there is no such day."""

    # After the headline.
    dateline: dt.date | None = None
    # Before it, where there is often the day on which the page was asked for.
    above: dt.date | None = None
    # Far from it, where there is no other; on a page without a headline, the first of all.
    elsewhere: dt.date | None = None


def shown_days(page: HtmlElement, title: str, url: str) -> ShownDays:
    """Return which days a page shows to its readers, and where."""
    text, headings = _seen(page)
    days = _in_short_lines(text[:_READ_CHARS], is_month_first=is_month_first(page.get("lang") or "", _host(url)))
    headline = _headline(text, headings, title)
    if headline is None:
        return ShownDays(elsewhere=days[0][1] if days else None)
    after = [(at - headline.end, day) for at, day in days if at >= headline.end]
    before = [(headline.start - at, day) for at, day in reversed(days) if at < headline.start]
    return _nearest(after, before)


def _nearest(after: list[tuple[int, dt.date]], before: list[tuple[int, dt.date]]) -> ShownDays:
    """Return the day nearest to a headline, given those after and before it with their distances."""
    is_before_near = bool(before) and before[0][0] <= _BEFORE_CHARS
    if after and after[0][0] < (_CLOSE_CHARS if is_before_near else _AFTER_CHARS):
        return ShownDays(dateline=after[0][1])
    if is_before_near:
        return ShownDays(above=before[0][1])
    return ShownDays(elsewhere=next((day for _, day in (*after, *before)), None))


def _in_short_lines(text: str, *, is_month_first: bool) -> list[tuple[int, dt.date]]:
    """Return where days stand that are not in the midst of a paragraph, in the order of the text."""
    lines = text.splitlines(keepends=True)
    ends = list(accumulate(map(len, lines)))
    days = days_in(text, is_month_first=is_month_first)
    return [(at, day) for at, day in days if len(lines[bisect_right(ends, at)]) <= SHORT_LINE_CHARS]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: str
    start: int
    end: int


def _headline(text: str, headings: list[_Heading], title: str) -> _Heading | None:
    """Return the heading that is most like the title, or else the only one of the first level."""
    wanted = _words(title)
    likeness = [(_share(wanted, _words(text[one.start : one.end][:_LONGEST_HEADLINE_CHARS])), one) for one in headings]
    share, best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    if share >= _ALIKE:
        return best
    first = [one for one in headings if one.level == "h1"]
    return first[0] if len(first) == 1 else None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _share(some: set[str], others: set[str]) -> float:
    return len(some & others) / max(1, len(some | others))


def _seen(page: HtmlElement) -> tuple[str, list[_Heading]]:
    """Return the text of a page as a reader sees it, and where its headings stand in it."""
    pieces: list[str] = []
    headings: list[_Heading] = []
    length = unseen = 0
    starts: list[int] = []
    for text, tag, opens in _walk(page):
        if tag in _UNSEEN:
            unseen += 1 if opens else -1
        elif tag in _HEADINGS and opens:
            starts.append(length)
        elif tag in _HEADINGS:
            headings.append(_Heading(tag, starts.pop(), length))
        if not unseen and (piece := _SPACE.sub(" ", text)).strip():
            pieces.append(f"{piece.strip()}\n")
            length += len(pieces[-1])
    return "".join(pieces), headings


def _walk(page: HtmlElement) -> Iterator[tuple[str, str, bool]]:
    """Yield the text after each tag, with the tag's name and whether it opens."""
    for event, element in iterwalk(page, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        opens = event == "start"
        yield (element.text if opens else element.tail) or "", tag, opens
