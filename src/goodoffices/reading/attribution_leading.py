"""Cues that lead what is said: he said that …; told reporters …; refused to …; denied the report; it is expected to ….

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from dataclasses import replace

from goodoffices.lexicon.quotation_tables import (
    AUXILIARY,
    BY,
    DETERMINER,
    FINITE,
    INFINITIVE,
    JOIN,
    OBJECT,
    OF,
    OWNER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
)
from goodoffices.reading.attribution_contents import begins_clause, is_gap, phrase_from
from goodoffices.reading.attribution_cues import group_start
from goodoffices.reading.attribution_inverted import after_times
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, SEMICOLON, STOP, Row
from goodoffices.reading.attribution_sources import Stretch, body_within, clause_subject, subject_before


def read_leading(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """Return the reading of a verb with what is said after it; None if there is none.

    Args:
        subject: The noun phrase right before the verb group, if there is one.
    """
    speaker = reading.tables.data.speaker
    if "after" in speaker and (subject is None or speaker[0] == "after"):
        inverted = _with_subject_after(reading)
        if inverted:
            return inverted
    if reading.takes("seems"):
        return _seems(reading, subject)
    opened = _opened(reading, subject)
    if opened:
        return opened
    found = _complement(reading, reading.found.end, subject)
    if found is None:
        return None
    content, end = found
    gap = (subject[0] - 1, subject[0]) if subject and is_gap(reading.row, subject, content[0]) else None
    source = subject or _body(reading) or shared_subject(reading)
    finding = reading.finding(source, [gap, content], is_direct=reading.is_direct(content), end=end)
    return finding if source else replace(finding, is_dropped=True)


def _seems(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """Return the reading of "the deal seems to hold", "it appears that the deal holds"."""
    end = reading.found.end
    if reading.bits(end) & TO and subject:
        return reading.finding(None, [subject, reading.clause(end)])
    return reading.finding(None, [reading.clause(end)]) if reading.bits(end) & THAT else None


def _opened(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """Return the reading of a row that ends with a colon after its cue: quotations follow in the next."""
    row = reading.row
    end = reading.found.end
    if not (row.bits[-1] & COLON and reading.takes("quote")) or len(row) - end > _OPENED_ITEMS:
        return None
    if any(row.bits[at] & (THAT | FINITE) and not row.bits[at] & DETERMINER for at in range(end, len(row))):
        return None
    source = subject or _body(reading) or shared_subject(reading)
    if source is None and "after" in reading.tables.data.speaker:
        source = reading.subject_after(reading.found.end)
    return replace(reading.finding(source, []), is_open=True, is_direct=True)


def _with_subject_after(reading: CueReading) -> Finding | None:
    """«Заявил министр, что …», قال الوزير إن."""
    inverted = reading.subject_after(reading.found.end)
    found = _complement(reading, inverted[1], None) if inverted else None
    if not inverted or not found:
        return None
    return reading.finding(inverted, [found[0]], is_direct=reading.is_direct(found[0]))


def _body(reading: CueReading, *, is_plural: bool = True) -> Stretch | None:
    """«В МИД заявили», «в декларации указано»."""
    found = reading.found
    if (is_plural and not reading.bits(found.at) & PLURAL) or not reading.tables.data.words.within:
        return None
    start = found.start
    while start > 0 and not reading.row.bits[start - 1] & MARK:
        start -= 1
    return body_within(reading.row, start, found.start)


def read_passive(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """Return the reading of "it is said that", "he is expected to", "he was told that": nobody is named."""
    end = reading.found.end
    source = _body(reading, is_plural=False)
    if reading.takes("passive") and reading.bits(end) & TO:
        return reading.finding(None, [subject, reading.clause(end)])
    if reading.takes("to") and reading.bits(end) & INFINITIVE:
        return reading.finding(source, [reading.clause(end)])
    while reading.tables.data.has_cases and reading.bits(end) & COMMA:
        end += 1
    if reading.takes("that") and reading.bits(end) & THAT:
        return reading.finding(source, [reading.clause(end)])
    return None


def shared_subject(reading: CueReading) -> Stretch | None:
    """Return the source of ", adding that", "and denied that": the one before, or else the subject of the clause."""
    relative = _relative_before(reading.row, reading.found.start)
    if relative is not None:
        return relative
    start, since = reading.found.start, 0
    for other in reading.known:
        if any(content[0] <= start < content[1] for content in other.contents):
            since = max(since, min(content[0] for content in other.contents))
    before = [one for one in reading.known if one.cue[1] <= start and one.cue[0] >= since and one.source]
    for one in sorted(before, key=lambda one: -one.cue[0]):
        if not any(content[0] <= start < content[1] for content in one.contents):
            return one.source
    return clause_subject(reading.row, start, reading.tables, since=since) or _subject_around(reading)


def _relative_before(row: Row, start: int) -> Stretch | None:
    """Return the pronoun that leads "who phoned both and warned": the second verb with no comma before its "and"."""
    if start < _SHORTEST_RELATIVE or not row.bits[start - 1] & JOIN or row.bits[start - 2] & MARK:
        return None
    for at in range(start - 2, 0, -1):
        bits = row.bits[at]
        if bits & RELATIVE and not bits & (DETERMINER | THAT):
            return (at, at + 1) if row.bits[at - 1] & COMMA else None
        if bits & (MARK | THAT | SUBORDINATOR):
            return None
    return None


_SHORTEST_RELATIVE = 4
"""A comma, a pronoun, a verb and "and" stand before the second verb."""


def _subject_around(reading: CueReading) -> Stretch | None:
    """Return the subject of "X, citing Y, said" and "Citing Y, X said"."""
    row, start = reading.row, reading.found.start
    if not reading.is_participle:
        return None
    if start > 1 and reading.before(start) & COMMA:
        return subject_before(row, start - 1, reading.tables)
    comma = next((at for at in range(start, len(row)) if row.bits[at] & COMMA), None)
    if start or comma is None:
        return None
    for at in range(comma + 1, len(row)):
        if row.bits[at] & (FINITE | AUXILIARY) and not row.bits[at] & (DETERMINER | PREPOSITION):
            return subject_before(row, group_start(row, at), reading.tables)
    return None


def _complement(reading: CueReading, start: int, subject: Stretch | None) -> tuple[Stretch, int] | None:
    """Return what the verb takes from item `start` on, and where the cue ends where a preposition joins it."""
    at = start = _after_insertion(reading, after_times(reading.row, start))
    while reading.bits(at) & (COMMA | COLON | DASH):
        at += 1
    if at >= len(reading.row):
        return None
    if reading.takes("with") and at == start and reading.row.lowers[at] in reading.found.cue.opened_by:
        is_clause = bool(reading.bits(at + 1) & THAT)
        content = reading.clause(at + 1) if is_clause else phrase_from(reading.row, at + 1)
        is_tight = at == after_times(reading.row, reading.found.end)
        return (content, at + 1 if is_tight else 0) if content else None
    content = _content_at(reading, at, start, subject)
    return (content, 0) if content else None


def _after_insertion(reading: CueReading, at: int) -> int:
    """Return where "stressed, when he was there, on the need" goes on: after what is set between commas."""
    if not (reading.takes("with") and reading.bits(at) & COMMA):
        return at
    for comma in range(at + 1, min(len(reading.row) - 1, at + _ADDRESSEE_ITEMS)):
        if reading.bits(comma) & COMMA:
            return comma + 1 if reading.row.lowers[comma + 1] in reading.found.cue.opened_by else at
    return at


def _content_at(reading: CueReading, at: int, start: int, subject: Stretch | None) -> Stretch | None:
    bits = reading.bits(at)
    if reading.takes("quote") and bits & QUOTE and (at > start or not reading.tables.data.has_cases):
        whole = at > start or at + 1 == len(reading.row) or bool(reading.bits(at + 1) & (STOP | COMMA))
        return (at, at + 1) if whole else reading.clause(at)
    is_loose = "after" in reading.tables.data.speaker
    if reading.takes("that") and bits & THAT and (at == start or is_loose):
        return reading.clause(at)
    late = _late(reading, at) if bits & (PREPOSITION | TIME) or is_loose else None
    if late:
        return (late, late + 1) if reading.bits(late) & QUOTE else reading.clause(late)
    if at > start:
        return reading.clause(at) if reading.bits(start) & COLON and reading.takes("quote") else None
    if reading.takes("to") and bits & (TO | INFINITIVE):
        return reading.clause(at)
    return _without_opener(reading, at, subject)


def _without_opener(reading: CueReading, at: int, subject: Stretch | None) -> Stretch | None:
    row = reading.row
    told = _after_addressee(reading, at) if reading.takes("told") else None
    if told:
        return told
    if reading.takes("clause") and (begins_clause(row, at) or (subject and is_gap(row, subject, at))):
        return reading.clause(at)
    if reading.takes("named") and not reading.bits(at) & (_NO_OBJECT & ~MARK):
        named = phrase_from(row, at)
        if named and _has_name(reading, named):
            return named
    if reading.takes("object") and not reading.bits(at) & _NO_OBJECT:
        return phrase_from(row, at)
    return None


def _has_name(reading: CueReading, content: Stretch) -> bool:
    """Return whether an object is followed by the name that is given to it: literal words, or a phrase with "a"."""
    first, end = content
    if reading.bits(first) & OBJECT:
        return end > first + 1 and not reading.bits(first + 1) & (PREPOSITION | TO | MARK | TIME)
    article = reading.tables.data.words.determiners[1:3]
    return any(reading.bits(at) & QUOTE or reading.row.lowers[at] in article for at in range(first + 1, end))


def _late(reading: CueReading, start: int) -> int | None:
    """Return where the content begins in "said in an interview that", "said on television, “…”"."""
    row, that = reading.row, reading.tables.data.words.that[:1]
    is_loose = "after" in reading.tables.data.speaker
    for at in range(start + 1, min(len(row), start + _ADDRESSEE_ITEMS)):
        bits, before = row.bits[at], row.bits[at - 1]
        if bits & QUOTE and reading.takes("quote") and (before & (COMMA | COLON) or is_loose):
            return at
        if bits & COLON and is_loose and reading.takes("quote") and at + 1 < len(row):
            return at + 1
        opens = row.lowers[at] in that or (bits & THAT and not bits & (DETERMINER | PREPOSITION | SUBORDINATOR))
        if opens and not before & (DETERMINER | PREPOSITION) and reading.takes("that"):
            return at
        if bits & (COMMA | COLON) and (reading.bits(at + 1) & QUOTE or (is_loose and bits & COMMA)):
            continue
        is_infinitive = bits & TO and not reading.bits(at + 1) & DETERMINER
        if bits & (MARK | FINITE | QUOTE) or is_infinitive:
            return None
    return None


def _after_addressee(reading: CueReading, start: int) -> Stretch | None:
    """Return the content of "told reporters that …", "told CNN he …", "urged them to …", "told her: “…”"."""
    if reading.bits(start) & (MARK | PREPOSITION) and not reading.bits(start) & DETERMINER:
        return None
    for at in range(start + 1, min(len(reading.row), start + _ADDRESSEE_ITEMS)):
        bits = reading.bits(at)
        if bits & THAT and reading.takes("that"):
            return reading.clause(at)
        if reading.row.lowers[at] in reading.found.cue.opened_by:
            return phrase_from(reading.row, start)
        if bits & (TO | INFINITIVE) and reading.takes("to"):
            return reading.clause(start)
        if bits & QUOTE and reading.before(at) & (COMMA | COLON):
            return (at, at + 1)
        if bits & (STOP | DASH | SEMICOLON) or (bits & COMMA and not reading.bits(at + 1) & (QUOTE | THAT)):
            return None
        if _begins_after(reading, start, at) and begins_clause(reading.row, at):
            return reading.clause(at)
    return None


def _begins_after(reading: CueReading, start: int, at: int) -> bool:
    """Return whether a new subject begins at `at`, after the one who is told."""
    row, bits, before = reading.row, reading.bits(at), reading.before(at)
    if reading.tables.data.has_cases or (not reading.takes("clause") and not reading.takes("that")):
        return False
    if before & MARK or (before & (DETERMINER | POSSESSIVE | OWNER | JOIN) and not before & (PRONOUN | TIME)):
        return False
    if any(row.bits[i] & (PREPOSITION | OF) for i in range(start, at)):
        return False
    if bits & (PRONOUN | DETERMINER | POSSESSIVE):
        return True
    return row.is_capital(at) and not row.is_capital(at - 1) and not bits & TIME


_NO_OBJECT = MARK | PREPOSITION | JOIN | SUBORDINATOR | BY | OF | TO | THAT | AUXILIARY
_OPENED_ITEMS = 8
"""How many words may stand between a verb and the colon that ends the row."""
_ADDRESSEE_ITEMS = 12
"""How many words may name who is told, or where and when it was said."""
