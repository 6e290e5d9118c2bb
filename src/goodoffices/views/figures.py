"""Figures that are given for the same things, side by side: four villages in one act, six in another.

Accounts of one act that count differently are a difference of that act; here stand those of different acts that count
the same things of the same party. No figure is called right, and that two differ does not say that they contradict
each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.following.told import Told
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items

FIELD = "quantity"
"""The field that counts things which stay; casualties are those of one act."""

_COUNTED = re.compile(r"([\d,.]+) (\D.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the things, with the acts of which reports give it."""

    # As reports give it: "4 villages".
    value: str
    # By day.
    items: tuple[Item, ...]
    # Who is given as saying so, sorted; the outlets stand in the items.
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Different numbers of the same things of the same parties."""

    # What is counted: "villages".
    thing: str
    # The states and bodies that have a part in each of the acts, sorted; at least one.
    parties: tuple[str, ...]
    # At least two, the smallest number first.
    figures: tuple[Figure, ...]


def figures(view: View, selection: Selection) -> Iterator[Figures]:
    """Yield the things that are counted differently, by thing and parties."""
    items = Items(view)
    counted: dict[tuple[str, str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for listed in view.find(selection):
        told = Told.of(listed)
        for value in (value.value for value in told.act.values if value.field == FIELD):
            thing = thing_of(value)
            for party in told.sides("actors", "targets") if thing else ():
                counted[thing, party][value].append(told)
    for (thing, parties), by_value in sorted(_by_acts(counted).items()):
        if len(by_value) > 1:
            ordered = sorted(by_value, key=lambda value: (number_of(value), value))
            found = tuple(_figure(value, by_value[value], items) for value in ordered)
            yield Figures(thing=thing, parties=parties, figures=found)


def thing_of(value: str) -> str:
    """Return what is counted by "4 villages": "villages"; empty where the value is no number of things."""
    found = _COUNTED.fullmatch(value)
    return found.group(2) if found else ""


def number_of(value: str) -> float:
    """Return the number in "1,500 people": 1500.0."""
    found = _COUNTED.fullmatch(value)
    digits = found.group(1).replace(",", "") if found else ""
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _by_acts(
    counted: Mapping[tuple[str, str], Mapping[str, Sequence[Told]]],
) -> dict[tuple[str, tuple[str, ...]], Mapping[str, Sequence[Told]]]:
    """Return the counts, those of the same acts under all their parties; what a wider one holds says nothing more."""
    grouped: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    held: dict[tuple[str, frozenset[str]], Mapping[str, Sequence[Told]]] = {}
    for (thing, party), by_value in counted.items():
        key = (thing, frozenset(told.id for acts in by_value.values() for told in acts))
        grouped[key].append(party)
        held[key] = by_value
    return {
        (thing, tuple(sorted(parties))): held[thing, acts]
        for (thing, acts), parties in grouped.items()
        if not any(thing == other and acts < wider for other, wider in grouped)
    }


def _figure(value: str, acts: Sequence[Told], items: Items) -> Figure:
    found = tuple(sorted((items.item(told) for told in acts), key=lambda item: (item.day or "~", item.act)))
    speakers = {name for told in acts for name in told.parts.get("speaker", {})}
    return Figure(value=value, items=found, said_by=tuple(sorted(speakers)))
