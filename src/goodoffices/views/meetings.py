"""Meetings, calls and visits: who, where, under whose auspices, and what an agreed one came to."""

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_of
from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items, Step
from goodoffices.views.linked import Followed, followed, preceded

KINDS = (ActKind.MEETING, ActKind.CALL, ActKind.VISIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, call or visit."""

    item: Item
    participants: tuple[str, ...]
    # The states and bodies for which they speak, sorted.
    sides: tuple[str, ...]
    mediators: tuple[str, ...]
    host: str
    place: str
    country: str
    # "leaders", "ministers" ...; empty where no report says.
    level: str
    # "bilateral", "trilateral" ...
    format: str
    sidelines_of: str
    history: tuple[Step, ...]
    # Held as agreed, or called off; for a visit, the meetings in it.
    came_to: tuple[Followed, ...]
    # The offer, invitation, visit or agreement to meet that led to it.
    came_from: tuple[Followed, ...]


def meetings(view: View, selection: Selection) -> Iterator[Meeting]:
    """Yield meetings, calls and visits by day."""
    chosen, items = told_of(view, selection.of(*KINDS)), Items(view)
    following = follow(view, chosen, backwards=True)
    for told in chosen:
        came_to = following.after(told.id, LinkKind.HELD, LinkKind.CALLED_OFF, LinkKind.MEETING)
        came_from = following.before(told.id, LinkKind.MEETING, LinkKind.HELD, LinkKind.CALLED_OFF, LinkKind.VISIT)
        yield _meeting(told, items, followed(came_to, following, items), preceded(came_from, following, items))


def _meeting(told: Told, items: Items, came_to: tuple[Followed, ...], came_from: tuple[Followed, ...]) -> Meeting:
    act = told.act
    return Meeting(
        item=items.item(told),
        participants=act.actors if act.kind is ActKind.VISIT else tuple(sorted({*act.actors, *act.targets})),
        sides=tuple(sorted(told.sides("actors", "targets"))),
        mediators=act.mediators,
        host=act.host,
        place=act.place,
        country=act.country,
        level=told.value("level"),
        format=told.value("format"),
        sidelines_of=told.value("sidelines_of"),
        history=items.history(told),
        came_to=came_to,
        came_from=came_from,
    )
