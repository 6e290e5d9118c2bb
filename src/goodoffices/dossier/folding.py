"""One folded copy of a text, as long as the text, in which names are searched.

Folding keeps every offset: each character becomes exactly one character, and what is not a letter, a digit or a
vowel sign becomes a space. Characters that a search must not see at all (stress marks, tatweel, soft hyphens) are
taken out first by `without_invisible`, which returns the way back to the original offsets.
"""

import re
import unicodedata
from functools import cache

# Stress and vowel marks, tatweel, soft hyphen, joiners, directional marks, byte-order mark.
_INVISIBLE = re.compile("[\u0300\u0301\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Languages in which these letters are letters of their own; elsewhere diacritics are dropped.
_OWN_LETTERS = {lang: frozenset("şçğöüəŞÇĞÖÜƏ") for lang in ("tr", "az")}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ک": "ك", "ۀ": "ه", "ؤ": "و"}
_CYRILLIC = {"ё": "е", "Ё": "е"}
# Text of one Turkic language quotes names in the spelling of others: dotted and dotless are one for searching.
_DOTLESS = {"İ": "i", "ı": "i"}
APOSTROPHES = frozenset("'’ʼ‘`´")


class _Table(dict[int, int]):
    """A translation table that works out each character when it first meets it."""

    def __init__(self, own_letters: frozenset[str]) -> None:
        super().__init__()
        self._own_letters = own_letters
        self._fixed = {**_ARABIC, **_CYRILLIC, **_DOTLESS}

    def __missing__(self, code: int) -> int:
        folded_code = ord(self._fold(chr(code)))
        self[code] = folded_code
        return folded_code

    def _fold(self, char: str) -> str:
        if char in self._fixed:
            return self._fixed[char]
        if unicodedata.category(char)[0] not in "LNM":
            return " "
        if char not in self._own_letters and "LATIN" in unicodedata.name(char, ""):
            char = unicodedata.normalize("NFD", char)[0]
        lowered = char.lower()
        return lowered if len(lowered) == 1 else char


@cache
def _table(lang: str) -> _Table:
    return _Table(_OWN_LETTERS.get(lang, frozenset()))


def folded(text: str, lang: str) -> str:
    """Return `text` in lower case, letters without distinctions that writers neglect, all else spaces.

    Units: as many code points as `text`, each at its own place.
    """
    return text.translate(_table(lang))


def without_invisible(text: str) -> tuple[str, list[int] | None]:
    """Return the text without marks that no reader sees, and for each remaining character its offset in `text`.

    Returns:
        The offsets have one element more than the text, its end; None where nothing was taken out.
    """
    if _INVISIBLE.search(text) is None:
        return text, None
    offsets = [at for at, char in enumerate(text) if not _INVISIBLE.match(char)]
    kept = "".join(text[at] for at in offsets)
    return kept, [*offsets, len(text)]
