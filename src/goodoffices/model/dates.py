"""Dates as reported: half-open intervals of days with the precision that the text gives.

"In May" is not the first of May, and not the publication date. Intervals are compared by `before`, `overlaps` and
`within`, never as strings. No times of day, no time zones: a report's day is the day it names.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a text gives a date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


class Direction(StrEnum):
    """How an expression points at its interval."""

    ON = "on"
    """Within it: "in May", "on Friday"."""
    BY = "by"
    """At its end at the latest: "by the end of the year"."""
    AFTER = "after"
    """Later than it."""
    BEFORE = "before"
    """Earlier than it."""
    SINCE = "since"
    """From it onwards."""


FIRST_DAY = dt.date.min
"""The first day that a period can begin with."""
LAST_DAY = dt.date.max - dt.timedelta(days=1)
"""The last day whose morrow can be written."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` up to, and not including, `end`."""

    start: dt.date
    end: dt.date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"an interval holds at least one day: {self.start}..{self.end}")

    @classmethod
    def day(cls, day: dt.date) -> "DateInterval":
        """Return the interval of one day."""
        return cls(day, day + dt.timedelta(days=1), Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "DateInterval":
        """Return the interval of one calendar month, 1 to 12."""
        start = dt.date(year, month, 1)
        return cls(start, start + dt.timedelta(days=calendar.monthrange(year, month)[1]), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> "DateInterval":
        """Return the interval of one calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), Precision.YEAR)

    @classmethod
    def between(cls, first: dt.date, last: dt.date, precision: Precision = Precision.RANGE) -> "DateInterval":
        """Return the interval from `first` to `last`, both inclusive."""
        return cls(first, last + dt.timedelta(days=1), precision)

    @classmethod
    def from_iso(cls, text: str) -> "DateInterval":
        """Return the interval that an ISO date, a partial one ("2024-05") or "a/b" (both inclusive) names.

        Raises:
            ValueError: The text is none of these, or names a day that no calendar has.
        """
        first, _, last = text.partition("/")
        start = cls._part(first)
        if not last:
            return start
        return cls(start.start, cls._part(last).end, Precision.RANGE)

    @classmethod
    def _part(cls, text: str) -> "DateInterval":
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        try:
            if month is None:
                return cls.year(year)
            if day is None:
                return cls.month(year, month)
            return cls.day(dt.date(year, month, day))
        except OverflowError as error:
            raise ValueError(f"no calendar goes beyond {text!r}") from error

    @property
    def last(self) -> dt.date:
        """The last day of the interval."""
        return self.end - dt.timedelta(days=1)

    def to_iso(self) -> str:
        """Return "2024-05-10", "2024-05", "2024", or "first/last", both inclusive: days, or whole months or years."""
        if self.last == self.start:
            return self.start.isoformat()
        chars = 10
        if self.start.day == self.end.day == 1:
            chars = 4 if self.start.month == self.end.month == 1 else 7
        first, last = self.start.isoformat()[:chars], self.last.isoformat()[:chars]
        return first if first == last else f"{first}/{last}"

    def before(self, other: "DateInterval") -> bool:
        """Return whether this ends before `other` begins."""
        return self.end <= other.start

    def overlaps(self, other: "DateInterval") -> bool:
        """Return whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "DateInterval") -> bool:
        """Return whether every day of this lies in `other`."""
        return other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        return self.to_iso()
