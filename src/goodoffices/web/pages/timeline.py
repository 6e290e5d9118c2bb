"""The timeline of a selection, drawn in lanes by track or by issue."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from goodoffices.following.told import Told
from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.issue import OTHER
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.view import View
from goodoffices.views.offers import KINDS as OFFERS
from goodoffices.views.sentences import issue_title, sentence_of
from goodoffices.web.drawing import REST, Drawing, Happening, draw
from goodoffices.web.families import family_of

MOST_DRAWN = 250
"""More marks than these tell nobody anything."""

BETWEEN = "Without a third party"
_PERIODS = (92, 183, 366, 731, 1827)
_FEW = 24
_LABELLED = frozenset({ActKind.MEETING, ActKind.CALL, ActKind.VISIT, ActKind.AGREEMENT, ActKind.TERRITORY_TRANSFER})
_AHEAD = frozenset({"planned", "proposed", "agreed", "draft", "postponed", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is drawn, and how else it can be."""

    drawing: Drawing
    # "track" or "issue".
    lanes: str
    count: int
    # Whether there was more than is drawn.
    is_cut: bool
    # (title, since, until) of other periods: nearer, wider, before, after.
    periods: tuple[tuple[str, str, str], ...]


def timeline_of(view: View, selection: Selection, *, lanes: str, today: dt.date | None) -> Timeline | None:
    """Return the timeline of a selection; None where nothing in it has a day."""
    period = selection.period or fitting_period(view, selection, today)
    if period is None:
        return None
    titles = view.issue_titles()
    within = replace(selection, period=period)
    found = list(view.find(replace(within, latest=MOST_DRAWN + 1)))
    happenings = [one for listed in found[-MOST_DRAWN:] if (one := _happening(listed, titles, lanes)) is not None]
    if not happenings:
        return None
    period = _closed(period, happenings)
    return Timeline(
        drawing=draw(happenings, period, today),
        lanes=lanes,
        count=len(happenings),
        is_cut=len(found) > MOST_DRAWN,
        periods=tuple(_periods(period, today)),
    )


def fitting_period(view: View, selection: Selection, today: dt.date | None) -> DateInterval | None:
    """Return the shortest of some periods up to now that shows enough, with what is fixed for the next months."""
    if today is None:
        return None
    period = None
    for days in _PERIODS:
        first = dt.date.fromordinal(max(1, today.toordinal() - days))
        period = DateInterval.between(first, today + dt.timedelta(days=min(days // 3, 92)))
        within = replace(selection, period=period)
        if view.count(within, most=_FEW) == _FEW:
            break
    return period


def _closed(period: DateInterval, happenings: list[Happening]) -> DateInterval:
    """Return the period without what lies open or empty at its ends."""
    starts, ends = [one.days.start for one in happenings], [one.days.end for one in happenings]
    first = max(period.start, min(starts) - dt.timedelta(days=2))
    end = min(period.end, max(ends) + dt.timedelta(days=2))
    return DateInterval(first, max(end, first + dt.timedelta(days=14)))


def _happening(listed: Listed, titles: Mapping[str, str], lanes: str) -> Happening | None:
    told = Told.of(listed)
    act = told.act
    if told.first_day is None:
        return None
    days = act.happened_on or DateInterval.day(told.first_day)
    return Happening(
        act=act.id,
        days=days,
        lane=_track(told) if lanes == "track" else _issue(told, titles),
        family=family_of(act.kind),
        title=_title(told, titles),
        label=_label(told) if act.kind in _LABELLED else "",
        is_ahead=act.status in _AHEAD,
        is_reported=act.happened_on is None,
        differs=bool(act.differs),
    )


def _title(told: Told, titles: Mapping[str, str]) -> str:
    day = told.act.happened_on.to_iso() if told.act.happened_on else f"{told.reported_on} (reported)"
    return f"{day}: {sentence_of(told.act, titles)}"


def _label(told: Told) -> str:
    if told.act.kind in (ActKind.AGREEMENT, ActKind.TERRITORY_TRANSFER):
        return told.value("document") or told.value("quantity")
    return told.act.place.partition("; ")[0] or " – ".join(sorted(told.sides("actors", "targets"))[:2])


def _track(told: Told) -> str:
    """Return whose track an act is on: who mediates, or else who hosts or offers, as a third."""
    sides = sorted(told.sides("mediators"))
    if not sides and told.act.kind in OFFERS:
        sides = sorted(told.sides("actors"))
    if not sides:
        sides = sorted(told.sides("host") - told.sides("actors", "targets"))
    return sides[0] if sides else BETWEEN


def _issue(told: Told, titles: Mapping[str, str]) -> str:
    return REST if told.issue in ("", OTHER) else issue_title(told.issue, titles)


def _periods(period: DateInterval, today: dt.date | None) -> Iterator[tuple[str, str, str]]:
    days = (period.end - period.start).days
    step = dt.timedelta(days=days)
    first, last = dt.date(1900, 1, 1), dt.date(2200, 1, 1)

    def named(title: str, since: dt.date, until: dt.date) -> tuple[str, str, str]:
        return title, max(since, first).isoformat(), min(until, last).isoformat()

    yield named("← earlier", period.start - step, period.start)
    yield named("later →", period.last, period.last + step)
    if today is not None:
        for title, length in (
            ("3 months", 92),
            ("6 months", 183),
            ("1 year", 366),
            ("2 years", 731),
            ("10 years", 3653),
        ):
            yield named(title, today - dt.timedelta(days=length), today + dt.timedelta(days=length // 4))
