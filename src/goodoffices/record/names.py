"""The names that nobody has listed, as the reports of the record use them."""

import sqlite3
from collections.abc import Iterable, Iterator

Name = tuple[str, str]
"""A name, and for whom it speaks; '' where no report says."""


class NameTable:
    """Reads and writes them within a transaction of the record's writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def uses_of(self, report: str) -> set[Name]:
        """Return the names that a report was last seen to use."""
        return set(self._connection.execute("SELECT name, side FROM name_uses WHERE report = ?", (report,)))

    def set_uses(self, report: str, names: Iterable[Name]) -> None:
        """Keep which names a report uses; none for one that makes no act."""
        self._connection.execute("DELETE FROM name_uses WHERE report = ?", (report,))
        self._connection.executemany(
            "INSERT INTO name_uses VALUES (?, ?, ?)", ((report, name, side) for name, side in sorted(names))
        )

    def is_used(self, name: Name) -> bool:
        """Return whether any report uses a name."""
        query = "SELECT 1 FROM name_uses WHERE name = ? AND side = ? LIMIT 1"
        return self._connection.execute(query, name).fetchone() is not None

    def called(self, name: Name) -> str:
        """Return what acts call the bearer of a name; empty for a name that is not kept."""
        row = self._connection.execute("SELECT called FROM names WHERE name = ? AND side = ?", name).fetchone()
        return str(row[0]) if row else ""

    def add(self, name: Name, keys: Iterable[str]) -> None:
        """Keep a new name with the skeletons of its words."""
        self._connection.execute("INSERT INTO names VALUES (?, ?, ?)", (*name, name[0]))
        self._connection.executemany("INSERT INTO name_keys VALUES (?, ?, ?)", ((key, *name) for key in sorted(keys)))

    def drop(self, name: Name) -> None:
        """Take out a name that no report uses any more."""
        for table in ("names", "name_keys", "name_pairs"):
            self._connection.execute(f"DELETE FROM {table} WHERE name = ? AND side = ?", name)
        self._connection.execute("DELETE FROM name_pairs WHERE other = ? AND other_side = ?", name)

    def alike(self, keys: Iterable[str], least: int) -> list[Name]:
        """Return the names that share at least so many of these skeletons, sorted."""
        held = sorted(keys)
        query = (
            f"SELECT name, side FROM name_keys WHERE key IN ({', '.join('?' * len(held))}) "
            "GROUP BY name, side HAVING count(*) >= ? ORDER BY name, side"
        )
        return self._connection.execute(query, (*held, least)).fetchall()

    def pair(self, one: Name, other: Name) -> None:
        """Keep that two names can be one."""
        self._connection.executemany("INSERT OR IGNORE INTO name_pairs VALUES (?, ?, ?, ?)", [one + other, other + one])

    def paired(self, name: Name) -> set[Name]:
        """Return the names that can be one with this one."""
        query = "SELECT other, other_side FROM name_pairs WHERE name = ? AND side = ?"
        return set(self._connection.execute(query, name))

    def call(self, name: Name, called: str) -> None:
        """Keep what acts call the bearer of a name, and have the acts of the reports that use it made anew."""
        self._connection.execute("UPDATE names SET called = ? WHERE name = ? AND side = ?", (called, *name))
        self._connection.execute(
            "INSERT OR IGNORE INTO changed_reports SELECT report FROM name_uses WHERE name = ? AND side = ?", name
        )

    def spellings(self, called: str) -> Iterator[Name]:
        """Yield the names whose bearers acts call so, sorted."""
        query = "SELECT name, side FROM names WHERE called = ? ORDER BY name, side"
        yield from self._connection.execute(query, (called,))
