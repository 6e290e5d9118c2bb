"""Options and arguments that several commands share."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
