"""Brings a record up to this program's shape: numbered SQL files, each in one transaction with its own number.

A record that was cut off between two migrations stands at the last whole one. A record made by a newer version is
left alone.
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
    """Return the steps in the order of their numbers, which run from 1 without a gap."""
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


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last migration that the record has seen; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the record's version.

    Raises:
        RecordVersionError: It was made by a newer program.
    """
    version, known = version_of(connection), load_migrations()[-1].number
    if version > known:
        raise RecordVersionError(
            f"the record has version {version}, this program knows versions up to {known}",
            subject=str(path),
            hint="It was made by a newer version: install that one, or name another file with --record",
        )
    return version


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply the steps that the record has not seen. Does nothing where there are none.

    Raises:
        RecordVersionError: It was made by a newer program; nothing was changed.
    """
    version = check_version(connection, path)
    for step in load_migrations():
        if step.number <= version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done this step while we waited for the lock.
            if version_of(connection) < step.number:
                for statement in statements(step.sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.number}")
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise
