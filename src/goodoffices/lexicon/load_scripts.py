"""Reads the shared YAML about scripts and names into `ScriptTables`; collects every error with file and key.

The shapes of the files stand in `scripts_schema`; each file's head says what its entries mean.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
import yaml

from goodoffices.errors import LexiconError
from goodoffices.lexicon.name_words import NameWords, Translated
from goodoffices.lexicon.scripts import LATIN, Affixes, LanguageSpelling, Script, ScriptTables
from goodoffices.lexicon.scripts_schema import AffixesEntry, EndingsFile, ScriptEntry, ScriptsFile, WordsFile
from goodoffices.lexicon.sounds import SILENCE, Costs, Phoneme, Sound, SoundTable, parse_sounds
from goodoffices.lexicon.spelling import Spelling, Units, fold, make_spelling

T = TypeVar("T")
SCRIPTS, ENDINGS, WORDS = "scripts.yml", "name_endings.yml", "name_words.yml"


@cache
def load_scripts() -> ScriptTables:
    """Return the tables that come with the package, read once.

    Raises:
        LexiconError: The files are wrong; every problem is listed.
    """
    return load_scripts_from(resources.files("goodoffices.lexicon") / "data" / "_shared")


def load_scripts_from(folder: Traversable) -> ScriptTables:
    """Return the tables that the three files of a folder make, fresh.

    Raises:
        LexiconError: The files are wrong; every problem is listed.
    """
    loader = _Loader(folder)
    tables = loader.tables()
    if loader.problems or tables is None:
        raise LexiconError(loader.problems, subject="scripts and names")
    return tables


@dataclass(slots=True)
class _Loader:
    """Reads the files; goes on after each problem, so that all are told at once."""

    folder: Traversable
    problems: list[str] = field(default_factory=list)

    def problem(self, what: str, file: str, key: str) -> None:
        self.problems.append(f"{what} @ {file}: {key}")

    def file(self, name: str, shape: type[T]) -> T | None:
        try:
            return msgspec.convert(yaml.load((self.folder / name).read_text("utf-8"), Loader=yaml.CSafeLoader), shape)
        except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
            self.problem(" ".join(str(error).split()), name, "the file")
            return None

    def tables(self) -> ScriptTables | None:
        scripts_file, endings_file = self.file(SCRIPTS, ScriptsFile), self.file(ENDINGS, EndingsFile)
        words_file = self.file(WORDS, WordsFile)
        if scripts_file is None or endings_file is None or words_file is None:
            return None
        costs = self.costs(scripts_file)
        spelled = {name: self.units(entry.letters, costs, f"scripts.{name}")
                   for name, entry in scripts_file.scripts.items()}  # fmt: skip
        if LATIN not in spelled:
            self.problem("the Latin script is wanted, for letters that no other knows", SCRIPTS, "scripts")
        if self.problems:
            return None
        latin = make_spelling(spelled[LATIN], None)
        scripts = {name: self.script(name, entry, latin if name == LATIN else make_spelling(spelled[name], latin))
                   for name, entry in scripts_file.scripts.items()}  # fmt: skip
        languages = dict(self.languages(scripts_file, scripts, spelled, latin, costs))
        sounds = SoundTable(costs)
        spellings = [script.spelling for script in scripts.values()]
        spellings += [language.spelling for language in languages.values()]
        for spelling in spellings:
            for unit in (*spelling.inside.values(), *spelling.starting.values(), *spelling.ending.values()):
                sounds.numbers(unit)
        letters = frozenset().union(*(spelling.letters for spelling in spellings))
        return ScriptTables(
            scripts=scripts,
            languages=languages,
            endings=tuple(self.affixes(endings_file.languages, scripts, "languages")),
            beginnings=tuple(self.affixes(endings_file.beginnings, scripts, "beginnings")),
            after_apostrophe=frozenset(endings_file.after_apostrophe.endings),
            apostrophe_cost=endings_file.after_apostrophe.cost / 100,
            words=self.words(words_file, letters),
            sounds=sounds,
            letters=letters,
        )

    def costs(self, file: ScriptsFile) -> Costs:
        replaced = {}
        for key, cost in file.replaced.items():
            pair = key.split()
            if len(pair) != 2 or any(sound not in file.sounds for sound in pair):
                self.problem("two sounds of the alphabet are wanted", SCRIPTS, f"replaced.{key}")
                continue
            one, other = pair
            if (one, other) in replaced:
                self.problem("this pair stands twice", SCRIPTS, f"replaced.{key}")
            replaced[one, other] = replaced[other, one] = cost / 100
        phonemes = {
            name: Phoneme(
                weight=entry.weight / 100,
                drop=entry.drop / 100,
                unwritten=entry.unwritten / 100,
                is_vowel=entry.vowel,
            )
            for name, entry in file.sounds.items()
        }
        return Costs(
            phonemes=phonemes,
            replaced=replaced,
            vowels=file.default_cost.vowels / 100,
            vowel_and_consonant=file.default_cost.vowel_and_consonant / 100,
            consonants=file.default_cost.consonants / 100,
            same_script_vowel=file.same_script_vowel / 100,
            final_vowel=file.final_vowel / 100,
            doubled=file.doubled / 100,
        )

    def units(self, letters: Mapping[str, str], costs: Costs, key: str) -> Units:
        units = {}
        for letter, notation in letters.items():
            try:
                sounds = parse_sounds(notation)
            except ValueError as error:
                self.problem(str(error), SCRIPTS, f"{key}.letters.{letter}")
                continue
            if self.are_sounds(sounds, costs, f"{key}.letters.{letter}"):
                units[letter] = sounds
        return units

    def are_sounds(self, sounds: Iterable[Sound], costs: Costs, key: str) -> bool:
        good = True
        for sound in sounds:
            unknown = [phoneme for phoneme, _ in sound.spoken() if phoneme not in costs.phonemes]
            if unknown or not sound.spoken():
                self.problem(f"not a sound of the alphabet: {''.join(unknown) or SILENCE}", SCRIPTS, key)
                good = False
        return good

    def script(self, name: str, entry: ScriptEntry, spelling: Spelling) -> Script:
        ranges = []
        for pair in entry.ranges:
            first, _, last = pair.partition("-")
            try:
                ranges.append((int(first, 16), int(last, 16)))
            except ValueError:
                self.problem(f"not a range of code points: {pair}", SCRIPTS, f"scripts.{name}.ranges")
        return Script(
            name=name,
            ranges=tuple(ranges),
            written_by=tuple(entry.written_by),
            writes_short_vowels=entry.writes_short_vowels,
            joins_words=entry.joins_words,
            instead=str.maketrans(entry.instead),
            spelling=spelling,
        )

    def languages(
        self,
        file: ScriptsFile,
        scripts: Mapping[str, Script],
        spelled: Mapping[str, Units],
        latin: Spelling,
        costs: Costs,
    ) -> Iterator[tuple[str, LanguageSpelling]]:
        for lang, entry in file.languages.items():
            if entry.script not in scripts:
                self.problem(f"no such script: {entry.script}", SCRIPTS, f"languages.{lang}.script")
                continue
            own = self.units(entry.letters, costs, f"languages.{lang}")
            spelling = make_spelling(_overridden(spelled[entry.script], own), None if entry.script == LATIN else latin)
            yield (
                lang,
                LanguageSpelling(
                    lang=lang,
                    script=entry.script,
                    signs=frozenset(entry.signs),
                    spelling=spelling,
                    guessed=None if entry.guessed is None else entry.guessed / 100,
                    looks=self.pattern(entry.looks, f"languages.{lang}.looks"),
                    called=entry.called,
                ),
            )

    def pattern(self, pattern: str, key: str) -> re.Pattern[str]:
        try:
            return re.compile(pattern)
        except re.error as error:
            self.problem(f"no pattern: {error}", SCRIPTS, key)
            return re.compile("")

    def affixes(
        self, entries: Mapping[str, AffixesEntry], scripts: Mapping[str, Script], key: str
    ) -> Iterator[Affixes]:
        for lang, entry in entries.items():
            if entry.script not in scripts:
                self.problem(f"no such script: {entry.script}", ENDINGS, f"{key}.{lang}.script")
            rules: dict[str, list[tuple[str, float]]] = {}
            listed = [(entry.endings | entry.beginnings, entry.cost)]
            if entry.dear is not None:
                listed.append((entry.dear.endings | entry.dear.beginnings, entry.dear.cost))
            for affixes, cost in listed:
                for affix, replacements in affixes.items():
                    rules.setdefault(affix, []).extend((replacement, cost / 100) for replacement in replacements)
            yield Affixes(
                lang=entry.of or lang, script=entry.script, anywhere=entry.anywhere, stem=entry.stem,
                longest_only=entry.longest_only,
                rules={affix: tuple(replacements) for affix, replacements in rules.items()},
            )  # fmt: skip

    def words(self, file: WordsFile, letters: frozenset[str]) -> NameWords:
        exact: dict[str, Translated] = {}
        beginnings: dict[str, Translated] = {}
        for entry in file.translated:
            word = Translated(id=entry.id, left_out=entry.left_out, tells_apart=entry.tells_apart)
            for form in entry.forms:
                beginning = fold(form, letters)
                kept = (beginnings if form.endswith("*") else exact).setdefault(beginning, word)
                if kept is not word:
                    self.problem(f"{form} already says {kept.id}", WORDS, f"translated.{entry.id}")
        longest_first = sorted(beginnings.items(), key=lambda item: -len(item[0]))
        return NameWords(
            titles=frozenset(fold(title, letters) for title in file.titles),
            particles=frozenset(fold(particle, letters) for particle in file.particles),
            written_apart={
                fold(beginning, letters): fold(entry.word, letters)
                for entry in file.written_apart
                for beginning in entry.beginnings
            },
            family_first=frozenset(fold(name, letters) for name in file.family_first.names),
            together={fold(word, letters): instead for word, instead in file.written_together.last.items()},
            behind_particle=frozenset(fold(word, letters) for word in file.written_together.behind_particle),
            not_apart=tuple(fold(word, letters) for entry in file.written_apart for word in entry.but),
            patronymic_endings=tuple(fold(ending, letters) for ending in file.patronymics.endings),
            beside_patronymic=frozenset(fold(word, letters) for word in file.patronymics.beside),
            of_women=tuple(fold(ending, letters) for ending in file.surnames_of.women),
            of_men=tuple(fold(ending, letters) for ending in file.surnames_of.men),
            translated=exact,
            translated_beginnings=tuple(longest_first),
            same_thing=_by_phrase(file.same_thing, letters),
            same_name=_by_phrase(file.same_name, letters),
            spellings=tuple(tuple(fold(word, letters) for word in group) for group in file.same_name),
        )


def _overridden(of_script: Units, own: Units) -> Units:
    """Return a script's letters with a language's own; longer groups that begin with one of those give way."""
    begun = tuple(key.strip("^$") for key in own)
    return {**{key: sounds for key, sounds in of_script.items() if not key.strip("^$").startswith(begun)}, **own}


def _by_phrase(groups: Iterable[Iterable[str]], letters: frozenset[str]) -> Mapping[str, frozenset[int]]:
    numbers: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for phrase in group:
            numbers.setdefault(" ".join(fold(word, letters) for word in phrase.split()), set()).add(number)
    return {phrase: frozenset(found) for phrase, found in numbers.items()}
