"""`goodoffices reread`."""

import typer

from goodoffices.cli.options import DossierOption, RecordOption, WorkersOption, record_path
from goodoffices.cli.running import open_runner
from goodoffices.engine.gathering import unread
from goodoffices.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def reread(record: RecordOption = None, dossier: DossierOption = None, workers: WorkersOption = None) -> None:
    """Read the record's articles anew with the present lexicons.

    Nothing is fetched, and no file is needed: the record has the texts. Articles that the present reader has read stay
    as they are. Judgements stay; reports that are no longer found are set aside and not deleted.

    \b
    Examples:
      goodoffices reread --record process.db
      goodoffices reread --workers 4 --dossier armenia-azerbaijan

    Exit status: 0 all was read, 1 something could not be read and was named, 2 wrong use, 130 stopped.
    """
    settings = Settings.from_environment()
    with open_runner(record_path(record), dossier or settings.dossier, workers or settings.workers) as runner:
        tally = runner.read(unread(runner.record, runner.read_with))
    if tally.errors:
        raise typer.Exit(1)
