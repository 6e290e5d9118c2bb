"""The gazetteer of one language: world knowledge and, where one is given, a dossier, ready for finding.

Reading asks it for namings and issue cues; resolving asks who held which post. Deterministic, read-only, safe to share.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from goodoffices.dossier.entry import Cue, Entry, EntryKind, Naming
from goodoffices.dossier.label import Inflection, Label
from goodoffices.dossier.matcher import Case, Matcher, Pattern
from goodoffices.dossier.world import load_world
from goodoffices.model.dates import DateInterval

_ACRONYM_CHARS = 5


class Gazetteer:
    """What can be named in texts of one language. Made by `load_gazetteer`."""

    def __init__(self, lang: str, labels: Sequence[Label]) -> None:
        self.lang = lang
        self._matcher = Matcher(_patterns(labels), lang=lang)
        self._by_id = {label.entry.id: label.entry for label in reversed(labels)}

    def find(self, text: str) -> list[Naming]:
        """Return the namings of a text, in its order, none overlapping another.

        Units: spans count code points of `text`.
        """
        return self._matcher.find(text)

    def find_cues(self, text: str) -> list[Cue]:
        """Return the words of a text that point at issues of the agenda, in its order."""
        return []

    def entry(self, thing: str) -> Entry | None:
        """Return an entry of the thing of that id, or None."""
        return self._by_id.get(thing)

    def person_by_name(self, text: str, *, on: dt.date | None = None) -> list[Entry]:
        """Return the people whom a name as written can mean; those in office on that day first."""
        return [entry for naming in self.find(text) if naming.span.end - naming.span.start == len(text)
                for entry in naming.entries if entry.kind is EntryKind.PERSON]  # fmt: skip

    def holder_of(self, post: str, of: str, *, on: dt.date | DateInterval) -> Entry | None:
        """Return who held a post of a state or body on a day, or through most of an interval; None where unknown.

        Args:
            of: Id or usual English name.
        """
        return None


def _patterns(labels: Sequence[Label]) -> Iterator[Pattern]:
    endings = {"": frozenset[str](), "'s": frozenset({"possessive"}), "'": frozenset({"possessive"})}
    plural = {**endings, "s": frozenset({"plural", "people"})}
    for label in labels:
        is_acronym = label.surface.isupper() and len(label.surface) <= _ACRONYM_CHARS
        yield Pattern(
            stem=label.surface,
            entry=label.entry,
            endings=plural if label.inflection is Inflection.PEOPLE else endings,
            case=Case.EXACT if is_acronym else Case.CAPITAL,
            rank=label.rank,
        )


@cache
def load_gazetteer(lang: str) -> Gazetteer:
    """Return the gazetteer of a language on world knowledge; the same object every time."""
    return Gazetteer(lang, list(load_world().labels(lang)))
