"""Who met whom: a graph of those who met or spoke, with how often and in which acts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from goodoffices.following.told import Told, side_of
from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Selection
from goodoffices.record.view import View

KINDS = (ActKind.MEETING, ActKind.CALL, ActKind.VISIT)
HAPPENED = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One who met others."""

    name: str
    # The state or body that it speaks for; its own name where it speaks for itself.
    side: str
    # In how many acts it took part.
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two who met."""

    # In alphabetical order.
    one: str
    other: str
    count: int
    # By day; the first and the last as ISO, empty where no day is known.
    acts: tuple[ActId, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Nodes and edges, those of most acts first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(view: View, selection: Selection, *, by_side: bool = False) -> Network:
    """Return who met, spoke with or visited whom.

    A visit ties the visitors to the state that is visited, and not one visitor to another.

    Args:
        by_side: States and bodies in place of the people who speak for them.
    """
    sides: dict[str, str] = {}
    taking_part: dict[str, set[ActId]] = defaultdict(set)
    met: dict[tuple[str, str], list[tuple[str, ActId]]] = defaultdict(list)
    for listed in view.find(selection.of(*KINDS)):
        told = Told.of(listed)
        if told.act.status != HAPPENED:
            continue
        one, other = (_parties(told, roles, by_side) for roles in _roles(told))
        for name, side in (one | other).items():
            sides.setdefault(name, side)
            taking_part[name].add(told.id)
        day = told.first_day.isoformat() if told.first_day else ""
        for pair in combinations(sorted(one), 2) if told.act.kind is not ActKind.VISIT else _crossed(one, other):
            met[pair].append((day, told.id))
    return Network(nodes=_nodes(sides, taking_part), edges=_edges(met))


def _roles(told: Told) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if told.act.kind is ActKind.VISIT:
        return ("actors",), ("targets",)
    return ("actors", "targets", "mediators", "host"), ()


def _parties(told: Told, roles: tuple[str, ...], by_side: bool) -> dict[str, str]:
    """Return who has one of the roles, with the side each speaks for; a state not beside one who speaks for it."""
    named = {name: side_of(name, names) for role in roles for name, names in told.parts.get(role, {}).items()}
    if by_side:
        return {side: side for side in named.values()}
    spoken_for = {side for name, side in named.items() if side != name}
    return {name: side for name, side in named.items() if name not in spoken_for}


def _crossed(one: Iterable[str], other: Iterable[str]) -> list[tuple[str, str]]:
    return sorted({(min(a, b), max(a, b)) for a in one for b in other if a != b})


def _nodes(sides: dict[str, str], taking_part: dict[str, set[ActId]]) -> tuple[Node, ...]:
    nodes = [Node(name=name, side=side, count=len(taking_part[name])) for name, side in sides.items()]
    return tuple(sorted(nodes, key=lambda node: (-node.count, node.name)))


def _edges(met: dict[tuple[str, str], list[tuple[str, ActId]]]) -> tuple[Edge, ...]:
    edges = []
    for (one, other), times in met.items():
        days = sorted(day for day, _ in times if day)
        edges.append(
            Edge(
                one=one,
                other=other,
                count=len(times),
                acts=tuple(act for _, act in times),
                first=days[0] if days else "",
                last=days[-1] if days else "",
            )
        )
    return tuple(sorted(edges, key=lambda edge: (-edge.count, edge.one, edge.other)))
