"""Acts as the other ends of links, as views show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link, Links
from goodoffices.model.identifiers import ActId
from goodoffices.views.items import Item, Items


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An act as the other end of a link."""

    link: LinkKind
    reason: str
    # Up to 0.95; 1 where a person confirmed it.
    confidence: float
    confirmed_by: str
    item: Item


def followed(links: Iterable[Link], following: Links, items: Items) -> tuple[Followed, ...]:
    """Return what followed, as lines, in the order of the links."""
    return tuple(_followed(link, link.then, following, items) for link in links)


def preceded(links: Iterable[Link], following: Links, items: Items) -> tuple[Followed, ...]:
    """Return from what something followed, as lines, in the order of the links."""
    return tuple(_followed(link, link.first, following, items) for link in links)


def _followed(link: Link, end: ActId, following: Links, items: Items) -> Followed:
    return Followed(
        link=link.kind,
        reason=link.reason,
        confidence=link.confidence,
        confirmed_by=link.confirmed_by,
        item=items.item(following.told(end)),
    )
