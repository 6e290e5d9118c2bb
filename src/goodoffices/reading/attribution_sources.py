"""Whose words: the noun phrase before or after a verb of saying, by the words at its edges.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CASED,
    CUE_NOUN,
    CUE_VERB,
    DETERMINER,
    EDGE,
    FINITE,
    GENITIVE_PLURAL,
    ING,
    JOIN,
    NOMINATIVE,
    NOUN,
    OBJECT,
    OF,
    OPENER,
    PARTICIPLE,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TIME_NOUN,
    TIME_OPENER,
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

_WALL = QUOTE | SEMICOLON | COLON | DASH | OPENING | CLOSING | STOP
"""Nothing of a noun phrase lies beyond these."""
_EDGE = SUBORDINATOR | RELATIVE | OPENER | THAT
_LONGEST_SOURCE = 40
"""Items of the longest noun phrase that is taken for a source."""


def subject_before(row: Row, at: int, tables: QuotationTables) -> Stretch | None:
    """Return the noun phrase that ends right before item `at`, the first word of a verb group; None if there is none."""
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
    if bits & (_WALL | JOIN | SUBORDINATOR | OPENER | PREPOSITION | TO) and not bits & (TIME | QUOTE):
        return None
    start = _phrase_start(row, last, tables)
    return _trimmed(row, start, at, tables)


def _with_insertion(row: Row, comma: int, tables: QuotationTables) -> Stretch | None:
    """Return "X, the president of Y," with the insertion that ends at `comma`; "X" alone where it is no naming."""
    start = comma - 1
    while start > 0 and comma - start < _LONGEST_SOURCE and not row.bits[start] & COMMA:
        if row.bits[start] & (SEMICOLON | COLON | DASH | STOP):
            return None
        start -= 1
    if not row.bits[start] & COMMA or not start:
        return None
    whole = subject_before(row, start, tables)
    if whole is None:
        return None
    first = row.bits[start + 1]
    is_naming = not first & (PREPOSITION | ADVERB | ING | TIME | SUBORDINATOR | FINITE | OPENER) or first & (
        DETERMINER | RELATIVE
    )
    return (whole[0], comma + 1) if is_naming else whole


def _phrase_start(row: Row, last: int, tables: QuotationTables) -> int:
    start = last
    while start >= 0:
        bits = row.bits[start]
        if bits & CLOSING:
            start = _opening_of(row, start) - 1
            continue
        if bits & _WALL and not (bits & QUOTE and start == last):
            break
        if bits & COMMA:
            break
        if bits & _EDGE and (not bits & DETERMINER or _is_complementiser(row, start)):
            break
        if bits & JOIN and _has_verb(row, start):
            break
        if bits & (FINITE | AUXILIARY) and start != last and not _is_reduced(row, start):
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


def _is_reduced(row: Row, at: int) -> bool:
    """A participle after a noun: "the report published on Monday"."""
    return False


def _has_verb(row: Row, join: int) -> bool:
    """Return whether the clause before a conjunction has a verb, so that it joins clauses, not phrases."""
    at = join - 1
    while at >= 0 and not row.bits[at] & (_WALL | COMMA):
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
        start = _first_nominative(row, start, end)
        if start < 0:
            return None
    elif start < end and row.bits[start] & PREPOSITION and not row.bits[start] & DETERMINER:
        start = _after_adverbial(row, start, end)
    return (start, end) if start < end and end - start <= _LONGEST_SOURCE else None


def _first_nominative(row: Row, start: int, end: int) -> int:
    """Return the first item that can stand in the nominative and that no preposition governs; -1 if there is none."""
    at = start
    while at < end:
        if row.bits[at] & PREPOSITION:
            first = at = at + 1
            while at < end and row.bits[at] & ADJECTIVE and not row.bits[at] & NOUN:
                at += 1
            is_name = at < end and at > first and row.is_capital(at) and _is_nominative(row, at)
            at += 0 if is_name else 1
            continue
        if _is_nominative(row, at):
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
    size = len(row)
    start = after_times(row, at)
    if start < size and tables.data.has_cases and row.bits[start] & QUOTE and _is_name(row, start):
        return (start, start + 1)
    if start < size and row.bits[start] & EDGE and not in_any_case:
        return None
    if start >= size or (row.bits[start] & (_WALL | COMMA | THAT) and not row.bits[start] & DETERMINER):
        return None
    if row.bits[start] & PRONOUN and not row.bits[start] & DETERMINER:
        return (start, start + 1)
    end = start
    while end < size and not row.bits[end] & (QUOTE | SEMICOLON | COLON | DASH | STOP):
        if row.bits[end] & EDGE and end > start:
            break
        if row.bits[end] & COMMA and _ends_source(row, end, tables):
            break
        if row.bits[end] & PREPOSITION and end + 1 < size and row.bits[end + 1] & TIME:
            break
        if row.bits[end] & THAT and not row.bits[end] & (DETERMINER | RELATIVE):
            break
        end += 1
    while end > start and row.bits[end - 1] & (COMMA | TIME):
        end -= 1
    if tables.data.has_cases and not in_any_case and not _begins_in_nominative(row, start, end):
        return None
    return (start, end) if start < end <= start + _LONGEST_SOURCE else None


def _is_name(row: Row, at: int) -> bool:
    """«РИА Новости»: a few words in quotation marks are the name of a source."""
    return len(row.quotes[at].inner(row.text).split()) <= _NAME_WORDS


_NAME_WORDS = 4


def _begins_in_nominative(row: Row, start: int, end: int) -> bool:
    if row.bits[start] & PREPOSITION:
        return False
    first = next((at for at in range(start, end) if row.bits[at] & (NOMINATIVE | CASED)), None)
    return first is None or _is_nominative(row, first)


def _is_nominative(row: Row, at: int) -> bool:
    """A surname in -ов looks like a genitive plural: with a capital letter it may be a nominative."""
    return bool(row.bits[at] & NOMINATIVE) or (bool(row.bits[at] & GENITIVE_PLURAL) and row.is_capital(at))


def _ends_source(row: Row, comma: int, tables: QuotationTables) -> bool:
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
        if row.bits[at] & (COMMA | RELATIVE | _WALL):
            return False
        if row.bits[at] & (FINITE | AUXILIARY) and at > start:
            return True
    return False


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
