"""One article of the record with all that was read from it, and the merges that were least certain."""

import sqlite3
from collections.abc import Iterator

from goodoffices.model.identifiers import ReportId
from goodoffices.record.rows import HEAD_COLUMNS, HEAD_TABLES, ArticleHead, Sourced, head_from, report_from

_VERSIONS = f"SELECT {HEAD_COLUMNS} FROM {HEAD_TABLES} WHERE articles.id = ? ORDER BY articles.version"
_READ_FROM = (
    "SELECT body FROM reports WHERE article = ? AND is_current ORDER BY start_char, length(evidence) DESC, reports.id"
)
_MERGED = (
    "SELECT subject, object, score, reason FROM judgements WHERE judged_by = 'rule' AND verdict = 'same' "
    "AND score < ? ORDER BY score, subject, object"
)


def versions_of(connection: sqlite3.Connection, name: str) -> tuple[ArticleHead, ...]:
    """Return the heads of all versions of the article of this id, the first one first; none where there is none."""
    return tuple(map(head_from, connection.execute(_VERSIONS, (name,))))


def read_from(connection: sqlite3.Connection, head: ArticleHead) -> tuple[Sourced, ...]:
    """Return the reports that the present reading gives of one version of an article, in the order of its text."""
    rows = connection.execute(_READ_FROM, (head.key,))
    return tuple(Sourced(report=report_from(body), article=head) for (body,) in rows)


def merged_below(connection: sqlite3.Connection, score: float) -> Iterator[tuple[ReportId, ReportId, float, str]]:
    """Yield the pairs of reports that a rule took for one act with a lower score than this: the least certain first.

    Each is given with its score and the rule's reason.
    """
    for one, other, certainty, reason in connection.execute(_MERGED, (score,)):
        yield ReportId(one), ReportId(other), float(certainty), str(reason)
