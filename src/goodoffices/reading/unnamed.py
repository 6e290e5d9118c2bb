"""Acts whose parties a sentence does not name at all: "Talks resumed on Monday", "The agreement was signed at dawn".

They are those of the pair that the article was speaking of. Where the sentence says with whom, or whose talks they are,
in words that name nobody we can tell, nobody is filled in.
"""

from goodoffices.model.act import ActKind
from goodoffices.model.mention import MentionKind, Party
from goodoffices.reading.draft import Draft, filler_of
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.sentence import Sentence

OF_A_PAIR = frozenset({ActKind.MEETING, ActKind.AGREEMENT})
"""Kinds that two do together."""
_NAMES_WHO = frozenset({"with", "between", "among", "of", "by"})
_FARTHEST_COMPLEMENT = 3
"""Within so many items behind the act's words stands who takes part."""


def may_be_unnamed(frame: Frame, sentence: Sentence) -> bool:
    """Return whether a frame tells what two do together, and the sentence leaves open who they are."""
    return frame.entry.kind.kind in OF_A_PAIR and _is_of_two(frame, sentence) and not _says_who(frame, sentence)


def fill_pair(draft: Draft, pair: tuple[Party, ...]) -> None:
    """Put the pair for the actors of a draft that has none."""
    if draft.roles.get("actors") or not pair:
        return
    if draft.kind is ActKind.MEETING and draft.on is None and "place" not in draft.fields:
        return
    if any(party.kind is MentionKind.PERSON for party in pair):
        # Two people named together last may be the mediators.
        return
    draft.roles["actors"] = [filler_of(party, draft.head) for party in pair]


def _is_of_two(frame: Frame, sentence: Sentence) -> bool:
    """Return whether what happened is told by a noun for what two do: talks, an accord; no summit, no session."""
    lexicon, clause = sentence.lexicon, sentence.clauses[frame.clause]
    nouns = {lexicon.class_atom("talks_of_two"), lexicon.class_atom("accord")}
    words = set(frame.words)
    if frame.entry.expression.head == "verb" and frame.entry.kind.kind == ActKind.MEETING:
        words |= set(range(clause.start, frame.match.head))
    return any(sentence.items[at].atoms & nouns for at in words)


def names_others(frame: Frame, sentence: Sentence) -> bool:
    """Return whether a word like "with" or "between" stands among the words of a frame or close behind them."""
    end = min(frame.match.last + 1 + _FARTHEST_COMPLEMENT, len(sentence.items))
    between = (at for at in range(frame.match.first, end) if at not in frame.words)
    # "A summit of bishops" says whose it is, "a meeting on the sidelines of a summit" does not.
    return any(
        _is_who(
            sentence.items[at], sentence, _names_who(frame) if at - 1 in frame.words else _names_who(frame) - {"of"}
        )
        for at in between
    )


def _names_who(frame: Frame) -> frozenset[str]:
    # Who facilitates talks does not hold them.
    return _NAMES_WHO - {"by"} if frame.entry.kind.kind == ActKind.MEETING else _NAMES_WHO


def _is_who(item: Item, sentence: Sentence, names_who: frozenset[str]) -> bool:
    return sentence.lexicon.roles.before.get(item.lower) in names_who


def _says_who(frame: Frame, sentence: Sentence) -> bool:
    """Return whether the sentence says with whom, or whose it is: "a meeting with students", "the union's meeting"."""
    items = sentence.items
    if names_others(frame, sentence) or any(_is_who(items[at], sentence, _names_who(frame)) for at in frame.words):
        return True
    clause = sentence.clauses[frame.clause]
    return any(
        (mention := items[at].mention) is not None
        and mention.parties
        and not mention.value
        and (sentence.relations[at] not in ("by", "through") or frame.entry.kind.kind != ActKind.MEETING)
        for at in range(clause.start, clause.end)
    )
