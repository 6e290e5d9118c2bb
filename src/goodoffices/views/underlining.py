"""A report's evidence with its fields underlined beneath it, as plain lines that fit a terminal."""

import unicodedata
from collections.abc import Iterator

from goodoffices.model.report import Report
from goodoffices.model.text import Span

LINE_CHARS = 100

_WHOLE = frozenset({"kind", "status", "modality"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def underlined(report: Report, text: str) -> list[str]:
    """Return the evidence in lines, each followed by one line for each field that was read from it.

    A field that was read from elsewhere in the article is added with its words below. Where the text runs from right to
    left, terminals reorder it and nothing can be underlined: there the words of every field are listed instead.
    """
    window = report.evidence.span
    # What was read from the evidence as a whole, an issue "other" for one, stands under no words of its own.
    fields = [
        (f, s) for f, spans in report.spans().items() for s in spans if f not in _WHOLE and not s.contains(window)
    ]
    if _is_right_to_left(window.of(text)):
        return [window.of(text), *(f"  {field}: {span.of(text)}" for field, span in fields)]
    lines: list[str] = []
    for stretch in _stretches(window, text):
        lines.append(_flat(stretch.of(text)))
        lines.extend(_underline(field, span, stretch, text) for field, span in fields if span.overlaps(stretch))
    outside = [(field, span) for field, span in fields if not span.overlaps(window)]
    lines.extend(f"  {field}: “{_flat(span.of(text))}”, elsewhere in the article" for field, span in outside)
    return lines


def _stretches(window: Span, text: str) -> Iterator[Span]:
    """Yield the evidence in stretches of at most a line, broken at spaces."""
    start = window.start
    while start < window.end:
        end = min(start + LINE_CHARS, window.end)
        if end < window.end and (space := text.rfind(" ", start + 1, end)) > start:
            end = space + 1
        yield Span(start, end)
        start = end


def _underline(field: str, span: Span, stretch: Span, text: str) -> str:
    """Return blanks up to the span and a line under it, which the field's name begins."""
    start, end = max(span.start, stretch.start), min(span.end, stretch.end)
    before, under = _cells(text[stretch.start : start]), _cells(text[start:end])
    return " " * before + field.upper().ljust(under, "─")


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def _flat(text: str) -> str:
    """Return text on one line, as many characters long."""
    return "".join(" " if char.isspace() else char for char in text)


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)
