"""Cuts a block of reports into cells: only reports of one cell are compared, whatever else is in the record.

A small block is one cell. A larger one is cut where no act can lie for some time; where that leaves too many reports
in one cell, at ever shorter times. The cells are the same for the same reports, in whatever order they came, and a new
report changes no cell that lies further from it than the longest of these times.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.model.identifiers import ReportId
from goodoffices.resolving.features import NEAR_DAYS
from goodoffices.resolving.outline import Outline

BLOCK_REPORTS = 120
"""A block of up to so many reports is one cell."""

CELL_REPORTS = 400
"""A cell of more reports than this is cut at shorter times."""

GAPS_DAYS = (NEAR_DAYS, 14, 7, 3, 1, 0)
"""Where nothing lies for longer than this, a cell ends; each next length is for cells that are still too large."""

LONGEST_DAYS = 92
"""What can lie on any of more days than a quarter of a year says too little to part a large block."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a report lies in its block."""

    # Ordinals of the first and the last day of its act, or of its publication; both None where it can lie anywhere.
    first: int | None
    last: int | None
    report: ReportId


def spot_of(outline: Outline) -> Spot:
    """Return where a report lies: on its own days, or where it gives none, on those on which it was published."""
    days = outline.on or outline.published
    if days is None or (days.end - days.start).days > LONGEST_DAYS:
        return Spot(None, None, outline.id)
    return Spot(days.start.toordinal(), days.last.toordinal(), outline.id)


def cut(spots: Iterable[Spot], depth: int = 0) -> list[list[Spot]]:
    """Return the cells of the dated spots of a block, or of a stretch of it that has nothing near.

    Args:
        depth: At which of GAPS_DAYS to begin; above 0 for a stretch of a cell that was too large for those before.
    """
    return _cut(sorted(spots, key=_order), GAPS_DAYS[depth:])


def _order(spot: Spot) -> tuple[int, int, str]:
    return (spot.first or 0, spot.last or 0, spot.report)


def _cut(spots: Sequence[Spot], gaps: Sequence[int]) -> list[list[Spot]]:
    """Return the cells of spots in their order, cut at the first of the gaps and, where need be, at the next."""
    is_whole = gaps[0] == NEAR_DAYS
    cells: list[list[Spot]] = []
    reach = 0
    for spot in spots:
        assert spot.first is not None and spot.last is not None
        if not cells or spot.first - reach > gaps[0]:
            cells.append([])
            reach = 0
        cells[-1].append(spot)
        # In a crowded stretch, one report that says "in May" must not hold all of May together.
        reach = max(reach, spot.last if is_whole else spot.first)
    if len(gaps) == 1:
        return cells
    return [part for cell in cells for part in (_cut(cell, gaps[1:]) if len(cell) > CELL_REPORTS else [cell])]
