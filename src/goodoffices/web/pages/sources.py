"""Who reports: each outlet with how much, in which languages, how often first, how often alone."""

from dataclasses import dataclass, replace

from goodoffices.record.view import View
from goodoffices.views.sources import Source, sources
from goodoffices.web.asked import Choices, Filter, recent, select

MOST_ACTS = 200
"""So many are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """All outlets, those with most reports first."""

    title: str
    asked: Filter
    choices: Choices
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
    sources: tuple[Source, ...]


def sources_page(view: View, asked: Filter) -> SourcesPage:
    """Return the outlets that report of what a filter asks for."""
    selection, choices = select(view, replace(asked, kind=""))
    selection, since = recent(view, selection, MOST_ACTS) if selection is not None else (None, "")
    found = sources(view, selection) if selection is not None else ()
    if asked.lang:
        found = tuple(source for source in found if asked.lang in dict(source.langs))
    return SourcesPage(title="Sources", asked=asked, choices=choices, only_since=since, sources=found)
