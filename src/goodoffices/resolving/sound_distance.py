"""How alike two words of names sound, in [0, 1]: a weighted edit distance over their readings.

Place in the flow: below `names`, which aligns words. Pure; scores are kept in the tables' own cache. The cost of the
cheapest pair of readings is measured against the words' length: 1 is the same sounds, 0 nothing in common.
"""

from collections.abc import Sequence

from goodoffices.lexicon.scripts import Reading, ScriptTables, Word

# How steeply a score falls with the cost for each unit of length; the score of two words that differ in one consonant
# of five lies below `SAME_NAME` of `names`.
STEEPNESS = 1.35
# Words shorter than this count as this long: one strange letter in "Li" is not half a name.
SHORTEST = 1.5
# Scores below this are not told apart: the comparison is broken off.
HOPELESS = 0.4
_CACHED_SCORES = 500_000


def word_score(one: Word, other: Word, tables: ScriptTables) -> float:
    """Return how alike two words sound; the same either way round; cached in the tables."""
    key = (one.text, one.lang, other.text, other.lang)
    score = tables.scores.get(key)
    if score is None:
        if len(tables.scores) >= _CACHED_SCORES:
            tables.scores.clear()
        score = tables.scores[key] = _score(one, other, tables)
    return score


def _score(one: Word, other: Word, tables: ScriptTables) -> float:
    if not one.readings or not other.readings:
        return 0.0
    length = max((one.weight + other.weight) / 2, SHORTEST)
    # Every sound that one word has more must be dropped; most cost about what they weigh.
    if abs(one.weight - other.weight) > 0.6 * length + 1.2:
        return 0.0
    cost = _cheapest(one, other, tables, (1 - HOPELESS) * length / STEEPNESS)
    return max(0.0, 1 - STEEPNESS * cost / length)


def _cheapest(one: Word, other: Word, tables: ScriptTables, limit: float) -> float:
    """Return the cost of the cheapest pair of readings, or something above `limit`."""
    best = limit
    found = limit + 1
    same_script = one.script == other.script
    full = one.writes_short_vowels == other.writes_short_vowels
    for left in one.readings:
        for right in other.readings:
            if left.cost + right.cost < best:
                cost = left.cost + right.cost
                if left.sounds != right.sounds:
                    cost += _distance(left, right, tables, same_script=same_script, full=full, limit=best - cost)
                if cost < best:
                    best = found = cost
    return found


def _distance(
    left: Reading, right: Reading, tables: ScriptTables, *, same_script: bool, full: bool, limit: float
) -> float:
    table = tables.sounds
    drops = table.drops if full else table.unwritten
    dropped = [drops[sound] for sound in right.sounds]
    if full:
        dropped[-1] += _final(right.sounds, tables)
    previous = [0.0]
    for drop in dropped:
        previous.append(previous[-1] + drop)
    last = len(left.sounds) - 1
    for at, sound in enumerate(left.sounds):
        row = table.row(sound, same_script=same_script)
        drop = drops[sound] + (_final(left.sounds, tables) if full and at == last else 0.0)
        cost = previous[0] + drop
        current = [cost]
        for index, (replaced, missing) in enumerate(zip(right.sounds, dropped, strict=True)):
            cost += missing
            kept = previous[index] + row[replaced]
            if kept < cost:
                cost = kept
            skipped = previous[index + 1] + drop
            if skipped < cost:
                cost = skipped
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        previous = current
    return previous[-1]


def _final(sounds: Sequence[int], tables: ScriptTables) -> float:
    """Return what is added where the other word lacks this one's last sound."""
    last = sounds[-1]
    mute = tables.sounds.drops[last] < 0.3
    return tables.sounds.costs.final_vowel if tables.sounds.vowels[last] and not mute else 0.0
