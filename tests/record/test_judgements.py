"""The judgements of people in the record: kept with what they are about, and never changed."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from samples import a_party, a_report, an_article

from goodoffices.model.judgement import RULE, Anchor, Judgement, Standing, Verdict
from goodoffices.record.migrations import load_migrations
from goodoffices.record.store import Record, open_view

ARTICLE = an_article()
ONE, OTHER, APART = a_report(ARTICLE), a_report(ARTICLE, actors=["Chile"]), a_report(ARTICLE, at=50)


def said(subject: str, at: str = "2024-06-01T00:00:00+00:00", **fields: object) -> Judgement:
    given = {"verdict": Verdict.CONFIRM, "by": "A. Reviewer", "reason": "seen it"} | fields
    return Judgement(subject=subject, at=at, **given)  # type: ignore[arg-type]


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "test.db") as record:
        with record.writer() as writer:
            writer.add(ARTICLE, [ONE, OTHER, APART], (), read_with="v1")
        yield record


def test_a_judgement_comes_back_with_what_it_is_about(record: Record) -> None:
    anchor = Anchor.of(ONE, [ONE, OTHER, APART])
    assert anchor.beside == (OTHER.id,)
    judgement = said(ONE.id, about=(anchor,))
    with record.writer() as writer:
        table = writer.judgement_table()
        assert (table.add([judgement]), table.add([judgement])) == (1, 0)
    (kept,) = record.view().judgements_of_people()
    assert (kept, kept.about, kept.id) == (judgement, (anchor,), judgement.id)


def test_judgements_of_rules_are_not_among_those_of_people(record: Record) -> None:
    with record.writer() as writer:
        writer.judge([Judgement(verdict=Verdict.SAME, subject=ONE.id, object=OTHER.id, by=RULE, reason="same day")])
        assert not writer.judgement_table().has_any()
        writer.judgement_table().add([said(ONE.id)])
        assert writer.judgement_table().has_any()
    assert [judgement.by for judgement in record.view().judgements_of_people()] == ["A. Reviewer"]
    query = "EXPLAIN QUERY PLAN SELECT 1 FROM judgements WHERE judged_by <> 'rule' LIMIT 1"
    assert "judgements_of_people" in str(record._connection.execute(query).fetchall())


def test_judgements_come_by_time_and_not_by_when_they_were_added(record: Record) -> None:
    late, early = said(ONE.id, "2024-06-01T12:00:00+00:00"), said(ONE.id, "2024-06-01T13:00:00+05:00")
    with record.writer() as writer:
        table = writer.judgement_table()
        table.add([late, early])
        table.put_standings(dict.fromkeys(table.of_people(), ("stands", ONE.id, "")))
    assert record.view().judgements_of_people() == (early, late)
    assert [one.judgement for one in record.view().settled_judgements()] == [early, late]


def test_settled_judgements_are_found_by_the_reports_on_which_they_stand_now(record: Record) -> None:
    pair, alone, asleep = said("r0", object="r1"), said("r2", object="place", value="Quito"), said("r3")
    with record.writer() as writer:
        table = writer.judgement_table()
        table.add([pair, alone, asleep])
        rows = [("overruled", ONE.id, OTHER.id), ("stands", OTHER.id, ""), ("dormant", "", "")]
        table.put_standings(dict(zip(table.of_people(), rows, strict=True)))
    view = record.view()
    assert {one.judgement for one in view.settled_judgements()} == {pair, alone, asleep}
    assert {one.judgement for one in view.settled_judgements([OTHER.id])} == {pair, alone}
    assert [one.standing for one in view.settled_judgements([ONE.id])] == [Standing.OVERRULED]
    assert list(view.settled_judgements([])) == list(view.settled_judgements([""])) == []


def test_the_present_reports_of_an_article_are_found_by_its_id_or_its_words(record: Record) -> None:
    elsewhere = Anchor.of(a_report(an_article("known-by-another-id")))
    assert elsewhere.digest == ARTICLE.digest
    with record.writer() as writer:
        table = writer.judgement_table()
        assert {report.id for report in table.candidates(elsewhere)} == {ONE.id, OTHER.id, APART.id}
        assert table.current({ONE.id, "r0"}) == {ONE.id}
        writer.add(ARTICLE, [ONE], (), read_with="v2")
        assert [report.id for report in table.candidates(Anchor.of(OTHER))] == [ONE.id]
        assert table.current({ONE.id, OTHER.id}) == {ONE.id}
        assert table.report(OTHER.id) == OTHER
        assert table.report("r0") is None


def test_the_side_of_a_party_is_the_commonest_that_reports_give(record: Record) -> None:
    sides = ["Peru", "Peru", "Chile", ""]
    with record.writer() as writer:
        for number, side in enumerate(sides):
            article = an_article(f"b{number}", f"{number} {ARTICLE.text}")
            writer.add(
                article, [a_report(article, actors=[a_party("A. Minister", stands_for=side)])], (), read_with="v1"
            )
        table = writer.judgement_table()
        assert table.party_sides("A. Minister")[0] == "Peru"
        assert sorted(table.party_sides("A. Minister")) == ["", "Chile", "Peru"]
        assert table.party_sides("Nobody") == []


def test_what_judgements_are_about_can_be_read_without_being_written(record: Record) -> None:
    with record.writer() as writer:
        writer.judgement_table().add([said(ONE.id, about=(Anchor.of(ONE),))])
    with open_view(record.path) as view:
        assert len(view.judgements_of_people()) == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            view._connection.execute("DELETE FROM judgement_anchors")


def test_every_column_of_the_migration_is_explained() -> None:
    (sql,) = (step.sql for step in load_migrations() if step.number == 3)
    before = ""
    for line in sql.splitlines():
        if line.startswith("CREATE TABLE"):
            assert before.startswith("-- ")
        if re.match(r"  [a-z_]+ (TEXT|INTEGER) NOT NULL,?$", line):
            assert before.startswith(("  -- ", "  start_char", "  judgement"))
        before = line
