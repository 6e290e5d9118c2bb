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


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    rank: int
    entry: Entry
    ending: str
    clitics: frozenset[str]


class Matcher:
    """The compiled patterns of one language.

    Args:
        patterns: In any order; equal stems are kept together.
        lang: ISO 639-1; decides how letters are folded.
        is_prefixing: Whether names can have clitics written before them (Arabic).
        shouted: Exact names that are also words ("US"): not taken in a line without lower case.
    """

    def __init__(
        self, patterns: Iterable[Pattern], *, lang: str, is_prefixing: bool = False, shouted: frozenset[str] = frozenset()
    ) -> None:
        self._lang = lang
        self._lead = "" if is_prefixing else " "
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
            start = begin + lead
            following = padded[end]
            rest = "" if following == " " else padded[end : padded.index(" ", end)]
            for pattern in self._patterns[index]:
                hit = self._hit(text, padded, pattern, start - 1, end - 1, rest)
                if hit is not None:
                    hits.append(hit)
        return hits

    def _hit(self, text: str, padded: str, pattern: Pattern, start: int, end: int, rest: str) -> _Hit | None:
        ending = rest
        marks = pattern.endings.get(rest)
        if not rest and end < len(text) and text[end] in APOSTROPHES:
            after = _WORD.match(padded, end + 2)
            apart = f"'{after[0]}" if after else "'"
            if apart in pattern.endings:
                ending, marks = apart, pattern.endings[apart]
        if marks is None:
            return None
        clitics: frozenset[str] = frozenset()
        if not self._lead:
            before = padded[padded.rindex(" ", 0, start + 1) + 1 : start + 1]
            if before:
                prefix = (pattern.prefixes or {}).get(before)
                if prefix is None:
                    return None
                clitics = prefix.marks
                start -= len(before) - prefix.clitic_chars
            elif pattern.prefixes is not None and "" not in pattern.prefixes:
                return None
        if not self._is_written(text, pattern, start, end):
            return None
        if "possessive" in marks:
            clitics, marks, ending_chars = clitics | {"possessive"}, marks - {"possessive"}, 0
        else:
            ending_chars = len(ending)
        return _Hit(start, end + ending_chars, pattern.rank, self._with_marks(pattern.entry, marks), ending, clitics)

    def _is_written(self, text: str, pattern: Pattern, start: int, end: int) -> bool:
        first = text[start]
        if pattern.case is Case.CAPITAL:
            return not first.islower()
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


def _leftmost_longest(hits: list[_Hit]) -> list[list[_Hit]]:
    kept: list[list[_Hit]] = []
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rank, hit.entry.id, hit.entry.form)):
        if hit.start >= reached:
            kept.append([hit])
            reached = hit.end
        elif (kept[-1][0].start, kept[-1][0].end) == (hit.start, hit.end):
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
