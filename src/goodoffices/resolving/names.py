"""Two names, in whatever scripts: are they one name, and why.

Place in the flow: resolving asks here whether two mentions can be one actor; the command `names` shows the answer.
Words are aligned, each pair scored by `sound_distance`, and the worst pair weighs most: one wrong given name is
another person. Pure. Spelling alone never proves that two people are one: office, country and company decide; here it
is only judged whether the names can be one name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, permutations, product

from goodoffices.lexicon.scripts import ScriptTables
from goodoffices.lexicon.sounds import Between
from goodoffices.resolving.name_parts import NamePart, Part, joined, named, split_name
from goodoffices.resolving.sound_distance import SAME_SOUNDS, word_score

# From this score on two names are taken for one.
# Source: tests/resolving/name_pairs.yml, 2026-11: precision 0.98 and recall 0.98 there.
SAME_NAME = 0.82
# How much the worst pair of words weighs against the mean of all.
_WORST = 0.45
# A surname alone is as good as the name; a given name alone is less, for many bear it.
_SURNAME_ALONE, _GIVEN_NAME_ALONE = 0.99, 0.86
_INITIAL_FITS, _SAME_THING, _SAME_NAME = 0.93, 0.97, 0.94
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
# Words of one name written as one.
_JOINED = 0.99
# An initial stands for a word whose first sound costs at most this much in its place.
_INITIAL_COST = 0.36
# Words of a name that are aligned by trying every order; of more, those before the last are cut.
_MOST_WORDS = 5
_MOST_PHRASES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScore:
    """How alike two names are."""

    # In [0, 1]; from `SAME_NAME` on they are taken for one.
    score: float
    # A sentence without a full stop, to be shown.
    reason: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words held against each other."""

    one: NamePart
    other: NamePart
    score: float
    why: str
    # The way of spelling that had to be believed; mostly empty.
    belief: str = ""

    @property
    def weight(self) -> float:
        return 0.7 if Part.INITIAL in (self.one.part, self.other.part) else 1.0


@dataclass(frozen=True, slots=True)
class _Alignment:
    """One way of holding two names against each other."""

    score: float
    pairs: tuple[_Pair, ...]
    notes: tuple[str, ...] = ()


def compare_names(
    a: str, b: str, *, scripts: ScriptTables, lang_a: str = "", lang_b: str = ""
) -> NameScore:  # fmt: skip
    """Return how alike two names are, in any scripts, whole or in part.

    Contract: the score does not depend on the order of the two. Nothing is known of who bears the name.

    Args:
        lang_a: Code of the language of the text in which `a` stands ("az"), which settles how its letters sound and
            what endings hang on it; empty where unknown.
        lang_b: The same for `b`.

    Example:
        Пашиняном (ru), Paşinyan: 0.98, "Пашиняном (as пашинян) ≈ Paşinyan (same sounds)".
    """
    one, other = split_name(a, scripts, lang_a), split_name(b, scripts, lang_b)
    if not one or not other:
        return NameScore(score=0.0, reason=f"{'the first' if not one else 'the second'} holds no name")
    if _things(one, scripts) & _things(other, scripts):
        same = a.casefold() == b.casefold()
        return NameScore(score=1.0 if same else _SAME_THING, reason=f"{a} and {b} are names of one thing")
    first, *others = _alignments(one, other, scripts)
    best = max((first, *(found for found in others if found.score >= SAME_NAME)), key=lambda found: found.score)
    score = round(min(1.0, max(0.0, best.score)), 4)
    told = [_told(pair) for pair in best.pairs]
    return NameScore(score=score, reason="; ".join([*told, *best.notes]))


def _things(parts: Sequence[NamePart], tables: ScriptTables) -> frozenset[int]:
    """Return the groups of names of one thing in which a name stands, in any of its forms."""
    spoken = [part for part in parts if part.part is not Part.TITLE]
    forms = [[reading.form for reading in part.word.readings] for part in spoken]
    phrases = islice(product(*forms), _MOST_PHRASES)
    found = tables.words.things(" ".join(phrase) for phrase in phrases)
    plain = [part for part in spoken if part.translated is None or not part.translated.left_out]
    return found or (_things(plain, tables) if plain and len(plain) < len(spoken) else found)


def _alignments(
    one: Sequence[NamePart], other: Sequence[NamePart], tables: ScriptTables
) -> Iterator[_Alignment]:  # fmt: skip
    first = _aligned(one, other, tables)
    yield first
    if first.score >= SAME_SOUNDS:
        return
    if any(part.part is Part.TRANSLATED for part in (*one, *other)):
        # "South" or "route" makes another name, unless each has as many words: then it may be a name of that sound.
        as_many = len(one) == len(other)
        yield _aligned(_all_named(one, as_many), _all_named(other, as_many), tables)
    for merged in _merged(one, tables):
        yield _as_joined(_aligned(merged, other, tables))
    for merged in _merged(other, tables):
        yield _as_joined(_aligned(one, merged, tables))


def _as_joined(found: _Alignment) -> _Alignment:
    return _Alignment(found.score * _JOINED, found.pairs, found.notes)


def _all_named(parts: Sequence[NamePart], as_many: bool) -> list[NamePart]:
    return [
        named(part) if part.translated is not None and (as_many or part.translated.left_out) else part for part in parts
    ]


def _merged(parts: Sequence[NamePart], tables: ScriptTables) -> Iterator[list[NamePart]]:
    """Yield the name with two neighbouring words written as one, with and without a particle between them."""
    kept = [part for part in parts if part.part is not Part.TITLE]
    for at in range(len(kept) - 1):
        for last in range(at + 2, min(at + 4, len(kept) + 1)):
            together = kept[at:last]
            if any(part.part is Part.INITIAL for part in together):
                continue
            yield [*kept[:at], joined(together, tables, kept[at].word.lang), *kept[last:]]


def _aligned(one: Sequence[NamePart], other: Sequence[NamePart], tables: ScriptTables) -> _Alignment:
    factor, notes = _beside(one, other, tables)
    short, long = _naming(one), _naming(other)
    swapped = len(short) > len(long)
    if swapped:
        short, long = long, short
    pairs = _best_pairs(short, long, tables, swapped=swapped)
    total = sum(pair.weight for pair in pairs)
    mean = sum(pair.weight * pair.score for pair in pairs) / total
    score = (1 - _WORST) * mean + _WORST * min(pair.score for pair in pairs)
    if len({pair.belief for pair in pairs if pair.belief}) > 1:
        factor *= _TWO_BELIEFS
    order = [long.index(pair.one if swapped else pair.other) for pair in pairs]
    if order != sorted(order) and len(order) > 1:
        factor *= _turned(one, other) if _is_surname_first(order, len(long)) else _JUMBLED
        notes = [*notes, "in another order"]
    if len(long) > len(short):
        left, note = _for_missing(short, long, pairs, swapped=swapped)
        factor, notes = factor * left, [*notes, note]
    return _Alignment(score * factor, pairs, tuple(notes))


def _turned(one: Sequence[NamePart], other: Sequence[NamePart]) -> float:
    """Return what the surname put first leaves of the score: names with "al", and two without capitals, never do so."""
    abjads = [any(not part.word.writes_short_vowels for part in parts) for parts in (one, other)]
    if all(abjads) or any(part.part is Part.PARTICLE for part in (*one, *other)):
        return _JUMBLED
    return _SURNAME_FIRST_THERE if any(abjads) else _SURNAME_FIRST


def _is_surname_first(order: Sequence[int], count: int) -> bool:
    """Return whether the words only turn about the surname: "Aliyev Ilham"."""
    turns = sum(after < before for before, after in pairwise([*order, order[0]]))
    return turns == 1 and count - 1 in order


def _naming(parts: Sequence[NamePart]) -> list[NamePart]:
    naming = [part for part in parts if part.part in (Part.NAME, Part.INITIAL)]
    if not naming:
        naming = [part for part in parts if part.part is not Part.TITLE] or list(parts)
    return naming if len(naming) <= _MOST_WORDS else [*naming[: _MOST_WORDS - 1], naming[-1]]


def _for_missing(
    short: Sequence[NamePart], long: Sequence[NamePart], pairs: Sequence[_Pair], *, swapped: bool
) -> tuple[float, str]:
    """Return what is left of the score where one name has fewer words, and the note on it."""
    held = [pair.one if swapped else pair.other for pair in pairs]
    if len(short) > 1:
        return _MIDDLE_NAME, "the rest of the name missing in one"
    if held[0] is long[-1]:
        return _SURNAME_ALONE, "given name missing in one"
    return _GIVEN_NAME_ALONE, "surname missing in one"


def _best_pairs(
    short: Sequence[NamePart], long: Sequence[NamePart], tables: ScriptTables, *, swapped: bool
) -> tuple[_Pair, ...]:
    """Return the pairing in which every word of `short` has another of `long`, the best in sum."""
    table = [[_pair(left, right, tables, swapped=swapped) for right in long] for left in short]

    def value(order: tuple[int, ...]) -> tuple[float, bool]:
        scores = [table[at][index].score for at, index in enumerate(order)]
        # Of two as good, the one that pairs the surname, then the one that keeps the order.
        return sum(scores) + (order[-1] == len(long) - 1) * 1e-6, list(order) == sorted(order)

    best = max(permutations(range(len(long)), len(short)), key=value)
    return tuple(table[at][index] for at, index in enumerate(best))


def _pair(left: NamePart, right: NamePart, tables: ScriptTables, *, swapped: bool) -> _Pair:
    score, why, belief = _part_score(left, right, tables)
    return _Pair(right, left, score, why, belief) if swapped else _Pair(left, right, score, why, belief)


def _part_score(left: NamePart, right: NamePart, tables: ScriptTables) -> tuple[float, str, str]:
    if left.folded == right.folded:
        return 1.0, "same spelling", ""
    if Part.INITIAL in (left.part, right.part):
        fits = _initial_fits(left, right, tables)
        return (_INITIAL_FITS, "the initial fits", "") if fits else (0.0, "the initial does not fit", "")
    score, left_form, right_form, belief = word_score(left.word, right.word, tables)
    forms = [
        f"as {form}"
        for part, form in ((left, left_form), (right, right_form))
        if form not in (part.folded, part.word.text)
    ]
    sounds = (
        "same sounds" if score >= SAME_SOUNDS else "nearly the same sounds" if score >= SAME_NAME else "other sounds"
    )
    if score > _KNOWN_APART and _two_names(left, right, tables):
        return _KNOWN_APART, "two names that sound alike", ""
    if score < _SAME_NAME and _same_name(left, right, tables):
        return _SAME_NAME, "one name in two languages", ""
    return score, ", ".join([*forms, *([f"in {belief}"] if belief else []), sounds]), belief


def _same_name(left: NamePart, right: NamePart, tables: ScriptTables) -> bool:
    one = tables.words.names(reading.form for reading in left.word.readings)
    return bool(one and one & tables.words.names(reading.form for reading in right.word.readings))


def _two_names(left: NamePart, right: NamePart, tables: ScriptTables) -> bool:
    """Return whether both words are known names, and not one name in any of their forms."""
    known = all(tables.words.names([part.word.readings[0].form]) for part in (left, right))
    return known and not _same_name(left, right, tables)


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


def _beside(
    one: Sequence[NamePart], other: Sequence[NamePart], tables: ScriptTables
) -> tuple[float, list[str]]:  # fmt: skip
    """Return what words beside the names proper leave of the score, with notes: fathers' names, translated words."""
    factor, notes = 1.0, []
    fathers = [[part for part in parts if part.part is Part.PATRONYMIC] for parts in (one, other)]
    if fathers[0] and fathers[1]:
        score, *_ = word_score(fathers[0][0].word, fathers[1][0].word, tables)
        if score < SAME_NAME:
            factor, notes = _OTHER_THING, [f"{fathers[0][0].shown} ≠ {fathers[1][0].shown} (father's name)"]
    says = [{part.translated.id: part for part in parts if part.part is Part.TRANSLATED and part.translated}
            for parts in (one, other)]  # fmt: skip
    for id in sorted(says[0].keys() ^ says[1].keys()):
        part = says[0].get(id) or says[1][id]
        if part.translated is not None and not part.translated.left_out:
            factor *= _OTHER_THING if part.translated.tells_apart else _WORD_MISSING
            notes.append(f"{part.shown} missing in one")
    for id in sorted(says[0].keys() & says[1].keys()):
        notes.append(f"{says[0][id].shown} and {says[1][id].shown} say the same")
    return factor, notes


def _told(pair: _Pair) -> str:
    sign = "=" if pair.one.folded == pair.other.folded else "≈" if pair.score >= SAME_NAME else "≠"
    return f"{pair.one.shown} {sign} {pair.other.shown} ({pair.why})"
