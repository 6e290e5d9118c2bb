"""What became of offers and invitations: who consented, who refused, which meeting followed, when it was made again.

Also of what undated visits are the sum.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.model.act import Act, ActKind
from goodoffices.model.report import Filler
from goodoffices.record.rows import Sourced

OFFERS = (ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.INVITATION)
ANSWERS = (ActKind.CONSENT, ActKind.REFUSAL)
MEETINGS = (ActKind.MEETING, ActKind.CALL)

LONGEST_WAIT = dt.timedelta(days=180)
"""After half a year an answer or a meeting is taken to follow from something else."""

_NO_ANSWER_TO = frozenset({"disclaimed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An act with its reports, and for whom its parties stand."""

    act: Act
    reports: tuple[Sourced, ...]
    actors: frozenset[str]
    targets: frozenset[str]
    hosts: frozenset[str]

    @classmethod
    def of(cls, act: Act, reports: tuple[Sourced, ...]) -> "Told":
        """Return the act with the names of its parties and of the states and bodies they stand for."""
        all_reports = [sourced.report for sourced in reports]
        return cls(
            act=act,
            reports=reports,
            actors=_sides(filler for report in all_reports for filler in report.actors),
            targets=_sides(filler for report in all_reports for filler in report.targets),
            hosts=_sides(filler for report in all_reports for filler in (report.host,) if filler),
        )

    @property
    def first_day(self) -> dt.date | None:
        """The first day on which it can have happened, or on which it was first told."""
        if self.act.happened_on is not None:
            return self.act.happened_on.start
        published = [sourced.article.published for sourced in self.reports if sourced.article.published]
        return min((date.start for date in published), default=None)


def _sides(fillers: Iterable[Filler]) -> frozenset[str]:
    return frozenset(name for filler in fillers for name in (filler.value, filler.stands_for) if name)


def outcomes_of(offer: Told, others: Sequence[Told]) -> list[Told]:
    """Return the answers to an offer, its repetitions and the meetings from it, in the order of `others`."""
    if offer.act.status in _NO_ANSWER_TO:
        return []
    return [
        other
        for other in others
        if _is_answer(offer, other) or _is_meeting_from(offer, other) or _is_repetition(offer, other)
    ]


def parts_of(visit: Told, others: Sequence[Told]) -> list[Told]:
    """Return the dated visits that an undated one to several states may sum up: "before that he had been in both"."""
    is_sum = visit.act.kind is ActKind.VISIT and visit.act.happened_on is None and len(visit.act.targets) > 1
    return [other for other in others if is_sum and _is_part(visit, other)]


def _is_part(visit: Told, other: Told) -> bool:
    if other.act.kind is not ActKind.VISIT or other.act.status != visit.act.status or not other.act.targets:
        return False
    if other.act.happened_on is None or not visit.actors & other.actors:
        return False
    return set(other.act.targets) < set(visit.act.targets) and _follows(other, visit)


def _is_answer(offer: Told, other: Told) -> bool:
    """Return whether someone to whom the offer was made answers who made it, or answers on its place."""
    if other.act.kind not in ANSWERS or not _follows(offer, other):
        return False
    if offer.targets and not offer.targets & other.actors:
        return False
    return bool(offer.actors & other.targets) or not _places(other).isdisjoint(_places(offer) | offer.actors)


def _is_meeting_from(offer: Told, other: Told) -> bool:
    """Return whether those to whom the offer was made meet, or are to meet, where it said or with who made it."""
    if other.act.kind not in MEETINGS or not _follows(offer, other):
        return False
    if other.act.status == "held" and offer.first_day == other.first_day:
        # It was held when the offer was reported.
        return False
    if len(offer.targets & other.actors) < min(2, len(offer.targets)):
        return False
    offered, taken = _places(offer), _places(other)
    if offered and taken:
        return not offered.isdisjoint(taken)
    return bool(offer.actors & (other.hosts | other.actors | frozenset(other.act.mediators)))


def _is_repetition(offer: Told, other: Told) -> bool:
    """Return whether who made the offer makes it again, later, to someone to whom it was made, for the same place."""
    if other.act.kind is not offer.act.kind or other.act.status != "repeated" or other is offer:
        return False
    if offer.first_day == other.first_day or not _follows(offer, other):
        return False
    if not offer.actors & other.actors or (offer.targets and other.targets and not offer.targets & other.targets):
        return False
    offered, again = _places(offer), _places(other)
    return not offered or not again or not offered.isdisjoint(again)


def _places(told: Told) -> frozenset[str]:
    """Return the names of its place, of the state in which that lies, and of who hosts it."""
    places = {told.act.country} if told.act.country else {told.act.place}
    return frozenset(places | told.hosts) - {""}


def _follows(offer: Told, other: Told) -> bool:
    """Return whether it can come after the offer, and not long after; what has no date can."""
    first, later = offer.first_day, other.first_day
    return first is None or later is None or dt.timedelta(0) <= later - first <= LONGEST_WAIT
