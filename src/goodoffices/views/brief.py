"""The brief of a period: what a desk officer would circulate.

Every line is one act with its date, the number of its sources and references to the words that say so. What is in a
period: acts that happened, or may have, on its days; and acts without a date, or still to come, that were reported in
it. Acts that every report tells as background are left out, and counted.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goodoffices.following.links import Link
from goodoffices.model.act import ActKind
from goodoffices.model.dates import FIRST_DAY, LAST_DAY, DateInterval
from goodoffices.model.identifiers import ActId
from goodoffices.model.issue import OTHER
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.briefing import ANSWERS, Briefed, Ties
from goodoffices.views.entries import Entry, Notebook, Quotation, entry_of, period_of
from goodoffices.views.offers import KINDS as OFFERS
from goodoffices.views.outlets import Outlets
from goodoffices.views.sentences import issue_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries under one heading of a section; the heading is empty where the section has none."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a brief; never empty."""

    # "meetings", "ahead", "offers", "answers", "agreements", "undertakings", "predictions" ...
    key: str
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What happened in a period, by the record."""

    # ISO days, both inclusive; empty for an open end. Where both are empty, the period that the reports cover.
    since: str
    until: str
    article_count: int
    outlet_count: int
    # ISO 639-1, those with most articles first.
    langs: tuple[str, ...]
    entry_count: int
    # Acts that rest on one outlet alone.
    single_sourced_count: int
    background_count: int
    sections: tuple[Section, ...]
    quotations: tuple[Quotation, ...]


_EVERYTHING = Selection()
_MET = ("held",)
_AHEAD = ("agreed", "proposed", "planned")
_OFF = ("postponed", "cancelled")
_GATHERINGS = (ActKind.MEETING, ActKind.CALL, ActKind.VISIT)

_PLAIN_SECTIONS: tuple[tuple[str, str, tuple[ActKind, ...], tuple[str, ...]], ...] = (
    ("meetings", "Meetings, visits and calls held", _GATHERINGS, _MET),
    ("ahead", "Meetings, visits and calls agreed or proposed", _GATHERINGS, _AHEAD),
    ("off", "Meetings and calls postponed or called off", _GATHERINGS, _OFF),
    ("offers", "Offers, invitations, and what became of them", OFFERS, ()),
    ("answers", "Other consents and refusals", ANSWERS, ()),
    ("agreements", "Agreements and documents", (ActKind.AGREEMENT,), ()),
)
_LATER_SECTIONS: tuple[tuple[str, str, tuple[ActKind, ...], tuple[str, ...]], ...] = (
    (
        "ground",
        "On the ground",
        (ActKind.HOSTILITY, ActKind.DEPLOYMENT, ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT),
        (),
    ),
    ("predictions", "Predictions", (ActKind.PREDICTION,), ()),
    ("accusations", "Accusations", (ActKind.ACCUSATION,), ()),
    ("words", "Support and statements", (ActKind.SUPPORT, ActKind.STATEMENT), ()),
)
_UNDERTAKINGS = (ActKind.COMMITMENT, ActKind.DEMAND)


def build_brief(
    view: View,
    since: dt.date | None,
    until: dt.date | None,
    *,
    with_background: bool = False,
    within: Selection = _EVERYTHING,
) -> Brief:
    """Return the brief of the days from `since` to `until`, both inclusive, None for an open end.

    Args:
        within: Of what else the acts must be, whatever days it names.
    """
    period = None
    if since is not None or until is not None:
        period = DateInterval.between(since or FIRST_DAY, until or LAST_DAY)
    told, background_count = _told(view, replace(within, period=period, with_background=True), with_background)
    ties = Ties(view, told, until or view.last_publication())
    writing = _Writing(told, ties, Notebook(view.issue_titles(), Outlets(view.outlet_sides())))
    sections = [writing.section(*row) for row in _PLAIN_SECTIONS]
    sections.append(writing.undertakings())
    sections.extend(writing.section(*row) for row in _LATER_SECTIONS)
    kept = tuple(section for section in sections if section is not None)
    entries = [entry for section in kept for group in section.groups for entry in group.entries]
    articles = {sourced.article.key: sourced for one in told for sourced in one.reports}
    published = [sourced.article.published for sourced in articles.values() if sourced.article.published]
    covered = period_of(published)
    return Brief(
        since=_iso(since or (covered.start if covered else None)),
        until=_iso(until or (covered.last if covered else None)),
        article_count=len(articles),
        outlet_count=len({sourced.article.outlet for sourced in articles.values() if sourced.article.outlet}),
        langs=_by_number(sourced.report.lang for sourced in articles.values()),
        entry_count=len(entries),
        single_sourced_count=sum(entry.source_count == 1 for entry in entries),
        background_count=background_count,
        sections=kept + _disagreements(entries),
        quotations=writing.notebook.quotations,
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _told(view: View, selection: Selection, with_background: bool) -> tuple[list[Briefed], int]:
    """Return the acts of a selection with their reports, by day, and how many were left out as background."""
    told, left_out = [], 0
    for listed in view.find(selection):
        if listed.act.is_background and not with_background:
            left_out += 1
        else:
            told.append(Briefed.of(view, listed))
    return [one for one in told if one.reports], left_out


class _Writing:
    """A brief as it is being written: every act goes into one section, what followed from it below it."""

    def __init__(self, told: Sequence[Briefed], ties: Ties, notebook: Notebook) -> None:
        self._told = told
        self._ties = ties
        self.notebook = notebook
        # Acts without a line of their own whose words have been given.
        self._worded: set[ActId] = set()

    def section(self, key: str, title: str, kinds: tuple[ActKind, ...], statuses: tuple[str, ...]) -> Section | None:
        """Return the section of these kinds and statuses, all where none is given; None where it would be empty."""
        # Answers that stand below what they answer need no line of their own.
        found = [one for one in self._told if one.act.kind in kinds and one.act.id not in self._ties.placed]
        entries = tuple(self._entry(one) for one in found if not statuses or one.act.status in statuses)
        return Section(key=key, title=title, groups=(Group(heading="", entries=entries),)) if entries else None

    def undertakings(self) -> Section | None:
        """Return commitments and demands by issue and, within an issue, by who undertakes or demands."""
        found = [one for one in self._told if one.act.kind in _UNDERTAKINGS]
        headings: dict[str, list[Briefed]] = {}
        for one in sorted(found, key=lambda one: (one.act.issue in ("", OTHER), one.act.issue, one.act.actors)):
            headings.setdefault(self._heading(one), []).append(one)
        groups = tuple(
            Group(heading=heading, entries=tuple(self._entry(one, under_issue=True) for one in held))
            for heading, held in headings.items()
        )
        return Section(key="undertakings", title="Commitments and demands, by issue", groups=groups) if groups else None

    def _entry(self, one: Briefed, *, under_issue: bool = False) -> Entry:
        """Return the line of an act; under the heading of its issue the sentence does not say it again."""
        act = replace(one.act, issue="") if under_issue else one.act
        entry = entry_of(act, one.reports, self.notebook)
        state, note = self._ties.state(one)
        return replace(
            entry,
            outcomes=self._tied(self._ties.below(one)),
            follows=self._tied(self._ties.above(one)),
            state=state,
            state_note=note,
        )

    def _tied(self, tied: Iterable[tuple[Link, ActId]]) -> tuple[Entry, ...]:
        entries = []
        for link, act in tied:
            other = self._ties.briefed(act)
            entry = entry_of(other.act, other.reports, self.notebook)
            # Words that stand elsewhere in the brief are not said again.
            is_first = act in self._ties.placed and act not in self._worded
            self._worded.add(act)
            words = entry.words if is_first else ""
            entries.append(
                replace(entry, words=words, link=link.kind.value, reason=link.reason, confidence=link.confidence)
            )
        return tuple(entries)

    def _heading(self, one: Briefed) -> str:
        issue = one.act.issue
        return "Other matters" if issue in ("", OTHER) else issue_title(issue, self.notebook.titles)


def _disagreements(entries: Iterable[Entry]) -> tuple[Section, ...]:
    """Return the section of all acts on which accounts differ, once more and together."""
    differing = tuple(entry for entry in entries if entry.differences)
    if not differing:
        return ()
    groups = (Group(heading="", entries=differing),)
    return (Section(key="differences", title="Where accounts differ", groups=groups),)


def _by_number(values: Iterable[str]) -> tuple[str, ...]:
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
