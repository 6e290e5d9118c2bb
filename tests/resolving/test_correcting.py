"""Values as people write them, and reports as people correct them."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import a_party, a_report, an_article

from goodoffices.errors import UsageError
from goodoffices.model.act import STATUSES, ActKind, Modality
from goodoffices.model.judgement import JUDGED_FIELDS, Judgement, Verdict
from goodoffices.model.report import PARTY_FIELDS, Report
from goodoffices.resolving.correcting import corrected, with_value, without
from goodoffices.resolving.values import checked, value_of

ARTICLE = an_article()
MINISTER = a_party("A. Minister", stands_for="Peru", at=3)
REPORT = a_report(
    ARTICLE, actors=[MINISTER, "Colombia"], mediators=["Ecuador"], place="Quito", host="Ecuador", date="2024-05-10",
    issue="ceasefire", speaker="C. Spokesman", level="ministers", quantity="4 villages",
)  # fmt: skip


def on(field: str, verdict: Verdict, value: str = "") -> Judgement:
    return Judgement(verdict=verdict, subject=REPORT.id, object=field, value=value, by="A. Reviewer")


def after(field: str, *said: tuple[Verdict, str], report: Report = REPORT) -> str:
    return value_of(corrected(report, [on(field, verdict, value) for verdict, value in said]), field)


GIVEN = {
    "kind": "visit", "status": "agreed", "modality": "denied", "date": "2024-05", "actors": "Peru; B. Envoy [Colombia]",
    "targets": "Ecuador", "mediators": "Chile", "host": "B. Envoy [Colombia]", "place": "Lima; Quito",
    "speaker": "Chile", "issue": "prisoners", "quantity": "6 villages", "level": "leaders", "reason": "a storm",
}  # fmt: skip


@pytest.mark.parametrize("field", JUDGED_FIELDS)
def test_every_field_can_be_set_and_all_but_two_emptied(field: str) -> None:
    value = GIVEN.get(field, "something")
    assert checked(field, f"  {value} ", ActKind.MEETING) == value
    changed = with_value(REPORT, field, value)
    assert value_of(changed, field) == value
    assert (changed.id, changed.evidence) == (REPORT.id, REPORT.evidence)
    emptied = with_value(changed, field, "")
    assert value_of(emptied, field) == (value if field in ("kind", "modality") else "")


@pytest.mark.parametrize("field", JUDGED_FIELDS)
def test_setting_what_is_read_changes_nothing(field: str) -> None:
    assert corrected(REPORT, [on(field, Verdict.CONFIRM, value_of(REPORT, field))]) == REPORT


def test_values_that_were_read_keep_their_words_and_new_ones_stand_on_the_evidence() -> None:
    changed = with_value(REPORT, "actors", "A. Minister [Peru]; Chile")
    assert changed.actors[0] == MINISTER
    assert changed.actors[1].spans == (REPORT.evidence.span,)
    assert with_value(REPORT, "actors", "A. Minister").actors == (MINISTER,)
    (moved,) = with_value(REPORT, "actors", "A. Minister [Bolivia]").actors
    assert (moved.value, moved.stands_for) == ("A. Minister", "Bolivia")


def test_brackets_are_a_side_only_where_parties_stand() -> None:
    filler = with_value(REPORT, "document", "Treaty [draft]").detail("document")
    assert filler is not None
    assert (filler.value, filler.stands_for) == ("Treaty [draft]", "")


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("colour", "red", "no such field"),
        ("kind", "picnic", "none of its values"),
        ("kind", "", "never empty"),
        ("modality", "", "never empty"),
        ("modality", "maybe", "none of its values"),
        ("status", "signed", "a meeting is never 'signed'. It is one of proposed"),
        ("date", "10 May", "is no date"),
        ("date", "2024-02-30", "is no date"),
        ("date", "2024-05-10/2024-05-01", "is no date"),
        ("host", "Peru; Chile", "holds one value"),
        ("actors", "A. Minister [Peru", "is no party"),
        ("issue", "Prisoners of war", "no issue's key"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_what_it_can(field: str, value: str, what: str) -> None:
    with pytest.raises(UsageError) as refused:
        checked(field, value, ActKind.MEETING)
    assert what in str(refused.value)
    assert refused.value.hint


def test_a_kind_without_statuses_takes_none() -> None:
    with pytest.raises(UsageError, match="has no status"):
        checked("status", "made", ActKind.SUPPORT)
    assert checked("status", "", ActKind.SUPPORT) == ""


def test_another_kind_keeps_a_status_only_if_it_has_it() -> None:
    assert with_value(REPORT, "kind", "visit").status == "held"
    assert with_value(REPORT, "kind", "demand").status == ""
    both = corrected(REPORT, [on("status", Verdict.CORRECT, "made"), on("kind", Verdict.CORRECT, "demand")])
    assert (both.kind, both.status) == (ActKind.DEMAND, "made")


def test_a_status_that_a_later_kind_lacks_is_left_out() -> None:
    both = corrected(REPORT, [on("status", Verdict.CORRECT, "agreed"), on("kind", Verdict.CORRECT, "visit")])
    assert both.kind is ActKind.VISIT
    assert both.status in ("", *STATUSES[ActKind.VISIT])


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ([(Verdict.CORRECT, "Lima")], "Lima"),
        ([(Verdict.CORRECT, "Lima"), (Verdict.CORRECT, "Bogota")], "Bogota"),
        ([(Verdict.CORRECT, "")], ""),
        ([(Verdict.CORRECT, "Lima"), (Verdict.UNSURE, "")], "Quito"),
        ([(Verdict.REJECT, "Quito")], ""),
        ([(Verdict.REJECT, "")], ""),
        # Rejected is what was shown, not what another reading finds.
        ([(Verdict.REJECT, "Lima")], "Quito"),
        # What was corrected does not come back when the correction is rejected.
        ([(Verdict.CORRECT, "Lima"), (Verdict.REJECT, "Lima")], ""),
        ([(Verdict.REJECT, "Quito"), (Verdict.CONFIRM, "Quito")], "Quito"),
        # Confirmed is what was shown: another reading does not change it.
        ([(Verdict.CONFIRM, "Lima")], "Lima"),
        ([(Verdict.CORRECT, "Lima"), (Verdict.CONFIRM, "")], "Lima"),
    ],
)
def test_judgements_on_a_field_follow_one_another(said: Sequence[tuple[Verdict, str]], value: str) -> None:
    assert after("place", *said) == value


def test_of_several_values_those_that_are_rejected_go() -> None:
    assert after("actors", (Verdict.REJECT, "A. Minister [Peru]")) == "Colombia"
    assert without("A. Minister [Peru]; Colombia; Chile", "A. Minister; Chile") == "Colombia"


def test_what_no_field_can_hold_changes_nothing_and_does_not_fail() -> None:
    wrong = [("date", "soon"), ("kind", "picnic"), ("modality", "maybe"), ("status", "signed"), ("colour", "red")]
    assert corrected(REPORT, [on(field, Verdict.CORRECT, value) for field, value in wrong]) == REPORT
    assert corrected(REPORT, [on("kind", Verdict.REJECT), on("modality", Verdict.REJECT)]) == REPORT


TEXTS = st.text(alphabet="ab ;[]-2405/é̀\n", max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(JUDGED_FIELDS), TEXTS)
def test_what_is_let_through_is_what_the_report_then_holds(field: str, value: str) -> None:
    try:
        let_through = checked(field, value, ActKind.MEETING)
    except UsageError:
        return
    assert checked(field, let_through, ActKind.MEETING) == let_through
    assert value_of(with_value(REPORT, field, let_through), field) == let_through


def test_the_fields_are_those_of_reports() -> None:
    assert set(PARTY_FIELDS) < set(JUDGED_FIELDS)
    assert {field for field, _ in REPORT.fillers()} <= set(JUDGED_FIELDS)
    assert value_of(with_value(REPORT, "modality", "planned"), "modality") == Modality.PLANNED
