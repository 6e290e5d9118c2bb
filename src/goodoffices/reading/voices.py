"""Voices: whose words stand where, from the attributions of a text and the namings within their sources."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Mention, MentionKind, Party
from goodoffices.model.text import Span
from goodoffices.reading.attribution import Attribution
from goodoffices.reading.document import Row
from goodoffices.reading.marks import COMMAS
from goodoffices.reading.people import Acquaintances


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a stretch of text, and where the text names them."""

    party: Party
    span: Span


def voice_at(span: Span, voices: Sequence[tuple[Span, Voice]]) -> Voice | None:
    """Return who speaks the words at a span: the innermost of those whose words hold it; else None."""
    held = [(words.end - words.start, number) for number, (words, _) in enumerate(voices) if words.contains(span)]
    return voices[min(held)[1]][1] if held else None


_NO_SPEECH = frozenset({"shows", "cites", "seems"})
"""Manners in which something is told that nobody says: a poll shows, an agency is cited, a man seems."""


def find_voices(
    attributions: Iterable[Attribution], rows: Sequence[Row], relatives: Collection[str] = ()
) -> list[tuple[Span, Voice]]:
    """Return who speaks which stretch of the text, in the order of the attributions.

    A source that names nobody we can tell ("sources", "it") gives no voice: its words stay without a speaker.

    Args:
        relatives: The language's relative pronouns: as a source, one is whoever is named right before it.
    """
    mentions = [item.mention for row in rows for item in row.items if item.mention is not None]
    voices: list[tuple[Span, Voice]] = []
    for attribution in attributions:
        if attribution.source is None or attribution.manner in _NO_SPEECH:
            continue
        named = _named_in(attribution.source, mentions) or _named_before(attribution.source, rows, relatives)
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


def _named_before(source: Span, rows: Sequence[Row], relatives: Collection[str]) -> Voice | None:
    """Return who is named right before the relative pronoun that a source is: "his envoy, who said"."""
    if not relatives or not rows:
        return None
    row = rows[max(bisect_right(rows, source.start, key=lambda row: row.sentence.span.start) - 1, 0)]
    at = next((at for at, item in enumerate(row.items) if item.span == source and item.lower in relatives), 0)
    while at > 0 and row.items[at - 1].lower in COMMAS:
        at -= 1
    before = row.items[at - 1].mention if at else None
    return Voice(_speaker(before), before.span) if before is not None and len(before.parties) == 1 else None


def _speaker(mention: Mention) -> Party:
    return mention.parties[0]


_BYLINE_LINES = 8
"""A byline stands among the first lines."""
_NAME_WORDS = range(2, 5)


def find_author(rows: Sequence[Row], voices: Sequence[tuple[Span, Voice]], people: Acquaintances) -> Voice | None:
    """Return who signs an article that speaks in the first person; None for one that does not, or is not signed.

    A signed agency report has no voice of its own: only an opinion piece makes predictions and demands.
    """
    lexicon = people.lexicon
    signed = next((name for row in rows[:_BYLINE_LINES] if (name := _byline(row, lexicon)) is not None), None)
    if signed is None or not any(_first_person(row, voices, lexicon) for row in rows):
        return None
    words, span = signed
    return Voice(people.meet(words), span)


def _byline(row: Row, lexicon: Lexicon) -> tuple[str, Span] | None:
    tokens = row.sentence.tokens
    if not tokens or tokens[0].lower not in lexicon.roles.byline or len(tokens) - 1 not in _NAME_WORDS:
        return None
    if not all(token.text[:1].isupper() for token in tokens[1:]):
        return None
    return " ".join(token.text for token in tokens[1:]), Span(tokens[1].span.start, tokens[-1].span.end)


def _first_person(row: Row, voices: Sequence[tuple[Span, Voice]], lexicon: Lexicon) -> bool:
    return any(
        lexicon.pronouns.pronouns.get(token.lower, "").startswith("speaker ") and voice_at(token.span, voices) is None
        for token in row.sentence.tokens
    )
