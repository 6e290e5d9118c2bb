"""Which article of the record a new one is a corrected version of.

The one with the same id; or else one with the same address and much the same words.
"""

import re
import sqlite3

from goodoffices.model.article import Article

LEAST_SHARED_WORDS = 0.4
"""How much of their words two texts at one address share at least, to be versions of one article.

Some collections give every article the address of the site. Corrections keep nearly all words (above 0.7 in practice);
different articles of one outlet share about a fifth.
"""

_WORD = re.compile(r"\w{3,}")


def find_earlier_version(connection: sqlite3.Connection, article: Article) -> int | None:
    """Return the number of the article's first version in the record, or None where it has none."""
    row = connection.execute("SELECT thread FROM articles WHERE id = ? ORDER BY key LIMIT 1", (article.id,)).fetchone()
    if row is not None:
        return int(row[0])
    if not article.url:
        return None
    at_address = connection.execute(
        "SELECT articles.thread, texts.text FROM articles JOIN texts ON texts.article = articles.key "
        "WHERE url = ? AND url <> '' AND is_current ORDER BY articles.key LIMIT 20",
        (article.url,),
    )
    for thread, text in at_address:
        if shared_words(text, article.text) >= LEAST_SHARED_WORDS:
            return int(thread)
    return None


def shared_words(first: str, second: str) -> float:
    """Return the share of the words of both that stand in each, 0 to 1."""
    one, other = set(_WORD.findall(first.casefold())), set(_WORD.findall(second.casefold()))
    return len(one & other) / len(one | other) if one | other else 1.0
