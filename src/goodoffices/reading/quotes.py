"""Literal words: the stretches of a text that stand between quotation marks, across sentences and paragraphs.

A mark that is opened and not closed runs to the end of its paragraph; where the next paragraph opens with the same
mark, the quotation goes on there. Marks that are apostrophes too are only taken at the edge of a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation_tables import QuotationTables
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
    finder = _Finder(text, marks, tables)
    quotes: list[Quote] = []
    for paragraph, span in _paragraphs(sentences):
        quotes.extend(finder.in_paragraph(span, paragraph))
    return quotes


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, Span]]:
    spans: dict[int, Span] = {}
    for sentence in sentences:
        known = spans.get(sentence.paragraph)
        start = known.start if known else sentence.span.start
        spans[sentence.paragraph] = Span(start, sentence.span.end)
    return sorted(spans.items())


@dataclass(frozen=True, slots=True)
class _Finder:
    text: str
    marks: "re.Pattern[str]"
    tables: QuotationTables

    def in_paragraph(self, span: Span, paragraph: int) -> list[Quote]:
        """Return the quotations of a paragraph; marks that look alike are nested only where all then close."""
        nested = self._pair(span, paragraph, is_nesting=True)
        if all(quote.is_closed for quote in nested):
            return nested
        return self._pair(span, paragraph, is_nesting=False)

    def _pair(self, span: Span, paragraph: int, *, is_nesting: bool) -> list[Quote]:
        quotes: list[Quote] = []
        opened, start, depth = "", 0, 0
        for found in self.marks.finditer(self.text, span.start, span.end):
            mark, at, end = found.group(), found.start(), found.end()
            if self._is_apostrophe(mark, at, end, is_closing=bool(opened)):
                continue
            if not opened:
                if mark in self.tables.closing:
                    opened, start, depth = mark, at, 1
            elif mark == opened and (mark not in self.tables.closing[mark] or (is_nesting and self._opens(at, end))):
                depth += 1
            elif mark in self.tables.closing[opened]:
                depth -= 1
                if not depth:
                    # "'…'" within "''…''": the inner mark's end is met first.
                    end += self.text.startswith(mark[0], end) and len(mark) > 1
                    quotes.append(Quote(Span(start, end), paragraph, mark_chars=len(mark)))
                    opened = ""
        if opened and opened not in self.tables.data.single:
            quotes.append(Quote(Span(start, span.end), paragraph, is_closed=False, mark_chars=len(opened)))
        return quotes

    def _opens(self, at: int, end: int) -> bool:
        return self.text[at - 1 : at].isspace() and self.text[end : end + 1].isalnum()

    def _is_apostrophe(self, mark: str, at: int, end: int, *, is_closing: bool) -> bool:
        """Return whether a mark that can be an apostrophe is one: it opens before a word, and closes after one."""
        if mark not in self.tables.data.single:
            return False
        before = self.text[at - 1 : at].isalnum() if at else False
        after = self.text[end : end + 1].isalnum()
        return after if is_closing else before or not after
