"""Brings a record up to this program's shape: numbered SQL files, each in one transaction with its own number.

The record itself lists the steps that it has seen, because steps that were written side by side may come out in
another order than that of their numbers; each stands on its own. A record that was cut off between two steps stands at
the last whole one. A record made by a newer version is left alone.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from goodoffices.errors import RecordVersionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step from one shape of the record to the next."""

    number: int
    name: str
    sql: str


def load_migrations() -> tuple[Migration, ...]:
    """Return the steps in the order of their numbers, of which each stands once."""
    steps = []
    for file in files("goodoffices.record").joinpath("sql").iterdir():
        if file.name.endswith(".sql"):
            number, _, name = file.name.removesuffix(".sql").partition("-")
            steps.append(Migration(number=int(number), name=name, sql=file.read_text("utf-8")))
    return tuple(sorted(steps, key=lambda step: step.number))


def statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script one by one, because SQLite's own script runner ends the transaction first."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def applied_steps(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the numbers of the migrations that the record has seen; none for an empty file."""
    (highest,) = connection.execute("PRAGMA user_version").fetchone()
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone():
        return frozenset((highest, *(number for (number,) in connection.execute("SELECT number FROM migrations"))))
    # Records from before the list have seen all steps up to their highest.
    return frozenset(range(1, highest + 1))


def check_version(connection: sqlite3.Connection, path: Path) -> frozenset[int]:
    """Return the numbers of the migrations that the record has seen.

    Raises:
        RecordVersionError: It was made by a newer program.
    """
    applied = applied_steps(connection)
    unknown = applied - {step.number for step in load_migrations()}
    if unknown:
        raise RecordVersionError(
            f"the record has version {max(unknown)}, which this program does not know",
            subject=str(path),
            hint="It was made by a newer version: install that one, or name another file with --record",
        )
    return applied


def is_behind(connection: sqlite3.Connection) -> bool:
    """Return whether there are migrations that the record has not seen."""
    return bool({step.number for step in load_migrations()} - applied_steps(connection))


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply the steps that the record has not seen. Does nothing where there are none.

    Raises:
        RecordVersionError: It was made by a newer program; nothing was changed.
    """
    applied = check_version(connection, path)
    for step in load_migrations():
        if step.number in applied:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done this step while we waited for the lock.
            if step.number not in applied_steps(connection):
                for statement in statements(step.sql):
                    connection.execute(statement)
                _note_applied(connection, step)
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise


def _note_applied(connection: sqlite3.Connection, step: Migration) -> None:
    """Write into the record that it has seen a step; the first time, also which it had seen before the list."""
    seen = applied_steps(connection) | {step.number}
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)")
    connection.executemany("INSERT OR IGNORE INTO migrations VALUES (?)", [(number,) for number in sorted(seen)])
    # Older programs look at this number and leave the record alone.
    connection.execute(f"PRAGMA user_version = {max(seen)}")
