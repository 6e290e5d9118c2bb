"""Reports of the record to its acts: only what changed, and what it can touch, is compared anew.

Three steps, each in transactions of bounded size, so that a run that is cut off goes on where it stopped: changed
reports are put where they belong; the cells around them are compared; the acts of what was compared are made. The
outcome is the same as if all reports had come at once, in whatever order.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from goodoffices.engine.linking import update_links
from goodoffices.engine.naming import Naming
from goodoffices.engine.standing import Standings
from goodoffices.model.identifiers import ReportId
from goodoffices.model.judgement import Judgement
from goodoffices.model.report import Report
from goodoffices.record.blocks import ANY_DAY, Blocks, Loaded, Place
from goodoffices.record.store import Record
from goodoffices.record.writer import Writer
from goodoffices.resolving.cells import BLOCK_REPORTS, CELL_REPORTS, GAPS_DAYS, LONGEST_DAYS, Spot, cut, spot_of
from goodoffices.resolving.clusters import Cluster, Forbids, gather
from goodoffices.resolving.holders import holder_of
from goodoffices.resolving.judged import Judged
from goodoffices.resolving.merge import act_id, judgements_of, merge
from goodoffices.resolving.outline import Outline, outline
from goodoffices.resolving.whereabouts import country_of

REPORTS_IN_TRANSACTION = 5_000
BLOCKS_IN_TRANSACTION = 200

OnMerged = Callable[[int], None]
"""Told how many more reports have been compared."""


def update_acts(record: Record, on_merged: OnMerged = lambda _: None) -> None:
    """Make the acts of reports that came, went, changed or were judged, and of those that these can touch.

    What followed from what is looked at anew, too.
    """
    merging = _Merging(Judged(), on_merged)
    while merging.place(record) or merging.compare(record):
        continue
    update_links(record)


@dataclass(frozen=True, slots=True)
class _Held:
    """A report as merging sees it: as people have corrected it, with the keys of its copies."""

    report: Report
    keys: tuple[int, ...]
    outline: Outline


@dataclass(slots=True)
class _Merging:
    """One update of a record's acts."""

    judged: Judged
    on_merged: OnMerged
    _standings: Standings = field(default_factory=Standings)
    # The names and the reports of the transaction so far.
    _naming: Naming | None = None
    _held: dict[ReportId, _Held] = field(default_factory=dict)

    @property
    def _forbids(self) -> Forbids | None:
        return self.judged.forbids if self.judged.pairs.reports() else None

    def place(self, record: Record) -> bool:
        """Put some of the changed reports where they belong; False where there were none."""
        with record.writer() as writer:
            # Someone may have judged since, or read anew what was judged.
            self.judged = self._standings.of(writer)
            blocks = writer.blocks()
            changed = blocks.changed_reports(REPORTS_IN_TRANSACTION)
            self._naming = naming = Naming(writer.names())
            for name in changed:
                naming.note(name, self._corrected(blocks.load(name)))
            naming.settle()
            for name in changed:
                held = self._load(blocks, name)
                if held is None:
                    blocks.drop(name)
                    continue
                spot = spot_of(held.outline)
                days = None if spot.first is None or spot.last is None else (spot.first, spot.last)
                blocks.put(name, _block_of(held.outline), days)
            blocks.settle(changed)
        self._held.clear()
        return bool(changed)

    def compare(self, record: Record) -> bool:
        """Compare the reports of some of the blocks that changed, and make their acts; False where there were none."""
        with record.writer() as writer:
            blocks = writer.blocks()
            self._naming = Naming(writer.names())
            found = blocks.changed_blocks(BLOCKS_IN_TRANSACTION)
            regrouped: set[ReportId] = set()
            fresh: set[ReportId] = set()
            for block in found:
                for cell, is_whole in _changed_cells(blocks, block):
                    self._compare_cell(blocks, writer, cell, is_whole)
                    regrouped.update(place.report for place in cell)
                    fresh.update(place.report for place in cell if place.cell == 0)
                blocks.compared(block)
            _Grouping(blocks, writer, self, fresh).regroup(regrouped)
            blocks.made()
        self._held.clear()
        if fresh:
            self.on_merged(len(fresh))
        return bool(found)

    def _compare_cell(self, blocks: Blocks, writer: Writer, cell: Sequence[Place], is_whole: bool) -> None:
        digest = cell_digest((place.report for place in cell), is_whole=is_whole)
        forbids = self._forbids
        held = [self.held(blocks, place.report) for place in cell]
        clusters = gather((one.outline for one in held), forbids)
        blocks.set_clusters((digest, cluster.key, one.id) for cluster in clusters for one in cluster.reports)
        writer.judge(judgement for cluster in clusters for judgement in _new_judgements(cluster, cell))

    def held(self, blocks: Blocks, name: ReportId) -> _Held:
        """Return a report that makes acts."""
        found = self._held.get(name) or self._load(blocks, name)
        assert found is not None
        return found

    def _corrected(self, loaded: Loaded | None) -> Report | None:
        return None if loaded is None else self.judged.corrected(loaded.report)

    def _load(self, blocks: Blocks, name: ReportId) -> _Held | None:
        loaded = blocks.load(name)
        report = self._corrected(loaded)
        if loaded is None or report is None:
            return None
        if self._naming is not None:
            report = self._naming.renamed(report)
        found = _Held(report, loaded.keys, outline(report, loaded.published, country_of, holder_of))
        self._held[name] = found
        return found


def _new_judgements(cluster: Cluster, cell: Sequence[Place]) -> list[Judgement]:
    """Return why reports are one act, where that was not so before."""
    before = {place.report: place.cluster for place in cell}
    if len({before[one.id] for one in cluster.reports}) == 1 and before[cluster.key]:
        return []
    return judgements_of(cluster)


def _block_of(report: Outline) -> int:
    """Return the block in which a report is compared: that of its kind and its parties."""
    return _digest(f"{report.kind}\n" + "\n".join(sorted(report.parties)))


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def cell_digest(reports: Iterable[ReportId], *, is_whole: bool) -> int:
    """Return a number, never 0, for the reports of a cell; odd where the cell is its whole block."""
    return (_digest("\n".join(sorted(reports))) & ~1 | is_whole) or 2


def _changed_cells(blocks: Blocks, block: int) -> list[tuple[list[Place], bool]]:
    """Return the cells of a block that are not what was last compared, each with whether it is the whole block."""
    some = blocks.members(block, BLOCK_REPORTS + 1)
    if len(some) <= BLOCK_REPORTS:
        cells, is_whole = [some], True
    else:
        cells, is_whole = _cells_around(blocks, block, was_whole=any(place.cell & 1 for place in some)), False
    return [
        (cell, is_whole)
        for cell in cells
        if cell and {place.cell for place in cell} != {cell_digest((p.report for p in cell), is_whole=is_whole)}
    ]


_MANY = 8
"""From so many changed stretches on, a block is cut as a whole."""


def _cells_around(blocks: Blocks, block: int, *, was_whole: bool) -> list[list[Place]]:
    """Return the cells of a large block around its changed stretches."""
    touched = blocks.touched(block)
    if was_whole or len(touched) > _MANY:
        cells = _cells_of(blocks.dated(block))
    else:
        found = [_cells_near(blocks, block, days, len(touched)) for days in touched if days[0] != ANY_DAY]
        cells = list({cell[0].report: cell for near in found for cell in near}.values())
    if was_whole or (ANY_DAY, ANY_DAY) in touched:
        cells.extend(_undated_cells(blocks, block, len(touched)))
    return cells


def _undated_cells(blocks: Blocks, block: int, changed: int) -> list[list[Place]]:
    """Return the cells of the places that can lie anywhere: one, or where there are too many to say much, one each."""
    found = blocks.undated(block, CELL_REPORTS + changed)
    if found is not None and len(found) <= CELL_REPORTS:
        return [found]
    return [[place] for place in (blocks.new_undated(block) if found is None else found)]


def _cells_near(blocks: Blocks, block: int, days: tuple[int, int], changed: int) -> list[list[Place]]:
    """Return the cells around some days, without looking at more of a crowded block than can have changed.

    Args:
        changed: By how many places the block changed at most: cells of so many more may have been one until now.
    """
    most = CELL_REPORTS + changed
    whole = blocks.around(block, days, gap=GAPS_DAYS[0], longest=LONGEST_DAYS, most=most)
    if whole is not None:
        return _cells_of(whole)
    for depth, gap in enumerate(GAPS_DAYS[1:], start=1):
        limit = most if gap else None
        near = blocks.around(block, (days[0], days[0]), gap=gap, longest=0, most=limit)
        if near is not None:
            return _cells_of(near, depth)
    raise AssertionError("the last length of time has no limit")


def _cells_of(places: Sequence[Place], depth: int = 0) -> list[list[Place]]:
    """Return the cells of places that have nothing near, by the lengths of time from that depth on."""
    by_report = {place.report: place for place in places}
    spots = (Spot(place.first, place.last, place.report) for place in places)
    return [[by_report[spot.report] for spot in cell] for cell in cut(spots, depth)]


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Clusters to acts: what people judged to be one is one."""

    blocks: Blocks
    writer: Writer
    merging: _Merging
    # Reports that are new, changed or judged: their acts are made anew though they may have the same reports.
    fresh: set[ReportId]

    def regroup(self, reports: set[ReportId]) -> None:
        """Make the acts of these reports, and of all that were of one act with any of them."""
        lost = set(self.blocks.changed_acts())
        places = {place.report: place for act in sorted(lost) for place in self.blocks.of_act(act)}
        places.update((name, place) for name in reports if (place := self.blocks.place(name)) is not None)
        for act in sorted({place.act for place in places.values()} - lost - {""}):
            places.update((place.report, place) for place in self.blocks.of_act(act))
        old = lost | {place.act for place in places.values() if place.act}
        groups = self._groups(places)
        old |= {place.act for group in groups for place in group if place.act}
        kept = {self._make(group) for group in groups if not self._stands(group, lost)}
        standing = {group[0].act for group in groups if self._stands(group, lost)}
        for act in sorted(old - standing - kept):
            self.writer.drop_act(act)

    def _groups(self, places: dict[ReportId, Place]) -> list[list[Place]]:
        """Return the reports of each act, by id."""
        groups: list[list[Place]] = []
        seen: set[ReportId] = set()
        for name in sorted(places):
            if name in seen:
                continue
            tied = self._tied_to(places[name])
            seen.update(tied)
            clusters: dict[str, list[ReportId]] = {}
            for place in tied.values():
                clusters.setdefault(place.cluster, []).append(place.report)
            acts = self.merging.judged.acts_of(list(clusters.values()))
            groups.extend([tied[ReportId(report)] for report in act] for act in acts)
        return groups

    def _tied_to(self, start: Place) -> dict[ReportId, Place]:
        """Return all that rules, or people's judgements, tie to a report: mostly those of its act."""
        clusters: list[str] = [start.cluster]
        group: dict[ReportId, Place] = {}
        while clusters:
            for place in self.blocks.of_cluster(clusters.pop()):
                if place.report in group:
                    continue
                group[place.report] = place
                for other in sorted(self.merging.judged.together(place.report) - group.keys()):
                    found = self.blocks.place(ReportId(other))
                    # What is not compared yet finds its way here when it is.
                    if found is not None and found.cluster:
                        clusters.append(found.cluster)
        return group

    def _stands(self, group: Sequence[Place], lost: set[str]) -> bool:
        """Return whether the group is an act of the record already, and nothing of it changed."""
        act = group[0].act
        if act in lost or any(place.act != act or place.report in self.fresh for place in group):
            return False
        return bool(act) and len(self.blocks.of_act(act)) == len(group)

    def _make(self, group: Sequence[Place]) -> str:
        """Put the act of a group into the record and return its id."""
        names = [place.report for place in group]
        held = [self.merging.held(self.blocks, name) for name in names]
        act = merge([one.report for one in held], country_of, self.merging.judged.is_confirmed)
        self.writer.drop_act(act.id)
        self.writer.add_act(act, [key for one in held for key in one.keys])
        self.blocks.set_act(act_id(names), names)
        return act.id
