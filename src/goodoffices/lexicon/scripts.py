"""The tables of `_shared/scripts.yml` and `_shared/name_endings.yml`, checked and frozen: how names sound.

Place in the flow: `load_scripts` reads the files; comparing names, their blocking keys and, through them, resolving
ask `ScriptTables.readings`. Caches live in the tables object and die with it. Nothing here compares two words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from goodoffices.lexicon.name_words import NameWords
from goodoffices.lexicon.sounds import SoundTable
from goodoffices.lexicon.spelling import Spelling, fold

LATIN = "latin"
# A score with the two forms that were compared and what had to be believed, for the reason; mostly empty.
Scored = tuple[float, str, str, str]
# Readings kept before the cache starts anew; a process's names are some ten thousand.
_CACHED_WORDS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One script."""

    name: str
    # Code points, both ends inclusive.
    ranges: tuple[tuple[int, int], ...]
    # Languages that names are known in and that write so, the most read first.
    written_by: tuple[str, ...]
    writes_short_vowels: bool
    # Whether small words are joined to the name that follows.
    joins_words: bool
    # What is typed in place of a sign, by code point.
    instead: Mapping[int, str]
    spelling: Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpelling:
    """How a language writes otherwise than its script mostly does."""

    lang: str
    script: str
    signs: frozenset[str]
    spelling: Spelling
    # What it costs to believe that a word is spelt so; None where only the language or a letter tells it.
    guessed: float | None = None
    # Found in a folded word that can be spelt so.
    looks: re.Pattern[str] = re.compile("")
    # "French spelling".
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affixes:
    """Endings, or beginnings, that grammar hangs on a name, each with what may stand in its place and what it costs."""

    lang: str
    script: str
    # Whether they are tried though nobody said that the text is in this language.
    anywhere: bool
    # The least number of letters that must be left.
    stem: int
    # Whether of several that fit only the longest is taken off.
    longest_only: bool
    rules: Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a word can be meant: its own form as a string of sounds."""

    # Numbers in the tables' `sounds`.
    sounds: tuple[int, ...]
    # In [0, 1]: what must be believed for it, as that an ending is none of the name.
    cost: float
    # The folded letters that were read.
    form: str
    # What it costs, for each sound, that another word lacks it; then the same where the other's script is short of
    # vowels. A last vowel is written in every script.
    missing: tuple[float, ...]
    unwritten: tuple[float, ...]
    # The way of spelling that must be believed for it; empty for the usual one.
    belief: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name with all its readings, the one without further belief first."""

    text: str
    # The language that was said of the text around it; empty where none was.
    lang: str
    script: str
    writes_short_vowels: bool
    readings: tuple[Reading, ...]
    # Sum of the first reading's weights: the length that costs are measured against.
    weight: float
    # Kinds of consonants, a bit each: those that it has however it is read, and all that it may have.
    surely: int
    maybe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTables:
    """All that is known of scripts, endings and the words around names. Immutable but for its caches."""

    scripts: Mapping[str, Script]
    languages: Mapping[str, LanguageSpelling]
    endings: tuple[Affixes, ...]
    beginnings: tuple[Affixes, ...]
    # Endings after an apostrophe, and what taking one off costs.
    after_apostrophe: frozenset[str]
    apostrophe_cost: float
    words: NameWords
    sounds: SoundTable
    # Every letter that a table knows: its mark stays on it when a word is folded.
    letters: frozenset[str]
    _words: dict[tuple[str, str], Word] = field(default_factory=dict, repr=False, compare=False)
    _guessed: dict[tuple[str, str], tuple[Reading, ...]] = field(default_factory=dict, repr=False, compare=False)
    # For who compares words: a place to keep scores, with the forms that were compared, that dies with the tables.
    scores: dict[tuple[str, str, str, str], Scored] = field(default_factory=dict, repr=False, compare=False)
    # The same for whole names, by what was asked.
    kept: dict[tuple[str, ...], object] = field(default_factory=dict, repr=False, compare=False)

    def scripts_of(self, text: str) -> tuple[Script, ...]:
        """Return the scripts of a text's letters, that of most letters first; none where no table knows them."""
        counts: dict[str, int] = {}
        for letter in text:
            point = ord(letter)
            for script in self.scripts.values():
                if any(first <= point <= last for first, last in script.ranges):
                    counts[script.name] = counts.get(script.name, 0) + 1
                    break
        return tuple(self.scripts[name] for name in sorted(counts, key=lambda name: -counts[name]))

    def script_of(self, text: str) -> Script:
        """Return the script of most letters of a text; Latin where no table knows them."""
        return next(iter(self.scripts_of(text)), self.scripts[LATIN])

    def signalled(self, text: str) -> str:
        """Return the language that a text's letters give away; empty where none does."""
        lowered = set(text.lower())
        counts = {lang: len(lowered & spelling.signs) for lang, spelling in self.languages.items()}
        best = max(counts, key=lambda lang: counts[lang], default="")
        return best if best and counts[best] else ""

    def word(self, text: str, lang: str = "") -> Word:
        """Return a word with its readings; cached.

        Args:
            text: One word, without blanks; an apostrophe in it is looked at.
            lang: Code of the language of the text around it; empty where unknown.
        """
        key = (text, lang)
        word = self._words.get(key)
        if word is None:
            if len(self._words) >= _CACHED_WORDS:
                self._words.clear()
            word = self._words[key] = self._read(text, lang)
        return word

    def guessed(self, word: Word) -> tuple[Reading, ...]:
        """Return how a word may be read besides, were it spelt as another language of its script does; cached.

        Contract: each costs something; the readings that the word has already are not among them.
        """
        key = (word.text, word.lang)
        found = self._guessed.get(key)
        if found is None:
            if len(self._guessed) >= _CACHED_WORDS:
                self._guessed.clear()
            found = self._guessed[key] = tuple(self._guess(word))
        return found

    def _guess(self, word: Word) -> Iterator[Reading]:
        seen = {reading.sounds for reading in word.readings}
        for language in self.languages.values():
            if language.guessed is None or language.script != word.script:
                continue
            for known in word.readings:
                if not language.looks.search(known.form):
                    continue
                sounds = self.sounds.numbers(language.spelling.sounds(known.form), doubles=word.writes_short_vowels)
                if sounds and sounds not in seen:
                    seen.add(sounds)
                    cost = known.cost + language.guessed
                    yield Reading(sounds, cost, known.form, *self.sounds.missing(sounds), language.called)

    def folded(self, text: str) -> str:
        """Return a word in lower case, without the marks that no table knows."""
        return fold(text, self.letters)

    def _read(self, text: str, lang: str) -> Word:
        script = self.script_of(text)
        known = self.languages.get(lang) or self.languages.get(self.signalled(text))
        spellings = [script.spelling]
        if known is not None and known.script == script.name:
            spellings.append(known.spelling)
        readings: dict[tuple[int, ...], Reading] = {}
        for form, cost in self._forms(text, script, lang or (known.lang if known else "")).items():
            for spelling in spellings:
                sounds = self.sounds.numbers(spelling.sounds(form), doubles=script.writes_short_vowels)
                if sounds and (sounds not in readings or readings[sounds].cost > cost):
                    readings[sounds] = Reading(sounds, cost, form, *self.sounds.missing(sounds))
        weight = sum(self.sounds.weights[sound] for sound in next(iter(readings), ()))
        kinds = [self.sounds.kinds(reading.sounds) for reading in readings.values()]
        surely, maybe = reduce(and_, (sure for sure, _ in kinds), ~0), reduce(or_, (may for _, may in kinds), 0)
        return Word(
            text, lang, script.name, script.writes_short_vowels, tuple(readings.values()), weight, surely, maybe
        )

    def _forms(self, text: str, script: Script, lang: str) -> dict[str, float]:
        """Return the folded forms that the word can be, the whole first, with what each costs."""
        forms = {self.folded(text.translate(script.instead)): 0.0}
        stem, mark, tail = text.replace("’", "'").replace("ʼ", "'").replace("`", "'").rpartition("'")
        if mark and len(stem) > 1 and tail.lower() in self.after_apostrophe:
            forms.setdefault(self.folded(stem), self.apostrophe_cost)
        for affixes in self._affixes(self.endings, script.name, lang):
            _add_stems(forms, affixes, at_end=True)
        for affixes in self._affixes(self.beginnings, script.name, lang):
            _add_stems(forms, affixes, at_end=False)
        return forms

    @staticmethod
    def _affixes(of: tuple[Affixes, ...], script: str, lang: str) -> tuple[Affixes, ...]:
        here = tuple(affixes for affixes in of if affixes.script == script)
        asked = tuple(affixes for affixes in here if affixes.lang == lang)
        return asked or tuple(affixes for affixes in here if affixes.anywhere)


def _add_stems(forms: dict[str, float], affixes: Affixes, *, at_end: bool) -> None:
    whole = next(iter(forms))
    fits = whole.endswith if at_end else whole.startswith
    # A rule without replacement keeps shorter ones off, however short the stem.
    fitting = [
        affix
        for affix, replacements in affixes.rules.items()
        if fits(affix) and (len(whole) - len(affix) >= affixes.stem or not replacements)
    ]
    if affixes.longest_only and fitting:
        fitting = [max(fitting, key=len)]
    for affix in fitting:
        for replacement, cost in affixes.rules[affix]:
            form = whole[: -len(affix)] + replacement if at_end else replacement + whole[len(affix) :]
            forms[form] = min(forms.get(form, 1.0), cost)
