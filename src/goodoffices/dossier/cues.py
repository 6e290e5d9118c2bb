"""Finds the words of a text that point at issues of the agenda."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from goodoffices.dossier.entry import Cue
from goodoffices.dossier.folding import folded, without_invisible
from goodoffices.dossier.matcher import Prefix
from goodoffices.dossier.schema import Agenda
from goodoffices.model.text import Span


@dataclass(frozen=True, slots=True)
class _Pattern:
    issue: str
    # From the first letter of the first stem on, in folded text.
    whole: re.Pattern[str]


class CueMatcher:
    """The cues of one language.

    A cue is one or more words; a word that ends in `*` is a stem, any ending may follow. Between the words of a cue
    stand spaces or punctuation, nothing else.

    Args:
        issues: Of issues with one id the cues count together.
        prefixes: Clitics and articles that can stand before a word in one with it.
    """

    def __init__(self, issues: Iterable[Agenda], *, lang: str, prefixes: Mapping[str, Prefix] | None) -> None:
        self._lang = lang
        self._prefixes = prefixes
        lead = "" if prefixes is not None else " "
        by_stem: dict[str, list[_Pattern]] = {}
        for issue in issues:
            for cue in issue.cues.get(lang, ()):
                words = _words(cue, lang)
                by_stem.setdefault(lead + words[0].rstrip("*"), []).append(_Pattern(issue.id, _compiled(words)))
        self._lead_chars = len(lead)
        self._patterns = list(by_stem.values())
        self._automaton = AhoCorasick(list(by_stem), matchkind=MatchKind.Standard, store_patterns=False)

    def find(self, text: str) -> list[Cue]:
        """Return the cues of a text, in its order; of those that overlap for one issue the longest."""
        seen, offsets = without_invisible(text)
        padded = f" {folded(seen, self._lang)} "
        found: list[tuple[int, int, str]] = []
        for index, begin, _ in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            start = begin + self._lead_chars
            if not self._begins_word(padded, start):
                continue
            for pattern in self._patterns[index]:
                whole = pattern.whole.match(padded, start)
                if whole:
                    found.append((start - 1, whole.end() - 1, pattern.issue))
        cues = [Cue(span=Span(start, end), text=seen[start:end], issue=issue) for start, end, issue in _longest(found)]
        if offsets is None:
            return cues
        return [_moved(cue, text, offsets) for cue in cues]

    def _begins_word(self, padded: str, start: int) -> bool:
        if self._prefixes is None:
            return True
        before = padded[padded.rindex(" ", 0, start) + 1 : start]
        return before in self._prefixes


def _words(cue: str, lang: str) -> list[str]:
    """Return the folded words of a cue, each stem with its star."""
    words = []
    for written in without_invisible(cue)[0].split():
        parts = folded(written.rstrip("*"), lang).split()
        if written.endswith("*"):
            parts[-1] += "*"
        words += parts
    return words


def _compiled(words: list[str]) -> re.Pattern[str]:
    return re.compile(
        " +".join(re.escape(word.rstrip("*")) + ("[^ ]*" if word[-1] == "*" else "(?= )") for word in words)
    )


def _longest(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    reached: dict[str, int] = {}
    for start, end, issue in sorted(set(found), key=lambda hit: (hit[0], -hit[1], hit[2])):
        if start >= reached.get(issue, 0):
            kept.append((start, end, issue))
            reached[issue] = end
    return kept


def _moved(cue: Cue, text: str, offsets: list[int]) -> Cue:
    span = Span(offsets[cue.span.start], offsets[cue.span.end])
    return Cue(span=span, text=span.of(text), issue=cue.issue)
