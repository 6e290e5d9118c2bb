"""Whose words: the noun phrase after a verb or phrase, by the words at its edges.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import (
    ADVERB,
    AUXILIARY,
    CASED,
    CUE_NOUN,
    CUE_VERB,
    DETERMINER,
    EDGE,
    FINITE,
    ING,
    JOIN,
    NOMINATIVE,
    OPENER,
    PARTICIPLE,
    PHRASE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TIME_NOUN,
    TIME_OPENER,
    TO,
    QuotationTables,
)
from goodoffices.reading.attribution_rows import (
    COLON,
    COMMA,
    DASH,
    MARK,
    QUOTE,
    SEMICOLON,
    STOP,
    Row,
)
from goodoffices.reading.attribution_sources import (
    LONGEST_SOURCE,
    WALL,
    Stretch,
    first_nominative,
    is_nominative,
)

_AFTER_ADVERB = THAT | TO | TIME | MARK | QUOTE | PREPOSITION | PRONOUN
"""What an adverb that belongs to the verb before it stands before; before anything else it belongs to the content."""


def after_times(row: Row, at: int) -> int:
    """Return the first item from `at` on that is no adverb and does not tell when: "said on Monday", "last week"."""
    size = len(row)
    while at < size:
        bits = row.bits[at]
        following = row.bits[at + 1] if at + 1 < size else STOP
        if bits & TIME or (bits & ADVERB and not bits & THAT and following & _AFTER_ADVERB):
            at += 1
            continue
        end = at
        if bits & PREPOSITION and at + 1 < size and row.bits[at + 1] & TIME:
            at += 2
            continue
        while end < size and row.bits[end] & TIME_OPENER:
            end += 1
        if not (end > at and end < size and row.bits[end] & TIME_NOUN):
            return at
        at = end + 1
    return at


def subject_after(row: Row, at: int, tables: QuotationTables, *, in_any_case: bool = False) -> Stretch | None:
    """Return the noun phrase that begins at item `at`, after a verb that stands before its subject.

    Args:
        in_any_case: Whether it need not stand in the nominative: after a preposition.
    """
    start = after_times(row, at)
    if tables.data.has_cases and not in_any_case:
        if start < len(row) and row.bits[start] & QUOTE and _is_name(row, start):
            return (start, start + 1)
        start = _after_setting(row, start)
    if start >= len(row) or (row.bits[start] & (WALL | COMMA | THAT) and not row.bits[start] & DETERMINER):
        return None
    if row.bits[start] & EDGE and not in_any_case:
        return None
    if row.bits[start] & PRONOUN and not row.bits[start] & DETERMINER:
        return (start, start + 1)
    end = _source_end(row, start, EDGE | PHRASE if tables.data.has_cases else EDGE)
    if tables.data.has_cases and not in_any_case and not _begins_in_nominative(row, start, end):
        return None
    return (start, end) if start < end <= start + LONGEST_SOURCE else None


def _after_setting(row: Row, start: int) -> int:
    """Return where the subject begins after "on Monday in Geneva"; the end of the row where it does not."""
    if start >= len(row) or not row.bits[start] & PREPOSITION:
        return start
    found = first_nominative(row, start, min(len(row), start + _SETTING_ITEMS))
    return found if found >= 0 else len(row)


def _source_end(row: Row, start: int, edges: int) -> int:
    end = start
    while end < len(row) and not row.bits[end] & (QUOTE | SEMICOLON | COLON | DASH | STOP):
        bits = row.bits[end]
        is_time = bits & PREPOSITION and end + 1 < len(row) and row.bits[end + 1] & TIME
        if (bits & edges and end > start) or is_time or (bits & THAT and not bits & (DETERMINER | RELATIVE)):
            break
        if bits & COMMA and _ends_source(row, end):
            break
        end += 1
    while end > start and row.bits[end - 1] & (COMMA | TIME):
        end -= 1
    return end


def _is_name(row: Row, at: int) -> bool:
    """«РИА Новости»: a few words in quotation marks are the name of a source."""
    return len(row.quotes[at].inner(row.text).split()) <= _NAME_WORDS


_NAME_WORDS = 4
_SETTING_ITEMS = 10
"""How many words may tell where and on what occasion, between a verb and its subject."""


def _begins_in_nominative(row: Row, start: int, end: int) -> bool:
    if row.bits[start] & PREPOSITION:
        return False
    first = next((at for at in range(start, end) if row.bits[at] & (NOMINATIVE | CASED)), None)
    return first is None or is_nominative(row, first)


def _ends_source(row: Row, comma: int) -> bool:
    following = row.bits[comma + 1] if comma + 1 < len(row) else QUOTE
    if following & RELATIVE:
        return False
    if following & (TIME | PHRASE):
        return True
    if following & (QUOTE | ING | SUBORDINATOR | OPENER | JOIN | PRONOUN | THAT):
        return not following & DETERMINER
    return bool(following & (CUE_VERB | FINITE) and not following & (DETERMINER | PARTICIPLE | CUE_NOUN))


def named_after(row: Row, at: int, tables: QuotationTables, *, is_first: bool) -> Stretch | None:
    """Return the noun phrase that begins at `at` and ends where the clause of its sentence begins: "According to X, …".

    Args:
        is_first: Whether nothing of the sentence's clause stands before.
    """
    whole = subject_after(row, at, tables, in_any_case=True)
    if whole is None:
        return None
    commas = [item for item in range(*whole) if row.bits[item] & COMMA]
    for comma in commas:
        if _chunk_has_verb(row, comma + 1):
            return (whole[0], comma)
    return (whole[0], commas[0]) if commas and is_first else whole


def without_next_clause(row: Row, source: Stretch) -> Stretch:
    """Return a source after its verb without the clause that goes on after a comma: ", said X, the deal was off"."""
    for comma in range(*source):
        if row.bits[comma] & COMMA and _chunk_has_verb(row, comma + 1):
            return (source[0], comma)
    return source


def _chunk_has_verb(row: Row, start: int) -> bool:
    if start < len(row) and row.bits[start] & RELATIVE:
        return False
    for at in range(start, len(row)):
        if row.bits[at] & (COMMA | RELATIVE | WALL):
            return False
        if row.bits[at] & (FINITE | AUXILIARY) and at > start:
            return True
    return False
