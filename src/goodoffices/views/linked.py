"""Acts of a record with what followed from them: what each view that follows acts begins with."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.model.act import ActKind
from goodoffices.model.dates import FIRST_DAY, DateInterval
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.view import View
from goodoffices.views.following import Following, Link
from goodoffices.views.items import Item, Items
from goodoffices.views.link_rules import LinkKind, kinds_after, kinds_before, load_rules, longest_wait_days
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
    kinds = frozenset(told.act.kind for told in chosen)
    others = kinds_after(kinds) | (kinds_before(kinds) if backwards else frozenset())
    if not others or not chosen:
        return Following(chosen, view.settled_judgements())
    waits = longest_wait_days(kinds)
    before = longest_wait_days(kinds_before(kinds)) if backwards else -min(rule.from_days for rule in load_rules())
    days = _around(chosen, before=max(0, before), after=waits)
    if until is not None:
        days = _ending(days, until)
    selection = Selection(kinds=tuple(sorted(others)), period=days, with_background=True)
    found = {told.id: told for told in (*told_of(view, selection), *chosen)}
    asked = [told.id for told in chosen]
    return Following(found.values(), view.settled_judgements(), firsts=asked, thens=asked if backwards else ())


def _around(chosen: Iterable[Told], *, before: int, after: int) -> DateInterval | None:
    """Return the days around those of some acts; None where one of them has no day."""
    days = [told.first_day for told in chosen]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    first, last = min(known).toordinal() - before, max(known).toordinal() + after
    return DateInterval.between(
        dt.date.fromordinal(max(1, first)), dt.date.fromordinal(min(dt.date.max.toordinal() - 1, last))
    )


def _ending(days: DateInterval | None, until: dt.date) -> DateInterval:
    """Return the days up to a last one, of which there is at least one."""
    first = days.start if days is not None else FIRST_DAY
    return DateInterval.between(min(first, until), min(days.last, until) if days is not None else until)


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
