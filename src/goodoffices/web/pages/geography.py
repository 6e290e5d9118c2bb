"""Where acts happened, or are to: a map that works without scripts, and the same as a list."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goodoffices.engine.geography import numbers_of_states, position_of
from goodoffices.model.act import ActKind
from goodoffices.record.places import PlaceTally
from goodoffices.record.view import View
from goodoffices.web.asked import Choices, Filter, select
from goodoffices.web.basemap import load_basemap
from goodoffices.web.families import FAMILIES, family_of
from goodoffices.web.placing import CHAR, Placed, Rectangle, Spot, place_marks
from goodoffices.web.projecting import Window

WIDE, NARROW = (1120, 600), (400, 440)
"""Width and height of the map in pixels, for a desk and for a phone."""

MOST_MARKS = 60
LOOKED_AT = 2000
"""So many acts are looked at, the latest."""

_SMALLEST, _LARGEST = 7.0, 18.0
_WORLD = 360.0
_MOST_ACTS = 0.85
_MUCH_NEARER = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A place with what happened there."""

    place: str
    # English name of the state in which it lies; empty where it is not known.
    country: str
    # Degrees; None where they are not known.
    longitude: float | None
    latitude: float | None
    # "place"; "state" where no more is named than a state, and its middle is meant; "none".
    known_as: str
    count: int
    # (family of kinds, how many acts), in the order of families.
    families: tuple[tuple[str, int], ...]
    # First and last day, ISO; empty where none is known.
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """The part of a mark's ring that one family of acts has; the whole ring is 100."""

    family: str
    length: float
    begins: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPlace:
    """A place on the map."""

    spotted: Spotted
    placed: Placed
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """The name of a state that nothing is marked on, for finding one's way."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMap:
    """A map of one size."""

    window: Window
    states: tuple[StateName, ...]
    # The largest first: who goes through them with the keyboard begins where most happened.
    marks: tuple[DrawnPlace, ...]
    # How many places with known coordinates are not on it.
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """Where acts happened."""

    title: str
    asked: Filter
    choices: Choices
    kinds: tuple[str, ...]
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
    # "longitude,latitude,degrees across" of what is shown; empty where that is what suits the places.
    at: str
    # (title, `at`) of other windows.
    windows: tuple[tuple[str, str], ...]
    wide: DrawnMap
    narrow: DrawnMap
    # On the map, those with most acts first; then those of which no coordinates are known.
    places: tuple[Spotted, ...]
    unplaced: tuple[Spotted, ...]
    # How many of the acts that are asked for name no place.
    nowhere: int


def map_page(view: View, asked: Filter, *, at: str) -> MapPage:
    """Return where the acts happened that a filter asks for.

    Args:
        at: What is to be shown, "longitude,latitude,degrees across"; what suits the places where it is none of this.
    """
    selection, choices = select(view, asked)
    tally = view.tally_places(selection, LOOKED_AT) if selection is not None else None
    found = tuple(map(_spotted, tally.places)) if tally else ()
    located = tuple(one for one in found if one.known_as != "none")
    window = _window_from(at) or _fitting(located)
    return MapPage(
        title="Map",
        asked=asked,
        choices=choices,
        kinds=tuple(ActKind),
        only_since=tally.only_since.isoformat() if tally and tally.only_since else "",
        at=at if _window_from(at) else "",
        windows=tuple(_windows(window, located)),
        wide=_drawn(located, window),
        narrow=_drawn(located, _fitted(window, located, is_asked=bool(_window_from(at)))),
        places=located,
        unplaced=tuple(one for one in found if one.known_as == "none"),
        nowhere=tally.nowhere if tally else 0,
    )


def small_map(place: str, country: str) -> DrawnMap | None:
    """Return a small map around one place; None where nobody knows where it lies, or there is no base map."""
    spotted = _spotted(PlaceTally(place=place, country=country))
    if spotted.longitude is None or spotted.latitude is None or not load_basemap().is_there:
        return None
    across = 28.0 if spotted.known_as == "place" else 50.0
    return _drawn((spotted,), Window.at(spotted.longitude, spotted.latitude, across, 480, 260))


def _spotted(tally: PlaceTally) -> Spotted:
    families: Counter[str] = Counter()
    for kind, count in tally.kinds.items():
        families[family_of(kind)] += count
    known_as, position = "place", position_of(tally.place)
    if position is None and (number := numbers_of_states().get(tally.place)):
        area = load_basemap().states.get(number)
        known_as, position = "state", area.middle if area else None
    return Spotted(
        place=tally.place, country=tally.country,
        longitude=position[0] if position else None, latitude=position[1] if position else None,
        known_as=known_as if position else "none", count=families.total(),
        families=tuple((family, families[family]) for family in FAMILIES if families[family]),
        first=tally.first, last=tally.last,
    )  # fmt: skip


def _window_from(at: str) -> Window | None:
    try:
        lon, lat, across = (float(part) for part in at.split(","))
    except ValueError:
        return None
    if not all(math.isfinite(number) for number in (lon, lat, across)) or across <= 0:
        return None
    return Window.at(lon, lat, across, *WIDE)


def _points(places: Iterable[Spotted], known_as: str) -> list[tuple[float, float]]:
    return [
        (one.longitude, one.latitude)
        for one in places
        if one.known_as == known_as and one.longitude is not None and one.latitude is not None
    ]


def _fitting(places: Sequence[Spotted], size: tuple[int, int] = WIDE) -> Window:
    """Return the window that shows all places, or most acts where few lie far from all else.

    States are shown by their middle only where nothing more exact is known.
    """
    whole = _whole(places, size)
    near = _whole(_nearest([one for one in places if one.known_as == "place"]), size)
    return near if near.across < _MUCH_NEARER * whole.across else whole


def _whole(places: Sequence[Spotted], size: tuple[int, int]) -> Window:
    return Window.around(_points(places, "place") or _points(places, "state"), *size)


def _nearest(places: Sequence[Spotted]) -> Sequence[Spotted]:
    """Return the places from west to east, in the narrowest strip, that have most of all acts."""
    ordered = sorted(places, key=lambda one: one.longitude or 0.0)
    wanted = _MOST_ACTS * sum(one.count for one in ordered)
    strips = []
    for first in range(len(ordered)):
        count = 0
        for last in range(first, len(ordered)):
            count += ordered[last].count
            if count >= wanted:
                strips.append(((ordered[last].longitude or 0.0) - (ordered[first].longitude or 0.0), first, last + 1))
                break
    _, first, last = min(strips, default=(0.0, 0, 0))
    return ordered[first:last]


def _fitted(window: Window, places: Sequence[Spotted], *, is_asked: bool) -> Window:
    """Return the same for a phone."""
    if not is_asked:
        return _fitting(places, NARROW)
    return Window.at(*window.middle, window.across * NARROW[0] / WIDE[0] * 1.4, *NARROW)


def _windows(window: Window, places: Sequence[Spotted]) -> Iterator[tuple[str, str]]:
    (lon, lat), across = window.middle, window.across
    high = window.box.north - window.box.south

    def named(title: str, x: float, y: float, wide: float) -> tuple[str, str]:
        shown = Window.at(x, y, wide, *WIDE)
        return title, ",".join(f"{number:g}" for number in (*(round(n, 2) for n in shown.middle), round(wide, 2)))

    yield named("closer", lon, lat, across / 2)
    yield named("farther", lon, lat, across * 2)
    yield named("←", lon - across / 3, lat, across)
    yield named("→", lon + across / 3, lat, across)
    yield named("↑", lon, lat + high / 3, across)
    yield named("↓", lon, lat - high / 3, across)
    yield named("the world", 15.0, 25.0, _WORLD)
    everything = _whole(places, WIDE)
    yield named("all places", *everything.middle, everything.across)
    yield named("most acts", *(near := _fitting(places)).middle, near.across)


def _drawn(places: Sequence[Spotted], window: Window) -> DrawnMap:
    seen = [
        (one, window.place(one.longitude, one.latitude))
        for one in places
        if one.longitude is not None and one.latitude is not None and window.box.holds(one.longitude, one.latitude)
    ][:MOST_MARKS]
    most = max((one.count for one, _ in seen), default=1)
    spots = [
        Spot(x=x, y=y, radius=_radius(one.count, most), name=one.place, is_vague=one.known_as == "state")
        for one, (x, y) in seen
    ]
    placed = place_marks(spots, window.width, window.height)
    marks = tuple(
        DrawnPlace(spotted=one, placed=mark, sectors=_sectors(one))
        for (one, _), mark in zip(seen, placed, strict=True)
        if mark is not None
    )
    return DrawnMap(
        window=window,
        states=tuple(_states(window, marks)),
        marks=marks,
        outside=len(places) - len(marks),
    )


def _radius(count: int, most: int) -> float:
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt((count - 1) / max(1, most - 1)), 1) if count else 8.0


def _sectors(one: Spotted) -> tuple[Sector, ...]:
    begins, sectors = 0.0, []
    for family, count in one.families:
        length = round(100 * count / one.count, 2)
        sectors.append(Sector(family=family, length=length, begins=round(begins, 2)))
        begins += length
    return tuple(sectors)


def _states(window: Window, marks: Sequence[DrawnPlace]) -> Iterator[StateName]:
    """Yield the names of states for which there is room: on their area, and on no mark."""
    taken = [rectangle for mark in marks for rectangle in mark.placed.rectangles]
    areas = load_basemap().states
    for name, number in numbers_of_states().items():
        shape = areas.get(number)
        middle = shape.middle if shape is not None and shape.box.overlaps(window.box) else None
        if shape is None or middle is None or not window.box.holds(*middle):
            continue
        x, y = window.place(*middle)
        wide = len(name) * CHAR * 1.15
        room = (shape.box.east - shape.box.west) / window.across * window.width
        label = Rectangle(x - wide / 2, y - 11, x + wide / 2, y + 5)
        is_within = label.left >= 0 and label.right <= window.width and label.top >= 0 and label.bottom <= window.height
        if room > wide * 0.8 and is_within and not any(label.overlaps(other) for other in taken):
            taken.append(label)
            yield StateName(name=name, x=x, y=y)
