"""Names in reports that are other spellings of people whom dossiers or world knowledge list."""

from collections.abc import Iterator
from functools import cache, lru_cache

from goodoffices.dossier.gazetteer import english_names
from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.skeleton import name_keys
from goodoffices.resolving.bearers import SURE
from goodoffices.resolving.names import compare_names

_FEWEST_SHARED = 2
_CACHED_NAMES = 20_000


@lru_cache(maxsize=_CACHED_NAMES)
def listed_name(name: str, side: str) -> str:
    """Return the usual name of the listed person whose name this is in another spelling; empty where there is none.

    Contract: spelling alone never decides. The person must have held an office of the very state or body for which the
    report says that the bearer speaks, and be the only such one.

    Args:
        name: A full name, in Latin letters.
        side: English name of the state or body; empty gives nobody.
    """
    scripts = load_scripts()
    keys = _keys(name)
    alike = {
        person
        for person in _people().get(side, ())
        if len(_keys(person) & keys) >= _FEWEST_SHARED and compare_names(name, person, scripts=scripts).score >= SURE
    }
    return alike.pop() if len(alike) == 1 else ""


@cache
def _people() -> dict[str, frozenset[str]]:
    """Return the names of listed people by the English name of each state or body whose office they held."""
    held: dict[str, set[str]] = {}
    for side, name in _offices():
        held.setdefault(side, set()).add(name)
    return {side: frozenset(names) for side, names in held.items()}


def _offices() -> Iterator[tuple[str, str]]:
    common = load_common()
    for dossier in (*map(load_dossier, dossier_names()), common):
        names = english_names([dossier, common])
        for person in dossier.people:
            yield from ((names[tenure.of], person.name) for tenure in person.offices if tenure.of in names)


@lru_cache(maxsize=_CACHED_NAMES)
def _keys(name: str) -> frozenset[str]:
    scripts = load_scripts()
    return frozenset[str]().union(*(name_keys(word, scripts) for word in name.split())) - {""}
