"""Names in any script as English newspapers spell them: for people whom no dossier knows.

Place in the flow: the reader names people by it. The tables are `_shared/romanisation.yml`, with spellings counted in
use in `_shared/name_spellings.yml`. Pure. Vowels that a script does not write are guessed; nothing here knows who the
person is, so a dossier's name for somebody always goes first. `nominative` is offered here too: the two go together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from anyascii import anyascii

from goodoffices.lexicon.load_romanisation import Romanisation, Romanisations, load_romanisations
from goodoffices.lexicon.nominative import nominative
from goodoffices.lexicon.spelling import fold

__all__ = ["nominative", "romanise", "romanise_by_rule"]

_WORD = re.compile(r"[\w'’ʼ`׳״ـ\u200c\u0300-\u036f\u0591-\u05c7\u064b-\u0652]+")
_VOWELS = frozenset("aeiou")
# Stands in the tables for a consonant that English does not write.
_UNWRITTEN = "%"
_SHORTEST_NAME = 3
# Rows of words that are spelt as one have at most this many.
_LONGEST_ROW = 2
_MARKS = re.compile("[\u064b-\u0652\u0640\u200c\u200d\u200e\u200f]")


def romanise(name: str, lang: str) -> str:
    """Return a name in Latin letters, as English newspapers would spell it.

    A name in Latin letters stays as it is written, but for languages whose letters English changes (Azerbaijani).
    Words of a script without capitals begin with one. What is no word stays: hyphens, commas, quotation marks.

    Args:
        name: One name, in the nominative (see `nominative`).
        lang: Code of its text's language; where its script is not that language's, or it is empty, the script decides.

    Example:
        Рустем Умеров (ru): Rustem Umerov. عبد الفتاح البرهان (ar): Abdel Fattah al-Burhan.
    """
    tables = load_romanisations()
    table = tables.table(name, lang)
    if table is None:
        return name if name.isascii() or _is_latin(name) else _plainly(name)
    return _spelled(name, table, tables)


def _is_latin(name: str) -> bool:
    return all(not letter.isalpha() or ord(letter) < 0x250 for letter in name)


def _plainly(name: str) -> str:
    letters = "".join(letter for letter in anyascii(name) if letter.isalpha() or letter in " -")
    return " ".join(_capitalised(word) for word in letters.split())


def _spelled(name: str, table: Romanisation, tables: Romanisations) -> str:
    words = list(_WORD.finditer(name))
    spelled, at, index = [], 0, 0
    while index < len(words):
        count, english = _row(words, index, table, tables)
        spelled += [name[at : words[index].start()], english]
        at = words[index + count - 1].end()
        index += count
    return "".join([*spelled, name[at:]])


def _row(words: Sequence[re.Match[str]], index: int, table: Romanisation, tables: Romanisations) -> tuple[int, str]:
    """Return how many words from `index` on are spelt together, mostly one, and how."""
    for count in range(min(_LONGEST_ROW, len(words) - index), 1, -1):
        row = " ".join(_plain(word[0]) for word in words[index : index + count])
        if row in table.names:
            return count, table.names[row]
    word, article = _plain(words[index][0]), table.article
    if article is None:
        return 1, _word(words[index][0], table, tables)
    before = _plain(words[index - 1][0]) if index else ""
    after = _plain(words[index + 1][0]) if index + 1 < len(words) else ""
    if word == article.servant and after.startswith(article.written):
        return 1, article.servant_of
    if word.startswith(article.written) and len(word) > len(article.written) + 1 and word not in table.names:
        bare = _word(word.removeprefix(article.written), table, tables)
        return 1, bare if before == article.servant else article.english + bare
    return 1, _word(words[index][0], table, tables)


def _plain(word: str) -> str:
    return _MARKS.sub("", word)


def _word(word: str, table: Romanisation, tables: Romanisations) -> str:
    folded = fold(word, tables.letters)
    custom = table.names.get(folded) or table.names.get(_plain(word))
    if custom is not None:
        # What is spelt small by custom ("bin", "von") stays small, unless it is written with a capital.
        return _capitalised(custom) if table.has_capitals and word[0].isupper() else custom
    if table.guessed:
        joined = _two_names(folded, table.names) or "".join(_guessed(table, _pieces(folded, table)))
        return _capitalised(joined)
    english = "".join(_pieces(folded, table))
    return english if table.has_capitals and word[0].islower() else _capitalised(english)


def romanise_by_rule(word: str, lang: str) -> str:
    """Return one word of a name as the letters' rules alone spell it, custom left aside.

    Raises:
        KeyError: No table is there for the language.
    """
    tables = load_romanisations()
    table = replace(tables.languages[lang], names={})
    return _word(word, table, tables)


def _capitalised(english: str) -> str:
    return english[:1].upper() + english[1:]


def _two_names(word: str, names: Mapping[str, str]) -> str:
    """Return two names that are written in one word; empty where the word is not that."""
    splits = ((word[:at], word[at:]) for at in range(_SHORTEST_NAME, len(word) - _SHORTEST_NAME + 1))
    return next((f"{names[one]} {names[two]}" for one, two in splits if one in names and two in names), "")


def _pieces(word: str, table: Romanisation) -> Iterator[str]:
    """Yield what each letter or group of letters of a folded word is in English."""
    at, after_vowel = 0, False
    while at < len(word):
        piece, length = _piece(word, at, table.letters, after_vowel=after_vowel)
        yield piece
        after_vowel = piece[-1:] in _VOWELS if piece else after_vowel
        at += length


def _piece(word: str, at: int, letters: Mapping[str, str], *, after_vowel: bool) -> tuple[str, int]:
    for length in range(min(6, len(word) - at), 0, -1):
        unit = word[at : at + length]
        keys = [f"{unit}$"] if at + length == len(word) else []
        keys += [f"^{unit}"] if at == 0 else [f"+{unit}"] if after_vowel else []
        for key in (*keys, unit):
            if key in letters:
                return letters[key], length
    return fold(anyascii(word[at]), frozenset()), 1


def _guessed(table: Romanisation, pieces: Iterator[str]) -> Iterator[str]:
    """Yield the pieces with the guessed vowel wherever a syllable lacks one."""
    kept = [piece for piece in pieces if piece]
    open_consonants = 0
    for at, piece in enumerate(kept):
        if piece[0] in _VOWELS:
            open_consonants = 0
        else:
            # One consonant closes the syllable before and one opens the next; a first or a last pair needs a vowel.
            is_last = at == len(kept) - 1
            if open_consonants and (open_consonants == at or open_consonants >= 2 or is_last):
                yield table.guessed
                open_consonants = 0
            open_consonants += 1
        if piece != _UNWRITTEN:
            yield piece
        if piece[-1] in _VOWELS:
            open_consonants = 0
