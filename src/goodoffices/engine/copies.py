"""Articles of the record to groups of copies, as they come."""

from functools import lru_cache

from goodoffices.record.copies import CopyTable, Marks
from goodoffices.record.store import Record
from goodoffices.sources.likeness import LEAST_SHARED, likeness, runs_of, signature

ARTICLES_IN_TRANSACTION = 5_000
"""Enough that the bands of one transaction lie close together in the store: a million articles take minutes so."""

_TEXTS_AT_HAND = 4_096


def group_copies(record: Record) -> int:
    """Put all articles that were not compared yet into groups of copies; return how many there were.

    Goes in transactions: a run that is cut off goes on where it stopped.
    """
    grouped = 0
    while batch := _group_some(record):
        grouped += batch
    return grouped


def _group_some(record: Record) -> int:
    with record.copies() as copies:
        articles = copies.ungrouped(ARTICLES_IN_TRANSACTION)
        marks = []
        for article in articles:
            signed = signature(article.text, article.url)
            marks.append(Marks(key=article.key, digest=signed.digest, bands=signed.bands))
        copies.add(marks, _Alike(copies))
    return len(articles)


class _Alike:
    """Tells of two articles whether they are copies, keeping the texts at hand that it looked at last."""

    def __init__(self, copies: CopyTable) -> None:
        self._runs = lru_cache(_TEXTS_AT_HAND)(lambda key: runs_of(copies.text(key)))

    def __call__(self, first: int, second: int) -> bool:
        return likeness(self._runs(first), self._runs(second)) >= LEAST_SHARED
