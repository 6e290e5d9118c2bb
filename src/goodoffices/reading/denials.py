"""What somebody denies: "Egypt denied that it had offered to mediate", «опровергла сообщения о встрече».

Whatever the denied words tell did not happen, or nobody can say that it did: it is no act of the report.
"""

from collections.abc import Sequence

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.act import ActKind
from goodoffices.reading.clauses import Clause, Opening, clause_at
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item

_TOLD_ANYWAY = frozenset({ActKind.STATEMENT.value, ActKind.REFUSAL.value})
"""A denial itself is one of these."""
_BESIDE = 4
"""Within so many items stands what is denied without a clause of its own: "denied having attacked the town"."""
_CLAIM_WITHIN = 3


def find_denials(items: Sequence[Item], lexicon: Lexicon) -> list[int]:
    """Return the numbers of the words of denial in a row: of a verb, or of the claim that is turned down."""
    denial, turned = lexicon.class_atom("denial"), lexicon.class_atom("turned_down")
    claim = lexicon.class_atom("claim")
    found = []
    for index, item in enumerate(items):
        if denial in item.atoms:
            found.append(index)
        elif turned in item.atoms:
            around = range(max(index - _CLAIM_WITHIN, 0), min(index + _CLAIM_WITHIN + 1, len(items)))
            claims = [at for at in around if claim in items[at].atoms]
            found.extend(claims[:1])
    return found


def is_denied(
    frame: Frame, denials: Sequence[int], items: Sequence[Item], clauses: Sequence[Clause], lexicon: Lexicon
) -> bool:
    """Return whether what a frame tells is what a word of denial denies."""
    if not denials or frame.entry.kind.kind in _TOLD_ANYWAY or frame.words & set(denials):
        return False
    if lexicon.language.verb_ends_clause:
        return any(_is_before(frame, at, clauses) for at in denials)
    return any(_is_behind(frame, at, items, clauses, lexicon) for at in denials)


def _is_behind(frame: Frame, at: int, items: Sequence[Item], clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    """Return whether a frame stands in what a denial brings: close behind it, or in the clause of its content."""
    holding = clause_at(clauses, at)
    if frame.match.first <= at or frame.clause < holding:
        return False
    sign = lexicon.class_atom("content_sign")
    if frame.clause == holding:
        is_content = any(sign in item.atoms for item in items[at + 1 : frame.match.first])
        return is_content or frame.match.first - at <= _BESIDE
    between = clauses[holding + 1 : frame.clause + 1]
    first = between[0]
    if sign not in items[first.start].atoms and first.opening is not Opening.RELATIVE:
        # Without a conjunction: "denied it had signed".
        return first.opening is Opening.SUBORDINATE and first.start == at + 1 and len(between) == 1
    return all(clause.opening in (Opening.SUBORDINATE, Opening.JOINED) for clause in between[1:])


def _is_before(frame: Frame, at: int, clauses: Sequence[Clause]) -> bool:
    """Return whether a frame ends in what a denial behind it takes up, where verbs stand last."""
    holding = clause_at(clauses, at)
    return frame.match.last < at and frame.clause in (holding, holding - 1) and at - frame.match.last <= _BESIDE


def is_asked(frame: Frame, items: Sequence[Item], clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    """Return whether a frame stands in a question within the sentence: "did not say whether Serbia had agreed"."""
    sign, number = lexicon.class_atom("question_sign"), frame.clause
    while number > 0 and clauses[number].opening is Opening.JOINED:
        number -= 1
    clause = clauses[number]
    return sign >= 0 and any(sign in item.atoms for item in items[clause.start : min(clause.start + 1, clause.end)])
