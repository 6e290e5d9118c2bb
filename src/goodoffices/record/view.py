"""What the record says: read-only queries that give back articles, reports, acts, judgements and notices."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import NotFound, UsageError
from goodoffices.model.act import Act, ActKind
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ArticleId, ReportId
from goodoffices.model.judgement import RULE, Judgement, Verdict
from goodoffices.model.notice import Notice, Severity
from goodoffices.record.articles import merged_below, read_from, versions_of
from goodoffices.record.finding import (
    Listed,
    OutletSide,
    Selection,
    Telling,
    acts_told_beside,
    find_act,
    find_acts,
    has_party,
    last_publication,
    outlet_names,
    outlet_sides,
    party_names,
    place_names,
    tellings_of,
)
from goodoffices.record.judgements import JudgementTable, Settled
from goodoffices.record.links import LinkRow, are_links_behind, links_below, links_of
from goodoffices.record.names import NameTable
from goodoffices.record.origins import Origin, origin_of
from goodoffices.record.places import PlacesTally, tally_places
from goodoffices.record.rows import (
    HEAD_COLUMNS,
    HEAD_TABLES,
    ArticleHead,
    Sourced,
    act_from,
    days_of,
    head_from,
    report_from,
)
from goodoffices.record.search import Hit, count_hits, search
from goodoffices.record.selecting import (
    count_acts,
    cut,
    cut_counting,
    held_by,
    tally_acts,
    tally_differences,
    tally_months,
    tally_outcomes,
)

# Acts are made of the reports that the latest reading of the latest version of each article gives.
_CURRENT = "reports.is_current AND articles.is_current"
_SOURCED = f"SELECT reports.body, {HEAD_COLUMNS} FROM {HEAD_TABLES} JOIN reports ON reports.article = articles.key"

_JUDGEMENTS = "SELECT verdict, subject, object, value, judged_by, judged_at, reason, score FROM judgements"
# Ids are letters and digits: all that begin so stand before this.
_BEGINS = "id >= :name AND id < :name || '~'"
_ACTS_OF_REPORTS = (
    "SELECT DISTINCT act_reports.act FROM reports JOIN act_reports ON act_reports.report = reports.key "
    "WHERE reports.id >= :name AND reports.id < :name || '~' ORDER BY 1 LIMIT 3"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the record holds of what is current."""

    articles: int
    reports: int
    acts: int
    notices: int
    # Reports for each language, the most first.
    by_lang: tuple[tuple[str, int], ...]


class View:
    """Reads one record. What it yields lazily must be used up before the record is closed."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def read_with(self, article: Article) -> str | None:
        """Return the fingerprint of the reader that last read this version of the article; None if none did."""
        row = self._connection.execute(
            "SELECT read_with FROM articles WHERE id = ? AND digest = ?", (article.id, article.digest)
        ).fetchone()
        return None if row is None else str(row[0])

    def heads(self) -> Iterator[ArticleHead]:
        """Yield the head of every version of every article, by id, then version."""
        query = f"SELECT {HEAD_COLUMNS} FROM {HEAD_TABLES} ORDER BY articles.id, articles.version"
        return (head_from(row) for row in self._connection.execute(query))

    def text(self, head: ArticleHead) -> str:
        """Return the text of one version of an article."""
        row = self._connection.execute("SELECT text FROM texts WHERE article = ?", (head.key,)).fetchone()
        return str(row[0])

    def origin_of(self, head: ArticleHead) -> Origin:
        """Return who wrote one version of an article, and where its date was found."""
        return origin_of(self._connection, head)

    def versions_of(self, article: str) -> tuple[ArticleHead, ...]:
        """Return the heads of all versions of the article of this id, the first one first; none where there is none."""
        return versions_of(self._connection, article)

    def read_from(self, head: ArticleHead) -> tuple[Sourced, ...]:
        """Return the reports that the present reading gives of one version of an article, in the order of its text."""
        return read_from(self._connection, head)

    def merged_below(self, score: float) -> Iterator[tuple[ReportId, ReportId, float, str]]:
        """Yield the pairs that a rule took for one act with a lower score, the least certain first, with its reason."""
        return merged_below(self._connection, score)

    def reports(self, *, kind: ActKind | None = None, with_earlier: bool = False) -> Iterator[Sourced]:
        """Yield the reports by article, version and place in the text: the same for the same input.

        Args:
            with_earlier: Also those of corrected versions and those that a later reading no longer gives.
        """
        query = (
            f"{_SOURCED} WHERE (:kind IS NULL OR reports.kind = :kind) AND (:earlier OR ({_CURRENT})) "
            "ORDER BY articles.id, articles.version, reports.start_char, reports.id"
        )
        values = {"kind": kind.value if kind else None, "earlier": with_earlier}
        return map(_sourced, self._connection.execute(query, values))

    def report(self, name: str) -> Sourced:
        """Return the report of this id, or whose id alone begins so; of copies, the first.

        Raises:
            NotFound: There is none.
            UsageError: Several ids begin so.
        """
        found = self._one_of(name, self._ids(name, f"SELECT DISTINCT id FROM reports WHERE {_BEGINS} LIMIT 2"))
        row = self._connection.execute(f"{_SOURCED} WHERE reports.id = ? ORDER BY articles.key LIMIT 1", (found,))
        return _sourced(row.fetchone())

    def act(self, name: str) -> Act:
        """Return the act of this id, or whose id alone begins so.

        An act's id is that of its smallest report; the act that had it once is the one which that report is of now.
        Where no present id begins so, one that an act had may.

        Raises:
            NotFound: There is none.
            UsageError: Several ids begin so.
        """
        report = f"r{name[1:]}"
        if name.startswith("k") and (held := self.act_of(ReportId(report))) is not None:
            return held
        found = self._ids(name, f"SELECT id FROM acts WHERE {_BEGINS} LIMIT 2")
        if not found and name.startswith("k"):
            found = self._ids(report, _ACTS_OF_REPORTS)
        act = self._one_of(name, found)
        return act_from(self._connection.execute("SELECT body FROM acts WHERE id = ?", (act,)).fetchone()[0])

    def _ids(self, name: str, query: str) -> list[str]:
        return [row[0] for row in self._connection.execute(query, {"name": name})] if name else []

    def _one_of(self, name: str, found: Sequence[str]) -> str:
        if not found:
            raise NotFound("nothing in the record has this id", subject=name, hint=f"Looked in {self.path}")
        if len(found) > 1 and name not in found:
            hint = f"Give more of its digits: there are {', '.join(found)}"
            raise UsageError("several ids begin so", subject=name, hint=hint)
        return name if name in found else found[0]

    def acts(self, *, kind: ActKind | None = None, within: DateInterval | None = None) -> Iterator[Act]:
        """Yield the acts by first day, those without a date last, then by kind and id.

        Args:
            within: Only those that share a day with it.
        """
        start, end = days_of(within)
        query = (
            "SELECT body FROM acts WHERE (:kind IS NULL OR kind = :kind) "
            "AND (:start IS NULL OR (starts_on < :end AND ends_on > :start)) "
            "ORDER BY starts_on IS NULL, starts_on, kind, id"
        )
        values = {"kind": kind.value if kind else None, "start": start, "end": end}
        return (act_from(body) for (body,) in self._connection.execute(query, values))

    def find(self, selection: Selection) -> Iterator[Listed]:
        """Yield the acts that are asked for by the day of lists, then kind and id, each with its parties."""
        return find_acts(self._connection, selection)

    def count(self, selection: Selection, *, most: int | None = None) -> int:
        """Return how many acts are asked for, however the selection cuts them; `most` where there are more."""
        return count_acts(self._connection, selection, most)

    def tally(self, selection: Selection) -> dict[tuple[ActKind, str], int]:
        """Return how many acts of each kind and status are asked for, however the selection cuts them."""
        return tally_acts(self._connection, selection)

    def cut(self, selection: Selection, number: int) -> tuple[Selection, dt.date | None]:
        """Return the latest so many of the acts that are asked for as a selection, and the first of their days.

        No day is given where there are no more than these.
        """
        return cut(self._connection, selection, number)

    def cut_counting(self, selection: Selection, number: int) -> tuple[Selection, int]:
        """Return the latest so many of the acts that are asked for as a selection, and how many are asked for."""
        return cut_counting(self._connection, selection, number)

    def tally_months(self, selection: Selection) -> dict[dt.date, int]:
        """Return how many of the acts lie in each month, by its first day; those without a day are left out."""
        return tally_months(self._connection, selection)

    def held_by(self, selection: Selection, acts: Iterable[ActId]) -> set[ActId]:
        """Return those of these acts that are asked for, however the selection cuts them."""
        return held_by(self._connection, selection, acts)

    def tally_places(self, selection: Selection, most: int) -> PlacesTally:
        """Return the places of the acts that are asked for: of more than `most`, of the latest so many."""
        return tally_places(self._connection, selection, most)

    def tally_outcomes(self, selection: Selection) -> dict[str, int]:
        """Return how many of the acts came to what by the day `on`, the most first; none of kinds without outcome."""
        return tally_outcomes(self._connection, selection)

    def tally_differences(self, selection: Selection) -> dict[str, int]:
        """Return on how many of the acts accounts differ, by field, the most first."""
        return tally_differences(self._connection, selection)

    def found(self, act: ActId) -> Listed | None:
        """Return one act with its parties; None where there is none of this id."""
        return find_act(self._connection, act)

    def tellings_of(self, act: ActId) -> tuple[Telling, ...]:
        """Return where and in which words an act is told, by publication and article."""
        return tellings_of(self._connection, act)

    def told_beside(self, act: ActId) -> tuple[ActId, ...]:
        """Return the acts that are told by words of which the act's own evidence has some, by id."""
        return acts_told_beside(self._connection, act)

    def party_names(self) -> Iterator[str]:
        """Yield everyone who has a part in an act, once each, by name."""
        return party_names(self._connection)

    def has_party(self, name: str) -> bool:
        """Return whether someone of this very name has a part in an act."""
        return has_party(self._connection, name)

    def place_names(self) -> Iterator[str]:
        """Yield every place and every state in which acts happened, once each."""
        return place_names(self._connection)

    def outlet_names(self) -> Iterator[str]:
        """Yield the names of outlets, those with most articles first."""
        return outlet_names(self._connection)

    def called(self, name: str, side: str) -> str:
        """Return what acts call the bearer of a name of a report; the name itself where it has no other.

        Args:
            side: The state or body that the bearer speaks for in that report; empty where it does not say.
        """
        return NameTable(self._connection).called((name, side)) or name

    def last_publication(self) -> dt.date | None:
        """Return the last day on which an article was published; None where none has a date."""
        return last_publication(self._connection)

    def outlet_sides(self) -> dict[str, OutletSide]:
        """Return the publishers whose side is known, by name and by host in small letters."""
        return outlet_sides(self._connection)

    def reports_of(self, act: ActId) -> tuple[Sourced, ...]:
        """Return the reports of an act, by publication and article; copies of one article each on their own."""
        query = (
            f"{_SOURCED} JOIN act_reports ON act_reports.report = reports.key WHERE act_reports.act = ? "
            "ORDER BY articles.published = '', articles.published, articles.id, reports.start_char, reports.id"
        )
        return tuple(map(_sourced, self._connection.execute(query, (act,))))

    def act_of(self, report: ReportId) -> Act | None:
        """Return the act that a report belongs to; None for one that is set aside."""
        query = (
            "SELECT acts.body FROM acts JOIN act_reports ON act_reports.act = acts.id "
            "JOIN reports ON reports.key = act_reports.report WHERE reports.id = ? LIMIT 1"
        )
        row = self._connection.execute(query, (report,)).fetchone()
        return None if row is None else act_from(row[0])

    def is_behind(self) -> bool:
        """Return whether reports came, went or were judged since acts were last made, because a run was cut off."""
        tables = ("changed_reports", "changed_blocks", "changed_acts")
        is_unmerged = any(self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)
        return is_unmerged or are_links_behind(self._connection)

    def links_of(self, firsts: Iterable[ActId], laters: Iterable[ActId] = ()) -> list[LinkRow]:
        """Return what followed from some acts, and from what others followed, by the rules; each link once."""
        return links_of(self._connection, firsts, laters)

    def links_below(self, confidence: float) -> Iterator[LinkRow]:
        """Yield the links of which the rules are less sure than this, the least sure first."""
        return links_below(self._connection, confidence)

    def judgements(self, *, of_people: bool = False) -> Iterator[Judgement]:
        """Yield the judgements in the order in which they were made; all of them, or only those of people."""
        query = f"{_JUDGEMENTS} WHERE NOT ? OR judged_by <> ? ORDER BY key"
        return map(_judgement, self._connection.execute(query, (of_people, RULE)))

    def judgements_of_people(self) -> tuple[Judgement, ...]:
        """Return the judgements of people with what they are about, by time."""
        found = JudgementTable(self._connection).of_people(with_anchors=True).values()
        return tuple(sorted(found, key=lambda judgement: judgement.order))

    def settled_judgements(self, reports: Iterable[str] | None = None) -> Iterator[Settled]:
        """Yield the judgements of people by time, with where each stands.

        Args:
            reports: Only those on one of these reports, as they stand now.
        """
        return JudgementTable(self._connection).settled(reports)

    def judgements_on(self, report: ReportId) -> Iterator[Judgement]:
        """Yield the judgements on one report, in the order in which they were made."""
        query = f"{_JUDGEMENTS} WHERE subject = ? OR object = ? ORDER BY key"
        return map(_judgement, self._connection.execute(query, (report, report)))

    def notices(self, *, article: ArticleId | None = None) -> Iterator[Notice]:
        """Yield what could not be read, or was read with a reservation, in the order in which it was noticed."""
        query = (
            "SELECT notices.stage, notices.subject, notices.message, notices.severity FROM notices "
            "LEFT JOIN articles ON articles.key = notices.article WHERE :article IS NULL OR articles.id = :article "
            "ORDER BY notices.key"
        )
        for stage, subject, message, severity in self._connection.execute(query, {"article": article}):
            yield Notice(stage=stage, subject=subject, message=message, severity=Severity(severity))

    def count_hits(self, words: str, *, most: int) -> int:
        """Return in how many current articles all the words are found, at most so many."""
        return count_hits(self._connection, words, most=most)

    def search(self, words: str, *, limit: int = 20, skip: int = 0) -> Iterator[Hit]:
        """Yield the current articles in which all the words are found, the best first.

        Args:
            words: "in quotes" for a phrase, word* for a beginning.
            skip: So many of the best are passed over.
        """
        return search(self._connection, words, limit=limit, skip=skip)

    def issue_titles(self) -> dict[str, str]:
        """Return what issues are called, by id."""
        return dict(self._connection.execute("SELECT id, title FROM issues"))

    def counts(self) -> Counts:
        """Return how much there is of what is current."""
        rows = self._connection.execute(
            "SELECT what, name, count FROM tallies WHERE what <> 'what' AND (count > 0 OR name = '') "
            "ORDER BY count DESC, name"
        ).fetchall()
        total = {what: count for what, name, count in rows if not name}
        by_lang = tuple((name, count) for what, name, count in rows if what == "reports")
        return Counts(
            articles=total["articles"],
            acts=total["acts"],
            notices=total["notices"],
            reports=sum(count for _, count in by_lang),
            by_lang=by_lang,
        )


def _sourced(row: tuple[object, ...]) -> Sourced:
    return Sourced(report=report_from(str(row[0])), article=head_from(row[1:]))


def _judgement(row: tuple[str, str, str, str, str, str, str, float]) -> Judgement:
    verdict, subject, about, value, by, at, reason, score = row
    return Judgement(
        verdict=Verdict(verdict), subject=subject, object=about, value=value, by=by, at=at, reason=reason, score=score
    )
