"""Whom a name that a user gives means, among those whom a record knows."""

from collections.abc import Callable
from functools import cache

from anyascii import anyascii

from goodoffices.engine.names import score_names
from goodoffices.engine.spellings import english_names
from goodoffices.errors import UsageError
from goodoffices.record.view import View
from goodoffices.resolving.names import SAME_NAME

_SUGGESTED = 5


def names_of_party(view: View, given: str) -> frozenset[str]:
    """Return the names under which the record has whom a name means: that very one, or all who have its words in them.

    A name that the record does not have so is looked up in the dossiers, in any language, and then compared by sound.

    Raises:
        UsageError: Nobody in the record is called so.
    """
    if view.has_party(given):
        return frozenset({given})
    names = {name: _folded(name) for name in view.party_names()}
    asked = _folded(given)
    words = set(asked.split())
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: names[name] == asked,
        lambda name: bool(words) and words <= set(names[name].split()),
        lambda name: name in _known(given),
        lambda name: score_names(given, name).score >= SAME_NAME,
    )
    for test in tests if asked else ():
        if found := frozenset(filter(test, names)):
            return found
    some = ", ".join([*names][:_SUGGESTED])
    raise UsageError("nobody in the record is called so", subject=given, hint=f"There are {some} ..." if some else "")


@cache
def _known(given: str) -> frozenset[str]:
    return english_names(given)


def _folded(name: str) -> str:
    """Return a name in small Latin letters."""
    return " ".join(anyascii(name).casefold().replace("-", " ").split())
