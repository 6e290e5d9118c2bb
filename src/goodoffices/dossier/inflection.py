"""Turns a listed name into the stems and endings with which a text of its language can hold it.

A language's endings are data, `data/_world/endings/<lang>.yml`: for each class of names, rules of the form "a name that
ends so loses this and takes one of these endings, which mean that". Languages that stack suffixes give slots instead;
every way through the slots is an ending. Nothing here knows any language.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goodoffices.dossier.folding import folded
from goodoffices.dossier.label import Inflection, Label
from goodoffices.dossier.matcher import NO_ENDING, Case, Pattern, Prefix

Endings = Mapping[str, frozenset[str]]
Forms = list[tuple[str, frozenset[str]]]
# Shorter acronyms are spelt out.
_SPOKEN_CHARS = 3
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One class of endings."""

    # Searched in the folded last word.
    when: re.Pattern[str]
    # How many characters the word loses before its endings.
    strip: int
    endings: Endings
    # What takes the place of those characters: a changed stem.
    instead: str = ""
    # Whether the rules after it are asked as well.
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigms:
    """The endings of one language."""

    lang: str
    rules: Mapping[Inflection, Sequence[Rule]] = field(default_factory=dict)
    cases: Mapping[Inflection, Case] = field(default_factory=dict)
    # What can be written before a name in one word with it; None where nothing can.
    prefixes: Mapping[str, Prefix] | None = None
    # The article that a name can begin with, and what of it stays after a clitic that contracts with it.
    article: str = ""
    contracted: str = ""
    # What the words before the head of a name of several words look like, where each of them takes endings; None in
    # languages in which only the last word does.
    agreeing: re.Pattern[str] | None = None
    # Words, folded, that are spelt like a name and are none.
    not_names: frozenset[str] = frozenset()
    # Acronyms that are words when written in lower case.
    shouted: frozenset[str] = frozenset()
    # Last words of full names, folded, that do not stand alone for the person.
    not_surnames: frozenset[str] = frozenset()
    # Last words of full names, folded, that stand together with the word before.
    last_two: frozenset[str] = frozenset()
    # Whether acronyms are also written as words are: "Otan".
    acronyms_as_words: bool = False

    def patterns(self, label: Label) -> Iterator[Pattern]:
        """Yield the patterns under which a label can be found; at least one."""
        case = self._case(label)
        entry = replace(label.entry, marks=label.marks) if label.marks else label.entry
        for stem, endings in self._stems(label):
            pattern = Pattern(
                stem=stem, entry=entry, endings=endings, case=case, prefixes=self.prefixes, rank=label.rank
            )
            yield pattern
            if self.acronyms_as_words and case is Case.EXACT and len(stem) >= _SPOKEN_CHARS:
                yield replace(pattern, stem=stem.capitalize())
            if self.article and stem.startswith(self.article):
                yield self._after_contraction(pattern)

    def _case(self, label: Label) -> Case:
        if label.inflection is Inflection.ACRONYM:
            return Case.EXACT
        if label.surface[0].islower():
            return Case.ANY
        return self.cases.get(label.inflection, Case.CAPITAL)

    def _stems(self, label: Label) -> Iterator[tuple[str, Endings]]:
        words = label.surface.split(" ")
        if self.agreeing is not None and len(words) > 1 and label.inflection is not Inflection.ACRONYM:
            for form, marks in self._agreeing_forms(words, label.inflection):
                yield form, {"": marks}
            return
        for stem, endings in self._endings(words[-1], label.inflection):
            yield " ".join((*words[:-1], stem)), endings

    def _endings(self, word: str, inflection: Inflection) -> Iterator[tuple[str, Endings]]:
        seen = folded(word, self.lang)
        found = False
        for rule in self.rules.get(inflection, ()):
            if rule.when.search(seen) is None:
                continue
            found = True
            yield word[: len(word) - rule.strip] + rule.instead, rule.endings
            if not rule.goes_on:
                return
        if not found:
            yield word, NO_ENDING

    def _agreeing_forms(self, words: Sequence[str], inflection: Inflection) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield the forms of a name of several words: those up to its head change together, the others stay."""
        heads = len(words)
        if inflection not in (Inflection.PERSON, Inflection.WOMAN):
            assert self.agreeing is not None
            heads = 1 + next((at for at, word in enumerate(words) if not self.agreeing.search(word.lower())), heads - 1)
        inflected = [self._forms(word, at, heads, inflection) for at, word in enumerate(words[:heads])]
        rest = words[heads:]
        collected: dict[str, set[str]] = {}
        for case in _CASES:
            fitting = [[form for form, marks in forms if not marks or case in marks] for forms in inflected]
            for chosen in itertools.product(*fitting):
                collected.setdefault(" ".join((*chosen, *rest)), set()).add(case)
        for form, cases in collected.items():
            # A form that stands for every case tells none.
            yield form, frozenset(cases) if len(cases) < len(_CASES) else frozenset()

    def _forms(self, word: str, at: int, heads: int, inflection: Inflection) -> Forms:
        is_attribute = at < heads - 1 and inflection not in (Inflection.PERSON, Inflection.WOMAN)
        of_class = Inflection.ADJECTIVE if is_attribute else inflection
        return [
            (stem + ending, marks)
            for stem, endings in self._endings(word, of_class)
            for ending, marks in endings.items()
            if not ending.startswith("'")
        ]

    def _after_contraction(self, pattern: Pattern) -> Pattern:
        assert self.prefixes is not None
        article = len(self.article)
        return Pattern(
            stem=self.contracted + pattern.stem[article:],
            entry=pattern.entry,
            endings=pattern.endings,
            case=pattern.case,
            prefixes={before: prefix for before, prefix in self.prefixes.items() if prefix.contracts},
            rank=pattern.rank,
        )
