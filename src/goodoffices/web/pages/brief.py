"""A brief of a period, of some parties, on some issues."""

from dataclasses import dataclass, replace

from goodoffices.exports.brief_formats import BRIEF_FORMATS
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.brief import Brief, build_brief
from goodoffices.web.asked import Choices, Filter, recent, select

MOST_ACTS = 70
"""So many are told of on the page; in a file, all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A brief."""

    title: str
    asked: Filter
    choices: Choices
    # The first day told of where the record has too much to tell all of it, ISO; empty elsewhere.
    only_since: str
    # None where what was asked for cannot be found.
    brief: Brief | None
    # (ending, title) of the files as which it can be taken: those of "/brief.ending".
    formats: tuple[tuple[str, str], ...]


def brief_page(view: View, asked: Filter) -> BriefPage:
    """Return the brief of what a filter asks for."""
    selection, choices = select(view, replace(asked, kind=""))
    selection, first = recent(view, selection, MOST_ACTS) if selection else (None, "")
    return BriefPage(
        title="Brief",
        asked=asked,
        choices=choices,
        only_since=first,
        brief=chosen_brief(view, selection) if selection else None,
        formats=tuple((ending, one.title) for ending, one in BRIEF_FORMATS.items() if ending != "json"),
    )


def chosen_brief(view: View, selection: Selection) -> Brief:
    """Return the brief of a period, of what else is asked for alone: of some parties, say, or on an issue."""
    period = selection.period
    since = period.start if period and period.start.year > 1 else None
    until = period.last if period and period.last.year < 9999 else None
    return build_brief(view, since, until, within=replace(selection, period=None))
