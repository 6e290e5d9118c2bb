"""Which reports are taken for one act, and which are kept apart."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.report import Report
from goodoffices.resolving.clusters import Cluster, Decisions, gather
from goodoffices.resolving.merge import act_id, judgements_of
from goodoffices.resolving.outline import Outline, outline

FIRST, SECOND = an_article("a1", published="2024-05-11"), an_article("a2", published="2024-05-12")

COUNTRIES = {"Quito": "Ecuador", "Guayaquil": "Ecuador", "Ecuador": "Ecuador", "Lima": "Peru", "Peru": "Peru"}


def country_of(place: str) -> str:
    return COUNTRIES.get(place, "")


def outlined(report: Report, article: Article) -> Outline:
    return outline(report, article.published, country_of)


def clusters_of(*reports: tuple[Report, Article], judged: Sequence[Judgement] = ()) -> list[Cluster]:
    return gather([outlined(report, article) for report, article in reports], Decisions.of(judged))


def are_one(one: Mapping[str, object], other: Mapping[str, object], *, later: Article = SECOND) -> bool:
    """Return whether two reports of two articles, given by their fields, are taken for one act."""
    reports = (a_report(FIRST, **one), FIRST), (a_report(later, **other), later)  # type: ignore[arg-type]
    return len(clusters_of(*reports)) == 1


DAY = "2024-05-10"
MINISTER = a_party("A. Minister", stands_for="Peru")
PRESIDENT = a_party("B. President", stands_for="Peru")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2024-05-10"}, {"date": "2024-05-10"}),
        ({"date": "2024-05-10", "place": "Quito"}, {"date": "2024-05", "place": "Quito"}),
        ({"date": "2024-05-10", "place": "Quito"}, {"place": "Quito"}),
        ({"date": "2024-05-10", "place": "Quito"}, {"date": "2024-05-10", "place": "Ecuador"}),
        ({"date": "2024-05-10", "status": "agreed"}, {"date": "2024-05-10", "status": "held"}),
        ({"date": DAY, "actors": [MINISTER, "Colombia"]}, {"date": DAY, "actors": ["Colombia", "Peru"]}),
        ({"date": "2024-05-10", "place": "Quito"}, {"date": "2024-05-11", "place": "Quito"}),
        ({"date": "2024-04-30", "place": "Quito"}, {"date": "2024-05-01", "place": "Quito"}),
        ({"date": "2024-05-10", "mediators": ["Ecuador"]}, {"date": "2024-05-10"}),
        ({"date": DAY, "actors": ["Peru", "Colombia", "Ecuador"], "mediators": ["Ecuador"]}, {"date": DAY}),
    ],
)  # fmt: skip
def test_reports_of_one_meeting_are_one_act(one: dict[str, object], other: dict[str, object]) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2024-05-10"}, {"date": "2024-05-11"}),
        ({"date": "2024-05-10"}, {"date": "2024-05-10", "actors": ["Peru", "Chile"]}),
        ({"date": "2024-05-10", "place": "Quito"}, {"date": "2024-05-10", "place": "Guayaquil"}),
        ({"date": "2024-05-10", "place": "Quito"}, {"date": "2024-05-10", "place": "Peru"}),
        ({"date": "2024-05-10", "status": "cancelled"}, {"date": "2024-05-10", "status": "held"}),
        ({"date": DAY, "actors": [MINISTER, "Colombia"]}, {"date": DAY, "actors": [PRESIDENT, "Colombia"]}),
        ({}, {}),
        ({"date": "2024-05-10"}, {"place": "Quito"}),
    ],
)  # fmt: skip
def test_reports_of_two_meetings_are_two_acts(one: dict[str, object], other: dict[str, object]) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


def test_of_two_acts_that_it_can_be_of_a_report_is_of_the_one_that_stands_as_far() -> None:
    proposed = a_report(FIRST, place="Quito", status="proposed", date="2024-05-10")
    agreed = a_report(FIRST, place="Guayaquil", status="agreed", date="2024-05-12", at=5)
    report = a_report(SECOND, place="Ecuador", status="agreed")
    clusters = clusters_of((proposed, FIRST), (agreed, FIRST), (report, SECOND))
    assert {agreed.id, report.id} in [set(cluster.reports) for cluster in clusters]


def test_a_town_told_half_a_year_later_is_another_meeting() -> None:
    later = an_article("a9", published="2024-11-12")
    assert not are_one({"date": "2024-05-10", "place": "Quito"}, {"place": "Quito"}, later=later)


def test_good_offices_offered_and_mediation_disclaimed_are_two_acts() -> None:
    offered: dict[str, object] = {
        "kind": ActKind.OFFER_MEDIATION,
        "actors": ["Ecuador"],
        "status": "made",
        "date": "2024-05-10",
    }
    disclaimed = offered | {"status": "disclaimed", "modality": Modality.DENIED}
    assert not are_one(offered, disclaimed)


def test_demands_on_two_issues_are_two_acts() -> None:
    demand = {
        "kind": ActKind.DEMAND,
        "actors": ["Peru"],
        "targets": ["Colombia"],
        "status": "made",
        "date": "2024-05-10",
    }
    assert not are_one(demand | {"issue": "ceasefire"}, demand | {"issue": "prisoners"})
    assert are_one(demand | {"issue": "ceasefire"}, demand | {"issue": "ceasefire"})


def test_an_initialled_treaty_and_a_signed_declaration_are_two_acts() -> None:
    treaty: dict[str, object] = {"kind": ActKind.AGREEMENT, "date": "2024-05-10"}
    assert not are_one(treaty | {"status": "initialled"}, treaty | {"status": "signed"})


def same(one: Report, other: Report, verdict: Verdict = Verdict.SAME) -> Judgement:
    first, second = sorted((one.id, other.id))
    return Judgement(verdict=verdict, subject=first, object=second, by="A. Reviewer", at="2024-06-01T00:00:00Z")


def test_what_a_person_judged_stands_above_the_comparison() -> None:
    alike = a_report(FIRST, date="2024-05-10"), a_report(SECOND, date="2024-05-10")
    unlike = a_report(FIRST, date="2024-05-10"), a_report(SECOND, date="2024-06-10")
    apart = clusters_of((alike[0], FIRST), (alike[1], SECOND), judged=[same(*alike, Verdict.DIFFERENT)])
    together = clusters_of((unlike[0], FIRST), (unlike[1], SECOND), judged=[same(*unlike)])
    taken_back = clusters_of(
        (unlike[0], FIRST), (unlike[1], SECOND), judged=[same(*unlike), same(*unlike, Verdict.DIFFERENT)]
    )
    assert [len(clusters) for clusters in (apart, together, taken_back)] == [2, 1, 2]


def test_every_joining_is_a_judgement_with_reasons() -> None:
    reports = [a_report(article, date="2024-05-10", place="Quito") for article in (FIRST, SECOND)]
    (cluster,) = clusters_of((reports[0], FIRST), (reports[1], SECOND))
    (judgement,) = judgements_of(cluster)
    assert (judgement.verdict, {judgement.subject, judgement.object}) == (Verdict.SAME, {r.id for r in reports})
    assert judgement.subject < judgement.object
    assert "same date: 2024-05-10" in judgement.reason
    assert "same place: Quito" in judgement.reason


DATES = st.sampled_from(["", "2024-05-10", "2024-05-11", "2024-05", "2024", "2024-06-01/2024-06-03"])
PLACES = st.sampled_from(["", "Quito", "Ecuador", "Lima"])
REPORTS = st.lists(
    st.tuples(
        DATES, PLACES, st.sampled_from(["held", "agreed", "cancelled"]), st.sampled_from(["", "2024-05-11", "2024-07"])
    ),
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(rows: list[tuple[str, str, str, str]], random: object) -> None:
    outlines = []
    for number, (date, place, status, published) in enumerate(rows):
        article = an_article(f"a{number}", f"{number} {FIRST.text}", published=published)
        outlines.append(outlined(a_report(article, date=date, place=place, status=status), article))
    shuffled = list(outlines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (gather(order, Decisions.of(())) for order in (outlines, shuffled))
    assert [sorted(c.reports) for c in one] == [sorted(c.reports) for c in other]
    assert [judgements_of(c) for c in one] == [judgements_of(c) for c in other]
    everything = list(itertools.chain.from_iterable(c.reports for c in one))
    assert sorted(everything) == sorted(o.id for o in outlines)


def test_no_cluster_holds_dates_without_a_common_day() -> None:
    rows = ["2024-05-01/2024-05-10", "2024-05-09/2024-05-20", "2024-05-20", "2024-05"]
    reports = [(a_report(FIRST, date=date, at=at), FIRST) for at, date in enumerate(rows)]
    dates = {report.id: DateInterval.from_iso(date) for (report, _), date in zip(reports, rows, strict=True)}
    for cluster in clusters_of(*reports):
        held = [dates[report] for report in cluster.reports]
        assert max(date.start for date in held) < min(date.end for date in held)


def test_an_acts_id_shows_its_smallest_report() -> None:
    reports = [a_report(FIRST, at=at) for at in range(5)]
    assert act_id(report.id for report in reports) == "k" + min(report.id for report in reports)[1:]


def test_many_reports_of_one_pair_of_parties_are_gathered_quickly() -> None:
    outlines = []
    for number in range(1500):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number)
        article = an_article(f"a{number}", f"{number}", published=day.isoformat())
        outlines.append(outlined(a_report(article, date=day.isoformat()), article))
    compared = 0

    class Counted(Decisions):
        def forbid(self, report: str, cluster: Cluster) -> bool:
            nonlocal compared
            compared += 1
            return super().forbid(report, cluster)

    assert len(gather(outlines, Counted())) == 1500
    assert compared < 1500 * 40
