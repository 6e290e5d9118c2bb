"""Mentions: where a text names, or stands a pronoun for, an actor, a place, an issue or an instrument."""

from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.model.identifiers import ActorId
from goodoffices.model.text import Span


class MentionKind(StrEnum):
    """What is mentioned."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    PEOPLE = "people"
    PLACE = "place"
    ISSUE = "issue"
    INSTRUMENT = "instrument"


class Form(StrEnum):
    """By what sort of words it is mentioned."""

    NAME = "name"
    OFFICE = "office"
    """"the Kazakh foreign minister", named or not."""
    DEMONYM = "demonym"
    """"Armenian": an adjective or the name of a people."""
    CAPITAL = "capital"
    """A city that can be a place or stand for a government."""
    PRONOUN = "pronoun"
    GROUP = "group"
    """"the two leaders", "the sides": stands for several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One actor as a mention stands for it."""

    # The usual English name, or the name as the text gives it, romanised.
    name: str
    # None for an actor whom neither dossier nor world knowledge has.
    actor: ActorId | None = None
    # The state or body for which it speaks, by its English name; empty where it speaks for itself or is unknown.
    stands_for: str = ""
    kind: MentionKind = MentionKind.BODY
    # The post by which it is mentioned, where only that is said and not who holds it: the party is then its state.
    post: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming, with whom or what it can stand for."""

    # The whole noun phrase where the reader knows it: office and name together.
    span: Span
    text: str
    kind: MentionKind
    form: Form
    # Whom it stands for, in the order of the text; empty while a pronoun or a group is not resolved, and for places.
    parties: tuple[Party, ...] = ()
    # The English name of the place, issue key or instrument; empty for actors.
    value: str = ""
    # The post, where the mention names one: "president", "foreign_minister"; empty otherwise.
    post: str = ""
    # Grammatical and positional marks: "nom", "gen", "possessive", "plural" ...
    marks: frozenset[str] = field(default_factory=frozenset)
