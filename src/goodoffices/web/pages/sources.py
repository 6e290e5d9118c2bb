"""Who reports: each outlet with how much, in which languages, how often first, how often alone."""

from dataclasses import dataclass, replace

from goodoffices.record.view import View
from goodoffices.views.sources import Source, sources
from goodoffices.web.asked import Choices, Filter, select


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """All outlets, those with most reports first."""

    title: str
    asked: Filter
    choices: Choices
    sources: tuple[Source, ...]


def sources_page(view: View, asked: Filter) -> SourcesPage:
    """Return the outlets that report of what a filter asks for."""
    selection, choices = select(view, replace(asked, kind=""))
    found = sources(view, selection) if selection is not None else ()
    if asked.lang:
        found = tuple(source for source in found if asked.lang in dict(source.langs))
    return SourcesPage(title="Sources", asked=asked, choices=choices, sources=found)
