"""Names of one person, place or body across documents and languages: SlavicNER (Russian, Ukrainian) by its identifiers.

The measure is that of the corpus' authors as far as what is here allows: the share of annotated mentions that get the
identifier that annotators gave them. As in their split across topics, about one document of eleven is held back and
the others tell which identifiers there are. Unlike theirs: two of the six languages; documents are held back by the
digest of their name, for their lists of documents are not here; nothing is learnt, each held-back mention gets the
identifier of the known spelling that `compare_names` finds most alike, or of the commonest among equals; mentions that
are spelt nowhere else in any way are counted as missed. Of the held-back persons here, one in eight is such.

    python -m benchmarks.slavic_names SHARED_BENCHMARKS    prints the shares
"""

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.scripts import ScriptTables
from goodoffices.lexicon.skeleton import name_keys
from goodoffices.resolving.name_reading import read_name
from goodoffices.resolving.names import SAME_NAME, compare_names

SLAVIC = Path(__file__).resolve().parents[2] / "shared" / "benchmarks" / "slavicner"
LANGUAGES = ("ru", "uk")
# Of so many documents one is held back, as 470 of the authors' 5,017.
ONE_OF = 11
# Linking accuracy of their best model (mT5-large), six languages, split across topics; LREC-COLING 2024.
PUBLISHED = 0.8784
ALL, PERSONS = "all", "PER"


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated mention."""

    text: str
    lang: str
    kind: str
    identifier: str


@dataclass(frozen=True, slots=True)
class Linked:
    """How many mentions got their identifier."""

    right: int
    mentions: int

    @property
    def share(self) -> float:
        """Those that got it, of all."""
        return self.right / self.mentions if self.mentions else 0.0

    def __str__(self) -> str:
        return f"{self.share:.4f}   ({self.right} of {self.mentions} mentions)"


def mentions_of(path: Path, lang: str) -> Iterator[Mention]:
    """Yield the mentions of one document."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) > 5:  # start, end, text, lemma, kind, identifier
                yield Mention(row[2], lang, row[4], row[5])


def split_mentions(folder: Path, topic: str = "*") -> tuple[list[Mention], list[Mention]]:
    """Return the mentions of known documents, and those of documents held back."""
    known, held_back = list[Mention](), list[Mention]()
    for lang in LANGUAGES:
        for path in sorted(folder.glob(f"{topic}/{lang}/*.tsv")):
            digest = hashlib.sha256(path.name.encode()).digest()
            (known if digest[0] % ONE_OF else held_back).extend(mentions_of(path, lang))
    return known, held_back


class Linker:
    """Finds the identifier of a name among known spellings."""

    def __init__(self, known: Sequence[Mention], scripts: ScriptTables) -> None:
        self.scripts = scripts
        # Spelling and language -> identifiers with the number of mentions.
        self.known: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.by_key: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.found: dict[tuple[str, str], str] = {}
        for mention in known:
            self.known[mention.text, mention.lang][mention.identifier] += 1
        for text, lang in self.known:
            for key in self._keys(text, lang):
                self.by_key[key].add((text, lang))

    def _keys(self, text: str, lang: str) -> Iterator[str]:
        for part in read_name(text, self.scripts, lang).parts:
            yield from name_keys(part.word.text, self.scripts, lang)

    def link(self, text: str, lang: str) -> str:
        """Return the identifier of the most alike spelling; empty where none can be the same name."""
        asked = (text, lang)
        if asked not in self.found:
            self.found[asked] = self._link(text, lang)
        return self.found[asked]

    def _link(self, text: str, lang: str) -> str:
        candidates = {candidate for key in self._keys(text, lang) for candidate in self.by_key.get(key, ())}
        scores: dict[str, tuple[float, int]] = {}
        for other, other_lang in candidates | ({(text, lang)} & self.known.keys()):
            score = 1.0 if other == text else self._score(text, lang, other, other_lang)
            if score >= SAME_NAME:
                for identifier, count in self.known[other, other_lang].items():
                    scores[identifier] = max(scores.get(identifier, (0.0, 0)), (round(score, 2), count))
        return max(scores, key=lambda identifier: (scores[identifier], identifier), default="")

    def _score(self, text: str, lang: str, other: str, other_lang: str) -> float:
        return compare_names(text, other, scripts=self.scripts, lang_a=lang, lang_b=other_lang).score


def measure_linking(folder: Path, topic: str = "*") -> Mapping[str, Linked]:
    """Return, for all mentions and for each kind of them, how many held-back ones get their identifier.

    Args:
        topic: The folder of one topic; all of them by default.
    """
    known, held_back = split_mentions(folder, topic)
    linker = Linker(known, load_scripts())
    right = Counter[str]()
    mentions = Counter[str]()
    for mention in held_back:
        for group in (ALL, mention.kind):
            mentions[group] += 1
            right[group] += linker.link(mention.text, mention.lang) == mention.identifier
    return {group: Linked(right[group], mentions[group]) for group in sorted(mentions, key=str.swapcase)}


def main(arguments: Sequence[str]) -> int:
    """Print the shares; the folder of the benchmarks is the only argument."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    for group, linked in measure_linking(Path(arguments[0]) / "slavicner").items():
        print(f"{group:5}{linked}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
