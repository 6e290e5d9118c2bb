"""The index while it is collected: things, and their labels by language."""

import re
import unicodedata
from dataclasses import dataclass, field

LANGUAGES = ("en", "ru", "tr", "ar", "az", "hy", "uk", "kk", "fr", "de", "es", "fa", "ka")
COLUMNS = ("id", "kind", "name", "stands_for", "country", "rank")


def slug(name: str) -> str:
    """Return an id made of a name: "Saudi Arabia" becomes "saudi_arabia"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


@dataclass
class Index:
    """What is known so far."""

    things: dict[str, tuple[str, str, str, str, int]] = field(default_factory=dict)
    labels: dict[str, dict[tuple[str, str, str], str]] = field(default_factory=dict)

    def add_thing(self, thing: str, kind: str, name: str, *, stands_for: str = "", country: str = "", rank: int = 50) -> None:
        """Keep a thing; the first of an id stays."""
        self.things.setdefault(thing, (kind, name, stands_for, country, rank))

    def add_label(self, lang: str, surface: str, thing: str, form: str, inflection: str, marks: str = "") -> None:
        """Keep a name of a thing in a language; the first of the same surface, thing and form stays."""
        self.labels.setdefault(lang, {}).setdefault((surface, thing, form), f"{inflection} {marks}".strip())

    def to_json(self) -> dict[str, object]:
        """Return the index as plain data, things and labels in the order in which they came."""
        numbers = {thing: number for number, thing in enumerate(self.things)}
        return {
            "things": [[thing, *values] for thing, values in self.things.items()],
            "labels": {
                lang: [[surface, numbers[thing], form, *how.split()] for (surface, thing, form), how in labels.items()]
                for lang, labels in sorted(self.labels.items())
            },
        }
