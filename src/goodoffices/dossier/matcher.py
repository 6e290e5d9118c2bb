"""Finds listed names in a text: one automaton for one language.

A pattern is a stem with the endings that it may take. A hit counts where the stem begins a word (after clitics, where
the language has them), the rest of the word is one of the endings, and upper and lower case are as the name asks.
Of overlapping hits the leftmost longest stays. Deterministic.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from ahocorasick_rs import AhoCorasick, MatchKind

from goodoffices.dossier.entry import Entry, Naming
from goodoffices.dossier.folding import APOSTROPHES, folded, without_invisible
from goodoffices.model.text import Span

NO_ENDING: Mapping[str, frozenset[str]] = {"": frozenset()}
_WORD = re.compile(r"\w+")


class Case(Enum):
    """How a name must be written in the text."""

    ANY = "any"
    CAPITAL = "capital"
    """With a capital first letter, in scripts that have them."""
    EXACT = "exact"
    """Letter for letter: "US" is not "us"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One stem with the endings that it may take, and what it then names."""

    # As listed, unfolded.
    stem: str
    entry: Entry
    # Ending to the marks that it gives; "" is there where the stem stands alone.
    endings: Mapping[str, frozenset[str]] = field(default_factory=lambda: NO_ENDING)
    case: Case = Case.CAPITAL
    # What may stand before it within the word, to the marks that it gives; None where nothing may.
    prefixes: Mapping[str, "Prefix"] | None = None
    rank: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """What is written together with the name and before it."""

    marks: frozenset[str]
    # How many of its characters are clitics and stay outside the naming; the rest (an article) belong to the name.
    clitic_chars: int
    # Whether a name's own article loses its first letter after it (Arabic ل).
    contracts: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    rank: int
    entry: Entry
    ending: str
    clitics: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a stem stands in a text, and what of its word follows."""

    text: str
    # The folded text between two spaces: what stands at `start` in `text` stands at `start + 1` here.
    padded: str
    start: int
    end: int
    rest: str


class Matcher:
    """The compiled patterns of one language.

    Args:
        patterns: In any order; equal stems are kept together.
        lang: ISO 639-1; decides how letters are folded.
        is_prefixing: Whether names can have clitics written before them (Arabic).
        not_names: Folded words that are never a name.
        shouted: Exact names that are also words ("US"): not taken in a line without lower case.
    """

    def __init__(
        self,
        patterns: Iterable[Pattern],
        *,
        lang: str,
        is_prefixing: bool = False,
        not_names: frozenset[str] = frozenset(),
        shouted: frozenset[str] = frozenset(),
    ) -> None:
        self._lang = lang
        self._lead = "" if is_prefixing else " "
        self._not_names = not_names
        self._shouted = shouted
        by_stem: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            stem = folded(without_invisible(pattern.stem)[0], lang)
            if stem.strip():
                by_stem.setdefault(self._lead + stem, []).append(pattern)
        self._patterns: Sequence[Sequence[Pattern]] = list(by_stem.values())
        self._automaton = AhoCorasick(list(by_stem), matchkind=MatchKind.Standard, store_patterns=False)
        self._marked: dict[tuple[int, frozenset[str]], Entry] = {}

    def find(self, text: str) -> list[Naming]:
        """Return the namings of `text`, in its order; none overlaps another.

        Units: spans count code points of `text`.
        """
        seen, offsets = without_invisible(text)
        namings = [self._naming(seen, hits) for hits in _leftmost_longest(self._hits(seen))]
        return namings if offsets is None else [_moved(naming, text, offsets) for naming in namings]

    def _hits(self, text: str) -> list[_Hit]:
        padded = f" {folded(text, self._lang)} "
        lead = len(self._lead)
        hits: list[_Hit] = []
        for index, begin, end in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            rest = "" if padded[end] == " " else padded[end : padded.index(" ", end)]
            stretch = _Stretch(text, padded, begin + lead - 1, end - 1, rest)
            for pattern in self._patterns[index]:
                hit = self._hit(pattern, stretch)
                if hit is not None:
                    hits.append(hit)
        return hits

    def _hit(self, pattern: Pattern, stretch: _Stretch) -> _Hit | None:
        ending, marks = _ending(pattern, stretch)
        if marks is None:
            return None
        start, end = stretch.start, stretch.end
        clitics: frozenset[str] = frozenset()
        if not self._lead:
            prefix = _prefix(pattern, stretch)
            if prefix is None:
                return None
            clitics = prefix.marks
            start = stretch.padded.rindex(" ", 0, start + 1) + prefix.clitic_chars
        if not self._is_written(stretch.text, pattern, start, end):
            return None
        if "possessive" in marks:
            clitics, marks = clitics | {"possessive"}, marks - {"possessive"}
        else:
            end += len(ending)
        if self._not_names and stretch.padded[start + 1 : end + 1] in self._not_names:
            return None
        return _Hit(start, end, pattern.rank, self._with_marks(pattern.entry, marks), ending, clitics)

    def _is_written(self, text: str, pattern: Pattern, start: int, end: int) -> bool:
        if pattern.case is Case.CAPITAL:
            return not text[start].islower()
        if pattern.case is Case.EXACT:
            written = text[start:end]
            return written == pattern.stem and not (written in self._shouted and _is_shouted(text, start, end))
        return True

    def _with_marks(self, entry: Entry, marks: frozenset[str]) -> Entry:
        if not marks:
            return entry
        # By identity: hashing an entry costs more than all else here, and the patterns keep every entry alive.
        known = self._marked.get((id(entry), marks))
        if known is None:
            known = self._marked[id(entry), marks] = replace(entry, marks=entry.marks | marks)
        return known

    @staticmethod
    def _naming(text: str, hits: Sequence[_Hit]) -> Naming:
        first = hits[0]
        entries = tuple(dict.fromkeys(hit.entry for hit in hits))
        span = Span(first.start, first.end)
        return Naming(span=span, text=span.of(text), entries=entries, ending=first.ending, clitics=first.clitics)


_AS_IT_STANDS = Prefix(marks=frozenset(), clitic_chars=0)


def _ending(pattern: Pattern, stretch: _Stretch) -> tuple[str, frozenset[str] | None]:
    """Return the ending that the word has after the stem, and its marks; None where it is none of the stem's."""
    if not stretch.rest and stretch.end < len(stretch.text) and stretch.text[stretch.end] in APOSTROPHES:
        after = _WORD.match(stretch.padded, stretch.end + 2)
        apart = f"'{after[0]}" if after else "'"
        if apart in pattern.endings:
            return apart, pattern.endings[apart]
    return stretch.rest, pattern.endings.get(stretch.rest)


def _prefix(pattern: Pattern, stretch: _Stretch) -> Prefix | None:
    """Return what stands before the stem in its word; None where that is no prefix of the pattern's."""
    first = stretch.padded.rindex(" ", 0, stretch.start + 1) + 1
    before = stretch.padded[first : stretch.start + 1]
    if pattern.prefixes is None:
        return None if before else _AS_IT_STANDS
    return pattern.prefixes.get(before)


def _leftmost_longest(hits: list[_Hit]) -> list[list[_Hit]]:
    """Return the hits that stay, those of one stretch together: the likeliest first, no ending where one has none."""
    kept: list[list[_Hit]] = []
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, len(hit.ending), hit.rank, hit.entry.id)):
        if hit.start >= reached:
            kept.append([hit])
            reached = hit.end
        else:
            first = kept[-1][0]
            if (first.start, first.end, len(first.ending)) == (hit.start, hit.end, len(hit.ending)):
                kept[-1].append(hit)
    return kept


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Return whether the line around the stretch holds other letters, and none in lower case."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    around = text[line_start:start] + text[end : len(text) if line_end < 0 else line_end]
    return around.isupper()


def _moved(naming: Naming, text: str, offsets: Sequence[int]) -> Naming:
    # The end is that of the last character kept, so that a mark after it stays inside the naming.
    span = Span(offsets[naming.span.start], offsets[naming.span.end])
    return replace(naming, span=span, text=span.of(text))
