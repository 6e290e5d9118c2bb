"""The overview: what is new, what is fixed, what is open, what is overdue, where accounts differ."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from goodoffices.following.states import CommitmentState, OfferState
from goodoffices.following.told import Told
from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import LAST_DAY, DateInterval
from goodoffices.record.finding import Selection
from goodoffices.record.selection import ANY
from goodoffices.record.view import Counts, View
from goodoffices.views.changes import Change, ChangeKind, changes
from goodoffices.views.commitments import KINDS as COMMITMENTS
from goodoffices.views.commitments import Commitment, commitments
from goodoffices.views.differences import Difference, differences
from goodoffices.views.items import Item, Items
from goodoffices.views.offers import KINDS as OFFERS
from goodoffices.views.offers import Offer, offers
from goodoffices.web.pages.timeline import Timeline, timeline_of

SHOWN = 8
"""How many lines each part shows; the rest is a click away."""

_MOST_NEWS = 100
_LOOKED_AT = 8
"""So many of what is overdue are put into order."""

_OPEN = (OfferState.UNANSWERED.value, OfferState.CONDITIONAL.value, OfferState.DIVIDED.value)
_OVER = ("held", "cancelled")
_FIXED = (
    ActKind.MEETING, ActKind.CALL, ActKind.VISIT, ActKind.AGREEMENT, ActKind.COMMITMENT, ActKind.TERRITORY_TRANSFER,
    ActKind.DEPLOYMENT, ActKind.INVITATION, ActKind.OFFER_VENUE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """The overview."""

    title: str
    counts: Counts
    # The day of the latest publication, ISO; empty where none has a date.
    today: str
    # New is what was published since this day, ISO; empty where nothing has a date.
    new_since: str
    is_since_visit: bool
    new: tuple[Change, ...]
    new_count: int
    ahead: tuple[Item, ...]
    open_offers: tuple[Offer, ...]
    open_offer_count: int
    overdue: tuple[Commitment, ...]
    open_commitment_count: int
    differences: tuple[Difference, ...]
    difference_count: int
    timeline: Timeline | None
    # Acts are not made of all reports yet: a run was cut off.
    is_behind: bool


def overview(view: View, *, since: dt.date | None, is_since_visit: bool, lanes: str) -> OverviewPage:
    """Return the overview, by the day of the latest publication."""
    today, counts = view.last_publication(), view.counts()
    news, new_count = _news(view, since, today)
    waiting = Selection(kinds=OFFERS, outcomes=_OPEN, on=today)
    late = Selection(kinds=COMMITMENTS, outcomes=(CommitmentState.OVERDUE.value,), on=today, latest=_LOOKED_AT)
    promised = view.tally_outcomes(Selection(kinds=COMMITMENTS, on=today))
    differing = list(differences(view, Selection(differs=ANY, latest=SHOWN)))
    return OverviewPage(
        title="Overview",
        counts=counts,
        today=today.isoformat() if today else "",
        new_since=since.isoformat() if since else "",
        is_since_visit=is_since_visit,
        new=tuple(news[:SHOWN]),
        new_count=new_count,
        ahead=tuple(islice(_ahead(view, today), SHOWN)),
        open_offers=tuple(
            sorted(offers(view, replace(waiting, latest=SHOWN)), key=lambda one: one.item.day, reverse=True)
        ),
        open_offer_count=view.count(waiting),
        overdue=tuple(sorted(commitments(view, late), key=lambda one: -(one.overdue_days or 0))[:SHOWN]),
        open_commitment_count=promised.get(CommitmentState.OPEN.value, 0),
        differences=tuple(sorted(differing, key=lambda one: one.item.day, reverse=True)[:SHOWN]),
        difference_count=sum(view.tally_differences(Selection()).values()),
        timeline=timeline_of(view, Selection(), lanes=lanes, today=today),
        is_behind=view.is_behind(),
    )


def _news(view: View, since: dt.date | None, today: dt.date | None) -> tuple[list[Change], int]:
    """Return what is new, what matters most first, and how much there is; of very much the latest, and of how many acts
    something is new.
    """
    if since is None or today is None:
        return [], 0
    days = DateInterval.between(min(since, today), today)
    fresh, number = view.cut_counting(Selection(published=days), _MOST_NEWS)
    news = sorted(changes(view, fresh, days), key=lambda change: (_weight(change), change.item.day), reverse=True)
    return news, number if number > _MOST_NEWS else len(news)


def _weight(change: Change) -> tuple[bool, bool, int]:
    """Return what makes news: a status or a difference before a new act, what is on an issue, many sources."""
    item = change.item
    return (change.kind is not ChangeKind.ACT, bool(item.status in ("held", "signed", "agreed")), item.sources)


def _ahead(view: View, today: dt.date | None) -> Iterator[Item]:
    """Yield what is fixed for days to come, by day."""
    if today is None:
        return
    items = Items(view)
    days = DateInterval.between(today + dt.timedelta(days=1), LAST_DAY)
    for listed in view.find(Selection(kinds=_FIXED, without=_OVER, period=days, begins=True)):
        act = listed.act
        if act.happened_on is None or act.happened_on.start < days.start or act.modality is Modality.DENIED:
            continue
        yield items.item(Told.of(listed))
