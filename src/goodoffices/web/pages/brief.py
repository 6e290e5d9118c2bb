"""A brief of a period, of some parties, on some issues: what is chosen of the whole brief, numbered anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from goodoffices.exports.brief_formats import BRIEF_FORMATS
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.brief import Brief, Section, build_brief
from goodoffices.views.entries import Entry
from goodoffices.web.asked import Choices, Filter, select


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A brief."""

    title: str
    asked: Filter
    choices: Choices
    # None where what was asked for cannot be found.
    brief: Brief | None
    # (ending, title) of the files as which it can be taken: those of "/brief.ending".
    formats: tuple[tuple[str, str], ...]


def brief_page(view: View, asked: Filter) -> BriefPage:
    """Return the brief of what a filter asks for."""
    selection, choices = select(view, replace(asked, kind=""))
    return BriefPage(
        title="Brief",
        asked=asked,
        choices=choices,
        brief=chosen_brief(view, selection) if selection else None,
        formats=tuple((ending, one.title) for ending, one in BRIEF_FORMATS.items() if ending != "json"),
    )


def chosen_brief(view: View, selection: Selection) -> Brief:
    """Return the brief of a period, of what else is asked for alone: of some parties, say, or on an issue."""
    period = selection.period
    since = period.start if period and period.start.year > 1 else None
    until = period.last if period and period.last.year < 9999 else None
    whole = build_brief(view, since, until)
    narrowing = replace(selection, period=None)
    if narrowing == Selection():
        return whole
    wanted = {listed.act.id for listed in view.find(narrowing)}
    sections = tuple(section for one in whole.sections if (section := _section(one, wanted)).groups)
    entries = list(_entries(sections))
    numbers = sorted({number for entry in entries for number in _numbers(entry)})
    new = {old: place for place, old in enumerate(numbers, 1)}
    quotations = tuple(replace(one, number=new[one.number]) for one in whole.quotations if one.number in new)
    acts = {entry.act: entry for entry in entries}
    return replace(
        whole,
        sections=tuple(_renumbered(section, new) for section in sections),
        quotations=quotations,
        article_count=len({one.article for one in quotations}),
        outlet_count=len({one.outlet for one in quotations}),
        langs=tuple(lang for lang in whole.langs if any(one.lang == lang for one in quotations)),
        entry_count=len(acts),
        single_sourced_count=sum(entry.source_count == 1 for entry in acts.values()),
        background_count=0,
    )


def _section(section: Section, wanted: set[ActId]) -> Section:
    groups = (
        replace(group, entries=tuple(entry for entry in group.entries if entry.act in wanted))
        for group in section.groups
    )
    return replace(section, groups=tuple(group for group in groups if group.entries))


def _entries(sections: Iterable[Section]) -> Iterator[Entry]:
    return (entry for section in sections for group in section.groups for entry in group.entries)


def _numbers(entry: Entry) -> Iterator[int]:
    yield from entry.quotations
    for difference in entry.differences:
        for account in difference.accounts:
            yield from account.quotations
    for other in (*entry.outcomes, *entry.follows):
        yield from _numbers(other)


def _renumbered(section: Section, new: dict[int, int]) -> Section:
    return replace(
        section,
        groups=tuple(
            replace(group, entries=tuple(_entry(entry, new) for entry in group.entries)) for group in section.groups
        ),
    )


def _entry(entry: Entry, new: dict[int, int]) -> Entry:
    return replace(
        entry,
        quotations=_new(entry.quotations, new),
        differences=tuple(
            replace(
                one,
                accounts=tuple(replace(held, quotations=_new(held.quotations, new)) for held in one.accounts),
            )
            for one in entry.differences
        ),
        outcomes=tuple(_entry(one, new) for one in entry.outcomes),
        follows=tuple(_entry(one, new) for one in entry.follows),
    )


def _new(numbers: Iterable[int], new: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(new[number] for number in numbers))
