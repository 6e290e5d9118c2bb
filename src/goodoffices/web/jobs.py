"""Reading in the background: one job after the other, each of which can be watched and stopped.

A job knows nothing of pages. It writes to the record as every other run does, so that pages are shown, and judgements
kept, while it goes on.
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.engine.gathering import Found
from goodoffices.engine.intake import Tally
from goodoffices.errors import GoodOfficesError, Interrupted, NotFound, UsageError
from goodoffices.model.article import Article

_KEPT = 50
_MOST_WAITING = 20
_ENDING_SECONDS = 5.0


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class Source:
    """One address that was given, and what came of it."""

    address: str
    is_asked: bool = False
    articles: int = 0
    # Why nothing came; empty where something did, or may yet.
    trouble: str = ""


@dataclass(slots=True, kw_only=True)
class Job:
    """Something to be read. Changed by the thread that reads, looked at by others."""

    sources: tuple[Source, ...] = ()
    # Names of files, and "a text" for what was pasted.
    others: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    state: JobState = JobState.WAITING
    # What is being asked for or read, in words for people; empty before and after.
    now: str = ""
    # Ids of the articles that were found, in that order.
    found: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    # Why it failed.
    trouble: str = ""
    _wish: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)

    def stop(self) -> None:
        """Ask it to stop after the present article."""
        self._wish.set()

    def should_stop(self) -> bool:
        """Return whether it was asked to stop."""
        return self._wish.is_set()

    def sleep(self, seconds: float) -> None:
        """Wait, but no longer once it was asked to stop."""
        self._wish.wait(seconds)

    def ask(self, address: str) -> None:
        """Note that an address is asked for now."""
        self.now = address
        for source in self.sources:
            if source.address == address:
                source.is_asked = True

    def watch(self, found: Iterator[Found]) -> Iterator[Found]:
        """Yield what is found, counted for the address from which it comes."""
        for item in found:
            if isinstance(item, Article):
                self.found.append(item.id)
                for source in self.sources:
                    source.articles += source.address == self.now
            yield item


class Jobs:
    """The jobs of one running server. One is done at a time; the last of them can be looked at."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._threads: list[threading.Thread] = []
        self._one_at_a_time = threading.Lock()
        self._changing = threading.Lock()

    def start(self, job: Job, work: Callable[[Job], None]) -> Job:
        """Begin a job as soon as those before it are over.

        Raises:
            UsageError: Too many are waiting.
        """
        with self._changing:
            if sum(not one.is_over for one in self._jobs.values()) >= _MOST_WAITING:
                raise UsageError("too much is being read already", hint="Wait until some of it is done")
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT and next(iter(self._jobs.values())).is_over:
                self._jobs.popitem(last=False)
            thread = threading.Thread(target=self._do, args=(job, work), name=f"reading {job.id}", daemon=True)
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()
        return job

    def find(self, name: str) -> Job:
        """Return the job of this id.

        Raises:
            NotFound: There is none, or it is long over.
        """
        job = self._jobs.get(name)
        if job is None:
            raise NotFound("nothing is being read under this name", subject=name, hint="What was read is in the record")
        return job

    def _do(self, job: Job, work: Callable[[Job], None]) -> None:
        with self._one_at_a_time:
            job.state = JobState.RUNNING
            ended = JobState.FAILED
            job.trouble = "the program made a mistake, which it told where it was started"
            try:
                if not job.should_stop():
                    work(job)
                ended, job.trouble = JobState.STOPPED if job.should_stop() else JobState.DONE, ""
            except Interrupted:
                ended, job.trouble = JobState.STOPPED, ""
            except GoodOfficesError as error:
                job.trouble = str(error)
            finally:
                job.now, job.state = "", ended

    def wait(self, seconds: float) -> None:
        """Wait until all are over, or until the time has passed."""
        for thread in self._threads:
            thread.join(seconds)

    def close(self) -> None:
        """Stop all; what they read until now is kept."""
        for job in self._jobs.values():
            job.stop()
        self.wait(_ENDING_SECONDS)
