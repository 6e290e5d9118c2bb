"""`goodoffices read`."""

import datetime as dt
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from goodoffices.batch.local import Workers
from goodoffices.cli.options import DossierOption, RecordOption, record_path
from goodoffices.cli.progress import counts_of, print_notices, shown_progress
from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.outlets import outlet_sides
from goodoffices.engine.readers import Executor, InProcess, fingerprint, open_reader
from goodoffices.record.store import Record
from goodoffices.settings import Settings

app = typer.Typer(rich_markup_mode=None)


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders with articles.")],
    record: RecordOption = None,
    dossier: DossierOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Processes that read.  [default: 1, or $GOODOFFICES_WORKERS]")
    ] = None,
) -> None:
    """Read articles into the record.

    Takes text, Markdown, HTML, PDF, DOCX, mail (EML, MBOX), JSON, JSON Lines, tables (CSV), web archives (WARC, WACZ),
    ZIP, TAR and compressed files of all these, and folders, each by its content. JSON objects and tables have a text
    and may have id, url, title, published and outlet. What was read before is not read again.

    \b
    Examples:
      goodoffices read reports/
      goodoffices read april.jsonl page.html --record process.db --dossier armenia-azerbaijan
      goodoffices read archive/ --workers 4

    Exit status: 0 all was read, 1 something could not be read and was named, 2 wrong use, 130 stopped.
    """
    settings = Settings.from_environment()
    tally = read_into(
        record_path(record), paths, dossier=dossier or settings.dossier, workers=workers or settings.workers
    )
    if tally.errors:
        raise typer.Exit(1)


def read_into(record_file: Path, paths: list[Path], *, dossier: str | None, workers: int) -> Tally:
    """Read paths into a record with progress and notices on standard error.

    Raises:
        GoodOfficesError: The record or the reader cannot be opened, or the user stopped the run.
    """
    with ExitStack() as stack:
        record = stack.enter_context(Record.open(record_file))
        should_stop = stack.enter_context(_stopping_gently())
        on_progress = stack.enter_context(shown_progress())
        executor: Executor
        if workers > 1:
            executor = stack.enter_context(Workers(workers, partial(open_reader, dossier)))
        else:
            executor = InProcess(open_reader(dossier))
        hooks = Hooks(clock=_now, should_stop=should_stop, on_progress=on_progress)
        titles = issue_titles(dossier)
        intake = Intake(record, executor, read_with=fingerprint(dossier), hooks=hooks, titles=titles)
        with record.writer() as writer:
            writer.know_outlets(outlet_sides(dossier))
        try:
            intake.read_paths(paths)
        finally:
            stack.close()
            print_notices(intake.tally.notices)
            print(f"{counts_of(intake.tally)} -> {record_file}", file=sys.stderr)
    return intake.tally


class _Wish:
    """Whether the user asked to stop."""

    def __init__(self) -> None:
        self.is_asked = False

    def __call__(self) -> bool:
        return self.is_asked

    def ask(self, _signal: int, _frame: FrameType | None) -> None:
        """Stop after the present article; asked a second time, at once."""
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True
        print("stopping after what is being read; once more Ctrl-C stops at once", file=sys.stderr)


@contextmanager
def _stopping_gently() -> Iterator[_Wish]:
    """Turn the first Ctrl-C into a wish that the run looks at between articles."""
    wish = _Wish()
    before = signal.signal(signal.SIGINT, wish.ask)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
