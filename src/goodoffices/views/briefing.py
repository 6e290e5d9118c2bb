"""The acts of a brief with their reports, and what ties them to each other and to what was before."""

import datetime as dt
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link
from goodoffices.following.states import (
    CommitmentState,
    is_by,
    overdue_days,
    state_of_commitment,
    state_of_demand,
    state_of_prediction,
)
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_by
from goodoffices.model.act import Act, ActKind
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Listed
from goodoffices.record.rows import Sourced
from goodoffices.record.view import View
from goodoffices.views import commitments, demands, offers, predictions

ANSWERS = (ActKind.CONSENT, ActKind.REFUSAL)
_ANSWERED = (*offers.KINDS, *demands.KINDS)
_FOLLOWED = (*_ANSWERED, *commitments.KINDS, *predictions.KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefed:
    """An act with its reports."""

    told: Told
    reports: tuple[Sourced, ...]

    @classmethod
    def of(cls, view: View, listed: Listed) -> "Briefed":
        """Return what was found, with its reports."""
        return cls(told=told_by(view, listed), reports=view.reports_of(listed.act.id))

    @property
    def act(self) -> Act:
        """The act."""
        return self.told.act


class Ties:
    """What followed from the acts of a brief until its last day, and what the answers among them answer.

    Args:
        day: The brief's last day; what came later is not told. None where nothing has a date.
    """

    def __init__(self, view: View, acts: list[Briefed], day: dt.date | None) -> None:
        self._view = view
        self._day = day
        self._acts = {one.act.id: one for one in acts}
        self._following = follow(view, [one.told for one in acts], until=day)
        answers = [one.told for one in acts if one.act.kind in ANSWERS or one.act.kind is ActKind.AGREEMENT]
        self._preceding = follow(view, answers, backwards=True, until=day)
        self.placed = frozenset(
            act
            for one in acts
            if one.act.kind in _ANSWERED
            for _, act in self.below(one)
            if self.briefed(act).act.kind in ANSWERS
        )
        """Answers that stand below what they answer."""

    def briefed(self, act: ActId) -> Briefed:
        """Return an act of the brief, or one that is tied to such."""
        if act not in self._acts:
            listed = self._view.found(act)
            assert listed is not None
            self._acts[act] = Briefed.of(self._view, listed)
        return self._acts[act]

    def below(self, one: Briefed) -> list[tuple[Link, ActId]]:
        """Return what stands below an act: what followed from it, or the visits that it sums up."""
        if one.act.kind is ActKind.VISIT:
            return [(link, link.first) for link in self._following.before(one.act.id, LinkKind.SUM)]
        if one.act.kind not in _FOLLOWED:
            return []
        return [(link, link.then) for link in self._links(one)]

    def above(self, one: Briefed) -> list[tuple[Link, ActId]]:
        """Return what an answer that stands by itself answers, or of what an agreement is a later stage."""
        if one.act.kind is ActKind.AGREEMENT:
            return [(link, link.first) for link in self._preceding.before(one.act.id, LinkKind.STAGE)]
        if one.act.kind not in ANSWERS or one.act.id in self.placed:
            return []
        return [(link, link.first) for link in self._preceding.before(one.act.id)]

    def state(self, one: Briefed) -> tuple[str, str]:
        """Return what came of a commitment, a demand or a prediction, and a word more; two empty ones for all else."""
        if one.act.kind in commitments.KINDS:
            state = state_of_commitment(one.told, self._links(one), self._following, self._day)
            days = overdue_days(one.told, self._day) if state is CommitmentState.OVERDUE else None
            return state.value, "" if days is None else f"by {days} days"
        if one.act.kind in demands.KINDS:
            replies = [link for link in self._links(one) if link.kind is not LinkKind.REPETITION]
            return state_of_demand(one.told, replies).value, ""
        if one.act.kind in predictions.KINDS:
            came = [link for link in self._links(one) if link.kind is LinkKind.CAME]
            outcome, reason = state_of_prediction(one.told, came, self._day)
            return outcome.value, reason
        return "", ""

    def _links(self, one: Briefed) -> list[Link]:
        links = self._following.after(one.act.id)
        return [link for link in links if is_by(self._following.told(link.then), self._day)]
