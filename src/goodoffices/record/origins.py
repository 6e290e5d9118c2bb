"""How articles came here, and articles as they were taken in."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.model.article import Article, Dating
from goodoffices.record.rows import HEAD_COLUMNS, HEAD_TABLES, ArticleHead, head_from


def keep_origin(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Keep how an article came here, where that is more than its text; what is kept already stays."""
    dating = article.dating
    if article.author or dating is not None or article.capture:
        connection.execute(
            "INSERT OR IGNORE INTO origins (article, author, dated_by, dated_surely, capture) VALUES (?, ?, ?, ?, ?)",
            (key, article.author, dating.found_in if dating else "", dating.score if dating else 0.0, article.capture),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How an article came here: who wrote it, as the source says, and where its date was found."""

    author: str = ""
    # None where there is no date, or nothing is known of how it came there.
    dating: Dating | None = None


def origin_of(connection: sqlite3.Connection, head: ArticleHead) -> Origin:
    """Return how one version of an article came here; nothing where nothing is known."""
    query = "SELECT author, dated_by, dated_surely FROM origins WHERE article = ?"
    author, dated_by, dated_surely = connection.execute(query, (head.key,)).fetchone() or ("", "", 0.0)
    return Origin(author=author, dating=Dating(found_in=dated_by, score=dated_surely) if dated_by else None)


class Shelf:
    """The articles of a record in the order in which they came, and as they came."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def last_key(self) -> int:
        """Return the key of the version of an article that came last; 0 where there is none."""
        return int(self._connection.execute("SELECT coalesce(max(key), 0) FROM articles").fetchone()[0])

    def newer_than(self, key: int) -> Iterator[ArticleHead]:
        """Yield the heads of the versions of articles that came after the one of this key."""
        query = f"SELECT {HEAD_COLUMNS} FROM {HEAD_TABLES} WHERE articles.key > ? ORDER BY articles.key"
        return (head_from(row) for row in self._connection.execute(query, (key,)))

    def unread(self, read_with: str) -> Iterator[ArticleHead]:
        """Yield the heads of the current articles that this reader did not read; the record may change meanwhile."""
        query = (
            f"SELECT {HEAD_COLUMNS} FROM {HEAD_TABLES} WHERE articles.is_current AND articles.read_with <> ? "
            "AND articles.key > ? ORDER BY articles.key LIMIT 1"
        )
        key = 0
        while row := self._connection.execute(query, (read_with, key)).fetchone():
            head = head_from(row)
            key = head.key
            yield head

    def captured(self) -> Iterator[ArticleHead]:
        """Yield the heads of the current articles whose documents are kept; what comes meanwhile is left out."""
        query = (
            f"SELECT {HEAD_COLUMNS} FROM {HEAD_TABLES} JOIN origins ON origins.article = articles.key "
            "WHERE articles.is_current AND origins.capture <> '' AND articles.key > ? AND articles.key <= ? "
            "ORDER BY articles.key LIMIT 1"
        )
        key, last = 0, self.last_key()
        while row := self._connection.execute(query, (key, last)).fetchone():
            head = head_from(row)
            key = head.key
            yield head

    def article(self, head: ArticleHead) -> Article:
        """Return one version of an article as it was when it was taken in, before it was read."""
        (text,) = self._connection.execute("SELECT text FROM texts WHERE article = ?", (head.key,)).fetchone()
        row = self._connection.execute(
            "SELECT author, dated_by, dated_surely, capture FROM origins WHERE article = ?", (head.key,)
        ).fetchone()
        author, dated_by, dated_surely, capture = row or ("", "", 0.0, "")
        return Article(
            id=head.id,
            text=text,
            title=head.title,
            url=head.url,
            outlet=head.outlet,
            published=head.published,
            author=author,
            dating=Dating(found_in=dated_by, score=dated_surely) if dated_by else None,
            capture=capture,
        )
