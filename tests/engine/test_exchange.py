"""Judgements are exported and imported as JSON Lines, so that two desks can share them."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import ARTICLES, agrees, grouped, judged_from, keep, meetings, say, standings, ticking
from samples import a_report

from goodoffices.engine.exchange import SCHEMA, Imported, export_judgements, import_judgements
from goodoffices.engine.judging import judge
from goodoffices.engine.merging import update_acts
from goodoffices.model.identifiers import ReportId
from goodoffices.model.judgement import Anchor, Judgement, Standing, Verdict
from goodoffices.record.store import Record
from goodoffices.resolving.judged import Judged


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "test.db") as record:
        yield record


def exported(record: Record) -> list[str]:
    return list(export_judgements(record.view().judgements_of_people()))


def imported(record: Record, lines: Iterable[str | bytes], *, source: str = "x.jsonl") -> Imported:
    encoded = [line.encode() if isinstance(line, str) else line for line in lines]
    return import_judgements(record, encoded, source=source, clock=ticking("2024-07-01T00:00:00+00:00"))


def all_sorts(record: Record) -> list[str]:
    """Judge some of everything and return the ids of the reports."""
    one, other, third = (report.id for report in meetings(record, "2024-05-10", "2024-08-10", "2024-11-10"))
    say(record, Verdict.SAME, one, other)
    say(record, Verdict.DIFFERENT, one, third)
    say(record, Verdict.CORRECT, one, "place", value="Алматы; Quito")
    say(record, Verdict.CONFIRM, other, "date")
    say(record, Verdict.CONFIRM, one, third)
    withdrawn = say(record, Verdict.REJECT, third)
    say(record, Verdict.WITHDRAW, withdrawn.id)
    say(record, Verdict.UNSURE, other, "status")
    return [one, other, third]


def test_what_is_exported_and_imported_is_the_same_to_the_byte(record: Record, tmp_path: Path) -> None:
    all_sorts(record)
    lines = exported(record)
    assert len(lines) == 8
    with Record.open(tmp_path / "other.db") as other:
        meetings(other, "2024-05-10", "2024-08-10", "2024-11-10")
        assert imported(other, reversed(lines)) == Imported(added=8, known=0, notices=())
        assert exported(other) == lines
        assert list(other.view().acts()) == list(record.view().acts())
        assert standings(other) == standings(record)
        anchors = [judgement.about for judgement in other.view().judgements_of_people()]
        assert anchors == [judgement.about for judgement in record.view().judgements_of_people()]


def test_importing_twice_adds_nothing(record: Record) -> None:
    all_sorts(record)
    before = exported(record)
    assert imported(record, [*before, *before]) == Imported(added=0, known=16, notices=())
    assert exported(record) == before


def test_judgements_wait_for_articles_that_are_not_there_yet(record: Record, tmp_path: Path) -> None:
    one, other, _ = all_sorts(record)
    with Record.open(tmp_path / "other.db") as desk:
        assert imported(desk, exported(record)).added == 8
        # A withdrawal is about a judgement, which is there, and a withdrawn one needs no report.
        assert standings(desk).count(Standing.DORMANT) == 6
        meetings(desk, "2024-05-10", "2024-08-10")
        assert grouped(desk) == [{one, other}]
        assert [act.place for act in desk.view().acts()] == ["Алматы; Quito"]


def test_judgements_find_the_reports_of_a_desk_with_another_lexicon(record: Record, tmp_path: Path) -> None:
    all_sorts(record)
    with Record.open(tmp_path / "other.db") as desk:
        for article, date in zip(ARTICLES, ("2024-05-10", "2024-08-10"), strict=False):
            keep(desk, article, a_report(article, actors=["Peru", "Colombia", "Chile"], date=date))
        imported(desk, exported(record))
        assert len(grouped(desk)) == 1


def a_line(record: Record, **fields: object) -> str:
    """Return a line by hand that is good but for these fields; those that are None are left out."""
    (report,) = meetings(record, "2024-05-10")
    line = {
        "schema": 1, "verdict": "correct", "subject": report.id, "object": "place", "value": "Lima", "by": "A",
        "at": "2024-06-01T10:00:00Z", "reason": "b",
    } | fields  # fmt: skip
    return json.dumps({name: value for name, value in line.items() if value is not None})


def test_a_line_written_by_hand_is_good_without_id_and_anchor(record: Record) -> None:
    assert imported(record, [a_line(record)]).added == 1
    assert [act.place for act in record.view().acts()] == ["Lima"]
    ((anchor,),) = (judgement.about for judgement in record.view().judgements_of_people())
    assert anchor.article == ARTICLES[0].id


ZEROS, ONES = "r" + "0" * 16, "r" + "1" * 16
BAD: list[tuple[str, dict[str, object]]] = [
    ("schema 2 is not known", {"schema": SCHEMA + 1}),
    ("schema 0 is not known", {"schema": 0}),
    ("missing required field `schema`", {"schema": None}),
    ("missing required field `by`", {"by": None}),
    ("no name of a person", {"by": " "}),
    ("no name of a person", {"by": "rule"}),
    ("Invalid enum value 'agree'", {"verdict": "agree"}),
    ("it was changed", {"id": "j0123456789abcdef"}),
    ("Invalid isoformat string", {"at": "yesterday"}),
    ("has its offset from UTC", {"at": "2024-06-01T10:00:00"}),
    ("no calendar has this instant", {"at": "0001-01-01T00:00:00+05:00"}),
    ("from the future", {"at": "2099-01-01T00:00:00Z"}),
    ("no field 'colour'", {"object": "colour"}),
    ("no field ''", {"object": ""}),
    ("is no date", {"object": "date", "value": "soon"}),
    ("is no report's id", {"subject": "k0123"}),
    ("no pair of reports", {"verdict": "same", "object": "place"}),
    ("no pair of reports", {"verdict": "same", "subject": ONES, "object": ZEROS}),
    ("no pair of reports", {"object": ONES, "subject": ZEROS}),
    ("withdraws no judgement", {"verdict": "withdraw"}),
    ("neither the line nor the record says what", {"subject": ZEROS}),
    ("a report that it is not about", {"about": [
        {"report": ZEROS, "article": "a", "digest": "d", "kind": "meeting", "start": 0, "end": 1, "text": "x"}
    ]}),
    ("is written 'Lima'", {"value": " Lima"}),
    ("Expected `int` <= 9007199254740992", {"about": [
        {"report": ZEROS, "article": "a", "digest": "d", "kind": "meeting", "start": 0, "end": 10**30, "text": "x"}
    ]}),
    ("a span runs forward", {"about": [
        {"report": ZEROS, "article": "a", "digest": "d", "kind": "meeting", "start": 2, "end": 1, "text": "x"}
    ]}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "wrong"), BAD, ids=[f"{number}-{what}" for number, (what, _) in enumerate(BAD)])
def test_a_bad_line_is_named_and_left_out_and_the_others_are_kept(
    record: Record, what: str, wrong: dict[str, object]
) -> None:
    good, bad = a_line(record), a_line(record, **wrong)
    done = imported(record, ["", bad, "  ", good])
    assert (done.added, done.known) == (1, 0)
    (notice,) = done.notices
    assert notice.subject == "x.jsonl:2"
    assert what in notice.message
    assert notice in list(record.view().notices())


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"not JSON",
        b"\xff\xfe{}",
        b'"schema"',
        b"null",
        b'{"schema": "1"}',
        pytest.param(b'{"schema": 1, "x": ' + b"[" * 9**5, id="deep"),
    ],
)
def test_what_is_no_judgement_at_all_is_named(record: Record, line: bytes) -> None:
    done = imported(record, [a_line(record), line])
    assert (done.added, len(done.notices)) == (1, 1)


def test_a_mark_of_byte_order_and_an_instant_in_another_zone_are_no_mistakes(record: Record) -> None:
    line = a_line(record, at="2024-06-01T15:00:00+05:00").encode()
    assert imported(record, [b"\xef\xbb\xbf" + line]).notices == ()


def test_an_altered_judgement_is_not_taken_for_the_reviewers(record: Record) -> None:
    all_sorts(record)
    altered = [
        line.replace("Quito", "Lima") if '"value":"Алматы; Quito"' in line else line for line in exported(record)
    ]
    done = imported(record, altered)
    assert [notice.message for notice in done.notices if "it was changed" in notice.message] != []
    assert done.added == 0


SAYINGS = st.lists(
    st.tuples(
        st.sampled_from([*Verdict]), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["", "place", "date"]),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(SAYINGS, st.integers(0, 8), st.randoms(use_true_random=False))
def test_two_desks_that_exchange_their_judgements_come_to_the_same_acts(
    tmp_path_factory: pytest.TempPathFactory,
    rows: Sequence[tuple[Verdict, int, int, str, int]],
    share: int,
    chance: random.Random,
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    reports = [a_report(article, date="2024-05-10", place="Quito") for article in ARTICLES[:4]]
    anchors = {report.id: Anchor.of(report) for report in reports}
    made = [
        replace(judgement, about=tuple(anchors[ReportId(name)] for name in judgement.reports))
        for judgement in judged_from(rows, [report.id for report in reports])
    ]
    with Record.open(folder / "one.db") as one, Record.open(folder / "two.db") as two:
        for desk, own in ((one, made[:share]), (two, made[share:])):
            for article, report in zip(ARTICLES, reports, strict=False):
                keep(desk, article, report)
            with desk.writer() as writer:
                writer.judgement_table().add(own)
            update_acts(desk)
        lines = exported(one)
        imported(two, lines)
        back = exported(two)
        chance.shuffle(back)
        assert imported(one, back).notices == ()
        assert exported(one) == exported(two)
        assert list(one.view().acts()) == list(two.view().acts())
        assert standings(one) == standings(two)
        agrees(list(one.view().acts()), Judged.of(made))


def test_what_is_judged_after_an_import_has_the_last_word(record: Record) -> None:
    imported(record, [a_line(record, at="2024-07-01T23:00:00Z")])
    (report,) = (act.reports[0] for act in record.view().acts())
    said = Judgement(verdict=Verdict.CORRECT, subject=report, object="place", value="Bogota", by="B", reason="c")
    judge(record, said, clock=ticking("2024-07-01T00:00:00+00:00"))
    assert [act.place for act in record.view().acts()] == ["Bogota"]


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(
    st.sampled_from(["schema", "verdict", "subject", "object", "value", "by", "at", "reason", "about", "id"]),
    st.one_of(st.none(), st.integers(), st.text(max_size=5), st.sampled_from([*Verdict, ZEROS, ONES, "2024", "place"]),
              st.lists(st.dictionaries(st.text(max_size=3), st.integers(), max_size=2), max_size=2)),
    max_size=10,
))  # fmt: skip
def test_whatever_a_line_holds_it_is_kept_or_named(
    tmp_path_factory: pytest.TempPathFactory, line: dict[str, object]
) -> None:
    with Record.open(tmp_path_factory.getbasetemp() / "fuzzed.db") as record:
        done = imported(record, [json.dumps({"schema": 1, "by": "A", "at": "2024-06-01T10:00:00Z"} | line)])
    assert done.added + done.known + len(done.notices) == 1
