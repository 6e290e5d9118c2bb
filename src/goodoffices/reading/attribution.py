"""Attribution: who says what, by which words. Sentences in, attributions out.

Finds the verbs, nouns and phrases of quotation.yml, the source beside each and the content that each introduces, by
word order and closed classes of words; then gives every quotation that still has no speaker the one who spoke last.
Layers are told apart: an attribution within the content of another stands in the list too. No parser and no model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation import QuotationTables
from goodoffices.model.text import Span
from goodoffices.reading.attribution_contents import without_stops
from goodoffices.reading.attribution_layers import find_in_row
from goodoffices.reading.attribution_reading import Finding
from goodoffices.reading.attribution_rows import Row, build_rows
from goodoffices.reading.quotes import Quote, find_quotes
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
    found: list[Attribution] = []
    taken: set[int] = set()
    last: Attribution | None = None
    before: Row | None = None
    for row in build_rows(text, sentences, quotes, tables):
        findings = find_in_row(row, tables)
        for finding in findings:
            attribution = _attribution(row, finding, before, last if tables.data.drops_subject else None)
            if attribution is None:
                continue
            found.append(attribution)
            taken.update(content.start for content in attribution.contents)
            if not row.is_inside:
                last = attribution
        if not findings and not row.is_inside and last is not None:
            last = _carried_over(row, last, found, taken)
        before = before if row.is_inside else row
    return sorted(found, key=lambda attribution: (attribution.cue, attribution.contents))


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


_SPOKEN_WORDS = 4
"""A quotation without cue must be this many words long: a shorter one is a title or a word held at arm's length."""


def _carried_over(row: Row, last: Attribution, found: list[Attribution], taken: set[int]) -> Attribution:
    """Give the quotations of a row that consists of them, and has no cue, to the last speaker."""
    if len(row) != 1 or 0 not in row.quotes or not _is_speech(row.quotes[0], row.text):
        return last
    quote = row.quotes[0]
    if not last.is_direct or quote.span.start in taken:
        return last
    same_paragraph = "\n" not in row.text[last.contents[-1].start : quote.span.start]
    if same_paragraph:
        joined = _with_content(last, quote.span)
        found[next(number for number, one in enumerate(found) if one is last)] = joined
        return joined
    carried = Attribution(source=last.source, cue=last.cue, contents=(quote.span,), is_direct=True, manner=last.manner)
    found.append(carried)
    return carried


def _with_content(attribution: Attribution, span: Span) -> Attribution:
    return Attribution(
        source=attribution.source, cue=attribution.cue, contents=(*attribution.contents, span), is_direct=True,
        manner=attribution.manner,
    )  # fmt: skip


def _is_speech(quote: Quote, text: str) -> bool:
    return len(quote.inner(text).split()) >= _SPOKEN_WORDS
