"""What became of the addresses that were asked for, as the record keeps it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from goodoffices.model.fetch import Fetch

_COLUMNS = (
    "url, asked_at, status, capture, etag, modified, came_from, failures, wait_until, trouble, title, published, outlet"
)


class FetchLog:
    """Keeps the last fetch of each address, each in a transaction of its own."""

    def __init__(self, connection: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._connection = connection
        self._transaction = transaction

    def find(self, url: str) -> Fetch | None:
        """Return the last fetch of an address; None where it was never asked for."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM fetches WHERE url = ?", (url,)).fetchone()
        return None if row is None else _fetch(row)

    def keep(self, fetch: Fetch) -> None:
        """Put a fetch in the place of the last one of its address."""
        with self._transaction():
            self._connection.execute(
                f"INSERT OR REPLACE INTO fetches ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    fetch.url, fetch.asked_at, fetch.status, fetch.capture, fetch.etag, fetch.modified,
                    fetch.came_from, fetch.failures, fetch.wait_until, fetch.trouble, fetch.title, fetch.published,
                    fetch.outlet,
                ),
            )  # fmt: skip

    def unsettled(self) -> Iterator[Fetch]:
        """Yield the fetches of rounds that did not come to their end, by address."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM fetches WHERE NOT is_settled ORDER BY url").fetchall()
        return map(_fetch, rows)

    def settle(self) -> None:
        """Note that all that was fetched is read."""
        with self._transaction():
            self._connection.execute("UPDATE fetches SET is_settled = 1 WHERE NOT is_settled")


def _fetch(row: tuple[str, float, int, str, str, str, str, int, float, str, str, str, str]) -> Fetch:
    url, asked_at, status, capture, etag, modified, came_from, failures, wait_until, trouble, *listed = row
    return Fetch(
        url=url, asked_at=asked_at, status=status, capture=capture, etag=etag, modified=modified,
        came_from=came_from, failures=failures, wait_until=wait_until, trouble=trouble,
        title=listed[0], published=listed[1], outlet=listed[2],
    )  # fmt: skip
