"""The gazetteer of one language: world knowledge and, where one is given, a dossier, ready for finding.

Reading asks it for namings and issue cues; resolving asks who held which post. Deterministic, read-only, safe to share.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from goodoffices.dossier.endings import load_paradigms
from goodoffices.dossier.entry import Cue, Entry, EntryKind, Naming
from goodoffices.dossier.label import Label
from goodoffices.dossier.matcher import Matcher
from goodoffices.dossier.world import load_world
from goodoffices.model.dates import DateInterval

class Gazetteer:
    """What can be named in texts of one language. Made by `load_gazetteer`."""

    def __init__(self, lang: str, labels: Sequence[Label]) -> None:
        self.lang = lang
        paradigms = load_paradigms(lang)
        self._matcher = Matcher(
            (pattern for label in labels for pattern in paradigms.patterns(label)),
            lang=lang,
            is_prefixing=paradigms.prefixes is not None,
            not_names=paradigms.not_names,
            shouted=paradigms.shouted,
        )
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


@cache
def load_gazetteer(lang: str) -> Gazetteer:
    """Return the gazetteer of a language on world knowledge; the same object every time."""
    return Gazetteer(lang, list(load_world().labels(lang)))
