"""States, territories, continents and peoples."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale

from world import russian
from world.index import LANGUAGES, Index, Thing, is_acronym, slug, supplement

# Codes of CLDR that are no territories, and the world as a whole.
_NO_TERRITORY = {"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB", "001"}
_BRACKETED = re.compile(r"^(.+?) \((.+)\)$")
_STATE_RANK, _PLACE_RANK = 10, 40


@cache
def usual_names() -> dict[str, str]:
    """Return the English name that the record uses, by ISO code, for every territory of CLDR."""
    usual = supplement("states")["usual"]
    cldr = Locale("en").territories
    return {
        code: usual.get(code, cldr[code].replace("’", "'").replace("St. ", "Saint "))
        for code in sorted(cldr)
        if code not in _NO_TERRITORY and re.fullmatch(r"[A-Z]{2}|\d{3}", code)
    }


def collect(index: Index) -> None:
    """Add every state and territory with its names, and its people, in every language."""
    data = supplement("states")
    names = usual_names()
    for code, name in names.items():
        is_place = code in data["places"] or code.isdigit()
        rank = _PLACE_RANK if is_place else _STATE_RANK
        index.add(Thing(slug(name), "place" if is_place else "state", name, rank=rank))
        index.label("en", name, slug(name))
    for lang in LANGUAGES:
        _collect_names(index, lang, data)
    for lang in LANGUAGES:
        _collect_peoples(index, lang, data)


def _collect_names(index: Index, lang: str, data: dict[str, Any]) -> None:
    dropped = data["not_names"].get(lang, ())
    for code, written in _written_names(lang, data):
        if written not in dropped:
            index.label(lang, written, slug(usual_names()[code]))


def _written_names(lang: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    territories = Locale(lang).territories
    found: list[tuple[str, str]] = []
    for code in usual_names():
        if code in territories:
            bracketed = _BRACKETED.match(territories[code])
            parts = bracketed.groups() if bracketed else (territories[code],)
            # A territory has a description in the brackets, a state another name.
            found.extend((code, part) for part in (parts[:1] if code in data["places"] else parts))
        found.extend((code, name) for name in data["names"].get(lang, {}).get(code, ()))
    return found


def _collect_peoples(index: Index, lang: str, data: dict[str, Any]) -> None:
    states = {code: slug(name) for code, name in usual_names().items() if index.things[slug(name)].kind == "state"}
    listed: list[tuple[str, str, str]] = []
    for as_, table in (("people", data["peoples"]), ("adjective", data["adjectives"])):
        listed += [(code, as_, word) for code, words in table.get(lang, {}).items() for word in words]
    if lang == "en":
        listed += [(code, "people", word) for code, word in _english_demonyms()]
    listed += [(code, "adjective", word) for code, word in _language_adjectives(lang, data)]
    if lang == "ru":
        listed += russian.derived(_russian_names(data), data["derived"]["ru"])
    elif lang in data["derived"]:
        listed += [(code, "adjective", word) for code, word in _by_rule(lang, data)]
    dropped = data["not_names"].get(lang, ())
    taken = {surface.casefold() for (surface, _, form) in index.labels[lang] if form == "name"}
    for code, as_, word in listed:
        if code in states and word.casefold() not in taken and word not in dropped:
            index.label(lang, word, states[code], form="demonym", as_=as_)


def _english_demonyms() -> list[tuple[str, str]]:
    found = []
    for path in sorted(Path(str(files("countryinfo") / "data")).glob("*.json"), key=lambda path: path.name):
        country = json.loads(path.read_text(encoding="utf-8"))
        code = country["ISO"]["alpha2"]
        # Territories are called by the people of the state that they belong to.
        if code in usual_names() and code not in supplement("states")["places"]:
            found += [(code, demonym.strip()) for demonym in (country.get("demonym") or "").split(",") if demonym]
    return found


def _language_adjectives(lang: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    rule = data["language_adjectives"].get(lang)
    if rule is None:
        return []
    found = []
    languages = Locale(lang).languages
    for code, language in data["language_of"].items():
        taken = re.match(rule["take"], languages.get(language, ""))
        if taken:
            word = taken[1] + rule.get("add", "")
            found.append((code, word.lower() if rule.get("lower") else word))
    return found


def _russian_names(data: dict[str, Any]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for code, written in _written_names("ru", data):
        if is_acronym(written):
            continue
        names.setdefault(code, []).append(written)
    return names


def _by_rule(lang: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    already = set(data["adjectives"].get(lang, {}))
    territories = Locale(lang).territories
    for code in usual_names():
        word = territories.get(code, "")
        if code in already or not word or " " in word or "-" in word:
            continue
        for rule in data["derived"][lang]:
            word = re.sub(rule["when"], rule["instead"], word)
        found.append((code, word))
    return found
