"""Date expressions of a text, resolved to the days that they mean, counted from the day of publication.

Where a clause's tense decides ("on Friday": the last or the next?), cues around the expression are looked at; the
reader, who knows the clause better, can point the mention anew with `repoint`. No day is ever made up: an expression
that cannot be anchored has none, and the day of publication is never put in place of a date that is not told.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.lexicon.date_tables import DIRECTION_OF, DateTables
from goodoffices.model.dates import DateInterval, Direction, Precision
from goodoffices.model.text import Span
from goodoffices.reading.date_candidates import Candidate, find_candidates
from goodoffices.reading.date_joins import join_neighbours
from goodoffices.reading.date_mentions import DateMention, Tense
from goodoffices.reading.date_parts import DateParts
from goodoffices.reading.date_resolver import deadline, resolve, span_between
from goodoffices.reading.date_tense import tense_around

NARRATIVE_REACH_CHARS = 600
""" "The next day" counts from a date told at most so far before."""

_BASES = {
    "day": (Precision.DAY,),
    "week": (Precision.DAY, Precision.WEEK),
    "month": (Precision.DAY, Precision.MONTH),
}
"""How precise a date must be for "the next day", "a week later" ... to be counted from it."""


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
    finder = _Finder(text, tables, anchor, direction)
    mentions: list[DateMention] = []
    for candidate in join_neighbours(text, find_candidates(text, tables), tables, anchor):
        mention = finder.mention(candidate, mentions)
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


@dataclass(frozen=True, slots=True)
class _Finder:
    """Resolves the expressions of one text."""

    text: str
    tables: DateTables
    anchor: dt.date | None
    direction: Tense

    def mention(self, candidate: Candidate, before: Sequence[DateMention]) -> DateMention | None:
        """Return the mention of an expression; None where it turns out to be none, as "31 June" does."""
        parts, last = candidate.parts, candidate.last
        is_bare = parts.is_bare and (last is None or last.is_bare)
        tense: Tense = "past" if candidate.lead == "since" else self.direction
        if not tense and (is_bare or parts.base or parts.needs or parts.rel == 0):
            tense = tense_around(self.text, candidate.core, candidate.end, self.tables)
            tense = "future" if not tense and candidate.lead == "by" else tense
        if parts.needs and parts.needs != tense:
            return None
        interval, points = self._days(candidate, tense, before)
        if interval is None and self.anchor is not None and not parts.base:
            return None
        span = Span(candidate.start, candidate.end)
        return DateMention(span=span, text=span.of(self.text), interval=interval, direction=points, is_bare=is_bare)

    def _days(
        self, candidate: Candidate, tense: Tense, before: Sequence[DateMention]
    ) -> tuple[DateInterval | None, Direction]:
        parts, points = candidate.parts, DIRECTION_OF.get(candidate.lead, Direction.ON)
        if candidate.last is not None:
            return span_between(parts, candidate.last, self.anchor, tense), points
        if parts.is_pair and candidate.lead == "from":
            points = Direction.ON
        if parts.part == "end" and points is Direction.BEFORE:
            parts, points = replace(parts, part=""), Direction.BY
        base = self._narrative_base(candidate, tense, before) if parts.base else self.anchor
        interval = None if parts.base and base is None else resolve(parts, base, tense)
        return (None if interval is None else _pointed(interval, parts, points)), points

    def _narrative_base(self, candidate: Candidate, tense: Tense, before: Sequence[DateMention]) -> dt.date | None:
        """Return the day that "the next day", "that year", "two days later" count from; None where none is told.

        Without a date before it, "earlier" counts from publication, and "later" too unless the clause is of the past.
        """
        parts = candidate.parts
        fitting = _BASES.get(parts.unit, tuple(Precision))
        for mention in reversed(before):
            if candidate.start - mention.span.end > NARRATIVE_REACH_CHARS:
                break
            told = mention.interval
            if told is not None and mention.direction is Direction.ON and told.precision in fitting:
                return told.start
        counts = parts.sign or parts.rel or 0
        return self.anchor if counts < 0 or (counts > 0 and tense != "past") else None


def _pointed(interval: DateInterval, parts: DateParts, points: Direction) -> DateInterval:
    """Return the day that "by the end of" and "since the beginning of" a period mean; else the whole."""
    if parts.part == "end" and points is Direction.BY:
        return deadline(interval)
    if parts.part == "start" and points is Direction.SINCE and parts.decade is None:
        return DateInterval.day(interval.start)
    return interval
