"""`goodoffices explain`."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from goodoffices.cli.options import RecordOption, record_path
from goodoffices.model.judgement import RULE, Judgement
from goodoffices.record.rows import Sourced
from goodoffices.record.store import open_view
from goodoffices.record.view import View
from goodoffices.views.judgement_lines import notes_on
from goodoffices.views.underlining import underlined

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def explain(
    name: Annotated[str, typer.Argument(metavar="ID", help="A report's or an act's id, or enough of its beginning.")],
    record: RecordOption = None,
) -> None:
    """Tell by which entries and rules a report was read.

    And why it was taken for one act with others. For an act's id, tells it for each of its reports.

    \b
    Examples:
      goodoffices explain r82c1
      goodoffices explain k3f0a
    """
    with open_view(record_path(record)) as view:
        reports = (view.report(name),) if name.startswith("r") else view.reports_of(view.act(name).id)
        for number, sourced in enumerate(reports):
            if number:
                print()
            _print_report(view, sourced)


def _print_report(view: View, sourced: Sourced) -> None:
    console = Console(highlight=False, soft_wrap=True)
    report = sourced.report
    console.print(Text(f"{report}", style="bold"))
    console.print(Text(f"{report.id}, article {report.article}, version {sourced.article.version}", style="dim"))
    for line in underlined(report, view.text(sourced.article)):
        console.print(Text(f"    {line}"))
    console.print("read by")
    for entry in report.read_by or ("nothing that was noted down",):
        console.print(Text(f"    {entry}"))
    for judgement in view.judgements_on(report.id):
        if judgement.by == RULE:
            console.print(Text(_judgement_line(judgement, report.id)))
    for note in notes_on(report.id, view.settled_judgements([report.id])):
        console.print(Text(f"judged by {note}"))


def _judgement_line(judgement: Judgement, report: str) -> str:
    other = judgement.object if judgement.subject == report else judgement.subject
    return f"{judgement.verdict.value} {other} ({judgement.by}, {judgement.score:g}): {judgement.reason}"
