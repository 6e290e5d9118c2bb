"""What SQLite's errors mean to a user: locked, not writable, not a record."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodoffices.errors import RecordError, RecordLocked, RecordUnwritable

# By the beginning of SQLite's own message: the module gives no finer classes, and codes only since Python 3.11.
_MEANINGS: tuple[tuple[str, type[RecordError], str, str], ...] = (
    ("database is locked", RecordLocked, "another run is writing to the record", "Wait until it has ended"),
    ("database table is locked", RecordLocked, "another run is writing to the record", "Wait until it has ended"),
    (
        "database or disk is full",
        RecordUnwritable,
        "the disk is full; what was committed before is kept",
        "Make room and run the same command again: it goes on where it stopped",
    ),
    (
        "disk I/O error",
        RecordUnwritable,
        "the disk refuses to be written to or read",
        "Check for room and the disk's state, then run the same command again",
    ),
    (
        "attempt to write a readonly database",
        RecordUnwritable,
        "the record cannot be written to",
        "Check its permissions, or name another file with --record",
    ),
    (
        "unable to open database file",
        RecordUnwritable,
        "the record cannot be opened or made there",
        "Check that the folder exists and can be written to, or name another file with --record",
    ),
    ("file is not a database", RecordError, "this file is not a record", "Name another file with --record"),
    (
        "database disk image is malformed",
        RecordError,
        "the record is damaged",
        "Restore it from a copy, or read the articles into a new one",
    ),
)


def meaning_of(error: sqlite3.Error, path: Path) -> RecordError:
    """Return what the database's error means for the record at `path`, with what to do about it."""
    message = str(error)
    for beginning, kind, detail, hint in _MEANINGS:
        if message.startswith(beginning):
            return kind(detail, subject=str(path), hint=hint)
    return RecordError(f"the database says: {message}", subject=str(path))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every error of the database inside into one of the package's own.

    Raises:
        RecordError: Or one of its kinds, by what the database said.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise meaning_of(error, path) from error
