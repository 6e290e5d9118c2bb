"""People tie acts together and cut what the rules tie."""

import json
from pathlib import Path

import pytest
from samples import a_report, an_article

from cli.conftest import Call
from goodoffices.engine.merging import update_acts
from goodoffices.model.act import ActKind
from goodoffices.record.store import Record

OFFERED, LATER = an_article("offer", published="2024-05-02"), an_article("answer", published="2024-05-04")
OFFER = a_report(OFFERED, ActKind.OFFER_VENUE, status="made", actors=["Ecuador"], targets=["Peru"], place="Quito")
CONSENT = a_report(LATER, ActKind.CONSENT, status="given", actors=["Peru"], targets=["Ecuador"])
OTHER = a_report(LATER, ActKind.CONSENT, status="given", actors=["Chile"], at=9)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "t.db") as record:
        with record.writer() as writer:
            writer.add(OFFERED, [OFFER], (), read_with="test")
            writer.add(LATER, [CONSENT, OTHER], (), read_with="test")
        update_acts(record)
    return tmp_path / "t.db"


def outcomes(call: Call, record: Path) -> tuple[str, list[tuple[str, bool]]]:
    """Return what became of the offer: its state, and who answered, confirmed or not."""
    (line,) = call("offers", "--record", record, "--format", "jsonl").out.splitlines()
    found = json.loads(line)
    return found["state"], [(one["item"]["sentence"].split()[0], one["confidence"] == 1) for one in found["outcomes"]]


def judged(call: Call, record: Path, verdict: str, one: str, other: str) -> None:
    called = call("judge", verdict, one, other, "--by", "A. Reviewer", "--reason", "read both", "--record", record)
    assert called.status == 0, called.err


def test_a_link_is_cut_and_tied_again(call: Call, record: Path) -> None:
    assert outcomes(call, record) == ("accepted", [("Peru", False)])
    judged(call, record, "unlink", OFFER.id, CONSENT.id)
    assert outcomes(call, record) == ("unanswered", [])
    judged(call, record, "link", CONSENT.id, OFFER.id)
    assert outcomes(call, record) == ("accepted", [("Peru", True)])


def test_what_the_rules_do_not_see_is_tied(call: Call, record: Path) -> None:
    judged(call, record, "link", OFFER.id, OTHER.id)
    assert outcomes(call, record) == ("accepted", [("Chile", True), ("Peru", False)])


def test_show_tells_the_links_with_their_reasons(call: Call, record: Path) -> None:
    out = call("show", OFFER.id, "--record", record).out
    assert "→ consent" in out
    assert ": by Peru, to whom it was addressed; towards Ecuador, from whom it came" in out
    assert "← consent" in call("show", CONSENT.id, "--record", record).out
    held = json.loads(call("show", CONSENT.id, "--record", record, "--format", "jsonl").out)
    assert [tie["link"] for tie in held["came_from"]] == ["consent"]


def test_what_is_tied_over_years_stays_tied(call: Call, record: Path) -> None:
    late = an_article("late", published="2031-05-04")
    with Record.open(record) as opened:
        with opened.writer() as writer:
            writer.add(late, [a_report(late, ActKind.DISPLACEMENT, status="", actors=["Chile"])], (), read_with="test")
        update_acts(opened)
    judged(call, record, "link", OFFER.id, a_report(late, ActKind.DISPLACEMENT, status="", actors=["Chile"]).id)
    assert outcomes(call, record)[1] == [("Peru", False), ("Chile", True)]
