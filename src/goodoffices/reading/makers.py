"""Whose offer it is that somebody takes up or turns down: "accepted Qatar's proposal", «отклонил план ЕС».

The answer is to its owner, though no word addresses him.
"""

from collections.abc import Iterator

from goodoffices.model.mention import Form
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES
from goodoffices.reading.relations import BARE
from goodoffices.reading.sentence import Sentence

_FARTHEST = 6
"""The noun stands at most so many items from the word of consent or refusal."""
_MOST_BETWEEN = 2
"""Between the owner and the noun stand at most so many words: "the EU's latest draft proposal"."""


def maker_of(frame: Frame, sentence: Sentence) -> int | None:
    """Return the number of the naming that owns what the frame takes up or turns down; None where none does."""
    for noun in _nouns(frame, sentence):
        found = _owner_before(noun, frame, sentence)
        return found if found is not None else _owner_behind(noun, sentence)
    return None


def _nouns(frame: Frame, sentence: Sentence) -> Iterator[int]:
    """Yield the nouns for what is put to somebody, in the frame's clause, the nearest first."""
    clause, head = sentence.clauses[frame.clause], frame.match.head
    offered = sentence.lexicon.class_atom("put_to_others")
    near = range(max(clause.start, head - _FARTHEST), min(clause.end, head + _FARTHEST + 1))
    found = [at for at in near if at != head and offered in sentence.items[at].atoms]
    # In a language whose verbs come last it stands before them, in others nearly always behind.
    yield from sorted(found, key=lambda at: (at < head, abs(at - head)))


def _owner_before(noun: int, frame: Frame, sentence: Sentence) -> int | None:
    for at in range(noun - 1, max(noun - 2 - _MOST_BETWEEN, -1), -1):
        item = sentence.items[at]
        if item.mention is not None:
            owns = item.mention.form is Form.DEMONYM or item.mention.marks & {"possessive", "gen"}
            return at if owns and sentence.relations[at] != BARE and item.mention.parties else None
        if not item.is_word or at == frame.match.head:
            return None
    return None


def _owner_behind(noun: int, sentence: Sentence) -> int | None:
    """Return who stands behind the noun as its owner: after "of" or "by", in the genitive, or simply next to it."""
    for at in range(noun + 1, min(noun + 2 + _MOST_BETWEEN, len(sentence.items))):
        item = sentence.items[at]
        if item.mention is not None:
            is_owner = sentence.relations[at] in ("of", "by", "from") or _is_next(item, at == noun + 1, sentence)
            return at if is_owner and item.mention.parties else None
        if not item.is_word:
            return None
    return None


def _is_next(item: Item, is_beside: bool, sentence: Sentence) -> bool:
    """Return whether a naming is the owner because it stands beside the noun, where its form does not say otherwise."""
    lexicon, mention = sentence.lexicon, item.mention
    follows = lexicon.language.owner_follows or "genitive" in lexicon.roles.owners
    cases = mention.marks & CASES if mention is not None else frozenset()
    return is_beside and follows and (not cases or "gen" in cases)
