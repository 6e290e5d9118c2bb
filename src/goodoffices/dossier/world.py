"""World knowledge: states, their peoples, capitals and cities, from the index that the package carries.

The index is made by `tools/build_world.py` from Unicode CLDR and GeoNames. It is read once, when first asked for.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from goodoffices.dossier.entry import Entry, EntryKind, NameForm
from goodoffices.dossier.label import Inflection, Label

_INDEX = files("goodoffices.dossier") / "data" / "_world" / "world.json.gz"


@dataclass(frozen=True, slots=True)
class Thing:
    """One state, territory or city."""

    id: str
    kind: EntryKind
    # The usual English name.
    name: str
    # Ids; empty where it speaks for itself.
    stands_for: str
    country: str
    rank: int


class World:
    """The index: things by id, labels by language."""

    def __init__(self, things: list[Thing], labels: Mapping[str, list[list[str | int]]]) -> None:
        self._things = things
        self._labels = labels
        self._by_id = {thing.id: thing for thing in things}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have labels, sorted."""
        return tuple(sorted(self._labels))

    @property
    def things(self) -> tuple[Thing, ...]:
        """All things, in the order of the index."""
        return tuple(self._things)

    def thing(self, thing: str) -> Thing | None:
        """Return the thing of that id, or None."""
        return self._by_id.get(thing)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all things, in the order of the index."""
        return tuple(self._by_id)

    def name_of(self, thing: str) -> str:
        """Return the usual English name of the thing of that id; empty where there is none."""
        known = self._by_id.get(thing)
        return known.name if known else ""

    def labels(self, lang: str) -> Iterator[Label]:
        """Yield every label of a language, in the order of the index; none where the language is not in it."""
        entries: dict[tuple[int, str], Entry] = {}
        for row in self._labels.get(lang, ()):
            surface, number, form, inflection = cast(tuple[str, int, str, str], tuple(row[:4]))
            marks = frozenset(cast(str, row[4]).split(",")) if len(row) > 4 else frozenset[str]()
            thing = self._things[number]
            entry = entries.get((number, form))
            if entry is None:
                entry = entries[number, form] = self._entry(thing, NameForm(form))
            yield Label(surface=surface, entry=entry, inflection=Inflection(inflection), marks=marks, rank=thing.rank)

    def _entry(self, thing: Thing, form: NameForm) -> Entry:
        return Entry(
            id=thing.id,
            kind=thing.kind,
            name=thing.name,
            form=form,
            stands_for=self.name_of(thing.stands_for),
            stands_for_id=thing.stands_for,
            country=self.name_of(thing.country),
        )


@cache
def load_world() -> World:
    """Return the index that the package carries; the same object every time."""
    content = json.loads(gzip.decompress(_INDEX.read_bytes()))
    things = [
        Thing(thing, EntryKind(kind), name, stands_for, country, rank)
        for thing, kind, name, stands_for, country, rank in content["things"]
    ]
    return World(things, content["labels"])
