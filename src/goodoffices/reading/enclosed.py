"""Namings in quotation marks or brackets: the marks around one naming say nothing of how the sentence is built.

«движение "Талибан"» is the movement, and "the Rapid Support Forces (RSF)" are named once: without the marks both stand
beside verbs, adpositions and other namings as any naming does.
"""

from collections.abc import Sequence
from dataclasses import replace

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES, QUOTES

_LONGEST_ACRONYM = 8
_ENCLOSED = 3
"""So many items are a naming and the two marks around it."""


def fold_enclosed(row: Sequence[Item], lexicon: Lexicon) -> list[Item]:
    """Return the row without quotation marks around one naming, and without "(X)" that names the one before again."""
    folded: list[Item] = []
    at = 0
    while at < len(row):
        inner = _inner(row, at)
        before = folded[-1] if folded else None
        if inner is None:
            folded.append(row[at])
            at += 1
            continue
        if row[at].lower in QUOTES and inner.mention is not None:
            folded.append(_without_marks(inner, before, lexicon))
        elif row[at].lower == "(" and before is not None and _names_again(before, inner):
            folded[-1] = replace(before, atoms=before.atoms | inner.atoms)
        else:
            folded.extend(row[at : at + _ENCLOSED])
        at += _ENCLOSED
    return folded


def _inner(row: Sequence[Item], at: int) -> Item | None:
    """Return the only item between the marks that begin at `at`; None where none begin there, or hold more."""
    if at + 2 >= len(row):
        return None
    first, last = row[at].lower, row[at + 2].lower
    is_pair = (first in QUOTES and last in QUOTES) or (first == "(" and last == ")")
    return row[at + 1] if is_pair else None


def _without_marks(inner: Item, before: Item | None, lexicon: Lexicon) -> Item:
    """Return a naming from between quotation marks: behind its noun, which is declined, it stands as in a list."""
    mention = inner.mention
    assert mention is not None
    is_frozen = before is not None and before.is_word and "noun" in before.analysis.tags
    if not is_frozen or lexicon.language.case_on != "first" or mention.kind is MentionKind.PERSON:
        return inner
    return replace(inner, mention=replace(mention, marks=mention.marks - CASES))


def _names_again(before: Item, inner: Item) -> bool:
    """Return whether brackets hold another name of the one before: the same party, or the letters of a body's name."""
    first, second = before.mention, inner.mention
    if first is None or not first.parties:
        return False
    if second is not None:
        return second.form is not Form.DEMONYM and _parties(second) <= _parties(first) | _owners(first)
    text = inner.token_text
    is_short = 1 < len(text) <= _LONGEST_ACRONYM and text.isupper()
    return is_short and first.kind in (MentionKind.BODY, MentionKind.STATE) and first.form is not Form.CAPITAL


def _parties(mention: Mention) -> set[str]:
    return {party.name for party in mention.parties}


def _owners(mention: Mention) -> set[str]:
    return {party.stands_for for party in mention.parties if party.stands_for}
