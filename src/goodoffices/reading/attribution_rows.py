"""Rows: a text cut for finding who says what. Literal quotations are one item each, abbreviations keep their stop.

A row is one sentence, or several where a quotation runs over their edges. Rows of the words within a quotation are made
too: what is reported there is a second layer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goodoffices.lexicon.morphology import Analysis
from goodoffices.lexicon.quotation_tables import (
    ADVERB,
    AUXILIARY,
    CUE_NOUN,
    CUE_VERB,
    FINITE,
    ING,
    OPENER,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SUBORDINATOR,
    QuotationTables,
)
from goodoffices.model.text import Span
from goodoffices.reading.items import Token
from goodoffices.reading.quotes import Quote
from goodoffices.reading.segment import Sentence

# What a mark is, beside the bits of `lexicon.quotation`.
QUOTE, COMMA, COLON, SEMICOLON, DASH, OPENING, CLOSING, STOP, MARK = (1 << bit for bit in range(50, 59))

_MARKS = {
    ",": COMMA, "،": COMMA, ":": COLON, ";": SEMICOLON, "؛": SEMICOLON, "—": DASH, "–": DASH, "-": DASH, "―": DASH,
    "(": OPENING, ")": CLOSING, "[": OPENING, "]": CLOSING, ".": STOP, "!": STOP, "?": STOP, "…": STOP, "؟": STOP,
    "։": STOP,
}  # fmt: skip
_VERBAL = AUXILIARY | CUE_NOUN | CUE_VERB | FINITE | ING | PARTICIPLE | PAST
NO_ANALYSIS = Analysis(frozenset(), frozenset())


@dataclass(slots=True)
class Row:
    """Parallel lists, one entry for each item."""

    text: str
    paragraph: int
    # Whether the row stands within a quotation.
    is_inside: bool = False
    # The quotation that it stands within.
    quote: Quote | None = None
    # Whether most words begin with a capital letter.
    is_title: bool = False
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    bits: list[int] = field(default_factory=list)
    analyses: list[Analysis] = field(default_factory=list)
    quotes: dict[int, Quote] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of items `start` up to `end`."""
        return Span(self.starts[start], self.ends[end - 1])

    def finish(self) -> "Row":
        """Settle whether it is a headline; elsewhere a capitalised word within the sentence is a name, and no verb."""
        capitals = [item for item, bits in enumerate(self.bits) if not bits & (MARK | QUOTE) and self.is_capital(item)]
        words = sum(not bits & (MARK | QUOTE) for bits in self.bits)
        self.is_title = words > _NAME_WORDS and len(capitals) > _TITLE_SHARE * words
        if not self.is_title:
            for item in capitals:
                before = self.bits[item - 1] if item else MARK
                if not before & (MARK | QUOTE) or before & COMMA:
                    self.bits[item] &= ~_VERBAL
        return self

    def is_fronted(self, start: int, at: int) -> bool:
        """Return whether the verb at `at`, with its group from `start` on, stands in a clause before the main one."""
        if self.bits[0] & (SUBORDINATOR | PREPOSITION) and not any(self.bits[i] & COMMA for i in range(start)):
            return True
        is_first = all(self.bits[i] & (ADVERB | OPENER | QUOTE) for i in range(start))
        return is_first and bool(self.bits[at] & (ING | PARTICIPLE))

    def is_capital(self, item: int) -> bool:
        """Return whether the item begins with a capital letter."""
        return self.text[self.starts[item]].isupper()

    def add(self, token: Token, bits: int) -> None:
        """Append a word or mark."""
        if not token.is_word:
            bits = MARK | _MARKS.get(token.text, 0)
        self.starts.append(token.span.start)
        self.ends.append(token.span.end)
        self.lowers.append(token.lower)
        self.bits.append(bits)
        self.analyses.append(token.analysis)

    def add_quote(self, quote: Quote) -> None:
        """Append a quotation as one item."""
        self.quotes[len(self.starts)] = quote
        self.starts.append(quote.span.start)
        self.ends.append(quote.span.end)
        self.lowers.append("")
        self.bits.append(QUOTE)
        self.analyses.append(NO_ANALYSIS)


_LOUD = frozenset("?!…؟")
_SPEAKER_WORDS = 8
"""The verb of saying after a question or exclamation is looked for among so many words."""
_NAME_WORDS = 3
_TITLE_SHARE = 0.6
"""A row of more words than a name has, of which more than this share are capitalised, is a headline."""


def build_rows(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], tables: QuotationTables
) -> Iterator[Row]:
    """Yield the rows of a text, in order; before each, those of the words within its quotations."""
    builder = _Builder(text, quotes, tables)
    for sentence in sentences:
        yield from builder.sentence(sentence)
    yield from builder.finished()


def _is_mark(quote: Quote, token: Token) -> bool:
    """Return whether a token is the mark that opens or closes the quotation."""
    if token.is_word:
        return False
    return token.span.start < quote.span.start + quote.mark_chars or (
        quote.is_closed and token.span.end > quote.span.end - quote.mark_chars
    )


@dataclass(slots=True)
class _Builder:
    text: str
    quotes: Sequence[Quote]
    tables: QuotationTables
    at: int = 0
    row: Row | None = None
    inner: list[Row] = field(default_factory=list)

    def sentence(self, sentence: Sentence) -> Iterator[Row]:
        row, inner = self.row, None
        is_same = row is not None and row.paragraph == sentence.paragraph
        if row is not None and not (is_same and (self._is_open(sentence.span.start) or self._goes_on(row, sentence))):
            yield from self.finished()
            row = None
        if row is None:
            row = self.row = Row(self.text, sentence.paragraph)
        quotes, at, bits_of = self.quotes, self.at, self.tables.bits
        known = self.tables.known
        last_word = max((token.span.start for token in sentence.tokens if token.is_word), default=0)
        for token in sentence.tokens:
            start = token.span.start
            while at < len(quotes) and quotes[at].span.end <= start:
                at, inner = at + 1, None
            if at < len(quotes) and quotes[at].span.start <= start:
                if start == quotes[at].span.start:
                    row.add_quote(quotes[at])
                if _is_mark(quotes[at], token):
                    continue
                if inner is None:
                    inner = self._inner_row(quotes[at], token, sentence)
                inner.add(token, known.get(token.lower) or bits_of(token.lower, token.analysis))
                continue
            if token.text == "." and start < last_word and row.ends and row.ends[-1] == start:
                # The stop of an abbreviation: the sentence goes on.
                row.ends[-1] = token.span.end
                continue
            row.add(token, known.get(token.lower) or bits_of(token.lower, token.analysis))
        self.at = at

    def _inner_row(self, quote: Quote, token: Token, sentence: Sentence) -> Row:
        """Return the row for the words of a quotation: a new one, unless a dash takes up the sentence before."""
        is_dash = bool(_MARKS.get(token.text, 0) & DASH)
        if not (is_dash and self.inner and quote.span.start <= self.inner[-1].starts[0]):
            self.inner.append(Row(self.text, sentence.paragraph, is_inside=True, quote=quote))
        return self.inner[-1]

    def _goes_on(self, row: Row, sentence: Sentence) -> bool:
        """Return whether a sentence says who asked or exclaimed the quotation before: '"Is that all?" Smith said'."""
        if len(row) != 1 or 0 not in row.quotes or row.quotes[0].inner(self.text)[-1:] not in _LOUD:
            return False
        tokens = sentence.tokens[:_SPEAKER_WORDS]
        return any(self.tables.bits(token.lower, token.analysis) & CUE_VERB for token in tokens)

    def _is_open(self, start: int) -> bool:
        quotes, at = self.quotes, self.at
        while at < len(quotes) and quotes[at].span.end <= start:
            at += 1
        return at < len(quotes) and quotes[at].span.start < start

    def finished(self) -> Iterator[Row]:
        if self.row is not None:
            yield from (inner.finish() for inner in self.inner)
            yield self.row.finish()
        self.row, self.inner = None, []
