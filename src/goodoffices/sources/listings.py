"""Feeds, site maps and lists of addresses: the links in them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from goodoffices.errors import SourceError
from goodoffices.sources.addresses import split_address
from goodoffices.sources.decoding import decode

MOST_LINKS = 50_000
"""As many as a site map may have by its own rules."""

_JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One address in a list, with what the list says of it."""

    url: str
    # Whether it leads to a further list.
    is_listing: bool = False
    title: str = ""
    # As the list writes it: when it was published, never when it was changed or seen.
    published: str = ""
    outlet: str = ""


def links_in(data: bytes, base: str, name: str) -> list[Link] | None:
    """Return the links of a feed (RSS, Atom, JSON), site map, list of subscriptions (OPML) or list of addresses.

    Args:
        base: The address from which relative ones are counted; empty where there is none.

    Returns:
        In the order of the list, each address once; None where the data are none of these.

    Raises:
        SourceError: It is one of these and cannot be read.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<"):
        found = _in_xml(data, name)
    elif head.startswith(b"{"):
        found = _in_json(data)
    else:
        found = _in_lines(data)
    return None if found is None else _clean(found, base)


def _clean(links: Iterator[Link], base: str) -> list[Link]:
    kept: dict[str, Link] = {}
    for link in links:
        url = _joined(base, link.url.strip()) if link.url.strip() else ""
        if split_address(url) is not None and url not in kept:
            kept[url] = Link(
                url=url, is_listing=link.is_listing, title=link.title, published=link.published, outlet=link.outlet
            )
        if len(kept) >= MOST_LINKS:
            break
    return list(kept.values())


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return ""


def _in_lines(data: bytes) -> Iterator[Link] | None:
    """Return the links of a text that holds nothing but addresses, one a line; # begins a remark."""
    lines = [line.strip() for line in decode(data[: 2**20]).splitlines()]
    addresses = [line for line in lines if line and not line.startswith("#")]
    if not addresses or not all(split_address(line) for line in addresses[:MOST_LINKS]):
        return None
    return (Link(url=line, is_listing=True) for line in addresses)


def _in_json(data: bytes) -> Iterator[Link] | None:
    try:
        feed = json.loads(decode(data))
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_JSON_FEED):
        return None
    items = feed.get("items")
    outlet = _text(feed.get("title"))
    return (
        Link(
            url=_text(item.get("url") or item.get("external_url")), title=_text(item.get("title")), outlet=outlet,
            published=_text(item.get("date_published")),
        )
        for item in (items if isinstance(items, list) else ())
        if isinstance(item, dict)
    )  # fmt: skip


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _in_xml(data: bytes, name: str) -> Iterator[Link] | None:
    begins = data[:4096].lower()
    if not any(mark in begins for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex", b"<opml")):
        return None
    if b"<!doctype" in begins or b"<!entity" in begins:
        raise SourceError("this list declares entities and was not read", subject=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"this list is damaged: {error}", subject=name) from error
    if root is None:
        raise SourceError("this list is damaged", subject=name)
    match _name(root):
        case "rss" | "rdf":
            return _in_rss(root)
        case "feed":
            return _in_atom(root)
        case "urlset":
            return _in_site_map(root)
        case "sitemapindex":
            return (Link(url=_child(entry, "loc"), is_listing=True) for entry in root)
        case "opml":
            return (Link(url=line.get("xmlUrl") or "", is_listing=True) for line in root.iter("{*}outline"))
        case _:
            return None


def _in_rss(root: etree._Element) -> Iterator[Link]:
    outlet = next((_child(channel, "title") for channel in root.iter("{*}channel")), "")
    for item in root.iter("{*}item"):
        url = _child(item, "link") or _permanent(item)
        published = _child(item, "pubdate") or _child(item, "date")
        yield Link(url=url, title=_child(item, "title"), published=published, outlet=outlet)


def _permanent(item: etree._Element) -> str:
    """Return the id of an item where it is an address, which it is unless it says otherwise."""
    return next((_own_text(one) for one in item if _name(one) == "guid" and one.get("isPermaLink") != "false"), "")


def _in_atom(root: etree._Element) -> Iterator[Link]:
    outlet = _child(root, "title")
    for entry in root.iter("{*}entry"):
        links = [one for one in entry if _name(one) == "link" and one.get("href")]
        chosen = [one for one in links if one.get("rel", "alternate") == "alternate"] or links
        url = chosen[0].get("href") or "" if chosen else ""
        yield Link(url=url, title=_child(entry, "title"), published=_child(entry, "published"), outlet=outlet)


def _in_site_map(root: etree._Element) -> Iterator[Link]:
    for entry in root:
        news = next((one for one in entry if _name(one) == "news"), None)
        outlet = (
            next((_child(one, "name") for one in news if _name(one) == "publication"), "") if news is not None else ""
        )
        yield Link(
            url=_child(entry, "loc"), outlet=outlet,
            title=_child(news, "title") if news is not None else "",
            published=_child(news, "publication_date") if news is not None else "",
        )  # fmt: skip


def _child(element: etree._Element, name: str) -> str:
    return next((_own_text(one) for one in element if _name(one) == name), "")


def _own_text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _name(element: etree._Element) -> str:
    """Return an element's name without its space, in small letters; empty for remarks and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
