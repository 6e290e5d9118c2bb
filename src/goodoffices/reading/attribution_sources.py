"""Whose words: the noun phrase before a verb of saying, by the words at its edges.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BY,
    DETERMINER,
    FINITE,
    GENITIVE_PLURAL,
    ING,
    JOIN,
    NOMINATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    OF,
    OPENER,
    OWNER,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    WITHIN,
    QuotationTables,
)
from goodoffices.reading.attribution_rows import (
    CLOSING,
    COLON,
    COMMA,
    DASH,
    MARK,
    OPENING,
    QUOTE,
    SEMICOLON,
    STOP,
    Row,
)

Stretch = tuple[int, int]

WALL = QUOTE | SEMICOLON | COLON | DASH | OPENING | CLOSING | STOP
"""Nothing of a noun phrase lies beyond these."""
_EDGE = SUBORDINATOR | RELATIVE | OPENER | THAT
LONGEST_SOURCE = 40
"""Items of the longest noun phrase that is taken for a source."""


def subject_before(row: Row, at: int, tables: QuotationTables) -> Stretch | None:
    """Return the noun phrase that ends right before item `at`, the first of a verb group; None if there is none."""
    last = at - 1
    if last < 0:
        return None
    bits = row.bits[last]
    if bits & OBJECT and not bits & (DETERMINER | POSSESSIVE):
        return None
    if bits & RELATIVE and not bits & DETERMINER:
        return (last, at)
    if bits & PRONOUN and not bits & DETERMINER:
        return (last, at)
    if bits & COMMA:
        return _with_insertion(row, last, tables)
    if bits & CLOSING:
        bits = 0
    if bits & (WALL | JOIN | SUBORDINATOR | OPENER | PREPOSITION | TO) and not bits & (TIME | QUOTE):
        return None
    start = _phrase_start(row, last)
    return _trimmed(row, start, at, tables)


def _with_insertion(row: Row, comma: int, tables: QuotationTables) -> Stretch | None:
    """Return "X, the president of Y," with the insertion that ends at `comma`; "X" alone where it is no naming."""
    start = comma - 1
    while start > 0 and comma - start < LONGEST_SOURCE and not row.bits[start] & COMMA:
        if row.bits[start] & (SEMICOLON | COLON | DASH | STOP):
            return None
        start -= 1
    if not row.bits[start] & COMMA or not start:
        return None
    whole = subject_before(row, start, tables)
    if whole is None:
        return None
    first = row.bits[start + 1]
    is_naming = not first & _NO_NAMING or first & (DETERMINER | RELATIVE)
    return (_with_age(row, whole, tables), comma + 1) if is_naming else whole


_NO_NAMING = PREPOSITION | ADVERB | ING | PARTICIPLE | TIME | SUBORDINATOR | FINITE | OPENER


def _with_age(row: Row, phrase: Stretch, tables: QuotationTables) -> int:
    """Return where "X, 45, a teacher," begins, given the phrase "45" or "a teacher"."""
    start = phrase[0]
    while start > 1 and row.bits[start - 1] & COMMA and (row.bits[start] | row.bits[start - 2]) & NUMBER:
        found = subject_before(row, start - 1, tables)
        if found is None:
            break
        start = found[0]
    return start


def _phrase_start(row: Row, last: int) -> int:
    start = last
    while start >= 0:
        bits = row.bits[start]
        if bits & CLOSING:
            start = _opening_of(row, start) - 1
            continue
        if bits & WALL and not (bits & QUOTE and start == last):
            break
        if bits & COMMA:
            break
        if bits & _EDGE and (not bits & DETERMINER or _is_complementiser(row, start)):
            break
        if bits & JOIN and _has_verb(row, start):
            break
        if bits & (FINITE | AUXILIARY) and start != last and not is_reduced(row, start):
            break
        start -= 1
    return start + 1


def _is_complementiser(row: Row, at: int) -> bool:
    """Tell "said that Baku", "the text that envoys" from "that envoy": the first two follow a verb or a noun."""
    if not row.bits[at] & THAT or not at:
        return False
    return not row.bits[at - 1] & (MARK | PREPOSITION | JOIN | OPENER | SUBORDINATOR | ADVERB | OF)


def _opening_of(row: Row, closing: int) -> int:
    """Return the item that opens what is put in brackets; the closing one where none does."""
    for at in range(closing, max(-1, closing - _BRACKETED_ITEMS), -1):
        if row.bits[at] & OPENING:
            return at
    return closing


_BRACKETED_ITEMS = 10
"""How long a remark in brackets within a noun phrase may be: "(R-Ohio)"."""


def is_reduced(row: Row, at: int) -> bool:
    """Return whether a form in -ed is a participle within the phrase: "the report published on Monday"."""
    if not row.bits[at] & PARTICIPLE or not at or row.bits[at - 1] & PRONOUN:
        return False
    return bool(row.bits[at + 1] & (PREPOSITION | TIME | BY) or row.bits[at - 1] & (DETERMINER | POSSESSIVE | OWNER))


def _has_verb(row: Row, join: int) -> bool:
    """Return whether the clause before a conjunction has a verb, so that it joins clauses, not phrases."""
    at = join - 1
    while at >= 0 and not row.bits[at] & (WALL | COMMA):
        if row.bits[at] & (FINITE | AUXILIARY):
            return True
        at -= 1
    return False


def _trimmed(row: Row, start: int, end: int, tables: QuotationTables) -> Stretch | None:
    """Leave out what stands before the noun phrase: "But", "On Monday", "In Geneva"."""
    while start < end and row.bits[start] & (ADVERB | TIME | OPENER | MARK | JOIN | SUBORDINATOR):
        start += 1
    while end > start and row.bits[end - 1] & (TIME | ADVERB):
        end -= 1
    while end > start and row.bits[end - 1] & PREPOSITION:
        end -= 1
    if tables.data.has_cases:
        start = first_nominative(row, start, end)
        if start < 0:
            return None
    elif start < end and row.bits[start] & PREPOSITION and not row.bits[start] & DETERMINER:
        start = _after_adverbial(row, start, end)
    return (start, end) if start < end and end - start <= LONGEST_SOURCE else None


def first_nominative(row: Row, start: int, end: int) -> int:
    """Return the first item that can stand in the nominative and that no preposition governs; -1 if there is none."""
    at = start
    while at < end:
        if row.bits[at] & PREPOSITION:
            first = at = at + 1
            while at < end and row.bits[at] & ADJECTIVE and not row.bits[at] & NOUN:
                at += 1
            is_name = at < end and at > first and row.is_capital(at) and is_nominative(row, at)
            at += 0 if is_name else 1
            continue
        if is_nominative(row, at):
            return at
        at += 1
    return -1


def _after_adverbial(row: Row, start: int, end: int) -> int:
    """ "In Geneva the minister": where the noun phrase after a phrase of place or time begins; `end` if nowhere."""
    if row.bits[end - 1] & PRONOUN:
        return end - 1
    for at in range(end - 1, start + 1, -1):
        if row.bits[at] & DETERMINER and not row.bits[at - 1] & (PREPOSITION | OF):
            return at
    at = end
    while at - 1 > start and row.is_capital(at - 1) and not row.bits[at - 1] & MARK:
        at -= 1
    return at if at < end and not row.bits[at - 1] & PREPOSITION else end


def is_nominative(row: Row, at: int) -> bool:
    """A surname in -ов looks like a genitive plural: with a capital letter it may be a nominative."""
    return bool(row.bits[at] & NOMINATIVE) or (bool(row.bits[at] & GENITIVE_PLURAL) and row.is_capital(at))


def body_within(row: Row, start: int, end: int) -> Stretch | None:
    """«В МИД России заявили»: the body that speaks where a verb in the plural has no subject."""
    for at in range(start, end - 1):
        if row.bits[at] & WITHIN and (at + 1 < end) and not row.bits[at + 1] & (TIME | MARK):
            last = at + 1
            while last < end and not row.bits[last] & (MARK | PREPOSITION | TIME | ADVERB):
                last += 1
            return (at + 1, last) if last == end else None
    return None


def clause_subject(row: Row, before: int, tables: QuotationTables, *, since: int = 0) -> Stretch | None:
    """Return the subject of the first finite verb that stands from item `since` on and before item `before`."""
    for at in range(since + 1, before):
        if row.bits[at] & (FINITE | AUXILIARY) and not row.bits[at] & (DETERMINER | PREPOSITION):
            found = subject_before(row, _group_start(row, at), tables)
            if found:
                return found
    return None


def _group_start(row: Row, at: int) -> int:
    while at > 0 and row.bits[at - 1] & (AUXILIARY | ADVERB) and not row.bits[at - 1] & PRONOUN:
        at -= 1
    return at
