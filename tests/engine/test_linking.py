"""Links that are kept as acts come and go are those of all acts at once, in whatever order and however crowded."""

import random
from pathlib import Path

import all_links
import pytest
from all_links import Following
from records import Told
from samples import a_party
from views.kept import ALL, an_act, report_of

from goodoffices.engine import linking
from goodoffices.engine.linking import update_links
from goodoffices.following.links import Link
from goodoffices.following.outcomes import outcome_of
from goodoffices.following.tying import follow, told_of
from goodoffices.model.act import STATUSES, ActKind
from goodoffices.record.links import LinkTable
from goodoffices.record.store import Record
from goodoffices.resolving.merge import act_id, merge

STATES = ("Peru", "Colombia", "Ecuador")
KINDS = (
    ActKind.OFFER_VENUE, ActKind.CONSENT, ActKind.REFUSAL, ActKind.MEETING, ActKind.AGREEMENT, ActKind.COMMITMENT,
    ActKind.DEMAND, ActKind.PREDICTION, ActKind.HOSTILITY, ActKind.VISIT, ActKind.TERRITORY_TRANSFER,
)  # fmt: skip


def some_acts(seed: int, number: int) -> list[Told]:
    """Return acts of few parties on few days: most can follow from several others."""
    rng = random.Random(seed)
    made: dict[str, Told] = {}
    while len(made) < number:
        kind = rng.choice(KINDS)
        one, other = rng.sample(STATES, 2)
        day = f"2024-{rng.randrange(3, 5):02}-{rng.randrange(1, 28):02}"
        fields = {
            "actors": [one if rng.random() < 0.5 else a_party(f"E. {one}", stands_for=one)],
            "targets": [other] if rng.random() < 0.7 else [],
            "status": rng.choice(STATUSES[kind] or ("",)),
            "issue": rng.choice(("", "prisoners", "ceasefire", "other")),
            "place": rng.choice(("", "Quito", "Lima")),
            "date": day if rng.random() < 0.7 else "",
        }
        if rng.random() < 0.3:
            fields["document"] = rng.choice(("Pact", "Charter"))
        if kind is ActKind.COMMITMENT:
            fields["deadline"] = "2024-05-31"
        act = an_act(kind, day if rng.random() < 0.9 else "", outlet=str(len(made)), **fields)
        made[report_of(act).id] = act
    return list(made.values())


def put(record: Record, acts: list[Told]) -> None:
    with record.writer() as writer:
        for act in acts:
            for article, report in act:
                writer.add(article, [report], (), read_with="test")
            keys = writer.blocks().load(report_of(act).id)
            assert keys is not None
            writer.add_act(merge([report for _, report in act], lambda _: ""), keys.keys)


def drop(record: Record, acts: list[Told]) -> None:
    with record.writer() as writer:
        for act in acts:
            writer.drop_act(act_id([report_of(act).id]))


def said(record: Record) -> tuple[list[Link], list[tuple[object, ...]]]:
    """Return all links, and what came of each act, as the record keeps them."""
    view = record.view()
    assert not any(
        record._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
        for table in ("changed_links", "changed_shelves", "changed_outcomes")
    )
    outcomes = record._connection.execute("SELECT * FROM act_outcomes ORDER BY act").fetchall()
    return list(follow(view, told_of(view, ALL))), outcomes


@pytest.mark.parametrize("most", [2, 100])
@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize("seed", [3, 4])
def test_kept_links_are_those_of_all_acts_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, is_whole: bool, most: int
) -> None:
    monkeypatch.setattr(linking, "MOST_LOOKED_AT", most)
    monkeypatch.setattr(all_links, "MOST_LOOKED_AT", most)
    monkeypatch.setattr(linking, "ACTS_IN_TRANSACTION", 7)
    monkeypatch.setattr(LinkTable, "are_most_changed", lambda _: is_whole)
    acts = some_acts(seed, 120)
    rng = random.Random(seed)
    with Record.open(tmp_path / "whole.db") as record:
        put(record, acts)
        update_links(record)
        links, outcomes = said(record)
        told = told_of(record.view(), ALL)
        expected = Following(told)
        assert links == list(expected)
        judged = {one.id: outcome for one in told if (outcome := outcome_of(one, expected)) is not None}
        assert [(row[0], *row[-3:]) for row in outcomes] == [
            (act, one.state, one.late_state, one.deadline) for act, one in sorted(judged.items())
        ]
    assert len(links) > 20
    shuffled = rng.sample(acts, len(acts))
    with Record.open(tmp_path / "parts.db") as record:
        put(record, shuffled[:50])
        update_links(record)
        drop(record, shuffled[:20])
        put(record, shuffled[50:70])
        update_links(record)
        for act in shuffled[70:]:
            put(record, [act])
            update_links(record)
        drop(record, shuffled[40:60])
        update_links(record)
        put(record, shuffled[:20] + shuffled[40:60])
        update_links(record)
        again, _ = said(record)
        # Numbers of articles are those of the record, and say nothing.
        assert again == links


def test_an_update_that_was_cut_off_is_ended_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "ACTS_IN_TRANSACTION", 5)
    acts = some_acts(7, 40)
    with Record.open(tmp_path / "whole.db") as record:
        put(record, acts)
        update_links(record)
        expected = said(record)
    with Record.open(tmp_path / "cut.db") as record:
        put(record, acts)
        update = linking._Linking()
        update.begin(record)
        update.link(record)
        assert record.view().is_behind()
        update_links(record)
        assert said(record) == expected
