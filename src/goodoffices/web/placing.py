"""Marks on a map, each as near to its place as it can be without lying on another or on another's name.

Units: pixels. What is larger keeps its place; what finds no room moves aside, and a line leads back.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

CHAR, LINE = 6.7, 15.0
"""How wide a letter of a name is, and how high a line."""

_GAP = 3.0
_TURNS = 12
_FARTHEST = 240.0
_LONGEST_NAME = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place to be marked."""

    x: float
    y: float
    radius: float
    name: str
    # Nobody says where in an area it is: it gives way to all others.
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of the drawing that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rectangle") -> bool:
        """Return whether the two have something in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_within(self, other: "Rectangle") -> bool:
        """Return whether the other holds all of this."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark where it is drawn."""

    x: float
    y: float
    radius: float
    # Where the place itself is; elsewhere than the mark for one that moved aside.
    at_x: float
    at_y: float
    is_moved: bool
    name: str
    name_x: float = 0.0
    name_y: float = 0.0
    # "start", "end" or "middle": which end of the name stands there; empty where there is no room for it.
    anchor: str = ""

    @property
    def rectangles(self) -> tuple[Rectangle, ...]:
        """What of the drawing the mark and its name take."""
        reach = self.radius + _GAP / 2
        disc = Rectangle(self.x - reach, self.y - reach, self.x + reach, self.y + reach)
        if not self.anchor:
            return (disc,)
        wide = len(self.name) * CHAR
        left = self.name_x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return disc, Rectangle(left, self.name_y - LINE + 3, left + wide, self.name_y + 3)


def place_marks(spots: Sequence[Spot], width: float, height: float) -> list[Placed | None]:
    """Return where each mark is drawn, in the given order; None for one that finds no room at all."""
    whole, taken = Rectangle(0, 0, width, height), list[Rectangle]()
    placed: dict[int, Placed | None] = {}
    for number in sorted(range(len(spots)), key=lambda number: (spots[number].is_vague, -spots[number].radius, number)):
        placed[number] = _place(spots[number], whole, taken)
    return [placed[number] for number in range(len(spots))]


def _place(spot: Spot, whole: Rectangle, taken: list[Rectangle]) -> Placed | None:
    unnamed: Placed | None = None
    for x, y in _around(spot):
        bare = _placed(spot, x, y)
        if not _is_free(bare.rectangles, whole, taken):
            continue
        for named in _named(bare):
            if _is_free(named.rectangles, whole, taken):
                taken += named.rectangles
                return named
        unnamed = unnamed or bare
        # A mark at its own place without a name is better than one far from it with a name.
        if math.hypot(x - spot.x, y - spot.y) > 5 * spot.radius:
            break
    if unnamed is not None:
        taken += unnamed.rectangles
    return unnamed


def _around(spot: Spot) -> Iterator[tuple[float, float]]:
    """Yield places where the mark could be drawn: its own, then in widening circles around it."""
    yield round(spot.x, 1), round(spot.y, 1)
    far = 0.8 * spot.radius
    while far < _FARTHEST:
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            yield round(spot.x + far * math.cos(angle), 1), round(spot.y + far * math.sin(angle), 1)
        far += 0.7 * spot.radius


def _named(bare: Placed) -> Iterator[Placed]:
    """Yield the mark with its name on each of its sides."""
    x, y, radius = bare.x, bare.y, bare.radius
    sides = (
        (x + radius + _GAP + 1, y + 4, "start"),
        (x - radius - _GAP - 1, y + 4, "end"),
        (x, y + radius + LINE - 2, "middle"),
        (x, y - radius - _GAP - 2, "middle"),
    )
    for name_x, name_y, anchor in sides:
        yield replace(bare, name_x=round(name_x, 1), name_y=round(name_y, 1), anchor=anchor)


def _placed(spot: Spot, x: float, y: float) -> Placed:
    name = spot.name if len(spot.name) <= _LONGEST_NAME else f"{spot.name[: _LONGEST_NAME - 1]}…"
    return Placed(
        x=x, y=y, radius=spot.radius, at_x=round(spot.x, 1), at_y=round(spot.y, 1),
        is_moved=math.hypot(x - spot.x, y - spot.y) > 1, name=name,
    )  # fmt: skip


def _is_free(wanted: Sequence[Rectangle], whole: Rectangle, taken: Sequence[Rectangle]) -> bool:
    return all(one.is_within(whole) and not any(one.overlaps(other) for other in taken) for one in wanted)
