"""The commands that show views: their options, their formats, and what they print."""

import csv
import io
import json
from pathlib import Path

import pytest
from records import keep, small_process, small_record
from samples import a_report, an_article

from cli.conftest import Call
from goodoffices.model.act import ActKind

VIEWS = (
    "timeline", "changes", "meetings", "offers", "demands", "commitments", "agreements", "positions", "predictions",
    "tracks", "differences", "figures", "sources", "network", "actors",
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with small_record(tmp_path) as view:
        return view.path


def lines(call: Call, *arguments: object) -> list[dict[str, object]]:
    called = call(*arguments, "--format", "jsonl")
    assert (called.status, called.err) == (0, "")
    return [json.loads(line) for line in called.out.splitlines()]


def acts_of(found: list[dict[str, object]]) -> list[object]:
    return [line["item"]["act"] for line in found]  # type: ignore[index]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_takes_every_option_and_format(call: Call, record: Path, view: str) -> None:
    narrowed = ("--since", "2024-05", "--until", "2024-06", "--party", "Peru", "--with-background")
    for options in (("--since", "2000"), narrowed, (*narrowed, "--issue", "prisoners")):
        shown = {form: call(view, "--record", record, *options, "--format", form) for form in ("table", "jsonl", "csv")}
        assert all((called.status, called.err) == (0, "") for called in shown.values())
        rows = list(csv.reader(io.StringIO(shown["csv"].out)))
        assert len({len(row) for row in rows}) == 1
        assert len(rows) == len(shown["table"].out.splitlines())
        assert len(shown["jsonl"].out.splitlines()) <= len(rows) - 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_an_empty_record_is_empty(call: Call, tmp_path: Path, view: str) -> None:
    keep(tmp_path / "empty.db", [])
    assert lines(call, view, "--record", tmp_path / "empty.db", "--since", "2000") == []


@pytest.mark.parametrize("view", VIEWS)
def test_wrong_use_is_told(call: Call, record: Path, tmp_path: Path, view: str) -> None:
    for wrong in (("--since", "May"), ("--party", "Nobody Known"), ("--issue", "weather"), ("--format", "xml")):
        called = call(view, "--record", record, *wrong)
        assert (called.status, called.out) == (2, "")
        assert "Traceback" not in called.err
    assert call(view, "--record", tmp_path / "none.db", "--since", "2000").status == 1


def test_a_state_is_found_by_those_who_speak_for_it(call: Call, record: Path) -> None:
    by_state = acts_of(lines(call, "meetings", "--record", record, "--party", "Peru", "--until", "2024-05-20"))
    by_person = acts_of(lines(call, "meetings", "--record", record, "--party", "A. Minister", "--until", "2024-05-20"))
    assert len(by_state) == 2
    assert by_state == by_person


def test_two_parties_must_both_have_a_part(call: Call, record: Path) -> None:
    one = lines(call, "timeline", "--record", record, "--party", "Peru")
    both = lines(call, "timeline", "--record", record, "--party", "Peru", "--party", "Ecuador")
    assert 0 < len(both) < len(one)


@pytest.mark.parametrize("name", ["Armenia", "armenia", "Ermenistan", "Армения", "Ереван", "Հայաստան", "أرمينيا"])
def test_a_state_is_found_in_any_language(call: Call, tmp_path: Path, name: str) -> None:
    article = an_article("a")
    keep(tmp_path / "t.db", [[(article, a_report(article, actors=["Armenia", "Azerbaijan"]))]])
    assert len(lines(call, "meetings", "--record", tmp_path / "t.db", "--party", name)) == 1


@pytest.mark.parametrize("name", ["Pashinyan", "Пашинян", "Paşinyan", "Pashinian", "Nikol Pashinyan", "باشينيان"])
def test_a_person_is_found_in_any_spelling(call: Call, tmp_path: Path, name: str) -> None:
    article = an_article("a")
    keep(tmp_path / "t.db", [[(article, a_report(article, actors=["Nikol Pashinyan", "Ilham Aliyev"]))]])
    assert len(lines(call, "meetings", "--record", tmp_path / "t.db", "--party", name)) == 1


def test_an_issue_is_found_by_its_title_too(call: Call, record: Path) -> None:
    by_id, by_title = (
        lines(call, "demands", "--record", record, "--issue", issue)
        for issue in ("prisoners", "prisoners AND hostages")
    )
    assert len(by_id) == 1
    assert by_id == by_title


def test_offers_print_what_became_of_them(call: Call, record: Path) -> None:
    table = call("offers", "--record", record, "--format", "table").out.splitlines()
    assert [line.split("  ")[0] for line in table] == ["date", "2024-05-01", "(2024-05-02)", "2024-05-10"]
    assert "  met  " in table[1]
    assert "→ Peru gave consent on a condition to Ecuador (Quito)" in table[2]
    assert "→ A. Minister and B. Minister met in Quito, host Ecuador, mediator Ecuador" in table[3]


def test_a_period_takes_what_happened_in_it_and_what_was_told_in_it(call: Call, record: Path) -> None:
    may, june = (
        lines(call, "timeline", "--record", record, "--since", m, "--until", m) for m in ("2024-05", "2024-06")
    )
    assert len(may) == 6
    assert [line["item"]["status"] for line in june] == ["agreed"]  # type: ignore[index]


def test_what_is_asked_of_another_day(call: Call, tmp_path: Path) -> None:
    article = an_article("a", published="2024-05-11")
    promise = a_report(article, ActKind.COMMITMENT, status="undertaken", actors=["Peru"], deadline="2024-05-31")
    keep(tmp_path / "t.db", [[(article, promise)]])
    states = [
        lines(call, "commitments", "--record", tmp_path / "t.db", *on)[0]["state"]
        for on in ((), ("--on", "2024-06-02"))
    ]
    assert states == ["open", "overdue"]
    assert call("commitments", "--record", tmp_path / "t.db", "--on", "tomorrow").status == 2


def test_differences_of_one_side_and_forecasters_and_nodes_are_lists_of_their_own(call: Call, record: Path) -> None:
    assert lines(call, "differences", "--record", record, "--one-sided") == []
    assert [line["name"] for line in lines(call, "predictions", "--record", record, "--forecasters")] == ["D. Expert"]
    nodes = lines(call, "network", "--record", record, "--nodes", "--by-side")
    assert {node["name"] for node in nodes} == {"Peru", "Colombia", "Ecuador"}


def test_the_record_says_the_same_whatever_was_read_first(call: Call, tmp_path: Path) -> None:
    keep(tmp_path / "one.db", small_process())
    keep(tmp_path / "other.db", reversed(small_process()))
    for view in VIEWS:
        one, other = (call(view, "--record", tmp_path / name, "--since", "2000").out for name in ("one.db", "other.db"))
        assert one == other
        assert one or view in ("commitments", "agreements", "figures")
