"""The timeline on a page of its own, with a filter."""

from dataclasses import dataclass

from goodoffices.record.view import View
from goodoffices.web.asked import Choices, Filter, select
from goodoffices.web.pages.timeline import Timeline, timeline_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """A timeline."""

    title: str
    asked: Filter
    choices: Choices
    lanes: str
    # None where nothing with a day is found.
    timeline: Timeline | None


def timeline_page(view: View, asked: Filter, *, lanes: str) -> TimelinePage:
    """Return the timeline of what a filter asks for."""
    selection, choices = select(view, asked)
    found = timeline_of(view, selection, lanes=lanes, today=view.last_publication()) if selection is not None else None
    return TimelinePage(title="Timeline", asked=asked, choices=choices, lanes=lanes, timeline=found)
