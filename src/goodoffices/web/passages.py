"""Texts cut where marks begin and end, so that a page can show what was read from which words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goodoffices.model.text import Span
from goodoffices.record.rows import Sourced
from goodoffices.views.entries import outlet_of

_CONTEXT_CHARS = 160
_WHOLE = frozenset({"kind", "status", "modality"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch with a name."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text within which no mark begins or ends."""

    text: str
    # The marks that it lies in, in the order in which they were given.
    names: tuple[str, ...] = ()
    # Those that begin with it.
    begins: tuple[str, ...] = ()
    # Those that end with it.
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words of one report, with some of what stands around them."""

    report: str
    article: str
    version: int
    before: str
    # The evidence; each piece named by the fields that were read from it.
    pieces: tuple[Piece, ...]
    after: str
    lang: str
    outlet: str
    # ISO; empty where the source does not say.
    published: str
    title: str


def cut(text: str, window: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the text of a window in pieces, in order: put together they are what stands there."""
    held = [mark for mark in marks if mark.span.overlaps(window)]
    edges = {window.start, window.end}
    for mark in held:
        edges.update((max(mark.span.start, window.start), min(mark.span.end, window.end)))
    ordered = sorted(edges)
    return tuple(_piece(text, Span(start, end), held) for start, end in pairwise(ordered))


def _piece(text: str, span: Span, marks: Iterable[Mark]) -> Piece:
    there = [mark for mark in marks if mark.span.overlaps(span)]
    return Piece(
        text=span.of(text),
        names=tuple(dict.fromkeys(mark.name for mark in there)),
        begins=tuple(dict.fromkeys(mark.name for mark in there if mark.span.start == span.start)),
        ends=tuple(dict.fromkeys(mark.name for mark in there if mark.span.end == span.end)),
    )


def field_marks(sourced: Sourced) -> tuple[Mark, ...]:
    """Return the stretches from which single fields of a report were read."""
    spans = sourced.report.spans()
    window = sourced.report.evidence.span
    return tuple(
        Mark(name=field, span=span)
        for field, held in spans.items()
        if field not in _WHOLE
        for span in held
        if span != window and span.start < span.end
    )


def quote_of(sourced: Sourced, text: str) -> Quote:
    """Return the words that carry a report, in the text that it was read from."""
    window, head = sourced.report.evidence.span, sourced.article
    return Quote(
        report=sourced.report.id,
        article=head.id,
        version=head.version,
        before=_before(text, window.start),
        pieces=cut(text, window, field_marks(sourced)),
        after=_after(text, window.end),
        lang=sourced.report.lang,
        outlet=outlet_of(head),
        published=head.published.to_iso() if head.published else "",
        title=head.title,
    )


def _before(text: str, end: int) -> str:
    """Return some words of the same paragraph that stand before, from a beginning of a word."""
    start = max(0, end - _CONTEXT_CHARS)
    words = text[start:end].rpartition("\n")[2] if "\n" in text[start:end] else text[start:end]
    if len(words) == _CONTEXT_CHARS:
        words = f"… {words.partition(' ')[2]}"
    return words


def _after(text: str, start: int) -> str:
    """Return some words of the same paragraph that stand after, up to an end of a word."""
    words = text[start : start + _CONTEXT_CHARS].partition("\n")[0]
    if len(words) == _CONTEXT_CHARS:
        words = f"{words.rpartition(' ')[0]} …"
    return words
