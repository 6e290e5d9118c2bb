"""One article to its outcome, here; and what anyone who reads articles, here or elsewhere, must do."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError, Skippable
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.model.report import Report
from goodoffices.reading.reader import Reader
from goodoffices.reading.reading import Reading

_MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistake in the reader, or in a lexicon, raises on one article: named, and the others are read all the same."""


class ArticleReader(Protocol):
    """Turns one article into its reports."""

    def read(self, article: Article) -> Reading:
        """Return what the article reports."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What reading one article gave."""

    # With the language that it was read in.
    article: Article
    reports: tuple[Report, ...]
    notices: tuple[Notice, ...]


class Executor(Protocol):
    """Reads articles, here or in processes of their own."""

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in their order, taking articles only as they are needed."""
        ...


class InProcess:
    """Reads one article after the other in this process."""

    def __init__(self, reader: ArticleReader) -> None:
        self._reader = reader

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in their order."""
        return (outcome_of(self._reader, article) for article in articles)


def open_reader(dossier: str | None) -> ArticleReader:
    """Return a reader with the dossier of that name, or without one.

    Raises:
        ConfigurationError: A lexicon or the dossier has mistakes, or there is none of that name.
    """
    return Reader(dossier=dossier)


def outcome_of(reader: ArticleReader, article: Article) -> Outcome:
    """Return what the reader makes of an article; where it fails on it, a notice that says so and no reports."""
    try:
        reading = reader.read(article)
    except GoodOfficesError as error:
        if not isinstance(error, Skippable):
            raise
        return _failed(article, error.detail)
    except _MISTAKES as error:
        return _failed(article, f"the reader made a mistake here, please report it: {type(error).__name__}: {error}")
    return Outcome(article=replace(article, lang=reading.lang), reports=reading.reports, notices=reading.notices)


def _failed(article: Article, message: str) -> Outcome:
    notice = Notice(stage="reading", subject=article.id, message=message, severity=Severity.ERROR)
    return Outcome(article=article, reports=(), notices=(notice,))


def fingerprint(dossier: str | None) -> str:
    """Return digits that change with whatever can change what is read: the reader's code, every lexicon and dossier."""
    digest = hashlib.sha256(f"{__version__}:{dossier or ''}".encode())
    for package in ("dossier", "lexicon", "model", "reading"):
        for file in _files_below(files("goodoffices") / package):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files_below(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.startswith(("__pycache__", ".")):
            continue
        if item.is_dir():
            yield from _files_below(item)
        else:
            yield item
