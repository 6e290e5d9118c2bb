"""`goodoffices names` as a program calls it."""

import json

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from goodoffices.cli.names import app
from goodoffices.errors import UsageError


def called(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_json_has_score_and_reason() -> None:
    answer = json.loads(called("Пашинян", "Paşinyan", "--lang-a", "ru", "--lang-b", "tr", "--format", "json"))
    assert answer == {"score": 1.0, "reason": "Пашинян ≈ Paşinyan (same sounds)"}


def test_a_program_gets_json_without_asking() -> None:
    assert json.loads(called("Armen Grigoryan", "Mher Grigoryan"))["score"] < 0.5


def test_people_get_a_line() -> None:
    assert called("TRIPP", "Trump route", "--format", "text") == "0.97  TRIPP and Trump route are names of one thing\n"


def test_no_name_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="no name is given"):
        called(" ", "Paşinyan")


def test_it_has_examples_in_its_help() -> None:
    assert isinstance(app, typer.Typer)
    assert "goodoffices names Пашинян" in (get_command(app).help or "")
