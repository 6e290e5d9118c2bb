"""Calendar arithmetic."""

import datetime as dt

import pytest

from goodoffices.model.dates import DateInterval
from goodoffices.reading import date_periods as periods

DAY = dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("unit", "shift", "days"),
    [
        ("day", -1, "2024-05-14"),
        ("week", 0, "2024-05-13/2024-05-19"),
        ("week", -1, "2024-05-06/2024-05-12"),
        ("weekend", 0, "2024-05-18/2024-05-19"),
        ("month", -5, "2023-12"),
        ("month", 8, "2025-01"),
        ("quarter", 0, "2024-04/2024-06"),
        ("quarter", -2, "2023-10/2023-12"),
        ("half", 1, "2024-07/2024-12"),
        ("year", -4, "2020"),
        ("decade", -1, "2010/2019"),
        ("century", -1, "1901/2000"),
    ],
)
def test_units_around_a_day(unit: str, shift: int, days: str) -> None:
    assert periods.around(DAY, unit, shift).to_iso() == days


@pytest.mark.parametrize(
    ("whole", "part", "days"),
    [
        ("2024-02", "late", "2024-02-21/2024-02-29"),
        ("2024-02", "early", "2024-02-01/2024-02-10"),
        ("2024-05", "middle", "2024-05-11/2024-05-20"),
        ("2024-05", "first_half", "2024-05-01/2024-05-15"),
        ("2024-05", "second_half", "2024-05-16/2024-05-31"),
        ("2024", "early", "2024-01/2024-04"),
        ("2024", "middle", "2024-05/2024-08"),
        ("2024", "end", "2024-10/2024-12"),
        ("2024", "start", "2024-01/2024-03"),
        ("2024", "second_half", "2024-07/2024-12"),
        ("2024", "whole", "2024"),
        ("2024-05-15", "late", "2024-05-15"),
    ],
)
def test_parts_of_periods(whole: str, part: str, days: str) -> None:
    assert periods.portion(DateInterval.from_iso(whole), part).to_iso() == days


def test_parts_of_weeks_seasons_and_decades_share_them_without_gaps() -> None:
    for whole in (periods.week_of(DAY), periods.season(2024, 1), periods.decade(1980), periods.quarter(2024, 2)):
        early, middle, late = (periods.portion(whole, part) for part in ("early", "middle", "late"))
        assert (early.start, late.end) == (whole.start, whole.end)
        assert (early.end, middle.end) == (middle.start, late.start)


def test_winter_belongs_to_the_year_of_its_january() -> None:
    assert periods.season(2024, 1).to_iso() == "2023-12/2024-02"


def test_ordinal_weeks_and_weekdays() -> None:
    may = DateInterval.month(2024, 5)
    assert periods.week_in(may, 1).to_iso() == "2024-05-01/2024-05-07"
    assert periods.week_in(may, -1).to_iso() == "2024-05-25/2024-05-31"
    first = periods.weekday_in(may, 4, 1)
    last = periods.weekday_in(may, 4, -1)
    assert first is not None
    assert last is not None
    assert (first.to_iso(), last.to_iso()) == ("2024-05-03", "2024-05-31")
    assert periods.weekday_in(may, 0, 5) is None


@pytest.mark.parametrize(("tense", "month"), [("past", "2024-03"), ("future", "2025-03"), ("", "2024-03")])
def test_nearest(tense: str, month: str) -> None:
    marches = [DateInterval.month(year, 3) for year in (2023, 2024, 2025)]
    assert periods.nearest(marches, DAY, tense).to_iso() == month


def test_what_is_much_nearer_ahead_is_meant_without_a_tense() -> None:
    days = [DateInterval.day(dt.date(year, 6, 2)) for year in (2023, 2024)]
    assert periods.nearest(days, DAY, "").to_iso() == "2024-06-02"


def test_outside_the_calendar_there_is_nothing() -> None:
    with pytest.raises(ValueError, match="year"):
        periods.around(dt.date.max, "year", 1)


@pytest.mark.parametrize(
    ("whole", "unit", "count", "is_first", "days"),
    [
        ("2024", "month", 9, True, "2024-01/2024-09"),
        ("2024", "quarter", 2, False, "2024-07/2024-12"),
        ("2024-02", "day", 3, False, "2024-02-27/2024-02-29"),
        ("2024-02", "week", 2, True, "2024-02-01/2024-02-14"),
        ("2024-02", "week", 5, True, None),
        ("2024", "month", 13, False, None),
    ],
)
def test_the_first_and_the_last_of_a_period(
    whole: str, unit: str, count: int, is_first: bool, days: str | None
) -> None:
    found = periods.edge_of(DateInterval.from_iso(whole), unit, count, is_first=is_first)
    assert (found and found.to_iso()) == days
