"""Joins neighbouring date expressions that are one: ranges, a year told apart, the same day told twice.

"20 May - 5 June", "in September, in 2020", "today, 16 July", "on Friday (10 May)", "last week, on Tuesday".
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from goodoffices.lexicon.date_tables import DateTables
from goodoffices.model.dates import Precision
from goodoffices.reading.date_candidates import Candidate
from goodoffices.reading.date_parts import DateParts
from goodoffices.reading.date_resolver import resolve, span_between

_APPOSED = re.compile(r"[^\S\n]{0,2}[,،]?[^\S\n]{0,2}\(?")
_PLAIN_LEADS = ("", "on")


def join_neighbours(
    text: str, candidates: Iterable[Candidate], tables: DateTables, anchor: dt.date | None
) -> list[Candidate]:
    """Return the expressions with those joined that are one, in the order of the text."""
    joined: list[Candidate] = []
    for candidate in candidates:
        whole = _joined(text, joined[-1], candidate, tables, anchor) if joined else None
        if whole is None:
            joined.append(candidate)
        else:
            joined[-1] = whole
    return joined


def _joined(
    text: str, one: Candidate, other: Candidate, tables: DateTables, anchor: dt.date | None
) -> Candidate | None:
    if one.last is not None or other.last is not None:
        return None
    for lead, link, trail in tables.ranges:
        if (
            lead in ("", one.lead)
            and trail in ("", other.lead)
            and link.fullmatch(text, one.end, other.core)
            and _is_range(one.parts, other.parts, anchor)
        ):
            points = "" if one.lead in ("from", "between") else one.lead
            return replace(one, end=other.end, last=other.parts, lead=points)
    apart = text[one.end : other.start]
    if not _APPOSED.fullmatch(apart) or other.lead not in _PLAIN_LEADS:
        return None
    parts = _combined(one.parts, other.parts, anchor)
    if parts is None:
        return None
    closes = "(" in apart and text[other.end : other.end + 1] == ")"
    return replace(one, end=other.end + closes, parts=parts)


def _is_range(first: DateParts, last: DateParts, anchor: dt.date | None) -> bool:
    return span_between(first, last, anchor or dt.date(2000, 1, 1), "") is not None


def _combined(one: DateParts, other: DateParts, anchor: dt.date | None) -> DateParts | None:
    """Return what two expressions side by side say together; None where they are two dates."""
    if one.is_bare and other.is_year_only:
        return replace(one, year=other.year)
    if one.is_year_only and other.is_bare and other.weekday is None:
        return replace(other, year=one.year)
    if one.unit == "week" and one.rel is not None and other.is_bare and other.weekday is not None:
        return replace(other, rel=one.rel, unit="week")
    if other.unit == "week" and other.rel is not None and one.is_bare and one.weekday is not None and one.day is None:
        return replace(one, rel=other.rel, unit="week")
    first, second = resolve(one, anchor, ""), resolve(other, anchor, "")
    if first is None or second is None:
        return None
    if one.is_bare and one.weekday == second.start.weekday() and other.weekday in (None, one.weekday):
        return replace(other, weekday=one.weekday)
    if other.is_bare and other.weekday == first.start.weekday() and first.precision is Precision.DAY:
        return one
    if second.within(first):
        return other
    if other.is_bare and other.month is not None and not one.is_bare:
        years = (replace(other, year=year) for year in (first.start.year, first.last.year))
        return next((parts for parts in years if (days := resolve(parts, anchor, "")) and days.within(first)), None)
    return one if first.within(second) else None
