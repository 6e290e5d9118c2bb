"""quotation.yml read and checked: every problem of the file is told at once, with its key."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable

import msgspec
import yaml

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.load import data_folder, fold_values, folds_of
from goodoffices.lexicon.plain_yaml import PlainLoader
from goodoffices.lexicon.quotation_schema import Example, Group, Marks, Phrase, Quotation, Words
from goodoffices.lexicon.quotation_tables import QuotationTables, build_tables

__all__ = ["QuotationTables", "load_quotation", "load_quotation_from", "quotation_languages"]

FILE = "quotation.yml"
_LISTS = {"marks": Marks, "verbs": Group, "nouns": Group, "phrases": Phrase, "examples": Example}
"""The parts of the file that are lists, with the shape of an entry."""


def quotation_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a quotation.yml, sorted."""
    return tuple(sorted(folder.name for folder in data_folder().iterdir() if (folder / FILE).is_file()))


@cache
def load_quotation(lang: str) -> QuotationTables:
    """Return a language's tables of reported speech.

    Raises:
        UnsupportedLanguage: The language has no quotation.yml.
        LexiconError: The file is wrong; every problem is listed.
    """
    folder = data_folder() / lang
    if not (folder / FILE).is_file():
        raise UnsupportedLanguage(f"there are no words of reported speech for the language {lang!r}")
    return load_quotation_from(folder, lang)


def load_quotation_from(folder: Traversable, lang: str) -> QuotationTables:
    """Return the tables that a folder's quotation.yml makes.

    Raises:
        LexiconError: The file is wrong; every problem is listed.
    """
    value = _value(folder, lang)
    problems = list(_misshapen(value))
    if not problems:
        problems = list(_problems(msgspec.convert(value, Quotation)))
    if problems:
        raise LexiconError([f"{problem} @ {FILE}: {key}" for problem, key in problems], subject=lang)
    return build_tables(msgspec.convert(fold_values(value, folds_of(folder)), Quotation), lang)


def _value(folder: Traversable, lang: str) -> dict[str, object]:
    try:
        value = yaml.load((folder / FILE).read_text("utf-8"), Loader=PlainLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError([f"{' '.join(str(error).split())} @ {FILE}: the file"], subject=lang) from error
    if not isinstance(value, dict):
        raise LexiconError([f"the file holds no keys @ {FILE}: the file"], subject=lang)
    return value


def _misshapen(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what has not the shape of the schema: each entry of each list for itself, then what is left."""
    rest = dict(value)
    for name, shape in _LISTS.items():
        entries = rest.pop(name, None)
        rest[name] = []
        if not isinstance(entries, list):
            if entries is not None:
                yield "a list is wanted", name
            continue
        for number, entry in enumerate(entries):
            yield from _mismatch(entry, shape, f"{name}[{number}]")
    words = value.get("words")
    if isinstance(words, dict):
        rest["words"] = {}
        for name, forms in words.items():
            yield from _mismatch({name: forms}, Words, f"words.{name}")
    yield from _mismatch(rest, Quotation, "the file")


def _mismatch(value: object, shape: type, key: str) -> Iterator[tuple[str, str]]:
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        yield str(error), key


def _problems(data: Quotation) -> Iterator[tuple[str, str]]:
    for name, groups in (("verbs", data.verbs), ("nouns", data.nouns)):
        yield from _group_problems(name, groups)
    for number, phrase in enumerate(data.phrases):
        if not phrase.say or not all(say.strip() for say in phrase.say):
            yield "a phrase needs words", f"phrases[{number}]"
    for number, marks in enumerate(data.marks):
        if not marks.open or not marks.close:
            yield "a quotation mark is not empty", f"marks[{number}]"
    if not data.examples:
        yield "a language needs examples that it reads", "examples"


def _group_problems(name: str, groups: list[Group]) -> Iterator[tuple[str, str]]:
    seen: dict[tuple[str, str], int] = {}
    for number, group in enumerate(groups):
        key = f"{name}[{number}]"
        if {"with", "in"} & set(group.takes) and not group.opened_by:
            yield "the frames 'with' and 'in' need words in opened_by", key
        if not group.words or not group.takes:
            yield "a group needs words, and frames that they take", key
        for word in group.words:
            if word != word.lower().strip() or not word:
                yield f"words stand in lower case: {word!r}", key
            for frame in group.takes:
                known = seen.setdefault((word, frame), number)
                if known != number and frame != "with" and "in" not in (*group.takes, *groups[known].takes):
                    yield f"{word!r} takes {frame!r} in {name}[{known}] too", key
