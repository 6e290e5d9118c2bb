"""When an act happened: dates of its own clause, pointed ahead for what is planned and back for what was."""

import pytest

from reading.laid_out import reports


def date_of(text: str, on: str = "2024-05-15") -> str:
    (report,) = reports(text, on=on)
    return report.on.interval.to_iso() if report.on is not None else ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sudan and Chad met on Friday in Cairo.", "2024-05-10"),
        ("Sudan and Chad will meet on Friday in Cairo.", "2024-05-17"),
        ("Sudan and Chad met on 3 May 2024.", "2024-05-03"),
        ("Sudan and Chad met yesterday in Cairo.", "2024-05-14"),
        ("Sudan and Chad will meet in June 2024 in Cairo.", "2024-06"),
    ],
)
def test_date_is_pointed_by_what_the_sentence_tells(text: str, date: str) -> None:
    assert date_of(text) == date


def test_no_date_stated_stays_empty() -> None:
    assert date_of("Sudan and Chad met in Cairo.") == ""


@pytest.mark.parametrize("on", ["", "2024-05"])
def test_weekday_has_no_date_where_the_day_of_publication_is_unknown(on: str) -> None:
    assert date_of("Sudan and Chad met on Friday in Cairo.", on) == ""


@pytest.mark.parametrize("on", ["", "2024-05"])
def test_full_date_needs_no_day_of_publication(on: str) -> None:
    assert date_of("Sudan and Chad met on 3 May 2024.", on) == "2024-05-03"
