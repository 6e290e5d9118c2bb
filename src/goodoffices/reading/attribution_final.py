"""Cues that close what is said, in languages whose verb stands last: "X, …olduğunu söyledi", "“…” dedi", "…belirten X".

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from dataclasses import replace

from goodoffices.lexicon.quotation_tables import (
    ADNOMINAL,
    ADVERB,
    CASED,
    CONVERB,
    CUE_VERB,
    DOCUMENT,
    FINITE,
    NOMINAL,
    OPENER,
    PASSIVE,
    QUOTATIVE,
    TIME,
)
from goodoffices.reading.attribution_contents import after_dateline, without_stops
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, SEMICOLON, STOP
from goodoffices.reading.attribution_sources import Stretch


def read_final(reading: CueReading) -> Finding | None:
    """Return the reading with what is said right before the verb, or after its colon; None if there is none."""
    found = reading.found
    last = max(found.at, found.end - 1)
    if reading.bits(last) & ADNOMINAL:
        return _with_source_after(reading)
    source, begins = _told_before(reading) or _opening(reading)
    if source and reading.bits(last) & PASSIVE and not reading.bits(source[1] - 1) & DOCUMENT:
        source = None
    end = _content_end(reading)
    if end is None:
        return _after_colon(reading, source)
    contents = _contents(reading, begins, end)
    if contents is None:
        return None
    is_silent = bool(reading.bits(last) & PASSIVE) and source is None
    finding = reading.finding(source, [contents], is_direct=reading.is_direct(contents))
    return finding if source or is_silent else replace(finding, is_dropped=True)


def _told_before(reading: CueReading) -> tuple[Stretch, int] | None:
    """ "…belirten Aliyev, …söyledi": the source of the verb before is the subject of this one."""
    for other in reversed(reading.known):
        if other.source and other.source[0] >= other.cue[1] and other.source[1] <= reading.found.start:
            return other.source, other.source[1]
    return None


def _with_source_after(reading: CueReading) -> Finding | None:
    """ "…olduğunu belirten Aliyev", "“…” diyen Erdoğan"."""
    row, found = reading.row, reading.found
    end = _content_end(reading)
    if end is None:
        return None
    source_end = found.end
    while source_end < len(row) and not row.bits[source_end] & (MARK | QUOTE | NOMINAL | FINITE | ADVERB):
        source_end += 1
        if source_end < len(row) and row.is_capital(source_end - 1) and not row.is_capital(source_end):
            break
    contents = _contents(reading, 0, end)
    if source_end == found.end or contents is None:
        return None
    return reading.finding((found.end, source_end), [contents], is_direct=reading.is_direct(contents))


def _content_end(reading: CueReading) -> int | None:
    """Return where the content before the verb ends: after a quotation, a verbal noun or a word like "diye"."""
    row, end = reading.row, reading.found.start
    while end > 0 and row.bits[end - 1] & (ADVERB | TIME | DOCUMENT) and not row.bits[end - 1] & NOMINAL:
        end -= 1
    if end and row.bits[end - 1] & QUOTATIVE:
        return end - 1
    while end > 0 and row.bits[end - 1] & (COMMA | DASH):
        end -= 1
    return end if end and row.bits[end - 1] & (QUOTE | NOMINAL) else None


def _contents(reading: CueReading, begins: int, end: int) -> Stretch | None:
    if reading.bits(end - 1) & QUOTE:
        return (end - 1, end)
    start = max(begins, _clause_start(reading, end))
    return without_stops(reading.row, start, end)


def _clause_start(reading: CueReading, end: int) -> int:
    """Return where the clause that ends at `end` begins: after the verb of saying before it."""
    for at in range(end - 2, -1, -1):
        bits = reading.bits(at)
        if bits & (STOP | SEMICOLON) or (bits & COMMA and reading.before(at) & CUE_VERB):
            return at + 1
    return 0


def _after_colon(reading: CueReading, source: Stretch | None) -> Finding | None:
    """ "şunları söyledi: “…”"."""
    end = reading.found.end
    if not reading.bits(end) & COLON:
        return None
    if end + 1 == len(reading.row):
        return replace(reading.finding(source, []), is_open=True, is_direct=True, is_dropped=source is None)
    if not reading.bits(end + 1) & QUOTE:
        return None
    finding = reading.finding(source, [(end + 1, end + 2)], is_direct=True)
    return finding if source else replace(finding, is_dropped=True)


def _opening(reading: CueReading) -> tuple[Stretch | None, int]:
    """Return the noun phrase that opens the sentence and can be its subject, and where what follows begins."""
    row, before = reading.row, reading.found.start
    start = after_dateline(row, 0, before)
    while start < before:
        while start < before and row.bits[start] & (ADVERB | TIME | OPENER | MARK) and not row.bits[start] & QUOTE:
            start += 1
        comma = next((at for at in range(start, min(before, start + _SUBJECT_ITEMS)) if row.bits[at] & COMMA), -1)
        if comma > start and not any(row.bits[at] & (QUOTE | NOMINAL | FINITE) for at in range(start, comma)):
            if not is_cased(reading, comma - 1) or row.bits[comma - 1] & DOCUMENT:
                return (_after_cased(reading, start, comma), comma), comma + 1
            if row.bits[comma - 1] & CONVERB:
                return _named(reading, start)
            found, begins = _named(reading, start)
            if found:
                return found, begins
            start = comma + 1
            continue
        return _named(reading, start)
    return None, 0


def _after_cased(reading: CueReading, start: int, end: int) -> int:
    """Return where the subject begins after words in other cases: "Bir soruya Bakan, …"."""
    if reading.bits(end - 1) & DOCUMENT:
        return start
    for at in range(end - 1, start, -1):
        ends = is_cased(reading, at - 1) or reading.bits(at - 1) & ADNOMINAL
        if ends and not reading.row.is_capital(at - 1) and reading.row.is_capital(at):
            return at
    return start


def _named(reading: CueReading, start: int) -> tuple[Stretch | None, int]:
    """Return the name, with its titles, that stands at `start` in the nominative."""
    row, end = reading.row, start
    while end < reading.found.start and row.is_capital(end) and not row.bits[end] & (MARK | QUOTE):
        end += 1
        if is_cased(reading, end - 1):
            return None, start
    return ((start, end), end) if end > start else (None, start)


def is_cased(reading: CueReading, at: int) -> bool:
    """Return whether a word bears the ending of a case other than the nominative."""
    mark = reading.tables.data.case_mark
    if reading.row.is_capital(at):
        return bool(mark) and any(sign in reading.row.lowers[at] for sign in mark)
    return bool(reading.bits(at) & (CASED | CONVERB))


_SUBJECT_ITEMS = 14
"""A subject set apart by a comma is at most this long."""
