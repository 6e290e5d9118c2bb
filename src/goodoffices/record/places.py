"""Where acts happened: how many of which kind in each place."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from goodoffices.model.act import ActKind
from goodoffices.record.links import NO_DAY
from goodoffices.record.selecting import find_days
from goodoffices.record.selection import Selection

_FOUND = "(SELECT value ->> 0 AS act, value ->> 1 AS day FROM json_each(:pairs)) AS found"
_TALLY = (
    # The state is that of the act's own place, and not of one that another report gives.
    "SELECT held.place, CASE acts.body ->> '$.place' WHEN held.place THEN held.country ELSE '' END, acts.kind, "
    "count(*), min(found.day), "
    f"max(CASE WHEN found.day <> '{NO_DAY}' THEN found.day ELSE '' END) FROM {_FOUND} "
    "CROSS JOIN act_places AS held ON held.act = found.act CROSS JOIN acts ON acts.id = held.act GROUP BY 1, 2, 3"
)
_NOWHERE = f"SELECT count(*) FROM {_FOUND} WHERE NOT EXISTS (SELECT 1 FROM act_places WHERE act_places.act = found.act)"


@dataclass(slots=True, kw_only=True)
class PlaceTally:
    """What happened in one place, or is to, by some report of it."""

    place: str
    # English name of the state in which it lies, as most acts have it; empty where it is not known.
    country: str = ""
    kinds: Counter[ActKind] = field(default_factory=Counter)
    # First and last day, ISO; empty where none is known.
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesTally:
    """What the acts that are asked for tell of places."""

    # Those with most acts first.
    places: tuple[PlaceTally, ...]
    # How many acts name none.
    nowhere: int
    # The first day looked at where only the latest acts were; None elsewhere.
    only_since: date | None


def tally_places(connection: sqlite3.Connection, selection: Selection, most: int) -> PlacesTally:
    """Return the places of the acts that are asked for: of more than `most`, of the latest so many."""
    found = sorted(find_days(connection, replace(selection, latest=most + 1)), key=lambda pair: (pair[1], pair[0]))
    is_cut = len(found) > most
    pairs = found[-most:] if is_cut else found
    tallies, nowhere = _tallies(connection, pairs)
    days = [day for _, day in pairs if day != NO_DAY]
    return PlacesTally(
        places=tuple(sorted(tallies, key=lambda tally: (-tally.kinds.total(), tally.place))),
        nowhere=nowhere,
        only_since=date.fromisoformat(min(days)) if is_cut and days else None,
    )


def _tallies(connection: sqlite3.Connection, pairs: Sequence[tuple[str, str]]) -> tuple[list[PlaceTally], int]:
    values = {"pairs": msgspec.json.encode(pairs).decode()}
    tallies: dict[str, PlaceTally] = {}
    countries: dict[str, Counter[str]] = {}
    for place, country, kind, count, first, last in connection.execute(_TALLY, values):
        tally = tallies.setdefault(place, PlaceTally(place=place))
        tally.kinds[ActKind(kind)] += count
        tally.first = min(tally.first or first, first)
        tally.last = max(tally.last, last)
        countries.setdefault(place, Counter())[country] += count
    for place, tally in tallies.items():
        tally.country = min(countries[place], key=lambda country: (not country, -countries[place][country], country))
        tally.first = "" if tally.first == NO_DAY else tally.first
    return list(tallies.values()), int(connection.execute(_NOWHERE, values).fetchone()[0])
