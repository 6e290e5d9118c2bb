"""Who acts: people, states, bodies; and the offices that people hold for a time."""

from dataclasses import dataclass
from enum import StrEnum

from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActorId


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    """A ministry, an organisation, an armed movement, an opposition."""
    PEOPLE = "people"
    """A population: the Armenians of Karabakh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One post as one person held it for a time."""

    # What the post is, by the keys of the lexicons' offices.yml: "president", "foreign_minister", "spokesperson".
    post: str
    # The usual English name of the state or body whose post it is.
    of: str
    # None where neither day is known; an open end reaches to the last day that the calendar has.
    held_on: DateInterval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, a state or a body that a dossier or world knowledge knows."""

    id: ActorId
    kind: ActorKind
    # The usual English name.
    name: str
    # The latest last.
    offices: tuple[Office, ...] = ()
