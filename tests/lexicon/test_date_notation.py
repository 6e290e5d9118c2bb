"""The notation of date forms."""

import re

import pytest

from goodoffices.lexicon.date_notation import expand, parse_form, pattern_of, split_words

WORDS = {"the": "the", "day": r"\d{1,2}", "th": "(?:st|th)", "month": "(?:may|june)", "day2": r"\d{1,2}"}


def matched(form: str, text: str) -> str | None:
    found = re.match(pattern_of(parse_form(form), WORDS.__getitem__), text)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("form", "text", "stretch"),
    [
        ("[the] day[+th] month", "the 10th may", "the 10th may"),
        ("[the] day[+th] month", "10 may", "10 may"),
        ("[the] day[+th] month", "10may", None),
        ("day month", "10\nmay", None),
        ("day month", "10 mayor", None),
        ("day - day2 month", "10 – 11 may", "10 – 11 may"),
        ("day , month", "10 may", "10 may"),
        ("day , month", "10, may", "10, may"),
        ("(day month | month day)", "may 10", "may 10"),
        ("day [month]", "10 of", "10"),
        ("day / month", "10/may", "10/may"),
    ],
)
def test_forms(form: str, text: str, stretch: str | None) -> None:
    assert matched(form, text) == stretch


def test_what_a_form_needs_and_begins_with() -> None:
    tree = parse_form("[the] (day | month) [month] day2")
    assert tree.required() == {"day"}
    assert tree.first() == {"the", "day", "month"}


@pytest.mark.parametrize("form", ["day ]", "[day", "(day | )", "day ?", "[]", "(day]"])
def test_what_is_not_in_the_notation(form: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_form(form)


def test_single_words_of_fragments() -> None:
    assert split_words("day before yesterday") == ["day", "before", "yesterday"]
    assert split_words("mayıs(?:'?(?:ta|da))?") == ["mayıs(?:'?(?:ta|da))?"]
    assert split_words("year-end") == ["year", "end"]
    assert split_words("'?90's") == ["90", "s"]
    assert split_words("Q3") == ["Q", "3"]


def test_apostrophes_and_blanks_stand_for_all_their_kinds() -> None:
    assert re.fullmatch(expand("d'ici la"), "d’ici la")
    assert not re.fullmatch(expand("d'ici la"), "d’ici\nla")
