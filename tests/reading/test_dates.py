"""Dates in running text: every example of the lexicon, sentences of our own, and what no date may be read from."""

import datetime as dt
import time
from functools import cache
from pathlib import Path

import pytest
import yaml

from goodoffices.lexicon.date_tables import DateExample, date_languages, load_date_tables
from goodoffices.model.dates import Direction
from goodoffices.reading.dates import find_dates, repoint
from reading.date_printing import written

CASES = Path(__file__).parent / "date_cases"
LEAST_RIGHT = 0.95
PUBLISHED = dt.date(2024, 5, 15)

EXAMPLES = [(lang, example) for lang in date_languages() for example in load_date_tables(lang).examples]


@cache
def cases(lang: str) -> list[dict[str, object]]:
    return list(yaml.safe_load((CASES / f"{lang}.yml").read_text("utf-8")))


def read(text: str, lang: str = "en", on: dt.date | None = PUBLISHED) -> list[str]:
    return [written(mention) for mention in find_dates(text, load_date_tables(lang), on)]


@pytest.mark.parametrize(
    ("lang", "example"), EXAMPLES, ids=[f"{lang}-{example.form}-{example.text[:24]}" for lang, example in EXAMPLES]
)
def test_examples_of_the_lexicon(lang: str, example: DateExample) -> None:
    assert tuple(read(example.text, lang, dt.date.fromisoformat(example.on))) == example.dates


@pytest.mark.parametrize("lang", sorted(path.stem for path in CASES.glob("*.yml")))
def test_sentences_of_our_own(lang: str) -> None:
    wrong = [
        (case["text"], case["dates"], found)
        for case in cases(lang)
        if (found := read(str(case["text"]), lang, dt.date.fromisoformat(str(case["published"])))) != case["dates"]
    ]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(cases(lang)), wrong


@pytest.mark.parametrize("lang", ["en", "ru", "tr", "ar"])
def test_there_are_enough_sentences(lang: str) -> None:
    assert sum(len(case["dates"]) for case in cases(lang) if isinstance(case["dates"], list)) >= 15


@pytest.mark.parametrize("lang", date_languages())
def test_spans_hold_what_was_read(lang: str) -> None:
    for example in load_date_tables(lang).examples:
        shifted = find_dates(example.text, load_date_tables(lang), PUBLISHED, offset=7)
        ends = 7
        for mention in shifted:
            assert mention.span.start >= ends
            assert ("." * 7 + example.text)[mention.span.start : mention.span.end] == mention.text
            ends = mention.span.end


def test_a_bare_weekday_points_where_the_clause_does() -> None:
    tables = load_date_tables("en")
    (mention,) = find_dates("a meeting on Friday", tables, PUBLISHED)
    assert mention.is_bare
    assert written(repoint(mention, PUBLISHED, tables, future=True)) == "2024-05-17"
    assert written(repoint(mention, PUBLISHED, tables, future=False)) == "2024-05-10"
    assert repoint(mention, PUBLISHED, tables, future=True).span == mention.span


@pytest.mark.parametrize(
    ("text", "future", "past"),
    [
        ("in June", "2024-06", "2023-06"),
        ("on 3 June", "2024-06-03", "2023-06-03"),
        ("on 3-4 June", "2024-06-03/2024-06-04", "2023-06-03/2023-06-04"),
        ("in early June", "2024-06-01/2024-06-10", "2023-06-01/2023-06-10"),
        ("in the autumn", "2024-09/2024-11", "2023-09/2023-11"),
        ("on Wednesday", "2024-05-15", "2024-05-15"),
    ],
)
def test_tense_decides_for_bare_dates(text: str, future: str, past: str) -> None:
    tables = load_date_tables("en")
    assert [written(m) for m in find_dates(text, tables, PUBLISHED, direction="future")] == [future]
    assert [written(m) for m in find_dates(text, tables, PUBLISHED, direction="past")] == [past]


def test_repointing_leaves_full_dates_alone() -> None:
    tables = load_date_tables("en")
    (mention,) = find_dates("on 3 June 2021", tables, PUBLISHED)
    assert not mention.is_bare
    assert repoint(mention, PUBLISHED, tables, future=True) is mention


def test_without_a_day_of_publication_only_full_dates_have_days() -> None:
    assert read("They met last week, on 3 June 2021 and in 1994.", on=None) == ["?", "2021-06-03", "1994"]


def test_deadlines_are_last_days() -> None:
    (mention,) = find_dates("by the end of 2024", load_date_tables("en"), PUBLISHED)
    assert mention.direction is Direction.BY
    assert mention.interval is not None
    assert mention.interval.to_iso() == "2024-12-31"


@pytest.mark.parametrize(
    "text",
    ["The end of 9999.", "On 31 December 9999.", "In May 9999.", "5,000 years ago.", "In the 9990s.", "On 30 February.",
     "On 0 May.", "On 31 June 2024.", "99.99.9999", "0000-00-00", "On 29 February 2023.", "10 May 0000"],
)  # fmt: skip
def test_what_no_calendar_has_does_no_harm(text: str) -> None:
    find_dates(text, load_date_tables("en"), PUBLISHED)
    find_dates(text, load_date_tables("en"), dt.date.max)
    find_dates(text, load_date_tables("en"), dt.date.min)


def test_a_year_far_off_is_read_as_it_stands() -> None:
    assert read("The page says 10 May 3024.") == ["3024-05-10"]


def test_the_29th_of_february_is_found_in_a_leap_year() -> None:
    assert read("They met on 29 February.", on=dt.date(2024, 6, 1)) == ["2024-02-29"]
    assert read("They met on 29 February.", on=dt.date(2023, 6, 1)) == ["2020-02-29"]


@pytest.mark.parametrize("lang", date_languages())
@pytest.mark.parametrize(
    "piece",
    ["1 ", "10-", "2024 ", "the last of the ", "May ", "в конце ", "ayın ", "في ", "12.05.", "1980s-", " ", "-'"],
)
def test_no_text_makes_it_slow(lang: str, piece: str) -> None:
    text = piece * (20_000 // len(piece))
    began = time.process_time()
    find_dates(text, load_date_tables(lang), PUBLISHED)
    assert time.process_time() - began < 2


def test_what_it_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = load_date_tables("en")
    monkeypatch.setattr("goodoffices.lexicon.date_tables.MEMO_WORDS", 50)
    for number in range(200):
        tables.word_classes(f"word{'x' * number}")
    assert len(tables._memo) <= 50


def test_the_same_text_gives_the_same_dates() -> None:
    text = "They met on 3 May; the next day, a Saturday, they left. Talks resume in June."
    tables = load_date_tables("en")
    assert find_dates(text, tables, PUBLISHED) == find_dates(text, tables, PUBLISHED)
