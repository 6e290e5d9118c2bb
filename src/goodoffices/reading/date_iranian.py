"""The Iranian solar calendar: its months as days of the Gregorian one.

Leap years follow a cycle of 33 years, which agrees with the official calendar from 1206 to 1500, that is 1827 to 2122.
1 Farvardin 1403 was 20 March 2024.
"""

import datetime as dt

from goodoffices.model.dates import DateInterval, Precision

_NEW_YEAR = 1403, dt.date(2024, 3, 20)
_CYCLE_YEARS = 33
_LEAP_YEARS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_LONG_MONTHS, _LONG_DAYS, _SHORT_DAYS = 6, 31, 30
FIRST_YEAR, LAST_YEAR = 1206, 1500
FROM_GREGORIAN = 621
"""The Iranian year that begins in a Gregorian one is so much less."""


def new_year(year: int) -> dt.date:
    """Return the first day of an Iranian year.

    Raises:
        ValueError: The year lies outside those for which the cycle is right.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no Iranian year for which the calendar is known: {year}")
    known, day = _NEW_YEAR
    years = range(known, year) if year >= known else range(year, known)
    days = 365 * len(years) + sum(one % _CYCLE_YEARS in _LEAP_YEARS for one in years)
    return day + dt.timedelta(days if year >= known else -days)


def month(year: int, number: int) -> DateInterval:
    """Return the days of an Iranian month, 1 to 12.

    Raises:
        ValueError: The year lies outside those for which the cycle is right.
    """
    start = new_year(year) + dt.timedelta(_LONG_DAYS * min(number - 1, _LONG_MONTHS) + _SHORT_DAYS * max(number - 7, 0))
    end = (
        new_year(year + 1)
        if number == 12
        else start + dt.timedelta(_LONG_DAYS if number <= _LONG_MONTHS else _SHORT_DAYS)
    )
    return DateInterval(start, end, Precision.MONTH)


def day(year: int, number: int, day_number: int) -> DateInterval | None:
    """Return a day of an Iranian month; None where the month has no such day."""
    days = month(year, number)
    found = DateInterval.day(days.start + dt.timedelta(day_number - 1))
    return found if found.within(days) else None
