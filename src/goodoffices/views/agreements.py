"""Agreements as histories: proposed, draft, agreed, initialled, signed, in force, of one document each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Links
from goodoffices.following.overlaps import document
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_of
from goodoffices.model.act import STATUSES, ActKind
from goodoffices.model.identifiers import ActId
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.linked import Followed, followed

KINDS = (ActKind.AGREEMENT,)
IN_FORCE = "in force"

_IN_FORCE_STAGES = frozenset({"in_force", "in force", "entry_into_force"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One document, or what was agreed without one, through its stages."""

    # The name that most reports give it; empty where none does.
    document: str
    issue: str
    parties: tuple[str, ...]
    # The furthest stage: "proposed" to "signed", "declared", or "in force".
    state: str
    # By day.
    stages: tuple[Item, ...]
    # Refusals of what was proposed, and fighting in spite of it.
    against: tuple[Followed, ...]


def agreements(view: View, selection: Selection) -> tuple[Agreement, ...]:
    """Return the agreements by the day of their first stage; stages outside the selection stand with those within."""
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen, backwards=True)
    seen: set[ActId] = set()
    histories = []
    for told in chosen:
        if told.id not in seen:
            history = [stage for stage in history_of(told, following) if stage.id not in seen]
            seen.update(stage.id for stage in history)
            histories.append(_agreement(history, following, items))
    return tuple(sorted(histories, key=lambda one: one.stages[0].day or "~"))


def history_of(told: Told, following: Links) -> list[Told]:
    """Return all stages of the document of which an act is one, by day.

    Of two things done on one day, a treaty initialled and a declaration signed, only one is a stage of it.
    """
    found, waiting = {told.id: told}, [told.id]
    while waiting:
        act = waiting.pop(0)
        ties = [link.then for link in following.after(act, LinkKind.STAGE)]
        ties += [link.first for link in following.before(act, LinkKind.STAGE)]
        for tie in ties:
            stage = following.told(tie)
            if tie not in found and not any(_are_two(stage, other) for other in found.values()):
                found[tie] = stage
                waiting.append(tie)
    return following.in_order(found)


def _are_two(one: Told, other: Told) -> bool:
    """Return whether two acts of one day are about two documents."""
    is_same = one.act.status == other.act.status or (one.value("document") and document(one, other)[0])
    return one.first_day is not None and one.first_day == other.first_day and not is_same


def _agreement(stages: Sequence[Told], following: Links, items: Items) -> Agreement:
    documents = Counter(document for told in stages if (document := told.value("document")))
    issues = Counter(told.issue for told in stages if told.issue)
    against = [link for told in stages for link in following.after(told.id, LinkKind.REFUSAL, LinkKind.BREACH)]
    return Agreement(
        document=min(documents, key=lambda name: (-documents[name], not name.isascii(), name), default=""),
        issue=min(issues, key=lambda name: (-issues[name], name), default=""),
        parties=tuple(sorted({side for told in stages for side in told.sides("actors", "targets")})),
        state=state_of(stages),
        stages=tuple(items.item(told) for told in stages),
        against=followed(against, following, items),
    )


def state_of(stages: Sequence[Told]) -> str:
    """Return the furthest stage of a document, at least one given."""
    if any(told.value("stage") in _IN_FORCE_STAGES for told in stages):
        return IN_FORCE
    order = STATUSES[ActKind.AGREEMENT]
    # "Declared, then denied" is no stage beyond a signature.
    ranks = {status: rank for rank, status in enumerate(("declared", *(one for one in order if one != "declared")))}
    return max((told.act.status for told in stages), key=lambda status: ranks.get(status, -1))
