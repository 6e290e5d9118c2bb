"""What all pages share: the record's place, the token of our own forms, the one reader and the one writer."""

import datetime as dt
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.judging import judge
from goodoffices.engine.outlets import outlet_sides
from goodoffices.engine.readers import InProcess, fingerprint, open_reader
from goodoffices.errors import RecordLocked
from goodoffices.model.article import Article
from goodoffices.model.judgement import Judgement
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View

_WAIT_SECONDS = 20.0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(slots=True, kw_only=True)
class Desk:
    """One record as one running server shows it."""

    record: Path
    # The dossier that added articles are read with; None lets the reader choose.
    dossier: str | None = None
    # The name under which is judged where a form gives none.
    reviewer: str = ""
    clock: Callable[[], dt.datetime] = _now
    # Stands in each of our own forms, and nowhere else.
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _reader: InProcess | None = None

    @contextmanager
    def view(self) -> Iterator[View]:
        """Open the record for reading.

        Raises:
            RecordError: It cannot be read.
        """
        with open_view(self.record) as view:
            yield view

    @contextmanager
    def writing(self) -> Iterator[Record]:
        """Open the record for writing; one at a time.

        Raises:
            RecordLocked: Another page or another run is writing.
            RecordError: It cannot be written to.
        """
        if not self._writing.acquire(timeout=_WAIT_SECONDS):
            raise RecordLocked("another page is writing to the record", subject=str(self.record), hint="Try again soon")
        try:
            with Record.open(self.record) as record:
                yield record
        finally:
            self._writing.release()

    def judge(self, asked: Callable[[View], list[Judgement]]) -> tuple[Judgement, ...]:
        """Keep what a person says.

        Raises:
            GoodOfficesError: It says nothing that can be kept, or the record cannot be written to.
        """
        with self.writing() as record:
            return judge(record, *asked(record.view()))

    def read_articles(self, articles: list[Article]) -> Tally:
        """Read articles into the record.

        Raises:
            GoodOfficesError: The record cannot be written to, or a lexicon has mistakes.
        """
        with self.writing() as record:
            return self._intake(record).read(articles)

    def read_files(self, paths: list[Path]) -> Tally:
        """Read what files hold into the record; a file that lists addresses is text like any other.

        Raises:
            GoodOfficesError: The record cannot be written to, or a lexicon has mistakes.
        """
        with self.writing() as record:
            return self._intake(record).read_paths(paths)

    def _intake(self, record: Record) -> Intake:
        if self._reader is None:
            self._reader = InProcess(open_reader(self.dossier))
        with record.writer() as writer:
            writer.know_outlets(outlet_sides(self.dossier))
        hooks = Hooks(clock=lambda: self.clock().isoformat(timespec="seconds"))
        titles = issue_titles(self.dossier)
        return Intake(record, self._reader, read_with=fingerprint(self.dossier), hooks=hooks, titles=titles)
