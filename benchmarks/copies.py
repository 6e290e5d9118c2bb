"""Near copies among many made-up articles: how many are found, how many wrongly, in what time and memory.

    python -m benchmarks.copies --articles 100000

A third of the articles are copies of another: word for word, under another head, edited, cut, put in another order, or
told again at another address. Among the rest stand those that are no copies and look like it: reports of one event with
the same quotations, and texts made from one pattern.
"""

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from goodoffices.engine.copies import group_copies
from goodoffices.model.article import Article
from goodoffices.model.identifiers import ArticleId
from goodoffices.record.store import Record, open_view

RECALL_FLOOR, PRECISION_FLOOR = 0.95, 0.99
_VOCABULARY = 40_000
_SENTENCE_WORDS = 18
_IN_TRANSACTION = 5_000

Sentences = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A made-up article, with the number of the story that it tells in those very words."""

    story: int
    article: Article


class Press:
    """Makes articles up, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        letters = "aabcdeefghiiklmnooprstuvz"
        words = {"".join(self._random.choices(letters, k=self._random.randint(2, 10))) for _ in range(_VOCABULARY)}
        self._words = sorted(words)
        self._random.shuffle(self._words)
        # As in languages: the rank of a word tells how rare it is.
        self._weights = list(_running_sums(1 / (rank + 2.7) for rank in range(len(self._words))))
        self._footer = self._sentences(2)
        self._pattern = self._sentences(12)
        self._quotations: list[Sentences] = []

    def articles(self, count: int) -> Iterator[Made]:
        """Yield that many articles; a copy comes soon or long after what it copies."""
        recent: list[tuple[int, Sentences]] = []
        for number in range(count):
            if recent and self._random.random() < 1 / 3:
                story, told = self._random.choice(recent)
                sentences = self._random.choice(self._changes())(told)
            else:
                story, sentences = number, self._story()
                recent.append((story, sentences))
                if len(recent) > 20_000:
                    recent.pop(self._random.randrange(len(recent)))
            text = " ".join(sentences)
            yield Made(story=story, article=Article(id=ArticleId(f"m{number}"), text=text, url=self._url(number)))

    def _story(self) -> Sentences:
        kind = self._random.random()
        own = self._sentences(self._random.randint(6, 25))
        if kind < 0.15:
            # Of one event, with the same words of a speaker: a quarter of the text.
            if len(self._quotations) < 50 or self._random.random() < 0.05:
                self._quotations.append(self._sentences(self._random.randint(2, 3)))
            quoted = self._random.choice(self._quotations[-50:])
            return own[:4] + quoted + own[4:]
        if kind < 0.20:
            # From a pattern, as rates and weather are told.
            held = self._random.sample(range(len(self._pattern)), 5)
            return [self._pattern[at] if at in held else self._sentence() for at in range(len(self._pattern))]
        return own + self._footer if kind < 0.5 else own

    def _changes(self) -> list[Callable[[Sentences], Sentences]]:
        return [self._word_for_word, self._under_another_head, self._edited, self._cut, self._in_another_order]

    def _word_for_word(self, told: Sentences) -> Sentences:
        return [sentence.upper() if at == 0 else sentence for at, sentence in enumerate(told)]

    def _under_another_head(self, told: Sentences) -> Sentences:
        return [self._sentence()[:60], *told, *self._sentences(1)]

    def _edited(self, told: Sentences) -> Sentences:
        share = self._random.uniform(0.01, 0.08)
        words = " ".join(told).split()
        return [" ".join(self._word() if self._random.random() < share else word for word in words)]

    def _cut(self, told: Sentences) -> Sentences:
        return told[: max(3, round(len(told) * self._random.uniform(0.7, 0.95)))]

    def _in_another_order(self, told: Sentences) -> Sentences:
        at = self._random.randrange(len(told))
        return told[at:] + told[:at]

    def _sentences(self, count: int) -> Sentences:
        return [self._sentence() for _ in range(count)]

    def _sentence(self) -> str:
        words = self._random.choices(self._words, cum_weights=self._weights, k=_SENTENCE_WORDS)
        return f"{' '.join(words).capitalize()}."

    def _word(self) -> str:
        return self._random.choices(self._words, cum_weights=self._weights)[0]

    def _url(self, number: int) -> str:
        return f"https://{self._random.choice(('www.', 'm.', ''))}example.org/{number}?utm_source=x"


def _running_sums(values: Iterator[float]) -> Iterator[float]:
    total = 0.0
    for value in values:
        total += value
        yield total


def keep(path: Path, press: Press, count: int) -> dict[str, int]:
    """Put made-up articles into a new record; return the story of each."""
    stories: dict[str, int] = {}
    made = press.articles(count)
    with Record.open(path) as record:
        while batch := list(islice(made, _IN_TRANSACTION)):
            with record.writer() as writer:
                for one in batch:
                    writer.add(one.article, (), (), read_with="bench")
                    stories[one.article.id] = one.story
    return stories


def scores(path: Path, stories: dict[str, int]) -> tuple[float, float]:
    """Return recall and precision over pairs of articles."""
    found: Counter[int] = Counter()
    true: Counter[int] = Counter()
    both: Counter[tuple[int, int]] = Counter()
    with open_view(path) as view:
        for head in view.heads():
            story = stories[head.id]
            found[head.copy_group] += 1
            true[story] += 1
            both[head.copy_group, story] += 1
    right = _pairs(both)
    return right / _pairs(true), right / _pairs(found)


def _pairs(counts: Counter[int] | Counter[tuple[int, int]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def main() -> None:
    """Measure, print, and fail below the floors."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.db"
        stories = keep(path, Press(given.seed), given.articles)
        began, began_cpu = time.monotonic(), time.process_time()
        with Record.open(path) as record:
            group_copies(record)
        seconds, cpu = time.monotonic() - began, time.process_time() - began_cpu
        recall, precision = scores(path, stories)
        size = path.stat().st_size / 2**30
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{given.articles:,} articles: recall {recall:.4f}, precision {precision:.4f}")
    print(f"grouped in {seconds:.0f} s ({cpu:.0f} s of processor), peak memory {memory:.2f} GB, record {size:.2f} GB")
    if recall < RECALL_FLOOR or precision < PRECISION_FLOOR:
        raise SystemExit("below the floor")


if __name__ == "__main__":
    main()
