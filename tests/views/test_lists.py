"""The views: each over a few acts."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from records import Told
from samples import a_party

from goodoffices.following.states import CommitmentState, DemandState, OfferState, PredictionState
from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import OutletSide, Selection
from goodoffices.record.store import Record
from goodoffices.views.agreements import agreements
from goodoffices.views.changes import ChangeKind, changes
from goodoffices.views.commitments import commitments
from goodoffices.views.demands import demands
from goodoffices.views.differences import NOBODY, differences, one_sided
from goodoffices.views.meetings import meetings
from goodoffices.views.network import Node, network
from goodoffices.views.offers import offers
from goodoffices.views.positions import Stance, positions
from goodoffices.views.predictions import predictions
from goodoffices.views.sources import sources
from goodoffices.views.story import story_of
from goodoffices.views.timeline import timeline
from goodoffices.views.tracks import tracks
from views.kept import ALL, ENVOY, MINISTER, an_act, kept, together

OFFER = an_act(
    ActKind.OFFER_VENUE, "2024-05-01", status="made", actors=["Ecuador"], targets=["Peru", "Colombia"], place="Quito"
)
DEMAND = an_act(
    ActKind.DEMAND, "2024-05-01", status="made", actors=["Peru"], targets=["Colombia"], issue="prisoners",
    strength="precondition",
)  # fmt: skip
PROMISE = an_act(
    ActKind.COMMITMENT, "2024-05-10", status="undertaken", actors=[MINISTER], targets=["Peru"], issue="prisoners",
    deadline="2024-06-30",
)  # fmt: skip


def answer(kind: ActKind, day: str, party: str, status: str) -> Told:
    return an_act(kind, day, status=status, actors=[party], targets=["Ecuador"])


def a_meeting(day: str, outlet: str = "", **fields: Any) -> Told:
    given: dict[str, Any] = {"status": "held", "actors": [ENVOY, MINISTER], "date": day, "place": "Quito"}
    return an_act(ActKind.MEETING, day, outlet=outlet, **given | fields)


YES = answer(ActKind.CONSENT, "2024-05-02", "Peru", "given")
IF = answer(ActKind.CONSENT, "2024-05-02", "Peru", "conditional")
NO = answer(ActKind.REFUSAL, "2024-05-03", "Colombia", "made")
HELD = a_meeting("2024-05-20")
AGREED = an_act(
    ActKind.MEETING, "2024-05-05", status="agreed", actors=["Peru", "Colombia"], place="Quito", date="2024-05-20"
)


@pytest.mark.parametrize(
    ("others", "state", "silent", "waiting"),
    [
        ([], OfferState.UNANSWERED, ("Colombia", "Peru"), 30),
        ([YES], OfferState.ACCEPTED, ("Colombia",), None),
        ([IF], OfferState.CONDITIONAL, ("Colombia",), None),
        ([NO], OfferState.REFUSED, ("Peru",), None),
        ([YES, NO], OfferState.DIVIDED, (), None),
        ([YES, AGREED], OfferState.AGREED, (), None),
        ([NO, HELD], OfferState.MET, (), None),
    ],
)
def test_what_became_of_an_offer(
    tmp_path: Path, others: list[Told], state: OfferState, silent: tuple[str, ...], waiting: int | None
) -> None:
    with kept(tmp_path, OFFER, *others) as view:
        (offer,) = offers(view, ALL, on=dt.date(2024, 5, 31))
    assert (offer.state, offer.silent, offer.waiting_days) == (state, silent, waiting)
    assert len(offer.outcomes) == len(others)


def test_the_last_answer_of_each_party_counts(tmp_path: Path) -> None:
    later = answer(ActKind.REFUSAL, "2024-05-09", "Peru", "made")
    with kept(tmp_path, OFFER, YES, later) as view:
        (offer,) = offers(view, ALL)
    assert [(one.party, one.answer, one.item.day) for one in offer.answers] == [("Peru", "refused", "2024-05-09")]


@pytest.mark.parametrize(
    ("others", "on", "state", "overdue"),
    [
        ([], "2024-06-30", CommitmentState.OPEN, None),
        ([], "2024-07-10", CommitmentState.OVERDUE, 10),
        (["fulfilled"], "2024-07-10", CommitmentState.FULFILLED, None),
        (["fulfilled"], "2024-06-01", CommitmentState.OPEN, None),
        (["refused"], "2024-07-10", CommitmentState.BROKEN, None),
        (["accused"], "2024-06-20", CommitmentState.SAID_BROKEN, None),
        (["accused"], "2024-07-20", CommitmentState.OVERDUE, 20),
    ],
)
def test_what_came_of_a_commitment(
    tmp_path: Path, others: list[str], on: str, state: CommitmentState, overdue: int | None
) -> None:
    later = {
        "fulfilled": an_act(
            ActKind.COMMITMENT, "2024-06-10", status="fulfilled", actors=["Colombia"], issue="prisoners"
        ),
        "refused": an_act(ActKind.REFUSAL, "2024-06-10", status="made", actors=["Colombia"], issue="prisoners"),
        "accused": an_act(ActKind.ACCUSATION, "2024-06-10", actors=["Peru"], targets=["Colombia"], issue="prisoners"),
    }
    with kept(tmp_path, PROMISE, *(later[other] for other in others)) as view:
        commitment = next(commitments(view, ALL, on=dt.date.fromisoformat(on)))
    assert (commitment.state, commitment.overdue_days) == (state, overdue)


def test_the_day_asked_is_that_of_the_latest_publication_and_never_today(tmp_path: Path) -> None:
    with kept(tmp_path, PROMISE, HELD) as view:
        assert next(commitments(view, ALL)).state is CommitmentState.OPEN
    late = an_act(ActKind.STATEMENT, "2024-08-01", actors=["Chile"])
    with kept(tmp_path / "..", PROMISE, HELD, late) as view:
        assert next(commitments(view, ALL)).overdue_days == 32


def test_a_demand_stands_with_its_replies(tmp_path: Path) -> None:
    refusal = an_act(ActKind.REFUSAL, "2024-05-02", status="made", actors=["Colombia"], issue="prisoners")
    again = an_act(ActKind.DEMAND, "2024-06-01", status="repeated", actors=[ENVOY], issue="prisoners")
    with kept(tmp_path, DEMAND, refusal, PROMISE, again) as view:
        first, second = demands(view, ALL)
        before = next(demands(view, ALL, on=dt.date(2024, 5, 2)))
    assert (first.state, first.strength) == (DemandState.DIVIDED, "precondition")
    assert [one.link for one in first.replies] == ["refusal", "commitment"]
    assert [one.item.day for one in first.repetitions] == ["2024-06-01"]
    assert second.state is DemandState.UNANSWERED
    assert before.state is DemandState.REFUSED


def a_prediction(**fields: Any) -> Told:
    return an_act(ActKind.PREDICTION, "2024-05-01", status="made", actors=["X. Expert"], issue="prisoners", **fields)


SIGNED = an_act(ActKind.AGREEMENT, "2024-06-10", status="signed", actors=["Peru", "Colombia"], issue="prisoners")


@pytest.mark.parametrize(
    ("deadline", "others", "on", "state"),
    [
        ("2024-06-30", [SIGNED], "2024-06-10", PredictionState.CAME),
        ("2024-06-30", [SIGNED], "2024-06-09", PredictionState.OPEN),
        ("2024-06-30", [], "2024-06-30", PredictionState.OPEN),
        ("2024-06-30", [], "2024-07-01", PredictionState.DID_NOT_COME),
        ("2024-05-30", [SIGNED], "2024-07-01", PredictionState.DID_NOT_COME),
        ("soon", [], "2025-07-01", PredictionState.OPEN),
    ],
)
def test_whether_a_prediction_came(
    tmp_path: Path, deadline: str, others: list[Told], on: str, state: PredictionState
) -> None:
    with kept(tmp_path, a_prediction(deadline=deadline), *others) as view:
        found = predictions(view, ALL, on=dt.date.fromisoformat(on))
    assert [one.state for one in found.predictions] == [state]
    (forecaster,) = found.forecasters
    counted = (forecaster.came, forecaster.did_not_come, forecaster.open)
    assert (forecaster.name, forecaster.made, sum(counted)) == ("X. Expert", 1, 1)


def test_a_prediction_that_something_will_not_be_is_not_judged(tmp_path: Path) -> None:
    with kept(tmp_path, a_prediction(deadline="2024-05-30", modality=Modality.DENIED)) as view:
        (one,) = predictions(view, ALL, on=dt.date(2025, 1, 1)).predictions
    assert one.state is PredictionState.OPEN


def test_positions_show_the_latest_and_then_the_earlier_by_issue_and_party(tmp_path: Path) -> None:
    acts = [
        DEMAND,
        an_act(ActKind.SUPPORT, "2024-05-20", actors=[ENVOY], issue="prisoners"),
        an_act(ActKind.CONSENT, "2024-05-10", status="conditional", actors=["Peru"], issue="prisoners"),
        an_act(ActKind.REFUSAL, "2024-05-11", status="made", actors=["Colombia"], issue="prisoners"),
        an_act(ActKind.STATEMENT, "2024-05-12", actors=["Peru"], issue="other"),
    ]
    with kept(tmp_path, *acts) as view:
        found = positions(view, ALL)
    assert [(one.issue_title, one.party, one.latest.stance) for one in found] == [
        ("Prisoners and hostages", "Colombia", Stance.AGAINST),
        ("Prisoners and hostages", "Peru", Stance.FOR),
        ("Other matters", "Peru", Stance.STATES),
    ]
    assert [one.stance for one in found[1].earlier] == [Stance.CONDITIONAL, Stance.CONDITIONAL]
    assert found[1].latest.by == ("E. Envoy",)


def test_meetings_tell_who_where_and_what_led_to_them(tmp_path: Path) -> None:
    chaired = a_meeting("2024-05-20", mediators=["Ecuador"], host="Ecuador", level="ministers")
    with kept(tmp_path, OFFER, AGREED, chaired) as view:
        planned, held = sorted(meetings(view, ALL), key=lambda meeting: meeting.item.status)
    assert [(one.link, one.item.act) for one in planned.came_to] == [("held", held.item.act)]
    assert [one.link for one in held.came_from] == ["meeting", "held"]
    assert (held.participants, held.sides) == (("E. Envoy", "M. Minister"), ("Colombia", "Peru"))
    assert (held.mediators, held.host, held.country, held.level) == (("Ecuador",), "Ecuador", "Ecuador", "ministers")


def test_the_history_of_a_status_has_dates_and_reports(tmp_path: Path) -> None:
    agreed, held = (a_meeting(day, outlet, status=status, date="2024-05-20") for day, outlet, status in (
        ("2024-05-05", "Early Post", "agreed"), ("2024-05-21", "Late Post", "held")))  # fmt: skip
    with kept(tmp_path, together(held, agreed)) as view:
        (event,) = timeline(view, ALL)
    assert [(step.status, step.reported, step.outlets) for step in event.history] == [
        ("agreed", "2024-05-05", ("Early Post",)),
        ("held", "2024-05-21", ("Late Post",)),
    ]


def test_an_agreement_is_one_history_of_one_document(tmp_path: Path) -> None:
    stages = [
        an_act(ActKind.AGREEMENT, f"2024-0{month}-01", status=status, actors=["Peru", "Colombia"], document="Pact")
        for month, status in enumerate(("proposed", "draft", "initialled", "signed"), start=1)
    ]
    other = an_act(ActKind.AGREEMENT, "2024-03-02", status="agreed", actors=["Peru", "Colombia"], document="Charter")
    refusal = an_act(ActKind.REFUSAL, "2024-01-09", status="made", actors=[MINISTER], targets=["Peru"], document="Pact")
    with kept(tmp_path, *stages, other, refusal) as view:
        pact, charter = agreements(view, ALL)
        (from_within,) = agreements(view, Selection(period=DateInterval.from_iso("2024-02")))
    assert [stage.status for stage in pact.stages] == ["proposed", "draft", "initialled", "signed"]
    assert (pact.document, pact.state, pact.parties) == ("Pact", "signed", ("Colombia", "Peru"))
    assert from_within.stages == pact.stages
    assert [stage.status for stage in charter.stages] == ["agreed"]


def test_tracks_keep_mediators_hosts_and_offers_apart(tmp_path: Path) -> None:
    acts = [
        OFFER,
        an_act(ActKind.OFFER_MEDIATION, "2024-05-02", status="disclaimed", actors=["Ecuador"], targets=["Peru"]),
        a_meeting("2024-05-20", host="Ecuador", mediators=[a_party("B. Broker", stands_for="Brazil")]),
        a_meeting("2024-05-22", host="Peru"),
    ]
    with kept(tmp_path, *acts) as view:
        ecuador, brazil = tracks(view, ALL)
    assert (ecuador.third_party, ecuador.held, ecuador.places) == ("Ecuador", 1, ("Quito",))
    assert dict(ecuador.roles) == {"offers a venue": 1, "disclaims mediation": 1, "host": 1}
    assert (ecuador.parties, ecuador.first, ecuador.last) == (("Peru", "Colombia"), "2024-05-01", "2024-05-20")
    assert (brazil.people, brazil.roles, brazil.parties) == (("B. Broker",), (("mediator", 1),), ("Colombia", "Peru"))


def know(folder: Path, **sides: str) -> None:
    with Record.open(folder / "kept.db") as record, record.writer() as writer:
        writer.know_outlets((name.casefold(), OutletSide(name=name, side=side)) for name, side in sides.items())


SAID = [
    a_meeting("2024-05-20", "Lima", quantity="4 villages"),
    a_meeting("2024-05-21", "Cusco", date="2024-05-20", quantity="4 villages"),
    a_meeting("2024-05-22", "Bogota", date="2024-05-20", quantity="6 villages"),
]


def test_differences_group_values_by_who_says_so_and_mark_one_side(tmp_path: Path) -> None:
    alone = a_meeting("2024-07-01", "Cusco", actors=["Chile", "Peru"])
    with kept(tmp_path, together(*SAID), alone) as view:
        know(tmp_path, Lima="Peru", Cusco="Peru", Bogota="")
        (difference,) = differences(view, ALL)
        only = [(one.side, one.item.outlets) for one in one_sided(view, ALL)]
    assert difference.field == "quantity"
    assert [(a.value, a.outlets, a.sides, a.only_side) for a in difference.accounts] == [
        ("4 villages", ("Cusco", "Lima"), ("Peru",), "Peru"),
        ("6 villages", ("Bogota",), (), ""),
    ]
    assert only == [("Peru", ("Cusco",))]


def test_who_names_no_mediator_is_an_account_of_its_own(tmp_path: Path) -> None:
    silent = a_meeting("2024-05-22", "Bogota", date="2024-05-20", format="bilateral")
    chaired = a_meeting("2024-05-20", "Lima", mediators=["Ecuador"])
    with kept(tmp_path, together(chaired, silent)) as view:
        (difference,) = differences(view, ALL)
    assert {account.value: account.outlets for account in difference.accounts} == {
        "Ecuador": ("Lima",), NOBODY: ("Bogota",)
    }  # fmt: skip


def test_sources_count_what_each_tells_first_and_alone(tmp_path: Path) -> None:
    alone = a_meeting("2024-07-01", "Cusco", actors=["Chile", "Peru"])
    with kept(tmp_path, together(*SAID), alone) as view:
        know(tmp_path, Lima="Peru")
        found = {source.outlet: source for source in sources(view, ALL)}
    assert {name: (s.reports, s.acts, s.alone, s.first, s.side) for name, s in found.items()} == {
        "Cusco": (2, 2, 1, 0, None), "Lima": (1, 1, 0, 1, "Peru"), "Bogota": (1, 1, 0, 0, None)
    }  # fmt: skip
    assert found["Cusco"].on_whom == (("Peru", 2), ("Chile", 1), ("Colombia", 1))
    assert (found["Cusco"].since, found["Cusco"].until) == ("2024-05-21", "2024-07-01")


def test_what_is_new_is_told_by_what_was_published(tmp_path: Path) -> None:
    agreed = a_meeting("2024-05-05", "Lima", status="agreed", date="2024-05-20")
    with kept(tmp_path, together(agreed, *SAID), DEMAND, a_meeting("2024-07-01")) as view:

        def new(days: str) -> list[tuple[ChangeKind, tuple[str, ...], tuple[str, ...]]]:
            return [(one.kind, one.before, one.now) for one in changes(view, ALL, DateInterval.from_iso(days))]

        assert new("2024-05-01") == [(ChangeKind.ACT, (), ("made",))]
        assert new("2024-05-05") == [(ChangeKind.ACT, (), ("agreed",))]
        assert new("2024-05-20/2024-05-21") == [(ChangeKind.STATUS, ("agreed",), ("held",))]
        assert new("2024-05-22/2024-06-30") == [(ChangeKind.DIFFERENCE, ("4 villages",), ("6 villages",))]
        assert new("2024-06") == []


def test_the_network_ties_those_who_met(tmp_path: Path) -> None:
    visit = an_act(ActKind.VISIT, "2024-06-01", status="held", actors=[ENVOY, a_party("A. Aide", stands_for="Peru")],
                   targets=["Chile"], date="2024-06-01")  # fmt: skip
    with kept(tmp_path, HELD, a_meeting("2024-07-01"), AGREED, visit) as view:
        people, states = network(view, ALL), network(view, ALL, by_side=True)
    assert [(edge.one, edge.other, edge.count, edge.first, edge.last) for edge in people.edges] == [
        ("E. Envoy", "M. Minister", 2, "2024-05-20", "2024-07-01"),
        ("A. Aide", "Chile", 1, "2024-06-01", "2024-06-01"),
        ("Chile", "E. Envoy", 1, "2024-06-01", "2024-06-01"),
    ]
    assert people.nodes[0] == Node(name="E. Envoy", side="Peru", count=3)
    assert [(edge.one, edge.other, edge.count) for edge in states.edges] == [
        ("Colombia", "Peru", 2),
        ("Chile", "Peru", 1),
    ]
    assert all(len(edge.acts) == edge.count for edge in people.edges)


def test_what_all_tell_as_background_is_asked_for_apart(tmp_path: Path) -> None:
    (article, report), *_ = HELD
    with kept(tmp_path, [(article, replace(report, is_background=True))]) as view:
        assert [len(list(timeline(view, Selection(with_background=flag)))) for flag in (False, True)] == [0, 1]


def test_the_story_of_an_act_has_what_was_before_and_after(tmp_path: Path) -> None:
    with kept(tmp_path, OFFER, YES, AGREED, HELD) as view:
        (agreed,) = (one for one in timeline(view, ALL) if one.item.status == "agreed")
        story = story_of(view, agreed.item.act)
        nobody = story_of(view, ActId("k0"))
    assert [(one.link, one.item.kind) for one in story.came_from] == [("meeting", ActKind.OFFER_VENUE)]
    assert [(one.link, one.item.status) for one in story.led_to] == [("held", "held")]
    assert [step.status for step in story.history] == ["agreed"]
    assert (nobody.history, nobody.came_from, nobody.led_to) == ((), (), ())
