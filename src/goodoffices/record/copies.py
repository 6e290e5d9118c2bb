"""Which articles of the record are copies of each other: groups, kept up as articles come.

What is alike is not decided here: the caller says of each pair that shares a band whether it is. The same articles make
the same groups in any order.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

MOST_IN_BAND = 200
"""How many texts under one band are compared with a new one. Beyond, texts are made from a pattern by the thousand, and
are alike one of the first 200 where they are alike at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ungrouped:
    """An article that was not compared yet."""

    key: int
    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What an article is found by: the digest of its words, and its bands."""

    key: int
    digest: bytes
    bands: tuple[int, ...]


class CopyTable:
    """Groups copies within the transaction that `Record.copies` opened."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ungrouped(self, limit: int) -> list[Ungrouped]:
        """Return the next articles that were not compared yet, at most so many; none when all were."""
        rows = self._connection.execute(
            "SELECT articles.key, articles.url, texts.text FROM articles JOIN texts ON texts.article = articles.key "
            "WHERE articles.key > (SELECT coalesce(max(article), 0) FROM copies) ORDER BY articles.key LIMIT ?",
            (limit,),
        )
        return [Ungrouped(key=key, url=url, text=text) for key, url, text in rows]

    def text(self, key: int) -> str:
        """Return the text of an article."""
        return str(self._connection.execute("SELECT text FROM texts WHERE article = ?", (key,)).fetchone()[0])

    def add(self, marks: Iterable[Marks], are_alike: Callable[[int, int], bool]) -> None:
        """Put articles, by rising key, into groups.

        Args:
            are_alike: Tells of two keys whether their texts are copies. Asked only where the answer matters.
        """
        self._connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS incoming_bands "
            "(band INTEGER, article INTEGER, PRIMARY KEY (band, article)) WITHOUT ROWID"
        )
        self._connection.execute("DELETE FROM incoming_bands")
        for mark in marks:
            self._add_text(mark)
        self._add_bands()
        groups = _Groups(self._connection)
        for new, old in self._pairs():
            if not groups.are_one(new, old) and are_alike(new, old):
                groups.unite(new, old)
        groups.keep()

    def _add_text(self, mark: Marks) -> None:
        known = self._connection.execute("SELECT article FROM copy_texts WHERE digest = ?", (mark.digest,)).fetchone()
        original = mark.key if known is None else known[0]
        self._connection.execute(
            "INSERT INTO copies SELECT :key, :original, "
            "coalesce((SELECT copy_group FROM copies WHERE article = :original), :key)",
            {"key": mark.key, "original": original},
        )
        if known is None:
            self._connection.execute("INSERT INTO copy_texts VALUES (?, ?)", (mark.digest, mark.key))
            self._connection.executemany(
                "INSERT OR IGNORE INTO incoming_bands VALUES (?, ?)", ((band, mark.key) for band in mark.bands)
            )

    def _add_bands(self) -> None:
        self._connection.execute(
            "INSERT INTO copy_bands SELECT band, article FROM incoming_bands WHERE (SELECT count(*) FROM "
            "(SELECT 1 FROM copy_bands WHERE copy_bands.band = incoming_bands.band LIMIT ?)) < ?",
            (MOST_IN_BAND, MOST_IN_BAND),
        )

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Yield (new, older) articles that share a band, those with the most shared bands first for each new one."""
        yield from self._connection.execute(
            "SELECT new.article, old.article FROM incoming_bands AS new JOIN copy_bands AS old "
            "ON old.band = new.band AND old.article < new.article "
            "GROUP BY new.article, old.article ORDER BY new.article, count(*) DESC, old.article"
        ).fetchall()


class _Groups:
    """Groups that are united in one transaction, and written at its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._group_of: dict[int, int] = {}
        # A group that became part of another, to that other.
        self._part_of: dict[int, int] = {}

    def are_one(self, first: int, second: int) -> bool:
        """Return whether two articles are in one group already."""
        return self._group(first) == self._group(second)

    def unite(self, first: int, second: int) -> None:
        """Make the groups of two articles one, under the smaller key."""
        one, other = sorted((self._group(first), self._group(second)))
        self._part_of[other] = one

    def keep(self) -> None:
        """Write the groups into the record."""
        self._connection.executemany(
            "UPDATE copies SET copy_group = ? WHERE copy_group = ?", ((self._root(old), old) for old in self._part_of)
        )

    def _group(self, article: int) -> int:
        if article not in self._group_of:
            row = self._connection.execute("SELECT copy_group FROM copies WHERE article = ?", (article,)).fetchone()
            self._group_of[article] = row[0]
        return self._root(self._group_of[article])

    def _root(self, group: int) -> int:
        while group in self._part_of:
            group = self._part_of[group]
        return group
