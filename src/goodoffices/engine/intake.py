"""Articles into the record.

Reading goes in transactions of some articles each: a run that is stopped, or cut off, leaves a whole record, and the
next run of the same command goes on where it stopped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from goodoffices.engine.copies import group_copies
from goodoffices.engine.merging import update_acts
from goodoffices.engine.readers import Executor, Outcome
from goodoffices.errors import Interrupted
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.record.store import Record
from goodoffices.record.writer import Kept, Run, Writer, corrected_notice
from goodoffices.sources.files import articles_in
from goodoffices.sources.found import Found

ARTICLES_IN_TRANSACTION = 50
"""How many articles are kept at once: few enough that stopping is quick, enough that the disk is not the brake."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    articles: int = 0
    """Articles that were read and are kept."""
    reports: int = 0
    known: int = 0
    """Articles that the record had, read by the same reader: passed over."""
    corrected: int = 0
    notices: list[Notice] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many things could not be read."""
        return sum(notice.severity is Severity.ERROR for notice in self.notices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """What the caller of a run lends it."""

    # Gives the time as an ISO instant in UTC; only the log of runs holds it.
    clock: Callable[[], str]
    # Asked before every article: whether to stop.
    should_stop: Callable[[], bool] = bool
    # Told after every article.
    on_progress: Callable[[Tally], None] = lambda _: None


class Intake:
    """One run of reading into a record."""

    def __init__(
        self,
        record: Record,
        executor: Executor,
        *,
        read_with: str,
        hooks: Hooks,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        self._record = record
        self._executor = executor
        self._read_with = read_with
        self._hooks = hooks
        # What issues are called, by id.
        self._titles = titles or {}
        # Noticed since the last transaction.
        self._pending: list[Notice] = []
        self.tally = Tally()

    def read_paths(self, paths: Iterable[Path]) -> Tally:
        """Read what files and folders hold. See `read`."""
        return self.read(articles_in(paths))

    def read(self, found: Iterable[Found]) -> Tally:
        """Read articles into the record and bring its acts up to date.

        Returns:
            What was done; the same object as `tally`, which is also there after an interruption.

        Raises:
            Interrupted: `should_stop` said so; what was read until then is kept, with its acts.
            RecordError: The record cannot be written; what was kept before is whole.
        """
        started_at = self._hooks.clock()
        outcomes = self._executor.read(self._unread(found))
        while batch := list(islice(outcomes, ARTICLES_IN_TRANSACTION)):
            self._keep(batch)
            group_copies(self._record)
        with self._record.writer() as writer:
            self._note_pending(writer)
            writer.title_issues(self._titles)
            writer.log(self._run(started_at))
        group_copies(self._record)
        update_acts(self._record)
        if self._hooks.should_stop():
            raise Interrupted(
                f"stopped; {self.tally.articles} article(s) and {self.tally.reports} report(s) of this run are kept",
                subject=str(self._record.path),
                hint="The same command goes on from there",
            )
        return self.tally

    def _unread(self, found: Iterable[Found]) -> Iterator[Article]:
        """Yield the articles that the record does not have as this reader reads them, until the user stops the run."""
        view = self._record.view()
        for item in found:
            if self._hooks.should_stop():
                return
            if isinstance(item, Notice):
                self._notice(item)
            elif view.read_with(item) == self._read_with:
                self.tally.known += 1
                # What could not be read then cannot be read now: it is said again, though not kept again.
                self.tally.notices.extend(n for n in view.notices(article=item.id) if n.severity is Severity.ERROR)
                self._hooks.on_progress(self.tally)
            else:
                yield item

    def _notice(self, notice: Notice) -> None:
        self.tally.notices.append(notice)
        self._pending.append(notice)

    def _note_pending(self, writer: Writer) -> None:
        for notice in self._pending:
            writer.note(notice)
        self._pending.clear()

    def _keep(self, batch: Iterable[Outcome]) -> None:
        """Keep what was read, in one transaction, and only then count it."""
        kept: list[tuple[Kept, Outcome]] = []
        with self._record.writer() as writer:
            for outcome in batch:
                became = writer.add(outcome.article, outcome.reports, outcome.notices, read_with=self._read_with)
                kept.append((became, outcome))
                if became is Kept.CORRECTED:
                    self._notice(corrected_notice(outcome.article))
            self._note_pending(writer)
        for became, outcome in kept:
            self._count(became, outcome)
            self._hooks.on_progress(self.tally)

    def _count(self, became: Kept, outcome: Outcome) -> None:
        if became is Kept.KNOWN:
            self.tally.known += 1
            return
        self.tally.articles += 1
        self.tally.reports += len(outcome.reports)
        self.tally.corrected += became is Kept.CORRECTED
        self.tally.notices.extend(outcome.notices)

    def _run(self, started_at: str) -> Run:
        return Run(
            started_at=started_at,
            ended_at=self._hooks.clock(),
            read_with=self._read_with,
            articles=self.tally.articles,
            reports=self.tally.reports,
            notices=len(self.tally.notices),
        )
