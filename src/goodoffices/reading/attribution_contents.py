"""What is said: where the content of a verb of saying begins and ends in its row.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation import (
    ADVERB,
    AUXILIARY,
    CUE_VERB,
    DETERMINER,
    FINITE,
    ING,
    JOIN,
    OPENER,
    PRONOUN,
    SUBORDINATOR,
    THAT,
    QuotationTables,
)
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, SEMICOLON, STOP, Row
from goodoffices.reading.attribution_sources import Stretch


def clause_from(row: Row, start: int, tables: QuotationTables) -> Stretch | None:
    """Return the content that begins at `start` and runs to the end of what is said; None where nothing is there."""
    size = len(row)
    end = start
    while end < size:
        bits = row.bits[end]
        if bits & SEMICOLON and end > start:
            break
        if bits & COMMA and end > start and _ends_clause(row, end, tables):
            break
        end += 1
    return without_stops(row, start, end)


def without_stops(row: Row, start: int, end: int) -> Stretch | None:
    """Return the stretch without the stop that ends the sentence; None where nothing is left."""
    while end > start and row.bits[end - 1] & (STOP | COMMA | SEMICOLON | COLON | DASH):
        end -= 1
    while start < end and row.bits[start] & (COMMA | COLON | DASH | SEMICOLON):
        start += 1
    return (start, end) if start < end else None


def _ends_clause(row: Row, comma: int, tables: QuotationTables) -> bool:
    """Return whether a new statement begins after a comma: "…, but he added", "…, saying that", "…, X said"."""
    following = comma + 1
    if following >= len(row):
        return True
    bits = row.bits[following]
    if bits & ING and bits & CUE_VERB:
        return True
    return bool(bits & OPENER)


def clause_before(row: Row, end: int) -> Stretch | None:
    """Return the content that runs from the beginning of the row up to `end`; None where nothing is there."""
    start = end
    while start > 0 and not row.bits[start - 1] & (SEMICOLON | STOP):
        start -= 1
    while start < end and row.bits[start] & (OPENER | MARK) and not row.bits[start] & QUOTE:
        start += 1
    return without_stops(row, start, end)


def has_verb(row: Row, start: int, end: int) -> bool:
    """Return whether a stretch has a finite verb or auxiliary."""
    return any(row.bits[at] & (FINITE | AUXILIARY) for at in range(start, end))


def begins_clause(row: Row, start: int) -> bool:
    """Return whether a subject can begin here: the content of a verb of saying that nothing opens."""
    if start >= len(row):
        return False
    bits = row.bits[start]
    if bits & (MARK | JOIN | SUBORDINATOR) and not bits & (DETERMINER | PRONOUN | THAT):
        return False
    limit = min(len(row), start + _SUBJECT_ITEMS)
    return any(row.bits[at] & (FINITE | AUXILIARY) for at in range(start + 1, limit)) and not bits & ADVERB


_SUBJECT_ITEMS = 15
"""A clause whose verb comes later than this after its first word is not recognised as one."""
