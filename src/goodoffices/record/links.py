"""Which act followed from which, kept up as acts come and go; what is tied to what is not decided here.

An act is found by its keys, as `sql/0008-links.sql` explains them. What changed stands in three lists until the caller
has looked at it: acts that came or changed, places that acts left, and acts from which something else follows.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from goodoffices.model.identifiers import ActId

NO_DAY = "9999-12-31"
"""Stands for the day of an act of which nobody knows when it was."""

WORD_KINDS = ("d", "q", "b")
"""Beginnings of the keys that are kept with links: documents, quantities, and who has a part in what is foretold."""

_ADD_KEYS = (
    "INSERT OR IGNORE INTO act_keys (key, what, day, act) SELECT key, what, day, :act FROM what_of_acts "
    "CROSS JOIN keys_of_acts ON keys_of_acts.act = what_of_acts.act WHERE what_of_acts.act = :act"
)
_ALL_KEYS = (
    "SELECT key, what, day, :act FROM what_of_acts CROSS JOIN keys_of_acts ON keys_of_acts.act = what_of_acts.act "
    "WHERE what_of_acts.act = :act "
    "UNION SELECT key, what, day, :act FROM what_of_acts CROSS JOIN act_words ON act_words.act = what_of_acts.act "
    "WHERE what_of_acts.act = :act"
)
_QUEUE = (
    "INSERT OR IGNORE INTO changed_links (near, act) SELECT coalesce((SELECT min(party) FROM act_parties "
    "WHERE act_parties.act = acts.id), '') || ' ' || day, id FROM acts CROSS JOIN act_days ON act_days.act = id"
)
# Predictions whose words tell of the act too: what they foretell is made of it.
_QUEUE_FORETELLING = (
    f"{_QUEUE} WHERE kind = 'prediction' AND id IN "
    "(SELECT act_reports.act FROM act_reports AS mine JOIN reports AS own ON own.key = mine.report "
    "JOIN reports ON reports.article = own.article AND reports.kind = 'prediction' "
    "AND reports.start_char < own.start_char + length(own.evidence) "
    "AND own.start_char < reports.start_char + length(reports.evidence) "
    "JOIN act_reports ON act_reports.report = reports.key WHERE mine.act = :act)"
)
# Where an act left or took a place, however often.
_FLIP = (
    "INSERT INTO changed_shelves (key, what, day, act, flips) SELECT key, what, day, :act, 1 FROM ({keys}) "
    "WHERE key <> '' ON CONFLICT DO UPDATE SET flips = flips + 1"
)
_LEAVE = (
    _FLIP.format(keys=_ALL_KEYS),
    "INSERT OR IGNORE INTO changed_outcomes SELECT first FROM act_links WHERE later = :act",
    f"DELETE FROM act_keys WHERE (key, what, day, act) IN ({_ALL_KEYS})",
    "DELETE FROM act_links WHERE first = :act",
    "DELETE FROM act_links WHERE later = :act",
    "DELETE FROM act_words WHERE act = :act",
    "DELETE FROM act_outcomes WHERE act = :act",
    "DELETE FROM changed_links WHERE act = :act",
)
_LINK = "first, later, kind, reason, confidence, is_nearest"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link as the record keeps it."""

    first: ActId
    later: ActId
    kind: str
    reason: str
    confidence: float
    # False where another act is nearer, of a rule that takes only the nearest.
    is_nearest: bool = True


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What came of an act, until its deadline has passed and after it."""

    act: ActId
    state: str
    late_state: str
    # ISO; empty where there is none.
    deadline: str


def index_keys(connection: sqlite3.Connection, act: ActId) -> None:
    """Make an act findable by its keys, and put it on the list of those that are to be tied to others."""
    values = {"act": act}
    connection.execute(_ADD_KEYS, values)
    connection.execute(_FLIP.format(keys=_ALL_KEYS), values)
    connection.execute(f"{_QUEUE} WHERE id = :act", values)
    connection.execute(_QUEUE_FORETELLING, values)


def drop_keys(connection: sqlite3.Connection, act: ActId) -> None:
    """Take out the keys and the links of an act that is about to be taken out; does nothing where there is none."""
    values = {"act": act}
    if connection.execute("SELECT 1 FROM acts WHERE id = :act", values).fetchone() is None:
        return
    connection.execute(_QUEUE_FORETELLING, values)
    for statement in _LEAVE:
        connection.execute(statement, values)


class LinkTable:
    """Reads and writes links and keys, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def data_version(self) -> int:
        """Return a number that changes when another run writes to the record."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def changed(self, limit: int) -> list[ActId]:
        """Return some of the acts that are to be tied to others, near ones together."""
        rows = self._connection.execute("SELECT act FROM changed_links ORDER BY near, act LIMIT ?", (limit,))
        return [ActId(act) for (act,) in rows]

    def are_most_changed(self) -> bool:
        """Return whether at least half of all acts are to be tied to others."""
        total = self._connection.execute("SELECT count FROM tallies WHERE what = 'acts'").fetchone()
        most = (total[0] if total else 0) // 2 + 1
        query = "SELECT count(*) FROM (SELECT 1 FROM changed_links LIMIT ?)"
        return int(self._connection.execute(query, (most,)).fetchone()[0]) >= most

    def change_all(self) -> None:
        """Put all acts on the list of those that are to be tied to others."""
        self._connection.execute(_QUEUE)

    def settle(self, acts: Iterable[ActId]) -> None:
        """Take acts off the list of those that are to be tied to others."""
        near = "SELECT near, act FROM changed_links WHERE act = ?"
        self._connection.executemany(
            f"DELETE FROM changed_links WHERE (near, act) IN ({near})", ((act,) for act in acts)
        )

    def take_shelves(self, limit: int) -> list[tuple[str, str, str, ActId]]:
        """Return some of the places (key, what, day, act) that acts left or took, and take them off their list."""
        rows = self._connection.execute(
            "SELECT key, what, day, act FROM changed_shelves WHERE flips % 2 LIMIT ?", (limit,)
        ).fetchall()
        self._connection.executemany("DELETE FROM changed_shelves WHERE (key, what, day, act) = (?, ?, ?, ?)", rows)
        if len(rows) < limit:
            self.forget_shelves()
        return rows

    def forget_shelves(self) -> None:
        """Empty the list of places that acts left or took."""
        self._connection.execute("DELETE FROM changed_shelves")

    def take_outcomes(self, limit: int) -> list[ActId]:
        """Return some of the acts from which something else follows, and take them off their list."""
        rows = self._connection.execute("SELECT act FROM changed_outcomes ORDER BY act LIMIT ?", (limit,)).fetchall()
        self._connection.executemany("DELETE FROM changed_outcomes WHERE act = ?", rows)
        return [ActId(act) for (act,) in rows]

    def change_outcomes(self, acts: Iterable[ActId]) -> None:
        """Put acts on the list of those from which something else follows."""
        self._connection.executemany("INSERT OR IGNORE INTO changed_outcomes VALUES (?)", ((act,) for act in acts))

    def changed_with_words(self) -> list[ActId]:
        """Return the changed acts that can have keys which are kept with links, by id."""
        rows = self._connection.execute(
            "SELECT id FROM changed_links CROSS JOIN acts ON acts.id = changed_links.act WHERE kind = 'prediction' "
            'OR instr(body, \'"field":"document"\') OR instr(body, \'"field":"quantity"\') ORDER BY id'
        )
        return [ActId(act) for (act,) in rows]

    def put_words(self, act: ActId, keys: Iterable[str]) -> None:
        """Give an act the keys that are kept with links; does nothing where it has these already."""
        wanted = set(keys)
        held = {key for (key,) in self._connection.execute("SELECT key FROM act_words WHERE act = ?", (act,))}
        if wanted == held:
            return
        place = "SELECT :key AS key, what, day, :act AS act FROM what_of_acts WHERE act = :act"
        for key in sorted(held ^ wanted):
            values = {"act": act, "key": key}
            self._connection.execute(_FLIP.format(keys=place), values)
            if key in wanted:
                self._connection.execute("INSERT INTO act_words VALUES (:act, :key)", values)
                self._connection.execute(f"INSERT INTO act_keys (key, what, day, act) {place}", values)
            else:
                self._connection.execute("DELETE FROM act_words WHERE act = :act AND key = :key", values)
                self._connection.execute(f"DELETE FROM act_keys WHERE (key, what, day, act) IN ({place})", values)

    def found(
        self, keys: Sequence[str], whats: Sequence[str], low: str, high: str, limit: int
    ) -> list[tuple[str, str, ActId]]:
        """Return (key, day, act) of what has one of the keys and lies between two days, the latest first.

        Args:
            limit: No more than these are looked for.
        """
        query = (
            f"SELECT key, day, act FROM act_keys WHERE key IN ({_marks(keys)}) AND what IN ({_marks(whats)}) "
            "AND day BETWEEN ? AND ? ORDER BY day DESC, act DESC LIMIT ?"
        )
        return self._connection.execute(query, (*keys, *whats, low, high, limit)).fetchall()

    def is_crowded(self, key: str, whats: Sequence[str], low: str, high: str, most: int) -> bool:
        """Return whether more than so many acts have a key and lie between two days."""
        query = (
            f"SELECT count(*) FROM (SELECT 1 FROM act_keys WHERE key = ? AND what IN ({_marks(whats)}) "
            "AND day BETWEEN ? AND ? LIMIT ?)"
        )
        return int(self._connection.execute(query, (key, *whats, low, high, most + 1)).fetchone()[0]) > most

    def day_after(self, key: str, whats: Sequence[str], day: str, act: ActId, count: int) -> str:
        """Return the day of the last of the next so many acts with a key, by day and id; NO_DAY for fewer."""
        query = (
            f"SELECT day FROM act_keys WHERE key = ? AND what IN ({_marks(whats)}) AND day >= ? "
            "AND (day, act) > (?, ?) ORDER BY day, act LIMIT 1 OFFSET ?"
        )
        row = self._connection.execute(query, (key, *whats, day, day, act, count - 1)).fetchone()
        return NO_DAY if row is None else str(row[0])

    def put_links(self, later: ActId, rows: Sequence[LinkRow], *, first: ActId | None = None) -> set[ActId]:
        """Keep these as the links to an act, and return the first acts of links that came, went or changed.

        Args:
            first: Only links from this act are looked at.
        """
        query = f"SELECT {_LINK} FROM act_links WHERE later = ? AND (?2 IS NULL OR first = ?2)"
        held = {(row[0], row[2]): row[3:5] for row in self._connection.execute(query, (later, first))}
        wanted = {(row.first, row.kind): (row.reason, row.confidence) for row in rows}
        gone = held.keys() - wanted.keys()
        new = {key for key, value in wanted.items() if held.get(key) != value}
        self._connection.executemany(
            "DELETE FROM act_links WHERE first = ? AND later = ? AND kind = ?",
            ((one, later, kind) for one, kind in sorted(gone)),
        )
        self._connection.executemany(
            f"INSERT OR REPLACE INTO act_links ({_LINK}) VALUES (?, ?, ?, ?, ?, 1)",
            ((one, later, kind, *wanted[one, kind]) for one, kind in sorted(new)),
        )
        return {ActId(one) for one, _ in (*gone, *new)}

    def laters_of(self, first: ActId) -> list[ActId]:
        """Return the acts that are kept as having followed from an act, by id."""
        rows = self._connection.execute("SELECT DISTINCT later FROM act_links WHERE first = ? ORDER BY later", (first,))
        return [ActId(later) for (later,) in rows]

    def set_nearest(self, first: ActId, kind: str, later: ActId) -> None:
        """Make one of the links of a kind from an act the only one that counts."""
        self._connection.execute(
            "UPDATE act_links SET is_nearest = (later = :later) WHERE first = :first AND kind = :kind "
            "AND is_nearest <> (later = :later)",
            {"first": first, "kind": kind, "later": later},
        )

    def nearest(self, first: ActId, kinds: Sequence[str]) -> list[tuple[str, ActId]]:
        """Return, for each of these kinds of link from an act, the surest, of these the earliest, later act."""
        rows = self._connection.execute(
            f"SELECT act_links.kind, later FROM act_links JOIN act_days ON act = later JOIN acts ON acts.id = later "
            f"WHERE first = ? AND act_links.kind IN ({_marks(kinds)}) "
            "ORDER BY confidence DESC, day, acts.kind, later",
            (first, *kinds),
        ).fetchall()
        best: dict[str, ActId] = {}
        for kind, later in rows:
            best.setdefault(kind, ActId(later))
        return list(best.items())

    def put_outcome(self, row: OutcomeRow) -> None:
        """Keep what came of an act of the record."""
        self._connection.execute(
            "INSERT OR REPLACE INTO act_outcomes SELECT id, kind, day, is_background, ?, ?, ? FROM acts "
            "JOIN act_days ON act_days.act = acts.id WHERE id = ?",
            (row.state, row.late_state, row.deadline, row.act),
        )


def links_below(connection: sqlite3.Connection, confidence: float) -> Iterator[LinkRow]:
    """Yield the links of which the rules are less sure than this, the least sure first."""
    query = f"SELECT {_LINK} FROM act_links WHERE is_nearest AND confidence < ? ORDER BY confidence, later, first"
    return (LinkRow(*row[:5]) for row in connection.execute(query, (confidence,)))


def links_of(connection: sqlite3.Connection, firsts: Iterable[ActId], laters: Iterable[ActId]) -> list[LinkRow]:
    """Return the links from and to some acts, each once; those that are not the nearest are left out."""
    query = (
        f"SELECT {_LINK} FROM act_links WHERE first IN (SELECT value FROM json_each(?1)) AND is_nearest "
        f"UNION SELECT {_LINK} FROM act_links WHERE later IN (SELECT value FROM json_each(?2)) AND is_nearest"
    )
    values = tuple(msgspec.json.encode(sorted(set(acts))).decode() for acts in (firsts, laters))
    return [LinkRow(*row[:5]) for row in connection.execute(query, values)]


def are_links_behind(connection: sqlite3.Connection) -> bool:
    """Return whether acts came or went since they were last tied to others."""
    tables = ("changed_links", "changed_shelves", "changed_outcomes")
    return any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
