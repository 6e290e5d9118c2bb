"""`goodoffices dates`."""

import json

import pytest
from typer.testing import CliRunner

from goodoffices.cli.dates import app
from goodoffices.errors import UnsupportedLanguage, UsageError

TEXT = "They met last Friday and will sign by the end of June."


def called(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_json_has_offsets_text_date_and_direction() -> None:
    lines = json.loads(called(TEXT, "--lang", "en", "--on", "2024-05-15", "--format", "json"))
    assert lines == [
        {"start": 9, "end": 20, "text": "last Friday", "date": "2024-05-10", "direction": "on"},
        {"start": 35, "end": 53, "text": "by the end of June", "date": "2024-06-30", "direction": "by"},
    ]


def test_json_counts_code_points_and_keeps_the_script() -> None:
    (line,) = json.loads(called("🕊 سيلتقيان غداً.", "--lang", "ar", "--on", "2024-05-15", "--format", "json"))
    assert line["text"] == "🕊 سيلتقيان غداً."[line["start"] : line["end"]]
    assert line["date"] == "2024-05-16"


def test_off_a_terminal_json_is_printed() -> None:
    assert json.loads(called("Nothing here.", "--lang", "en")) == []


def test_a_date_that_cannot_be_anchored_is_empty() -> None:
    (line,) = json.loads(called("They met last week.", "--lang", "en"))
    assert line["date"] == ""


def test_the_table_is_for_people() -> None:
    out = called(TEXT, "--lang", "en", "--on", "2024-05-15", "--format", "table")
    assert "by the end of June" in out
    assert "2024-06-30" in out


def test_a_wrong_day_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="--on"):
        called(TEXT, "--lang", "en", "--on", "yesterday")


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnsupportedLanguage, match="tlh"):
        called(TEXT, "--lang", "tlh", "--on", "2024-05-15")
