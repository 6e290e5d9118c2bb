"""Who met whom, as a drawing and as a matrix."""

import math
from dataclasses import dataclass, replace

from goodoffices.record.view import View
from goodoffices.views.network import Edge, Network, Node, network
from goodoffices.web.asked import Choices, Filter, select

MOST_DRAWN = 18
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """Two who met: a curve that bends towards the middle."""

    edge: Edge
    path: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """Who met whom."""

    title: str
    asked: Filter
    choices: Choices
    by_side: bool
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
    found = network(view, selection, by_side=by_side) if selection is not None else Network(nodes=(), edges=())
    nodes = tuple(node for node in found.nodes[:MOST_DRAWN])
    drawn = _places(_ordered(nodes))
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
        nodes=drawn,
        edges=tuple(_drawn_edge(edge, by_name, most) for edge in reversed(edges)),
        size=_SIZE,
        pairs=found.edges,
        counts=tuple(tuple(met.get(frozenset((one, other)), 0) for other in names) for one in names),
        left_out=len(found.nodes) - len(nodes),
    )


def _ordered(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return those of one side beside each other, larger sides first."""
    weight: dict[str, int] = {}
    for node in nodes:
        weight[node.side] = weight.get(node.side, 0) + node.count
    return tuple(sorted(nodes, key=lambda node: (-weight[node.side], node.side, -node.count, node.name)))


def _places(nodes: tuple[Node, ...]) -> tuple[DrawnNode, ...]:
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
            )
        )  # fmt: skip
    return tuple(placed)


def _drawn_edge(edge: Edge, by_name: dict[str, DrawnNode], most: int) -> DrawnEdge:
    one, other = by_name[edge.one], by_name[edge.other]
    middle = _SIZE / 2
    bend_x, bend_y = ((a + b) / 2 * 0.45 + middle * 0.55 for a, b in ((one.x, other.x), (one.y, other.y)))
    path = f"M{one.x} {one.y}Q{bend_x:.1f} {bend_y:.1f} {other.x} {other.y}"
    return DrawnEdge(edge=edge, path=path, width=round(1 + 6 * edge.count / most, 1))
