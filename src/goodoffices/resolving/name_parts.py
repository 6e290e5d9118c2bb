"""A name taken to pieces: which of its words name, which only address, join, describe or tell the father.

Place in the flow: `names` compares what is split here. Pure. A word's part is judged by the tables and its place among
the others; nothing is dropped that is all there is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from goodoffices.lexicon.name_words import Translated
from goodoffices.lexicon.scripts import LATIN, ScriptTables, Word

# What stands between the words of a name. A full stop counts: it stands behind initials and titles.
_BETWEEN = re.compile(r"[\s\-‐‑‒–—·•־_/.]+")
_PIECE = re.compile(r"[^\s\-‐‑‒–—·•־_/.]+\.?")
_AROUND = '«»"“”„()[]<>،,;:!?՛՜՝՞'
_ARMENIAN_MARKS = re.compile("[՛՜՝՞]")
# An initial has at most this many letters ("Дж.", "Sh.").
_INITIAL_LETTERS = 2
_GLUED_INITIALS, _NUMERAL = 2, frozenset("IVX")


class Part(StrEnum):
    """What a word does in a name."""

    NAME = "name"
    INITIAL = "initial"
    TITLE = "title"
    PARTICLE = "particle"
    PATRONYMIC = "patronymic"
    TRANSLATED = "translated"
    """Each language says it in its own word."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name."""

    word: Word
    folded: str
    part: Part
    # How it is written in the name.
    shown: str
    # What it says, where languages translate it.
    translated: Translated | None = None
    # Groups of names in which it stands, as it is written or in the form that grammar gave it; then as written only.
    names: frozenset[int] = frozenset()
    names_as_written: frozenset[int] = frozenset()

    @property
    def is_naming(self) -> bool:
        """Whether it names, in whole or by its first letter."""
        return self.part in (Part.NAME, Part.INITIAL)


def split_name(name: str, tables: ScriptTables, lang: str = "") -> tuple[NamePart, ...]:
    """Return the words of a name in the order given name first, surname last; empty if it holds no letter.

    Args:
        lang: Code of the language of the text around the name; empty where unknown.
    """
    last_name, comma, others = _ARMENIAN_MARKS.sub("", name).partition(",")
    pieces = [piece.strip(_AROUND) for piece in _PIECE.findall(f"{others} {last_name}" if comma else last_name)]
    # A letter such as the Azerbaijani schwa in one word tells how the others are spelt.
    lang = lang or tables.signalled(name)
    parts = [part for piece in _together([*_apart(pieces)], tables) for part in _parts(piece, tables, lang)]
    if parts and parts[-1].part is Part.INITIAL and not pieces[-1].endswith("."):
        # "Wang Yi" is "Ван И" in Russian: a last letter without a full stop is a name.
        parts[-1] = named(parts[-1])
    parts = _initials_first(parts)
    return _with_patronymics(_unless_all(parts), tables)


def _initials_first(parts: Sequence[NamePart]) -> list[NamePart]:
    """Return the words with initials at the end put first: "Petrov A. B." is "A. B. Petrov"."""
    last = next((at for at in range(len(parts), 0, -1) if parts[at - 1].part is not Part.INITIAL), 0)
    return [*parts[last:], *parts[:last]]


def _apart(pieces: Sequence[str]) -> Iterator[str]:
    """Yield the words with two initials apart that are written as one: "JD Smith"; but for numerals: "IV"."""
    has_small = any(letter.islower() for piece in pieces for letter in piece)
    for piece in pieces:
        if has_small and len(piece) == _GLUED_INITIALS and piece.isupper() and not set(piece) <= _NUMERAL:
            yield from (f"{letter}." for letter in piece)
        else:
            yield piece


def _together(pieces: Sequence[str], tables: ScriptTables) -> list[str]:
    """Return the words with those joined that belong to the one before: "Salah al-Din" is "Salahdin"."""
    words, joined_up = tables.words, list[str]()
    for piece in pieces:
        folded = tables.folded(piece)
        if folded not in words.together or not joined_up:
            joined_up.append(piece)
            continue
        particle = joined_up.pop() if len(joined_up) > 1 and tables.folded(joined_up[-1]) in words.particles else ""
        if joined_up and (particle or folded not in words.behind_particle):
            joined_up[-1] = joined_up[-1].rstrip(".") + words.together[folded]
        else:
            joined_up += [particle, piece] if particle else [piece]
    return joined_up


def _parts(piece: str, tables: ScriptTables, lang: str) -> Iterator[NamePart]:
    spelled = piece.rstrip(".")
    apart = tables.words.apart(tables.folded(spelled))
    whole = apart == (tables.folded(spelled),)
    for spelling in (spelled,) if whole else apart:
        word = tables.word(spelling, lang)
        if word.readings:
            yield _judge(word, piece.endswith("."), tables)


def _judge(word: Word, dotted: bool, tables: ScriptTables) -> NamePart:
    folded, words = tables.folded(word.text), tables.words
    translated = words.translation(folded)
    part = Part.NAME
    is_small = word.text == word.text.lower()
    is_bare = len(word.text) == 1 and word.script == LATIN
    if folded in words.titles and len(folded) > 1:
        part = Part.TITLE
    elif len(word.text) <= _INITIAL_LETTERS and word.text[0].isupper() and (dotted or is_bare):
        part = Part.INITIAL
    elif folded in words.particles and (is_small or len(folded) > 1):
        part = Part.PARTICLE
    elif translated is not None:
        part = Part.TRANSLATED
    return _part(word, part, word.text, tables, translated)


def _part(word: Word, part: Part, shown: str, tables: ScriptTables, translated: Translated | None = None) -> NamePart:
    folded, forms = tables.folded(word.text), [reading.form for reading in word.readings]
    return NamePart(
        word, folded, part, shown, translated, tables.words.names(forms), tables.words.names([*forms[:1], folded])
    )


def _unless_all(parts: Sequence[NamePart]) -> list[NamePart]:
    """Return the parts; where none of them names, each one does."""
    if any(part.part is Part.NAME for part in parts):
        return list(parts)
    has_word = any(part.part is Part.TRANSLATED for part in parts)
    spared = (Part.TITLE, Part.PARTICLE) if has_word else (Part.INITIAL,)
    return [part if part.part in spared else named(part) for part in parts]


def _with_patronymics(parts: list[NamePart], tables: ScriptTables) -> tuple[NamePart, ...]:
    for at, part in enumerate(parts):
        names = [index for index, other in enumerate(parts) if other.part in (Part.NAME, Part.INITIAL)]
        if at and part.folded in tables.words.beside_patronymic and len(names) > 2:
            parts[at - 1] = _as(parts[at - 1], Part.PATRONYMIC)
            parts[at] = _as(part, Part.PATRONYMIC)
        elif part.part is Part.NAME and tables.words.is_patronymic(part.folded) and _can_be_fathers(at, names):
            parts[at] = _as(part, Part.PATRONYMIC)
    return tuple(parts)


def _can_be_fathers(at: int, names: Sequence[int]) -> bool:
    """Return whether the word stands where a father's name does: "Slobodan Milosevic" has none, whatever its ending."""
    return at != names[0] and (at != names[-1] or len(names) > 2)


def named(part: NamePart) -> NamePart:
    """Return the same word, taken for a name."""
    return _as(part, Part.NAME)


def _as(part: NamePart, what: Part) -> NamePart:
    return replace(part, part=what)


def joined(parts: Sequence[NamePart], tables: ScriptTables, lang: str = "") -> NamePart:
    """Return neighbouring words as one: "Kassym-Jomart" as "KassymJomart"."""
    word = tables.word("".join(part.word.text for part in parts), lang)
    return _part(word, Part.NAME, "-".join(part.shown for part in parts), tables)
