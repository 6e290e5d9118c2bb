"""A cluster of reports to the act that they tell of: what they agree on, and every value that any of them gives."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from goodoffices.model.act import STATUSES, Act, ActKind, Modality, Value
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ReportId
from goodoffices.model.issue import OTHER
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.report import Filler, Report
from goodoffices.resolving.clusters import Cluster
from goodoffices.resolving.differences import differing_fields
from goodoffices.resolving.features import ENOUGH, explain, holds_visit
from goodoffices.resolving.outline import CountryOf

IsConfirmed = Callable[[ReportId, str], bool]
"""Says whether a person confirmed the value of a field of a report."""

_CERTAIN = 2 * ENOUGH
"""The weight from which on a judgement's score is 1."""


def act_id(reports: Iterable[ReportId]) -> ActId:
    """Return the id of the act of these reports: the digits of the smallest of their ids, so it needs no counter."""
    return ActId(f"k{min(reports)[1:]}")


def judgements_of(cluster: Cluster) -> list[Judgement]:
    """Return by which bonds the reports of a cluster were taken for one act, with the reasons."""
    judgements = []
    said = {account.id: account.said for account in cluster.accounts}
    for bond in cluster.bonds:
        ours, theirs = said[bond.one], said[bond.other]
        reason = holds_visit(ours, theirs) or holds_visit(theirs, ours) or explain(ours, theirs)[1]
        judgements.append(_same(bond.one, bond.other, reason, min(1.0, bond.weight / _CERTAIN)))
    for account in cluster.accounts:
        for report in account.reports[1:]:
            judgements.append(_same(account.id, report.id, "both say the same", 1.0))
    return sorted(judgements, key=lambda judgement: (judgement.subject, judgement.object))


def _same(one: ReportId, other: ReportId, reason: str, score: float) -> Judgement:
    return Judgement(verdict=Verdict.SAME, subject=one, object=other, reason=reason, score=round(score, 3))


def _nobody_confirms(_report: ReportId, _field: str) -> bool:
    return False


def merge(reports: Sequence[Report], country_of: CountryOf, is_confirmed: IsConfirmed = _nobody_confirms) -> Act:
    """Return the act that the reports, at least one and all of one kind, tell of.

    Of values that differ, the act shows the one that a person confirmed, or else the one that most reports give, of
    these the more exact, and keeps all.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    kind = ordered[0].kind
    rank = {status: rank for rank, status in enumerate(STATUSES[kind], start=1)}
    status = max((report.status for report in ordered), key=lambda status: rank.get(status, 0))
    furthest = [report for report in ordered if report.status == status]
    told = {
        field: [report for report in ordered if is_confirmed(report.id, field)] or ordered
        for field in ("place", "host", "date", "issue")
    }
    place = _place([report.place.value for report in told["place"] if report.place], country_of)
    return Act(
        id=act_id(report.id for report in ordered),
        kind=kind,
        reports=tuple(report.id for report in ordered),
        status=status,
        actors=_parties(report.actors for report in ordered),
        targets=_targets(ordered),
        mediators=_parties(report.mediators for report in ordered),
        host=_commonest([report.host.value for report in told["host"] if report.host]),
        place=place,
        country=country_of(place) if place else "",
        happened_on=_date([report.on.interval for report in told["date"] if report.on]),
        issue=_issue([report.issue.value for report in told["issue"] if report.issue]),
        modality=Modality(_commonest([report.modality.value for report in furthest])),
        is_background=all(report.is_background for report in ordered),
        differs=differing_fields(ordered, country_of),
        values=_values(ordered),
    )


def _commonest(values: Sequence[str]) -> str:
    """Return the value that is given most often, of several the first in the alphabet; empty where there is none."""
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0] if values else ""


def _parties(lists: Iterable[Sequence[Filler]]) -> tuple[str, ...]:
    """Return everyone whom a report names, once each; a state not beside someone who is named as acting for it."""
    named: dict[str, Filler] = {}
    for fillers in lists:
        for filler in fillers:
            named.setdefault(filler.value, filler)
    represented = {filler.stands_for for filler in named.values() if filler.stands_for}
    return tuple(sorted(name for name in named if name not in represented))


def _targets(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return everyone to whom it is addressed; for a visit that some tell of in sum, the state that all name."""
    named = [{filler.value for filler in report.targets} for report in reports if report.targets]
    if reports[0].kind is ActKind.VISIT and named and (shared := set.intersection(*named)):
        return tuple(sorted(shared))
    return _parties(report.targets for report in reports)


def _place(values: Sequence[str], country_of: CountryOf) -> str:
    """Return the commonest place, a town before the state it lies in."""
    towns = [value for value in values if country_of(value) != value]
    return _commonest(towns or values)


def _date(values: Sequence[DateInterval]) -> DateInterval | None:
    """Return the shortest date, of several the commonest and then the earliest."""
    if not values:
        return None
    count = Counter(values)
    return min(count, key=lambda value: (value.end - value.start, -count[value], value.start))


def _issue(values: Sequence[str]) -> str:
    return _commonest([value for value in values if value != OTHER]) or (OTHER if values else "")


def _values(reports: Sequence[Report]) -> tuple[Value, ...]:
    """Return every value of every field with the reports that give it, by field and value."""
    givers: Mapping[tuple[str, str], list[ReportId]] = defaultdict(list)
    for report in reports:
        given = {(field, filler.value) for field, filler in report.fillers()}
        given |= {("status", report.status), ("modality", report.modality.value)}
        if report.on is not None:
            given.add(("date", report.on.interval.to_iso()))
        for pair in given:
            if pair[1]:
                givers[pair].append(report.id)
    return tuple(Value(field=field, value=value, reports=tuple(ids)) for (field, value), ids in sorted(givers.items()))
