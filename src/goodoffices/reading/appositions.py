"""Appositions between two joined people: "Vladimir Medinsky, an aide to the president, and Rustem Umerov met"."""

from collections.abc import Sequence

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, MentionKind
from goodoffices.reading.items import Item
from goodoffices.reading.marks import COMMAS, FINITE

LONGEST_APPOSITION = 14
"""How many items the words between two commas that say who someone is may have."""


def person_apposed(items: Sequence[Item], last: int, lexicon: Lexicon) -> int | None:
    """Return the number of the person of whom the words up to item `last`, from a comma on, say who he is; else None.

    They begin with an article or an office and have no verb of their own.
    """
    for at in range(last, max(last - LONGEST_APPOSITION, 0), -1):
        item = items[at]
        if item.lower in COMMAS:
            person = items[at - 1].mention
            is_person = person is not None and person.kind is MentionKind.PERSON and person.form is Form.NAME
            return at - 1 if is_person and _says_who(items[at + 1], lexicon) else None
        if item.analysis.tags & FINITE and "part" not in item.analysis.tags:
            return None
    return None


def _says_who(first: Item, lexicon: Lexicon) -> bool:
    """Return whether the words that begin with an item can say who somebody is: "an aide", "Kenya's envoy"."""
    if first.mention is not None:
        return first.mention.form is Form.OFFICE
    return lexicon.class_atom("det") in first.atoms or bool(first.atoms & lexicon.posts.keys())
