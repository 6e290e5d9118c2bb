"""Dates as a text mentions them: the stretch of text, and the days that it means."""

from dataclasses import dataclass
from typing import Literal

from goodoffices.model.dates import DateInterval, Direction
from goodoffices.model.text import Span

Tense = Literal["past", "future", ""]
"""Whether a clause tells what was or what is to come; empty where nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date expression."""

    # With the preposition before it and the postposition after it: "on Friday", "by the end of the year".
    span: Span
    text: str
    # None for an expression that is understood but cannot be anchored ("that year", where none was named).
    interval: DateInterval | None
    direction: Direction = Direction.ON
    # A weekday, month, season or day of a month alone: whether the last or the next is meant, the clause must tell.
    is_bare: bool = False
