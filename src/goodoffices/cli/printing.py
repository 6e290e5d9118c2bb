"""How what a view found is printed: one JSON object a line, a table, or CSV."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec
import typer

from goodoffices.cli.tables import print_table
from goodoffices.views.items import Item

T = TypeVar("T")
Row = Sequence[str]


class ViewFormat(StrEnum):
    """How a view is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


ViewFormatOption = Annotated[
    ViewFormat | None,
    typer.Option(
        "--format",
        help="table for people, jsonl for programs, csv for spreadsheets.  [default: table on a terminal, else jsonl]",
    ),
]


def print_view(
    found: Iterable[T], headings: Sequence[str], rows: Callable[[T], Iterable[Row]], format: ViewFormat | None
) -> None:
    """Print what a view found: whole, one JSON object a line, or the rows that each has in a table."""
    wanted = format or (ViewFormat.TABLE if sys.stdout.isatty() else ViewFormat.JSONL)
    if wanted is ViewFormat.JSONL:
        for one in found:
            print(msgspec.json.encode(one).decode())
        return
    held = (row for one in found for row in rows(one))
    if wanted is ViewFormat.TABLE:
        print_table(headings, held)
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(held)


def day_of(item: Item) -> str:
    """Return when it happened; in brackets, when it was first reported, where no report says."""
    return item.date or (f"({item.reported})" if item.reported else "")


def what_of(item: Item) -> str:
    """Return what it is in words."""
    said = f", according to {' and '.join(item.said_by)}" if item.said_by else ""
    return f"{item.sentence}{said}: “{item.words}”" if item.words else f"{item.sentence}{said}"
