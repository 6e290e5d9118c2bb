"""What is taken to follow from what, and what is not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from all_links import Following
from records import Told
from samples import a_party

from goodoffices.following.link_rules import LinkKind, load_rules
from goodoffices.following.links import MOST_LOOKED_AT
from goodoffices.following.overlaps import OVERLAPS
from goodoffices.following.tying import follow, told_of
from goodoffices.model.act import ActKind, Modality
from goodoffices.model.identifiers import ReportId
from goodoffices.model.judgement import Judgement, Standing, Verdict
from goodoffices.model.report import Report
from goodoffices.record.judgements import Settled
from views.kept import ALL, ENVOY, MINISTER, an_act, kept, links, report_of, tied

OFFER: dict[str, Any] = {"status": "made", "actors": ["Ecuador"], "targets": ["Peru", "Colombia"], "place": "Quito"}
DEMAND: dict[str, Any] = {"status": "made", "actors": ["Peru"], "targets": ["Colombia"], "issue": "prisoners"}
PROMISE: dict[str, Any] = {
    "status": "undertaken", "actors": [MINISTER], "targets": ["Peru"], "issue": "prisoners", "deadline": "2024-06-30"
}  # fmt: skip


def offer(day: str = "2024-05-01", **changed: Any) -> Told:
    return an_act(ActKind.OFFER_VENUE, day, **OFFER | changed)


def demand(day: str = "2024-05-01", **changed: Any) -> Told:
    return an_act(ActKind.DEMAND, day, **DEMAND | changed)


def promise(day: str = "2024-05-01", **changed: Any) -> Told:
    return an_act(ActKind.COMMITMENT, day, **PROMISE | changed)


def foretelling(**fields: Any) -> list[Told]:
    """Return a prediction of a meeting, and the meeting of which its own words tell."""
    (article, told), *_ = an_act(ActKind.PREDICTION, "2024-05-01", status="made", actors=["X. Expert"], **fields)
    meeting = an_act(
        ActKind.MEETING, "2024-05-01", status="proposed", actors=["Peru", "Colombia"], modality=Modality.POSSIBLE
    )
    from_its_words = [(article, told_in(report_of(meeting), told))]
    return [[(article, told)], from_its_words]


def told_in(report: Report, other: Report) -> Report:
    """Return the report as one of the same words as another."""
    return replace(
        report,
        id=ReportId(f"{other.id[:-1]}{'1' if other.id[-1] == '0' else '0'}"),
        article=other.article,
        article_digest=other.article_digest,
        evidence=other.evidence,
    )


CASES: dict[str, tuple[list[Told], list[tuple[str, str, str]]]] = {
    "one who was asked consents to who asked": (
        [offer(), an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=[ENVOY], targets=["Ecuador"])],
        [("consent", "offer_venue", "consent")],
    ),
    "consent to the place is consent to the offer": (
        [offer(), an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Peru"], place="Quito")],
        [("consent", "offer_venue", "consent")],
    ),
    "a bare consent soon after is to what was asked": (
        [offer(), an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Peru"])],
        [("consent", "offer_venue", "consent")],
    ),
    "a bare consent long after is to something else": (
        [offer(), an_act(ActKind.CONSENT, "2024-07-03", status="given", actors=["Peru"])],
        [],
    ),
    "consent before the offer is to something else": (
        [offer(), an_act(ActKind.CONSENT, "2024-04-03", status="given", actors=["Peru"], targets=["Ecuador"])],
        [],
    ),
    "consent of one who was not asked is no answer": (
        [offer(), an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Chile"], targets=["Ecuador"])],
        [],
    ),
    "nobody answers his own offer": (
        [
            offer(targets=[]),
            an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Ecuador"], place="Quito"),
        ],
        [],
    ),
    "what was disclaimed is not answered": (
        [
            offer(status="disclaimed"),
            an_act(ActKind.REFUSAL, "2024-05-03", status="made", actors=["Peru"], targets=["Ecuador"]),
        ],
        [],
    ),
    "an offer is refused": (
        [offer(), an_act(ActKind.REFUSAL, "2024-05-03", status="made", actors=["Peru"], targets=["Ecuador"])],
        [("refusal", "offer_venue", "refusal")],
    ),
    "the invited visit": (
        [
            an_act(ActKind.INVITATION, "2024-05-01", status="issued", actors=["Peru"], targets=[MINISTER]),
            an_act(ActKind.VISIT, "2024-06-01", status="held", actors=[MINISTER], targets=["Peru"], date="2024-06-01"),
        ],
        [("visit", "invitation", "visit")],
    ),
    "a demand is refused by the one of whom it is made": (
        [demand(), an_act(ActKind.REFUSAL, "2024-05-02", status="made", actors=[MINISTER], issue="prisoners")],
        [("refusal", "demand", "refusal")],
    ),
    "a refusal on another issue is no reply": (
        [demand(), an_act(ActKind.REFUSAL, "2024-05-02", status="made", actors=[MINISTER], issue="ceasefire")],
        [],
    ),
    "a demand is met by a promise": (
        [demand(), promise("2024-05-05")],
        [("commitment", "demand", "commitment")],
    ),
    "a demand ends in an agreement of both": (
        [
            demand(),
            an_act(ActKind.AGREEMENT, "2024-09-05", status="signed", actors=[ENVOY, MINISTER], issue="prisoners"),
        ],
        [("agreement", "demand", "agreement")],
    ),
    "a promise is reported as fulfilled": (
        [promise(), promise("2024-06-05", status="fulfilled", deadline="")],
        [("fulfilment", "commitment", "commitment")],
    ),
    "another's fulfilment is not his": (
        [promise(), promise("2024-06-05", status="fulfilled", actors=["Chile"], deadline="")],
        [],
    ),
    "who promised a ceasefire fights": (
        [
            promise(issue="ceasefire"),
            an_act(ActKind.HOSTILITY, "2024-06-05", actors=["Colombia"], targets=["Peru"], date="2024-06-04"),
        ],
        [("breach", "commitment", "hostility")],
    ),
    "who promised is accused on the same issue": (
        [promise(), an_act(ActKind.ACCUSATION, "2024-06-05", actors=["Peru"], targets=["Colombia"], issue="prisoners")],
        [("accusation", "commitment", "accusation")],
    ),
    "an agreed meeting is held": (
        [
            an_act(ActKind.MEETING, "2024-05-01", status="agreed", actors=[ENVOY, MINISTER], date="2024-05-10"),
            an_act(ActKind.MEETING, "2024-05-11", actors=[ENVOY, MINISTER], status="held", date="2024-05-10"),
        ],
        [("held", "meeting", "meeting")],
    ),
    "other people's meeting is not the one that was agreed": (
        [
            an_act(ActKind.MEETING, "2024-05-01", status="agreed", actors=[ENVOY, MINISTER]),
            an_act(
                ActKind.MEETING,
                "2024-05-11",
                status="held",
                date="2024-05-10",
                actors=[a_party("O. Other", stands_for="Peru"), MINISTER],
            ),
        ],
        [],
    ),
    "a meeting far from its day is another one": (
        [
            an_act(ActKind.MEETING, "2024-05-01", status="agreed", actors=[ENVOY, MINISTER], date="2024-05-10"),
            an_act(ActKind.MEETING, "2024-07-21", status="held", actors=[ENVOY, MINISTER], date="2024-07-20"),
        ],
        [],
    ),
    "a meeting is called off": (
        [
            an_act(ActKind.MEETING, "2024-05-01", status="agreed", actors=[ENVOY, MINISTER], date="2024-05-10"),
            an_act(ActKind.MEETING, "2024-05-08", status="cancelled", actors=[ENVOY, MINISTER], date="2024-05-10"),
        ],
        [("called_off", "meeting", "meeting")],
    ),
    "a visitor meets his hosts": (
        [
            an_act(ActKind.VISIT, "2024-05-03", status="held", actors=[ENVOY], targets=["Colombia"], date="2024-05-02"),
            an_act(ActKind.MEETING, "2024-05-03", status="held", actors=[ENVOY, MINISTER], date="2024-05-02"),
        ],
        [("meeting", "visit", "meeting")],
    ),
    "a document goes through its stages": (
        [
            an_act(ActKind.AGREEMENT, "2024-05-01", status="draft", actors=["Peru", "Colombia"], document="Pact"),
            an_act(ActKind.AGREEMENT, "2024-06-01", status="signed", actors=[ENVOY, MINISTER], document="Pact"),
        ],
        [("stage", "agreement", "agreement")],
    ),
    "another document is no stage of it": (
        [
            an_act(ActKind.AGREEMENT, "2024-05-01", status="draft", actors=["Peru", "Colombia"], document="Pact"),
            an_act(ActKind.AGREEMENT, "2024-06-01", status="signed", actors=[ENVOY, MINISTER], document="Charter"),
        ],
        [],
    ),
    "two documents of one ceremony stay two": (
        [
            an_act(
                ActKind.AGREEMENT,
                "2024-06-02",
                status="initialled",
                actors=["Peru", "Colombia"],
                issue="prisoners",
                date="2024-06-01",
            ),
            an_act(
                ActKind.AGREEMENT,
                "2024-06-02",
                status="signed",
                actors=["Peru", "Colombia"],
                issue="prisoners",
                date="2024-06-01",
            ),
        ],
        [],
    ),
    "what a prediction tells of comes": (
        [
            *foretelling(deadline="2024-06-30"),
            an_act(ActKind.MEETING, "2024-06-11", status="held", actors=[ENVOY, MINISTER], date="2024-06-10"),
        ],
        [("came", "prediction", "meeting"), ("held", "meeting", "meeting")],
    ),
    "what comes after the deadline did not come": (
        [
            *foretelling(deadline="2024-05-31"),
            an_act(ActKind.MEETING, "2024-06-11", status="held", actors=[ENVOY, MINISTER], date="2024-06-10"),
        ],
        [("held", "meeting", "meeting")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_follows(tmp_path: Path, case: str) -> None:
    acts, expected = CASES[case]
    assert sorted(tied(tmp_path, *acts)) == sorted(expected)


def test_a_link_tells_why_and_how_sure(tmp_path: Path) -> None:
    consent = an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=[ENVOY], targets=["Ecuador"], place="Quito")
    (link,) = links(tmp_path, offer(), consent)
    assert link.reason == (
        "by Peru, to whom it was addressed; towards Ecuador, from whom it came; same place, Ecuador; "
        "for Ecuador, from whom it came; 2 days later"
    )
    bare = an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Peru"])
    (weaker,) = links(tmp_path / "..", offer(), bare)
    assert 0.5 <= weaker.confidence < link.confidence < 1


def test_of_several_meetings_the_surest_and_then_first_is_the_one_that_was_agreed(tmp_path: Path) -> None:
    agreed = an_act(ActKind.MEETING, "2024-05-01", status="agreed", actors=[ENVOY, MINISTER])
    later = [
        an_act(ActKind.MEETING, f"2024-05-{day}", status="held", actors=[ENVOY, MINISTER], date=f"2024-05-{day}")
        for day in (20, 10, 15)
    ]
    (link,) = links(tmp_path, agreed, *later)
    assert link.then == f"k{report_of(later[1]).id[1:]}"


def settled(verdict: Verdict, one: Told, other: Told, standing: Standing = Standing.STANDS) -> Settled:
    pair = sorted((report_of(one).id, report_of(other).id))
    judgement = Judgement(
        verdict=verdict,
        subject=pair[0],
        object=pair[1],
        by="A. Reviewer",
        at="2024-06-01T00:00:00+00:00",
        reason="read",
    )
    return Settled(judgement=judgement, standing=standing, subject=pair[0], object=pair[1])


def test_people_cut_and_confirm_links(tmp_path: Path) -> None:
    first, then = offer(), an_act(ActKind.CONSENT, "2024-05-03", status="given", actors=["Peru"], targets=["Ecuador"])
    with kept(tmp_path, first, then) as view:
        acts = told_of(view, ALL)
    assert list(Following(acts, [settled(Verdict.REJECT, first, then)])) == []
    (link,) = Following(acts, [settled(Verdict.CONFIRM, first, then)])
    assert (link.kind, link.confidence, link.confirmed_by) == (LinkKind.CONSENT, 1.0, "A. Reviewer")
    assert link.reason.endswith("confirmed by A. Reviewer: read")
    (link,) = Following(acts, [settled(Verdict.REJECT, first, then, Standing.WITHDRAWN)])
    assert link.confidence < 1
    (link,) = Following(acts, [settled(Verdict.REJECT, first, then), settled(Verdict.CONFIRM, first, then)])
    assert link.confidence == 1


def test_people_tie_what_the_rules_do_not(tmp_path: Path) -> None:
    first, then = offer(), an_act(ActKind.CONSENT, "2024-09-03", status="given", actors=["Chile"])
    other = an_act(ActKind.DISPLACEMENT, "2024-09-04", actors=["Peru"])
    with kept(tmp_path, first, then, other) as view:
        acts = told_of(view, ALL)
    found = list(Following(acts, [settled(Verdict.CONFIRM, first, then), settled(Verdict.CONFIRM, other, then)]))
    assert [link.kind for link in found] == [LinkKind.CONSENT, LinkKind.RELATED]


def test_links_are_the_same_in_any_order_of_reading(tmp_path: Path) -> None:
    acts = [offer(), demand(), promise("2024-05-05"), offer("2024-06-01", status="repeated")]
    (tmp_path / "other").mkdir()
    assert links(tmp_path, *acts) == links(tmp_path / "other", *reversed(acts))
    assert len(links(tmp_path, *acts)) == 2


def test_looking_for_what_followed_finds_what_looking_at_all_finds(tmp_path: Path) -> None:
    with kept(tmp_path, *{report_of(act).id: act for acts, _ in CASES.values() for act in acts}.values()) as view:
        whole = Following(told_of(view, ALL))
        for kind in ActKind:
            chosen = told_of(view, ALL.of(kind))
            forward, backward = follow(view, chosen), follow(view, chosen, backwards=True)
            for told in chosen:
                assert forward.after(told.id) == whole.after(told.id)
                assert backward.before(told.id) == whole.before(told.id)


def test_of_very_many_only_the_latest_are_looked_at(tmp_path: Path) -> None:
    many = [
        an_act(ActKind.OFFER_VENUE, f"2024-05-{day:02}", outlet=f"o{number}", **OFFER)
        for day in range(1, 21)
        for number in range(8)
    ]
    consent = an_act(ActKind.CONSENT, "2024-06-01", status="given", actors=["Peru"], targets=["Ecuador"])
    found = links(tmp_path, *many, consent)
    assert len(found) == MOST_LOOKED_AT
    assert min(link.reason.rpartition("; ")[2] for link in found) == "12 days later"


@pytest.mark.parametrize("days", [("", ""), ("", "2024-05-02"), ("2024-05-01", "")])
def test_where_no_day_tells_which_was_first_nothing_is_said_to_follow(tmp_path: Path, days: tuple[str, str]) -> None:
    consent = an_act(ActKind.CONSENT, days[1], status="given", actors=["Peru"], targets=["Ecuador"])
    assert links(tmp_path, offer(days[0]), consent) == []


def test_one_article_without_a_day_may_tell_of_both(tmp_path: Path) -> None:
    (article, offered), *_ = offer("")
    consent = report_of(an_act(ActKind.CONSENT, "", status="given", actors=["Peru"], targets=["Ecuador"]))
    (link,) = links(tmp_path, [(article, offered)], [(article, told_in(consent, offered))])
    assert link.confidence < 0.8
    assert "later" not in link.reason


def test_every_overlap_is_used_by_a_rule_and_the_other_way_round() -> None:
    named = {name.rstrip("?") for rule in load_rules() for group in rule.needs for name in group}
    named |= {name for rule in load_rules() for name in rule.weights}
    assert named == set(OVERLAPS)


def test_every_rule_has_a_case() -> None:
    tried = {(link, first, then) for _, expected in CASES.values() for link, first, then in expected}
    tied_kinds = {link for link, _, _ in tried}
    untried = {rule.link.value for rule in load_rules()} - tied_kinds
    # They stand in test_outcomes.py, by way of the brief.
    assert untried == {"repetition", "sum"}
