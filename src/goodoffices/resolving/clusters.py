"""Reports of one kind to clusters, each the reports of one act: the same for the same reports, in whatever order.

Reports are taken from the most exactly dated to the undated; each joins the act that most speaks for, or begins its
own. What a person has judged stands above every comparison. Only reports of the same parties are ever compared, and
among these only those of about the same time, so that the cost grows with what is new and not with its square.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from goodoffices.model.identifiers import ReportId
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.resolving.features import ENOUGH, FEATURES, NEAR_DAYS, Together
from goodoffices.resolving.outline import Outline

_MOST_MONTHS = 24
"""A longer date is compared with everything."""

_ONE_DAY = dt.timedelta(days=1)
"""Talks can be told by their first day or by their last."""

_UNDATED = (0, 0)
"""The place of acts that can lie in any month."""


@dataclass(slots=True)
class Cluster:
    """The reports of one act, as they are being gathered."""

    reports: list[ReportId]
    together: Together
    # Why each report after the first was taken in, by its id: with the first one's id, weight and reasons.
    reasons: dict[ReportId, tuple[ReportId, float, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Decisions:
    """What people have judged of pairs of reports; the later judgement on a pair wins."""

    _by_pair: dict[tuple[str, str], Verdict] = field(default_factory=dict)
    _apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Decisions":
        """Return the decisions that judgements, in the order in which they were made, amount to."""
        decisions = cls()
        for judgement in judgements:
            if judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE):
                decisions._by_pair[judgement.subject, judgement.object] = judgement.verdict
        for (one, other), verdict in decisions._by_pair.items():
            if verdict is Verdict.DIFFERENT:
                decisions._apart[one].add(other)
                decisions._apart[other].add(one)
        return decisions

    def same(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that are one act, in order."""
        return (pair for pair, verdict in sorted(self._by_pair.items()) if verdict is Verdict.SAME)

    def forbid(self, report: str, cluster: Cluster) -> bool:
        """Return whether someone judged the report to be another act than one of the cluster's."""
        apart = self._apart.get(report)
        return apart is not None and not apart.isdisjoint(cluster.reports)


def gather(outlines: Iterable[Outline], decisions: Decisions) -> list[Cluster]:
    """Return the clusters of reports of one kind, by their first reports; every report is in exactly one."""
    by_parties: Mapping[frozenset[str], list[Outline]] = defaultdict(list)
    for report in outlines:
        by_parties[report.parties].append(report)
    clusters = [cluster for group in by_parties.values() for cluster in _gather_group(group, decisions)]
    return sorted(_joined_by_people(clusters, decisions), key=lambda cluster: min(cluster.reports))


def _gather_group(group: list[Outline], decisions: Decisions) -> list[Cluster]:
    """Return the clusters of reports with the same parties."""
    clusters: list[Cluster] = []
    by_month: dict[tuple[int, int], list[Cluster]] = defaultdict(list)
    for report in sorted(group, key=_exactness):
        months = _months(report)
        near = [cluster for month in (*months, _UNDATED) for cluster in by_month[month]] if months else clusters
        candidates = {id(cluster): cluster for cluster in near}
        found = _best(report, candidates.values(), decisions)
        if found is None:
            found = Cluster([report.id], Together.of(report))
            clusters.append(found)
        else:
            found.together = found.together.joined(Together.of(report))
        for month in months or [_UNDATED]:
            if not any(found is other for other in by_month[month]):
                by_month[month].append(found)
    return clusters


def _exactness(report: Outline) -> tuple[int, str, str]:
    """Sort key: the exactly dated first, the undated last, and then by date and id."""
    if report.on is None:
        return (10**6, report.published.to_iso() if report.published else "9", report.id)
    return ((report.on.end - report.on.start).days, report.on.to_iso(), report.id)


def _months(report: Outline) -> list[tuple[int, int]]:
    """Return the months in which an act of the report can lie; empty for any."""
    if report.on is not None:
        first, last = report.on.start - _ONE_DAY, report.on.last + _ONE_DAY
    elif report.published is not None:
        around = dt.timedelta(days=NEAR_DAYS)
        first, last = report.published.start - around, report.published.last + around
    else:
        return []
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count > _MOST_MONTHS:
        return []
    start = first.year * 12 + first.month - 1
    return [divmod(month, 12) for month in range(start, start + count)]


def _best(report: Outline, candidates: Iterable[Cluster], decisions: Decisions) -> Cluster | None:
    """Return the cluster that most speaks for, and take the report into it; None where none is enough."""
    best: tuple[float, ReportId] | None = None
    chosen, reason = None, ""
    for cluster in candidates:
        if decisions.forbid(report.id, cluster):
            continue
        weight, reasons = weigh(report, cluster.together)
        rank = (-weight, cluster.reports[0])
        if weight >= ENOUGH and (best is None or rank < best):
            best, chosen, reason = rank, cluster, reasons
    if chosen is not None and best is not None:
        chosen.reasons[report.id] = (chosen.reports[0], -best[0], reason)
        chosen.reports.append(report.id)
    return chosen


def weigh(report: Outline, act: Together) -> tuple[float, str]:
    """Return how much speaks for the report being of the act, with the reasons; 0 where anything forbids it."""
    total, reasons = 0.0, []
    for compare in FEATURES:
        finding = compare(report, act)
        if finding.weight is None:
            return 0.0, finding.reason
        if finding.weight:
            total += finding.weight
            reasons.append(finding.reason)
    return total, "; ".join(reasons)


def _joined_by_people(clusters: list[Cluster], decisions: Decisions) -> list[Cluster]:
    """Return the clusters after those are made one that people judged to be."""
    of_report = {report: cluster for cluster in clusters for report in cluster.reports}
    for one, other in decisions.same():
        first, second = of_report.get(ReportId(one)), of_report.get(ReportId(other))
        if first is None or second is None or first is second:
            continue
        first.reports.extend(second.reports)
        first.reasons.update(second.reasons)
        first.together = first.together.joined(second.together)
        of_report.update(dict.fromkeys(second.reports, first))
    return list({id(cluster): cluster for cluster in of_report.values()}.values())
