"""What all pages share: the record's place, the token of our own forms, the one reader and the one writer."""

import datetime as dt
import secrets
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.gathering import REAL_TIME, Found, Web, articles_in, gather
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.judging import judge
from goodoffices.engine.outlets import outlet_sides
from goodoffices.engine.readers import InProcess, fingerprint, open_reader
from goodoffices.errors import RecordLocked
from goodoffices.model.article import Article
from goodoffices.model.judgement import Judgement
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View
from goodoffices.web.jobs import Job, Jobs

_WAIT_SECONDS = 20.0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a page gives to be read."""

    articles: tuple[Article, ...] = ()
    # (plain name, content); a file that lists addresses is text like any other.
    files: tuple[tuple[str, bytes], ...] = ()
    addresses: tuple[str, ...] = ()


def _in_files(files: tuple[tuple[str, bytes], ...], folder: Path) -> Iterator[Found]:
    """Yield what files hold; each is put into a folder of its own, as two may be called the same."""
    for number, (name, content) in enumerate(files):
        place = folder / str(number)
        place.mkdir()
        (place / name).write_bytes(content)
        yield from articles_in([place / name])


@dataclass(slots=True, kw_only=True)
class Desk:
    """One record as one running server shows it."""

    record: Path
    # The dossier that added articles are read with; None lets the reader choose.
    dossier: str | None = None
    # The name under which is judged where a form gives none.
    reviewer: str = ""
    clock: Callable[[], dt.datetime] = _now
    # How addresses are asked that are given on a page.
    web: Web = field(default_factory=Web)
    # What is being read.
    jobs: Jobs = field(default_factory=Jobs)
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

    def read(self, job: Job, given: Given) -> None:
        """Read what is given into the record, telling the job how far it is.

        Raises:
            Interrupted: The job was asked to stop; what was read is kept.
            GoodOfficesError: The record cannot be written to, or a lexicon has mistakes.
        """
        with Record.open(self.record) as record, tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
            found = chain(given.articles, _in_files(given.files, Path(folder)), self._at(record, job, given.addresses))
            intake = self._intake(record, job)
            job.tally = intake.tally
            fetches = record.fetches()
            try:
                intake.read(job.watch(found))
                fetches.settle()
            finally:
                for source in job.sources:
                    fetch = fetches.find(source.address) if source.is_asked else None
                    source.trouble = fetch.trouble if fetch is not None else ""

    def _at(self, record: Record, job: Job, addresses: tuple[str, ...]) -> Iterator[Found]:
        """Yield what is found at addresses. Whoever names one wants it asked, also where it failed before."""
        if not addresses:
            return
        clock = replace(self.web.clock, sleep=job.sleep) if self.web.clock is REAL_TIME else self.web.clock
        yield from gather(record, addresses, replace(self.web, clock=clock, retries_failed=True, on_address=job.ask))

    def _intake(self, record: Record, job: Job) -> Intake:
        if self._reader is None:
            self._reader = InProcess(open_reader(self.dossier))
        with record.writer() as writer:
            writer.know_outlets(outlet_sides(self.dossier))
        hooks = Hooks(clock=lambda: self.clock().isoformat(timespec="seconds"), should_stop=job.should_stop)
        titles = issue_titles(self.dossier)
        return Intake(record, self._reader, read_with=fingerprint(self.dossier), hooks=hooks, titles=titles)
