"""Issues by parties: where each stands, and how that moved."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goodoffices.model.issue import OTHER
from goodoffices.record.view import View
from goodoffices.views.positions import KINDS, Position, Standpoint, positions
from goodoffices.web.asked import Choices, Filter, recent, select

MOST_PARTIES = 8
MOST_ACTS = 120
"""So many are looked at."""

_MOST_STEPS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One party on one issue: the latest, and the stances before it, the earliest first."""

    latest: Position
    movement: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One issue; a cell for each party of the page, None where it is silent."""

    issue: str
    title: str
    cells: tuple[Cell | None, ...]
    # Others who took a position on it.
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """The matrix."""

    title: str
    asked: Filter
    choices: Choices
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
    parties: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """One issue: every party with its positions, the latest first."""

    title: str
    issue: str
    asked: Filter
    choices: Choices
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
    standpoints: tuple[Standpoint, ...]


def matrix_page(view: View, asked: Filter) -> MatrixPage:
    """Return the matrix of a filter, with the parties that take most positions."""
    selection, choices = select(view, replace(asked, kind=""))
    selection, since = recent(view, selection.of(*KINDS), MOST_ACTS) if selection is not None else (None, "")
    found = positions(view, selection) if selection is not None else ()
    counted: Counter[str] = Counter()
    for one in found:
        counted[one.party] += 1 + len(one.earlier)
    parties = tuple(sorted(counted, key=lambda party: (-counted[party], party)))[:MOST_PARTIES]
    by_issue: dict[str, list[Standpoint]] = {}
    for one in found:
        by_issue.setdefault(one.issue, []).append(one)
    return MatrixPage(
        title="Positions",
        asked=asked,
        choices=choices,
        only_since=since,
        parties=parties,
        rows=tuple(_row(issue, by_issue[issue], parties) for issue in _weightiest_first(by_issue)),
    )


def _weightiest_first(by_issue: Mapping[str, Sequence[Standpoint]]) -> list[str]:
    """Return the issues on which most was said before the others; what concerns none of the agenda comes last."""

    def weight(issue: str) -> tuple[bool, int, str]:
        said = sum(1 + len(one.earlier) for one in by_issue[issue])
        return issue == OTHER, -said, by_issue[issue][0].issue_title

    return sorted(by_issue, key=weight)


def _row(issue: str, standpoints: list[Standpoint], parties: tuple[str, ...]) -> Row:
    by_party = {one.party: one for one in standpoints}
    return Row(
        issue=issue,
        title=standpoints[0].issue_title,
        cells=tuple(_cell(by_party[party]) if party in by_party else None for party in parties),
        others=sum(party not in parties for party in by_party),
    )


def _cell(one: Standpoint) -> Cell:
    before = tuple(position.stance.value for position in reversed(one.earlier))
    movement = (*before, one.latest.stance.value)[-_MOST_STEPS:]
    return Cell(latest=one.latest, movement=movement, count=1 + len(one.earlier))


def issue_page(view: View, issue: str, asked: Filter) -> IssuePage:
    """Return what every party said and did on one issue; those who said most first."""
    selection, choices = select(view, replace(asked, kind="", issue="" if issue == "other" else issue))
    selection, since = recent(view, selection.of(*KINDS), MOST_ACTS) if selection is not None else (None, "")
    found = positions(view, selection) if selection is not None else ()
    found = tuple(one for one in found if one.issue == issue)
    title = found[0].issue_title if found else dict(choices.issues).get(issue, "Positions")
    ordered = sorted(found, key=lambda one: (-len(one.earlier), one.party))
    return IssuePage(
        title=title, issue=issue, asked=asked, choices=choices, only_since=since, standpoints=tuple(ordered)
    )
