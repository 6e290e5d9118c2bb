"""Demands and the replies to them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link, Links
from goodoffices.following.states import DEMANDS, DemandState, is_by, overdue_days, state_of_demand
from goodoffices.following.tying import follow, told_of
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.linked import Followed, followed

KINDS = DEMANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand or appeal."""

    item: Item
    by: tuple[str, ...]
    of: tuple[str, ...]
    issue: str
    # "appeal", "precondition" ...; empty for a plain demand.
    strength: str
    deadline: str
    # Whether the deadline had passed, unmet, on the day asked.
    is_overdue: bool
    state: DemandState
    replies: tuple[Followed, ...]
    # When it was made again.
    repetitions: tuple[Followed, ...]


def demands(view: View, selection: Selection, *, on: dt.date | None = None) -> Iterator[Demand]:
    """Yield demands by day, with their replies up to the day asked.

    Args:
        on: The day asked; None for that of the latest publication.
    """
    day = on or view.last_publication()
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen)
    for told in chosen:
        links = [link for link in following.after(told.id) if is_by(following.told(link.then), day)]
        replies = [link for link in links if link.kind is not LinkKind.REPETITION]
        state = state_of_demand(told, replies)
        yield Demand(
            item=items.item(told),
            by=told.act.actors,
            of=told.act.targets,
            issue=told.act.issue,
            strength=told.value("strength"),
            deadline=told.value("deadline"),
            is_overdue=state is not DemandState.MET and overdue_days(told, day) is not None,
            state=state,
            replies=followed(replies, following, items),
            repetitions=_repetitions(links, following, items),
        )


def _repetitions(links: Sequence[Link], following: Links, items: Items) -> tuple[Followed, ...]:
    return followed([link for link in links if link.kind is LinkKind.REPETITION], following, items)
