"""The commands that print what a record holds."""

import json
from pathlib import Path

import pytest
from records import small_record

from cli.conftest import Call
from goodoffices.cli.main import COMMANDS
from goodoffices.errors import GoodOfficesError
from goodoffices.record.store import Record

CONTRACT = {
    "doc", "id", "kind", "status", "actors", "targets", "mediators", "host", "place", "date", "speaker", "issue",
    "modality", "evidence", "spans",
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with small_record(tmp_path) as view:
        return view.path


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_examples(call: Call, command: str) -> None:
    called = call(command, "--help")
    assert called.status == 0
    assert "Examples:" in called.out
    assert f"goodoffices {command}" in called.out
    assert COMMANDS[command] in " ".join(called.out.split())
    # Only what the command can do: how a shell completes names is no option of it.
    assert "completion" not in called.out


def test_help_lists_every_command(call: Call) -> None:
    out = call("--help").out
    assert all(f"  {name} " in out for name in COMMANDS)


def test_no_command_and_wrong_options_are_wrong_use(call: Call) -> None:
    assert call().status == 2
    assert call("no-such-command").status == 2
    assert call("reports", "--no-such-option").status == 2
    assert call("reports", "--format", "xml").status == 2


def test_the_version_is_printed(call: Call) -> None:
    called = call("--version")
    assert (called.status, called.out.startswith("goodoffices ")) == (0, True)


def test_reports_hold_the_fields_of_the_contract_and_their_spans_verify(call: Call, record: Path) -> None:
    called = call("reports", "--record", record, "--format", "jsonl")
    lines = [json.loads(line) for line in called.out.splitlines()]
    assert called.status == 0
    assert len(lines) == 7
    for line in lines:
        assert set(line) >= CONTRACT
        assert line["evidence"]["text"]
        filled = {field for field in CONTRACT - {"doc", "id", "evidence", "spans"} if line[field]}
        assert filled <= set(line["spans"])
        for spans in line["spans"].values():
            assert all(span["end"] - span["start"] == len(span["text"]) for span in spans)


def test_reports_come_out_in_the_same_order_every_time(call: Call, record: Path) -> None:
    first, second = (call("reports", "--record", record, "--format", "jsonl").out for _ in range(2))
    assert first == second
    docs = [json.loads(line)["doc"] for line in first.splitlines()]
    assert docs == sorted(docs)


def test_reports_of_one_kind(call: Call, record: Path) -> None:
    called = call("reports", "--record", record, "--kind", "demand")
    assert [json.loads(line)["kind"] for line in called.out.splitlines()] == ["demand"]


def test_acts_name_their_reports(call: Call, record: Path) -> None:
    acts = [json.loads(line) for line in call("acts", "--record", record, "--format", "jsonl").out.splitlines()]
    reports = {json.loads(line)["id"] for line in call("reports", "--record", record).out.splitlines()}
    assert {report for act in acts for report in act["reports"]} == reports
    assert [len(act["reports"]) for act in acts if act["date"] == "2024-05-10"] == [2]


def test_tables_are_for_people(call: Call, record: Path) -> None:
    for command in ("reports", "acts"):
        out = call(command, "--record", record, "--format", "table").out
        assert "2024-05-10" in out
        assert "{" not in out
        assert "\x1b" not in out


def test_show_gives_an_act_with_underlined_evidence(call: Call, record: Path) -> None:
    acts = [json.loads(line) for line in call("acts", "--record", record).out.splitlines()]
    (meeting,) = (act for act in acts if act["date"] == "2024-05-10")
    called = call("show", meeting["id"][:8], "--record", record)
    assert called.status == 0
    assert "accounts differ on mediators" in called.out
    assert "Andes Wire, 11 May 2024" in called.out
    assert "PLACE" in called.out
    assert call("show", meeting["reports"][0], "--record", record).out == called.out
    held = json.loads(call("show", meeting["id"], "--record", record, "--format", "jsonl").out)
    assert [account["id"] for account in held["accounts"]] != []


def test_explain_names_the_entries(call: Call, record: Path) -> None:
    report = json.loads(call("reports", "--record", record).out.splitlines()[0])
    out = call("explain", report["id"], "--record", record).out
    assert "read by" in out
    assert report["read_by"][0] in out


def test_an_id_that_is_not_there_is_named(call: Call, record: Path) -> None:
    for command in ("show", "explain"):
        called = call(command, "kffffffff", "--record", record)
        assert called.status == 1
        assert called.err.startswith("goodoffices: kffffffff: nothing in the record has this id")
        assert "Traceback" not in called.err


def test_search_finds_words_in_articles(call: Call, record: Path) -> None:
    hits = [json.loads(line) for line in call("search", "envoys", "Bogota", "--record", record).out.splitlines()]
    assert sorted(hit["doc"] for hit in hits) == ["post-1", "post-2", "wire-1"]
    assert all("envoys" in hit["snippet"].lower() for hit in hits)
    assert call("search", "nowhere", "--record", record).out == ""
    assert call("search", 'un"balanced AND (', "--record", record).status == 0


def test_the_brief_is_printed_or_written(call: Call, record: Path, tmp_path: Path) -> None:
    assert call("brief", "--record", record, "--since", "2024-05").out.startswith("# Brief: 1 – 12 May 2024")
    target = tmp_path / "brief.html"
    called = call("brief", "--record", record, "--format", "html", "-o", target)
    assert (called.status, called.out) == (0, "")
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert json.loads(call("brief", "--record", record, "--format", "json").out)["sections"]


@pytest.mark.parametrize(
    "arguments",
    [("--since", "May"), ("--since", "2024-06", "--until", "2024-05"), ("--format", "odt"), ("-o", "/no/b.md")],
)
def test_wrong_use_of_the_brief_is_told(call: Call, record: Path, arguments: tuple[str, ...]) -> None:
    called = call("brief", "--record", record, *arguments)
    assert called.status == 2
    assert called.out == ""
    assert "Traceback" not in called.err


def test_acts_that_are_behind_their_reports_are_said_to_be(call: Call, record: Path) -> None:
    assert call("acts", "--record", record).err == ""
    with Record.open(record) as opened:
        opened._connection.execute("INSERT INTO changed_reports SELECT id FROM reports")
    assert "cut off before the acts were made" in call("acts", "--record", record).err


@pytest.mark.parametrize("command", ["reports", "acts", "brief"])
def test_no_record_is_told_with_what_to_do(call: Call, tmp_path: Path, command: str) -> None:
    called = call(command, "--record", tmp_path / "none.db")
    assert called.status == 1
    assert "there is no record" in called.err
    assert "goodoffices read" in called.err


def test_settings_from_the_environment_serve_and_wrong_ones_are_told(
    call: Call, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOODOFFICES_RECORD", str(record))
    assert len(call("reports").out.splitlines()) == 7
    monkeypatch.setenv("GOODOFFICES_WORKERS", "many")
    called = call("reports")
    assert called.status == 2
    assert "GOODOFFICES_WORKERS" in called.err


def test_every_error_has_a_status_of_the_contract() -> None:
    def kinds(kind: type[GoodOfficesError]) -> list[type[GoodOfficesError]]:
        return [kind, *(below for child in kind.__subclasses__() for below in kinds(child))]

    assert {kind.exit_status for kind in kinds(GoodOfficesError)} == {1, 2, 130}
