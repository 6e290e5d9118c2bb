"""Wires the stages: files to articles, articles to reports, both into the record, reports to acts.

The only module that imports all stages. Reading goes in transactions of some articles each: a run that is stopped, or
cut off, leaves a whole record, and the next run of the same command goes on where it stopped.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Protocol

from goodoffices import __version__
from goodoffices.dossier.load import dossier_names, load_dossier
from goodoffices.errors import CollectedError, GoodOfficesError, Interrupted, Skippable, UsageError
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.model.act import ActKind
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.model.report import Report
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates
from goodoffices.reading.reader import Reader
from goodoffices.reading.reading import Reading
from goodoffices.record.store import Record
from goodoffices.record.writer import Kept, Run, Writer, corrected_notice
from goodoffices.resolving.clusters import Decisions, gather
from goodoffices.resolving.merge import judgements_of, merge
from goodoffices.resolving.outline import CountryOf, outline
from goodoffices.resolving.whereabouts import country_of
from goodoffices.sources.files import articles_in
from goodoffices.sources.found import Found

ARTICLES_IN_TRANSACTION = 50
"""How many articles are kept at once: few enough that stopping is quick, enough that the disk is not the brake."""

_MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistake in the reader, or in a lexicon, raises on one article: named, and the others are read all the same."""


class ArticleReader(Protocol):
    """Turns one article into its reports."""

    def read(self, article: Article) -> Reading:
        """Return what the article reports."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What reading one article gave."""

    # With the language that it was read in.
    article: Article
    reports: tuple[Report, ...]
    notices: tuple[Notice, ...]


class Executor(Protocol):
    """Reads articles, here or in processes of their own."""

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in their order, taking articles only as they are needed."""
        ...


class InProcess:
    """Reads one article after the other in this process."""

    def __init__(self, reader: ArticleReader) -> None:
        self._reader = reader

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in their order."""
        return (outcome_of(self._reader, article) for article in articles)


def open_reader(dossier: str | None) -> ArticleReader:
    """Return a reader with the dossier of that name, or without one.

    Raises:
        ConfigurationError: A lexicon or the dossier has mistakes, or there is none of that name.
    """
    return Reader(dossier=dossier)


def outcome_of(reader: ArticleReader, article: Article) -> Outcome:
    """Return what the reader makes of an article; where it fails on it, a notice that says so and no reports."""
    try:
        reading = reader.read(article)
    except GoodOfficesError as error:
        if not isinstance(error, Skippable):
            raise
        return _failed(article, error.detail)
    except _MISTAKES as error:
        return _failed(article, f"the reader made a mistake here, please report it: {type(error).__name__}: {error}")
    return Outcome(article=replace(article, lang=reading.lang), reports=reading.reports, notices=reading.notices)


def _failed(article: Article, message: str) -> Outcome:
    notice = Notice(stage="reading", subject=article.id, message=message, severity=Severity.ERROR)
    return Outcome(article=article, reports=(), notices=(notice,))


def fingerprint(dossier: str | None) -> str:
    """Return digits that change with whatever can change what is read: the reader's code, every lexicon and dossier."""
    digest = hashlib.sha256(f"{__version__}:{dossier or ''}".encode())
    for package in ("dossier", "lexicon", "model", "reading"):
        for file in _files_below(files("goodoffices") / package):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files_below(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.startswith(("__pycache__", ".")):
            continue
        if item.is_dir():
            yield from _files_below(item)
        else:
            yield item


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

    def __init__(self, record: Record, executor: Executor, *, read_with: str, hooks: Hooks) -> None:
        self._record = record
        self._executor = executor
        self._read_with = read_with
        self._hooks = hooks
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
        with self._record.writer() as writer:
            self._note_pending(writer)
            writer.log(self._run(started_at))
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


def update_acts(record: Record) -> None:
    """Make the acts of every kind whose reports changed anew, each kind in a transaction of its own."""
    decisions = Decisions.of(record.view().judgements(of_people=True))
    for kind in record.view().stale_kinds():
        _update_kind(record, kind, decisions, country_of)


def _update_kind(record: Record, kind: ActKind, decisions: Decisions, country: CountryOf) -> None:
    """Make the acts of one kind anew; the reports themselves are held one act at a time."""
    view = record.view()
    keys: dict[str, list[int]] = {}
    outlines = []
    for keyed in view.keyed_reports(kind):
        if keyed.report.id not in keys:
            outlines.append(outline(keyed.report, keyed.published, country))
        keys.setdefault(keyed.report.id, []).append(keyed.key)
    clusters = gather(outlines, decisions)
    with record.writer() as writer:
        writer.clear_acts(kind)
        for cluster in clusters:
            report_keys = [key for report in cluster.reports for key in keys[report]]
            reports = list({report.id: report for report in view.reports_at(report_keys)}.values())
            writer.add_act(merge(reports, country), report_keys)
            writer.judge(judgements_of(cluster))


def check_data(names: Sequence[str]) -> list[str]:
    """Return what is wrong with the lexicons and dossiers of these names, all where none is given, one line each.

    Raises:
        UsageError: There is no lexicon and no dossier of a name.
    """
    known: dict[str, Callable[[str], object]] = {
        **dict.fromkeys(languages(), load_lexicon),
        **dict.fromkeys(dossier_names(), load_dossier),
    }
    problems: list[str] = []
    for name in names or sorted(known):
        if name not in known:
            raise UsageError(
                "no lexicon and no dossier has this name", subject=name, hint=f"There are {', '.join(known)}"
            )
        try:
            known[name](name)
        except CollectedError as error:
            problems.extend(error.problems)
    return problems


def dates_in(text: str, lang: str, published: dt.date | None) -> list[DateMention]:
    """Return the dates that a text of a language mentions, in its order, counted from its day of publication.

    Raises:
        UnsupportedLanguage: There are no date words for the language.
        LexiconError: Its date words have mistakes.
    """
    return find_dates(text, load_date_tables(lang), published)
