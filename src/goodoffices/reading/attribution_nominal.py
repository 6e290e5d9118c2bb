"""Nouns and phrases that introduce what is said: X's claim that …, his refusal to …; according to X, …; X'e göre ….

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import AUXILIARY, DETERMINER, FINITE, OWNER, POSSESSIVE, PREPOSITION, THAT, TO
from goodoffices.reading.attribution_contents import clause_before, clause_from, has_verb, phrase_from, within_subject
from goodoffices.reading.attribution_inverted import named_after
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import COMMA, DASH, MARK
from goodoffices.reading.attribution_sources import Stretch, subject_before


def read_phrase(reading: CueReading) -> Finding | None:
    """Return the reading of "according to X" at the beginning of the sentence, at its end, or put in."""
    row, found = reading.row, reading.found
    edge, after = found.start, found.end
    if found.cue.has_source:
        source = _own_source(reading)
    elif found.cue.source_after:
        source = named_after(row, after, reading.tables, is_first=not edge)
        after = source[1] if source else after
    else:
        source = subject_before(row, edge, reading.tables)
        edge = source[0] if source else edge
    if source is None and not found.cue.has_source:
        return None
    contents = _around(reading, edge, after)
    if not contents:
        return None
    return reading.finding(source, contents, is_direct=any(reading.is_direct(content) for content in contents))


def _own_source(reading: CueReading) -> Stretch | None:
    """Return the pronoun within the phrase: «по его словам»."""
    for at in range(reading.found.start, reading.found.end):
        if reading.bits(at) & POSSESSIVE:
            return (at, at + 1)
    return None


def _around(reading: CueReading, edge: int, after: int) -> list[Stretch]:
    """Return what is said around a phrase that stands, with its source, from `edge` to `after`."""
    row = reading.row
    before = clause_before(row, edge) if edge else None
    is_tight = not reading.found.cue.source_after and not edge
    opens = after < len(row) and (is_tight or bool(row.bits[after] & (COMMA | DASH)))
    rest = clause_from(row, after + (0 if is_tight and not row.bits[after] & COMMA else 1)) if opens else None
    if before and rest and not has_verb(row, *before) and not row.bits[rest[0]] & (FINITE | AUXILIARY):
        before = None
    return [content for content in (before, rest) if content]


def read_noun(reading: CueReading) -> Finding | None:
    """Return the reading of "X's claim that", "his refusal to"; None where the noun introduces nothing."""
    row, end = reading.row, reading.found.end
    bits = reading.bits(end)
    source = _owner(reading)
    if (reading.takes("that") and bits & THAT) or (reading.takes("to") and bits & TO):
        content = reading.clause(end)
        if content and not has_verb(row, 0, reading.found.start):
            content = within_subject(row, content, verbs=1 if bits & THAT else 0)
        return reading.finding(source, [content]) if content else None
    if source and reading.takes("with") and end + 1 < len(row) and row.lowers[end] in reading.found.cue.opened_by:
        content = phrase_from(row, end + 1)
        return reading.finding(source, [content], end=end + 1) if content else None
    return None


def _owner(reading: CueReading) -> Stretch | None:
    row, start = reading.row, reading.found.start - 1
    while start >= 0 and reading.found.start - start < _OWNER_ITEMS:
        bits = row.bits[start]
        if bits & POSSESSIVE:
            return (start, start + 1)
        if bits & OWNER:
            return subject_before(row, start + 1, reading.tables)
        if bits & (MARK | DETERMINER | PREPOSITION | AUXILIARY):
            return None
        start -= 1
    return None


_OWNER_ITEMS = 4
"""How far before its noun the owner may stand."""
