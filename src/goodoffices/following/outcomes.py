"""What came of an act in one word, so that long lists can be counted and filtered by it."""

import datetime as dt
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Links
from goodoffices.following.overlaps import deadline_of
from goodoffices.following.states import (
    COMMITMENTS,
    DEMANDS,
    OFFERS,
    PREDICTIONS,
    state_of_commitment,
    state_of_demand,
    state_of_offer,
    state_of_prediction,
)
from goodoffices.following.told import Told

KINDS_WITH_OUTCOME = frozenset((*OFFERS, *COMMITMENTS, *DEMANDS, *PREDICTIONS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an act."""

    state: str
    # Once its deadline has passed.
    late_state: str
    # ISO; empty where there is none, or where it does not matter.
    deadline: str


def outcome_of(told: Told, links: Links) -> Outcome | None:
    """Return what came of an offer, a commitment, a demand or a prediction; None for all else."""
    found = links.after(told.id)
    kind, late_day = told.act.kind, dt.date.max
    if kind in OFFERS:
        state = state_of_offer(told, found, links).value
        return Outcome(state=state, late_state=state, deadline="")
    if kind in DEMANDS:
        state = state_of_demand(told, [link for link in found if link.kind is not LinkKind.REPETITION]).value
        return Outcome(state=state, late_state=state, deadline="")
    deadline = deadline_of(told)
    day = deadline.isoformat() if deadline is not None else ""
    if kind in COMMITMENTS:
        early, late = (state_of_commitment(told, found, links, on).value for on in (None, late_day))
        return Outcome(state=early, late_state=late, deadline=day)
    if kind in PREDICTIONS:
        came = [link for link in found if link.kind is LinkKind.CAME]
        early, late = (state_of_prediction(told, came, on)[0].value for on in (None, late_day))
        return Outcome(state=early, late_state=late, deadline=day)
    return None
