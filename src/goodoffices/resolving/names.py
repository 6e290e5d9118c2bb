"""Two names, in whatever scripts: are they one name, and why.

Place in the flow: resolving asks here whether two mentions can be one actor; the command `names` shows the answer.
Names are read once (`name_reading`), their words paired (`name_alignment`), each pair scored by `sound_distance`. Pure.
Spelling alone never proves that two people are one: office, country and company decide; here it is only judged whether
the names can be one name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.lexicon.scripts import ScriptTables
from goodoffices.resolving.name_alignment import SAME_NAME, Alignment, Pair, aligned
from goodoffices.resolving.name_parts import Part
from goodoffices.resolving.name_reading import ReadName, all_named, merged, read_name
from goodoffices.resolving.sound_distance import SAME_SOUNDS

__all__ = ["SAME_NAME", "NameScore", "compare_names"]

_SAME_THING = 0.97
# Words of one name written as one.
_JOINED = 0.99
# From this score on two words may be one.
_IN_COMMON = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScore:
    """How alike two names are."""

    # In [0, 1]; from `SAME_NAME` on they are taken for one.
    score: float
    # A sentence without a full stop, to be shown.
    reason: str


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
    one, other = read_name(a, scripts, lang_a), read_name(b, scripts, lang_b)
    if not one.parts or not other.parts:
        return NameScore(score=0.0, reason=f"{'the first' if not one.parts else 'the second'} holds no name")
    if not one.things.isdisjoint(other.things):
        same = a.casefold() == b.casefold()
        return NameScore(score=1.0 if same else _SAME_THING, reason=f"{a} and {b} are names of one thing")
    if _is_translated(one, other):
        return NameScore(score=_SAME_THING, reason=f"{a} says word by word what {b} says")
    best = _best(one, other, scripts)
    score = round(min(1.0, max(0.0, best.score)), 4)
    told = [_told(pair) for pair in best.pairs]
    return NameScore(score=score, reason="; ".join([*told, *best.notes]))


def _is_translated(one: ReadName, other: ReadName) -> bool:
    """Return whether two names are of several words that every language translates, and say the same."""
    ours, theirs = _said(one), _said(other)
    return len(ours) > 1 and ours == theirs


def _said(name: ReadName) -> frozenset[str]:
    """Return what a name says by words that every language translates; nothing where one of its words is a name."""
    words = [part.translated for part in name.parts if part.part is not Part.PARTICLE]
    return frozenset(word.id for word in words if word is not None) if all(words) else frozenset()


def _best(one: ReadName, other: ReadName, tables: ScriptTables) -> Alignment:
    """Return the names word by word, unless another way of holding them makes them one name."""
    best = aligned(one, other, tables)
    # Two names of several words that have not one in common are not looked at again.
    are_strangers = len(best.pairs) > 1 and all(pair.score < _IN_COMMON for pair in best.pairs)
    if best.score < SAME_SOUNDS and not are_strangers:
        for found in _other_ways(one, other, tables):
            if found.score >= SAME_NAME and found.score > best.score:
                best = found
    return best


def _other_ways(one: ReadName, other: ReadName, tables: ScriptTables) -> Iterator[Alignment]:
    if one.says or other.says:
        # "South" or "route" makes another name, unless each has as many words: then it may be a name of that sound.
        as_many = len(one.parts) == len(other.parts)
        yield aligned(all_named(one, as_many=as_many), all_named(other, as_many=as_many), tables)
    # What one name writes as one word is more words in the other.
    if len(one.spoken) > len(other.spoken):
        for joined in merged(one, tables):
            yield _as_joined(aligned(joined, other, tables))
    elif len(one.spoken) < len(other.spoken):
        for joined in merged(other, tables):
            yield _as_joined(aligned(one, joined, tables))


def _as_joined(found: Alignment) -> Alignment:
    return Alignment(found.score * _JOINED, found.pairs, found.notes)


def _told(pair: Pair) -> str:
    sign = "=" if pair.one.folded == pair.other.folded else "≈" if pair.score >= SAME_NAME else "≠"
    return f"{pair.one.shown} {sign} {pair.other.shown} ({pair.why})"
