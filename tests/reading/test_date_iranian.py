"""The Iranian calendar."""

import datetime as dt
from itertools import pairwise

import pytest

from goodoffices.reading import date_iranian as iranian


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1357, dt.date(1978, 3, 21)),
        (1376, dt.date(1997, 3, 21)),
        (1399, dt.date(2020, 3, 20)),
        (1400, dt.date(2021, 3, 21)),
        (1403, dt.date(2024, 3, 20)),
        (1404, dt.date(2025, 3, 21)),
    ],
)
def test_new_years(year: int, day: dt.date) -> None:
    assert iranian.new_year(year) == day


def test_months_fill_the_year_without_gaps() -> None:
    for year in range(1390, 1410):
        months = [iranian.month(year, number) for number in range(1, 13)]
        assert months[0].start == iranian.new_year(year)
        assert months[-1].end == iranian.new_year(year + 1)
        assert all(one.end == other.start for one, other in pairwise(months))


def test_a_known_day() -> None:
    known = iranian.day(1357, 11, 22)
    assert known is not None
    assert known.to_iso() == "1979-02-11"


def test_days_that_a_month_does_not_have() -> None:
    assert iranian.day(1403, 12, 30) is not None
    assert iranian.day(1402, 12, 30) is None
    assert iranian.day(1402, 7, 31) is None


@pytest.mark.parametrize("year", [1205, 1501])
def test_years_for_which_the_cycle_is_not_known(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        iranian.new_year(year)
