"""The tables of `_shared/name_words.yml`: titles, particles, fathers' names, translated words, names of one thing.

Place in the flow: a part of `ScriptTables`; resolving asks it what a word of a name is. All look-ups take folded words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Letters of the longest beginning that is written apart, and what must be left behind one.
_LONGEST_BEGINNING, _LEAST_LEFT = 7, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A word that each language puts in its own word: "mountainous", "corridor", "south"."""

    id: str
    # One name may lack it and still be the other.
    left_out: bool
    # A name without it is another name.
    tells_apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What words in and around names are, beside names."""

    titles: frozenset[str]
    particles: frozenset[str]
    # Beginning of a compound -> the word that it stands for; beginnings of words that only look like one.
    written_apart: Mapping[str, str]
    # Word that belongs to the one before it -> how it is written there; those that do so only behind a particle.
    together: Mapping[str, str]
    behind_particle: frozenset[str]
    # Surnames that stand before the given name.
    family_first: frozenset[str]
    not_apart: tuple[str, ...]
    patronymic_endings: tuple[str, ...]
    beside_patronymic: frozenset[str]
    # Endings of surnames that only women, and only men, have.
    of_women: tuple[str, ...]
    of_men: tuple[str, ...]
    translated: Mapping[str, Translated]
    # Beginnings of words that are translated, longest first.
    translated_beginnings: tuple[tuple[str, Translated], ...]
    # Folded phrase -> numbers of the groups of names of one thing in which it stands.
    same_thing: Mapping[str, frozenset[int]]
    same_name: Mapping[str, frozenset[int]]
    # The words of each group of names, by its number.
    spellings: tuple[tuple[str, ...], ...]

    def is_patronymic(self, word: str) -> bool:
        """Return whether a folded word is a name after the father."""
        return any(word.endswith(ending) and len(word) - len(ending) >= 3 for ending in self.patronymic_endings)

    def are_of_woman_and_man(self, one: str, other: str) -> bool:
        """Return whether of two folded surnames one can only be a woman's and one only a man's."""
        return (one.endswith(self.of_women) and other.endswith(self.of_men)) or (
            one.endswith(self.of_men) and other.endswith(self.of_women)
        )

    def apart(self, word: str) -> tuple[str, ...]:
        """Return a folded word as it is when its compound is written apart; the word alone where it is none.

        "abdelfattah" is "abd", "fattah"; "abdel" is "abd".
        """
        if word in self.written_apart:
            return (self.written_apart[word],)
        for length in range(_LONGEST_BEGINNING, 3, -1):
            first = self.written_apart.get(word[:length])
            if first is not None and len(word) - length >= _LEAST_LEFT and not word.startswith(self.not_apart):
                return first, word[length:]
        return (word,)

    def translation(self, word: str) -> Translated | None:
        """Return what a folded word says in every language; None for a name."""
        found = self.translated.get(word)
        if found is None:
            found = next((known for start, known in self.translated_beginnings if word.startswith(start)), None)
        return found

    def things(self, phrases: Iterable[str]) -> frozenset[int]:
        """Return the groups of names of one thing that hold one of the folded phrases."""
        return frozenset().union(*(self.same_thing.get(phrase, frozenset()) for phrase in phrases))

    def names(self, words: Iterable[str]) -> frozenset[int]:
        """Return the groups of one name in several languages that hold one of the folded words."""
        return frozenset().union(*(self.same_name.get(word, frozenset()) for word in words))
