"""What was undertaken, and what came of it: fulfilled, broken, said to be broken, overdue or open."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.following import Link, Links
from goodoffices.views.items import Item, Items, Step
from goodoffices.views.link_rules import LinkKind
from goodoffices.views.linked import Followed, follow, followed, told_of
from goodoffices.views.overlaps import deadline_of
from goodoffices.views.told import Told

KINDS = (ActKind.COMMITMENT,)


class CommitmentState(StrEnum):
    """What came of a commitment, by the record."""

    FULFILLED = "fulfilled"
    BROKEN = "broken"
    """Who undertook it refused it later, or fought in spite of it."""
    SAID_BROKEN = "said to be broken"
    OVERDUE = "overdue"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One commitment."""

    item: Item
    by: tuple[str, ...]
    towards: tuple[str, ...]
    issue: str
    # As reported; empty where no report gives one.
    deadline: str
    state: CommitmentState
    # For how many days the deadline had passed on the day asked; None where it is not overdue.
    overdue_days: int | None
    history: tuple[Step, ...]
    outcomes: tuple[Followed, ...]


def commitments(view: View, selection: Selection, *, on: dt.date | None = None) -> Iterator[Commitment]:
    """Yield commitments by day.

    Args:
        on: The day asked; None for that of the latest publication.
    """
    day = on or view.last_publication()
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen)
    for told in chosen:
        links = following.after(told.id)
        state = state_of(told, links, following, day)
        yield Commitment(
            item=items.item(told),
            by=told.act.actors,
            towards=told.act.targets,
            issue=told.act.issue,
            deadline=told.value("deadline"),
            state=state,
            overdue_days=overdue_days(told, day) if state is CommitmentState.OVERDUE else None,
            history=items.history(told),
            outcomes=followed(links, following, items),
        )


def state_of(told: Told, links: Sequence[Link], following: Links, day: dt.date | None) -> CommitmentState:
    """Return what came of a commitment by the day asked; what was said or done later does not count."""
    kinds = {link.kind for link in links if is_by(following.told(link.then), day)}
    tests = (
        (told.act.status == "fulfilled" or LinkKind.FULFILMENT in kinds, CommitmentState.FULFILLED),
        (bool(kinds & {LinkKind.REFUSAL, LinkKind.BREACH}), CommitmentState.BROKEN),
        (overdue_days(told, day) is not None, CommitmentState.OVERDUE),
        (LinkKind.ACCUSATION in kinds, CommitmentState.SAID_BROKEN),
    )
    return next((state for holds, state in tests if holds), CommitmentState.OPEN)


def overdue_days(told: Told, day: dt.date | None) -> int | None:
    """Return for how many days the deadline has passed; None where it has not, or where there is none."""
    deadline = deadline_of(told)
    return (day - deadline).days if deadline is not None and day is not None and day > deadline else None


def is_by(told: Told, day: dt.date | None) -> bool:
    """Return whether an act was there on a day; one without a date was."""
    return day is None or told.first_day is None or told.first_day <= day
