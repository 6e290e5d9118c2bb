"""What was undertaken, and what came of it: fulfilled, broken, said to be broken, overdue or open."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.following.states import COMMITMENTS, CommitmentState, overdue_days, state_of_commitment
from goodoffices.following.tying import follow, told_of
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items, Step
from goodoffices.views.linked import Followed, followed

KINDS = COMMITMENTS


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
        state = state_of_commitment(told, links, following, day)
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
