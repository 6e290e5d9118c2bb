"""`goodoffices brief` in every format."""

import json
from pathlib import Path

import pytest
from records import small_record

from cli.conftest import Call
from goodoffices.cli.brief import BriefFormat
from goodoffices.exports.brief_formats import BRIEF_FORMATS

BEGINS = {"md": b"# Brief", "html": b"<!doctype html>", "json": b"{", "docx": b"PK\x03\x04", "pdf": b"%PDF-"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with small_record(tmp_path) as view:
        return view.path


def test_the_command_knows_every_format() -> None:
    assert [*BriefFormat] == [*BRIEF_FORMATS] == [*BEGINS]


@pytest.mark.parametrize("ending", BEGINS)
def test_a_brief_is_written_to_a_file(call: Call, record: Path, tmp_path: Path, ending: str) -> None:
    for number, more in enumerate((("--format", ending), ())):
        file = tmp_path / f"{number}.{ending}"
        called = call("brief", "--record", record, "--output", file, *more)
        assert (called.status, called.out, called.err) == (0, "", "")
        assert file.read_bytes().startswith(BEGINS[ending])
    assert (tmp_path / f"0.{ending}").read_bytes() == (tmp_path / f"1.{ending}").read_bytes()


def test_format_stands_above_the_ending(call: Call, record: Path, tmp_path: Path) -> None:
    call("brief", "--record", record, "--output", tmp_path / "brief.pdf", "--format", "json")
    assert json.loads((tmp_path / "brief.pdf").read_text("utf-8"))["entry_count"] == 5


def test_without_a_file_a_brief_is_printed(call: Call, record: Path) -> None:
    assert call("brief", "--record", record).out.startswith("# Brief: 2 – 12 May 2024\n")


def test_a_terminal_is_not_shown_a_word_file(call: Call, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    called = call("brief", "--record", record, "--format", "docx")
    assert called.status == 2
    assert "--output" in called.err


def test_a_file_that_cannot_be_written_is_named(call: Call, record: Path, tmp_path: Path) -> None:
    called = call("brief", "--record", record, "--output", tmp_path / "none" / "brief.pdf")
    assert called.status == 2
    assert "cannot be written" in called.err
