"""Which places a name means, among those of a record; and where they lie, for whoever draws them."""

from collections.abc import Mapping

from anyascii import anyascii

from goodoffices.dossier.coordinates import load_coordinates
from goodoffices.engine.spellings import english_names_of_places
from goodoffices.errors import UsageError
from goodoffices.record.view import View

_SUGGESTED = 5


def names_of_place(view: View, given: str) -> frozenset[str]:
    """Return the names under which the record has the place or the state that a name means, in any language.

    Raises:
        UsageError: No act happened in a place that is called so.
    """
    names = {name: _folded(name) for name in view.place_names()}
    asked = _folded(given)
    found = {name for name, folded in names.items() if folded == asked} or english_names_of_places(given) & set(names)
    if not found:
        found = {name for name, folded in names.items() if asked and asked in folded}
    if not found:
        some = ", ".join([*names][:_SUGGESTED])
        hint = f"There are {some} ..." if some else ""
        raise UsageError("no place in the record is called so", subject=given, hint=hint)
    return frozenset(found)


def _folded(name: str) -> str:
    return " ".join(anyascii(name).casefold().replace("-", " ").split())


def position_of(place: str) -> tuple[float, float] | None:
    """Return longitude and latitude, in degrees, of a city or village; None where they are not known.

    Args:
        place: Its usual English name.
    """
    return load_coordinates().places.get(place)


def numbers_of_states() -> Mapping[str, str]:
    """Return the three digits by which ISO 3166 numbers each state, by its usual English name."""
    return load_coordinates().states
