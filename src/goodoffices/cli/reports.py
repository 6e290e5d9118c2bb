"""`goodoffices reports`."""

import json
from typing import Annotated

import typer

from goodoffices.cli.options import FormatOption, LinesFormat, RecordOption, lines_format, record_path
from goodoffices.cli.tables import print_table
from goodoffices.model.act import ActKind
from goodoffices.record.rows import Sourced
from goodoffices.record.store import open_view
from goodoffices.record.view import View
from goodoffices.views.lines import report_line

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def reports(
    record: RecordOption = None,
    format: FormatOption = None,
    kind: Annotated[ActKind | None, typer.Option(help="Only reports of this kind of act.")] = None,
    with_earlier: Annotated[
        bool, typer.Option("--with-earlier", help="Also those of versions that were corrected later.")
    ] = False,
) -> None:
    """Print what the articles report, one report a line.

    \b
    Examples:
      goodoffices reports
      goodoffices reports --format jsonl > reports.jsonl
      goodoffices reports --kind meeting --record process.db
    """
    with open_view(record_path(record)) as view:
        if lines_format(format) is LinesFormat.JSONL:
            _print_lines(view, kind, with_earlier)
        else:
            rows = (_row(sourced) for sourced in view.reports(kind=kind, with_earlier=with_earlier))
            print_table(("id", "article", "published", "report"), rows)


def _print_lines(view: View, kind: ActKind | None, with_earlier: bool) -> None:
    key, text = -1, ""
    for sourced in view.reports(kind=kind, with_earlier=with_earlier):
        if sourced.article.key != key:
            key, text = sourced.article.key, view.text(sourced.article)
        print(json.dumps(report_line(sourced, text), ensure_ascii=False))


def _row(sourced: Sourced) -> tuple[str, ...]:
    published = sourced.article.published
    return (sourced.report.id, sourced.article.id, published.to_iso() if published else "", str(sourced.report))
