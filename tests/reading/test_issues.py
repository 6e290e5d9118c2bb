"""Issues: the cue nearest to the act's word, within its evidence."""

from goodoffices.dossier.entry import Cue
from goodoffices.model.issue import OTHER
from goodoffices.model.text import Span
from goodoffices.reading.issues import classify

PRISONERS = Cue(issue="prisoners", text="prisoners", span=Span(10, 19))
BORDER = Cue(issue="border", text="border", span=Span(40, 46))
EVIDENCE = Span(0, 60)


def test_nearest_cue_decides() -> None:
    assert classify(EVIDENCE, Span(20, 25), [PRISONERS, BORDER]).value == "prisoners"
    assert classify(EVIDENCE, Span(35, 39), [PRISONERS, BORDER]).value == "border"


def test_cue_outside_the_evidence_does_not_count() -> None:
    assert classify(Span(0, 30), Span(25, 29), [BORDER]).value == OTHER


def test_issue_points_at_its_cue_and_its_absence_at_the_evidence() -> None:
    assert classify(EVIDENCE, Span(20, 25), [PRISONERS]).spans == (PRISONERS.span,)
    assert classify(EVIDENCE, Span(20, 25), []).spans == (EVIDENCE,)
