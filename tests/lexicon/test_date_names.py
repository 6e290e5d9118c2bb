"""Names of months and weekdays from CLDR."""

import re

import pytest

from goodoffices.lexicon.date_names import Names, name_classes
from goodoffices.lexicon.date_notation import expand


def number_of(name: str, names: Names, kind: str) -> set[int]:
    listed = dict(name_classes(names))[kind]
    return {key for key, fragments in listed.items() if any(re.fullmatch(expand(one), name) for one in fragments)}


def test_both_arabic_sets_of_months() -> None:
    names = Names(cldr=["ar", "ar_SY", "ar_MA"])
    assert number_of("مايو", names, "month_name") == {5}
    assert number_of("أيار", names, "month_name") == {5}
    assert number_of("تشرين الثاني", names, "month_name") == {11}
    assert number_of("غشت", names, "month_name") == {8}


def test_short_names_do_not_stand_for_a_date_alone() -> None:
    names = Names(cldr=["en"])
    assert number_of("Feb.", names, "month") == {2}
    assert number_of("Feb.", names, "month_name") == set()
    assert number_of("Sat", names, "wd") == {5}
    assert number_of("Sat", names, "weekday") == set()
    assert number_of("monday", Names(cldr=["en"]), "weekday") == set()
    assert number_of("Monday", Names(cldr=["en"]), "weekday") == {0}


def test_stems_endings_and_folding() -> None:
    names = Names(cldr=["ru"], cut="[ья]", ending="(?:ь|я|е)", drop=["май", "мая"], months={5: ["мае"]})
    assert number_of("январе", names, "month_name") == {1}
    assert number_of("мая", names, "month_name") == set()
    assert number_of("мае", names, "month_name") == {5}
    folded = Names(cldr=["ar"], fold={"أ": "[أا]"})
    assert number_of("ابريل", folded, "month_name") == {4}


def test_names_that_babel_fills_in_from_elsewhere_are_left_out() -> None:
    assert number_of("yanvar", Names(cldr=["ka"]), "month_name") == set()
    assert number_of("იანვარი", Names(cldr=["ka"]), "month_name") == {1}


def test_an_unknown_locale_is_named() -> None:
    with pytest.raises(ValueError, match="tlh"):
        list(name_classes(Names(cldr=["tlh"])))
