"""Finds acts by party, kind, issue and period, by way of indexes, and gives each with its parties and publications.

The tables behind it are filled by `index_act`, which the writer calls for every act that it adds.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from goodoffices.model.act import Act, ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ArticleId, ReportId
from goodoffices.record.rows import act_from, days_of

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
# Of one act: whether it happened in the period; or has no date, or is still to come, and was published in it.
_IN_PERIOD = (
    "((acts.starts_on < :end AND acts.ends_on > :start) OR "
    "((acts.starts_on IS NULL OR acts.starts_on >= :end) AND EXISTS "
    "(SELECT 1 FROM act_publications WHERE act = acts.id AND starts_on < :end AND ends_on > :start)))"
)
_IS_PUBLISHED = (
    "EXISTS (SELECT 1 FROM act_publications WHERE act = acts.id AND starts_on < :until AND ends_on > :since)"
)
# The acts of which these can be true, each once or oftener.
_OF_PERIOD = (
    "SELECT id AS act FROM acts WHERE starts_on < :end AND ends_on > :start UNION ALL "
    "SELECT act FROM act_publications WHERE starts_on < :end AND ends_on > :start"
)
_OF_PUBLISHED = "SELECT act FROM act_publications WHERE starts_on < :until AND ends_on > :since"
_ITS_ARTICLES = (
    "FROM act_reports JOIN reports ON reports.key = act_reports.report "
    "JOIN articles ON articles.key = reports.article WHERE act_reports.act = acts.id"
)
_OF_ARTICLES = (
    "FROM articles JOIN reports ON reports.article = articles.key "
    "JOIN act_reports ON act_reports.report = reports.key WHERE"
)
_OUTLET = "articles.outlet = (SELECT id FROM outlets WHERE name = :outlet)"
_MOST_COUNTED = 20_000
"""Of two ways to look for acts, the one with fewer is taken; how many more there are makes no difference."""

# Every party once, by one look at the index for each.
_PARTIES = (
    "WITH RECURSIVE names (name) AS (SELECT min(party) FROM act_parties UNION ALL "
    "SELECT (SELECT min(party) FROM act_parties WHERE party > names.name) FROM names WHERE names.name IS NOT NULL) "
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
class Selection:
    """Which acts are asked for; everything that is empty or None leaves all."""

    kinds: tuple[ActKind, ...] = ()
    # Each a set of names for one party, as the record has them; an act has a part for someone of each set.
    parties: tuple[frozenset[str], ...] = ()
    issue: str = ""
    # One of the statuses of its kind.
    status: str = ""
    # Names of places or states as the record has them: it happened in one of them, or is to.
    places: frozenset[str] = frozenset()
    # An article of this outlet tells of it, by the outlet's name.
    outlet: str = ""
    # An article in this language tells of it, ISO 639-1.
    lang: str = ""
    # Days on which it happened; or, for what has no date or is still to come, was published.
    period: DateInterval | None = None
    # Days in which a report of it was published.
    published: DateInterval | None = None
    # Also what every report tells as background.
    with_background: bool = False

    def of(self, *kinds: ActKind) -> "Selection":
        """Return the same, of these kinds only."""
        return replace(self, kinds=kinds)


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
    start, end = days_of(selection.period)
    since, until = days_of(selection.published)
    values: dict[str, object] = {
        "issue": selection.issue, "start": start, "end": end, "since": since, "until": until,
        "status": selection.status, "outlet": selection.outlet, "lang": selection.lang,
    }  # fmt: skip
    tests, sources = _tests(selection, values)
    source = _smallest(connection, sources, values)
    # In this order, and by no other index: the planner knows nothing of how many acts each test leaves.
    tables = "act_days CROSS JOIN acts ON acts.id = act_days.act"
    if source:
        tables = f"(SELECT DISTINCT act FROM ({source})) AS found CROSS JOIN acts ON acts.id = found.act "
        tables += "CROSS JOIN act_days ON act_days.act = acts.id"
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    query = f"SELECT acts.id FROM {tables}{where} ORDER BY act_days.day, acts.kind, acts.id"
    found = (find_act(connection, ActId(act)) for (act,) in connection.execute(query, values))
    return (listed for listed in found if listed is not None)


def _tests(selection: Selection, values: dict[str, object]) -> tuple[list[str], list[str]]:
    """Return what must be true of an act, and by which queries acts can be found of which it may be."""
    tests, sources = [], []
    if not selection.with_background:
        tests.append("NOT acts.is_background")
    if selection.kinds:
        kinds = _named(values, "kind", [kind.value for kind in selection.kinds])
        tests.append(f"+acts.kind IN ({kinds})")
        sources.append(f"SELECT id AS act FROM acts WHERE kind IN ({kinds})")
    if selection.issue:
        tests.append("+acts.issue = :issue")
        sources.append("SELECT id AS act FROM acts WHERE issue = :issue")
    if selection.status:
        tests.append("+acts.status = :status")
        sources.append("SELECT id AS act FROM acts WHERE status = :status")
    if selection.places:
        held = _named(values, "place", sorted(selection.places))
        is_there = f"place IN ({held}) OR country IN ({held})"
        tests.append(f"EXISTS (SELECT 1 FROM act_places WHERE act = acts.id AND ({is_there}))")
        sources.append(f"SELECT act FROM act_places WHERE {is_there}")
    if selection.outlet:
        tests.append(f"EXISTS (SELECT 1 {_ITS_ARTICLES} AND {_OUTLET})")
        sources.append(f"SELECT act {_OF_ARTICLES} {_OUTLET}")
    if selection.lang:
        tests.append(f"EXISTS (SELECT 1 {_ITS_ARTICLES} AND articles.lang = :lang)")
    for number, names in enumerate(selection.parties):
        held = _named(values, f"party{number}_", sorted(names))
        tests.append(f"EXISTS (SELECT 1 FROM act_parties WHERE act = acts.id AND party IN ({held}))")
        sources.append(f"SELECT act FROM act_parties WHERE party IN ({held})")
    if selection.period is not None:
        tests.append(_IN_PERIOD)
        sources.append(_OF_PERIOD)
    if selection.published is not None:
        tests.append(_IS_PUBLISHED)
        sources.append(_OF_PUBLISHED)
    return tests, sources


def _smallest(connection: sqlite3.Connection, sources: Sequence[str], values: dict[str, object]) -> str:
    """Return the query that gives the fewest acts; empty where there is none."""
    if len(sources) < 2:
        return sources[0] if sources else ""

    def count(source: str) -> int:
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({source}) LIMIT {_MOST_COUNTED})"
        return int(connection.execute(query, values).fetchone()[0])

    return min(sources, key=count)


def _named(values: dict[str, object], prefix: str, given: Sequence[str]) -> str:
    """Put values under names of their own, and return these as the query has them."""
    names = [f"{prefix}{number}" for number in range(len(given))]
    values.update(zip(names, given, strict=True))
    return ", ".join(f":{name}" for name in names)


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


def place_names(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield every place and every state in which acts happened, once each."""
    query = "SELECT DISTINCT place FROM act_places UNION SELECT DISTINCT country FROM act_places ORDER BY 1"
    return (name for (name,) in connection.execute(query) if name)


def outlet_names(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the names of outlets, those with most articles first."""
    query = (
        "SELECT outlets.name FROM outlets JOIN articles ON articles.outlet = outlets.id "
        "GROUP BY outlets.id ORDER BY count(*) DESC, outlets.name"
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
