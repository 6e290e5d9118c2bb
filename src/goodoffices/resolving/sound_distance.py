"""How alike two words of names sound, in [0, 1]: a weighted edit distance over their readings.

Place in the flow: below `names`, which aligns words. Pure; scores are kept in the tables' own cache. The cost of the
cheapest pair of readings is measured against the words' length: 1 is the same sounds, 0 nothing in common.
"""

from collections.abc import Sequence
from itertools import accumulate

from goodoffices.lexicon.scripts import Reading, ScriptTables, Word
from goodoffices.lexicon.sounds import SoundTable

# How steeply a score falls with the cost for each unit of length; the score of two words that differ in one consonant
# of five lies below `SAME_NAME` of `names`.
STEEPNESS = 1.35
# Words shorter than this count as this long: one strange letter in "Li" is not half a name.
SHORTEST = 1.5
# Scores below this are not told apart: the comparison is broken off.
HOPELESS = 0.4
_CACHED_SCORES = 500_000
_CHEAPLY_MISSED = 0.3


def word_score(one: Word, other: Word, tables: ScriptTables) -> tuple[float, str, str]:
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


def _score(one: Word, other: Word, tables: ScriptTables) -> tuple[float, str, str]:
    length = max((one.weight + other.weight) / 2, SHORTEST)
    # Every sound that one word has more must be dropped, which costs about what it weighs.
    too_far = abs(one.weight - other.weight) > 0.6 * length + 1.2
    if too_far or not one.readings or not other.readings:
        return 0.0, one.text, other.text
    table = tables.sounds
    same_script = one.script == other.script
    # Short vowels that the other script does not write are missed cheaply.
    drops = (
        table.drops if other.writes_short_vowels or not one.writes_short_vowels else table.unwritten,
        table.drops if one.writes_short_vowels or not other.writes_short_vowels else table.unwritten,
    )
    best = (1 - HOPELESS) * length / STEEPNESS
    scored = (0.0, one.text, other.text)
    for left in one.readings:
        for right in other.readings:
            cost = left.cost + right.cost
            if cost >= best:
                continue
            if left.sounds != right.sounds:
                cost += _distance(left, right, table, drops, same_script=same_script, limit=best - cost)
            if cost < best:
                best = cost
                scored = (1 - STEEPNESS * cost / length, left.form, right.form)
    return scored


def _distance(
    left: Reading,
    right: Reading,
    table: SoundTable,
    drops: tuple[Sequence[float], Sequence[float]],
    *,
    same_script: bool,
    limit: float,
) -> float:
    """Return the cost of turning the one into the other, or something above `limit`."""
    missing_left, missing_right = _missing(left, table, drops[0]), _missing(right, table, drops[1])
    previous = [0.0, *accumulate(missing_right)]
    for sound, missing in zip(left.sounds, missing_left, strict=True):
        row = table.row(sound, same_script=same_script)
        cost = previous[0] + missing
        current = [cost]
        for index, replaced in enumerate(right.sounds):
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


def _missing(reading: Reading, table: SoundTable, drops: Sequence[float]) -> list[float]:
    """Return what it costs that the other word lacks each sound; a last vowel is written in every script."""
    missing = [drops[sound] for sound in reading.sounds]
    last = reading.sounds[-1]
    if table.vowels[last] and table.drops[last] > _CHEAPLY_MISSED:
        missing[-1] = table.drops[last] + table.costs.final_vowel
    return missing
