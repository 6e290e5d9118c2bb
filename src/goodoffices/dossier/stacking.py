"""Endings of languages that stack suffixes: recognised slot by slot, for they are too many to list."""

from collections.abc import Iterator, Mapping
from functools import cache

Slot = tuple[tuple[str, frozenset[str]], ...]
"""The suffixes that can stand in one place of the stack, with their marks."""

_KEPT = 20_000


class StackedEndings(Mapping[str, frozenset[str]]):
    """Ending to its marks. Of two ways to one ending the one through fewer slots counts.

    Args:
        slots: From the stem outwards; each may stay empty.
        is_apart: Whether the same endings also stand after an apostrophe.
    """

    def __init__(self, slots: tuple[Slot, ...], is_apart: bool) -> None:
        self._slots = slots
        self._is_apart = is_apart
        self._longest = sum(max(len(suffix) for suffix, _ in slot) for slot in slots)
        self._known: dict[str, frozenset[str] | None] = {"": frozenset()}

    def __getitem__(self, ending: str) -> frozenset[str]:
        marks = self._marks(ending)
        if marks is None:
            raise KeyError(ending)
        return marks

    def __iter__(self) -> Iterator[str]:
        """Yield the endings of a single suffix; those of several are too many to list."""
        yield ""
        for slot in self._slots:
            yield from (suffix for suffix, _ in slot)

    def __len__(self) -> int:
        return 1 + sum(len(slot) for slot in self._slots)

    def _marks(self, ending: str) -> frozenset[str] | None:
        plain = ending
        if ending.startswith("'"):
            plain = ending[1:]
            if not self._is_apart or not plain:
                return None
        if len(plain) > self._longest:
            return None
        if plain not in self._known:
            if len(self._known) > _KEPT:
                self._known = {"": frozenset()}
            self._known[plain] = self._shortest(plain)
        return self._known[plain]

    def _shortest(self, ending: str) -> frozenset[str] | None:
        ways = list(self._ways(ending, 0))
        fewest = min((filled for filled, _ in ways), default=0)
        return frozenset[str]().union(*(marks for filled, marks in ways if filled == fewest)) if ways else None

    def _ways(self, ending: str, slot: int) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield every way through the slots from one on: how many it fills, and its marks."""
        if not ending:
            yield 0, frozenset()
            return
        if slot == len(self._slots):
            return
        yield from self._ways(ending, slot + 1)
        for suffix, marks in self._slots[slot]:
            if ending.startswith(suffix):
                for filled, further in self._ways(ending[len(suffix) :], slot + 1):
                    yield filled + 1, marks | further


@cache
def stacked_endings(slots: tuple[Slot, ...], is_apart: bool) -> StackedEndings:
    """Return the endings of such slots; the same object for the same slots."""
    return StackedEndings(slots, is_apart)
