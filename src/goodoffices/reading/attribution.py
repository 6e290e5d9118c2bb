"""Attribution: who says what, by which words. Sentences in, attributions out.

Finds the verbs, nouns and phrases of quotation.yml, the source beside each and the content that each introduces, by
word order and closed classes of words; then gives every quotation that still has no speaker the one who spoke last.
Layers are told apart: an attribution within the content of another stands in the list too. No parser and no model.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goodoffices.lexicon.quotation_tables import QuotationTables
from goodoffices.model.text import Span
from goodoffices.reading.attribution_contents import without_stops
from goodoffices.reading.attribution_layers import find_in_row, is_outermost
from goodoffices.reading.attribution_reading import Finding
from goodoffices.reading.attribution_rows import MARK, Row, build_rows
from goodoffices.reading.quotes import find_quotes
from goodoffices.reading.segment import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One layer of reported speech or thought. Units: spans count characters of the text."""

    # Whose words: a noun phrase, or a pronoun; None where the text names nobody ("it was reported").
    source: Span | None
    # The words that introduce it: "said", "according to".
    cue: Span
    # What is said, in the order of the text; several stretches where the cue interrupts it or quotations follow.
    contents: tuple[Span, ...]
    # Whether a content is given in literal words.
    is_direct: bool
    # One of `lexicon.quotation.Manner`.
    manner: str

    def shown(self, text: str) -> str:
        """Return "source | cue | content ; content (manner)", as the examples of quotation.yml write it."""
        source = self.source.of(text) if self.source else "-"
        contents = " ; ".join(content.of(text) for content in self.contents)
        return f"{source} | {self.cue.of(text)} | {contents} ({self.manner})"


def find_attributions(text: str, sentences: Sequence[Sentence], tables: QuotationTables) -> list[Attribution]:
    """Return the attributions of a text, in the order of their cues.

    Pure. A quotation that continues an earlier one without a new cue is among that one's contents where it stands in
    the same paragraph; otherwise it has an attribution of its own, with the cue and source of the earlier one.

    Args:
        sentences: Those of the whole text, in order: quotations run over their edges.
    """
    quotes = find_quotes(text, sentences, tables)
    reader = _Reader(tables)
    for row in build_rows(text, sentences, quotes, tables):
        reader.read(row)
    return sorted(reader.found, key=lambda attribution: (attribution.cue, attribution.contents))


@dataclass(slots=True)
class _Reader:
    """Reads a text's rows in order, and remembers who spoke last."""

    tables: QuotationTables
    found: list[Attribution] = field(default_factory=list)
    # Where the contents that are attributed begin.
    taken: set[int] = field(default_factory=set)
    last: Attribution | None = None
    # The outer row before, and whether the last speaker spoke in it.
    before: Row | None = None
    is_fresh: bool = False
    # An attribution that waits for the quotations of the next row.
    opened: Attribution | None = None
    # Quotations right before that were not closed: what closes them tells whose they are.
    unclosed: tuple[Span, ...] = ()

    def read(self, row: Row) -> None:
        """Add the attributions of a row."""
        findings = find_in_row(row, self.tables)
        added = [(finding, self._add(row, finding)) for finding in findings]
        if row.is_inside:
            self._claim(row, [attribution for _, attribution in added if attribution])
            return
        speaking = [attribution for finding, attribution in added if attribution and is_outermost(finding, findings)]
        if speaking:
            voices = [attribution for attribution in speaking if attribution.manner not in _VOICELESS]
            self.last, self.is_fresh = (voices or speaking)[-1], True
        else:
            self.is_fresh = self._carry_over(row)
        self._remember_unclosed(row, is_attributed=self.is_fresh)
        if not (findings and findings[-1].is_open):
            self.opened = None
        self.before = row

    def _claim(self, row: Row, attributions: Sequence[Attribution]) -> None:
        """Remember that a quotation tells by itself whose it is: «Мы, — сказал он, — готовы»."""
        for attribution in attributions:
            if attribution.is_direct and row.quote is not None and attribution.contents[0].start == row.starts[0]:
                self.taken.add(row.quote.span.start)
                self.last = attribution

    def _add(self, row: Row, finding: Finding) -> Attribution | None:
        """Keep an attribution and return it; None where it is none, or waits for the next row."""
        last = self.last if self.tables.data.drops_subject else None
        attribution = _attribution(row, finding, self.before, last)
        if attribution is None:
            return None
        if finding.is_open:
            self.opened = attribution
            return None
        if self.unclosed and attribution.is_direct and not row.is_inside:
            attribution = replace(attribution, contents=(*self.unclosed, *attribution.contents))
        self.found.append(attribution)
        self.taken.update(content.start for content in attribution.contents)
        return attribution

    def _remember_unclosed(self, row: Row, *, is_attributed: bool) -> None:
        if is_attributed or not _is_quotation(row) or row.quotes[0].is_closed:
            self.unclosed = ()
        else:
            self.unclosed = (*self.unclosed, row.quotes[0].span)

    def _carry_over(self, row: Row) -> bool:
        """Give the quotation that a row consists of, without cue, to who is announced or spoke right before."""
        if not _is_quotation(row):
            return False
        span = row.quotes[0].span
        if span.start in self.taken:
            return True
        if self.opened is not None:
            self._append(replace(self.opened, contents=(span,)))
            return True
        if self.last is None or not self.is_fresh:
            return False
        if "\n" in row.text[self.last.contents[-1].start : span.start]:
            if not self.last.is_direct:
                return False
            self._append(replace(self.last, contents=(span,), is_direct=True))
        else:
            joined = replace(self.last, contents=(*self.last.contents, span), is_direct=True)
            self.found[next(number for number, one in enumerate(self.found) if one is self.last)] = joined
            self.last = joined
        return True

    def _append(self, attribution: Attribution) -> None:
        self.found.append(attribution)
        self.last = attribution


def _is_quotation(row: Row) -> bool:
    """A quotation without cue must be some words long: a shorter one is a title or a word held at arm's length."""
    if 0 not in row.quotes or any(not bits & MARK for bits in row.bits[1:]):
        return False
    return len(row.quotes[0].inner(row.text).split()) >= _SPOKEN_WORDS


_SPOKEN_WORDS = 4
_VOICELESS = frozenset({"cites", "seems", "shows"})
"""Manners of those whose words do not go on in the next quotation."""


def _attribution(row: Row, finding: Finding, before: Row | None, last: Attribution | None) -> Attribution | None:
    source = row.span(*finding.source) if finding.source else None
    if finding.is_dropped and last is not None:
        source = last.source
    contents = tuple(row.span(*content) for content in finding.contents)
    if finding.is_about_before:
        whole = without_stops(before, 0, len(before)) if before is not None else None
        if before is None or whole is None:
            return None
        contents = (before.span(*whole),)
    return Attribution(
        source=source,
        cue=row.span(*finding.cue),
        contents=contents,
        is_direct=finding.is_direct,
        manner=finding.manner,
    )
