"""Everything that happened or was said, by day, each with how its status came to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.following.told import Told
from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act on the timeline."""

    item: Item
    # The statuses that reports gave, in the order of their first report; empty where the kind has none.
    history: tuple[Step, ...]
    # The fields on which accounts differ.
    differs: tuple[str, ...]


def timeline(view: View, selection: Selection) -> Iterator[Event]:
    """Yield the acts by day, those without any last."""
    items = Items(view)
    for listed in view.find(selection):
        told = Told.of(listed)
        yield Event(item=items.item(told), history=items.history(told), differs=told.act.differs)
