"""Offers and invitations, and what became of them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.following import Link, Links
from goodoffices.views.items import Item, Items
from goodoffices.views.link_rules import LinkKind
from goodoffices.views.linked import Followed, follow, followed, told_of
from goodoffices.views.told import Told

KINDS = (ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.INVITATION)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one of those to whom an offer was made last said to it."""

    party: str
    # "given", "conditional", "refused".
    answer: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer or invitation."""

    item: Item
    by: tuple[str, ...]
    to: tuple[str, ...]
    place: str
    state: OfferState
    # The last answer of each party, by name.
    answers: tuple[Answer, ...]
    # Those of the addressees, by state or body, of whom no answer is reported, sorted; empty once they met.
    silent: tuple[str, ...]
    outcomes: tuple[Followed, ...]
    # Days from the offer to the day asked, where nobody has answered; None otherwise, or where a day is not known.
    waiting_days: int | None


def offers(view: View, selection: Selection, *, on: dt.date | None = None) -> Iterator[Offer]:
    """Yield offers and invitations by day.

    Args:
        on: The day asked; None for that of the latest publication.
    """
    day = on or view.last_publication()
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen)
    for told in chosen:
        yield _offer(told, following, items, day)


def _offer(told: Told, following: Links, items: Items, day: dt.date | None) -> Offer:
    links = following.after(told.id)
    answers = _answers(told, links, following, items)
    state = state_of(told, links, following)
    answered = {answer.party for answer in answers}
    is_settled = state in (OfferState.MET, OfferState.AGREED, OfferState.DISCLAIMED) or told.act.status == "accepted"
    is_waiting = state is OfferState.UNANSWERED and day is not None and told.first_day is not None
    return Offer(
        item=items.item(told),
        by=told.act.actors,
        to=told.act.targets,
        place=told.act.place,
        state=state,
        answers=answers,
        silent=() if is_settled else tuple(sorted(told.sides("targets") - answered)),
        outcomes=followed(links, following, items),
        waiting_days=max(0, (day - told.first_day).days) if is_waiting and day and told.first_day else None,
    )


def state_of(told: Told, links: Sequence[Link], following: Links) -> OfferState:
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


def _answers(told: Told, links: Sequence[Link], following: Links, items: Items) -> tuple[Answer, ...]:
    last: dict[str, Answer] = {}
    for link in links:
        if link.kind not in (LinkKind.CONSENT, LinkKind.REFUSAL):
            continue
        then = following.told(link.then)
        word = "refused" if link.kind is LinkKind.REFUSAL else then.act.status or "given"
        for party in sorted(then.sides("actors") & (told.sides("targets") or then.sides("actors"))):
            last[party] = Answer(party=party, answer=word, item=items.item(then))
    return tuple(last[party] for party in sorted(last))
