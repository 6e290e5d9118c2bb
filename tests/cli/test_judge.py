"""`goodoffices judge`, as a reviewer uses it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from judging import ARTICLES, keep
from samples import a_report

from cli.conftest import Call
from goodoffices.record.store import Record

SUBCOMMANDS = (
    "same", "different", "unsure", "confirm", "correct", "reject", "link", "unlink", "withdraw", "list", "export",
    "import",
)  # fmt: skip


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a record with a meeting told twice and another told once, and set who judges in it."""
    path = tmp_path / "test.db"
    with Record.open(path) as record:
        for article, date in zip(ARTICLES, ("2024-05-10", "2024-05-10", "2024-08-10"), strict=False):
            keep(record, article, a_report(article, date=date, place="Quito", mediators=["Chile", "Ecuador"]))
    monkeypatch.setenv("GOODOFFICES_RECORD", str(path))
    monkeypatch.setenv("GOODOFFICES_REVIEWER", "A. Reviewer")
    return path


def acts(call: Call) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("acts", "--format", "jsonl").out.splitlines()]


def listed(call: Call, *options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("judge", "list", "--format", "jsonl", *options).out.splitlines()]


@pytest.mark.parametrize("subcommand", SUBCOMMANDS)
def test_every_subcommand_has_help_with_examples(call: Call, subcommand: str) -> None:
    called = call("judge", subcommand, "--help")
    assert called.status == 0
    assert "Examples:" in called.out
    assert f"goodoffices judge {subcommand}" in called.out
    assert "[[" not in called.out


def test_the_groups_help_lists_every_subcommand_with_a_whole_line(call: Call) -> None:
    out = call("judge", "--help").out
    found = re.findall(r"^  ([a-z]+) {2,}(.+)$", out.partition("Commands:")[2], re.MULTILINE)
    assert [name for name, _ in found] == list(SUBCOMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for _, line in found)
    assert call("judge").status == 2


def test_same_joins_two_acts_and_withdrawing_parts_them_again(call: Call) -> None:
    first, second = (str(act["id"]) for act in acts(call))
    called = call("judge", "same", first[:9], second, "--reason", "one meeting, told on two days")
    assert (called.status, called.err) == (0, "")
    assert "(3 reports)" in called.out
    assert [len(act["reports"]) for act in acts(call)] == [3]
    for judgement in listed(call):
        undone = call("judge", "withdraw", str(judgement["id"]), "--reason", "two after all", "--by", "B. Reviewer")
        assert undone.status == 0
    assert len(acts(call)) == 2
    assert {(one["verdict"], one["standing"]) for one in listed(call)} == {
        ("same", "withdrawn"),
        ("withdraw", "stands"),
    }


def test_a_report_is_set_against_its_act(call: Call) -> None:
    act = acts(call)[0]
    report = str(act["reports"][0])
    assert call("judge", "different", str(act["id"]), report, "--reason", "the dinner").status == 0
    assert len(acts(call)) == 3
    assert call("judge", "unsure", report, "place", "--reason", "nobody knows").status == 0
    assert call("judge", "unsure", *(one for one in listed(call)[0]["now"]), "--reason", "nobody knows").status == 0
    assert len(acts(call)) == 2


def test_fields_are_corrected_confirmed_and_rejected(call: Call) -> None:
    act = str(acts(call)[0]["id"])
    assert call("judge", "correct", act, "place", "Lima", "--reason", "the dateline").status == 0
    assert call("judge", "reject", act, "mediators", "Chile", "--reason", "it lent the room").status == 0
    assert call("judge", "confirm", act, "date", "--reason", "the calendar").status == 0
    assert call("judge", "correct", act, "status", "", "--reason", "not known").status == 0
    now = acts(call)[0]
    assert (now["place"], now["mediators"], now["date"], now["status"]) == ("Lima", ["Ecuador"], "2024-05-10", "")


def test_a_rejected_report_makes_no_act_and_show_says_who_rejected_it(call: Call) -> None:
    act = acts(call)[1]
    report = str(act["reports"][0])
    assert call("judge", "reject", report, "--reason", "another conflict").status == 0
    assert len(acts(call)) == 1
    called = call("show", report)
    assert called.status == 1
    assert "it is rejected" in called.err
    assert "A. Reviewer" in called.err
    assert "another conflict" in called.err
    assert call("judge", "confirm", report, "--reason", "the same after all").status == 0
    assert len(acts(call)) == 2


def test_show_and_explain_tell_who_judged_what(call: Call) -> None:
    first, second = (str(act["id"]) for act in acts(call))
    call("judge", "confirm", first, "place", "--reason", "the ministry says so")
    call("judge", "link", first, second, "--reason", "the second was agreed there")
    overruled = call("judge", "correct", first, "date", "2024-05-09", "--reason", "the eve").out.split()[0]
    call("judge", "withdraw", overruled, "--reason", "no")
    shown = call("show", first).out
    assert "judged by A. Reviewer" in shown
    assert "confirm place: Quito (the ministry says so)" in shown
    assert "link to r" in shown
    assert listed(call)[0]["verdict"] == "confirm"
    report = str(acts(call)[0]["reports"][0])
    assert "confirm place: Quito" in call("explain", report).out
    judged = json.loads(call("show", first, "--format", "jsonl").out)["judgements"]
    assert {one["standing"] for one in judged} == {"stands", "withdrawn"}
    assert all(set(one) >= {"id", "verdict", "by", "at", "reason", "now"} for one in judged)


def test_links_are_confirmed_and_cut(call: Call) -> None:
    first, second = (str(act["id"]) for act in acts(call))
    assert call("judge", "link", first, second, "--reason", "it followed").out.splitlines()[0].split()[1] == "link"
    assert call("judge", "unlink", second, first, "--reason", "it did not").out.splitlines()[0].split()[1] == "unlink"
    assert [one["standing"] for one in listed(call)] == ["overruled", "stands"]
    called = call("judge", "link", first, first, "--reason", "x")
    assert (called.status, "these are one act" in called.err) == (2, True)


def test_the_list_is_filtered(call: Call, record: Path) -> None:
    first, second = (str(act["id"]) for act in acts(call))
    call("judge", "correct", first, "place", "Lima", "--reason", "a")
    call("judge", "confirm", second, "--reason", "b", "--by", "B. Reviewer")
    with Record.open(record) as opened:
        keep(opened, ARTICLES[2], reader="v2")
    assert len(listed(call)) == 3
    assert [one["verdict"] for one in listed(call, "--by", "B. Reviewer")] == ["confirm"]
    assert [one["verdict"] for one in listed(call, "--standing", "dormant")] == ["confirm"]
    assert [one["now"] for one in listed(call, "--standing", "dormant")] == [[]]
    assert {one["verdict"] for one in listed(call, "--verdict", "correct")} == {"correct"}
    assert len(listed(call, "--on", first)) == 2
    table = call("judge", "list", "--format", "table").out
    assert "dormant" in table
    assert "A. Reviewer" in table


def test_judgements_go_from_desk_to_desk(call: Call, tmp_path: Path) -> None:
    first, second = (str(act["id"]) for act in acts(call))
    call("judge", "same", first, second, "--reason", "one")
    target = tmp_path / "judgements.jsonl"
    assert call("judge", "export", target).status == 0
    assert target.read_text("utf-8") == call("judge", "export").out
    again = call("judge", "import", target)
    assert (again.status, again.out) == (0, "")
    assert "0 judgements added, 2 already there" in again.err
    target.write_text(target.read_text("utf-8") + "no judgement\n", "utf-8")
    bad = call("judge", "import", target)
    assert bad.status == 1
    assert f"error: {target}:3: this line is left out" in bad.err


@pytest.mark.parametrize(
    ("arguments", "status", "what"),
    [
        (("same", "k0", "k1"), 2, "--reason"),
        (("same", "k0", "k1", "--reason", "x"), 1, "nothing in the record has this id"),
        (("correct", "ACT", "colour", "red", "--reason", "x"), 2, "no such field"),
        (("correct", "ACT", "date", "soon", "--reason", "x"), 2, "is no date"),
        (("correct", "ACT", "status", "signed", "--reason", "x"), 2, "It is one of proposed"),
        (("confirm", "ACT", "place", "Lima", "--reason", "x"), 2, "They say Quito"),
        (("confirm", "ACT", "--reason", " "), 2, "has a reason"),
        (("withdraw", "j0", "--reason", "x"), 1, "no judgement has this id"),
        (("import", "nowhere.jsonl"), 2, "cannot be read"),
        (("export", "/nowhere/x.jsonl"), 2, "cannot be written"),
        (("list", "--standing", "asleep"), 2, "asleep"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_kept(call: Call, arguments: tuple[str, ...], status: int, what: str) -> None:
    act = str(acts(call)[0]["id"])
    called = call("judge", *(act if argument == "ACT" else argument for argument in arguments))
    assert called.status == status
    assert what in called.err
    assert called.out == ""
    assert "Traceback" not in called.err
    assert listed(call) == []


def test_nobody_judges_without_a_name_or_what_was_never_read(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    act = str(acts(call)[0]["id"])
    monkeypatch.delenv("GOODOFFICES_REVIEWER")
    called = call("judge", "confirm", act, "--reason", "x")
    assert (called.status, "GOODOFFICES_REVIEWER" in called.err) == (2, True)
    assert call("judge", "confirm", act, "--reason", "x", "--by", "B").status == 0
    missing = call("judge", "confirm", act, "--reason", "x", "--by", "B", "--record", tmp_path / "none.db")
    assert (missing.status, "there is no record" in missing.err) == (1, True)
    assert not (tmp_path / "none.db").exists()
