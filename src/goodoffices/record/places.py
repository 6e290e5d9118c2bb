"""Where acts happened: how many of which kind in each place."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field

import msgspec

from goodoffices.model.act import ActKind
from goodoffices.record.links import NO_DAY
from goodoffices.record.selecting import Selection, find_days

_FOUND = "(SELECT value ->> 0 AS act, value ->> 1 AS day FROM json_each(:pairs)) AS found"
_TALLY = (
    "SELECT held.place, held.country, acts.kind, count(*), min(found.day), "
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


def tally_places(connection: sqlite3.Connection, selection: Selection) -> tuple[list[PlaceTally], int]:
    """Return the places of the acts that are asked for, those with most acts first; and how many acts name none."""
    pairs = {"pairs": msgspec.json.encode(find_days(connection, selection)).decode()}
    tallies: dict[str, PlaceTally] = {}
    countries: dict[str, Counter[str]] = {}
    for place, country, kind, count, first, last in connection.execute(_TALLY, pairs):
        tally = tallies.setdefault(place, PlaceTally(place=place))
        tally.kinds[ActKind(kind)] += count
        tally.first = min(day for day in (tally.first or first, first) if day)
        tally.last = max(tally.last, last)
        countries.setdefault(place, Counter())[country] += count
    for place, tally in tallies.items():
        tally.country = min(countries[place], key=lambda country: (-countries[place][country], country))
        tally.first = "" if tally.first == NO_DAY else tally.first
    nowhere = int(connection.execute(_NOWHERE, pairs).fetchone()[0])
    return sorted(tallies.values(), key=lambda tally: (-tally.kinds.total(), tally.place)), nowhere
