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

    def inner(self, text: str) -> str:
        """Return the words without the marks."""
        return text[self.span.start : self.span.end].strip("\"'“”‘’«»„‟〝〞")


def find_quotes(text: str, sentences: Sequence[Sentence], tables: QuotationTables) -> list[Quote]:
    """Return the outermost quotations, in order. Units: spans count characters of `text`."""
    marks = re.compile("''|[" + re.escape("".join({*tables.closing, *"".join(tables.closing.values())})) + "]")
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
    stack: list[tuple[int, str]] = []
    for found in marks.finditer(text, span.start, span.end):
        mark = found.group()
        at_word = text[found.end() : found.end() + 1].isalnum()
        after_word = text[found.start() - 1 : found.start()].isalnum() if found.start() else False
        if mark in tables.data.single and at_word and after_word:
            continue
        if stack and mark in stack[-1][1]:
            if mark in tables.data.single and at_word:
                continue
            start, _ = stack.pop()
            if not stack:
                quotes.append(Quote(Span(start, found.end()), paragraph))
        elif mark in tables.closing and not (mark in tables.data.single and (after_word or not at_word)):
            stack.append((found.start(), tables.closing[mark]))
    if stack:
        start = stack[0][0]
        if text[start] not in tables.data.single:
            quotes.append(Quote(Span(start, span.end), paragraph, is_closed=False))
    return quotes
