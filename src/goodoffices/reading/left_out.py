"""Sentences that leave their subject out, in languages that do: whoever led the sentence before leads them, too.

"Tatar spoke to the press. Turned the proposal down": Turkish and Arabic need no "he" there. Only a sentence whose first
words rule out an unknown subject is read so: a word in an oblique case where verbs come last, the verb itself and then
a preposition where they come first.
"""

from collections.abc import Sequence

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import MentionKind, Party
from goodoffices.reading.clauses import Opening
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.marks import COMMAS, FINITE
from goodoffices.reading.sentence import Sentence

_OBLIQUE = frozenset({"gen", "dat", "acc", "loc", "abl", "ins"})
_NOT_HIS = frozenset({"passive", "adnominal", "relative", "plur", "ing"})
"""Forms of a verb whose subject is another, or several."""


def leaves_subject_out(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Return whether the first words of a sentence show that it names no subject."""
    at = _past_openers(items, lexicon)
    if lexicon.class_atom("opens_without_subject") < 0 or at + 1 >= len(items):
        return False
    if lexicon.language.agent == "after":
        return bool(items[at].analysis.tags & FINITE) and _is_no_subject(items[at + 1], lexicon)
    item = items[at]
    marks = item.mention.marks if item.mention is not None else item.analysis.tags
    return bool(marks & _OBLIQUE) and not item.analysis.tags & FINITE


def may_lead(party: Party, frame: Frame, sentence: Sentence) -> bool:
    """Return whether a frame whose sentence names no subject can tell what a party does."""
    items, lexicon = sentence.items, sentence.lexicon
    if frame.entry.expression.head != "verb" or not leaves_subject_out(items, lexicon):
        return False
    clause, head = sentence.clauses[frame.clause], items[frame.match.head]
    if clause.opening is Opening.RELATIVE or head.analysis.tags & _NOT_HIS:
        return False
    if lexicon.language.agent == "after":
        return _agrees(party, head) and _is_followed_by_no_subject(frame, items, lexicon)
    return not any(
        _may_be_subject(items[at], lexicon, is_nominal="nominal" in head.analysis.tags)
        for at in range(max(clause.start, _past_openers(items, lexicon)), frame.match.head)
        if at not in frame.words
    )


def _past_openers(items: Sequence[Item], lexicon: Lexicon) -> int:
    """Return where what can stand before subject or object ends: "moreover", "on Friday"."""
    opener = lexicon.class_atom("opens_without_subject")
    return next((at for at, item in enumerate(items) if not _is_opener(item, opener, lexicon)), len(items))


def _is_opener(item: Item, opener: int, lexicon: Lexicon) -> bool:
    known = item.lower in lexicon.roles.contrasts or item.lower in lexicon.roles.joins or item.lower in COMMAS
    return known or item.date is not None or opener in item.atoms


def _is_no_subject(item: Item, lexicon: Lexicon) -> bool:
    known = item.lower in lexicon.roles.before or item.lower in lexicon.roles.subordinators
    return known or bool(item.analysis.tags & {"particle", "in", "to", "like"})


def _is_followed_by_no_subject(frame: Frame, items: Sequence[Item], lexicon: Lexicon) -> bool:
    after = frame.match.head + 1
    return after in frame.words or (after < len(items) and _is_no_subject(items[after], lexicon))


def _agrees(party: Party, verb: Item) -> bool:
    """Return whether a verb has the gender of a man, or of a state or body."""
    return ("masc" in verb.analysis.tags) == (party.kind is MentionKind.PERSON)


def _may_be_subject(item: Item, lexicon: Lexicon, *, is_nominal: bool) -> bool:
    """Return whether a word before the verb may be a subject that nobody knows: an office, a name, an owner."""
    tags = item.analysis.tags
    if item.mention is not None:
        return False
    if is_nominal and "gen" in tags:
        return True
    if tags & _OBLIQUE or not item.is_word:
        return False
    is_office = bool(item.atoms & (lexicon.posts.keys() | lexicon.bodies.keys()))
    is_capital = lexicon.language.has_capitals and item.token_text[:1].isupper()
    return is_office or "plur" in tags or is_capital
