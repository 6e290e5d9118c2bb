"""A sentence as the reader works on it: its items, how its namings are tied, and its clauses."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.reading.clauses import Clause
from goodoffices.reading.items import Item


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row with everything that roles are told by."""

    items: Sequence[Item]
    relations: Sequence[str]
    clauses: Sequence[Clause]
    lexicon: Lexicon
