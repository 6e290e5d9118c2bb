"""Who held an office on a day, by all that the dossiers know."""

from functools import cache

from goodoffices.dossier.gazetteer import english_names
from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.dossier.offices import Offices
from goodoffices.model.dates import DateInterval


def holder_of(post: str, of: str, on: DateInterval) -> str:
    """Return the English name of who held a post all through some days; empty where unknown, or where several did.

    Args:
        post: A key of `dossier.schema.POSTS`.
        of: The English name of the state or body.
    """
    offices, ids, names = _known()
    held = offices.holders(post, ids.get(of, ""), on)
    days = (on.end - on.start).days
    people = {holding.person.id for holding in held}
    if len(people) != 1 or held[0].days_in(on) < days:
        return ""
    return names[held[0].person.id]


@cache
def _known() -> tuple[Offices, dict[str, str], dict[str, str]]:
    """Return the offices, the ids of states and bodies by their English names, and the names by ids."""
    dossiers = (*(load_dossier(name) for name in dossier_names()), load_common())
    names = english_names(dossiers)
    return Offices(dossiers), {name: thing for thing, name in reversed(names.items())}, names
