"""Russian adjectives and nouns for peoples: those that its dictionary has among those that a name can give."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pymorphy3 import MorphAnalyzer


def derived(names: Mapping[str, Sequence[str]], rules: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return code, class of endings and word, for each word of the dictionary that the rules make of a name.

    Args:
        names: Names of each territory by its code.
        rules: Which endings a name loses, which suffixes it takes, and which of the words mean something else.
    """
    morph = MorphAnalyzer()
    found = []
    for code, written in names.items():
        for name in written:
            for as_, suffixes in (("adjective", rules["adjective"]), ("people", rules["people"])):
                for word in _candidates(name.lower(), rules["cut"], suffixes):
                    allowed = word not in rules["not"] and rules["only"].get(word, code) == code
                    if allowed and _is_known(morph, word, as_):
                        found.append((code, as_, word))
    return found


def _candidates(name: str, cuts: Sequence[str], suffixes: Sequence[str]) -> Iterator[str]:
    for cut in cuts:
        if name.endswith(cut):
            for suffix in suffixes:
                yield name[: len(name) - len(cut)] + suffix


def _is_known(morph: MorphAnalyzer, word: str, as_: str) -> bool:
    for parse in morph.parse(word):
        tag = parse.tag
        if not parse.is_known or "nomn" not in tag or "masc" not in tag:
            continue
        if as_ == "adjective" and "ADJF" in tag:
            return True
        is_name = any(mark in tag for mark in ("Name", "Surn", "Geox"))
        if as_ == "people" and "anim" in tag and "sing" in tag and not is_name:
            return True
    return False
