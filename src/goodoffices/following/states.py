"""What came of an offer, a demand, a commitment or a prediction, by what followed from it."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link, Links
from goodoffices.following.overlaps import deadline_of
from goodoffices.following.told import Told
from goodoffices.model.act import ActKind, Modality

OFFERS = (ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.INVITATION)
DEMANDS = (ActKind.DEMAND,)
COMMITMENTS = (ActKind.COMMITMENT,)
PREDICTIONS = (ActKind.PREDICTION,)


class OfferState(StrEnum):
    """What became of an offer or an invitation."""

    MET = "met"
    """A meeting was held, or a visit made, that came of it."""
    AGREED = "agreed"
    """A meeting was agreed."""
    ACCEPTED = "accepted"
    CONDITIONAL = "accepted on a condition"
    DIVIDED = "accepted and refused"
    """By different parties, or at different times: see the answers."""
    REFUSED = "refused"
    DISCLAIMED = "disclaimed"
    UNANSWERED = "unanswered"


class DemandState(StrEnum):
    """How a demand was answered."""

    MET = "met"
    AGREED = "agreed"
    """There is an agreement on its issue between who demands and who was asked."""
    PROMISED = "promised"
    CONSENTED = "consented"
    DIVIDED = "consented and refused"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


class CommitmentState(StrEnum):
    """What came of a commitment, by the record."""

    FULFILLED = "fulfilled"
    BROKEN = "broken"
    """Who undertook it refused it later, or fought in spite of it."""
    SAID_BROKEN = "said to be broken"
    OVERDUE = "overdue"
    OPEN = "open"


class PredictionState(StrEnum):
    """Whether what was predicted came."""

    CAME = "came"
    DID_NOT_COME = "did not come"
    """Its deadline passed, and the record has nothing of the kind it tells of."""
    OPEN = "open"
    """Its deadline has not passed, or it has none, or its words do not tell the record what to look for."""


def state_of_offer(told: Told, links: Sequence[Link], following: Links) -> OfferState:
    """Return what became of an offer, by its own status and by what followed from it."""
    thens = [(link.kind, following.told(link.then).act) for link in links]
    consents = {act.status for kind, act in thens if kind is LinkKind.CONSENT}
    is_refused = any(kind is LinkKind.REFUSAL for kind, _ in thens)
    meetings = {act.status for kind, act in thens if kind in (LinkKind.MEETING, LinkKind.VISIT)}
    tests = (
        (told.act.status == "disclaimed", OfferState.DISCLAIMED),
        ("held" in meetings, OfferState.MET),
        (bool(consents) and is_refused, OfferState.DIVIDED),
        (is_refused, OfferState.REFUSED),
        (bool(meetings & {"agreed", "planned"}), OfferState.AGREED),
        (told.act.status == "accepted" or "given" in consents, OfferState.ACCEPTED),
        (bool(consents), OfferState.CONDITIONAL),
    )
    return next((state for holds, state in tests if holds), OfferState.UNANSWERED)


def state_of_demand(told: Told, replies: Sequence[Link]) -> DemandState:
    """Return how a demand was answered, by its own status and by the replies."""
    kinds = {link.kind for link in replies}
    is_refused = told.act.status == "rejected" or LinkKind.REFUSAL in kinds
    tests = (
        (LinkKind.FULFILMENT in kinds, DemandState.MET),
        (LinkKind.AGREEMENT in kinds, DemandState.AGREED),
        (is_refused and bool(kinds & {LinkKind.CONSENT, LinkKind.COMMITMENT}), DemandState.DIVIDED),
        (is_refused, DemandState.REFUSED),
        (LinkKind.COMMITMENT in kinds, DemandState.PROMISED),
        (LinkKind.CONSENT in kinds, DemandState.CONSENTED),
    )
    return next((state for holds, state in tests if holds), DemandState.UNANSWERED)


def state_of_commitment(told: Told, links: Sequence[Link], following: Links, day: dt.date | None) -> CommitmentState:
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


def state_of_prediction(told: Told, came: Sequence[Link], day: dt.date | None) -> tuple[PredictionState, str]:
    """Return whether what was predicted came by the day asked, and why the record judges so.

    A prediction that something will not be is not judged: its words tell what, but not when it has failed to be.
    """
    deadline = deadline_of(told)
    if told.act.modality is Modality.DENIED:
        return PredictionState.OPEN, "it says that something will not be"
    if came:
        return PredictionState.CAME, came[0].reason
    if deadline is None:
        return PredictionState.OPEN, "it names no day by which"
    if day is None or day <= deadline:
        return PredictionState.OPEN, f"until {deadline}"
    if told.beside or told.issue:
        return PredictionState.DID_NOT_COME, f"nothing of it is reported until {deadline}"
    return PredictionState.OPEN, f"{deadline} has passed, but its words do not tell what to look for"
