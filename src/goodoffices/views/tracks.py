"""Tracks: which third party mediates, hosts and offers, between whom, since when. Mediator and host are kept apart."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from goodoffices.following.told import Told
from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items

GATHERINGS = (ActKind.MEETING, ActKind.CALL, ActKind.AGREEMENT)
OFFERS = (ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One act in which a third party has a part."""

    # "mediator", "host", "offers a venue", "offers mediation", "disclaims mediation" ...
    role: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """What one third party does."""

    # The state or body.
    third_party: str
    # Those who spoke or acted for it, by name.
    people: tuple[str, ...]
    # How often in which role, the most frequent first.
    roles: tuple[tuple[str, int], ...]
    # Between whom, the most frequent first.
    parties: tuple[str, ...]
    # Places, the most frequent first.
    places: tuple[str, ...]
    # How many gatherings were held.
    held: int
    # ISO; empty where nothing has a date.
    first: str
    last: str
    # By day.
    parts: tuple[Part, ...]


@dataclass(slots=True)
class _Tally:
    people: set[str] = field(default_factory=set)
    parties: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    held: set[str] = field(default_factory=set)
    parts: list[Part] = field(default_factory=list)


def tracks(view: View, selection: Selection) -> tuple[Track, ...]:
    """Return the third parties, those with most gatherings held first."""
    items = Items(view)
    tallies: dict[str, _Tally] = {}
    for listed in view.find(selection.of(*GATHERINGS, *OFFERS)):
        told = Told.of(listed)
        thirds = list(_third_parties(told))
        item = items.item(told) if thirds else None
        for side, role, people in thirds:
            assert item is not None
            _count(tallies.setdefault(side, _Tally()), told, side, people, Part(role=role, item=item))
    made = [_track(side, tally) for side, tally in tallies.items()]
    return tuple(sorted(made, key=lambda track: (-track.held, -len(track.parts), track.third_party)))


def _third_parties(told: Told) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield (state or body, role, people who act for it), sorted; who hosts a meeting of his own is no third party."""
    act = told.act
    if act.kind in OFFERS:
        what = "a venue" if act.kind is ActKind.OFFER_VENUE else (told.value("offer") or "mediation").replace("_", " ")
        role = f"{'disclaims' if act.status == 'disclaimed' else 'offers'} {what}"
        yield from ((side, role, _people(told, "actors", side)) for side in sorted(told.sides("actors")))
        return
    mediators = told.sides("mediators")
    yield from ((side, "mediator", _people(told, "mediators", side)) for side in sorted(mediators))
    others = told.sides("actors", "targets") - mediators
    for side in sorted(told.sides("host")):
        # With two others there, the host is a third; else he is one of two who meet.
        if side not in others or len(others) > 2:
            yield side, "host", _people(told, "host", side)


def _people(told: Told, role: str, side: str) -> frozenset[str]:
    return frozenset(name for name, names in told.parts.get(role, {}).items() if side in names and name != side)


def _count(tally: _Tally, told: Told, side: str, people: frozenset[str], part: Part) -> None:
    role = "targets" if told.act.kind in OFFERS else "actors"
    is_new = not any(other.item.act == told.id for other in tally.parts)
    tally.parts.append(part)
    tally.people |= people
    if is_new:
        tally.parties.update(told.sides(role) - {side})
        tally.places.update(place for place in told.act.place.split("; ") if place)
    if told.act.status == "held":
        tally.held.add(told.id)


def _track(side: str, tally: _Tally) -> Track:
    days = sorted(part.item.day.partition("/")[0] for part in tally.parts if part.item.day)
    roles = Counter(part.role for part in tally.parts)
    return Track(
        third_party=side,
        people=tuple(sorted(tally.people)),
        roles=tuple(sorted(roles.items(), key=lambda one: (-one[1], one[0]))),
        parties=_by_number(tally.parties),
        places=_by_number(tally.places),
        held=len(tally.held),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        parts=tuple(tally.parts),
    )


def _by_number(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))
