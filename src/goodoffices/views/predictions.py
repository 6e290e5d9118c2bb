"""What was predicted and whether it came, by the record; and how each forecaster fared."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Links
from goodoffices.following.states import PREDICTIONS, PredictionState, is_by, state_of_prediction
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_of
from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.linked import Followed, followed

KINDS = PREDICTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """One prediction."""

    item: Item
    by: tuple[str, ...]
    issue: str
    # As reported; empty where no report gives one.
    deadline: str
    condition: str
    # Kinds of act of which its words tell, sorted; empty where they tell of none.
    foretells: tuple[ActKind, ...]
    state: PredictionState
    # Why the record judges so.
    reason: str
    came: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecaster:
    """How the predictions of one forecaster fared."""

    name: str
    made: int
    came: int
    did_not_come: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictions:
    """Predictions by day, and their forecasters, those who made most first."""

    predictions: tuple[Prediction, ...]
    forecasters: tuple[Forecaster, ...]


def predictions(view: View, selection: Selection, *, on: dt.date | None = None) -> Predictions:
    """Return the predictions and their forecasters.

    Args:
        on: The day asked; None for that of the latest publication.
    """
    day = on or view.last_publication()
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen)
    found = tuple(_prediction(told, following, items, day) for told in chosen)
    return Predictions(predictions=found, forecasters=_forecasters(found))


def _prediction(told: Told, following: Links, items: Items, day: dt.date | None) -> Prediction:
    came = [
        link for link in following.after(told.id, LinkKind.CAME) if is_by(following.told(link.then), day)
    ]  # fmt: skip
    state, reason = state_of_prediction(told, came, day)
    return Prediction(
        item=items.item(told),
        by=told.act.actors,
        issue=told.act.issue,
        deadline=told.value("deadline"),
        condition=told.value("condition"),
        foretells=tuple(sorted({beside.act.kind for beside in told.beside})),
        state=state,
        reason=reason,
        came=followed(came, following, items),
    )


def _forecasters(found: Sequence[Prediction]) -> tuple[Forecaster, ...]:
    tallies: dict[str, Counter[PredictionState]] = {}
    for prediction in found:
        for name in prediction.by or prediction.item.said_by:
            tallies.setdefault(name, Counter())[prediction.state] += 1
    return tuple(
        Forecaster(
            name=name,
            made=tally.total(),
            came=tally[PredictionState.CAME],
            did_not_come=tally[PredictionState.DID_NOT_COME],
            open=tally[PredictionState.OPEN],
        )
        for name, tally in sorted(tallies.items(), key=lambda one: (-one[1].total(), one[0]))
    )
