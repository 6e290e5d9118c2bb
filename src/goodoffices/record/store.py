"""Opens a record, for one writer or for any number of readers."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodoffices.errors import RecordError, RecordUnwritable
from goodoffices.record.copies import CopyTable
from goodoffices.record.fetches import FetchLog
from goodoffices.record.migrations import check_version, is_behind, migrate
from goodoffices.record.origins import Shelf
from goodoffices.record.trouble import explained
from goodoffices.record.view import View
from goodoffices.record.writer import Writer

_WAIT_SECONDS = 10.0


class Record:
    """One record's file, open for writing. Close it, or use it as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> "Record":
        """Open the record for writing, make it where there is none, and bring it up to this program's shape.

        Raises:
            RecordUnwritable: The place cannot be written to.
            RecordLocked: Another run is making or changing it.
            RecordVersionError: It was made by a newer program.
            RecordError: It is no record.
        """
        if path.is_dir():
            raise RecordUnwritable("this is a folder", subject=str(path), hint="Name a file with --record")
        with explained(path):
            connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                check_version(connection, path)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                migrate(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Hand out the writer for one transaction: all that it is given is kept, or on any error none of it.

        Raises:
            RecordLocked: Another run is writing.
            RecordUnwritable: The disk is full or the file cannot be written to.
        """
        with self._transaction():
            yield Writer(self._connection)

    @contextmanager
    def copies(self) -> Iterator[CopyTable]:
        """Hand out the groups of copies for one transaction, as `writer` does the rest.

        Raises:
            RecordLocked: Another run is writing.
            RecordUnwritable: The disk is full or the file cannot be written to.
        """
        with self._transaction():
            yield CopyTable(self._connection)

    def fetches(self) -> FetchLog:
        """Return what became of the addresses that were asked for."""
        return FetchLog(self._connection, self._transaction)

    def shelf(self) -> Shelf:
        """Return the articles as they came."""
        return Shelf(self._connection)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk ends the transaction by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def view(self) -> View:
        """Return what the record says, as the transaction that is open, or else the last one, left it."""
        return View(self._connection, self.path)

    def close(self) -> None:
        """Close the file. All that was committed stays."""
        self._connection.close()

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def open_view(path: Path) -> Iterator[View]:
    """Open a record for reading only, also one that stands in a folder that cannot be written to.

    A record that an older program made is brought up to this program's shape first.

    Raises:
        RecordUnwritable: An older program made it, and it cannot be written to.
        RecordError: There is none, or it is no record.
        RecordVersionError: It was made by a newer program.
    """
    if not path.is_file():
        raise RecordError(
            "there is no record", subject=str(path), hint=f"`goodoffices read PATH --record {path}` makes one"
        )
    with explained(path):
        connection = _connect_reading(path)
        try:
            if not check_version(connection, path):
                raise RecordError("this file is not a record", subject=str(path), hint="Name another with --record")
            if is_behind(connection):
                Record.open(path).close()
            yield View(connection, path)
        finally:
            connection.close()


def _connect_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that changes nothing; where not even SQLite's log can be made, one that takes the
    file as it is.

    Opened for writing and then forbidden to write: a connection that may not write leaves its log behind.
    """
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=_WAIT_SECONDS)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection
