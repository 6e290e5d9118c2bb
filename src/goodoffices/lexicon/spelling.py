"""Spelling to sounds: reads a word letter by letter, longest group of letters first.

Place in the flow: `scripts` makes a `Spelling` of each script's table; `ScriptTables.readings` asks it. A letter that
the table lacks is tried without its marks, then as `anyascii` transliterates it, so that every word of every script
sounds like something.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from anyascii import anyascii

from goodoffices.lexicon.sounds import Sound

Units = Mapping[str, tuple[Sound, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way of writing: groups of letters with their sounds."""

    inside: Units
    # Those that hold only at the start of a word, and only at its end.
    starting: Units
    ending: Units
    longest: int
    letters: frozenset[str]
    # The Latin spelling, for letters of other scripts; None for the Latin one itself.
    fallback: "Spelling | None" = field(default=None, repr=False)

    def sounds(self, word: str) -> Iterator[Sound]:
        """Yield the sounds of a folded word, in order; nothing for what is neither letter nor digit."""
        at, end = 0, len(word)
        while at < end:
            for length in range(min(self.longest, end - at), 0, -1):
                unit = word[at : at + length]
                found = self.starting.get(unit) if at == 0 else None
                if found is None and at + length == end:
                    found = self.ending.get(unit)
                if found is None:
                    found = self.inside.get(unit)
                if found is not None:
                    yield from found
                    at += length
                    break
            else:
                yield from self._foreign(word[at])
                at += 1

    def _foreign(self, letter: str) -> Iterator[Sound]:
        bare = fold(letter, frozenset())
        if bare != letter:
            yield from self.sounds(bare)
        elif self.fallback is not None:
            known = letter in self.fallback.letters
            yield from self.fallback.sounds(letter if known else fold(anyascii(letter), self.fallback.letters))
        elif not letter.isascii():
            yield from self.sounds(fold(anyascii(letter), self.letters))


def make_spelling(letters: Units, fallback: Spelling | None) -> Spelling:
    """Return a spelling from keys with their anchors: `^` first for the start of a word, `$` last for its end."""
    inside = {key: sounds for key, sounds in letters.items() if not (key.startswith("^") or key.endswith("$"))}
    starting = {key[1:]: sounds for key, sounds in letters.items() if key.startswith("^")}
    ending = {key[:-1]: sounds for key, sounds in letters.items() if key.endswith("$")}
    units = [*inside, *starting, *ending]
    return Spelling(
        inside=inside,
        starting=starting,
        ending=ending,
        longest=max(map(len, units)),
        letters=frozenset("".join(units)),
        fallback=fallback,
    )


def fold(word: str, letters: frozenset[str]) -> str:
    """Return a word in lower case, with only those marks that make letters of their own in `letters`.

    Joiners, tatweel, vowel signs and apostrophes go: they are written or left out at will.
    """
    lowered = unicodedata.normalize("NFKC", word).lower()
    folded = []
    for letter in lowered:
        if letter in letters:
            folded.append(letter)
            continue
        bare = [part for part in unicodedata.normalize("NFD", letter) if not unicodedata.category(part).startswith("M")]
        folded.extend(part for part in bare if part.isalnum() and part != "ـ")
    return "".join(folded)
