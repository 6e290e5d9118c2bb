"""Where the judgements of people stand now: on which reports, and whether a later one says otherwise."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from goodoffices.model.act import ActKind
from goodoffices.model.judgement import Anchor, Judgement, Standing, Verdict
from goodoffices.record.judgements import JudgementTable
from goodoffices.record.writer import Writer
from goodoffices.resolving.attaching import attached
from goodoffices.resolving.judged import Judged


class Standings:
    """What people have judged, through several transactions: looked at anew where another run wrote between them."""

    def __init__(self) -> None:
        self._judged = Judged()
        self._seen = -1

    def of(self, writer: Writer) -> Judged:
        """Return what people have judged by now; see `settle`. The caller itself judges and reads nothing meanwhile."""
        version = writer.judgement_table().data_version()
        if version != self._seen:
            self._judged, self._seen = settle(writer), version
        return self._judged


def settle(writer: Writer) -> Judged:
    """Return what people have judged, of the reports as they are now, and keep in the record where each stands.

    Reports for which that changed anything are marked as changed. Does nothing where no person has judged.
    """
    table = writer.judgement_table()
    if not table.has_any():
        return Judged()
    judgements = table.of_people()
    places = _places(table, judgements.values())
    judged = Judged.of(judgements.values(), now=places.now, gone=places.gone)
    before = table.standings()
    after = {key: _row(judgement, judged, places) for key, judgement in judgements.items()}
    changed = {key: row for key, row in after.items() if before.get(key) != row}
    table.put_standings(changed)
    touched = {name for key, row in changed.items() for name in (*row[1:], *before.get(key, ())[1:])}
    # What people judged to be one act is compared as one.
    groups = {judged.together(name) for name in touched if name}
    writer.mark_changed(sorted(frozenset().union(*groups)))
    return judged


@dataclass(frozen=True, slots=True)
class _Places:
    """Which reports stand for those that were judged."""

    # The present id, for those that have another one than when they were judged.
    now: Mapping[str, str]
    # The ids of those that have none.
    gone: frozenset[str]

    def of(self, report: str) -> str:
        return "" if report in self.gone else self.now.get(report, report)


def _places(table: JudgementTable, judgements: Collection[Judgement]) -> _Places:
    """Return where the reports that are judged are now."""
    named = {report for judgement in judgements for report in judgement.reports}
    missing = named - table.current(named)
    now: dict[str, str] = {}
    anchors = _anchors(table, missing)
    kinds = _kinds(judgements)
    for name in sorted(anchors):
        found = attached(anchors[name], table.candidates(anchors[name]), kinds.get(name, ()))
        if found is not None:
            now[name] = found.id
    return _Places(now, frozenset(missing - now.keys()))


def _anchors(table: JudgementTable, missing: Collection[str]) -> dict[str, Anchor]:
    """Return one anchor for each missing report, with all that any judgement knows to have been beside it."""
    found: dict[str, Anchor] = {}
    for anchor in table.anchors_of(missing):
        known = found.get(anchor.report)
        found[anchor.report] = anchor if known is None else known.joined(anchor)
    for name in set(missing) - found.keys():
        # Judged without an anchor: the record may still have the report that was set aside.
        report = table.report(name)
        if report is not None:
            found[name] = Anchor.of(report)
    return found


def _kinds(judgements: Iterable[Judgement]) -> Mapping[str, set[ActKind]]:
    """Return the kinds that people gave to reports, by the reports' ids."""
    kinds: dict[str, set[ActKind]] = {}
    for judgement in judgements:
        if (judgement.verdict, judgement.object) == (Verdict.CORRECT, "kind") and judgement.value in list(ActKind):
            kinds.setdefault(judgement.subject, set()).add(ActKind(judgement.value))
    return kinds


def _row(judgement: Judgement, judged: Judged, places: _Places) -> tuple[str, str, str]:
    """Return a judgement's standing with the reports on which it stands."""
    standing = judged.standing(judgement)
    subject, other, *_ = (*map(places.of, judgement.reports), "", "")
    is_there = all(map(places.of, judgement.reports)) and not (judgement.is_on_pair and subject == other)
    if judgement.verdict is Verdict.WITHDRAW:
        is_there = judged.knows(judgement.subject)
    if standing is Standing.STANDS and not is_there:
        standing = Standing.DORMANT
    return standing.value, subject, other
