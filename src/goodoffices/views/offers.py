"""Offers and invitations, and what became of them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link, Links
from goodoffices.following.states import OFFERS, OfferState, state_of_offer
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_of
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.linked import Followed, followed

KINDS = OFFERS


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
    state = state_of_offer(told, links, following)
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
