"""The meaning of what people have judged: pure, and the same for the same judgements in whatever order they come.

Two desks that exchange their judgements so come to the same acts. People win over rules; of what people say about one
thing, the last word wins, by time and at one time by the judgement's id. A withdrawn judgement is as if it had never
been made; a withdrawal can be withdrawn in its turn.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from itertools import pairwise

from goodoffices.model.judgement import MAY_LINK, RULE, Judgement, Standing, Verdict
from goodoffices.model.report import Report
from goodoffices.resolving.correcting import corrected, without
from goodoffices.resolving.pairs import Pair, Pairs, pair_of
from goodoffices.resolving.values import split, without_side


@dataclass(slots=True)
class Judged:
    """What judgements amount to, asked by the ids of reports as they are now."""

    pairs: Pairs = field(default_factory=Pairs)
    # The judgements on each report and its fields, in the order of time.
    _on_report: Mapping[str, Sequence[Judgement]] = field(default_factory=dict)
    _links: Mapping[Pair, Verdict] = field(default_factory=dict)
    # Reports that no longer are there.
    _gone: frozenset[str] = frozenset()
    # The ids of judgements that do not count, with the reason.
    _fallen: Mapping[str, Standing] = field(default_factory=dict)
    _ids: Collection[str] = ()

    @classmethod
    def of(
        cls, judgements: Iterable[Judgement], *, now: Mapping[str, str] | None = None, gone: Collection[str] = ()
    ) -> "Judged":
        """Return what the judgements of people among these amount to.

        Args:
            now: The id of the report that took the place of one that is judged, for those that have another now.
            gone: Ids of reports whose place none took: what they were the same as stays the same.
        """
        by_id = {judgement.id: judgement for judgement in judgements if judgement.by != RULE}
        # The id is dear to make: it is made once.
        made = sorted(by_id.items(), key=lambda item: (item[1].moment, item[0]))
        withdrawn = withdrawn_of(by_id)
        places = now or {}
        pairs, links, on_report = [], [], defaultdict(list)
        for name, judgement in made:
            subject = places.get(judgement.subject, judgement.subject)
            pair = pair_of(subject, places.get(judgement.object, judgement.object))
            if name in withdrawn or judgement.verdict is Verdict.WITHDRAW:
                continue
            if judgement.is_on_pair and pair[0] == pair[1]:
                # Another reading has one report where there were two: there is nothing left to judge.
                continue
            if not judgement.is_on_pair:
                on_report[subject].append(judgement)
            elif judgement.verdict in MAY_LINK:
                links.append((name, pair, judgement.verdict))
            else:
                pairs.append((name, pair, judgement.verdict))
        settled = Pairs.of(pairs)
        overruled = settled.overruled | _overruled_links(links)
        overruled = overruled.union(*map(_overruled_on_report, on_report.values()))
        return cls(
            pairs=settled,
            _on_report=dict(on_report),
            _links={pair: verdict for _, pair, verdict in links},
            _gone=frozenset(gone),
            _ids=by_id.keys(),
            _fallen=dict.fromkeys(overruled, Standing.OVERRULED) | dict.fromkeys(withdrawn, Standing.WITHDRAWN),
        )

    def corrected(self, report: Report) -> Report | None:
        """Return the report as people corrected it, the report itself where nobody did; None for a rejected one."""
        judgements = self._on_report.get(report.id)
        if judgements is None:
            return report
        if self.is_rejected(report.id):
            return None
        return corrected(report, [judgement for judgement in judgements if judgement.object])

    def is_confirmed(self, report: str, field: str) -> bool:
        """Return whether the last word on a field of the report is that its value is right."""
        said = [judgement for judgement in self._on_report.get(report, ()) if judgement.object == field]
        return bool(said) and said[-1].verdict is Verdict.CONFIRM and bool(said[-1].value)

    def is_rejected(self, report: str) -> bool:
        """Return whether the report as a whole is rejected: it then makes no act."""
        last = [judgement.verdict for judgement in self._on_report.get(report, ()) if not judgement.object][-1:]
        return last == [Verdict.REJECT]

    def same(self) -> Iterator[Pair]:
        """Yield pairs, sorted, that make one act of all the reports that people judged to be one.

        Each of them but the first is in a pair with the one before it; what is gone or rejected is passed over.
        """
        for group in self.pairs.groups():
            there = [report for report in group if report not in self._gone and not self.is_rejected(report)]
            yield from pairwise(there)

    def together(self, report: str) -> frozenset[str]:
        """Return the reports that people judged to be one act with this one, itself and what is gone among them."""
        return self.pairs.together(report)

    def forbids(self, one: str, other: str) -> bool:
        """Return whether people judged the two to be different acts, or what is the same as the one and the other."""
        return self.pairs.forbid(one, other)

    def apart(self, report: str) -> frozenset[str]:
        """Return all reports that `forbids` keeps apart from this one."""
        return self.pairs.apart(report)

    def acts_of(self, clusters: Sequence[Collection[str]]) -> list[list[str]]:
        """Return the reports of each act, sorted, from clusters of rules that people's judgements tie to one another.

        What people judged to be one stays so. Where all of it together would bring under one act what people judged to
        be two, a cluster of rules gives way: report by report, each stays with the first of its cluster that it can.
        """
        reports = sorted({report for cluster in clusters for report in cluster})
        there = set(reports)
        if not any(there & self.apart(report) for report in reports):
            return [reports]
        settled = Pairs()
        for report in reports:
            for verdict, others in ((Verdict.SAME, self.together(report)), (Verdict.DIFFERENT, self.apart(report))):
                for other in sorted((others & there) - {report}):
                    settled.take((report, other), verdict)
        for cluster in sorted(map(sorted, clusters)):
            heads: list[str] = []
            for report in cluster:
                if not any(settled.take((head, report), Verdict.SAME) for head in heads):
                    heads.append(report)
        return sorted(map(sorted, {settled.together(report) for report in reports}))

    def link(self, one: str, other: str) -> Verdict | None:
        """Return CONFIRM or REJECT for a link between the acts of two reports, in either order; None for no word."""
        return self._links.get(pair_of(one, other))

    def links(self) -> Iterator[tuple[Pair, Verdict]]:
        """Yield the pairs of reports whose acts' link was confirmed or rejected, sorted, with the verdict."""
        yield from sorted(self._links.items())

    def reports(self) -> frozenset[str]:
        """Return the reports that any judgement is about which is not withdrawn."""
        linked = {report for pair in self._links for report in pair}
        return frozenset(self._on_report) | self.pairs.reports() | linked

    def knows(self, name: str) -> bool:
        """Return whether a judgement of this id is among those given."""
        return name in self._ids

    def standing(self, judgement: Judgement) -> Standing:
        """Return whether the judgement, one of those given, stands; whether its reports are there is not looked at."""
        return self._fallen.get(judgement.id, Standing.STANDS) if self._fallen else Standing.STANDS


def withdrawn_of(judgements: Mapping[str, Judgement]) -> frozenset[str]:
    """Return the ids of the judgements that a withdrawal undoes which is not undone itself.

    Args:
        judgements: By their ids.
    """
    undone_by: dict[str, set[str]] = {}
    for name, judgement in judgements.items():
        if judgement.verdict is Verdict.WITHDRAW:
            undone_by.setdefault(name, set())
            undone_by.setdefault(judgement.subject, set()).add(name)
    withdrawn: set[str] = set()
    # A withdrawal comes before what it undoes.
    for name in TopologicalSorter(undone_by).static_order():
        if not undone_by[name] <= withdrawn:
            withdrawn.add(name)
    return frozenset(withdrawn)


def _overruled_links(links: Sequence[tuple[str, Pair, Verdict]]) -> set[str]:
    last = {pair: verdict for _, pair, verdict in links}
    return {name for name, pair, verdict in links if last[pair] is not verdict}


def _overruled_on_report(judgements: Sequence[Judgement]) -> set[str]:
    """Return the ids of those judgements on one report that a later one contradicts."""
    by_field: Mapping[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_field[judgement.object].append(judgement)
    return {
        earlier.id
        for group in by_field.values()
        for number, earlier in enumerate(group)
        if any(_contradicts(later, earlier) for later in group[number + 1 :])
    }


def _contradicts(later: Judgement, earlier: Judgement) -> bool:
    """Return whether of two judgements on one field, or on the report as a whole, both cannot be right."""
    if not later.object or Verdict.UNSURE in (later.verdict, earlier.verdict):
        return later.verdict is not earlier.verdict
    is_rejected, was_rejected = later.verdict is Verdict.REJECT, earlier.verdict is Verdict.REJECT
    if is_rejected and was_rejected:
        return False
    if later.verdict is Verdict.CONFIRM and not later.value:
        return False
    if is_rejected:
        return without(earlier.value, later.value) != earlier.value
    if was_rejected:
        wrong = {without_side(part) for part in split(earlier.value)}
        return any(without_side(part) in wrong for part in split(later.value))
    return later.value != earlier.value
