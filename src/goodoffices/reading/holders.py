"""Holders: the people who are named beside their office, with a capital letter or, where a script has none, without.

The name follows the office, at once or behind a comma, titles, or what the office is for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.items import Item
from goodoffices.reading.marks import COMMAS, QUOTES
from goodoffices.reading.owners import marks_of
from goodoffices.reading.people import Acquaintances, bare_name_length, name_length

FULL_NAME_WORDS = 2
_REMITS = frozenset({"about", "for", "on"})
_POSTINGS = frozenset({"in", "to"})
"""Where a holder is posted: his name stands between commas, "the ambassador in Rome, Ada Brown,"."""
_LONGEST_UNKNOWN = 4
_LONGEST_REMIT = 9
"""So many items may stand between an office and its holder's name, for what the office is for."""


@dataclass(frozen=True, slots=True)
class HolderFinder:
    """Finds the names beside the offices of one article; adds the unknown ones to its acquaintances."""

    text: str
    lexicon: Lexicon
    people: Acquaintances

    def further(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[tuple[Party, ...], int]:
        """Return the other holders that a plural office names after the first, and where the last name ends."""
        names: list[Party] = []
        while at < len(row) and len(names) + 1 < max(len(owners), FULL_NAME_WORDS):
            joined = row[at].lower in self.lexicon.roles.joins
            start = at + 1 if joined else at
            if start >= len(row) or not (joined or "and" in marks_of(row[start])):
                break
            name, end = self.named(row, start, owners[len(names) + 1 :])
            if name is None:
                break
            names.append(name)
            at = end
        return tuple(names), at

    def named(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[Party | None, int]:
        """Return the person named from item `at` on, and where the name ends; None and `at` where none is."""
        start = at
        if at + 1 < len(row) and row[at].lower in COMMAS:
            set_off = is_person(row[at + 1]) or self._is_set_off(row, at + 1)
            at += 1 if set_off else 0
        at = self.past_titles(row, at)
        if at >= len(row):
            return None, start
        stands_for = _whom_for(owners[0]) if owners else ""
        in_quotes = row[at].lower in QUOTES and at + 2 < len(row) and row[at + 2].lower in QUOTES
        at += in_quotes
        mention = row[at].mention
        if mention is not None:
            if mention.kind is not MentionKind.PERSON or not mention.parties:
                return None, start
            return mention.parties[0], at + 1 + in_quotes
        length = name_length(list(row), at, self.lexicon) or bare_name_length(row, at, self.lexicon)
        surname = row[at + length].mention if length == 1 and at + 1 < len(row) else None
        if surname is not None and surname.kind is MentionKind.PERSON and surname.parties:
            # A given name as this text spells it, before a surname that is known.
            return surname.parties[0], at + 2
        if not length or (length == 1 and self.people.find(row[at].lower) is None and not owners):
            return None, start
        words = cover([row[at].span, row[at + length - 1].span]).of(self.text)
        return self.people.meet(without_possessive(words, self.lexicon), stands_for=stands_for), at + length

    def _is_set_off(self, row: Sequence[Item], at: int) -> bool:
        """Return whether an unknown full name stands between commas: "The envoy of the bloc, Jan Kowalski, said"."""
        length = name_length(list(row), at, self.lexicon)
        end = at + length
        return length >= FULL_NAME_WORDS and end < len(row) and row[end].lower in COMMAS

    def after_remit(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[Party | None, int]:
        """Return the person named behind what the office is for: «спецпосланник ООН по Йемену», and where that ends."""
        relation = self.lexicon.roles.before.get(row[at].lower) if at < len(row) else None
        if relation not in _REMITS | _POSTINGS:
            return None, at
        for index in range(at + 2, min(at + _LONGEST_REMIT, len(row))):
            item = row[index]
            if item.lower in COMMAS:
                name, end = self._behind_comma(row, index, owners)
                return (name, end) if name is not None else (None, at)
            if not (item.is_word or item.mention) or item.analysis.tags & {"past", "present", "future"}:
                break
            if relation in _REMITS and (
                is_person(item) or name_length(list(row), index, self.lexicon) >= FULL_NAME_WORDS
            ):
                return self.named(row, index, owners)
        return None, at

    def _behind_comma(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[Party | None, int]:
        """Return the person who stands between the comma at `at` and the next, and where that ends; None elsewhere."""
        name, end = self.named(row, at, owners)
        if name is None or end >= len(row) or row[end].lower not in COMMAS:
            return None, at
        return name, end

    def after_unknown(self, row: Sequence[Item], at: int) -> tuple[Party | None, int]:
        """Return who is named in full behind an owner that nobody knows: «директор ЦРУ Бернс», and where that ends."""
        if "genitive" not in self.lexicon.roles.owners:
            return None, at
        start = at
        while start < min(at + _LONGEST_UNKNOWN, len(row)) and _may_own(row[start]):
            start += 1
        if start == at or start >= len(row):
            return None, at
        if is_person(row[start]) or name_length(list(row), start, self.lexicon) >= FULL_NAME_WORDS:
            name, end = self.named(row, start, ())
            return (name, end) if name is not None else (None, at)
        return None, at

    def past_titles(self, row: Sequence[Item], at: int) -> int:
        """Return where the titles before a name end: "Gen.", "Crown Prince"."""
        first = at
        while at < len(row) and (row[at].lower in self.lexicon.titles or (at > first and row[at].lower == ".")):
            at += 1
        return at


def _whom_for(owner: Party) -> str:
    """Return for whom somebody's people speak: "the president's spokeswoman" for his state."""
    return owner.stands_for or owner.name if owner.kind is MentionKind.PERSON else owner.name


def _may_own(item: Item) -> bool:
    """Return whether a word can say of what somebody is the head: an acronym, or a genitive."""
    is_acronym = item.token_text.isupper() and len(item.token_text) > 1
    tags = item.analysis.tags
    is_common = item.token_text[:1].islower() and "gen" in tags and bool(tags & {"noun", "adj"})
    return item.is_word and (is_acronym or is_common)


def is_person(item: Item) -> bool:
    """Return whether an item names a person."""
    return item.mention is not None and item.mention.kind is MentionKind.PERSON


def without_possessive(words: str, lexicon: Lexicon) -> str:
    """Return a name without its possessive ending."""
    for ending in lexicon.language.possessives:
        if words.endswith(ending):
            return words[: -len(ending)]
    return words
