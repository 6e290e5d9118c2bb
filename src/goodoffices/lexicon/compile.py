"""Patterns: the notation in which a lexicon writes expressions, and the matcher for it.

    hold|have <talks>            a word of the first list, then one of the class "talks"
    put .. signature to          ".." up to four items between, "..." up to twelve
    sign ~ treaty                as "..", in either order; "~~" as "..." (`orders`); the head keeps its mark
    =may                         this very form, and no other form of the word; so a mark of punctuation too: =,
    предлож*                     any word that begins so
    *erse                        any form that ends so
    the? two side                "?" may be missing
    [ACTOR] [PLACE] [DATE]       a naming of that sort; [targets:ACTOR] also fills that role
    [INSTRUMENT]                 a document that is known by name
    !host                        the head: where tense, agent and object are looked for; otherwise the first word

A word stands for all forms of it that the analyser knows. Matching looks at each position a bounded number of times,
so that no text makes it slow.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from goodoffices.lexicon.morphology import Analyser

GAP_ITEMS = {"..": 4, "...": 12}
"""How many items each gap sign may skip at the most."""

_SLOT = re.compile(r"\[(?:(\w+):)?(ACTOR|PLACE|DATE|NUMBER|QUOTE|INSTRUMENT)\]")


class Item(Protocol):
    """What patterns are matched against: a word, a naming, a date, or a mark of punctuation."""

    @property
    def atoms(self) -> frozenset[int]:
        """The numbers of the pattern atoms that fit it."""

    @property
    def stops(self) -> bool:
        """Whether no gap may reach over it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    atoms: frozenset[int]
    is_optional: bool = False
    # How many items may stand between the place before and this.
    gap: int = 0
    role: str = ""
    is_word: bool = True


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    elements: tuple[Element, ...]
    # Which element is the head.
    head: int

    @property
    def anchors(self) -> frozenset[int]:
        """The atoms of the first element that must be there."""
        return next(element for element in self.elements if not element.is_optional).atoms

    @property
    def anchor(self) -> int:
        """Which element that is."""
        return next(index for index, element in enumerate(self.elements) if not element.is_optional)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern fits."""

    # For each element, the number of the item, or -1 where an optional one is missing.
    items: tuple[int, ...]
    head: int

    @property
    def first(self) -> int:
        """The number of the first item."""
        return min(item for item in self.items if item >= 0)

    @property
    def last(self) -> int:
        """The number of the last item."""
        return max(self.items)


ACTOR, PLACE, DATE, NUMBER, QUOTE, INSTRUMENT = range(6)
SLOTS = {
    "ACTOR": ACTOR, "PLACE": PLACE, "DATE": DATE, "NUMBER": NUMBER, "QUOTE": QUOTE, "INSTRUMENT": INSTRUMENT,
}  # fmt: skip


@dataclass(slots=True)
class Atoms:
    """The atoms of a lexicon's patterns, numbered; and which of them a word form fits, kept for each form seen."""

    analyse: Analyser
    classes: Mapping[str, Sequence[str]]
    _forms: dict[str, set[int]] = field(default_factory=dict)
    _lemmas: dict[str, set[int]] = field(default_factory=dict)
    _prefixes: dict[str, set[int]] = field(default_factory=dict)
    _suffixes: dict[str, set[int]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, frozenset[int]] = field(default_factory=dict)
    _prefix_lengths: tuple[int, ...] = ()

    def number(self, word: str) -> frozenset[int]:
        """Return the atom numbers of one alternative of a pattern, registering it; a class has all of its words'."""
        if word.startswith("<") and word.endswith(">"):
            name = word[1:-1]
            if name not in self.classes:
                raise KeyError(f"no word class {name!r}")
            atom = self._numbers.get(word)
            if atom is None:
                atom = self._new(word)
                for member in self.classes[name]:
                    self._register(member, atom)
            return frozenset({atom})
        atom = self._numbers.get(word)
        if atom is None:
            atom = self._new(word)
            self._register(word, atom)
        return frozenset({atom})

    def _new(self, word: str) -> int:
        self._numbers[word] = len(SLOTS) + len(self._numbers)
        return self._numbers[word]

    def _register(self, word: str, atom: int) -> None:
        if word.startswith("="):
            self._forms.setdefault(word[1:], set()).add(atom)
        elif word.startswith("*"):
            self._suffixes.setdefault(word[1:], set()).add(atom)
        elif word.endswith("*"):
            self._prefixes.setdefault(word[:-1], set()).add(atom)
            self._prefix_lengths = tuple(sorted({len(prefix) for prefix in self._prefixes}))
        else:
            self._lemmas.setdefault(word, set()).add(atom)

    def of_mark(self, mark: str) -> frozenset[int]:
        """Return the atoms that a mark of punctuation fits, written as a form: `=,`."""
        return frozenset(self._forms.get(mark, ()))

    def of(self, form: str) -> frozenset[int]:
        """Return the atoms that a lower-cased form fits."""
        known = self._seen.get(form)
        if known is not None:
            return known
        found = set(self._forms.get(form, ()))
        for suffix, numbers in self._suffixes.items():
            if form.endswith(suffix):
                found.update(numbers)
        for lemma in self.analyse(form).lemmas:
            found.update(self._lemmas.get(lemma, ()))
            for length in self._prefix_lengths:
                if length <= len(lemma):
                    found.update(self._prefixes.get(lemma[:length], ()))
        if len(self._seen) >= _KEPT_FORMS:
            self._seen.clear()
        return self._seen.setdefault(form, frozenset(found))


_KEPT_FORMS = 200_000
"""How many forms' atoms are kept; beyond it the table is begun anew, so that memory stays flat."""


def orders(say: str) -> tuple[str, ...]:
    """Return the patterns that one line writes: two where it has a sign for either order, else itself."""
    for sign, gap in ((" ~~ ", " ... "), (" ~ ", " .. ")):
        if sign in say:
            first, second = say.split(sign, 1)
            marked = say if "!" in say else f"!{say}"
            first = marked[: len(marked) - len(second) - len(sign)]
            return first + gap + second, second + gap + first
    return (say,)


def compile_pattern(say: str, atoms: Atoms) -> Pattern:
    """Return the pattern that `say` writes.

    Raises:
        KeyError: It names a word class that the lexicon has not.
        ValueError: It is empty, or begins or ends with a gap.
    """
    elements: list[Element] = []
    head, gap = -1, 0
    for part in say.split():
        if part in GAP_ITEMS:
            gap = GAP_ITEMS[part]
            continue
        word = part
        if word.startswith("!"):
            head, word = len(elements), word[1:]
        element = _element(word, gap, atoms)
        elements.append(element)
        gap = 0
    if gap or not any(not element.is_optional for element in elements):
        raise ValueError(f"a pattern needs a word, and none ends with a gap: {say!r}")
    if head < 0:
        head = next((i for i, e in enumerate(elements) if e.is_word and not e.is_optional), 0)
    return Pattern(tuple(elements), head)


def _element(word: str, gap: int, atoms: Atoms) -> Element:
    is_optional = word.endswith("?") and len(word) > 1
    if is_optional:
        word = word[:-1]
    numbers: set[int] = set()
    role, is_word = "", False
    for alternative in word.split("|"):
        slot = _SLOT.fullmatch(alternative)
        if slot:
            numbers.add(SLOTS[slot[2]])
            role = role or slot[1] or ""
        else:
            numbers.update(atoms.number(alternative))
            is_word = True
    return Element(frozenset(numbers), is_optional, gap, role, is_word=is_word)


def find_match(pattern: Pattern, items: Sequence[Item], at: int) -> Match | None:
    """Return how the pattern fits with its anchor element at item `at`, the shortest gaps first; else None."""
    anchor = pattern.anchor
    before = _match_before(pattern.elements[:anchor], items, at)
    rest = _match_from(pattern.elements, anchor + 1, items, at)
    if rest is None:
        return None
    places = (*before, at, *rest)
    return Match(places, places[pattern.head] if places[pattern.head] >= 0 else at)


def _match_before(elements: Sequence[Element], items: Sequence[Item], at: int) -> tuple[int, ...]:
    """Optional elements before the anchor are taken where they stand directly before it."""
    places: list[int] = []
    position = at - 1
    for element in reversed(elements):
        if position >= 0 and element.atoms & items[position].atoms:
            places.append(position)
            position -= 1
        else:
            places.append(-1)
    return tuple(reversed(places))


def _match_from(elements: Sequence[Element], index: int, items: Sequence[Item], last: int) -> tuple[int, ...] | None:
    if index == len(elements):
        return ()
    element = elements[index]
    for position in range(last + 1, min(last + 2 + element.gap, len(items))):
        item = items[position]
        if element.atoms & item.atoms:
            rest = _match_from(elements, index + 1, items, position)
            if rest is not None:
                return (position, *rest)
        if item.stops:
            break
    if element.is_optional:
        rest = _match_from(elements, index + 1, items, last)
        if rest is not None:
            return (-1, *rest)
    return None


T = TypeVar("T")


def by_anchor(patterns: Iterable[T], pattern_of: Callable[[T], Pattern]) -> dict[int, tuple[T, ...]]:
    """Return, for each atom, what has a pattern anchored at it, in the order given."""
    table: dict[int, list[T]] = {}
    for entry in patterns:
        for atom in pattern_of(entry).anchors:
            table.setdefault(atom, []).append(entry)
    return {atom: tuple(entries) for atom, entries in table.items()}
