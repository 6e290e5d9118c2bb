"""Calendar arithmetic: weeks, months, seasons and parts of them, as intervals.

Conventions: weeks run from Monday; the early, middle and late part of a month are its days 1-10, 11-20 and 21 to the
end; of any other period they are its thirds, in whole months where it has them; the start and the end of a year are its
first and last three months. Winter belongs to the year of its January.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from goodoffices.model.dates import DateInterval, Precision

DAY = dt.timedelta(days=1)
WEEK_DAYS = 7
_THIRDS = {"early": 0, "start": 0, "middle": 1, "late": 2, "end": 2}
_HALVES = {"first_half": 0, "second_half": 1}
_MONTH_PARTS = {
    "early": (1, 10),
    "start": (1, 10),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
    "first_half": (1, 15),
    "second_half": (16, 31),
}
_YEAR_ENDS = {"start": (0, 3), "end": (9, 12)}
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def months_from(year: int, month: int, count: int, precision: Precision) -> DateInterval:
    """Return `count` calendar months, beginning with `month`, which may lie outside 1 to 12.

    Raises:
        ValueError: They lie outside the years 1 to 9999.
    """
    first = year * 12 + month - 1
    last = first + count
    return DateInterval(dt.date(first // 12, first % 12 + 1, 1), dt.date(last // 12, last % 12 + 1, 1), precision)


def month_of(day: dt.date, shift: int = 0) -> DateInterval:
    """Return the month of a day, or the one `shift` months on."""
    return months_from(day.year, day.month + shift, 1, Precision.MONTH)


def week_of(day: dt.date, shift: int = 0) -> DateInterval:
    """Return Monday to Sunday of the week of a day, or of the one `shift` weeks on."""
    monday = day - DAY * day.weekday() + DAY * WEEK_DAYS * shift
    return DateInterval(monday, monday + DAY * WEEK_DAYS, Precision.WEEK)


def weekend_of(day: dt.date, shift: int = 0) -> DateInterval:
    """Return Saturday and Sunday of a day's week, or of the one `shift` weeks on."""
    week = week_of(day, shift)
    return DateInterval(week.end - DAY * 2, week.end, Precision.RANGE)


def quarter(year: int, number: int) -> DateInterval:
    """Return a quarter of a year; a number outside 1 to 4 counts on into other years."""
    return months_from(year, number * 3 - 2, 3, Precision.QUARTER)


def half(year: int, number: int) -> DateInterval:
    """Return a half of a year; a number outside 1 and 2 counts on into other years."""
    return months_from(year, number * 6 - 5, 6, Precision.HALF_YEAR)


def season(year: int, number: int) -> DateInterval:
    """Return a season, winter being 1: December of the year before to February."""
    return months_from(year, number * 3 - 3, 3, Precision.SEASON)


def decade(year: int) -> DateInterval:
    """Return the decade of a year: 1980 to 1989."""
    return months_from(year // 10 * 10, 1, 120, Precision.DECADE)


def century(number: int) -> DateInterval:
    """Return a century: the 20th is 1901 to 2000."""
    return months_from(number * 100 - 99, 1, 1200, Precision.RANGE)


def around(day: dt.date, unit: str, shift: int) -> DateInterval:
    """Return the day, week, month ... in which a day lies, or the one `shift` of them on."""
    makers: dict[str, Callable[[], DateInterval]] = {
        "day": lambda: DateInterval.day(day + DAY * shift),
        "week": lambda: week_of(day, shift),
        "weekend": lambda: weekend_of(day, shift),
        "month": lambda: month_of(day, shift),
        "quarter": lambda: quarter(day.year, (day.month + 2) // 3 + shift),
        "half": lambda: half(day.year, (day.month + 5) // 6 + shift),
        "year": lambda: DateInterval.year(day.year + shift),
        "decade": lambda: decade(day.year + 10 * shift),
        "century": lambda: century((day.year + 99) // 100 + shift),
    }
    return makers[unit]()


def portion(whole: DateInterval, part: str) -> DateInterval:
    """Return the early, middle, late ... part of a period; a single day is its own part."""
    if (whole.end - whole.start).days == 1 or part in ("", "whole"):
        return whole
    if whole.precision is Precision.MONTH:
        first, last = _MONTH_PARTS[part]
        days = min(last, whole.last.day)
        return DateInterval.between(whole.start.replace(day=first), whole.last.replace(day=days))
    months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month
    if whole.precision is Precision.YEAR and part in _YEAR_ENDS:
        first, last = _YEAR_ENDS[part]
    elif part in _HALVES:
        return _share(whole, months, _HALVES[part], 2)
    else:
        return _share(whole, months, _THIRDS[part], 3)
    return months_from(whole.start.year, whole.start.month + first, last - first, Precision.RANGE)


def _share(whole: DateInterval, months: int, number: int, of: int) -> DateInterval:
    """Return one of `of` about equal shares of a period, in whole years or months where it has enough of them."""
    years = months // 12
    if years >= of:
        first, last = -(-years * number // of), -(-years * (number + 1) // of)
        return months_from(whole.start.year + first, 1, 12 * (last - first), Precision.RANGE)
    if months >= of:
        first, last = months * number // of, months * (number + 1) // of
        return months_from(whole.start.year, whole.start.month + first, last - first, Precision.RANGE)
    days = (whole.end - whole.start).days
    return DateInterval(
        whole.start + DAY * (days * number // of), whole.start + DAY * (days * (number + 1) // of), Precision.RANGE
    )


def edge_of(whole: DateInterval, unit: str, count: int, *, is_first: bool) -> DateInterval | None:
    """Return the first, or the last, so many days, weeks, months ... of a period; None where it has not so many."""
    if unit in ("day", "week"):
        reach = DAY * count * (WEEK_DAYS if unit == "week" else 1)
        found = (whole.start, whole.start + reach) if is_first else (whole.end - reach, whole.end)
    else:
        months = count * _MONTHS_OF[unit]
        outside = whole.start if is_first else whole.end
        far = outside.year * 12 + outside.month - 1 + (months if is_first else -months)
        reached = dt.date(far // 12, far % 12 + 1, 1)
        found = (outside, reached) if is_first else (reached, outside)
    days = DateInterval(*found, Precision.RANGE)
    return days if days.within(whole) else None


def week_in(whole: DateInterval, number: int) -> DateInterval:
    """Return the first, second ... seven days of a period; -1 is the last seven."""
    start = whole.end - DAY * WEEK_DAYS if number < 0 else whole.start + DAY * WEEK_DAYS * (number - 1)
    return DateInterval(start, min(start + DAY * WEEK_DAYS, whole.end), Precision.WEEK)


def weekday_in(whole: DateInterval, weekday: int, number: int) -> DateInterval | None:
    """Return the first, second ... Monday (0) of a period; -1 is the last; None where it has fewer."""
    first = whole.start + DAY * ((weekday - whole.start.weekday()) % WEEK_DAYS)
    if number < 0:
        return DateInterval.day(whole.last - DAY * ((whole.last.weekday() - weekday) % WEEK_DAYS))
    day = DateInterval.day(first + DAY * WEEK_DAYS * (number - 1))
    return day if day.within(whole) else None


NEAR_PAST_FACTOR = 2
"""A report that says "10 December" in October means the coming one: what lies ahead is taken where what lies behind is
more than this many times further off. Reports tell of what was more often than of what will be."""


def nearest(candidates: Sequence[DateInterval], anchor: dt.date, tense: str) -> DateInterval:
    """Return the one that a report of the day `anchor` means.

    Args:
        candidates: Successive ones, oldest first, with at least one that begins by `anchor` and one that ends after.
        tense: "past" takes the last that has begun, "future" the first that has not ended, "" the one less far off.
    """
    past = [one for one in candidates if one.start <= anchor][-1]
    future = next(one for one in candidates if one.end > anchor)
    if tense:
        return past if tense == "past" else future
    behind, ahead = (anchor - past.last).days, (future.start - anchor).days
    return future if behind > ahead * NEAR_PAST_FACTOR else past
