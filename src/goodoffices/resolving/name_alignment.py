"""Two names held against each other, word by word, and what the alignment is worth.

Place in the flow: below `names`, which looks for the best way of holding them. Pure. The worst pair of words weighs
most: one wrong given name is another person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from goodoffices.lexicon.scripts import Scored, ScriptTables
from goodoffices.lexicon.sounds import Between
from goodoffices.resolving.name_parts import NamePart, Part
from goodoffices.resolving.name_reading import ReadName
from goodoffices.resolving.sound_distance import SAME_SOUNDS, word_score

# From this score on two names are taken for one.
# Source: tests/resolving/name_pairs.yml, 2026-11: precision 0.98 and recall 0.99 there.
SAME_NAME = 0.82
# How much the worst pair of words weighs against the mean of all.
_WORST = 0.45
# A surname alone is as good as the name; a given name alone is less, for many bear it.
_SURNAME_ALONE, _GIVEN_NAME_ALONE = 0.99, 0.86
_INITIAL_FITS, _ONE_NAME = 0.93, 0.94
# Two known names that sound alike score no more.
_KNOWN_APART = 0.6
# Words in another order: the surname put first; any other.
_SURNAME_FIRST, _JUMBLED = 0.99, 0.75
# The same where one name is in a script without capitals, whose own names never put the surname first.
_SURNAME_FIRST_THERE = 0.88
# Two words of one name that must be believed to be spelt in two languages.
_TWO_BELIEFS = 0.96
# What a word that only one name has leaves of the score: a middle name; a word such as "route"; one such as "south".
_MIDDLE_NAME, _WORD_MISSING, _OTHER_THING = 0.985, 0.7, 0.45
# An initial stands for a word whose first sound costs at most this much in its place.
_INITIAL_COST = 0.22


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words held against each other."""

    one: NamePart
    other: NamePart
    score: float
    # What was found, short; empty where `heard` tells it.
    found: str
    # What was compared by sound, in the order of the pair; None where sound was not asked.
    heard: Scored | None = None

    @property
    def weight(self) -> float:
        """How much the pair counts in the mean."""
        return 0.7 if Part.INITIAL in (self.one.part, self.other.part) else 1.0

    @property
    def belief(self) -> str:
        """The way of spelling that had to be believed; mostly empty."""
        return self.heard[3] if self.heard is not None else ""

    @property
    def why(self) -> str:
        """What is said of the pair, without a full stop."""
        if self.found or self.heard is None:
            return self.found
        _, one_form, other_form, belief = self.heard
        forms = [
            f"as {form}"
            for part, form in ((self.one, one_form), (self.other, other_form))
            if form not in (part.folded, part.word.text)
        ]
        alike = self.score >= SAME_NAME
        sounds = "same sounds" if self.score >= SAME_SOUNDS else "nearly the same sounds" if alike else "other sounds"
        return ", ".join([*forms, *([f"in {belief}"] if belief else []), sounds])

    def turned(self) -> "Pair":
        """Return the pair the other way round."""
        heard = self.heard and (self.heard[0], self.heard[2], self.heard[1], self.heard[3])
        return Pair(self.other, self.one, self.score, self.found, heard)


@dataclass(frozen=True, slots=True)
class Alignment:
    """One way of holding two names against each other."""

    score: float
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()


def aligned(one: ReadName, other: ReadName, tables: ScriptTables) -> Alignment:
    """Return the best way of pairing the words of two names, each in another's place at most once."""
    factor, notes = _beside(one, other, tables)
    short, long = one.naming, other.naming
    swapped = len(short) > len(long)
    if swapped:
        short, long = long, short
    pairs, order = _best_pairs(short, long, tables)
    total = sum(pair.weight for pair in pairs)
    mean = sum(pair.weight * pair.score for pair in pairs) / total
    score = (1 - _WORST) * mean + _WORST * min(pair.score for pair in pairs)
    if len({pair.belief for pair in pairs if pair.belief}) > 1:
        factor *= _TWO_BELIEFS
    if any(after < before for before, after in pairwise(order)):
        factor *= _turned(one, other) if _is_surname_first(order, len(long)) else _JUMBLED
        notes = [*notes, "in another order"]
    if len(long) > len(short):
        left, note = _for_missing(order, len(long), family_first=long[0].folded in tables.words.family_first)
        factor, notes = factor * left, [*notes, note]
    if swapped:
        pairs = [pair.turned() for pair in pairs]
    return Alignment(score * factor, tuple(pairs), tuple(notes))


def _turned(one: ReadName, other: ReadName) -> float:
    """Return what the surname put first leaves of the score: names with "al", and two without capitals, never do so."""
    if (one.is_abjad and other.is_abjad) or one.has_particle or other.has_particle:
        return _JUMBLED
    return _SURNAME_FIRST_THERE if one.is_abjad or other.is_abjad else _SURNAME_FIRST


def _is_surname_first(order: Sequence[int], count: int) -> bool:
    """Return whether the words only turn about the surname: "Aliyev Ilham"."""
    turns = sum(after < before for before, after in pairwise([*order, order[0]]))
    return turns == 1 and count - 1 in order


def _for_missing(order: Sequence[int], count: int, *, family_first: bool) -> tuple[float, str]:
    """Return what is left of the score where one name has fewer words, and the note on it.

    Args:
        family_first: Whether the longer name begins with its surname, and not by turning about: "Kim Jong-un".
    """
    if len(order) > 1:
        return _WORD_MISSING if family_first else _MIDDLE_NAME, "the rest of the name missing in one"
    if order[0] == (0 if family_first else count - 1):
        return _SURNAME_ALONE, "given name missing in one"
    return _GIVEN_NAME_ALONE, "surname missing in one"


def _best_pairs(
    short: Sequence[NamePart], long: Sequence[NamePart], tables: ScriptTables
) -> tuple[list[Pair], Sequence[int]]:
    """Return the pairing in which every word of `short` has another of `long`, the best in sum, and their places."""
    table = [[_pair(left, right, tables) for right in long] for left in short]
    best_value, best = (-1.0, False), tuple(range(len(short)))
    for order in permutations(range(len(long)), len(short)):
        score = sum([table[at][index].score for at, index in enumerate(order)])
        # Of two as good, the one that pairs the surname, then the one that keeps the order.
        value = (score + (order[-1] == len(long) - 1) * 1e-6, list(order) == sorted(order))
        if value > best_value:
            best_value, best = value, order
    return [table[at][index] for at, index in enumerate(best)], best


def _pair(left: NamePart, right: NamePart, tables: ScriptTables) -> Pair:
    if left.folded == right.folded:
        return Pair(left, right, 1.0, "same spelling")
    if left.part is Part.INITIAL or right.part is Part.INITIAL:
        fits = _initial_fits(left, right, tables)
        return Pair(left, right, _INITIAL_FITS if fits else 0.0, f"the initial {'fits' if fits else 'does not fit'}")
    heard = word_score(left.word, right.word, tables)
    score = heard[0]
    is_one_name = not left.names.isdisjoint(right.names)
    if score > _KNOWN_APART and left.names_as_written and right.names_as_written and not is_one_name:
        return Pair(left, right, _KNOWN_APART, "two names that sound alike")
    if score > _KNOWN_APART and tables.words.are_of_woman_and_man(left.folded, right.folded):
        return Pair(left, right, _KNOWN_APART, "a woman's name and a man's")
    if score and score < _ONE_NAME and not is_one_name:
        is_one_name = _sounds_listed(left, right, tables) or _sounds_listed(right, left, tables)
    if score < _ONE_NAME and is_one_name:
        return Pair(left, right, _ONE_NAME, "one name in two languages")
    return Pair(left, right, score, "", heard)


def _sounds_listed(listed: NamePart, other: NamePart, tables: ScriptTables) -> bool:
    """Return whether a word that is no listed name sounds as another spelling of one that is."""
    if not listed.names_as_written or other.names:
        return False
    spellings = {spelling for group in listed.names_as_written for spelling in tables.words.spellings[group]}
    return any(word_score(tables.word(spelling), other.word, tables)[0] >= SAME_SOUNDS for spelling in spellings)


def _initial_fits(left: NamePart, right: NamePart, tables: ScriptTables) -> bool:
    if left.folded[0] == right.folded[0]:
        return True
    others = _first_sounds(right, tables)
    rows = tables.sounds.rows(_first_sounds(left, tables), Between.TWO)
    return any(row[other] <= _INITIAL_COST for row in rows for other in others)


def _first_sounds(part: NamePart, tables: ScriptTables) -> set[int]:
    """Return with what a word can begin; an initial also as what it may be the first letter of: "D." of "Dzh"."""
    sounds = {reading.sounds[0] for reading in part.word.readings}
    if part.part is Part.INITIAL:
        units = tables.scripts[part.word.script].spelling.inside
        sounds |= {tables.sounds.number(unit[0]) for key, unit in units.items() if key.startswith(part.folded) and unit}
    return sounds


def _beside(one: ReadName, other: ReadName, tables: ScriptTables) -> tuple[float, list[str]]:
    """Return what words beside the names proper leave of the score, with notes: fathers' names, translated words."""
    factor, notes = 1.0, list[str]()
    if one.fathers and other.fathers:
        score, *_ = word_score(one.fathers[0].word, other.fathers[0].word, tables)
        if score < SAME_NAME:
            factor, notes = _OTHER_THING, [f"{one.fathers[0].shown} ≠ {other.fathers[0].shown} (father's name)"]
    for id in sorted(one.says.keys() ^ other.says.keys()):
        part = one.says.get(id) or other.says[id]
        if part.translated is not None and not part.translated.left_out:
            factor *= _OTHER_THING if part.translated.tells_apart else _WORD_MISSING
            notes.append(f"{part.shown} missing in one")
    for id in sorted(one.says.keys() & other.says.keys()):
        notes.append(f"{one.says[id].shown} and {other.says[id].shown} say the same")
    return factor, notes
