"""Who met whom, as a drawing and as a matrix, through time; and who brought them together."""

import datetime as dt
import math
from collections import Counter
from dataclasses import dataclass, field, replace

from goodoffices.following.told import Told, side_of
from goodoffices.model.dates import DateInterval
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.network import HAPPENED, KINDS, Edge, Network, Node, network
from goodoffices.web.asked import Choices, Filter, recent, select
from goodoffices.web.stepping import Steps, steps_of

MOST_DRAWN = 18
MOST_ACTS = 250
"""So many meetings, calls and visits are looked at."""

_SIZE = 560
_RADIUS = 185


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """One who met others, in its place on the circle."""

    node: Node
    x: float
    y: float
    radius: float
    # Where the name is written, and from which end.
    label_x: float
    label_y: float
    anchor: str
    # Whether it mediated or hosted between others.
    is_third: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """Two who met: a curve that bends towards the middle."""

    edge: Edge
    path: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    """One who brought others together."""

    name: str
    mediated: int
    hosted: int
    # The last time: the act and its day, ISO; empty where no day is known.
    last: str
    last_act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """Who met whom."""

    title: str
    asked: Filter
    choices: Choices
    by_side: bool
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
    # When they met, whatever days are asked for.
    steps: Steps
    # Who mediated or hosted, most often first.
    thirds: tuple[Third, ...]
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    size: int
    # All pairs, those who met most often first.
    pairs: tuple[Edge, ...]
    # Of those drawn: how often each met each; 0 where never.
    counts: tuple[tuple[int, ...], ...]
    left_out: int


def network_page(view: View, asked: Filter, *, by_side: bool) -> NetworkPage:
    """Return who met whom by what a filter asks for; those who met most often are drawn."""
    selection, choices = select(view, replace(asked, kind=""))
    if selection is None:
        selection, found, gathered, since = Selection(), Network(nodes=(), edges=()), _Gathered(), ""
    else:
        selection, since = recent(view, selection.of(*KINDS), MOST_ACTS)
        found, gathered = network(view, selection, by_side=by_side), _gathered(view, selection, by_side)
    thirds = gathered.thirds()
    nodes = tuple(node for node in found.nodes[:MOST_DRAWN])
    drawn = _places(_ordered(nodes), {third.name for third in thirds})
    by_name = {one.node.name: one for one in drawn}
    most = max((edge.count for edge in found.edges), default=1)
    edges = [edge for edge in found.edges if edge.one in by_name and edge.other in by_name]
    met = {frozenset((edge.one, edge.other)): edge.count for edge in edges}
    names = [one.node.name for one in drawn]
    return NetworkPage(
        title="Who met whom",
        asked=asked,
        choices=choices,
        by_side=by_side,
        only_since=since,
        steps=steps_of(gathered.months, selection.period),
        thirds=thirds,
        nodes=drawn,
        edges=tuple(_drawn_edge(edge, by_name, most) for edge in reversed(edges)),
        size=_SIZE,
        pairs=found.edges,
        counts=tuple(tuple(met.get(frozenset((one, other)), 0) for other in names) for one in names),
        left_out=len(found.nodes) - len(nodes),
    )


@dataclass(slots=True)
class _Gathered:
    """When they met, and who brought them together."""

    # How many met in each month, by its first day.
    months: dict[dt.date, int] = field(default_factory=dict)
    mediated: Counter[str] = field(default_factory=Counter)
    hosted: Counter[str] = field(default_factory=Counter)
    last: dict[str, tuple[str, str]] = field(default_factory=dict)

    def thirds(self) -> tuple[Third, ...]:
        """Return who mediated or hosted, most often first."""
        both = self.mediated + self.hosted
        return tuple(
            Third(
                name=name, mediated=self.mediated[name], hosted=self.hosted[name],
                last=self.last[name][0], last_act=self.last[name][1],
            )
            for name in sorted(both, key=lambda name: (-both[name], name))
        )  # fmt: skip


def _gathered(view: View, selection: Selection, by_side: bool) -> _Gathered:
    """Return when they met, on whatever days; and who brought them together on the days that are asked for."""
    always = replace(selection.of(*KINDS), period=None, only=None, status=HAPPENED)
    gathered = _Gathered(months=view.tally_months(always))
    for listed in view.find(selection.of(*KINDS)):
        told = Told.of(listed)
        if told.act.status != HAPPENED:
            continue
        day = told.first_day
        days = told.act.happened_on or (DateInterval.day(day) if day else None)
        if selection.period is None or (days is not None and days.overlaps(selection.period)):
            _count_thirds(gathered, told, by_side)
    return gathered


def _count_thirds(gathered: _Gathered, told: Told, by_side: bool) -> None:
    others = told.sides("actors", "targets")
    for role, counted in (("mediators", gathered.mediated), ("host", gathered.hosted)):
        for name, names in told.parts.get(role, {}).items():
            side = side_of(name, names)
            # Who hosts a meeting of its own brings no others together.
            if role == "host" and side in others:
                continue
            shown = side if by_side else name
            counted[shown] += 1
            day = told.first_day.isoformat() if told.first_day else ""
            gathered.last[shown] = max(gathered.last.get(shown, ("", "")), (day, told.id))


def _ordered(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return those of one side beside each other, larger sides first."""
    weight: dict[str, int] = {}
    for node in nodes:
        weight[node.side] = weight.get(node.side, 0) + node.count
    return tuple(sorted(nodes, key=lambda node: (-weight[node.side], node.side, -node.count, node.name)))


def _places(nodes: tuple[Node, ...], thirds: set[str]) -> tuple[DrawnNode, ...]:
    most = max((node.count for node in nodes), default=1)
    placed = []
    for number, node in enumerate(nodes):
        angle = 2 * math.pi * number / len(nodes) - math.pi / 2
        radius = 5 + 9 * math.sqrt(node.count / most)
        cos, sin = math.cos(angle), math.sin(angle)
        far = _RADIUS + radius + 7
        anchor = "middle" if abs(cos) < 0.2 else "start" if cos > 0 else "end"
        placed.append(
            DrawnNode(
                node=node, x=round(_SIZE / 2 + _RADIUS * cos, 1), y=round(_SIZE / 2 + _RADIUS * sin, 1),
                radius=round(radius, 1), label_x=round(_SIZE / 2 + far * cos, 1),
                label_y=round(_SIZE / 2 + far * sin + 4 + (4 * sin if anchor == "middle" else 0), 1), anchor=anchor,
                is_third=node.name in thirds,
            )
        )  # fmt: skip
    return tuple(placed)


def _drawn_edge(edge: Edge, by_name: dict[str, DrawnNode], most: int) -> DrawnEdge:
    one, other = by_name[edge.one], by_name[edge.other]
    middle = _SIZE / 2
    bend_x, bend_y = ((a + b) / 2 * 0.45 + middle * 0.55 for a, b in ((one.x, other.x), (one.y, other.y)))
    path = f"M{one.x} {one.y}Q{bend_x:.1f} {bend_y:.1f} {other.x} {other.y}"
    return DrawnEdge(edge=edge, path=path, width=round(1.6 + 6 * (edge.count - 1) / max(most - 1, 4), 1))
