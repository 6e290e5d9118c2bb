"""Blocking keys: a coarse skeleton of consonants that the spellings of one name nearly always share.

Place in the flow: who must find one name among many (a dossier's, a record's) looks it up by key and compares only what
shares one. Pure. A key proves nothing: Aliyev and Ulayev share one.

Throat sounds, breath and glides are left out, for scripts disagree on them most; each of the other sounds counts only
by where it is made.
"""

from collections.abc import Mapping
from itertools import islice, product

from goodoffices.lexicon.scripts import ScriptTables, Word

# Sound to the letter that stands for its kind. Left out: vowels, y, w, h, x and g.
_KINDS: Mapping[str, str] = {
    **dict.fromkeys("pbfv", "P"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szcSZCJ", "S"),
    "k": "K",
    "m": "M",
    "n": "N",
    "l": "L",
    "r": "R",
}
# Left out, and in another spelling hardened.
_SOMETIMES_K = "gx"
# A reading dearer than this is no reason for another key.
_DEAREST = 0.2
_MOST_KEYS = 12


def name_key(token: str, scripts: ScriptTables) -> str:
    """Return the skeleton of a word as it most likely sounds, whole: "MRSN" for Mirzoyan; empty for vowels alone.

    Contract: endings stay on ("Պաշինյանի" and "Պաշինյան" share it, for vowels do not count; "Пашиняном" does not).
    Where recall matters more than one look-up, ask `name_keys`.
    """
    word = scripts.word(token)
    sounds = word.readings[0].sounds if word.readings else ()
    return _without_doubles("".join(_KINDS.get(scripts.sounds.sounds[sound].first, "") for sound in sounds))


def name_keys(token: str, scripts: ScriptTables, lang: str = "") -> frozenset[str]:
    """Return every skeleton that a word can have: with and without its ending, as each of its letters can sound.

    Contract: the key of `name_key` is among them. Two spellings are worth comparing when their sets meet.

    Args:
        lang: Code of the language of the text around the word; empty where unknown.
    """
    return frozenset({name_key(token, scripts), *_keys(scripts.word(token, lang), scripts)})


def _keys(word: Word, scripts: ScriptTables) -> set[str]:
    keys: set[str] = set()
    for reading in word.readings:
        choices = [_kinds(sound, scripts) for sound in reading.sounds]
        keys.update(_without_doubles("".join(kinds)) for kinds in islice(product(*choices), _MOST_KEYS))
    return keys


def _kinds(number: int, scripts: ScriptTables) -> tuple[str, ...]:
    """Return the kinds that one sound can be of, the likeliest first; an empty one where it can be left out."""
    readings = scripts.sounds.sounds[number].readings
    likely = "".join(phoneme for phoneme, cost in readings if cost <= _DEAREST)
    kinds = [_KINDS.get(phoneme, "") for phoneme in likely]
    return tuple(dict.fromkeys([*kinds, *("K" for phoneme in likely if phoneme in _SOMETIMES_K)]))


def _without_doubles(key: str) -> str:
    return "".join(letter for at, letter in enumerate(key) if at == 0 or key[at - 1] != letter)
