"""Literal words: the stretches of a text that stand between quotation marks, across sentences and paragraphs.

A mark that is opened and not closed runs to the end of its paragraph; where the next paragraph opens with the same
mark, the quotation goes on there. Marks that are apostrophes too are only taken at the edge of a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation import QuotationTables
from goodoffices.model.text import Span
from goodoffices.reading.segment import Sentence


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of literal words within a paragraph."""

    # With its marks.
    span: Span
    paragraph: int
    # False where the paragraph ends before the mark is closed: the next paragraph may go on with it.
    is_closed: bool = True
    # The length of one of its marks.
    mark_chars: int = 1

    def inner(self, text: str) -> str:
        """Return the words without the marks."""
        return text[self.span.start : self.span.end].strip("\"'“”‘’«»„‟〝〞")


def find_quotes(text: str, sentences: Sequence[Sentence], tables: QuotationTables) -> list[Quote]:
    """Return the outermost quotations, in order. Units: spans count characters of `text`."""
    known = {*tables.closing, *(close for closes in tables.closing.values() for close in closes)}
    marks = re.compile("|".join(re.escape(mark) for mark in sorted(known, key=lambda mark: (-len(mark), mark))))
    quotes: list[Quote] = []
    for paragraph, span in _paragraphs(sentences):
        quotes.extend(_in_paragraph(text, span, paragraph, marks, tables))
    return quotes


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, Span]]:
    spans: dict[int, Span] = {}
    for sentence in sentences:
        known = spans.get(sentence.paragraph)
        start = known.start if known else sentence.span.start
        spans[sentence.paragraph] = Span(start, sentence.span.end)
    return sorted(spans.items())


def _in_paragraph(
    text: str, span: Span, paragraph: int, marks: "re.Pattern[str]", tables: QuotationTables
) -> list[Quote]:
    quotes: list[Quote] = []
    opened, start, depth = "", 0, 0
    for found in marks.finditer(text, span.start, span.end):
        mark, at, end = found.group(), found.start(), found.end()
        if mark in tables.data.single and not _stands_free(text, at, end, is_closing=bool(opened)):
            continue
        if not opened:
            if mark in tables.closing:
                opened, start, depth = mark, at, 1
        elif mark in tables.closing[opened]:
            depth -= 1
            if not depth:
                # "'…'" within "''…''": the inner mark's end is met first.
                end += text.startswith(mark[0], end) and len(mark) > 1
                quotes.append(Quote(Span(start, end), paragraph, mark_chars=len(mark)))
                opened = ""
        elif mark == opened:
            depth += 1
    if opened and opened not in tables.data.single:
        quotes.append(Quote(Span(start, span.end), paragraph, is_closed=False, mark_chars=len(opened)))
    return quotes


def _stands_free(text: str, at: int, end: int, *, is_closing: bool) -> bool:
    """Return whether an apostrophe can be a mark: it opens before a word and closes after one."""
    before = text[at - 1 : at].isalnum() if at else False
    after = text[end : end + 1].isalnum()
    return not after if is_closing else after and not before
