"""From the form of a person's name in a text back to its nominative.

Place in the flow: the reader puts an unknown person's name into the nominative before it is romanised. The grammar is
`_shared/nominatives.yml`. Pure. Where the words of a name cannot be made to agree in case and gender, it stays as it
is: a wrong name is worse than a declined one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec
import pymorphy3
import yaml

from goodoffices.errors import LexiconError
from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.name_words import NameWords
from goodoffices.lexicon.scripts_schema import Declension, Nominatives, NominativesFile

NOMINATIVES = "nominatives.yml"
# The language whose given names a dictionary is asked about.
_WITH_DICTIONARY = "ru"
_NOMINATIVE = "nom"
# The order in which a name that could be several forms is understood: that all its words can be one oblique case is
# seldom chance. A man's genitive so goes before a woman's nominative of the same letters, unless the given name is
# known for a woman's.
_CASES = ("ins", "gen", "dat", "acc", "loc", _NOMINATIVE)


@dataclass(frozen=True, slots=True)
class _Analysis:
    """One way in which a word's form can be understood."""

    case: str
    gender: str
    name: str
    is_declined: bool = True


def nominative(name: str, lang: str) -> str:
    """Return a person's name in the nominative, as far as its language's table tells it.

    Args:
        name: One name of one or more words, given name first.
        lang: Code of its text's language; a name in a language without a table comes back as it is.

    Example:
        «Рустема Умерова» (ru): «Рустем Умеров». «Анн Линде» (ru) stays.
    """
    table = load_nominatives().get(lang)
    if table is None or not name.strip():
        return name
    for pattern, instead in table.last_word:
        changed, count = re.subn(pattern, instead, name, count=1)
        if count:
            return changed
    return _agreeing(name, table, lang) if table.declensions else name


@cache
def load_nominatives() -> Mapping[str, Nominatives]:
    """Return the tables that come with the package by language, read once.

    Raises:
        LexiconError: The file is wrong; every problem is listed.
    """
    return load_nominatives_from(resources.files("goodoffices.lexicon") / "data" / "_shared")


def load_nominatives_from(folder: Traversable) -> Mapping[str, Nominatives]:
    """Return the tables of a folder's file by language, fresh.

    Raises:
        LexiconError: The file is wrong; every problem is listed.
    """
    try:
        file = msgspec.convert(
            yaml.load((folder / NOMINATIVES).read_text("utf-8"), Loader=yaml.CSafeLoader), NominativesFile
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise LexiconError([f"{' '.join(str(error).split())} @ {NOMINATIVES}: the file"]) from error
    problems = [problem for lang, table in file.languages.items() for problem in _problems(lang, table)]
    if problems:
        raise LexiconError(problems, subject="nominatives")
    return file.languages


def _problems(lang: str, table: Nominatives) -> Iterator[str]:
    for at, declension in enumerate(table.declensions):
        unknown = declension.cases.keys() - set(_CASES)
        if unknown:
            yield f"no such case: {', '.join(sorted(unknown))} @ {NOMINATIVES}: {lang}.declensions[{at}]"
    patterns = [
        table.undeclined,
        table.undeclined_first,
        table.undeclined_women,
        table.surely_declined,
        *(pattern for pattern, _ in table.last_word),
    ]
    patterns += [pattern for declension in table.declensions for pattern in (declension.when, declension.but)]
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"not a pattern: {pattern} ({error}) @ {NOMINATIVES}: {lang}"


def _agreeing(name: str, table: Nominatives, lang: str) -> str:
    words = name.split()
    analysed = [_analyses(word, at, words, table, lang) for at, word in enumerate(words)]
    shared = set.intersection(*({(each.case, each.gender) for each in found} for found in analysed))
    if not shared:
        # A foreign given name may stay undeclined before a declined surname.
        last = {(each.case, each.gender) for each in analysed[-1]}
        analysed = [_unchanged(word, last) for word in words[:-1]] + [analysed[-1]]
        shared = last if len(words) > 1 else set()
    if not shared:
        return name
    if len(words) == 1 and not re.search(table.surely_declined, name.lower()):
        return name
    is_woman = any(each.name.lower() in table.women for each in analysed[0])
    ways = [
        [next(each for each in found if (each.case, each.gender) == way) for found in analysed]
        for way in sorted(shared)
    ]
    return " ".join(each.name for each in min(ways, key=lambda way: _preference(way, is_woman=is_woman)))


def _preference(way: Sequence[_Analysis], *, is_woman: bool) -> tuple[bool, int, int]:
    """Return what sorts the likelier way first: of the known gender, with the most words declined, in likelier case."""
    undeclined = sum(not each.is_declined for each in way)
    return (way[0].gender == "f") != is_woman, undeclined, _CASES.index(way[0].case)


def _unchanged(word: str, possible: set[tuple[str, str]]) -> list[_Analysis]:
    return [_Analysis(case, gender, word, is_declined=False) for case, gender in sorted(possible)]


def _analyses(word: str, at: int, words: Sequence[str], table: Nominatives, lang: str) -> list[_Analysis]:
    """Return every way in which a word of a name can be understood; the last of several words is the surname."""
    everywhere = {(case, gender) for case in _CASES for gender in "mf"}
    if _stays(word, load_scripts().words):
        return _unchanged(word, everywhere)
    first, hyphen, declined = word.rpartition("-")
    part = "given" if at < len(words) - 1 else "surname"
    found = list(_declined(declined, part, table))
    if table.undeclined_first and re.search(table.undeclined_first, declined.lower()):
        found = _unchanged(declined, everywhere)
    elif re.search(table.undeclined, declined.lower()):
        found += _unchanged(declined, everywhere)
    if part == "surname" and re.search(table.undeclined_women, declined.lower()):
        found += [_Analysis(case, "f", declined, is_declined=False) for case in _CASES]
    if part == "given":
        found = _of_known_gender(found, table, lang)
    return [replace(each, name=f"{first}{hyphen}{each.name}") for each in found]


def _stays(word: str, words: NameWords) -> bool:
    """Return whether a word is declined in no name: a particle, or a first half such as "Абдель"."""
    folded = word.lower()
    return folded in words.particles or folded in words.written_apart or folded.endswith(".")


def _declined(word: str, part: str, table: Nominatives) -> Iterator[_Analysis]:
    for declension in table.declensions:
        if part not in declension.of:
            continue
        endings = [(_NOMINATIVE, declension.ends)]
        endings += [(case, ending) for case, found in declension.cases.items() for ending in found]
        for case, ending in endings:
            stem = word.removesuffix(ending)
            if len(stem) + len(ending) != len(word):
                continue
            name = stem + declension.ends
            if re.search(declension.when, name.lower()) and not _is_kept_out(declension, name):
                for gender in declension.gender:
                    yield _Analysis(case, gender, name)
                    if case == "gen" and gender == "m":
                        yield _Analysis("acc", gender, name)


def _is_kept_out(declension: Declension, name: str) -> bool:
    return bool(declension.but and re.search(declension.but, name.lower()))


def _of_known_gender(found: Sequence[_Analysis], table: Nominatives, lang: str) -> list[_Analysis]:
    """Return the analyses that agree with what is known of the given name; all of them where nothing is."""
    known = [each for each in found if _gender(each.name, table, lang) == each.gender]
    # A name that is known for a man's is no woman's of the same letters with another ending.
    strangers = [each for each in found if not _gender(each.name, table, lang)]
    return known or strangers or list(found)


def _gender(name: str, table: Nominatives, lang: str) -> str:
    folded = name.lower()
    if folded in table.women:
        return "f"
    if folded in table.men:
        return "m"
    return _gender_in_dictionary(folded) if lang == _WITH_DICTIONARY else ""


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def _gender_in_dictionary(name: str) -> str:
    """Return "m" or "f" for a given name that the dictionary has in the nominative; empty for any other word."""
    for parse in _dictionary().parse(name):
        if parse.is_known and {"Name", "nomn", "sing"} in parse.tag:
            return "f" if "femn" in parse.tag else "m"
    return ""
