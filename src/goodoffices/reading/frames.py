"""Frames: where a sentence has an expression of an act.

Every expression of the lexicon is looked for at every word that it can begin with; of those that share words the
longest is kept. What depends on a frame that holds its complement ("called on them to settle") is not told by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import ActEntry, Lexicon
from goodoffices.model.act import ActKind
from goodoffices.reading.clauses import Clause, Opening, clause_at
from goodoffices.reading.items import Item


@dataclass(frozen=True, slots=True)
class Frame:
    """An expression of an act in a sentence."""

    entry: ActEntry
    match: Match
    # The number of its head's clause.
    clause: int

    @property
    def words(self) -> frozenset[int]:
        """The numbers of the items that the expression's words cover."""
        return frozenset(item for item in self.match.items if item >= 0)

    @property
    def holds(self) -> str:
        """How far what follows is part of it."""
        return self.entry.expression.holds or self.entry.kind.holds


def find_frames(items: Sequence[Item], clauses: Sequence[Clause], lexicon: Lexicon) -> list[Frame]:
    """Return every frame of a sentence, the longest and surest first; several may share words."""
    found: list[Frame] = []
    for index, item in enumerate(items):
        for atom in sorted(item.atoms):
            for entry in lexicon.acts.get(atom, ()):
                match = find_match(entry.pattern, items, index)
                if match is None or (lexicon.language.agent == "both" and _breaks_off(match, clauses)):
                    continue
                if _head_fits(entry, items, match, lexicon):
                    found.append(Frame(entry, match, clause_at(clauses, match.head)))
    found.sort(key=lambda frame: (-_strength(frame), frame.match.first, frame.entry.expression.id))
    return found


def _breaks_off(match: Match, clauses: Sequence[Clause]) -> bool:
    """Return whether an expression begins in one clause and ends in a relative one: "sent a letter that asks for arms".

    One that begins with the pronoun, or holds it, was written so. Where word order is free, a comma marks every clause,
    and gaps are wide.
    """
    at = {clause_at(clauses, item) for item in match.items if item >= 0}
    if len(at) == 1:
        return False
    if clauses[min(at)].opening is Opening.RELATIVE:
        return any(clauses[number].opening in _GOES_ON for number in at - {min(at)})
    return any(
        clauses[number].opening is Opening.RELATIVE and clauses[number].start not in match.items
        for number in at - {min(at)}
    )


_GOES_ON = frozenset({Opening.MAIN, Opening.RESUMED})
"""How a clause opens that is no part of the relative one before it."""


def _strength(frame: Frame) -> float:
    return len(frame.words) + frame.entry.expression.weight


_VERBAL = frozenset({"past", "ing", "future", "present", "infinitive", "part"})


_GENDERS = frozenset({"masc", "femn", "neut"})
_NUMBERS = frozenset({"sing", "plur"})


def _agrees(items: Sequence[Item], match: Match) -> bool:
    """Return whether a noun and the past verb of its expression can belong together, by gender and number."""
    noun = items[match.head].analysis.tags
    for at in match.items:
        verb = items[at].analysis.tags if at >= 0 and at != match.head else frozenset[str]()
        if "past" not in verb or "noun" in verb or not noun & _NUMBERS or not verb & _NUMBERS:
            continue
        is_one = "sing" in verb & noun and (not verb & _GENDERS or verb & noun & _GENDERS)
        if not (is_one or "plur" in verb & noun):
            return False
    return True


def _head_fits(entry: ActEntry, items: Sequence[Item], match: Match, lexicon: Lexicon) -> bool:
    """Return whether the head is the sort of word that the entry wants: a verb is not after an article."""
    if entry.expression.head == "noun":
        return _agrees(items, match)
    if entry.expression.head != "verb" or match.head == 0:
        return True
    head, before = items[match.head], items[match.head - 1]
    if "noun" in head.analysis.tags and not head.analysis.tags & _VERBAL:
        return False
    if before.lower in lexicon.roles.determiners or _describes(items, match.head, lexicon):
        return False
    if before.mention is not None and before.mention.marks & {"possessive"} and match.head - 1 not in match.items:
        return False
    if _is_described_noun(entry, items, match.head, lexicon):
        return False
    governed = lexicon.roles.before.get(before.lower, "none") if before.is_word else "none"
    # "Replied by accusing Serbia": how somebody did it is told of him.
    return not ("ing" in head.analysis.tags and governed not in ("none", "by"))


def _is_described_noun(entry: ActEntry, items: Sequence[Item], head: int, lexicon: Lexicon) -> bool:
    """Return whether a word for violence that can be noun and verb is a noun: "the brutal military attacks"."""
    tags, before = items[head].analysis.tags, items[head - 1]
    if entry.kind.kind != ActKind.HOSTILITY or tags & _VERBAL or lexicon.class_atom("before_noun") < 0:
        return False
    at = head - 1
    while at > 0 and items[at].is_word and not _may_govern(items[at], lexicon):
        at -= 1
    return before.is_word and items[at].lower in lexicon.roles.determiners


def _may_govern(item: Item, lexicon: Lexicon) -> bool:
    helpers = {lexicon.class_atom(name) for name in ("auxiliary", "modal", "infinitive_sign")}
    is_small = item.lower in lexicon.roles.before or item.lower in lexicon.roles.determiners
    return is_small or bool(item.atoms & helpers or item.analysis.tags & _VERBAL)


def _describes(items: Sequence[Item], head: int, lexicon: Lexicon) -> bool:
    """Return whether a participle stands before its noun, behind an article: "the last disputed points"."""
    kinds = {lexicon.class_atom("before_noun"), lexicon.class_atom("beside_subject")}
    at = head - 1
    while at > 0 and (items[at].atoms & kinds or "adv" in items[at].analysis.tags):
        at -= 1
    is_set_off = at < head - 1 and items[at].lower in lexicon.roles.determiners
    following = items[head + 1] if head + 1 < len(items) else None
    return is_set_off and "part" in items[head].analysis.tags and following is not None and following.is_word


def is_held(frame: Frame, others: Sequence[Frame], clauses: Sequence[Clause], *, verb_last: bool = False) -> bool:
    """Return whether a frame is part of what another one tells, and so not told by itself.

    Args:
        verb_last: Whether a verb follows what depends on it, as in Turkish.
    """
    if verb_last:
        return any(_holds_before(other, frame) for other in others)
    return any(_holds(other, frame, clauses) for other in others)


def _holds_before(holder: Frame, frame: Frame) -> bool:
    depends = holder.holds in ("rest", "clause") and frame.entry.expression.holds != "none"
    return depends and frame.clause == holder.clause and frame.match.last < holder.match.last


def _holds(holder: Frame, frame: Frame, clauses: Sequence[Clause]) -> bool:
    if frame.match.first <= holder.match.first or frame.entry.expression.holds == "none":
        return False
    is_apart = not frame.words & holder.words
    if is_apart and holder.holds in ("rest", "clause") and frame.match.last < holder.match.last:
        # Between the holder's own words, in whatever clause: «Астану, где можно встретиться, предложил президент».
        return True
    match holder.holds:
        case "rest":
            return frame.clause == holder.clause or _continues(holder.clause, frame.clause, clauses)
        case "clause":
            return frame.clause == holder.clause
        case "sentence":
            return True
    return False


def _continues(clause: int, later: int, clauses: Sequence[Clause]) -> bool:
    """Return whether a later clause is subordinate to the earlier one without a break between."""
    between = clauses[clause + 1 : later + 1]
    return bool(between) and all(part.opening is Opening.SUBORDINATE for part in between)
