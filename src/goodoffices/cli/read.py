"""`goodoffices read`."""

from typing import Annotated

import typer

from goodoffices.cli.filtering import DroppedOption, RelevantOption, open_filter
from goodoffices.cli.options import DossierOption, RecordOption, WorkersOption, record_path
from goodoffices.cli.running import read_into
from goodoffices.engine.gathering import Web
from goodoffices.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders and addresses with articles.")
    ],
    record: RecordOption = None,
    dossier: DossierOption = None,
    workers: WorkersOption = None,
    retry: Annotated[bool, typer.Option("--retry", help="Ask again for addresses that failed before.")] = False,
    relevant: RelevantOption = False,
    dropped: DroppedOption = None,
) -> None:
    """Read articles into the record.

    Takes text, Markdown, HTML, PDF, DOCX, mail (EML, MBOX), JSON, JSON Lines, tables (CSV), web archives (WARC, WACZ),
    ZIP, TAR and compressed files of all these, and folders, each by its content. JSON objects and tables have a text
    and may have id, url, title, published, outlet and author. What was read before is not read again.

    Takes addresses of pages, of feeds (RSS, Atom, JSON) and of site maps, and files that list these (one a line, or
    OPML). Pages and documents are kept as they came in a folder beside the record.

    \b
    Examples:
      goodoffices read reports/
      goodoffices read april.jsonl page.html --record process.db --dossier armenia-azerbaijan
      goodoffices read archive/ --workers 4
      goodoffices read https://www.example.org/feed.xml addresses.txt
      goodoffices read day.warc.gz --dossier armenia-azerbaijan --relevant --dropped dropped.jsonl

    Exit status: 0 all was read, 1 something could not be read and was named, 2 wrong use, 130 stopped.
    """
    settings = Settings.from_environment()
    chosen = dossier or settings.dossier
    with open_filter(chosen, relevant, dropped) as only:
        tally = read_into(
            record_path(record),
            sources,
            dossier=chosen,
            workers=workers or settings.workers,
            web=Web(contact=settings.contact, retries_failed=retry),
            only=only,
        )
    if tally.errors:
        raise typer.Exit(1)
