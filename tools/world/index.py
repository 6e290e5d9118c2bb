"""The index while it is collected: things, and their labels by language."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("en", "ru", "tr", "ar", "az", "hy", "uk", "kk", "fr", "de", "es", "fa", "ka")
DATA = Path(__file__).resolve().parents[2] / "src/goodoffices/dossier/data/_world"
ACRONYM_CHARS = 6


@cache
def supplement(name: str) -> dict[str, Any]:
    """Return the hand-written supplement of that name: "states" or "cities"."""
    loaded: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def slug(name: str) -> str:
    """Return an id made of a name: "Saudi Arabia" becomes "saudi_arabia"."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def is_acronym(name: str) -> bool:
    """Return whether a name is written in capitals throughout."""
    letters = [char for char in name if char.isalpha()]
    return 1 < len(letters) <= ACRONYM_CHARS and name.isupper() and " " not in name.strip()


@dataclass(frozen=True)
class Thing:
    """One state, territory or city; `stands_for` and `country` are ids."""

    id: str
    kind: str
    name: str
    stands_for: str = ""
    country: str = ""
    rank: int = 50


@dataclass
class Index:
    """What is known so far."""

    things: dict[str, Thing] = field(default_factory=dict)
    labels: dict[str, dict[tuple[str, str, str], str]] = field(default_factory=dict)
    _states_called: dict[str, set[str]] = field(default_factory=dict)

    def add(self, thing: Thing) -> None:
        """Keep a thing; the first of an id stays."""
        self.things.setdefault(thing.id, thing)

    def label(self, lang: str, surface: str, thing: str, *, form: str = "name", as_: str = "noun") -> None:
        """Keep a name of a thing in a language; the first of the same surface, thing and form stays."""
        surface = " ".join(surface.replace("’", "'").split())
        if as_ == "noun" and is_acronym(surface):
            as_ = "acronym"
        marked = as_ in ("adjective", "people") and not (lang == "en" and as_ == "people")
        how = f"{as_} {as_}" if marked else as_
        if form == "name" and self.things[thing].kind == "state":
            self._states_called.setdefault(lang, set()).add(surface)
        if surface:
            self.labels.setdefault(lang, {}).setdefault((surface, thing, form), how)

    def states_called(self, lang: str, surface: str) -> bool:
        """Return whether a state has that name in that language."""
        return surface in self._states_called.get(lang, ())

    def to_json(self) -> dict[str, object]:
        """Return the index as plain data, things and labels in the order in which they came."""
        numbers = {thing: number for number, thing in enumerate(self.things)}
        return {
            "things": [
                [thing.id, thing.kind, thing.name, thing.stands_for, thing.country, thing.rank]
                for thing in self.things.values()
            ],
            "labels": {
                lang: [[surface, numbers[thing], form, *how.split()] for (surface, thing, form), how in labels.items()]
                for lang, labels in sorted(self.labels.items())
            },
        }
