"""`goodoffices brief`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import RecordOption, days_from, record_path
from goodoffices.errors import UsageError
from goodoffices.exports.brief_formats import BRIEF_FORMATS
from goodoffices.record.store import open_view
from goodoffices.views.brief import build_brief

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class BriefFormat(StrEnum):
    """How a brief is written."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"


@app.command()
def brief(
    record: RecordOption = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day, or month or year: 2024-05-01.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day, or month or year: 2024-05.")] = None,
    format: Annotated[
        BriefFormat | None,
        typer.Option(help="Markdown, one HTML file, JSON, Word or PDF.  [default: by the ending of FILE, else md]"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    with_background: Annotated[
        bool, typer.Option("--with-background", help="Also what the reports tell as background.")
    ] = False,
) -> None:
    """Write the brief of a period.

    Meetings, offers and what became of them, agreements, commitments and demands by issue, predictions, and where
    accounts differ: each line with its date, the number of its sources, and the words that say so.

    \b
    Examples:
      goodoffices brief --since 2024-04-01 --until 2024-05-31
      goodoffices brief --since 2024-05 --until 2024-05 --output may.docx
      goodoffices brief --since 2024-05 --format pdf --output since-may.pdf
    """
    first, last = days_from(since, until)
    with open_view(record_path(record)) as view:
        warn_if_stale(view)
        written = build_brief(view, first, last, with_background=with_background)
    chosen = BRIEF_FORMATS[format or _by_ending(output)]
    if output is not None:
        _write(output, chosen.write(written))
    elif chosen.is_text or not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(chosen.write(written))
        sys.stdout.buffer.flush()
    else:
        raise UsageError(f"{chosen.title} is nothing that a terminal shows", hint="Add --output FILE")


def _by_ending(output: Path | None) -> BriefFormat:
    ending = output.suffix.removeprefix(".").lower() if output is not None else ""
    return BriefFormat(ending) if ending in [*BriefFormat] else BriefFormat.MD


def _write(output: Path, content: bytes) -> None:
    """Write a file.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        output.write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", subject=str(output)) from error
