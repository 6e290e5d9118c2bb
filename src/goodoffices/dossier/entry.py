"""What a gazetteer finds: entries (who or what a name can mean) and namings (where a text has one).

Pure values; the matcher is in `gazetteer.py`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.model.text import Span


class EntryKind(StrEnum):
    """What sort of thing a name means."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    """An organisation, a bloc, an armed movement, a ministry."""
    PEOPLE = "people"
    """A population that is not the people of a state: Kurds, Karabakh Armenians."""
    PLACE = "place"
    INSTRUMENT = "instrument"
    """A treaty, a declaration, a statement, a set of principles."""
    INITIATIVE = "initiative"
    """A corridor, a project, a format, a track of talks."""


class NameForm(StrEnum):
    """By what sort of word the thing is named."""

    NAME = "name"
    SURNAME = "surname"
    """A person by surname, or by the one name that people go by, alone."""
    DEMONYM = "demonym"
    """Adjective or people of a state or of a body: "Armenian", «казахстанцы», "Ermeni"."""
    CAPITAL = "capital"
    """A city that can be a place or stand for the government (or the body) that sits there."""
    BUILDING = "building"
    """A building or office that can stand for those within: the Kremlin, the White House."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a stretch of text can name, and how it names it there."""

    # Id of the thing in the dossier or in world knowledge: "armenia", "nikol_pashinyan", "baku".
    id: str
    kind: EntryKind
    # The usual English name: for a demonym that of the state ("Armenia"), for a capital that of the city ("Baku").
    name: str
    form: NameForm
    # English name of the state or body that it speaks for or is the seat of; empty where it speaks for itself.
    stands_for: str = ""
    stands_for_id: str = ""
    # English name of the state in which a place lies; empty for all else and where it is not known.
    country: str = ""
    # Grammatical marks of the matched form: cases "nom" "gen" "dat" "acc" "ins" "loc" "abl", numbers "sg" "pl",
    # "adjective", "people" (noun for the people), "derived" (a suffix made an adjective of the name), "compound" (first
    # half of a compound adjective). Empty where the form tells nothing.
    marks: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One stretch of a text that names something.

    The span holds the name with its inflectional ending ("Azerbaycan'ın", «Ереваном») and without separable clitics
    (Arabic و ف ب ل ك, English 's).
    """

    span: Span
    # What stands at the span.
    text: str
    # Whom or what it can mean, the likeliest first; at least one.
    entries: tuple[Entry, ...]
    # Ending that follows the listed stem, with its apostrophe: "'ın", "'s"; empty where the form is listed as a whole.
    ending: str = ""
    # Clitics split off before the name: "and", "so", "in", "to", "like"; "possessive" for an English 's.
    clitics: frozenset[str] = field(default_factory=frozenset)

    @property
    def marks(self) -> frozenset[str]:
        """The grammatical marks of all entries, and the clitics."""
        return frozenset[str]().union(self.clitics, *(entry.marks for entry in self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One stretch of a text that points at an issue of the agenda."""

    span: Span
    text: str
    # Key of the issue: "ceasefire", "border_delimitation".
    issue: str
