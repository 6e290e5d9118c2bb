"""Reads `_shared/romanisation.yml` and `_shared/name_spellings.yml` into tables for `romanise`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
import yaml

from goodoffices.errors import LexiconError
from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.scripts_schema import Entry
from goodoffices.lexicon.spelling import fold

T = TypeVar("T")
ROMANISATION, SPELLINGS = "romanisation.yml", "name_spellings.yml"


class NameExample(Entry, frozen=True):
    """A name with what it must become."""

    name: str
    english: str


class Article(Entry, frozen=True):
    """An article that is written in one word with the name."""

    written: str
    english: str
    # The word after which the article is left out of the English name, and what it becomes itself: "servant of".
    servant: str
    servant_of: str


class LanguageEntry(Entry, frozen=True):
    """romanisation.yml, languages."""

    script: str
    letters: dict[str, str]
    names: dict[str, str]
    examples: list[NameExample]
    guessed: str = ""
    has_capitals: bool = True
    article: Article | None = None


class RomanisationFile(Entry, frozen=True):
    """romanisation.yml."""

    source: str
    default_by_script: dict[str, str]
    languages: dict[str, LanguageEntry]


class SpellingsFile(Entry, frozen=True):
    """name_spellings.yml: words of a language with their commonest English spelling, folded."""

    source: str
    languages: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Romanisation:
    """How one language's names are spelt in English."""

    script: str
    letters: Mapping[str, str]
    # Words and rows of words, folded.
    names: Mapping[str, str]
    has_capitals: bool
    # The vowel put where the script leaves one out; empty where it writes all.
    guessed: str
    article: Article | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Romanisations:
    """All languages' tables."""

    languages: Mapping[str, Romanisation]
    default_by_script: Mapping[str, str]
    # Letters whose marks stay on when a word is folded.
    letters: frozenset[str]

    def table(self, name: str, lang: str) -> Romanisation | None:
        """Return the table for a name; None where it stays as it is, or no table knows its script."""
        script = load_scripts().script_of(name).name
        asked = self.languages.get(lang)
        if asked is not None and asked.script == script:
            return asked
        return self.languages.get(self.default_by_script.get(script, ""))


@cache
def load_romanisations() -> Romanisations:
    """Return the tables that come with the package, read once.

    Raises:
        LexiconError: The files are wrong; every problem is listed.
    """
    return load_romanisations_from(resources.files("goodoffices.lexicon") / "data" / "_shared")


def load_romanisations_from(folder: Traversable) -> Romanisations:
    """Return the tables that the two files of a folder make, fresh.

    Raises:
        LexiconError: The files are wrong; every problem is listed.
    """
    problems: list[str] = []
    file = _read(folder, ROMANISATION, RomanisationFile, problems)
    spellings = _read(folder, SPELLINGS, SpellingsFile, problems)
    if file is not None and spellings is not None:
        problems += _unknown(file, spellings)
    if file is None or spellings is None or problems:
        raise LexiconError(problems, subject="romanisation")
    letters = frozenset("".join(letter for entry in file.languages.values() for letter in entry.letters)) - set("^+$")
    languages = {}
    for lang, entry in file.languages.items():
        names = {_folded(name, letters): english for name, english in entry.names.items()}
        languages[lang] = Romanisation(
            script=entry.script,
            letters=entry.letters,
            names={**spellings.languages.get(lang, {}), **names},
            has_capitals=entry.has_capitals,
            guessed=entry.guessed,
            article=entry.article,
        )
    return Romanisations(languages=languages, default_by_script=file.default_by_script, letters=letters)


def _read(folder: Traversable, name: str, shape: type[T], problems: list[str]) -> T | None:
    try:
        return msgspec.convert(yaml.load((folder / name).read_text("utf-8"), Loader=yaml.CSafeLoader), shape)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        problems.append(f"{' '.join(str(error).split())} @ {name}: the file")
        return None


def _unknown(file: RomanisationFile, spellings: SpellingsFile) -> list[str]:
    known = file.languages.keys()
    return [
        *(f"no such language: {lang} @ {ROMANISATION}: default_by_script.{script}"
          for script, lang in file.default_by_script.items() if lang not in known),
        *(f"no such language @ {SPELLINGS}: languages.{lang}" for lang in spellings.languages if lang not in known),
        *(f"no such script: {entry.script} @ {ROMANISATION}: languages.{lang}.script"
          for lang, entry in file.languages.items() if entry.script not in load_scripts().scripts),
        *(f"a letter, or a group of letters, is wanted @ {ROMANISATION}: languages.{lang}.letters.{key}"
          for lang, entry in file.languages.items() for key in entry.letters if not key.strip("^+$")),
    ]  # fmt: skip


def _folded(name: str, letters: frozenset[str]) -> str:
    return " ".join(fold(word, letters) for word in name.split())
