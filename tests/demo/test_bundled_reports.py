"""What the bundled example promises in its README holds."""

import json
import re
from collections import Counter

import pytest
from shared_data import shared

from goodoffices.demo import bundled_reports

FIELDS = {"id", "url", "title", "published", "outlet", "text"}
SHARED_WORDS = 10


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    """Return the example's lines as they stand in the file."""
    return [json.loads(line) for line in bundled_reports().read_text("utf-8").splitlines()]


def test_every_line_has_all_fields_and_nothing_else(lines: list[dict[str, str]]) -> None:
    for line in lines:
        assert set(line) == FIELDS
        assert all(value.strip() for value in line.values()), line["id"]


def test_outlets_and_addresses_are_marked_as_examples(lines: list[dict[str, str]]) -> None:
    marks = ("Example", "Пример", "Örnek", "المثال", "Nümunə", "Exemple", "Beispiel")
    for line in lines:
        assert line["url"].startswith("example:")
        assert any(mark in line["outlet"] for mark in marks), line["outlet"]


def test_there_are_six_languages_and_more(lines: list[dict[str, str]]) -> None:
    per_language = Counter(line["id"].split("-")[0] for line in lines)
    assert {"en", "ru", "tr", "ar", "az", "fr"} <= set(per_language)
    assert per_language["en"] >= 6 and per_language["ru"] >= 5 and per_language["tr"] >= 3 and per_language["ar"] >= 3


def test_reports_are_short(lines: list[dict[str, str]]) -> None:
    for line in lines:
        assert 80 <= len(line["text"].split()) <= 220, line["id"]


def test_one_article_comes_twice_the_correction_last(lines: list[dict[str, str]]) -> None:
    ids = Counter(line["id"] for line in lines)
    twice = [article for article, times in ids.items() if times > 1]
    assert twice == ["en-05"]
    first, second = (line for line in lines if line["id"] == "en-05")
    assert first["published"] < second["published"]
    assert first["text"] != second["text"] and first["url"] == second["url"]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


def test_no_sentence_is_taken_from_the_annotated_reports(lines: list[dict[str, str]]) -> None:
    folder = shared("gold", "dev")
    taken = set().union(*(_runs(json.loads(path.read_text("utf-8"))["text"]) for path in folder.glob("*.json")))
    for line in lines:
        assert not _runs(line["text"]) & taken, line["id"]
