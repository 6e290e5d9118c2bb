"""Full-text search of articles and of evidence."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from goodoffices.model.identifiers import ReportId
from goodoffices.record.rows import HEAD_COLUMNS, HEAD_TABLES, ArticleHead, head_from

MARK_BEFORE, MARK_AFTER = "\x02", "\x03"
"""What stands around a word that was found; no text has these signs."""

_WORD = re.compile(r'"[^"]*"|[^\s"]+')
_SNIPPET_WORDS = 24

_MOST_RANKED = 3_000
"""Words that more articles have say little of which is the best: of these the latest read come first."""

# In this order: not all that matches is wanted, but whether these few do.
_HIT = (
    "WITH hit (key, words) AS MATERIALIZED (SELECT rowid, snippet(article_search, 1, ?, ?, ' … ', ?) "
    "FROM article_search WHERE article_search MATCH ? AND rowid = ?) "
    f"SELECT {HEAD_COLUMNS}, hit.words FROM hit CROSS JOIN {HEAD_TABLES} WHERE articles.key = hit.key"
)
# By one look at all evidence with words of a beginning: to gather these words takes long.
_REPORTS_AT_ONCE = (
    "SELECT reports.article, reports.id FROM report_search CROSS JOIN reports ON reports.key = report_search.rowid "
    "WHERE report_search MATCH :match AND report_search.rowid >= "
    "(SELECT min(key) FROM reports WHERE article IN (SELECT value FROM json_each(:articles))) "
    "AND +report_search.rowid IN (SELECT key FROM reports WHERE is_current "
    "AND article IN (SELECT value FROM json_each(:articles))) ORDER BY reports.start_char, reports.id"
)
_REPORTS = (
    "SELECT reports.id FROM reports CROSS JOIN report_search ON report_search.rowid = reports.key "
    "WHERE reports.article = ? AND reports.is_current AND report_search MATCH ? ORDER BY reports.start_char, reports.id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article in which the words were found."""

    article: ArticleHead
    # Some words around what was found, with MARK_BEFORE and MARK_AFTER around it.
    snippet: str
    # The article's reports whose evidence holds the words, in the order of the text.
    reports: tuple[ReportId, ...]


def match_of(words: str) -> str:
    """Return words as the search engine's own query: all of them, "in quotes" as a phrase, word* as a beginning."""
    terms = []
    for term in _WORD.findall(words):
        bare = term.strip('"').replace('"', "")
        is_beginning = bare.endswith("*") and not term.startswith('"')
        if text := bare.rstrip("*").strip():
            terms.append(f'"{text}"{"*" if is_beginning else ""}')
    return " ".join(terms)


def count_hits(connection: sqlite3.Connection, words: str, *, most: int) -> int:
    """Return in how many articles all the words are found, at most so many."""
    query = (
        "SELECT count(*) FROM (SELECT 1 FROM article_search CROSS JOIN articles ON articles.key = article_search.rowid "
        "WHERE article_search MATCH ? AND articles.is_current LIMIT ?)"
    )
    match = match_of(words)
    return int(connection.execute(query, (match, most)).fetchone()[0]) if match else 0


def search(connection: sqlite3.Connection, words: str, *, limit: int, skip: int = 0) -> Iterator[Hit]:
    """Yield the articles in which all the words are found, the best first; none where there are no words."""
    match = match_of(words)
    if not match:
        return
    count = f"SELECT count(*) FROM (SELECT 1 FROM article_search WHERE article_search MATCH ? LIMIT {_MOST_RANKED})"
    are_few = connection.execute(count, (match,)).fetchone()[0] < _MOST_RANKED
    order = "rank, articles.id" if are_few else "article_search.rowid DESC"
    best = connection.execute(
        "SELECT articles.key FROM article_search CROSS JOIN articles ON articles.key = article_search.rowid "
        f"WHERE article_search MATCH ? AND articles.is_current ORDER BY {order} LIMIT ? OFFSET ?",
        (match, limit, skip),
    ).fetchall()
    found = _reports_by_article(connection, (key for (key,) in best), match) if "*" in match else None
    for (key,) in best:
        row = connection.execute(_HIT, (MARK_BEFORE, MARK_AFTER, _SNIPPET_WORDS, match, key)).fetchone()
        head = head_from(row[:-1])
        reports = tuple(found[key]) if found is not None else _reports_of(connection, key, match)
        yield Hit(article=head, snippet=" ".join(row[-1].split()), reports=reports)


def _reports_of(connection: sqlite3.Connection, article: int, match: str) -> tuple[ReportId, ...]:
    return tuple(ReportId(report) for (report,) in connection.execute(_REPORTS, (article, match)))


def _reports_by_article(
    connection: sqlite3.Connection, articles: Iterable[int], match: str
) -> dict[int, list[ReportId]]:
    """Return the reports of each of the articles whose evidence holds the words, in the order of the text."""
    found: dict[int, list[ReportId]] = defaultdict(list)
    values = {"match": match, "articles": msgspec.json.encode(list(articles)).decode()}
    for article, report in connection.execute(_REPORTS_AT_ONCE, values):
        found[article].append(ReportId(report))
    return found
