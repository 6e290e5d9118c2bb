"""How alike two words of names sound, in [0, 1]: a weighted edit distance over their readings.

Place in the flow: below `names`, which aligns words. Pure; scores are kept in the tables' own cache. The cost of the
cheapest pair of readings is measured against the words' length: 1 is the same sounds, 0 nothing in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from goodoffices.lexicon.scripts import Reading, Scored, ScriptTables, Word
from goodoffices.lexicon.sounds import Between

# How steeply a score falls with the cost for each unit of length; the score of two words that differ in one consonant
# of five lies below `SAME_NAME` of `names`.
STEEPNESS = 1.35
# Words shorter than this count as this long: one strange letter in "Li" is not half a name.
SHORTEST = 1.5
# One strange consonant in a long word is nearly as telling as in one of usual length: length counts with this exponent.
# Source: recall at precision 0.98 over tests/resolving/name_pairs.yml, best of 0.6 to 1.0 in steps of 0.1.
_USUAL, _LONGER = 3.5, 0.8
# Scores below this are not told apart: the comparison is broken off.
HOPELESS = 0.4
# From this score on words sound the same: no other way of spelling is thought of. Nor is it below `_UNLIKE`.
SAME_SOUNDS = 0.965
_UNLIKE = 0.55
# Words of which more kinds of consonants have nothing in the other are two words: they are not compared further.
_STRANGE_KINDS = 1
# What it costs more to think of another way of spelling where both words are in one script.
_ONE_SCRIPT = 0.06
# No more is believed of two words, both taken together: "Zelenskaya" is no form of "Zelensky".
_MOST_BELIEVED = 0.2
_CACHED_SCORES = 500_000


def word_score(one: Word, other: Word, tables: ScriptTables) -> Scored:
    """Return how alike two words sound, and the folded forms in which they do; cached in the tables.

    Contract: the score is the same either way round.
    """
    key = (one.text, one.lang, other.text, other.lang)
    scored = tables.scores.get(key)
    if scored is None:
        if len(tables.scores) >= _CACHED_SCORES:
            tables.scores.clear()
        scored = tables.scores[key] = _score(one, other, tables)
    return scored


def _score(one: Word, other: Word, tables: ScriptTables) -> Scored:
    if (one.surely & ~other.maybe).bit_count() + (other.surely & ~one.maybe).bit_count() > _STRANGE_KINDS:
        return 0.0, one.text, other.text, ""
    length = _USUAL * (max((one.weight + other.weight) / 2, SHORTEST) / _USUAL) ** _LONGER
    # Every sound that one word has more must be dropped, which costs about what it weighs.
    too_far = abs(one.weight - other.weight) > 0.6 * length + 1.2
    if too_far or not one.readings or not other.readings:
        return 0.0, one.text, other.text, ""
    between = Between.TWO
    if one.script == other.script:
        between = Between.SAME
    elif not (one.writes_short_vowels and other.writes_short_vowels):
        between = Between.ABJAD
    # Short vowels that the other script does not write are missed cheaply.
    cheap_left = one.writes_short_vowels and not other.writes_short_vowels
    cheap_right = other.writes_short_vowels and not one.writes_short_vowels
    search = _Search(tables, between, cheap_left, cheap_right, (1 - HOPELESS) * length / STEEPNESS)
    search.best_of(one.readings, other.readings)
    scored = search.scored(one, other, length)
    if _UNLIKE < scored[0] < SAME_SOUNDS:
        doubt = _ONE_SCRIPT if between is Between.SAME else 0.0
        search.best_of(tables.guessed(one), other.readings, doubt)
        search.best_of(one.readings, tables.guessed(other), doubt)
        scored = search.scored(one, other, length)
    return scored


@dataclass(slots=True)
class _Search:
    """Looks for the two readings that turn into each other at the least cost."""

    tables: ScriptTables
    between: Between
    # Whether the left word's short vowels are missed cheaply, and the right one's.
    cheap_left: bool
    cheap_right: bool
    cost: float
    found: tuple[Reading, Reading] | None = None

    def best_of(self, left_ones: Sequence[Reading], right_ones: Sequence[Reading], doubt: float = 0.0) -> None:
        """Look at every two of these readings; each pair costs `doubt` more."""
        for left in left_ones:
            for right in right_ones:
                cost = left.cost + right.cost + doubt
                if cost >= self.cost or left.cost + right.cost >= _MOST_BELIEVED:
                    continue
                if left.sounds != right.sounds:
                    rows = self.tables.sounds.rows(left.sounds, self.between)
                    missing_left = left.unwritten if self.cheap_left else left.missing
                    missing_right = right.unwritten if self.cheap_right else right.missing
                    cost += _distance(rows, missing_left, right.sounds, missing_right, self.cost - cost)
                if cost < self.cost:
                    self.cost, self.found = cost, (left, right)

    def scored(self, one: Word, other: Word, length: float) -> Scored:
        """Return the score of what was found, measured against the words' length."""
        if self.found is None:
            return 0.0, one.text, other.text, ""
        left, right = self.found
        return 1 - STEEPNESS * self.cost / length, left.form, right.form, left.belief or right.belief


def _distance(
    rows: Sequence[Sequence[float]],
    missing_left: Sequence[float],
    right: Sequence[int],
    missing_right: Sequence[float],
    limit: float,
) -> float:
    """Return the cost of turning one word into another, or something above `limit`.

    Args:
        rows: For each sound of the one, what every sound costs in its place.
        missing_left: For each sound of the one, what it costs that the other lacks it.
        right: The other's sounds.
        missing_right: For each sound of the other, what it costs that the one lacks it.
    """
    previous = [0.0, *accumulate(missing_right)]
    for row, missing in zip(rows, missing_left, strict=True):
        cost = previous[0] + missing
        current = [cost]
        for index, replaced in enumerate(right):
            cost += missing_right[index]
            kept = previous[index] + row[replaced]
            if kept < cost:
                cost = kept
            skipped = previous[index + 1] + missing
            if skipped < cost:
                cost = skipped
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        previous = current
    return previous[-1]
