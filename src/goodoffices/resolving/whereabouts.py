"""In which state a place lies, by world knowledge."""

import re
from functools import cache

from goodoffices.dossier.entry import EntryKind
from goodoffices.dossier.world import load_world

_NOT_OF_AN_ID = re.compile(r"\W+")


@cache
def country_of(place: str) -> str:
    """Return the English name of the state in which a place lies; of a state itself; empty where it is not known.

    Args:
        place: Its usual English name.
    """
    world = load_world()
    thing = world.thing(_NOT_OF_AN_ID.sub("_", place.casefold()))
    if thing is None or thing.name != place:
        return ""
    return thing.name if thing.kind is EntryKind.STATE else world.name_of(thing.country)
