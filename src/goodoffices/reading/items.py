"""Items: a sentence as the patterns see it: words, namings, dates and punctuation, in one row."""

from dataclasses import dataclass

from goodoffices.lexicon.compile import ACTOR, DATE, INSTRUMENT, NUMBER, PLACE
from goodoffices.lexicon.morphology import Analysis
from goodoffices.model.mention import Mention, MentionKind
from goodoffices.model.text import Span
from goodoffices.reading.date_mentions import DateMention

_ACTOR_ATOMS = frozenset({ACTOR})
_PLACE_ATOMS = frozenset({PLACE})
_BOTH_ATOMS = frozenset({ACTOR, PLACE})
_DATE_ATOMS = frozenset({DATE})
_INSTRUMENT_ATOMS = frozenset({INSTRUMENT})
_NO_ANALYSIS = Analysis(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of punctuation."""

    span: Span
    text: str
    # Case-folded in the language's way.
    lower: str
    atoms: frozenset[int]
    analysis: Analysis
    is_word: bool

    @property
    def stops(self) -> bool:
        """A semicolon stops a gap; commas and quotation marks do not."""
        return self.text in _STOPS


_STOPS = frozenset({";", "؛", ":", ".", "!", "?", "؟", "։"})


@dataclass(frozen=True, slots=True)
class Item:
    """A word or mark, or a naming or date that covers several of them."""

    span: Span
    atoms: frozenset[int]
    token: Token | None = None
    mention: Mention | None = None
    date: DateMention | None = None
    stops: bool = False
    # For a naming by office or body, the lemmas of the words for it: by them a bare "the minister" finds it again.
    office: frozenset[str] = frozenset()

    @property
    def lower(self) -> str:
        """The word's case-folded form; empty for a naming or a date."""
        return self.token.lower if self.token else ""

    @property
    def token_text(self) -> str:
        """The word as it is written; empty for a naming or a date."""
        return self.token.text if self.token else ""

    @property
    def analysis(self) -> Analysis:
        """What the word's form tells; nothing for a naming or a date."""
        return self.token.analysis if self.token else _NO_ANALYSIS

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a naming, a date or punctuation."""
        return self.token is not None and self.token.is_word


def word_item(token: Token) -> Item:
    """Return the item of one token; digits fit the slot for numbers too."""
    atoms = token.atoms | {NUMBER} if token.text[:1].isdigit() else token.atoms
    return Item(token.span, atoms, token=token, stops=token.stops)


def mention_item(mention: Mention) -> Item:
    """Return the item of a naming: of an actor, of a place, or of what can be both."""
    if mention.kind is MentionKind.PLACE:
        atoms = _BOTH_ATOMS if mention.parties else _PLACE_ATOMS
    else:
        atoms = _BOTH_ATOMS if mention.value else _ACTOR_ATOMS
    if mention.kind is MentionKind.INSTRUMENT:
        atoms |= _INSTRUMENT_ATOMS
    return Item(mention.span, atoms, mention=mention)


def date_item(date: DateMention) -> Item:
    """Return the item of a date expression."""
    return Item(date.span, _DATE_ATOMS, date=date)
