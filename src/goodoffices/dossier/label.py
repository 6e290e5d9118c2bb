"""Labels: the listed names of one thing in one language, before a matcher is made of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.dossier.entry import Entry


class Inflection(StrEnum):
    """Which endings a label takes in a text; the endings stand in `data/_world/endings`."""

    FIXED = "fixed"
    """None: a form that is listed as it stands."""
    ACRONYM = "acronym"
    """Those that an acronym takes, if any: "ABD'nin"."""
    NOUN = "noun"
    """Those of a noun: states, cities, bodies."""
    PERSON = "person"
    """Those of a man's name."""
    WOMAN = "woman"
    """Those of a woman's name."""
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    """Those of a noun for one member of a people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One name of one entry as a text of one language may hold it."""

    surface: str
    entry: Entry
    inflection: Inflection = Inflection.NOUN
    # Marks of the surface itself, where it is already an inflected form.
    marks: frozenset[str] = field(default_factory=frozenset)
    # Among entries of the same stretch the lower rank comes first.
    rank: int = 50
