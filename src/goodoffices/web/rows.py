"""The charts' data as CSV, under the address of the page that draws them."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from goodoffices.views.items import Item
from goodoffices.web.families import FAMILIES
from goodoffices.web.pages.geography import MapPage
from goodoffices.web.pages.ledgers import LedgerPage
from goodoffices.web.pages.matrix import IssuePage, MatrixPage
from goodoffices.web.pages.network import NetworkPage
from goodoffices.web.pages.sources import SourcesPage
from goodoffices.web.pages.timelines import TimelinePage

Row = Mapping[str, object]

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is a formula to spreadsheets."""


def csv_of(page: Any) -> str | None:
    """Return the data of a page as CSV, with a line of headings where there is any; None for a page without a table."""
    for kind, rows in _ROWS.items():
        if isinstance(page, kind):
            return _written(rows(page))
    return None


def has_rows(page: Any) -> bool:
    """Return whether a page can be had as CSV."""
    return isinstance(page, tuple(_ROWS))


def gives_rows(kind: type) -> bool:
    """Return whether pages of a kind can be had as CSV."""
    return kind in _ROWS


def _written(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_ACTIVE):
        return f"'{value}"
    return "" if value is None else value


def _act(item: Item) -> dict[str, object]:
    return {
        "act": item.act, "kind": item.kind.value, "status": item.status, "modality": item.modality.value,
        "date": item.date, "reported": item.reported, "what": item.sentence, "said_by": item.said_by,
        "sources": item.sources, "outlets": item.outlets, "langs": item.langs,
    }  # fmt: skip


def _of_timeline(page: TimelinePage) -> Iterator[Row]:
    lanes = page.timeline.drawing.lanes if page.timeline else ()
    for lane in lanes:
        for mark in lane.marks:
            one = mark.happening
            yield {
                "act": one.act, "lane": one.lane, "first_day": one.days.start, "last_day": one.days.last,
                "day_of": "report" if one.is_reported else "act", "family": one.family,
                "ahead": one.is_ahead, "differs": one.differs, "what": one.title,
            }  # fmt: skip


def _of_matrix(page: MatrixPage) -> Iterator[Row]:
    for row in page.rows:
        for party, cell in zip(page.parties, row.cells, strict=True):
            if cell is not None:
                yield {
                    "issue": row.issue, "title": row.title, "party": party, "stance": cell.latest.stance.value,
                    "before": cell.movement[:-1], "positions": cell.count, **_act(cell.latest.item),
                }  # fmt: skip


def _of_issue(page: IssuePage) -> Iterator[Row]:
    for one in page.standpoints:
        for position in (one.latest, *one.earlier):
            yield {
                "issue": page.issue, "party": one.party, "stance": position.stance.value, "by": position.by,
                "towards": position.towards, **_act(position.item),
            }  # fmt: skip


def _of_network(page: NetworkPage) -> Iterator[Row]:
    for one in page.pairs:
        yield {"one": one.one, "other": one.other, "met": one.count, "first": one.first, "last": one.last,
               "acts": one.acts}  # fmt: skip


def _of_map(page: MapPage) -> Iterator[Row]:
    for one in (*page.places, *page.unplaced):
        counts = dict(one.families)
        yield {
            "place": one.place, "country": one.country, "longitude": one.longitude, "latitude": one.latitude,
            "known_as": one.known_as, "acts": one.count, **{family: counts.get(family, 0) for family in FAMILIES},
            "first": one.first, "last": one.last,
        }  # fmt: skip


def _of_sources(page: SourcesPage) -> Iterator[Row]:
    for one in page.sources:
        yield {
            "outlet": one.outlet, "side": "not known" if one.side is None else one.side or "independent",
            "articles": one.articles, "reports": one.reports, "acts": one.acts, "first": one.first,
            "alone": one.alone, "langs": tuple(f"{lang} {number}" for lang, number in one.langs),
            "on_whom": tuple(f"{name} {number}" for name, number in one.on_whom), "since": one.since,
            "until": one.until,
        }  # fmt: skip


def _of_ledger(page: LedgerPage) -> Iterator[Row]:
    for line in page.lines:
        yield {
            "state": line.state, "heading": line.heading, **_act(line.item),
            "facts": tuple(f"{title}: {words}" for title, words in line.facts),
            "before": tuple(one.item.act for one in line.before), "after": tuple(one.item.act for one in line.after),
            "field": line.field, "accounts": tuple(one.value for one in line.accounts),
        }  # fmt: skip


_ROWS: Mapping[type, Callable[[Any], Iterable[Row]]] = {
    TimelinePage: _of_timeline,
    MatrixPage: _of_matrix,
    IssuePage: _of_issue,
    NetworkPage: _of_network,
    MapPage: _of_map,
    SourcesPage: _of_sources,
    LedgerPage: _of_ledger,
}
