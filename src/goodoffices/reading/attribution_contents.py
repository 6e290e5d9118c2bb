"""What is said: where the content of a verb of saying begins and ends in its row.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import (
    ADVERB,
    AUXILIARY,
    CUE_VERB,
    DETERMINER,
    FINITE,
    ING,
    JOIN,
    OBJECT,
    OPENER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
)
from goodoffices.reading.attribution_cues import is_coordinated
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, SEMICOLON, STOP, Row
from goodoffices.reading.attribution_sources import Stretch, is_reduced


def clause_from(row: Row, start: int, *, is_fronted: bool = False, is_relative: bool = False) -> Stretch | None:
    """Return the content clause that begins at `start`; None where nothing is there.

    It ends with the sentence, or where a new statement begins: "; …", ", but …", "and added", ", saying".

    Args:
        is_fronted: Whether the cue opens the sentence before its main clause ("Asked whether …, he …").
        is_relative: Whether the cue stands in a relative clause, after which a verb goes on ("X, who said …, left").
    """
    end = start
    while end < len(row):
        bits = row.bits[end]
        if end > start and (bits & SEMICOLON or (bits & COMMA and _ends_clause(row, end)) or is_coordinated(row, end)):
            break
        if is_relative and end > start and bits & (COMMA | DASH) and _goes_on(row, end + 1):
            break
        if is_fronted and bits & COMMA and statement_before_comma(row, end + 1):
            break
        end += 1
    return without_stops(row, start, end)


def within_subject(row: Row, content: Stretch, *, verbs: int) -> Stretch | None:
    """Return a content that is part of its sentence's subject, without the sentence's own verb and what follows it.

    Args:
        verbs: How many finite verbs the content has: one in "the claim that it is ready | surprised us".
    """
    start, end = content
    in_group = False
    for at in range(start + 1, end):
        bits = row.bits[at]
        if bits & (COMMA | JOIN | SUBORDINATOR | RELATIVE) and not bits & DETERMINER:
            return content
        is_verb = bool(bits & (FINITE | AUXILIARY)) and not is_reduced(row, at)
        if is_verb and not in_group:
            if not verbs:
                return without_stops(row, start, at)
            verbs -= 1
        in_group = is_verb or (in_group and bool(bits & ADVERB))
    return content


def _goes_on(row: Row, at: int) -> bool:
    """Return whether a verb stands at `at`: the one whose subject the relative clause told of."""
    while at < len(row) and row.bits[at] & ADVERB:
        at += 1
    return at < len(row) and bool(row.bits[at] & (FINITE | AUXILIARY)) and not row.bits[at] & DETERMINER


def _ends_clause(row: Row, comma: int) -> bool:
    """Return whether a new statement begins after a comma: ", but he", ", saying that"."""
    following = comma + 1
    while following < len(row) and row.bits[following] & ADVERB and not row.bits[following] & ING:
        following += 1
    if following >= len(row):
        return True
    bits = row.bits[following]
    if bits & (JOIN | OPENER | SUBORDINATOR) and _says(row, following + 1):
        return True
    return bool((bits & ING and bits & CUE_VERB) or bits & OPENER)


def _says(row: Row, start: int) -> bool:
    """Return whether a subject and its verb of saying begin at `start`: "…, while others said"."""
    if start < len(row) and row.bits[start] & THAT and not row.bits[start] & DETERMINER:
        return False
    for at in range(start + 1, min(len(row), start + _NAME_ITEMS)):
        bits = row.bits[at]
        if bits & (MARK | QUOTE | RELATIVE):
            return False
        if bits & FINITE:
            return bool(bits & CUE_VERB)
    return False


_NAME_ITEMS = 9
"""A subject of a second verb of saying is looked for within so many words."""


def phrase_from(row: Row, start: int) -> Stretch | None:
    """Return the content that is a noun phrase, as it begins at `start`: it ends with its clause."""
    end = start
    while end < len(row):
        bits = row.bits[end]
        if end > start and (bits & (SEMICOLON | COMMA | DASH) or is_coordinated(row, end)):
            break
        if end > start and bits & (FINITE | AUXILIARY) and row.bits[end - 1] & OBJECT:
            break
        end += 1
    while end > start + 1 and row.bits[end - 1] & (TIME | STOP) and not row.bits[end - 2] & PREPOSITION:
        end -= 1
    return without_stops(row, start, end)


def without_stops(row: Row, start: int, end: int) -> Stretch | None:
    """Return the stretch without the stop that ends the sentence; None where nothing is left."""
    while end > start and row.bits[end - 1] & _EDGES:
        end -= 1
    while start < end and row.bits[start] & _EDGES and not row.bits[start] & STOP:
        start += 1
    return (start, end) if start < end else None


_EDGES = STOP | COMMA | SEMICOLON | COLON | DASH


def clause_before(row: Row, end: int) -> Stretch | None:
    """Return the content that runs from the beginning of the sentence up to `end`; None where nothing is there."""
    start = end
    while start > 0 and not row.bits[start - 1] & (SEMICOLON | STOP):
        start -= 1
    start = after_dateline(row, start, end)
    while start < end and row.bits[start] & (OPENER | MARK) and not row.bits[start] & QUOTE:
        start += 1
    return without_stops(row, start, end)


def after_dateline(row: Row, start: int, end: int) -> int:
    """Return where the text begins after "WASHINGTON — "."""
    for at in range(start, min(end, start + _DATELINE_ITEMS)):
        if row.bits[at] & DASH:
            return at + 1
        if not row.text[row.starts[at] : row.ends[at]].isupper() and not row.bits[at] & MARK:
            break
    return start


_DATELINE_ITEMS = 5


def is_statement(row: Row, start: int, end: int) -> bool:
    """Return whether a stretch has a finite verb of its own, not one of a relative clause: "X, who won, …" has none."""
    is_relative = False
    for at in range(start, end):
        bits = row.bits[at]
        if bits & COMMA:
            is_relative = False
        elif bits & RELATIVE and not bits & DETERMINER:
            is_relative = True
        elif bits & (FINITE | AUXILIARY | QUOTE) and not is_relative:
            return True
    return False


def has_verb(row: Row, start: int, end: int) -> bool:
    """Return whether a stretch can be a statement: it has a finite verb, an auxiliary, or literal words."""
    return any(row.bits[at] & (FINITE | AUXILIARY | QUOTE) for at in range(start, end))


def statement_before_comma(row: Row, start: int) -> bool:
    """Return whether a subject and its verb stand at `start`, before the next comma or relative."""
    for at in range(start + 1, len(row)):
        if row.bits[at] & (COMMA | RELATIVE | QUOTE | STOP | DASH):
            return False
        if row.bits[at] & (FINITE | AUXILIARY):
            return True
    return False


def begins_clause(row: Row, start: int) -> bool:
    """Return whether a subject with its verb begins here: a content clause that nothing opens."""
    bits = row.bits[start]
    if bits & (MARK | JOIN | SUBORDINATOR | ADVERB | PREPOSITION) and not bits & (DETERMINER | PRONOUN | THAT):
        return False
    limit = min(len(row), start + _SUBJECT_ITEMS)
    return any(row.bits[at] & (FINITE | AUXILIARY | CUE_VERB) for at in range(start + 1, limit))


_SUBJECT_ITEMS = 15
"""A clause whose verb comes later than this after its first word is not recognised as one."""


def is_gap(row: Row, subject: Stretch, start: int) -> bool:
    """Return whether a content without its subject begins at `start`: "what he said was untrue"."""
    before = row.bits[subject[0] - 1] if subject[0] else 0
    return bool(row.bits[start] & (FINITE | AUXILIARY) and before & (RELATIVE | THAT | SUBORDINATOR))
