"""Voices: whose words stand where, from the attributions of a text and the namings within their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.model.mention import Mention, MentionKind, Party
from goodoffices.model.text import Span
from goodoffices.reading.attribution import Attribution
from goodoffices.reading.document import Row


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a stretch of text, and where the text names them."""

    party: Party
    span: Span


def voice_at(span: Span, voices: Sequence[tuple[Span, Voice]]) -> Voice | None:
    """Return who speaks the words at a span: the innermost of those whose words hold it; else None."""
    held = [(words.end - words.start, number) for number, (words, _) in enumerate(voices) if words.contains(span)]
    return voices[min(held)[1]][1] if held else None


def find_voices(attributions: Iterable[Attribution], rows: Sequence[Row]) -> list[tuple[Span, Voice]]:
    """Return who speaks which stretch of the text, in the order of the attributions.

    A source that names nobody we can tell ("sources", "it") gives no voice: its words stay without a speaker.
    """
    mentions = [item.mention for row in rows for item in row.items if item.mention is not None]
    voices: list[tuple[Span, Voice]] = []
    for attribution in attributions:
        if attribution.source is None:
            continue
        named = _named_in(attribution.source, mentions)
        if named is not None:
            voices.extend((content, named) for content in attribution.contents)
    return voices


def _named_in(source: Span, mentions: Sequence[Mention]) -> Voice | None:
    """Return the speaker that a source names: a person before a state, the first before the later."""
    inside = [mention for mention in mentions if mention.parties and source.overlaps(mention.span)]
    people = [mention for mention in inside if mention.kind is MentionKind.PERSON]
    for mention in (*people, *inside):
        return Voice(_speaker(mention), mention.span)
    return None


def _speaker(mention: Mention) -> Party:
    return mention.parties[0]
