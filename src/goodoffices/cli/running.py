"""Runs that read into a record, with progress and notices on standard error."""

import datetime as dt
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from goodoffices.batch.local import Workers
from goodoffices.cli.progress import counts_of, print_notices, shown_progress
from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.gathering import Found, Web, gather
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.outlets import outlet_sides
from goodoffices.engine.readers import Executor, InProcess, fingerprint, open_reader
from goodoffices.engine.relevance import Filter
from goodoffices.record.store import Record


class Runner:
    """Reads into one record, time after time, with one reader."""

    def __init__(
        self, record: Record, executor: Executor, dossier: str | None, should_stop: Callable[[], bool]
    ) -> None:
        self.record = record
        self.should_stop = should_stop
        self.read_with = fingerprint(dossier)
        self._executor = executor
        self._titles = issue_titles(dossier)
        with record.writer() as writer:
            writer.know_outlets(outlet_sides(dossier))

    def read(self, found: Iterable[Found]) -> Tally:
        """Read what was found, say what came of it, and note that all that was fetched is read.

        Raises:
            GoodOfficesError: The record cannot be written to, or the user stopped the run.
        """
        with shown_progress() as on_progress:
            hooks = Hooks(clock=_now, should_stop=self.should_stop, on_progress=on_progress)
            intake = Intake(self.record, self._executor, read_with=self.read_with, hooks=hooks, titles=self._titles)
            try:
                intake.read(found)
                self.record.fetches().settle()
            finally:
                print_notices(intake.tally.notices)
                print(f"{counts_of(intake.tally)} -> {self.record.path}", file=sys.stderr)
        return intake.tally


@contextmanager
def open_runner(record_file: Path, dossier: str | None, workers: int) -> Iterator[Runner]:
    """Open a record and a reader, and turn the first Ctrl-C into a wish that runs look at between articles.

    Raises:
        GoodOfficesError: The record or the reader cannot be opened.
    """
    with ExitStack() as stack:
        record = stack.enter_context(Record.open(record_file))
        should_stop = stack.enter_context(_stopping_gently())
        executor: Executor
        if workers > 1:
            executor = stack.enter_context(Workers(workers, partial(open_reader, dossier)))
        else:
            executor = InProcess(open_reader(dossier))
        yield Runner(record, executor, dossier, should_stop)


def read_into(
    record_file: Path,
    given: list[str],
    *,
    dossier: str | None,
    workers: int,
    web: Web | None = None,
    only: Filter | None = None,
) -> Tally:
    """Read files, folders and addresses into a record.

    Raises:
        GoodOfficesError: The record or the reader cannot be opened, or the user stopped the run.
    """
    with open_runner(record_file, dossier, workers) as runner:
        return runner.read(gather(runner.record, given, web or Web(), only))


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
