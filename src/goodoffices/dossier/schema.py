"""What a dossier holds: the typed shape of `data/<process>.yml` and of the hand-written files of `data/_world`.

Frozen values, checked by `load.py`. Ids are the keys by which everything refers to everything: lower-case English
with underscores. Names by language are as they stand in running text, in the nominative.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goodoffices.dossier.entry import EntryKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.issue import Issue

HEADS_OF_STATE = ("president", "king", "emir", "supreme_leader")
"""The posts that "head of state" can mean, in the order in which they are asked for."""

POSTS = frozenset(
    {
        *HEADS_OF_STATE, "head_of_state", "prime_minister", "deputy_prime_minister", "foreign_minister",
        "deputy_foreign_minister", "defence_minister", "interior_minister", "minister", "chancellor", "vice_president",
        "parliament_speaker", "security_council_secretary", "chief_of_staff", "adviser", "envoy", "ambassador",
        "spokesperson", "secretary_general", "council_president", "commission_president", "high_representative",
        "secretary_of_state", "national_security_adviser", "governor", "commander", "leader", "negotiator", "mp",
        "head",
    }
)  # fmt: skip
"""Keys of posts, shared with the lexicons' offices."""

SHARED_POSTS = frozenset(
    {
        "deputy_prime_minister", "deputy_foreign_minister", "minister", "adviser", "envoy", "ambassador",
        "spokesperson", "governor", "commander", "leader", "negotiator", "mp", "head",
    }
)  # fmt: skip
"""Posts that several people can hold of one state at one time."""

Names = Mapping[str, tuple[str, ...]]
"""Names by language, ISO 639-1; the first is the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One post as one person held it for a time."""

    post: str
    # Id of the state or body.
    of: str
    # None where neither day is known; an open end reaches to the last day that the calendar has.
    held_on: DateInterval | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, a bloc, an armed movement, a parliament; or, of kind people, a population."""

    id: str
    name: str
    kind: EntryKind = EntryKind.BODY
    names: Names = field(default_factory=dict)
    # Adjectives and nouns for its members, by language.
    adjectives: Names = field(default_factory=dict)
    # Id of the state or body that it speaks for; empty where it speaks for itself.
    stands_for: str = ""
    # Ids of places that can stand for it: Brussels for the European Union.
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who acts, with the posts held, the latest last."""

    id: str
    name: str
    is_woman: bool = False
    names: Names = field(default_factory=dict)
    # What of a full name stands alone in a text: "last" word, "first" word, "rest" after the first, or "none".
    alone: str = "last"
    # Further names that stand alone, by language.
    called: Names = field(default_factory=dict)
    offices: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedName:
    """A name of a place that tells who uses it."""

    name: str
    # Ids of states or bodies.
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, village, region, building, corridor section or river."""

    id: str
    name: str
    # "city", "village", "region", "building", "border", "sea" ...
    kind: str = ""
    names: Names = field(default_factory=dict)
    # Adjectives, by language: «карабахский».
    adjectives: Names = field(default_factory=dict)
    # Id of the state in which it lies, by international recognition; empty where it lies in none or several.
    country: str = ""
    # Id of the government or body that it can stand for.
    stands_for: str = ""
    contested: tuple[ContestedName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Issue):
    """An issue of the agenda with the words that point at it, by language; a word ending in `*` is a stem."""

    cues: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An instrument, an initiative, or a track of talks."""

    id: str
    name: str
    names: Names = field(default_factory=dict)
    # When an instrument was adopted or an initiative presented; None where it was not or is not known.
    adopted_on: DateInterval | None = None
    # Ids of those who signed it, put it forward or lead it.
    parties: tuple[str, ...] = ()
    # Id of the issue that it belongs to.
    issue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher, and on whose side it stands, if on any."""

    id: str
    name: str
    # Host names without "www".
    hosts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    # Id of a state or body; empty for an independent one.
    aligned_with: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with what must be found in it; run as a test."""

    lang: str
    text: str
    # Naming as written, to the id that must be its first entry; an empty id where nothing may be found.
    finds: Mapping[str, str] = field(default_factory=dict)
    # Words as written, to the issue that they point at.
    cues: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One peace process, or, under the id "world", what belongs to none."""

    id: str
    title: Mapping[str, str]
    summary: str = ""
    period: DateInterval | None = None
    # Ids of states or bodies.
    parties: tuple[str, ...] = ()
    third_parties: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    issues: tuple[Agenda, ...] = ()
    instruments: tuple[Matter, ...] = ()
    initiatives: tuple[Matter, ...] = ()
    tracks: tuple[Matter, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    examples: tuple[Example, ...] = ()
