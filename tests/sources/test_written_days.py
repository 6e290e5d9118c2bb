"""Days written out in texts of many languages."""

import datetime as dt

import pytest

from goodoffices.sources.written_days import days_in, is_month_first

DAY = dt.date(2024, 5, 10)


@pytest.mark.parametrize(
    "text",
    [
        "10 May 2024", "Friday, May 10th, 2024", "May 10 2024, 08:15", "10. Mai 2024", "vendredi 10 mai 2024 à 8h15",
        "10 de mayo de 2024", "10 мая 2024 г.", "10 травня 2024", "10 Mayıs 2024 Cuma", "10 May 2024, 18:30",
        "10 Մայիսի, 2024", "10 მაისი, 2024", "10 مايو 2024", "١٠ مايو ٢٠٢٤", "10 أيار 2024", "2024. május 10.",
        "2024年5月10日", "10.05.2024", "10.05.24", "10. 5. 2024", "2024-05-10T08:15", "2024/05/10", "10/05/2024",
        "10-05-2024", "Paris, le 10 mai 2024", "10 маусым 2024 емес, 10 мамыр 2024",
    ],
)  # fmt: skip
def test_a_day_is_found(text: str) -> None:
    assert days_in(text)[-1][1] == DAY


@pytest.mark.parametrize(
    "text",
    [
        "", "May 2024", "10 May", "31 February 2024", "10.05.24.7", "tel. 10 05 2024", "1.10.05.2024", "10 Mayor 2024",
        "10 listopada 2024", "10 M05 2024", "40/40/2024", "10 May 3024", "ISBN 2024-05-10-1",
    ],
)  # fmt: skip
def test_no_day_is_made_up(text: str) -> None:
    assert days_in(text) == []


def test_days_come_in_the_order_of_the_text() -> None:
    assert days_in("Changed on 11.05.2024, made on 10 May 2024.") == [(11, dt.date(2024, 5, 11)), (31, DAY)]


@pytest.mark.parametrize(
    ("lang", "host", "expected"),
    [
        ("en", "news.example.com", True),
        ("en-US", "example.org", True),
        ("en-GB", "example.org", False),
        ("en", "example.co.uk", False),
        ("en", "example.in", False),
        ("fr", "example.com", False),
        ("", "example.com", False),
        ("no language", "", False),
    ],
)
def test_the_month_stands_first_where_it_is_written_so(lang: str, host: str, *, expected: bool) -> None:
    assert is_month_first(lang, host) is expected


def test_of_two_numbers_that_may_be_the_month_the_page_decides() -> None:
    assert days_in("05/10/2024", is_month_first=True) == [(0, DAY)]
    assert days_in("05/10/2024") == [(0, dt.date(2024, 10, 5))]
    assert days_in("05/13/2024") == [(0, dt.date(2024, 5, 13))]
    assert days_in("10.05.2024", is_month_first=True) == [(0, DAY)]
