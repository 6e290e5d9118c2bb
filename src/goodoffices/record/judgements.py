"""The judgements of people in the record: what they are about, and where each stands now."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ArticleId, ReportId
from goodoffices.model.judgement import RULE, Anchor, Judgement, Standing, Verdict
from goodoffices.model.report import Report
from goodoffices.model.text import Span
from goodoffices.record.rows import report_from

_COLUMNS = "judgements.key, verdict, judgements.subject, judgements.object, value, judged_by, judged_at, reason, score"
# As the index of people's judgements has it, word for word.
_OF_PEOPLE = f"judged_by <> '{RULE}'"
_CURRENT = "reports.is_current AND articles.is_current"
_ADD = (
    "INSERT OR IGNORE INTO judgements (verdict, subject, object, value, judged_by, judged_at, reason, score) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key"
)
_CANDIDATES = (
    "SELECT DISTINCT reports.body FROM articles JOIN reports ON reports.article = articles.key "
    f"WHERE {_CURRENT} AND articles.thread IN "
    "(SELECT thread FROM articles WHERE id = :article UNION SELECT thread FROM articles WHERE digest = :digest)"
)
_SETTLED = (
    f"SELECT {_COLUMNS}, standing, judgement_standings.subject, judgement_standings.object "
    "FROM judgements JOIN judgement_standings ON judgement_standings.judgement = judgements.key"
)
_strings = msgspec.json.Decoder(tuple[str, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A judgement of a person, and where it stands now."""

    judgement: Judgement
    standing: Standing
    # The current report that it is about, or that took its place; empty where there is none, or it withdraws another.
    subject: str
    # The same for the other report of a pair.
    object: str = ""


class JudgementTable:
    """Keeps the judgements of people, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, judgements: Iterable[Judgement]) -> int:
        """Add judgements with what they are about, and return how many were not there before."""
        added = 0
        for j in judgements:
            row = self._connection.execute(
                _ADD, (j.verdict.value, j.subject, j.object, j.value, j.by, j.at, j.reason, j.score)
            ).fetchone()
            if row is not None:
                added += 1
                self._connection.executemany(
                    "INSERT OR IGNORE INTO judgement_anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (_anchor_row(row[0], anchor) for anchor in j.about),
                )
        return added

    def of_people(self, *, with_anchors: bool = False) -> dict[int, Judgement]:
        """Return the judgements of people by key, in the order in which they were added.

        Args:
            with_anchors: With what they are about.
        """
        anchors: dict[int, list[Anchor]] = {}
        if with_anchors:
            for row in self._connection.execute("SELECT * FROM judgement_anchors ORDER BY judgement, report"):
                anchors.setdefault(row[0], []).append(_anchor_from(row))
        query = f"SELECT {_COLUMNS} FROM judgements WHERE {_OF_PEOPLE} ORDER BY key"
        return {row[0]: _judgement_from(row, tuple(anchors.get(row[0], ()))) for row in self._connection.execute(query)}

    def anchors_of(self, reports: Iterable[str]) -> Iterator[Anchor]:
        """Yield the anchors of these reports by report, one for each judgement that is about it."""
        query = "SELECT * FROM judgement_anchors WHERE report = ? ORDER BY judgement"
        for report in sorted(reports):
            yield from map(_anchor_from, self._connection.execute(query, (report,)))

    def data_version(self) -> int:
        """Return a number that changes when another run writes to the record."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def has_any(self) -> bool:
        """Return whether any person has judged anything."""
        return self._connection.execute(f"SELECT 1 FROM judgements WHERE {_OF_PEOPLE} LIMIT 1").fetchone() is not None

    def standings(self) -> dict[int, tuple[str, str, str]]:
        """Return standing, present subject and present object of each judgement that has been settled, by key."""
        query = "SELECT judgement, standing, subject, object FROM judgement_standings"
        return {key: (standing, subject, other) for key, standing, subject, other in self._connection.execute(query)}

    def put_standings(self, standings: Mapping[int, tuple[str, str, str]]) -> None:
        """Keep where judgements stand now, by key."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO judgement_standings VALUES (?, ?, ?, ?)",
            ((key, *row) for key, row in standings.items()),
        )

    def settled(self, reports: Iterable[str] | None = None) -> Iterator[Settled]:
        """Yield the judgements of people by time, with where each stands.

        Args:
            reports: Only those on one of these reports, as they stand now.
        """
        query = _SETTLED
        values: tuple[str, ...] = ()
        if reports is not None:
            named = "(SELECT value FROM json_each(?1))"
            query = f"{_SETTLED} WHERE judgement_standings.subject <> '' AND judgement_standings.subject IN {named} "
            query += (
                f"UNION {_SETTLED} WHERE judgement_standings.object <> '' AND judgement_standings.object IN {named}"
            )
            values = (msgspec.json.encode(sorted(reports)).decode(),)
        found = (_settled_from(row) for row in self._connection.execute(query, values).fetchall())
        yield from sorted(found, key=lambda settled: settled.judgement.order)

    def current(self, reports: Iterable[str]) -> set[str]:
        """Return those of these ids that are reports of the present reading of a present version."""
        query = (
            "SELECT DISTINCT reports.id FROM reports JOIN articles ON articles.key = reports.article "
            f"WHERE reports.id IN (SELECT value FROM json_each(?)) AND {_CURRENT}"
        )
        return {name for (name,) in self._connection.execute(query, (msgspec.json.encode(sorted(reports)).decode(),))}

    def beside(self, report: Report) -> list[Report]:
        """Return the present reports of the version of the article that a report was read from."""
        return [other for other in self._present(report.article, report.article_digest)
                if other.article_digest == report.article_digest]  # fmt: skip

    def candidates(self, anchor: Anchor) -> list[Report]:
        """Return the present reports of an anchor's article: of its present version, or of the same text elsewhere."""
        return self._present(anchor.article, anchor.digest)

    def _present(self, article: ArticleId, digest: str) -> list[Report]:
        rows = self._connection.execute(_CANDIDATES, {"article": article, "digest": digest})
        return [report_from(body) for (body,) in rows]

    def report(self, name: str) -> Report | None:
        """Return a report, also one that is set aside; None where the record never had it."""
        row = self._connection.execute("SELECT body FROM reports WHERE id = ? LIMIT 1", (name,)).fetchone()
        return None if row is None else report_from(row[0])

    def party_sides(self, name: str) -> list[str]:
        """Return whom present reports have a party of this name speak for, the commonest first."""
        query = (
            "SELECT json_extract(filler.value, '$.stands_for') AS side FROM report_spans "
            "JOIN reports ON reports.key = report_spans.report, json_each(reports.body, '$.' || report_spans.field) "
            "AS filler WHERE report_spans.field IN ('actors', 'targets', 'mediators') AND report_spans.value = ? "
            "AND json_extract(filler.value, '$.value') = report_spans.value AND reports.is_current "
            "GROUP BY side ORDER BY count(*) DESC, side"
        )
        return [side for (side,) in self._connection.execute(query, (name,))]


def _anchor_row(key: int, anchor: Anchor) -> tuple[int | str, ...]:
    parties, beside = (msgspec.json.encode(names).decode() for names in (anchor.parties, anchor.beside))
    span = anchor.span
    return (
        key, anchor.report, anchor.article, anchor.digest, anchor.kind.value, span.start, span.end, anchor.text,
        parties, beside,
    )  # fmt: skip


def _anchor_from(row: tuple[str | int, ...]) -> Anchor:
    _, report, article, digest, kind, start, end, evidence, parties, beside = row
    return Anchor(
        report=ReportId(str(report)),
        article=ArticleId(str(article)),
        digest=str(digest),
        kind=ActKind(str(kind)),
        span=Span(int(start), int(end)),
        text=str(evidence),
        parties=_strings.decode(str(parties)),
        beside=tuple(map(ReportId, _strings.decode(str(beside)))),
    )


def _judgement_from(row: tuple[str, ...], about: tuple[Anchor, ...] = ()) -> Judgement:
    _, verdict, subject, other, value, by, at, reason, score = row
    return Judgement(
        verdict=Verdict(verdict), subject=subject, object=other, value=value, by=by, at=at, reason=reason,
        score=float(score), about=about,
    )  # fmt: skip


def _settled_from(row: tuple[str, ...]) -> Settled:
    standing, subject, other = row[-3:]
    return Settled(judgement=_judgement_from(row[:-3]), standing=Standing(standing), subject=subject, object=other)
