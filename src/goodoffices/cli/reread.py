"""`goodoffices reread`."""

from itertools import chain
from typing import Annotated

import typer

from goodoffices.cli.options import DossierOption, RecordOption, WorkersOption, record_path
from goodoffices.cli.running import open_runner
from goodoffices.engine.anew import taken_anew
from goodoffices.engine.gathering import unread
from goodoffices.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def reread(
    record: RecordOption = None,
    dossier: DossierOption = None,
    workers: WorkersOption = None,
    extract: Annotated[
        bool, typer.Option("--extract", help="Take kept pages and documents apart anew, as they came, before.")
    ] = False,
) -> None:
    """Read the record's articles anew with the present lexicons.

    Nothing is fetched, and no file is needed: the record has the texts. Articles that the present reader has read stay
    as they are, unless --extract finds another main text, title or date for them. Judgements stay; reports that are no
    longer found are set aside and not deleted.

    \b
    Examples:
      goodoffices reread --record process.db
      goodoffices reread --workers 4 --dossier armenia-azerbaijan
      goodoffices reread --extract

    Exit status: 0 all was read, 1 something could not be read and was named, 2 wrong use, 130 stopped.
    """
    settings = Settings.from_environment()
    with open_runner(record_path(record), dossier or settings.dossier, workers or settings.workers) as runner:
        anew = taken_anew(runner.record) if extract else ()
        tally = runner.read(chain(anew, unread(runner.record, runner.read_with)))
    if tally.errors:
        raise typer.Exit(1)
