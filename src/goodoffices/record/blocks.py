"""The index by which merging finds what a report can touch, and what is still to be merged."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ReportId
from goodoffices.model.report import Report
from goodoffices.record.rows import report_from

ANY_DAY = -1
"""Stands for the days of a report whose act can lie anywhere."""

# Acts are made of the reports that the latest reading of the latest version of each article gives.
_CURRENT = "reports.is_current AND articles.is_current"
_LOADED = (
    "SELECT reports.key, reports.body, articles.published FROM reports "
    f"JOIN articles ON articles.key = reports.article WHERE reports.id = ? AND {_CURRENT} ORDER BY reports.key"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A report that makes acts, with the keys of its copies and the day its first article was published."""

    report: Report
    keys: tuple[int, ...]
    published: DateInterval | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report stands in merging, as `record/sql/0002-merging.sql` explains."""

    report: ReportId
    first: int | None
    last: int | None
    cell: int
    cluster: str
    act: str


_PLACE = "report, first_day, last_day, cell, cluster, act"


class Blocks:
    """Reads and writes the index within a transaction of the record's writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def changed_reports(self, limit: int) -> list[ReportId]:
        """Return some of the reports that changed, by id."""
        rows = self._connection.execute("SELECT report FROM changed_reports ORDER BY report LIMIT ?", (limit,))
        return [ReportId(report) for (report,) in rows]

    def load(self, report: ReportId) -> Loaded | None:
        """Return a report as it makes acts; None where no reading of a latest version gives it any more."""
        rows = self._connection.execute(_LOADED, (report,)).fetchall()
        if not rows:
            return None
        published = rows[0][2]
        return Loaded(
            report=report_from(rows[0][1]),
            keys=tuple(key for key, _, _ in rows),
            published=DateInterval.from_iso(published) if published else None,
        )

    def put(self, report: ReportId, block: int, days: tuple[int, int] | None) -> None:
        """Place a report in its block, to be compared; what was around its old place is compared anew."""
        self.drop(report)
        first, last = days or (None, None)
        self._connection.execute("INSERT INTO merging VALUES (?, ?, ?, ?, 0, '', '')", (report, block, first, last))
        self._touch(block, days)

    def drop(self, report: ReportId) -> None:
        """Take a report out of its block; its act is made anew without it."""
        row = self._connection.execute(
            "SELECT block, first_day, last_day, act FROM merging WHERE report = ?", (report,)
        ).fetchone()
        if row is None:
            return
        block, first, last, act = row
        self._touch(block, None if first is None else (first, last))
        if act:
            self._connection.execute("INSERT OR IGNORE INTO changed_acts VALUES (?)", (act,))
        self._connection.execute("DELETE FROM merging WHERE report = ?", (report,))

    def _touch(self, block: int, days: tuple[int, int] | None) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO changed_blocks VALUES (?, ?, ?)", (block, *(days or (ANY_DAY, ANY_DAY)))
        )

    def settle(self, reports: Iterable[ReportId]) -> None:
        """Take reports off the list of those that changed."""
        self._connection.executemany("DELETE FROM changed_reports WHERE report = ?", ((r,) for r in reports))

    def changed_blocks(self, limit: int) -> list[int]:
        """Return some of the blocks that are to be compared anew."""
        rows = self._connection.execute("SELECT DISTINCT block FROM changed_blocks ORDER BY block LIMIT ?", (limit,))
        return [block for (block,) in rows]

    def touched(self, block: int) -> list[tuple[int, int]]:
        """Return the stretches of days of a block that are to be compared anew; ANY_DAY for all undated reports."""
        rows = self._connection.execute(
            "SELECT first_day, last_day FROM changed_blocks WHERE block = ? ORDER BY first_day, last_day", (block,)
        )
        return rows.fetchall()

    def members(self, block: int, limit: int) -> list[Place]:
        """Return at most so many places of a block, those that can lie anywhere first and then by day."""
        query = f"SELECT {_PLACE} FROM merging WHERE block = ? ORDER BY first_day, last_day, report LIMIT ?"
        return [Place(*row) for row in self._connection.execute(query, (block, limit))]

    def undated(self, block: int, most: int) -> list[Place] | None:
        """Return the places of a block that can lie anywhere; None where there are more than `most`."""
        query = f"SELECT {_PLACE} FROM merging WHERE block = ? AND first_day IS NULL ORDER BY report LIMIT ?"
        found = [Place(*row) for row in self._connection.execute(query, (block, most + 1))]
        return None if len(found) > most else found

    def new_undated(self, block: int) -> list[Place]:
        """Return the places of a block that can lie anywhere and are still to be compared."""
        query = f"SELECT {_PLACE} FROM merging WHERE block = ? AND first_day IS NULL AND cell = 0 ORDER BY report"
        return [Place(*row) for row in self._connection.execute(query, (block,))]

    def dated(self, block: int) -> list[Place]:
        """Return the places of a block that lie on days, in their order."""
        query = (
            f"SELECT {_PLACE} FROM merging WHERE block = ? AND first_day IS NOT NULL "
            "ORDER BY first_day, last_day, report"
        )
        return [Place(*row) for row in self._connection.execute(query, (block,))]

    def around(
        self, block: int, days: tuple[int, int], *, gap: int, longest: int, most: int | None
    ) -> list[Place] | None:
        """Return the stretch of a block around some days, up to where nothing lies for longer than `gap` days.

        Args:
            longest: How many days of a place count at most; 0 where only its first does.
            most: Where the stretch has more places, None is returned, and no more than these are looked at.
        """
        low, high = days[0] - gap - longest, days[1] + gap
        while True:
            found = self._between(block, low, high, most)
            if found is None:
                return None
            ends = [(place.first, place.last if longest else place.first) for place in found]
            first = min([days[0], *(start for start, _ in ends if start is not None)])
            last = max([days[1], *(end for _, end in ends if end is not None)])
            if first - gap - longest >= low and last + gap <= high:
                return found
            low, high = min(low, first - gap - longest), max(high, last + gap)

    def _between(self, block: int, low: int, high: int, most: int | None) -> list[Place] | None:
        query = (
            f"SELECT {_PLACE} FROM merging WHERE block = ? AND first_day BETWEEN ? AND ? "
            "ORDER BY first_day, last_day, report LIMIT ?"
        )
        found = [
            Place(*row) for row in self._connection.execute(query, (block, low, high, -1 if most is None else most + 1))
        ]
        return None if most is not None and len(found) > most else found

    def compared(self, block: int) -> None:
        """Take a block off the list of those to be compared."""
        self._connection.execute("DELETE FROM changed_blocks WHERE block = ?", (block,))

    def set_clusters(self, rows: Iterable[tuple[int, str, ReportId]]) -> None:
        """Keep (cell, cluster, report) for each report that was compared."""
        self._connection.executemany("UPDATE merging SET cell = ?, cluster = ? WHERE report = ?", rows)

    def of_act(self, act: str) -> list[Place]:
        """Return the places of the reports of an act, by report."""
        query = f"SELECT {_PLACE} FROM merging WHERE act = ? ORDER BY report"
        return [Place(*row) for row in self._connection.execute(query, (act,))]

    def of_cluster(self, cluster: str) -> list[Place]:
        """Return the places of the reports that rules took for one act, by report."""
        query = f"SELECT {_PLACE} FROM merging WHERE cluster = ? ORDER BY report"
        return [Place(*row) for row in self._connection.execute(query, (cluster,))]

    def place(self, report: str) -> Place | None:
        """Return where a report stands; None where it makes no act."""
        row = self._connection.execute(f"SELECT {_PLACE} FROM merging WHERE report = ?", (report,)).fetchone()
        return None if row is None else Place(*row)

    def set_act(self, act: str, reports: Sequence[ReportId]) -> None:
        """Keep which act reports belong to."""
        self._connection.executemany("UPDATE merging SET act = ? WHERE report = ?", ((act, r) for r in reports))

    def changed_acts(self) -> Iterator[str]:
        """Yield the acts that are to be made anew, by id."""
        return (act for (act,) in self._connection.execute("SELECT act FROM changed_acts ORDER BY act").fetchall())

    def made(self) -> None:
        """Take all acts off the list of those to be made anew."""
        self._connection.execute("DELETE FROM changed_acts")
