"""The record's one writer: what it is given in a transaction is kept whole or not at all."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.model.act import Act
from goodoffices.model.article import Article
from goodoffices.model.identifiers import ActId
from goodoffices.model.judgement import Judgement
from goodoffices.model.notice import Notice, Severity
from goodoffices.model.report import Report
from goodoffices.record.blocks import Blocks
from goodoffices.record.finding import OutletSide, index_act, keep_outlet_sides
from goodoffices.record.judgements import JudgementTable
from goodoffices.record.links import LinkTable, drop_keys, index_keys
from goodoffices.record.names import NameTable
from goodoffices.record.origins import keep_origin
from goodoffices.record.rows import REPORT_COLUMNS, body_of, days_of, report_row, span_rows
from goodoffices.record.versions import find_earlier_version

_ADD_REPORT = (
    f"INSERT INTO reports ({', '.join(REPORT_COLUMNS)}, article) VALUES ({'?, ' * len(REPORT_COLUMNS)}?) RETURNING key"
)
_RENEW_REPORT = f"UPDATE reports SET {', '.join(f'{name} = ?' for name in REPORT_COLUMNS)} WHERE key = ? RETURNING key"


class Kept(StrEnum):
    """What became of an article that was given to the record."""

    NEW = "new"
    CORRECTED = "corrected"
    """Another version of an article that the record has: both are kept."""
    AGAIN = "again"
    """The same version, read by another reader: its reports were renewed."""
    KNOWN = "known"
    """The same version, read by the same reader: nothing was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One time that articles were read into the record."""

    started_at: str
    ended_at: str
    read_with: str
    articles: int
    reports: int
    notices: int


class Writer:
    """Adds to the record within the transaction that `Record.writer` opened."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, article: Article, reports: Iterable[Report], notices: Iterable[Notice], *, read_with: str) -> Kept:
        """Keep an article with what was read from it. Adding the same again changes nothing.

        Args:
            read_with: Fingerprint of the reader.
        """
        known = self._connection.execute(
            "SELECT key, read_with FROM articles WHERE id = ? AND digest = ?", (article.id, article.digest)
        ).fetchone()
        if known is None:
            key, kept = self._add_article(article, read_with)
        elif known[1] == read_with:
            return Kept.KNOWN
        else:
            key, kept = known[0], Kept.AGAIN
            self._connection.execute(
                "UPDATE articles SET read_with = ?, lang = ? WHERE key = ?", (read_with, article.lang, key)
            )
        self._put_reports(key, reports)
        for notice in notices:
            self.note(notice, article_key=key)
        return kept

    def _add_article(self, article: Article, read_with: str) -> tuple[int, Kept]:
        """Return the new row's key, and whether it is another version of an article that the record has."""
        earlier = find_earlier_version(self._connection, article)
        cursor = self._connection.execute(
            "INSERT INTO articles (id, digest, thread, version, is_current, url, outlet, published, lang, read_with) "
            "VALUES (?, ?, 0, 1, 1, ?, ?, ?, ?, ?)",
            (
                article.id, article.digest, article.url, self._outlet(article.outlet),
                article.published.to_iso() if article.published else "", article.lang, read_with,
            ),
        )  # fmt: skip
        key = int(cursor.lastrowid or 0)
        if earlier is None:
            self._connection.execute("UPDATE articles SET thread = key WHERE key = ?", (key,))
        else:
            self._connection.execute(
                "UPDATE articles SET thread = :thread, "
                "version = (SELECT max(version) + 1 FROM articles WHERE thread = :thread) WHERE key = :key",
                {"thread": earlier, "key": key},
            )
            self._make_current(key)
        values = {"key": key, "title": article.title, "text": article.text}
        self._connection.execute("INSERT INTO texts (article, title, text) VALUES (:key, :title, :text)", values)
        self._connection.execute("INSERT INTO article_search (rowid, title, text) VALUES (:key, :title, :text)", values)
        keep_origin(self._connection, key, article)
        return key, Kept.NEW if earlier is None else Kept.CORRECTED

    def _outlet(self, name: str) -> int | None:
        if not name:
            return None
        self._connection.execute("INSERT INTO outlets (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
        return int(self._connection.execute("SELECT id FROM outlets WHERE name = ?", (name,)).fetchone()[0])

    def _make_current(self, key: int) -> None:
        """Make one version of an article the one whose reports make acts."""
        (thread,) = self._connection.execute("SELECT thread FROM articles WHERE key = ?", (key,)).fetchone()
        self._connection.execute("UPDATE articles SET is_current = (key = ?) WHERE thread = ?", (key, thread))
        self._connection.execute(
            "INSERT OR IGNORE INTO changed_reports SELECT id FROM reports "
            "WHERE article IN (SELECT key FROM articles WHERE thread = ?)",
            (thread,),
        )

    def _put_reports(self, article_key: int, reports: Iterable[Report]) -> None:
        """Make these the article's reports: others that it had are set aside, not deleted."""
        self._connection.execute(
            "INSERT OR IGNORE INTO changed_reports SELECT id FROM reports WHERE article = ?", (article_key,)
        )
        known = dict(self._connection.execute("SELECT id, key FROM reports WHERE article = ?", (article_key,)))
        self._connection.execute("UPDATE reports SET is_current = 0 WHERE article = ?", (article_key,))
        for report in reports:
            self._put_report(article_key, report, known)

    def _put_report(self, article_key: int, report: Report, known: dict[str, int]) -> None:
        """Add or renew one report; `known` gives the keys of the article's reports and learns the new one."""
        is_new = report.id not in known
        statement, last = (_ADD_REPORT, article_key) if is_new else (_RENEW_REPORT, known[report.id])
        (key,) = self._connection.execute(statement, (*report_row(report), last)).fetchone()
        if is_new:
            # The words are part of what the id is made from, so a renewed report never needs another search row.
            self._connection.execute(
                "INSERT INTO report_search (rowid, evidence) VALUES (?, ?)", (key, report.evidence.text)
            )
        known[report.id] = key
        self._connection.execute("DELETE FROM report_spans WHERE report = ?", (key,))
        self._connection.executemany("INSERT INTO report_spans VALUES (?, ?, ?, ?, ?)", span_rows(key, report))
        self._connection.execute("INSERT OR IGNORE INTO changed_reports VALUES (?)", (report.id,))

    def note(self, notice: Notice, *, article_key: int | None = None) -> None:
        """Keep a notice; one that is there already is not doubled."""
        self._connection.execute(
            "INSERT OR IGNORE INTO notices (article, stage, subject, message, severity) VALUES (?, ?, ?, ?, ?)",
            (article_key, notice.stage, notice.subject, notice.message, notice.severity.value),
        )

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements; one that is there already, word for word, is not doubled."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO judgements "
            "(verdict, subject, object, value, judged_by, judged_at, reason, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((j.verdict.value, j.subject, j.object, j.value, j.by, j.at, j.reason, j.score) for j in judgements),
        )

    def judgement_table(self) -> JudgementTable:
        """Return the judgements of people, within this transaction."""
        return JudgementTable(self._connection)

    def blocks(self) -> Blocks:
        """Return the index of merging, within this transaction."""
        return Blocks(self._connection)

    def names(self) -> NameTable:
        """Return the names that nobody has listed, within this transaction."""
        return NameTable(self._connection)

    def links(self) -> LinkTable:
        """Return what followed from what, within this transaction."""
        return LinkTable(self._connection)

    def drop_act(self, act: str) -> None:
        """Take out an act, before those are added that its reports now make; there need be none of this id."""
        drop_keys(self._connection, ActId(act))
        self._connection.execute("DELETE FROM act_reports WHERE act = ?", (act,))
        self._connection.execute("DELETE FROM acts WHERE id = ?", (act,))

    def mark_changed(self, reports: Iterable[str]) -> None:
        """Put reports on the list of those whose acts are to be made anew."""
        self._connection.executemany("INSERT OR IGNORE INTO changed_reports VALUES (?)", ((name,) for name in reports))

    def add_act(self, act: Act, report_keys: Iterable[int]) -> None:
        """Add an act, whose reports stand under these keys."""
        self._connection.execute(
            "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                act.id, act.kind.value, act.status, act.issue, *days_of(act.happened_on),
                int(act.is_background), body_of(act),
            ),
        )  # fmt: skip
        self._connection.executemany("INSERT INTO act_reports VALUES (?, ?)", ((act.id, key) for key in report_keys))
        index_act(self._connection, act.id)
        index_keys(self._connection, act.id)

    def title_issues(self, titles: Mapping[str, str]) -> None:
        """Keep what issues are called, by id; titles that were kept before and are not among these stay."""
        self._connection.executemany("INSERT OR REPLACE INTO issues VALUES (?, ?)", sorted(titles.items()))

    def know_outlets(self, sides: Iterable[tuple[str, OutletSide]]) -> None:
        """Keep on whose side publishers stand, by name and by host, both in small letters."""
        keep_outlet_sides(self._connection, sides)

    def log(self, run: Run) -> None:
        """Keep when articles were read, by which reader, and how many."""
        self._connection.execute(
            "INSERT INTO runs (started_at, ended_at, read_with, articles, reports, notices) VALUES (?, ?, ?, ?, ?, ?)",
            (run.started_at, run.ended_at, run.read_with, run.articles, run.reports, run.notices),
        )


def corrected_notice(article: Article) -> Notice:
    """Return the notice that an article is a corrected version of one that the record has."""
    return Notice(
        stage="record",
        subject=article.id,
        message="another version of this article was already there: both are kept, the later one counts",
        severity=Severity.INFO,
    )
