"""Where each party stands on each issue: the latest it is reported to have said or done, and what came before."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.following.told import Told
from goodoffices.model.act import Act, ActKind, Modality
from goodoffices.model.issue import OTHER
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.sentences import issue_title


class Stance(StrEnum):
    """How a party stands to an issue, by one act."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    DEMANDS = "demands"
    COMMITS = "commits"
    ACCUSES = "accuses"
    STATES = "states"


_STANCES: Mapping[ActKind, Stance] = {
    ActKind.SUPPORT: Stance.FOR,
    ActKind.CONSENT: Stance.FOR,
    ActKind.REFUSAL: Stance.AGAINST,
    ActKind.DEMAND: Stance.DEMANDS,
    ActKind.COMMITMENT: Stance.COMMITS,
    ActKind.ACCUSATION: Stance.ACCUSES,
    ActKind.STATEMENT: Stance.STATES,
}
KINDS = tuple(_STANCES)

_CONDITIONS = frozenset({"precondition", "condition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a party is reported to have said or done on an issue at one time."""

    stance: Stance
    # Who spoke or acted for the party.
    by: tuple[str, ...]
    # To whom it was addressed.
    towards: tuple[str, ...]
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """One party on one issue."""

    issue: str
    issue_title: str
    # The state or body, or who speaks for none.
    party: str
    latest: Position
    # The others, the latest first.
    earlier: tuple[Position, ...]


def positions(view: View, selection: Selection) -> tuple[Standpoint, ...]:
    """Return the standpoints by issue and party; what concerns no issue of the agenda comes last."""
    items = Items(view)
    held: dict[tuple[str, str], list[Position]] = {}
    for listed in view.find(selection.of(*KINDS)):
        told = Told.of(listed)
        item = items.item(told)
        for party in sorted(told.sides("actors")):
            position = _position(told, party, item)
            held.setdefault((told.issue or OTHER, party), []).append(position)
    return tuple(
        Standpoint(
            issue=issue,
            issue_title="Other matters" if issue == OTHER else issue_title(issue, items.titles),
            party=party,
            latest=found[-1],
            earlier=tuple(reversed(found[:-1])),
        )
        for (issue, party), found in sorted(held.items(), key=lambda one: (one[0][0] == OTHER, one[0]))
    )


def _position(told: Told, party: str, item: Item) -> Position:
    by = tuple(sorted(name for name, names in told.parts.get("actors", {}).items() if party in names))
    return Position(stance=stance_of(told.act), by=by, towards=told.act.targets, item=item)


def stance_of(act: Act) -> Stance:
    """Return how who does an act of one of these kinds stands by it to its issue."""
    strengths = {value.value for value in act.values if value.field == "strength"}
    if act.modality is Modality.CONDITIONAL or act.status == "conditional" or strengths & _CONDITIONS:
        return Stance.CONDITIONAL
    if act.modality is Modality.DENIED or act.status == "rejected":
        return Stance.AGAINST
    return _STANCES[act.kind]
