"""Which reports are taken for one act, and which are kept apart."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.report import Report
from goodoffices.resolving.cells import cut, spot_of
from goodoffices.resolving.clusters import Cluster, gather
from goodoffices.resolving.judged import Judged
from goodoffices.resolving.merge import act_id, judgements_of
from goodoffices.resolving.outline import Outline, outline

FIRST, SECOND = an_article("a1", published="2024-05-11"), an_article("a2", published="2024-05-12")

COUNTRIES = {"Quito": "Ecuador", "Guayaquil": "Ecuador", "Ecuador": "Ecuador", "Lima": "Peru", "Peru": "Peru"}


def country_of(place: str) -> str:
    return COUNTRIES.get(place, "")


def outlined(report: Report, article: Article) -> Outline:
    return outline(report, article.published, country_of)


def clusters_of(*reports: tuple[Report, Article], judged: Sequence[Judgement] = ()) -> list[Cluster]:
    return gather([outlined(report, article) for report, article in reports], Judged.of(judged).forbids)


def ids(cluster: Cluster) -> list[str]:
    return [report.id for report in cluster.reports]


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


def test_what_a_person_judged_different_stands_above_the_comparison() -> None:
    alike = a_report(FIRST, date="2024-05-10"), a_report(SECOND, date="2024-05-10")
    verdict = same(*alike, Verdict.DIFFERENT)
    assert len(clusters_of((alike[0], FIRST), (alike[1], SECOND), judged=[verdict])) == 2


def test_every_joining_is_a_judgement_with_reasons() -> None:
    reports = [a_report(FIRST, date="2024-05-10", place="Quito"), a_report(SECOND, date="2024-05", place="Quito")]
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
    one, other = (gather(order, None) for order in (outlines, shuffled))
    assert [ids(c) for c in one] == [ids(c) for c in other]
    assert [judgements_of(c) for c in one] == [judgements_of(c) for c in other]
    everything = list(itertools.chain.from_iterable(ids(c) for c in one))
    assert sorted(everything) == sorted(o.id for o in outlines)


def test_no_cluster_holds_dates_without_a_common_day() -> None:
    rows = ["2024-05-01/2024-05-10", "2024-05-09/2024-05-20", "2024-05-20", "2024-05"]
    reports = [(a_report(FIRST, date=date, at=at), FIRST) for at, date in enumerate(rows)]
    dates = {report.id: DateInterval.from_iso(date) for (report, _), date in zip(reports, rows, strict=True)}
    for cluster in clusters_of(*reports):
        held = [dates[report.id] for report in cluster.reports]
        assert max(date.start for date in held) < min(date.end for date in held)


def test_an_acts_id_shows_its_smallest_report() -> None:
    reports = [a_report(FIRST, at=at) for at in range(5)]
    assert act_id(report.id for report in reports) == "k" + min(report.id for report in reports)[1:]


def told(number: int, **fields: object) -> tuple[Report, Article]:
    article = an_article(f"b{number}", f"{number} {FIRST.text}")
    return a_report(article, **fields), article  # type: ignore[arg-type]


def test_copies_are_one_account_and_cost_no_comparison() -> None:
    reports = [told(number, date="2024-05-10", place="Quito") for number in range(300)]
    (cluster,) = clusters_of(*reports)
    assert len(cluster.accounts) == 1
    assert len(cluster.reports) == 300
    assert len(judgements_of(cluster)) == 299


def test_two_accusations_of_one_article_are_two_acts() -> None:
    charge = {"kind": ActKind.ACCUSATION, "actors": ["Peru"], "targets": ["Colombia"], "status": "", "date": DAY}
    first, second = a_report(FIRST, **charge), a_report(FIRST, at=5, **charge)  # type: ignore[arg-type]
    assert len(clusters_of((first, FIRST), (second, FIRST))) == 2


def test_the_meeting_held_and_the_next_one_agreed_in_one_article_are_two_acts() -> None:
    held, agreed = a_report(FIRST, place="Quito"), a_report(FIRST, at=5, place="Quito", status="agreed")
    assert len(clusters_of((held, FIRST), (agreed, FIRST))) == 2


def test_what_fits_two_acts_alike_is_left_apart() -> None:
    first, second = told(1, date="2024-05-10", place="Quito"), told(2, date="2024-05-20", place="Quito")
    vague = told(3, date="2024-05", place="Quito")
    assert len(clusters_of(first, second, vague)) == 3
    assert len(clusters_of(first, vague)) == 1


def test_one_vague_report_does_not_tie_two_acts() -> None:
    dated = [told(number, date=DAY, issue=issue) for number, issue in ((1, "ceasefire"), (2, ""))]
    undated = [told(number, place="Quito", issue=issue) for number, issue in ((3, ""), (4, "prisoners"))]
    bridge = told(5, date="2024-05", place="Quito", issue="ceasefire")
    assert are_one({"date": DAY, "issue": "ceasefire"}, {"date": "2024-05", "place": "Quito", "issue": "ceasefire"})
    clusters = clusters_of(*dated, *undated, bridge)
    assert not any({dated[0][0].id, undated[0][0].id} <= set(ids(cluster)) for cluster in clusters)


@pytest.mark.parametrize(("one", "other"), [("the border protocol", "protocol (map)"), ("9th protocol", "protocol")])
def test_documents_of_one_name_are_one(one: str, other: str) -> None:
    paper: dict[str, object] = {"kind": ActKind.AGREEMENT, "status": "signed", "date": DAY}
    assert are_one(paper | {"document": one}, paper | {"document": other})


def test_names_of_documents_say_nothing_across_languages() -> None:
    paper: dict[str, object] = {"kind": ActKind.AGREEMENT, "status": "signed", "date": DAY}
    one, other = told(1, document="declaration", **paper), told(2, document="декларация", **paper)
    assert len(clusters_of(one, (replace(other[0], lang="ru"), other[1]))) == 1


def test_two_agreements_of_one_article_on_other_matters_are_two_acts() -> None:
    reached: dict[str, object] = {"kind": ActKind.AGREEMENT, "status": "agreed", "date": DAY}
    prisoners, border = a_report(FIRST, issue="prisoners", **reached), a_report(FIRST, at=5, **reached)  # type: ignore[arg-type]
    assert len(clusters_of((prisoners, FIRST), (border, FIRST))) == 2


@pytest.mark.parametrize(("one", "other"), [("8th protocol", "9th protocol"), ("peace treaty", "road map")])
def test_documents_of_other_names_or_numbers_are_two(one: str, other: str) -> None:
    paper: dict[str, object] = {"kind": ActKind.AGREEMENT, "status": "signed", "date": DAY}
    assert not are_one(paper | {"document": one}, paper | {"document": other})


def visit(number: int, *targets: str, **fields: object) -> tuple[Report, Article]:
    return told(number, kind=ActKind.VISIT, actors=[MINISTER], targets=targets, **fields)


def test_a_journey_that_one_article_sums_up_goes_to_the_only_visit_that_it_can_hold() -> None:
    dated, sum_up = visit(1, "Chile", date=DAY), visit(2, "Chile", "Ecuador")
    (cluster,) = clusters_of(dated, sum_up)
    assert [judgement.reason for judgement in judgements_of(cluster)] == ["told in sum: Chile, Ecuador"]


def test_a_journey_that_fits_two_visits_is_an_act_of_its_own() -> None:
    assert len(clusters_of(visit(1, "Chile", date=DAY), visit(2, "Ecuador"), visit(3, "Chile", "Ecuador"))) == 3


def test_a_journey_that_two_articles_tell_of_is_an_act_of_its_own() -> None:
    clusters = clusters_of(
        visit(1, "Chile", date=DAY), visit(2, "Chile", "Ecuador"), visit(3, "Chile", "Ecuador", place="Quito")
    )
    assert sorted(len(cluster.reports) for cluster in clusters) == [1, 2]


def test_many_days_of_one_pair_of_parties_are_cut_apart() -> None:
    outlines = []
    for number in range(3000):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number)
        article = an_article(f"a{number}", f"{number}", published=day.isoformat())
        outlines.append(outlined(a_report(article, date=day.isoformat()), article))
    cells = cut(spot_of(outline) for outline in outlines)
    assert max(map(len, cells)) <= 400
    assert sum(map(len, cells)) == 3000
