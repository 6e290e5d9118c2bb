"""How alike two words of names sound, in [0, 1]: a weighted edit distance over their readings.

Place in the flow: below `names`, which aligns words. Pure; scores are kept in the tables' own cache. The cost of the
cheapest pair of readings is measured against the words' length: 1 is the same sounds, 0 nothing in common.
"""

from collections.abc import Sequence
from itertools import accumulate

from goodoffices.lexicon.scripts import Scored, ScriptTables, Word
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
    length = _USUAL * (max((one.weight + other.weight) / 2, SHORTEST) / _USUAL) ** _LONGER
    # Every sound that one word has more must be dropped, which costs about what it weighs.
    too_far = abs(one.weight - other.weight) > 0.6 * length + 1.2
    if too_far or not one.readings or not other.readings:
        return 0.0, one.text, other.text
    between = Between.TWO
    if one.script == other.script:
        between = Between.SAME
    elif not (one.writes_short_vowels and other.writes_short_vowels):
        between = Between.ABJAD
    # Short vowels that the other script does not write are missed cheaply.
    cheap_left = one.writes_short_vowels and not other.writes_short_vowels
    cheap_right = other.writes_short_vowels and not one.writes_short_vowels
    best = (1 - HOPELESS) * length / STEEPNESS
    scored = (0.0, one.text, other.text)
    for left in one.readings:
        for right in other.readings:
            cost = left.cost + right.cost
            if cost >= best:
                continue
            if left.sounds != right.sounds:
                rows = tables.sounds.rows(left.sounds, between)
                missing_left = left.unwritten if cheap_left else left.missing
                missing_right = right.unwritten if cheap_right else right.missing
                cost += _distance(rows, missing_left, right.sounds, missing_right, best - cost)
            if cost < best:
                best = cost
                scored = (1 - STEEPNESS * cost / length, left.form, right.form)
    return scored


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
