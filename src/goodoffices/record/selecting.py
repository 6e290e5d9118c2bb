"""Which acts are asked for, and the queries that find, order, cut and count them by way of indexes.

Every query reads (act, day) pairs from where there are fewest: the keys of a party or an issue, the kinds and statuses,
the days of a period, or the publications, places or outlets that are asked for. What is asked for besides is tested.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nlargest

from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ActId
from goodoffices.record.links import NO_DAY
from goodoffices.record.rows import days_of
from goodoffices.record.selection import ANY, Selection

_LONG_DAYS = 31
"""As the indexes of what lies longer have it."""

_MOST_COUNTED = 20_000
"""Of two ways to look for acts, the one with fewer is taken; how many more there are makes no difference."""

_FEW = 1_000
"""So many acts are looked at one by one for whether they lie in a period, sooner than all that was published in it."""

_ROLES = "atmhs"

# Of one act: whether it happened in the period; or has no date, or is still to come, and was published in it.
_IN_PERIOD = (
    "EXISTS (SELECT 1 FROM acts WHERE acts.id = {act} AND "
    "((acts.starts_on < :end AND acts.ends_on > :start) OR "
    "((acts.starts_on IS NULL OR acts.starts_on >= :end) AND EXISTS "
    "(SELECT 1 FROM act_publications AS told WHERE told.act = acts.id AND told.starts_on < :end "
    "AND told.ends_on > :start))))"
)
_BEGINS = "EXISTS (SELECT 1 FROM act_days WHERE act_days.act = {act} AND day >= :start AND day < :end)"
_IS_PUBLISHED = (
    "EXISTS (SELECT 1 FROM act_publications AS told WHERE told.act = {act} AND told.starts_on < :until "
    "AND told.ends_on > :since)"
)
_IS_LONG = "julianday(ends_on) - julianday(starts_on) > 31"
_OUTLYING = (
    "SELECT act FROM act_announcements WHERE starts_on >= :near_start AND starts_on < :end AND ends_on > :start "
    f"UNION SELECT act FROM act_announcements WHERE {_IS_LONG} AND ends_on > :start AND starts_on < :end "
    f"UNION SELECT id FROM acts WHERE {_IS_LONG} AND ends_on > :start AND starts_on < :end"
)
_PUBLISHED = (
    "SELECT act FROM act_publications WHERE starts_on >= :near_since AND starts_on < :until AND ends_on > :since "
    f"UNION SELECT act FROM act_publications WHERE {_IS_LONG} AND ends_on > :since AND starts_on < :until"
)
_ARTICLES_OF = (
    "FROM act_reports JOIN reports ON reports.key = act_reports.report "
    "JOIN articles ON articles.key = reports.article WHERE act_reports.act = {act}"
)
_OF_OUTLET = (
    "SELECT DISTINCT act FROM articles JOIN reports ON reports.article = articles.key "
    "JOIN act_reports ON act_reports.report = reports.key "
    "WHERE articles.outlet = (SELECT id FROM outlets WHERE name = :outlet)"
)
OUTCOME = "CASE WHEN deadline <> '' AND deadline < :on THEN late_state ELSE state END"
"""What came of an act of `act_outcomes` by the day `:on`."""


def find_ids(connection: sqlite3.Connection, selection: Selection) -> list[ActId]:
    """Return the ids of the acts that are asked for, by the day of lists, kind and id."""
    if selection.only is not None:
        held = sorted(held_by(connection, selection, selection.only))
        days = (connection.execute("SELECT day FROM act_days WHERE act = ?", (act,)).fetchone()[0] for act in held)
        return _ordered(connection, list(zip(held, days, strict=True)))
    query = _Query(connection, selection)
    if selection.latest is not None:
        return _ordered(connection, query.latest(selection.skip, selection.latest))
    rows = connection.execute(
        f"SELECT found.act FROM ({query.pairs()}) AS found CROSS JOIN acts ON acts.id = found.act "
        "ORDER BY found.day, acts.kind, found.act",
        query.values,
    )
    return [ActId(act) for (act,) in rows]


def find_days(connection: sqlite3.Connection, selection: Selection) -> list[tuple[str, str]]:
    """Return id and day of the acts that are asked for, in no order; the day as in `act_days`."""
    if selection.only is not None:
        held = sorted(held_by(connection, selection, selection.only))
        days = (connection.execute("SELECT day FROM act_days WHERE act = ?", (act,)).fetchone()[0] for act in held)
        return list(zip(held, days, strict=True))
    query = _Query(connection, selection)
    if selection.latest is not None:
        return query.latest(selection.skip, selection.latest)
    return connection.execute(query.pairs(), query.values).fetchall()


def _ordered(connection: sqlite3.Connection, found: Iterable[tuple[str, str]]) -> list[ActId]:
    kind = "SELECT kind FROM acts WHERE id = ?"
    keyed = [(day, connection.execute(kind, (act,)).fetchone()[0], act) for act, day in found]
    return [ActId(act) for _, _, act in sorted(keyed)]


def count_acts(connection: sqlite3.Connection, selection: Selection, most: int | None = None) -> int:
    """Return how many acts are asked for; `most` where there are more, if it is given."""
    whole = selection.whole
    if whole.is_plain:
        return sum(tally_acts(connection, whole).values())
    query = _Query(connection, whole)
    limit = -1 if most is None else most
    found = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM ({query.pairs()}) LIMIT {limit})", query.values)
    return int(found.fetchone()[0])


def tally_acts(connection: sqlite3.Connection, selection: Selection) -> dict[tuple[ActKind, str], int]:
    """Return how many acts of each kind and status are asked for, by kind and status."""
    whole = selection.whole
    if whole.is_plain:
        wanted = set(whole.whats)
        rows = connection.execute("SELECT name, count FROM tallies WHERE what = 'what' AND count > 0").fetchall()
        counted = [
            (what, number)
            for what, number in rows
            if (what in wanted if wanted else whole.with_background or not what.endswith("~"))
        ]
    elif (by_keys := _Query(connection, whole).whats_by_keys()) is not None:
        counted = connection.execute(*by_keys).fetchall()
    else:
        query = _Query(connection, whole)
        counted = connection.execute(
            "SELECT acts.kind || '/' || acts.status, count(*) "
            f"FROM ({query.pairs()}) AS found CROSS JOIN acts ON acts.id = found.act GROUP BY 1",
            query.values,
        ).fetchall()
    tally: dict[tuple[ActKind, str], int] = {}
    for what, number in sorted(counted):
        kind, _, status = what.rstrip("~").partition("/")
        tally[ActKind(kind), status] = tally.get((ActKind(kind), status), 0) + number
    return tally


def cut(connection: sqlite3.Connection, selection: Selection, number: int) -> tuple[Selection, date | None]:
    """Return the latest so many of the acts that are asked for as a selection, and the first of their days.

    No day is given where there are no more than these.
    """
    found = _Query(connection, selection.whole).latest(0, number + 1)
    kept = replace(selection, only=frozenset(ActId(act) for act, _ in found[:number]))
    dated = [day for _, day in found[:number] if day != NO_DAY]
    return kept, date.fromisoformat(min(dated)) if dated and len(found) > number else None


def cut_counting(connection: sqlite3.Connection, selection: Selection, number: int) -> tuple[Selection, int]:
    """Return the latest so many of the acts that are asked for as a selection, and how many are asked for in all."""
    query = _Query(connection, selection.whole)
    found = connection.execute(query.pairs(), query.values).fetchall()
    latest = nlargest(number, ((day != NO_DAY, day, act) for act, day in found))
    return replace(selection.whole, only=frozenset(ActId(act) for _, _, act in latest)), len(found)


def tally_months(connection: sqlite3.Connection, selection: Selection) -> dict[date, int]:
    """Return how many of the acts lie in each month, by its first day; those without a day are left out."""
    query = _Query(connection, selection.whole)
    rows = connection.execute(
        f"SELECT substr(day, 1, 7), count(*) FROM ({query.pairs()}) WHERE day <> '{NO_DAY}' GROUP BY 1", query.values
    )
    return {date.fromisoformat(f"{month}-01"): count for month, count in rows}


def held_by(connection: sqlite3.Connection, selection: Selection, acts: Iterable[ActId]) -> set[ActId]:
    """Return those of these acts that are asked for, however the selection cuts them."""
    query = _Query(connection, selection.whole)
    test = query.test()
    return {act for act in acts if connection.execute(test, {**query.values, "tested": act}).fetchone()[0]}


def tally_outcomes(connection: sqlite3.Connection, selection: Selection) -> dict[str, int]:
    """Return how many of the acts came to what by the day that the selection names, the most first."""
    whole = selection.whole
    if whole.is_plain and not whole.status:
        values: dict[str, object] = {"on": _on(whole)}
        kinds = _named(values, "kind", [kind.value for kind in whole.kinds])
        background = "" if whole.with_background else "AND NOT is_background "
        rows = connection.execute(
            f"SELECT {OUTCOME}, count(*) FROM act_outcomes WHERE kind IN ({kinds}) {background}GROUP BY 1", values
        ).fetchall()
    else:
        query = _Query(connection, whole)
        rows = connection.execute(
            f"SELECT {OUTCOME}, count(*) FROM ({query.pairs()}) AS found "
            "CROSS JOIN act_outcomes ON act_outcomes.act = found.act GROUP BY 1",
            query.values,
        ).fetchall()
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def tally_differences(connection: sqlite3.Connection, selection: Selection) -> dict[str, int]:
    """Return on how many of the acts accounts differ, by the field, the most first."""
    whole = selection.whole
    if whole.is_plain and not whole.whats:
        background = "" if whole.with_background else "WHERE NOT is_background "
        rows = connection.execute(f"SELECT field, count(*) FROM act_differences {background}GROUP BY 1").fetchall()
    else:
        query = _Query(connection, whole)
        rows = connection.execute(
            f"SELECT field, count(*) FROM ({query.pairs()}) AS found "
            "CROSS JOIN act_differences AS held ON held.act = found.act GROUP BY 1",
            query.values,
        ).fetchall()
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def _on(selection: Selection) -> str:
    return selection.on.isoformat() if selection.on is not None else ""


def _named(values: dict[str, object], prefix: str, given: Sequence[str]) -> str:
    """Put values under names of their own, and return these as the query has them."""
    names = [f"{prefix}{number}" for number in range(len(given))]
    values.update(zip(names, given, strict=True))
    return ", ".join(f":{name}" for name in names)


@dataclass(slots=True)
class _Query:
    """The query of one selection."""

    connection: sqlite3.Connection
    selection: Selection
    values: dict[str, object] = field(default_factory=dict)
    # By name: what must be true of an act, with its id in braces.
    _tests: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        asked = self.selection
        start, end = days_of(asked.period)
        since, until = days_of(asked.published)
        self.values.update(
            start=start, end=end, since=since, until=until, near_start=_near(start), near_since=_near(since),
            outlet=asked.outlet, lang=asked.lang, differs=asked.differs, on=_on(asked),
            status=asked.status, issue=asked.issue,
        )  # fmt: skip
        self._add_tests()

    def _add_tests(self) -> None:
        asked, tests = self.selection, self._tests
        row = "EXISTS (SELECT 1 FROM acts WHERE acts.id = {act} AND "
        if not asked.with_background:
            tests["background"] = f"{row}NOT acts.is_background)"
        if asked.kinds:
            tests["kinds"] = f"{row}acts.kind IN ({self._names('kind', [kind.value for kind in asked.kinds])}))"
        if asked.status:
            tests["status"] = f"{row}acts.status = :status)"
        if asked.without:
            named = self._names("without", asked.without)
            tests["without"] = f"{row}acts.status NOT IN ({named}))"
        if asked.issue:
            tests["issue"] = f"{row}acts.issue = :issue)"
        for number, names in enumerate(asked.parties):
            held = self._names(f"party{number}_", sorted(names))
            tests[f"party{number}"] = f"EXISTS (SELECT 1 FROM act_parties WHERE act = {{act}} AND party IN ({held}))"
        if asked.outcomes:
            named = self._names("outcome", asked.outcomes)
            tests["outcome"] = f"EXISTS (SELECT 1 FROM act_outcomes WHERE act = {{act}} AND {OUTCOME} IN ({named}))"
        if asked.differs:
            tests["differs"] = f"EXISTS (SELECT 1 FROM act_differences WHERE act = {{act}} AND {self._field()})"
        if asked.is_counted:
            tests["counted"] = "EXISTS (SELECT 1 FROM act_words WHERE act = {act} AND key >= 'q' AND key < 'r')"
        if asked.published is not None:
            tests["published"] = _IS_PUBLISHED
        self._add_tests_of_tellings()

    def _add_tests_of_tellings(self) -> None:
        asked, tests = self.selection, self._tests
        if asked.places:
            tests["places"] = f"EXISTS (SELECT 1 FROM act_places WHERE act = {{act}} AND ({self._is_there()}))"
        if asked.outlet:
            named = "articles.outlet = (SELECT id FROM outlets WHERE name = :outlet)"
            tests["outlet"] = f"EXISTS (SELECT 1 {_ARTICLES_OF} AND {named})"
        if asked.lang:
            tests["lang"] = f"EXISTS (SELECT 1 {_ARTICLES_OF} AND articles.lang = :lang)"

    def _field(self) -> str:
        return "1" if self.selection.differs == ANY else "field = :differs"

    def _is_there(self) -> str:
        held = self._names("place", sorted(self.selection.places))
        return f"place IN ({held}) OR country IN ({held})"

    def _names(self, prefix: str, given: Sequence[str]) -> str:
        return _named(self.values, prefix, given)

    def test(self) -> str:
        """Return a query that gives whether the act `:tested` is asked for."""
        in_period = _BEGINS if self.selection.begins else _IN_PERIOD
        tests = [*self._tests.values(), *([in_period] if self.selection.period is not None else [])]
        return f"SELECT {' AND '.join(test.format(act=':tested') for test in tests) or '1'}"

    def pairs(self) -> str:
        """Return a query that gives (act, day) of all acts, each once."""
        return self._union(self._driving())

    def whats_by_keys(self) -> tuple[str, dict[str, object]] | None:
        """Return a query that counts kinds and statuses by the index alone, with its values; None where that is less
        than what is asked for.
        """
        asked = self.selection
        if asked.is_plain or not asked.is_indexed:
            return None
        (query,) = self._driving().queries
        counted = query.replace("SELECT DISTINCT act, day", "SELECT what, count(DISTINCT act)", 1)
        return f"{counted.format(tests='1')} GROUP BY what", self.values

    def latest(self, skip: int, number: int) -> list[tuple[str, str]]:
        """Return (act, day) of the latest, those without a day after all others."""
        driving = self._driving()
        order = "ORDER BY day DESC, act DESC"
        found = self._latest_dated(driving, skip, number)
        if len(found) == number or not self._has_undated():
            return found
        dated = self._union(driving)
        before = self.connection.execute(f"SELECT count(*) FROM ({dated}) WHERE day < '{NO_DAY}'", self.values)
        left = max(0, skip - int(before.fetchone()[0]))
        cut = f"LIMIT {number - len(found)} OFFSET {left}"
        rest = f"SELECT act, day FROM ({self._union(driving, is_undated=True)}) {order} {cut}"
        return found + self.connection.execute(rest, self.values).fetchall()

    def _latest_dated(self, driving: "_Driving", skip: int, number: int) -> list[tuple[str, str]]:
        """Return (act, day) of the latest of those that have a day.

        What began before a period comes after all that began in it or later, and costs more to find.
        """

        def read(skip: int, number: int, part: str) -> list[tuple[str, str]]:
            union = self._union(driving, skip + number, part=part)
            cut = f"SELECT act, day FROM ({union}) ORDER BY day DESC, act DESC LIMIT {number} OFFSET {skip}"
            return self.connection.execute(cut, self.values).fetchall()

        if self.selection.period is None or self.selection.begins:
            return read(skip, number, "all")
        found = read(skip, number, "later")
        if len(found) == number:
            return found
        if not found and skip:
            return read(skip, number, "all")
        return found + read(0, number - len(found), "earlier")

    def _has_undated(self) -> bool:
        return self.connection.execute("SELECT 1 FROM act_days WHERE day = ? LIMIT 1", (NO_DAY,)).fetchone() is not None

    def _union(
        self, driving: "_Driving", most: int | None = None, *, is_undated: bool = False, part: str = "all"
    ) -> str:
        """Return the query of all parts.

        Args:
            most: Of what has a day only as many as this are needed, the latest.
            is_undated: Only what has no day; else, where `most` is given, only what has one.
            part: "later" for what has its day in the period or after it, "earlier" for the rest, "all" for both.
        """
        limits = "" if most is None else f" ORDER BY day DESC, act DESC LIMIT {most}"
        days = f"held.day = '{NO_DAY}'" if is_undated else f"held.day < '{NO_DAY}'" if most is not None else "1"
        parts = []
        for where, extra in self._stretches(days, part):
            # Of what has its day before the period little lies in it: that is looked at first.
            needed = [*extra, *(test for name, test in self._tests.items() if name not in driving.spares)]
            tests = [*where, *(test.format(act="held.act") for test in needed)]
            parts += [f"SELECT act, day FROM ({one}{limits})" for one in driving.read(tests)]
        if self.selection.period is not None and not self.selection.begins and not is_undated:
            # Most lie in the stretches above: that is looked at first.
            outside = {"all": "(held.day < :near_start OR held.day >= :end)", "later": "held.day >= :end"}
            tests = [f"{outside.get(part, 'held.day < :near_start')} AND {days}"]
            if self._are_few(driving, tests):
                needed = [_IN_PERIOD, *(test for name, test in self._tests.items() if name not in driving.spares)]
                few = driving.read([*tests, *(test.format(act="held.act") for test in needed)])
                return " UNION ALL ".join([*parts, *(f"SELECT act, day FROM ({one}{limits})" for one in few)])
            tests += [test.format(act="held.act") for test in (*self._tests.values(), _IN_PERIOD)]
            parts.append(
                f"SELECT held.act, held.day FROM ({_OUTLYING}) AS found "
                f"CROSS JOIN act_days AS held ON held.act = found.act WHERE {' AND '.join(tests)}"
            )
        return " UNION ALL ".join(parts)

    def _are_few(self, driving: "_Driving", tests: Sequence[str]) -> bool:
        one = " UNION ALL ".join(driving.read(tests))
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({one}) LIMIT {_FEW + 1})"
        return int(self.connection.execute(query, self.values).fetchone()[0]) <= _FEW

    def _stretches(self, days: str, part: str) -> Iterable[tuple[list[str], list[str]]]:
        """Yield, for each stretch of days that is asked for, what lies in it and what else must be true there."""
        if self.selection.period is None:
            yield [days], []
        else:
            if part != "earlier":
                yield ["held.day >= :start", "held.day < :end", days], []
            if part != "later" and not self.selection.begins:
                yield ["held.day >= :near_start", "held.day < :start", days], [_IN_PERIOD]

    def _driving(self) -> "_Driving":
        """Return where the fewest acts are read from."""
        asked = self.selection
        ways: list[_Driving] = []
        for number, names in enumerate(asked.parties):
            ways.append(self._by_keys(f"party{number}", [f"{role}{name}" for role in _ROLES for name in sorted(names)]))
        if asked.issue:
            ways.append(self._by_keys("issue", [f"i{asked.issue}"]))
        if asked.places:
            ways.append(_Driving.by_acts(f"SELECT DISTINCT act FROM act_places WHERE {self._is_there()}", "places"))
        if asked.outlet:
            ways.append(_Driving.by_acts(_OF_OUTLET, "outlet"))
        if asked.published is not None:
            ways.append(_Driving.by_acts(_PUBLISHED, "published"))
        if asked.differs:
            ways.append(self._by_differences())
        by_outcomes = bool(asked.outcomes and asked.kinds)
        if by_outcomes:
            ways.append(self._by_outcomes())
        if asked.is_counted:
            background = "" if asked.with_background else "substr(what, -1) <> '~' AND"
            words = "act_keys AS held WHERE key >= 'q' AND key < 'r'"
            query = f"SELECT DISTINCT act, day FROM {words} AND {background} {{tests}}"
            ways.append(_Driving((query,), frozenset({"counted", "background"})))
        # What came to something are some of the acts of these kinds: no more of them can be read than of all.
        if asked.whats and (asked.status or asked.without or not by_outcomes):
            ways.append(self._by_whats())
        if not ways:
            return _Driving(("SELECT act, day FROM act_days AS held WHERE {tests}",), frozenset())
        return ways[0] if len(ways) == 1 else min(ways, key=self._size)

    def _size(self, way: "_Driving") -> int:
        where = "held.day >= :start AND held.day < :end" if self.selection.period is not None else "1"
        one = " UNION ALL ".join(way.read([where]))
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({one}) LIMIT {_MOST_COUNTED})"
        return int(self.connection.execute(query, self.values).fetchone()[0])

    def _by_keys(self, name: str, keys: Sequence[str]) -> "_Driving":
        held, whats = self._names(f"key_{name}_", keys), self.selection.whats
        what = f"what IN ({self._names('what', whats)}) AND" if whats else ""
        if not whats and not self.selection.with_background:
            what = "substr(what, -1) <> '~' AND"
        query = f"SELECT DISTINCT act, day FROM act_keys AS held WHERE key IN ({held}) AND {what} {{tests}}"
        return _Driving((query,), frozenset({name, "background", "kinds", "status", "without"}))

    def _by_whats(self) -> "_Driving":
        whats = self.selection.whats
        self._names("what", whats)
        queries = tuple(
            f"SELECT act, day FROM act_keys AS held WHERE key = '' AND what = :what{number} AND {{tests}}"
            for number in range(len(whats))
        )
        return _Driving(queries, frozenset({"background", "kinds", "status", "without"}))

    def _by_differences(self) -> "_Driving":
        background = "" if self.selection.with_background else "NOT is_background AND"
        query = (
            f"SELECT DISTINCT act, day FROM act_differences AS held WHERE {self._field()} AND {background} {{tests}}"
        )
        return _Driving((query,), frozenset({"differs", "background"}))

    def _by_outcomes(self) -> "_Driving":
        kinds = self._names("kind", [kind.value for kind in self.selection.kinds])
        named = self._names("outcome", self.selection.outcomes)
        background = "" if self.selection.with_background else "NOT is_background AND"
        query = (
            f"SELECT act, day FROM act_outcomes AS held WHERE kind IN ({kinds}) AND {background} "
            f"{OUTCOME} IN ({named}) AND {{tests}}"
        )
        return _Driving((query,), frozenset({"outcome", "background", "kinds"}))


@dataclass(frozen=True, slots=True)
class _Driving:
    """Where acts are read from."""

    # Each gives (act, day), with a place for tests in braces; together they give each act once.
    queries: tuple[str, ...]
    # The names of the tests that it makes needless.
    spares: frozenset[str]

    @classmethod
    def by_acts(cls, query: str, name: str) -> "_Driving":
        """Return that acts are read from a query of their ids."""
        pairs = f"SELECT found.act AS act, day FROM ({query}) AS found CROSS JOIN act_days ON act_days.act = found.act"
        return cls((f"SELECT act, day FROM ({pairs}) AS held WHERE {{tests}}",), frozenset({name}))

    def read(self, tests: Sequence[str]) -> list[str]:
        """Return the queries with these tests."""
        return [query.format(tests=" AND ".join(tests)) for query in self.queries]


def _near(day: str | None) -> str | None:
    if day is None:
        return None
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - _LONG_DAYS)).isoformat()
