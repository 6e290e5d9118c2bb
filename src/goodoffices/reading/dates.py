"""Date expressions of a text, resolved to the days that they mean, counted from the day of publication.

Where a clause's tense decides ("on Friday": the last or the next?), cues around the expression are looked at; the
reader, who knows the clause better, can point the mention anew with `repoint`. No day is ever made up: an expression
that cannot be anchored has none, and the day of publication is never put in place of a date that is not told.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.lexicon.date_tables import DIRECTION_OF, DateTables
from goodoffices.model.dates import DateInterval, Direction, Precision
from goodoffices.model.text import Span
from goodoffices.reading.date_candidates import Candidate, find_candidates
from goodoffices.reading.date_joins import join_neighbours
from goodoffices.reading.date_mentions import DateMention, Tense
from goodoffices.reading.date_resolver import deadline, resolve, span_between
from goodoffices.reading.date_tense import tense_around

NARRATIVE_REACH_CHARS = 600
""" "The next day" counts from a date told at most so far before."""

_PRECISIONS = {
    "day": (Precision.DAY,),
    "week": (Precision.DAY, Precision.WEEK),
    "month": (Precision.DAY, Precision.MONTH),
}


def find_dates(
    text: str, tables: DateTables, anchor: dt.date | None, *, offset: int = 0, direction: Tense = ""
) -> list[DateMention]:
    """Return the date expressions of a text, in its order; none overlaps another.

    Pure. Give a whole article where there is one: "the next day" counts from a date told before it.

    Args:
        anchor: The day of publication; None where it is not known, and relative expressions then have no days.
        offset: Where `text` begins in the article; spans count from the article's beginning.
        direction: The tense of the clause, where it is known; it then decides in place of the cues in the text.
    """
    mentions: list[DateMention] = []
    for candidate in join_neighbours(text, find_candidates(text, tables), tables, anchor):
        mention = _mention(text, candidate, tables, anchor, direction, mentions)
        if mention is not None:
            mentions.append(mention)
    if offset:
        return [replace(mention, span=mention.span.shifted(offset)) for mention in mentions]
    return mentions


def repoint(mention: DateMention, anchor: dt.date | None, tables: DateTables, *, future: bool) -> DateMention:
    """Return a bare mention resolved to the nearest date ahead, or behind; any other comes back as it is."""
    if not mention.is_bare:
        return mention
    found = find_dates(mention.text, tables, anchor, direction="future" if future else "past")
    return replace(mention, interval=found[0].interval) if found else mention


def _mention(
    text: str,
    candidate: Candidate,
    tables: DateTables,
    anchor: dt.date | None,
    direction: Tense,
    before: Sequence[DateMention],
) -> DateMention | None:
    parts, last = candidate.parts, candidate.last
    is_bare = parts.is_bare and (last is None or last.is_bare)
    tense = direction
    if not tense and (is_bare or parts.base or parts.needs or parts.rel == 0):
        tense = tense_around(text, candidate.start, candidate.end, tables)
    if parts.needs and parts.needs != tense:
        return None
    interval, points = _days(candidate, anchor, tense, before)
    if interval is None and anchor is not None and not parts.base:
        return None
    span = Span(candidate.start, candidate.end)
    return DateMention(span=span, text=span.of(text), interval=interval, direction=points, is_bare=is_bare)


def _days(
    candidate: Candidate, anchor: dt.date | None, tense: Tense, before: Sequence[DateMention]
) -> tuple[DateInterval | None, Direction]:
    parts, points = candidate.parts, DIRECTION_OF.get(candidate.lead, Direction.ON)
    if parts.is_pair and candidate.lead == "from":
        points = Direction.ON
    if candidate.last is not None:
        return span_between(parts, candidate.last, anchor, tense), points
    if parts.part == "end" and points is Direction.BEFORE:
        parts, points = replace(parts, part=""), Direction.BY
    base = _narrative_base(candidate, anchor, tense, before) if parts.base else anchor
    if parts.base and base is None:
        return None, points
    interval = resolve(parts, base, tense)
    if interval is None:
        return None, points
    if parts.part == "end" and points is Direction.BY:
        return deadline(interval), points
    if parts.part == "start" and points is Direction.SINCE:
        return DateInterval.day(interval.start), points
    return interval, points


def _narrative_base(
    candidate: Candidate, anchor: dt.date | None, tense: Tense, before: Sequence[DateMention]
) -> dt.date | None:
    """Return the day that "the next day", "that year", "two days later" count from; None where none is told.

    Without a date before it, "earlier" counts from publication, and "later" too unless the clause is about the past.
    """
    parts = candidate.parts
    for mention in reversed(before):
        if candidate.start - mention.span.end > NARRATIVE_REACH_CHARS:
            break
        fits = mention.interval is not None and mention.direction is Direction.ON
        if fits and mention.interval is not None and mention.interval.precision in _PRECISIONS.get(
            parts.unit, tuple(Precision)
        ):
            return mention.interval.start
    counts = parts.sign or parts.rel or 0
    return anchor if counts < 0 or (counts > 0 and tense != "past") else None
