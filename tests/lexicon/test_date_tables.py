"""Date tables: what a `dates.yml` becomes, and what is said of a wrong one."""

import pytest

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.date_tables import date_languages, load_date_tables, make_date_tables

SMALL = """
published: "2024-05-15"
names: {cldr: [en]}
words:
  rel: {-1: [last], 0: [this]}
  period: {week: [week], month: [month]}
leads: {"on": ["on", "in"], by: ["by"]}
forms:
  - form: "rel period"
    reads: {"last week": "2024-05-06/2024-05-12"}
"""


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(LexiconError) as raised:
        make_date_tables(text, "xx")
    return raised.value.problems


def test_a_small_file_is_enough() -> None:
    tables = make_date_tables(SMALL, "xx")
    assert [form.id for form in tables.forms] == ["ymd", "dmy", "rel period"]
    assert [example.text for example in tables.examples] == ["last week"]


def test_the_four_languages_are_there() -> None:
    assert {"en", "ru", "tr", "ar"} <= set(date_languages())


@pytest.mark.parametrize("lang", date_languages())
def test_every_form_has_an_example_and_every_language_texts_without_dates(lang: str) -> None:
    examples = load_date_tables(lang).examples
    shown = {example.form for example in examples if example.dates}
    assert {form.id for form in load_date_tables(lang).forms} - {"ymd", "dmy"} <= shown
    assert any(example.form == "nothing" for example in examples)


def test_tables_are_loaded_once() -> None:
    assert load_date_tables("en") is load_date_tables("en")


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    with pytest.raises(UnsupportedLanguage, match="en"):
        load_date_tables("xx")


def test_every_problem_is_told_at_once() -> None:
    text = SMALL.replace("week: [week]", 'fortnight: ["(week"]').replace('"rel period"', '"rel [period"')
    text += '  - {form: "rel moon", set: {colour: red}, reads: {}}\nabout: []\n'
    found = "\n".join(problems(text))
    assert "'fortnight' is none of" in found
    assert "is not an expression" in found
    assert "is not closed" in found
    assert "no such class: moon" in found
    assert "no form can set 'colour'" in found
    assert "needs an example" in found
    assert all("@ xx/dates.yml: " in line for line in found.splitlines())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("leads: [", "the file"),
        (SMALL.replace("published:", "printed:"), "printed"),
        (SMALL.replace("cldr: [en]", "cldr: [tlh]"), "CLDR has no locale 'tlh'"),
        (SMALL.replace("cldr: [en]", "cldr: [en], months: {13: [undecimber]}"), "no month and no weekday"),
        (SMALL.replace("by:", "towards:"), "'towards' is none of"),
        (SMALL.replace("rel: {-1: [last], 0: [this]}", "rel: [last]"), "each word needs a meaning"),
        (SMALL.replace("words:", "words:\n  the: {1: [the]}"), "words of this class mean nothing"),
        (SMALL.replace('"rel period"', '"rel period rel"'), "rel stands twice"),
        (SMALL.replace('"rel period"', '"rel ?"'), "not understood"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(text: str, told: str) -> None:
    assert any(told in problem for problem in problems(text))
