"""Options and arguments that several commands share."""

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.errors import UsageError
from goodoffices.model.dates import DateInterval
from goodoffices.settings import Settings


class LinesFormat(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSONL = "jsonl"


RecordOption = Annotated[
    Path | None,
    typer.Option("--record", metavar="FILE", help="The record.  [default: goodoffices.db, or $GOODOFFICES_RECORD]"),
]
DossierOption = Annotated[
    str | None,
    typer.Option(
        "--dossier",
        metavar="NAME",
        help="A dossier's name or file, or none.  [default: $GOODOFFICES_DOSSIER, or by what an article names]",
    ),
]
WorkersOption = Annotated[
    int | None, typer.Option(min=1, max=256, help="Processes that read.  [default: 1, or $GOODOFFICES_WORKERS]")
]
FormatOption = Annotated[
    LinesFormat | None,
    typer.Option("--format", help="table for people, jsonl for programs.  [default: table on a terminal, else jsonl]"),
]


def record_path(record: Path | None) -> Path:
    """Return the record that is meant."""
    return record or Settings.from_environment().record


def lines_format(given: LinesFormat | None) -> LinesFormat:
    """Return the format that is meant: for people on a terminal, for programs elsewhere."""
    return given or (LinesFormat.TABLE if sys.stdout.isatty() else LinesFormat.JSONL)


def days_from(since: str | None, until: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the first day of `since` and the last of `until`; None for an open end.

    Raises:
        UsageError: One is no date, or the end lies before the beginning.
    """
    try:
        first = DateInterval.from_iso(since).start if since else None
        last = DateInterval.from_iso(until).last if until else None
    except ValueError as error:
        raise UsageError(str(error), subject="--since, --until", hint="Write 2024-05-01, or 2024-05") from error
    if first is not None and last is not None and last < first:
        raise UsageError("the period ends before it begins", subject=f"--since {since} --until {until}")
    return first, last


def day_from(given: str | None, option: str) -> dt.date | None:
    """Return the day that an option names, the last one of a month or year; None where it is not given.

    Raises:
        UsageError: It is no date.
    """
    try:
        return DateInterval.from_iso(given).last if given else None
    except ValueError as error:
        raise UsageError(str(error), subject=option, hint="Write 2024-05-01") from error
