"""The base map: land and the lines between states, from Natural Earth as the npm package world-atlas has it.

Read once, when first asked for. It is not kept in the repository but comes with the installation; where it is missing,
there is an empty map. What is drawn is cut to what is seen, so that a page carries no more than it shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import msgspec

from goodoffices.web.projecting import SOUTHMOST, Box, Window

_FILE = files("goodoffices.web") / "vendor" / "world-atlas" / "countries-50m.json"
_LEAST_STEP, _WIDE_STEP, _LEAST_SIZE = 1.1, 2.0, 1.5
"""Pixels; of points nearer to each other one is drawn, of the whole world fewer; and no island that is smaller."""

_WIDE = 180.0

Points = tuple[tuple[float, float], ...]


class _Geometry(msgspec.Struct):
    type: str = ""
    # Of a "Polygon" its rings, of a "MultiPolygon" its polygons' rings: numbers of arcs; ~n is arc n backwards.
    arcs: list[list[Any]] = []
    id: str = ""


class _Collection(msgspec.Struct):
    geometries: list[_Geometry]


class _Transform(msgspec.Struct):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Topology(msgspec.Struct):
    objects: dict[str, _Collection]
    arcs: list[list[tuple[int, int]]]
    transform: _Transform


@dataclass(frozen=True)
class Shape:
    """A line or the edge of an area, longitude and latitude in degrees, with the box it lies in."""

    # Without slots: the middle is asked for with every map, and worked out once.

    points: Points
    box: Box

    @cached_property
    def middle(self) -> tuple[float, float] | None:
        """The middle of the area within, longitude and latitude; None where there is none."""
        area = east = north = 0.0
        for (x, y), (next_x, next_y) in pairwise(self.points):
            cross = x * next_y - next_x * y
            area, east, north = area + cross, east + (x + next_x) * cross, north + (y + next_y) * cross
        return (round(east / (3 * area), 2), round(north / (3 * area), 2)) if area else None


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Land and lines."""

    # Edges of land, closed, and of the lakes and seas within it.
    land: tuple[Shape, ...]
    # Between two states, as the source draws them.
    lines: tuple[Shape, ...]
    # The edge of the largest area of each state, by ISO number.
    states: dict[str, Shape]

    @property
    def is_there(self) -> bool:
        """Whether there is something to draw."""
        return bool(self.land)


@dataclass(frozen=True, slots=True)
class Ground:
    """The base map in a window, as paths of SVG."""

    land: str
    lines: str
    is_there: bool


@cache
def load_basemap() -> BaseMap:
    """Return the base map that came with the installation; an empty one where none did."""
    if not _FILE.is_file():
        return BaseMap(land=(), lines=(), states={})
    topology = msgspec.json.decode(_FILE.read_bytes(), type=_Topology)
    arcs = [_unpacked(arc, topology.transform) for arc in topology.arcs]
    areas = topology.objects["countries"].geometries
    return BaseMap(
        land=tuple(
            shape
            for one in topology.objects["land"].geometries
            for ring in _rings(one)
            for shape in _both_ways(_shape(_ring(ring, arcs)))
        ),
        lines=tuple(_shape(_unbroken(arcs[arc])) for arc in _between(areas)),
        states={one.id: max((_shape(_ring(ring, arcs)) for ring in _rings(one)), key=_size) for one in areas if one.id},
    )


def _unpacked(arc: Iterable[tuple[int, int]], transform: _Transform) -> Points:
    (across, up), (left, bottom) = transform.scale, transform.translate
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * across + left, y * up + bottom))
    return tuple(points)


def _rings(geometry: _Geometry) -> Iterator[list[int]]:
    polygons = [geometry.arcs] if geometry.type == "Polygon" else geometry.arcs
    return (ring for rings in polygons for ring in rings)


def _ring(numbers: Sequence[int], arcs: Sequence[Points]) -> Points:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return _unbroken(points)


def _unbroken(points: Iterable[tuple[float, float]]) -> Points:
    """Return a line that crosses the day's edge of the map as one that goes on beyond it."""
    turned, last, found = 0.0, None, []
    for lon, lat in points:
        if last is not None and abs(lon - last) > 180:
            turned += 360 if lon < last else -360
        last = lon
        found.append((lon + turned, lat))
    return tuple(found)


def _both_ways(shape: Shape) -> Iterator[Shape]:
    """Yield a shape, and once more where its part beyond the edge of the map comes in on the other side."""
    yield shape
    for is_beyond, turn in ((shape.box.east > 180, -360.0), (shape.box.west < -180, 360.0)):
        if is_beyond:
            yield _shape(tuple((lon + turn, lat) for lon, lat in shape.points))


def _between(areas: Iterable[_Geometry]) -> list[int]:
    """Return the arcs that edge two areas."""
    seen: dict[int, int] = {}
    for number, area in enumerate(areas):
        for arc in {arc if arc >= 0 else ~arc for ring in _rings(area) for arc in ring}:
            seen[arc] = -1 if arc in seen else number
    return sorted(arc for arc, area in seen.items() if area == -1)


def _shape(points: Points) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(points, Box(min(xs), min(ys), max(xs), max(ys)))


def _size(shape: Shape) -> float:
    return (shape.box.east - shape.box.west) * (shape.box.north - shape.box.south)


@lru_cache(maxsize=64)
def ground_of(window: Window) -> Ground:
    """Return what of the base map is seen in a window."""
    base = load_basemap()
    land = "".join(_path(shape, window, is_closed=True) for shape in base.land)
    lines = "".join(_path(shape, window, is_closed=False) for shape in base.lines)
    return Ground(land=land, lines=lines, is_there=base.is_there)


def _path(shape: Shape, window: Window, *, is_closed: bool) -> str:
    box = shape.box
    if not box.overlaps(window.box) or box.north < SOUTHMOST:
        return ""
    per_pixel = window.across / window.width
    if is_closed and max(box.east - box.west, box.north - box.south) < _LEAST_SIZE * per_pixel:
        return ""
    least, steps = (_LEAST_STEP if window.across < _WIDE else _WIDE_STEP) * per_pixel, []
    last_lon = last_lat = -1e9
    for lon, lat in _seen(shape.points, window.box):
        if abs(lon - last_lon) + abs(lat - last_lat) >= least:
            x, y = window.place(lon, lat)
            steps.append(f"{x:g} {y:g}")
            last_lon, last_lat = lon, lat
    if len(steps) < (3 if is_closed else 2):
        return ""
    return f"M{steps[0]}L{' '.join(steps[1:])}{'Z' if is_closed else ''}"


def _seen(points: Points, box: Box) -> list[tuple[float, float]]:
    """Return the points without those outside that no seen line leads to or from."""
    kept = [points[0]]
    held, here = box.sides_passed(*points[0]), box.sides_passed(*points[1])
    for number in range(1, len(points) - 1):
        ahead = box.sides_passed(*points[number + 1])
        if not held & here & ahead:
            kept.append(points[number])
            held = here
        here = ahead
    kept.append(points[-1])
    return kept
