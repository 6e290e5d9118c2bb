"""Acts of a record with what followed from them: what each view that follows acts begins with."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.model.act import ActKind
from goodoffices.model.dates import FIRST_DAY, LAST_DAY, DateInterval
from goodoffices.model.identifiers import ActId, ReportId
from goodoffices.model.judgement import MAY_LINK, is_report_id
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.judgements import Settled
from goodoffices.record.view import View
from goodoffices.views.following import Following, Link
from goodoffices.views.items import Item, Items
from goodoffices.views.link_rules import LinkKind, windows
from goodoffices.views.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An act as the other end of a link."""

    link: LinkKind
    reason: str
    # Up to 0.95; 1 where a person confirmed it.
    confidence: float
    confirmed_by: str
    item: Item


def told_of(view: View, selection: Selection) -> list[Told]:
    """Return the acts that are asked for, by day, kind and id; predictions with what their words tell of."""
    return [told_by(view, listed) for listed in view.find(selection)]


def told_by(view: View, listed: Listed) -> Told:
    """Return what was found, as following sees it; a prediction with what its words tell of."""
    if listed.act.kind is not ActKind.PREDICTION:
        return Told.of(listed)
    beside = (view.found(other) for other in view.told_beside(listed.act.id))
    return Told.of(listed, beside=[Told.of(one) for one in beside if one is not None])


def follow(view: View, chosen: Sequence[Told], *, backwards: bool = False, until: dt.date | None = None) -> Following:
    """Return the links between these acts and all that can have followed from them.

    Only acts of kinds and days at which something can follow are taken out of the record; so are those told as
    background, because what came of an offer is often told so.

    Args:
        backwards: Also what they themselves can have followed from.
        until: The last day of what can have followed; None for no end.
    """
    settled = tuple(view.settled_judgements())
    found = {told.id: told for told in _tied_by_people(view, chosen, settled)}
    for kind, days in _days_of_kinds(chosen, backwards=backwards, until=until).items():
        selection = Selection(kinds=(kind,), period=days, with_background=True)
        found.update((told.id, told) for told in told_of(view, selection))
    found.update((told.id, told) for told in chosen)
    asked = [told.id for told in chosen]
    return Following(found.values(), settled, firsts=asked, thens=asked if backwards else ())


def _days_of_kinds(
    chosen: Sequence[Told], *, backwards: bool, until: dt.date | None
) -> dict[ActKind, DateInterval | None]:
    """Return in which days acts of which kinds can be tied to these; None for all days."""
    days: dict[ActKind, list[DateInterval | None]] = {}
    for kind in {told.act.kind for told in chosen}:
        ours = [told for told in chosen if told.act.kind is kind]
        for other, (before, after) in windows(kind, backwards=backwards).items():
            days.setdefault(other, []).append(_around(ours, before=before, after=after))
    return {kind: _until(_cover(held), until) for kind, held in sorted(days.items())}


def _around(chosen: Iterable[Told], *, before: int, after: int) -> DateInterval | None:
    """Return the days around those of some acts; None where one of them has no day."""
    days = [told.first_day for told in chosen]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    first = max(FIRST_DAY.toordinal(), min(known).toordinal() - before)
    last = min(LAST_DAY.toordinal(), max(known).toordinal() + after)
    return DateInterval.between(dt.date.fromordinal(first), dt.date.fromordinal(last))


def _cover(held: Sequence[DateInterval | None]) -> DateInterval | None:
    """Return the days from the first to the last of several intervals; None where one is open."""
    known = [days for days in held if days is not None]
    if len(known) < len(held):
        return None
    return DateInterval.between(min(days.start for days in known), max(days.last for days in known))


def _until(days: DateInterval | None, until: dt.date | None) -> DateInterval | None:
    """Return the days up to a last one, of which there is at least one."""
    if until is None:
        return days
    first, last = (FIRST_DAY, until) if days is None else (days.start, days.last)
    return DateInterval.between(min(first, until), min(last, until))


def _tied_by_people(view: View, chosen: Sequence[Told], settled: Iterable[Settled]) -> list[Told]:
    """Return what people tied to some of these acts, at whatever days."""
    ours = {told.id for told in chosen}
    found = []
    for one in settled:
        ends = [view.act_of(ReportId(name)) for name in (one.subject, one.object) if is_report_id(name)]
        if one.judgement.verdict in MAY_LINK and any(act is not None and act.id in ours for act in ends):
            found += [listed for act in ends if act is not None and (listed := view.found(act.id)) is not None]
    return [told_by(view, listed) for listed in found]


def followed(links: Iterable[Link], following: Following, items: Items) -> tuple[Followed, ...]:
    """Return what followed, as lines, in the order of the links."""
    return tuple(_followed(link, link.then, following, items) for link in links)


def preceded(links: Iterable[Link], following: Following, items: Items) -> tuple[Followed, ...]:
    """Return from what something followed, as lines, in the order of the links."""
    return tuple(_followed(link, link.first, following, items) for link in links)


def _followed(link: Link, end: ActId, following: Following, items: Items) -> Followed:
    return Followed(
        link=link.kind,
        reason=link.reason,
        confidence=link.confidence,
        confirmed_by=link.confirmed_by,
        item=items.item(following.told(end)),
    )
