"""Who said what, scored on PolNeAR's annotated news: exact stretches for source, cue and content.

Counted as in the published comparison of systems: each stretch of one of the three sorts, ended by line breaks, is
right where an annotator marked exactly it; of several annotators of an article, the first by name. An attribution
within another's content is left out, for the annotators marked the outermost layer only.

    python -m benchmarks.polnear FOLDER    prints precision, recall and F1; FOLDER holds attributions/ and text/
"""

import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.lexicon.load import load_lexicon
from goodoffices.lexicon.quotation import load_quotation
from goodoffices.model.text import Span
from goodoffices.reading.attribution import Attribution, find_attributions
from goodoffices.reading.segment import find_sentences

SORTS = ("Source", "Cue", "Content")


@dataclass(slots=True)
class Count:
    """How many stretches of one sort are right, found, and annotated."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Stretches = dict[str, set[tuple[int, int]]]


def annotated_articles(folder: Path) -> Iterator[tuple[str, Stretches]]:
    """Yield each article's text with the stretches that its first annotator marked, in the order of their names."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    for name, path in sorted(first.items()):
        text_path = folder / "text" / f"{name}.txt"
        if text_path.is_file():
            text = text_path.read_bytes().decode("utf-8")
            yield text, _annotated(text, path.read_text("utf-8"))


_MARK = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")


def _annotated(text: str, notes: str) -> Stretches:
    marked: Stretches = {sort: set() for sort in SORTS}
    for sort, offsets in _MARK.findall(notes):
        for stretch in offsets.split(";"):
            start, end = map(int, stretch.split())
            marked[sort].update(_within_lines(text, start, end))
    return marked


def _within_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text[start:end]):
        line = found.group()
        inner = line.strip()
        if inner:
            begins = start + found.start() + line.index(inner)
            yield begins, begins + len(inner)


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return those that no other holds in its content."""
    held = [content for attribution in attributions for content in attribution.contents]
    return [
        attribution
        for attribution in attributions
        if not any(words not in attribution.contents and words.contains(attribution.cue) for words in held)
    ]


def found_stretches(text: str, attributions: Iterable[Attribution]) -> Stretches:
    """Return the stretches of attributions by sort."""
    found: Stretches = {sort: set() for sort in SORTS}
    for attribution in attributions:
        sources = (attribution.source,) if attribution.source else ()
        parts: dict[str, tuple[Span, ...]] = {
            "Source": sources,
            "Cue": (attribution.cue,),
            "Content": attribution.contents,
        }
        for sort, spans in parts.items():
            for span in spans:
                found[sort].update(_within_lines(text, span.start, span.end))
    return found


def measure(folder: Path) -> tuple[dict[str, Count], float]:
    """Return the counts by sort, and how many words a second attribution alone went through."""
    lexicon, tables = load_lexicon("en"), load_quotation("en")
    counts = {sort: Count() for sort in SORTS}
    words, seconds = 0, 0.0
    for text, marked in annotated_articles(folder):
        sentences = list(find_sentences(text, lexicon))
        begun = time.process_time()
        attributions = find_attributions(text, sentences, tables)
        seconds += time.process_time() - begun
        words += len(text.split())
        found = found_stretches(text, outermost(attributions))
        for sort, count in counts.items():
            count.right += len(found[sort] & marked[sort])
            count.found += len(found[sort])
            count.annotated += len(marked[sort])
    return counts, words / seconds if seconds else 0.0


def main(folder: str) -> None:
    """Print the scores of one folder of the corpus."""
    counts, speed = measure(Path(folder))
    for sort, count in counts.items():
        print(f"{sort.lower():8} precision {count.precision:.3f}  recall {count.recall:.3f}  F1 {count.f1:.3f}")
    print(f"{speed:,.0f} words a second")


if __name__ == "__main__":
    main(sys.argv[1])
