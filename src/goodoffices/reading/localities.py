"""Places that no list names: "the town of Khnatsakh", "at a house in Putrajaya"; and capitals by their state alone.

Found by the words around them. A capital is named where it is sure: "the Qatari capital" is Doha, but of a state of
which two cities are called its capital nothing is said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.lexicon.romanise import nominative, romanise
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.marks import CASES, COMMAS

_MOST_WORDS = 3
_SHORTEST_CHARS = 3


@dataclass(frozen=True, slots=True)
class Localities:
    """What the words of a language tell of places.

    Args:
        capital_of: Gives the capital of the state of that English name; empty where that is not known or not agreed.
        is_person: Whether a word, in small letters, is the surname of someone whom the article names.
    """

    lexicon: Lexicon
    capital_of: Callable[[str], str]
    is_person: Callable[[str], bool]

    def fold_sorted(self, row: Sequence[Item]) -> list[Item]:
        """Return the row with each name beside a word for a sort of place as one item."""
        return self._with_unlisted(row, self._is_sorted)

    def fold(self, row: Sequence[Item]) -> list[Item]:
        """Return the row with each capital, and each name between "in" and the end of its phrase, as one item.

        Contract: people and bodies are folded before.
        """
        return self._with_unlisted(self._with_capitals(row), self._is_within)

    def _with_capitals(self, row: Sequence[Item]) -> list[Item]:
        capital = self.lexicon.class_atom("capital_noun")
        folded: list[Item] = []
        at = 0
        while at < len(row):
            if capital not in row[at].atoms:
                folded.append(row[at])
                at += 1
                continue
            is_owned = bool(folded) and _is_state(folded[-1])
            end = at + 1 if is_owned else self._owner_behind(row, at + 1)
            owner = folded[-1] if is_owned else row[end - 1]
            name = self._capital(owner) if end else ""
            if not name or _names(name, [*folded[-3:], *row[end : end + 1]]):
                folded.append(row[at])
                at += 1
                continue
            if end + 1 < len(row) and row[end].lower in COMMAS and _names(name, row[end + 1 : end + 2]):
                # "in the Qatari capital, Doha, ..."
                end += 2
            first = folded.pop() if is_owned else row[at]
            owners = owner.mention.parties if owner.mention is not None else ()
            folded.append(_place(name, (first, *row[at:end]), row[at].analysis.tags & CASES, owners))
            at = end
        return folded

    def _owner_behind(self, row: Sequence[Item], at: int) -> int:
        """Return the end of "of Qatar" that begins at `at`; 0 where nothing such does."""
        roles = self.lexicon.roles
        while at < len(row) and (roles.before.get(row[at].lower) == "of" or row[at].lower in roles.determiners):
            at += 1
        return at + 1 if at < len(row) and _is_state(row[at]) else 0

    def _capital(self, owner: Item) -> str:
        """Return the capital of the owner; empty where it is not known."""
        parties = owner.mention.parties if owner.mention is not None else ()
        return self.capital_of(parties[0].name) if parties else ""

    def _with_unlisted(self, row: Sequence[Item], is_place: Callable[[Sequence[Item], int, int], bool]) -> list[Item]:
        if not self.lexicon.language.has_capitals:
            return list(row)
        folded: list[Item] = []
        at = 0
        while at < len(row):
            length = self._name_at(row, at)
            if length and is_place(row, at, at + length):
                words = row[at : at + length]
                lang = self.lexicon.lang
                name = romanise(nominative(" ".join(item.token_text for item in words), lang), lang)
                folded.append(_place(name, words, words[-1].analysis.tags & CASES))
            else:
                folded.append(row[at])
                length = 1
            at += length
        return folded

    def _name_at(self, row: Sequence[Item], at: int) -> int:
        """Return how many capitalised words that nothing knows begin at a place behind the first of a row."""
        end = at
        while at > 0 and end < len(row) and end - at < _MOST_WORDS and self._is_unknown(row[end]):
            end += 1
        return end - at

    def _is_unknown(self, item: Item) -> bool:
        text, lower, roles = item.token_text, item.lower, self.lexicon.roles
        if not item.is_word or len(text) < _SHORTEST_CHARS or not text[0].isupper() or text.isupper():
            return False
        cases = item.analysis.tags & CASES
        if cases and "nom" not in cases:
            # Nothing tells how a name that no list has ends in the nominative.
            return False
        is_small = lower in roles.before or lower in roles.determiners or lower in roles.modifiers
        return not is_small and not self.is_person(lower)

    def _is_sorted(self, row: Sequence[Item], first: int, end: int) -> bool:
        """Return whether a word for a sort of place stands before or behind: "the town of X", «в селе X», "X köyü"."""
        sort, roles = self.lexicon.class_atom("locality"), self.lexicon.roles
        before = row[first - 1]
        if first > 1 and roles.before.get(before.lower) == "of":
            return sort in row[first - 2].atoms
        if self.lexicon.language.case_on == "last":
            return end < len(row) and sort in row[end].atoms
        return sort in before.atoms

    def _is_within(self, row: Sequence[Item], first: int, end: int) -> bool:
        """Return whether a name stands between "in" and the end of its phrase."""
        if self.lexicon.class_atom("place_before") not in row[first - 1].atoms:
            return False
        if end == len(row):
            return True
        after, roles = row[end], self.lexicon.roles
        is_phrase_over = after.date is not None or not (after.is_word or after.mention is not None)
        return is_phrase_over or any(after.lower in words for words in (roles.before, roles.joins, roles.subordinators))


def _names(name: str, items: Sequence[Item]) -> bool:
    """Return whether one of the items is that place."""
    return any(item.mention is not None and item.mention.value == name for item in items)


def _is_state(item: Item) -> bool:
    return item.mention is not None and item.mention.kind is MentionKind.STATE and not item.mention.post


def _place(name: str, items: Sequence[Item], cases: frozenset[str], seat_of: tuple[Party, ...] = ()) -> Item:
    span = cover([item.span for item in items])
    form = Form.CAPITAL if seat_of else Form.NAME
    mention = Mention(
        span=span, text=name, kind=MentionKind.PLACE, form=form, parties=seat_of, value=name, marks=cases
    )  # fmt: skip
    return mention_item(mention)
