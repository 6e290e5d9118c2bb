"""Finds acts by party, kind, issue and period, by way of indexes, and gives each with its parties and publications.

The tables behind it are filled by `index_act`, which the writer calls for every act that it adds.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

import msgspec

from goodoffices.model.act import Act
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ArticleId, ReportId
from goodoffices.record.rows import act_from
from goodoffices.record.selecting import find_ids
from goodoffices.record.selection import Selection as Selection

_COPIES = (
    "INSERT OR IGNORE INTO act_parties (act, role, party, name) "
    "SELECT act, role, name, name FROM parties_of_acts WHERE act = :act",
    "INSERT OR IGNORE INTO act_parties (act, role, party, name) "
    "SELECT act, role, party, name FROM represented_of_acts WHERE act = :act",
    "INSERT OR IGNORE INTO act_publications (act, starts_on, ends_on) "
    "SELECT act, starts_on, ends_on FROM publications_of_acts WHERE act = :act",
    "INSERT OR IGNORE INTO act_places (act, place, country) "
    "SELECT act, place, coalesce(country, '') FROM places_of_acts WHERE act = :act",
    "INSERT INTO act_days (act, day) SELECT id, coalesce(starts_on, "
    "(SELECT min(starts_on) FROM act_publications WHERE act = :act), '9999-12-31') FROM acts WHERE id = :act",
    "INSERT OR IGNORE INTO act_announcements (starts_on, ends_on, act) "
    "SELECT starts_on, ends_on, act FROM announcements_of_acts WHERE act = :act",
    "INSERT OR IGNORE INTO act_differences (field, day, act, is_background) "
    "SELECT field, day, act, is_background FROM differences_of_acts WHERE act = :act",
)

_PARTS = (
    "(SELECT json_group_array(json_array(role, party, name)) FROM "
    "(SELECT role, party, name FROM act_parties WHERE act = acts.id ORDER BY role, party, name))"
)
_FIRST = "(SELECT min(starts_on) FROM act_publications WHERE act = acts.id)"
_ARTICLES = (
    "(SELECT json_group_array(DISTINCT reports.article) FROM act_reports "
    "JOIN reports ON reports.key = act_reports.report WHERE act_reports.act = acts.id)"
)
_LISTED = f"SELECT acts.body, {_PARTS}, {_FIRST}, {_ARTICLES} FROM acts"
# Every party once, by one look at the index for each.
_PARTIES = (
    "WITH RECURSIVE names (name) AS (SELECT min(party) FROM act_parties UNION ALL "
    "SELECT (SELECT min(party) FROM act_parties WHERE party > names.name) FROM names WHERE names.name IS NOT NULL) "
    "SELECT name FROM names WHERE name IS NOT NULL"
)
# The same of the places or the states of acts.
_EACH = (
    "WITH RECURSIVE names (name) AS (SELECT min({column}) FROM act_places UNION ALL SELECT (SELECT min({column}) "
    "FROM act_places WHERE {column} > names.name) FROM names WHERE names.name IS NOT NULL) "
    "SELECT name FROM names WHERE name IS NOT NULL"
)
_TELLINGS = (
    "SELECT reports.id, articles.id, coalesce(outlets.name, ''), articles.url, texts.title, articles.lang, "
    "articles.published, reports.evidence, coalesce(copies.copy_group, articles.key) FROM act_reports "
    "JOIN reports ON reports.key = act_reports.report "
    "JOIN articles ON articles.key = reports.article JOIN texts ON texts.article = articles.key "
    "LEFT JOIN outlets ON outlets.id = articles.outlet LEFT JOIN copies ON copies.article = articles.key "
    "WHERE act_reports.act = ? "
    "ORDER BY articles.published = '', articles.published, articles.id, reports.start_char, reports.id"
)
_BESIDE = (
    "SELECT DISTINCT act_reports.act FROM act_reports AS mine JOIN reports AS own ON own.key = mine.report "
    "JOIN reports ON reports.article = own.article AND reports.is_current AND reports.key <> own.key "
    "AND reports.start_char < own.start_char + length(own.evidence) "
    "AND own.start_char < reports.start_char + length(reports.evidence) "
    "JOIN act_reports ON act_reports.report = reports.key WHERE mine.act = :act AND act_reports.act <> :act ORDER BY 1"
)
_keys_from_json = msgspec.json.Decoder(frozenset[int])
_parts_from_json = msgspec.json.Decoder(tuple[tuple[str, str, str], ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An act as it was found."""

    act: Act
    # (role, party, name): who has a part, by the own name and by that of the state or body that is spoken for.
    parts: tuple[tuple[str, str, str], ...]
    # First day of the first publication; None where no article has a date.
    reported_on: dt.date | None
    # Keys of the articles that tell of it, in this record.
    articles: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of an act: where it stands and in which words, without its fields."""

    report: ReportId
    article: ArticleId
    # Empty where the source does not name one.
    outlet: str
    url: str
    title: str
    # ISO 639-1.
    lang: str
    published: DateInterval | None
    evidence: str
    # The same number for articles that are copies of one text.
    copy_group: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletSide:
    """A publisher, and on whose side it stands."""

    name: str
    # English name of a state or body; empty for an independent one.
    side: str


def index_act(connection: sqlite3.Connection, act: ActId) -> None:
    """Make an act findable that was just added with its reports."""
    for copy in _COPIES:
        connection.execute(copy, {"act": act})


def find_acts(connection: sqlite3.Connection, selection: Selection) -> Iterator[Listed]:
    """Yield the acts that are asked for by the day of lists, then kind and id: the same in any order of reading."""
    found = (find_act(connection, act) for act in find_ids(connection, selection))
    return (listed for listed in found if listed is not None)


def _listed(row: tuple[str, str, str | None, str]) -> Listed:
    body, parts, first, articles = row
    return Listed(
        act=act_from(body),
        parts=_parts_from_json.decode(parts),
        reported_on=dt.date.fromisoformat(first) if first else None,
        articles=_keys_from_json.decode(articles),
    )


def find_act(connection: sqlite3.Connection, act: ActId) -> Listed | None:
    """Return one act as `find_acts` does; None where there is none of this id."""
    row = connection.execute(f"{_LISTED} WHERE acts.id = ?", (act,)).fetchone()
    return None if row is None else _listed(row)


def tellings_of(connection: sqlite3.Connection, act: ActId) -> tuple[Telling, ...]:
    """Return where and in which words an act is told, by publication and article."""
    return tuple(
        Telling(
            report=ReportId(report), article=ArticleId(article), outlet=outlet, url=url, title=title, lang=lang,
            published=DateInterval.from_iso(published) if published else None, evidence=" ".join(evidence.split()),
            copy_group=copy_group,
        )
        for (
            report, article, outlet, url, title, lang, published, evidence, copy_group
        ) in connection.execute(_TELLINGS, (act,))
    )  # fmt: skip


def acts_told_beside(connection: sqlite3.Connection, act: ActId) -> tuple[ActId, ...]:
    """Return the acts that are told by words of which the act's own evidence has some, by id."""
    return tuple(ActId(other) for (other,) in connection.execute(_BESIDE, {"act": act}))


def party_names(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield everyone who has a part in an act, once each, by name."""
    return (name for (name,) in connection.execute(_PARTIES))


def has_party(connection: sqlite3.Connection, name: str) -> bool:
    """Return whether someone of this very name has a part in an act."""
    return connection.execute("SELECT 1 FROM act_parties WHERE party = ? LIMIT 1", (name,)).fetchone() is not None


def place_names(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield every place and every state in which acts happened, once each."""
    columns = (connection.execute(_EACH.format(column=column)) for column in ("place", "country"))
    return (name for name, _ in groupby(name for (name,) in merge(*columns)) if name)


def outlet_names(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the names of outlets, those with most articles first."""
    query = (
        "SELECT outlets.name FROM (SELECT outlet, count(*) AS number FROM articles WHERE outlet IS NOT NULL "
        "GROUP BY outlet) AS counted JOIN outlets ON outlets.id = counted.outlet ORDER BY number DESC, outlets.name"
    )
    return (name for (name,) in connection.execute(query))


def last_publication(connection: sqlite3.Connection) -> dt.date | None:
    """Return the last day on which an article was published; None where none has a date."""
    row = connection.execute(
        "SELECT published FROM articles WHERE is_current AND published <> '' ORDER BY published DESC LIMIT 1"
    ).fetchone()
    return DateInterval.from_iso(row[0]).last if row else None


def keep_outlet_sides(connection: sqlite3.Connection, sides: Iterable[tuple[str, OutletSide]]) -> None:
    """Keep publishers by name and by host, in small letters; of those kept before, others stay."""
    connection.executemany(
        "INSERT OR REPLACE INTO outlet_sides (key, name, side) VALUES (?, ?, ?)",
        ((key, outlet.name, outlet.side) for key, outlet in sides),
    )


def outlet_sides(connection: sqlite3.Connection) -> dict[str, OutletSide]:
    """Return the publishers whose side is known, by name and by host in small letters."""
    rows = connection.execute("SELECT key, name, side FROM outlet_sides ORDER BY key")
    return {key: OutletSide(name=name, side=side) for key, name, side in rows}
