"""Who reports: how much each outlet tells, on whom, in which languages, how often first and how often alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.following.told import Told
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Selection, Telling
from goodoffices.record.view import View
from goodoffices.views.outlets import Outlets


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One outlet."""

    outlet: str
    # The state or body on whose side it stands; empty for an independent one, None where no dossier knows it.
    side: str | None
    articles: int
    reports: int
    acts: int
    # Acts that no other outlet reports.
    alone: int
    # Acts that it reported on an earlier day than all others; of those that others report too.
    first: int
    # ISO 639-1 with how many reports, the most first.
    langs: tuple[tuple[str, int], ...]
    # States and bodies with in how many acts they have a part, the most first.
    on_whom: tuple[tuple[str, int], ...]
    # First and last publication, ISO; empty where no article has a date.
    since: str
    until: str


@dataclass(slots=True)
class _Tally:
    side: str | None
    articles: set[str] = field(default_factory=set)
    reports: int = 0
    acts: set[ActId] = field(default_factory=set)
    alone: int = 0
    first: int = 0
    langs: Counter[str] = field(default_factory=Counter)
    on_whom: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)


def sources(view: View, selection: Selection) -> tuple[Source, ...]:
    """Return the outlets that report of the acts that are asked for, those with most reports first."""
    outlets, tallies = Outlets(view.outlet_sides()), dict[str, _Tally]()
    for listed in view.find(selection):
        told = Told.of(listed)
        by_outlet: dict[str, list[Telling]] = {}
        for telling in view.tellings_of(told.id):
            by_outlet.setdefault(outlets.name(telling), []).append(telling)
        first = _first(by_outlet)
        for name, tellings in by_outlet.items():
            tally = tallies.setdefault(name, _Tally(side=outlets.side(tellings[0])))
            _count(tally, told, tellings)
            tally.alone += len(by_outlet) == 1
            tally.first += name == first
    made = [_source(name, tally) for name, tally in tallies.items()]
    return tuple(sorted(made, key=lambda source: (-source.reports, source.outlet)))


def _first(by_outlet: dict[str, list[Telling]]) -> str:
    """Return the outlet that alone reported first; empty where several did, a day is not known, or only one reports."""
    days = {
        name: min((t.published.start for t in held if t.published), default=None) for name, held in by_outlet.items()
    }
    known = [day for day in days.values() if day is not None]
    if len(days) < 2 or len(known) < len(days):
        return ""
    firsts = [name for name, day in days.items() if day == min(known)]
    return firsts[0] if len(firsts) == 1 else ""


def _count(tally: _Tally, told: Told, tellings: Sequence[Telling]) -> None:
    tally.reports += len(tellings)
    tally.acts.add(told.id)
    tally.articles.update(telling.article for telling in tellings)
    tally.langs.update(telling.lang for telling in tellings)
    tally.on_whom.update(told.sides("actors", "targets", "mediators", "host"))
    tally.days.update(telling.published.to_iso() for telling in tellings if telling.published)


def _source(name: str, tally: _Tally) -> Source:
    return Source(
        outlet=name,
        side=tally.side,
        articles=len(tally.articles),
        reports=tally.reports,
        acts=len(tally.acts),
        alone=tally.alone,
        first=tally.first,
        langs=_by_number(tally.langs),
        on_whom=_by_number(tally.on_whom),
        since=min(tally.days, default=""),
        until=max(tally.days, default=""),
    )


def _by_number(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
