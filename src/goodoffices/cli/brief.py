"""`goodoffices brief`."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import RecordOption, days_from, record_path
from goodoffices.errors import UsageError
from goodoffices.exports.brief_html import brief_to_html
from goodoffices.exports.brief_json import brief_to_json
from goodoffices.exports.brief_markdown import brief_to_markdown
from goodoffices.record.store import open_view
from goodoffices.views.brief import Brief, build_brief

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class BriefFormat(StrEnum):
    """How a brief is written."""

    MD = "md"
    HTML = "html"
    JSON = "json"


_WRITERS: dict[BriefFormat, Callable[[Brief], str]] = {
    BriefFormat.MD: brief_to_markdown,
    BriefFormat.HTML: brief_to_html,
    BriefFormat.JSON: brief_to_json,
}


@app.command()
def brief(
    record: RecordOption = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day, or month or year: 2024-05-01.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day, or month or year: 2024-05.")] = None,
    format: Annotated[BriefFormat, typer.Option(help="Markdown, one HTML file, or JSON.")] = BriefFormat.MD,
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
      goodoffices brief --since 2024-05 --until 2024-05 --format html -o may.html
    """
    first, last = days_from(since, until)
    with open_view(record_path(record)) as view:
        warn_if_stale(view)
        text = _WRITERS[format](build_brief(view, first, last, with_background=with_background))
    if output is None:
        print(text, end="")
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", subject=str(output)) from error
