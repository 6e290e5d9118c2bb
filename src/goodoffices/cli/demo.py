"""`goodoffices demo`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.running import read_into
from goodoffices.cli.serve import PORT, serve_record
from goodoffices.demo import bundled_reports
from goodoffices.exports.brief_html import brief_to_html
from goodoffices.exports.brief_markdown import brief_to_markdown
from goodoffices.record.store import open_view
from goodoffices.views.brief import build_brief

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the record and the brief are put.")] = Path(
        "demo"
    ),
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Show the record in the browser at the end.")
    ] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes a free one.")] = PORT,
) -> None:
    """Read the bundled reports and show what comes of them.

    Two dozen short reports in seven languages, written for this project from public facts, are read into a record in
    the folder; the brief made of it is printed, and put there as Markdown and as HTML. Then the record is served to the
    browser until Ctrl-C.

    \b
    Examples:
      goodoffices demo
      goodoffices demo --folder /tmp/look --no-serve
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / "record.db"
    read_into(record, [str(bundled_reports())], dossier=None, workers=1)
    with open_view(record) as view:
        brief = build_brief(view, None, None)
        counts = view.counts()
    markdown = brief_to_markdown(brief)
    (folder / "brief.md").write_text(markdown, "utf-8")
    (folder / "brief.html").write_text(brief_to_html(brief), "utf-8")
    print(markdown)
    print(_where_to_look(folder, record, counts.acts), file=sys.stderr)
    if serve:
        serve_record(record, port=port)


def _where_to_look(folder: Path, record: Path, acts: int) -> str:
    return f"""\
The reports are invented after public facts. The record holds {acts} acts.
  {folder / "brief.html"}                          the brief, to read in a browser and to print
  goodoffices serve --record {record}         the record in the browser
  goodoffices acts --record {record}          everything that happened
  goodoffices show ID --record {record}       one act, with the words that say so
  goodoffices explain ID --record {record}    by which rules it was read
  goodoffices search ceasefire --record {record}"""
