"""From what an expression says to the days it means, counted from an anchor: the day of publication.

Pure. Whatever lies outside the calendar (31 June, the year 12000) has no days, and the answer is None.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from goodoffices.model.dates import DateInterval, Precision
from goodoffices.reading import date_iranian as iranian
from goodoffices.reading import date_periods as periods
from goodoffices.reading.date_mentions import Tense
from goodoffices.reading.date_parts import CYCLES, DateParts

LEAP_REACH = 8
"""So many years apart two 29ths of February can lie."""


_YEARS_OF = {"decade": 10, "century": 100}


def resolve(parts: DateParts, anchor: dt.date | None, tense: Tense) -> DateInterval | None:
    """Return the days that an expression means.

    Args:
        anchor: What "last", "ago" and dates without a year count from; without it, only full dates have days.
        tense: Which way a bare weekday, month or day looks.
    """
    try:
        return _resolve(parts, anchor, tense)
    except (ValueError, OverflowError):
        return None


def _resolve(parts: DateParts, anchor: dt.date | None, tense: Tense) -> DateInterval | None:
    if parts.is_pair:
        return _pair(parts, anchor, tense)
    if parts.piece:
        whole = _resolve(replace(parts, piece="", count=None), anchor, tense)
        return whole and periods.edge_of(whole, parts.piece, parts.count or 1, is_first=parts.edge > 0)
    weekday = parts.weekday
    if parts.cycle == "weekday":
        parts = replace(parts, weekday=None)
    whole = _absolute(parts) if anchor is None else _anchored(parts, anchor, tense)
    if whole is None:
        return None
    if parts.ord is not None and parts.cycle == "weekday":
        return periods.weekday_in(whole, weekday or 0, parts.ord)
    if parts.ord is not None and parts.cycle == "week":
        return periods.week_in(whole, parts.ord)
    return periods.portion(whole, parts.part)


def _pair(parts: DateParts, anchor: dt.date | None, tense: Tense) -> DateInterval | None:
    single = replace(parts, day2=None, month2=None, year2=None, weekday2=None)
    last = replace(
        single,
        day=parts.day2 or parts.day,
        month=parts.month2 or parts.month,
        year=parts.year2 or parts.year,
        weekday=parts.weekday if parts.weekday2 is None else parts.weekday2,
    )
    return span_between(single, last, anchor, tense)


def span_between(first: DateParts, last: DateParts, anchor: dt.date | None, tense: Tense) -> DateInterval | None:
    """Return the days from the beginning of one expression to the end of another, which share year and month."""
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year)
    if anchor is None or not (first.is_bare and last.is_bare):
        return _span(first, last, anchor, tense)
    gone, coming = _span(first, last, anchor, "past"), _span(first, last, anchor, "future")
    if gone is None or coming is None or gone.start > anchor or coming.end <= anchor:
        return gone or coming
    return periods.nearest([gone, coming], anchor, tense)


def _span(first: DateParts, last: DateParts, anchor: dt.date | None, tense: Tense) -> DateInterval | None:
    """Return the days of a range; the first of them is the nearest before the last where it has no year."""
    end = resolve(last, anchor, tense)
    if end is None:
        return None
    if first.month is None and first.day is not None:
        first = replace(first, month=end.start.month)
    begin = resolve(first, end.start, "past") if first.year is None else resolve(first, anchor, tense)
    if begin is None or begin.start > (end.start if first.is_bare else end.last):
        return None
    return DateInterval.between(begin.start, end.last)


def _absolute(parts: DateParts) -> DateInterval | None:
    if parts.year is None and parts.decade is None and parts.century is None:
        return None
    return _anchored(parts, dt.date(parts.year or parts.decade or 2000, 1, 1), "")


def _anchored(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval | None:
    for applies, read in _READERS:
        if applies(parts):
            return read(parts, anchor, tense)
    return None


def _shift(parts: DateParts, anchor: dt.date, _tense: Tense) -> DateInterval:
    """ "Two weeks ago", "in ten days": a day for days and weeks, and the month or year that lies so far off."""
    count = parts.sign * (1 if parts.count is None else parts.count)
    if parts.unit in ("day", "week"):
        return DateInterval.day(anchor + periods.DAY * count * (7 if parts.unit == "week" else 1))
    return periods.around(anchor, parts.unit, count)


def _stretch(parts: DateParts, anchor: dt.date, _tense: Tense) -> DateInterval:
    """ "The last two weeks", "the next three months": the days up to the anchor, or from it."""
    count, rel, unit = (parts.count or 1) * _YEARS_OF.get(parts.unit, 1), parts.rel or 0, parts.unit
    unit = "year" if unit in _YEARS_OF else unit
    if unit in ("day", "week"):
        far = anchor + periods.DAY * count * rel * (7 if unit == "week" else 1)
    else:
        far = periods.around(anchor, unit, count * rel).start
        if unit in ("month", "year"):
            far = far.replace(month=far.month if unit == "month" else anchor.month, day=min(anchor.day, 28))
    return DateInterval.between(min(far, anchor), max(far, anchor))


def _year_of(parts: DateParts, anchor: dt.date) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.unit == "year" and parts.rel is not None:
        return anchor.year + parts.rel
    return None


def _offset(parts: DateParts, anchor: dt.date, _tense: Tense) -> DateInterval:
    return DateInterval.day(anchor + periods.DAY * (parts.offset or 0))


def _day(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval | None:
    """ "15 May", "Friday, 15 May", "the 15th of last month"."""
    day, year = parts.day or 1, _year_of(parts, anchor)
    if parts.month is None:
        if year is not None or parts.unit not in ("", "month"):
            return None
        if parts.rel is not None:
            return DateInterval.day(periods.month_of(anchor, parts.rel or 0).start.replace(day=day))
        months = [periods.month_of(anchor, by).start for by in range(-2, 3)]
        days = [DateInterval.day(one.replace(day=day)) for one in months if _is_date(one.year, one.month, day)]
        return periods.nearest(days, anchor, tense)
    month_number = parts.month
    if year is not None:
        found = dt.date(year, month_number, day)
        swapped = dt.date(year, day, month_number) if parts.swaps else found
        return DateInterval.day(min(found, swapped, key=lambda one: abs(one - anchor)))
    reach = LEAP_REACH if (month_number, day) == (2, 29) else 1
    years = [anchor.year + by for by in range(-reach, reach + 1) if _is_date(anchor.year + by, month_number, day)]
    days = [DateInterval.day(dt.date(year, month_number, day)) for year in years]
    fitting = [one for one in days if parts.weekday in (None, one.start.weekday())]
    if parts.weekday is not None and len(fitting) == 1:
        return fitting[0]
    return _which(parts, days, anchor, tense) if days else None


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _which(parts: DateParts, candidates: list[DateInterval], anchor: dt.date, tense: Tense) -> DateInterval:
    """Return the last, this or next one where the expression says so, else the one that the tense wants."""
    if parts.rel is None:
        return periods.nearest(candidates, anchor, tense)
    if parts.rel < 0:
        return [one for one in candidates if one.end <= anchor][-1]
    if parts.rel > 0:
        return next(one for one in candidates if one.start > anchor)
    return next(one for one in candidates if one.last.year == anchor.year)


def _cycle(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval:
    """ "In May", "last autumn", "the third quarter": what comes round once a year."""
    make, year = _cycle_maker(parts), _year_of(parts, anchor)
    if year is not None:
        return make(year)
    return _which(parts, [make(anchor.year + by) for by in (-2, -1, 0, 1, 2)], anchor, tense)


def _cycle_maker(parts: DateParts) -> Callable[[int], DateInterval]:
    if parts.month is not None:
        return partial(DateInterval.month, month=parts.month)
    if parts.season is not None:
        return partial(periods.season, number=parts.season)
    if parts.cycle == "half":
        return partial(periods.half, number=parts.ord or 1)
    return partial(periods.quarter, number=parts.quarter or parts.ord or 1)


def _weekday(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval:
    """ "On Friday", "last Friday", "Friday last week"."""
    wanted = parts.weekday or 0
    if parts.unit == "week":
        return DateInterval.day(periods.week_of(anchor, parts.rel or 0).start + periods.DAY * wanted)
    ahead = (wanted - anchor.weekday()) % 7
    coming, gone = anchor + periods.DAY * ahead, anchor - periods.DAY * ((7 - ahead) % 7)
    match parts.rel:
        case None:
            return DateInterval.day(coming if tense == "future" else gone)
        case 0 if tense:
            return DateInterval.day(coming if tense == "future" else gone)
        case 0:
            return DateInterval.day(periods.week_of(anchor).start + periods.DAY * wanted)
        case -1:
            return DateInterval.day(gone if gone < anchor else gone - periods.DAY * 7)
        case -2:
            return DateInterval.day((gone if gone < anchor else gone - periods.DAY * 7) - periods.DAY * 7)
        case _:
            return DateInterval.day(coming if coming > anchor else coming + periods.DAY * 7)


def _decade(parts: DateParts, _anchor: dt.date, _tense: Tense) -> DateInterval:
    if parts.decade == 1:
        years = parts.year if parts.year is not None else 1900 + (parts.count or 0)
        return periods.decade(years if years > 1900 or parts.year else years + 100)
    return periods.decade(parts.decade or 0)


def _iranian(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval | None:
    """ "17 Esfand 1402", "in Farvardin"."""
    month = parts.iranian or 1

    def make(year: int) -> DateInterval | None:
        return iranian.month(year, month) if parts.day is None else iranian.day(year, month, parts.day)

    if parts.year is not None:
        return make(parts.year)
    years = (anchor.year - iranian.FROM_GREGORIAN + by for by in (-2, -1, 0, 1, 2))
    days = [one for one in map(make, years) if one is not None]
    return periods.nearest(days, anchor, tense) if days else None


def _century(parts: DateParts, _anchor: dt.date, _tense: Tense) -> DateInterval:
    return periods.century(parts.ord or parts.count or 1)


def _unit(parts: DateParts, anchor: dt.date, tense: Tense) -> DateInterval:
    if parts.unit == "weekend" and (parts.rel is None or (parts.rel == 0 and tense)):
        return periods.nearest([periods.weekend_of(anchor, by) for by in (-1, 0, 1)], anchor, tense)
    return periods.around(anchor, parts.unit, parts.rel or 0)


def _year(parts: DateParts, anchor: dt.date, _tense: Tense) -> DateInterval:
    return DateInterval.year(parts.year or anchor.year)


Reader = Callable[[DateParts, dt.date, Tense], DateInterval | None]

_READERS: tuple[tuple[Callable[[DateParts], bool], Reader], ...] = (
    (lambda parts: parts.sign != 0, _shift),
    (lambda parts: parts.offset is not None, _offset),
    (lambda parts: parts.decade is not None, _decade),
    (lambda parts: parts.century is not None, _century),
    (lambda parts: parts.iranian is not None, _iranian),
    (lambda parts: parts.day is not None, _day),
    (lambda parts: parts.count is not None and parts.rel is not None, _stretch),
    (lambda parts: parts.month is not None or parts.season is not None or parts.quarter is not None, _cycle),
    (lambda parts: parts.cycle in CYCLES, _cycle),
    (lambda parts: parts.weekday is not None, _weekday),
    (lambda parts: parts.year is not None, _year),
    (lambda parts: parts.unit != "", _unit),
)
"""Which reading takes an expression: the first whose condition holds."""


def deadline(interval: DateInterval) -> DateInterval:
    """Return the last day of a period: what "by its end" means."""
    return DateInterval(interval.last, interval.end, Precision.DAY)
