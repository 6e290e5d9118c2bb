"""One language's tables, ready for the reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.compile import Atoms, Pattern
from goodoffices.lexicon.morphology import Analyser
from goodoffices.lexicon.schema import Body, Cue, Expression, FieldCue, Furniture, Kind, Language, Post, Pronouns, Roles


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """An expression with its compiled pattern."""

    expression: Expression
    pattern: Pattern
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """A cue of mood with its compiled pattern."""

    cue: Cue
    pattern: Pattern
    # "mood:" and the number of the cue in its file: what `explain` shows.
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEntry:
    """A cue that fills a further field, with its compiled pattern."""

    cue: FieldCue
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEntry:
    """A phrase for an office."""

    post: Post
    pattern: Pattern
    is_plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry:
    """A phrase for a body."""

    body: Body
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything that the reader knows of one language. Caches live in it and die with it."""

    lang: str
    language: Language
    furniture: Furniture
    roles: Roles
    pronouns: Pronouns
    titles: frozenset[str]
    classes: Mapping[str, Sequence[str]]
    atoms: Atoms
    analyse: Analyser
    kinds: Mapping[str, Kind]
    # By the atom that each is anchored at, in the order of the files.
    acts: Mapping[int, Sequence[ActEntry]]
    cues: Mapping[int, Sequence[CueEntry]]
    fields: Mapping[int, Sequence[FieldEntry]]
    # Numbers written in words, by their lower-cased forms.
    numbers: Mapping[str, int]
    posts: Mapping[int, Sequence[PostEntry]]
    bodies: Mapping[int, Sequence[BodyEntry]]
    groups: Mapping[int, Sequence[Pattern]]
    all_present: Mapping[int, Sequence[Pattern]]
    state_groups: Mapping[int, Sequence[Pattern]]
    movements: Mapping[int, Sequence[Pattern]]
    governments: Mapping[int, Sequence[Pattern]]
    expressions: Sequence[Expression]
    # Post -> level of talks.
    levels: Mapping[str, str]
    # Letters that are read as others, as `str.translate` takes them; the patterns are folded already.
    folds: Mapping[int, str]

    def level_of(self, post: str) -> str:
        """Return the level of talks that the holders of a post make: "leaders", "ministers"; empty where none."""
        return self.levels.get(post, "")

    def class_atom(self, name: str) -> int:
        """Return the atom of a word class; -1 where the lexicon has none of that name."""
        if name not in self.classes:
            return -1
        (atom,) = self.atoms.number(f"<{name}>")
        return atom
