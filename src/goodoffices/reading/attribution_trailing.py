"""Cues that trail what is said: "…," he said; the deal, he said, is off; «…», — заявил он; the sentence before.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from dataclasses import replace

from goodoffices.lexicon.quotation_tables import (
    ADVERB,
    AS,
    AUXILIARY,
    CUE_VERB,
    DETERMINER,
    FINITE,
    ING,
    PARTICIPLE,
    PLURAL,
    PREPOSITION,
    SUBORDINATOR,
    THIS,
    TIME,
    WITHIN,
)
from goodoffices.reading.attribution_contents import (
    clause_before,
    clause_from,
    has_verb,
    is_statement,
    statement_before_comma,
    without_stops,
)
from goodoffices.reading.attribution_inverted import subject_after, without_next_clause
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, STOP
from goodoffices.reading.attribution_sources import Stretch


def read_trailing(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """Return the reading with what is said, or its first part, before the cue; None if there is none.

    Args:
        subject: The noun phrase right before the verb group, if there is one.
    """
    return (
        _quote_before(reading, subject)
        or _this(reading, subject)
        or _between_dashes(reading, subject)
        or _clause_before(reading, subject)
    )


def _quote_before(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """ "…", X said; "…", said X; "…", X said, "…"."""
    if not reading.takes("quote"):
        return None
    start, end = reading.found.start, reading.found.end
    quote = _quote_ending_at(reading, subject[0]) if subject else None
    if quote is None:
        quote, subject = _quote_ending_at(reading, start), None
    if quote is None:
        return None
    if subject is None:
        subject = reading.subject_after(end)
        if subject is None:
            return None
        end = subject[1]
    rest = _next_quote(reading, end)
    goes_on = not _may_end_at(reading, _told_end(reading, end))
    if goes_on and _is_loud(reading, quote) and not reading.before(start) & COMMA:
        return None
    contents = [_with_beginning(reading, quote), (rest, rest + 1) if rest is not None else None]
    return reading.finding(subject, contents, is_direct=True)


def _with_beginning(reading: CueReading, quote: int) -> Stretch:
    """Return a quotation with the words of its sentence that stand before it: 'The plan would “…,” he said'."""
    if quote and not reading.before(quote) & (MARK | QUOTE):
        return clause_before(reading.row, quote + 1) or (quote, quote + 1)
    return (quote, quote + 1)


def _quote_ending_at(reading: CueReading, edge: int) -> int | None:
    row, at = reading.row, edge - 1
    while at >= 0 and row.bits[at] & (COMMA | DASH):
        at -= 1
    if at < 0 or not row.bits[at] & QUOTE:
        return None
    has_mark = at < edge - 1 or row.quotes[at].inner(row.text)[-1:] in ",?!.…—-"
    return at if has_mark else None


def _is_loud(reading: CueReading, quote: int) -> bool:
    """Return whether a quotation ends its sentence by a question or exclamation mark."""
    return reading.row.quotes[quote].inner(reading.row.text)[-1:] in "?!…"


def _next_quote(reading: CueReading, start: int) -> int | None:
    for at in range(start, min(len(reading.row), start + _INTERRUPTION_ITEMS)):
        if reading.bits(at) & QUOTE:
            words = reading.row.quotes[at].inner(reading.row.text).split()
            is_speech = reading.before(at) & (COMMA | COLON | DASH | STOP) and len(words) >= _SPOKEN_WORDS
            return at if is_speech else None
    return None


def _clause_before(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """C, X said. C1, X said, C2. C, said X."""
    if not reading.takes("aside"):
        return None
    inverted = _inverted(reading)
    if inverted:
        return _aside(reading, inverted, reading.found.start, inverted[1])
    end = _told_end(reading, reading.found.end)
    if not subject or not _may_end_at(reading, end) or _has_late_opener(reading):
        return None
    return _aside(reading, subject, subject[0], end)


def _between_dashes(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """«Мы готовы, — сказал он. — Но не сейчас»; — Мы готовы, — сказал он."""
    row, found = reading.row, reading.found
    edge = subject[0] if subject else found.start
    is_speech = row.is_inside or bool(row.bits[0] & DASH)
    if not reading.takes("quote") or not is_speech or not reading.before(edge) & DASH:
        return None
    source = subject or reading.subject_after(found.end)
    if source is None or not edge - 1 or not reading.before(edge - 1) & (COMMA | STOP | QUOTE):
        return None
    end = max(found.end, source[1])
    while reading.bits(end) & (STOP | COMMA):
        end += 1
    rest = without_stops(row, end + 1, len(row)) if reading.bits(end) & DASH else None
    return reading.finding(source, [without_stops(row, 0, edge - 1), rest], is_direct=True)


def _has_late_opener(reading: CueReading) -> bool:
    """Return whether "that" comes later: "…, he said on Sunday in Geneva, that …" is no aside."""
    row, that = reading.row, reading.tables.data.words.that[:1]
    for at in range(reading.found.end, min(len(row), reading.found.end + _OPENER_ITEMS)):
        if row.bits[at] & (STOP | QUOTE | FINITE):
            return False
        if row.lowers[at] in that and not row.bits[at - 1] & (DETERMINER | PREPOSITION):
            return at > reading.found.end and reading.takes("that") and not row.bits[at - 1] & COMMA
    return False


def _inverted(reading: CueReading) -> Stretch | None:
    """Return the subject after the verb in ", said X": what stands before must be a statement."""
    row, found = reading.row, reading.found
    edge = found.start - 1 if reading.before(found.start) & AS else found.start
    if (edge and not reading.before(edge) & COMMA) or not found.start or reading.bits(found.at) & ING:
        return None
    may_invert = "after" in reading.tables.data.speaker
    if not may_invert and (reading.takes("told") or not reading.takes("quote")):
        return None
    if statement_before_comma(row, found.end):
        return None
    subject = reading.subject_after(found.end)
    subject = without_next_clause(row, subject) if subject else None
    if subject is None or not (subject[1] >= len(row) or reading.bits(subject[1]) & (COMMA | DASH | STOP | QUOTE)):
        return None
    if not edge:
        return subject if may_invert else None
    before = clause_before(row, edge - 1)
    return subject if before and (may_invert or is_statement(row, *before)) else None


def _aside(reading: CueReading, subject: Stretch, edge: int, end: int) -> Finding | None:
    """Return "C1, X said, C2", where source and cue stand from `edge` to `end`."""
    row = reading.row
    if edge == 1 and reading.bits(0) & AS and reading.bits(end) & COMMA:
        return reading.finding(subject, [clause_from(row, end + 1)])
    if edge > 1 and reading.before(edge) & (AS | SUBORDINATOR) and reading.before(edge - 1) & COMMA:
        edge -= 1
    if not reading.before(edge) & (COMMA | DASH):
        return None
    before, after = clause_before(row, edge - 1), _resumed(reading, end)
    if before and after and _is_left_out(reading, before, after):
        before = None
    elif before and after and has_verb(row, *before) and not has_verb(row, *after):
        after = None
    if (before is None and after is None) or (after is None and before and _is_adverbial(reading, before)):
        return None
    return reading.finding(subject, [before, after])


def _is_left_out(reading: CueReading, before: Stretch, after: Stretch) -> bool:
    """Return whether what stands before "he said, …" is no part of what is said after it."""
    if reading.is_direct(after):
        return _is_setting(reading, before)
    return _is_adverbial(reading, before) and not reading.bits(after[0]) & (FINITE | AUXILIARY)


def _told_end(reading: CueReading, end: int) -> int:
    """Return where the verb, with the one who is told where it takes one, ends: "…, he told reporters"."""
    size, start = len(reading.row), end
    if not reading.takes("told"):
        return end
    limit = min(size, end + _TOLD_ITEMS)
    while end < limit and not reading.bits(end) & (MARK | PREPOSITION | TIME | QUOTE | FINITE):
        end += 1
    return end if end < limit or end == size else start


def _may_end_at(reading: CueReading, end: int) -> bool:
    bits = reading.bits(end)
    return end >= len(reading.row) or (bool(bits & (MARK | PREPOSITION | TIME | ADVERB | QUOTE)) and not bits & COLON)


def _resumed(reading: CueReading, end: int) -> Stretch | None:
    """Return what goes on after "…, he said, …"."""
    limit = min(len(reading.row), end + _TOLD_ITEMS)
    if reading.bits(end) & (PREPOSITION | TIME):
        while end < limit and not reading.bits(end) & (MARK | FINITE | QUOTE):
            end += 1
    if not reading.bits(end) & COMMA or reading.bits(end + 1) & ING:
        return None
    return clause_from(reading.row, end + 1)


def _is_setting(reading: CueReading, content: Stretch) -> bool:
    """Return whether what stands before "he said, “…”" only tells when, where or on what occasion it was said."""
    bits = reading.bits(content[0])
    if bits & (PREPOSITION | SUBORDINATOR | TIME | ADVERB) or (bits & CUE_VERB and bits & (ING | PARTICIPLE)):
        return not any(reading.bits(at) & QUOTE for at in range(*content))
    return not has_verb(reading.row, *content)


def _is_adverbial(reading: CueReading, content: Stretch) -> bool:
    opens = reading.bits(content[0]) & (PREPOSITION | SUBORDINATOR | TIME | ADVERB)
    return bool(opens) and not any(reading.bits(at) & COMMA for at in range(*content))


def _this(reading: CueReading, subject: Stretch | None) -> Finding | None:
    """«Об этом сообщил X»: what is said stands in the clause or sentence before."""
    first = _this_before(reading)
    if first is None or reading.bits(reading.found.at) & ING:
        return None
    if not any(reading.takes(frame) for frame in ("aside", "in", "this")):
        return None
    source = reading.subject_after(reading.found.end) or _body_after(reading)
    if source is None and subject and subject[0] > first:
        source = subject
    before = clause_before(reading.row, first) if first else None
    finding = reading.finding(source, [before] if before and has_verb(reading.row, *before) else [])
    return finding if finding.contents else replace(finding, is_about_before=True)


def _body_after(reading: CueReading) -> Stretch | None:
    """«Об этом сообщили в МИД»: the body that speaks."""
    end = reading.found.end
    if not reading.bits(end) & WITHIN or not reading.bits(reading.found.at) & PLURAL:
        return None
    return subject_after(reading.row, end + 1, reading.tables, in_any_case=True)


def _this_before(reading: CueReading) -> int | None:
    """Return where the words for "this" begin, right before the verb or at the beginning of the row; else None."""
    row, start = reading.row, reading.found.start
    phrases = [this.split() for this in reading.tables.data.words.this]
    for at in range(start - 1, -1, -1):
        is_near = at > start - _THIS_ITEMS
        if row.bits[at] & THIS and (is_near or at < _THIS_ITEMS):
            for phrase in phrases:
                first = at + 1 - len(phrase)
                if first >= 0 and row.lowers[first : at + 1] == phrase and (is_near or not first):
                    return None if any(bits & FINITE for bits in row.bits[at + 1 : start]) else first
    return None


_INTERRUPTION_ITEMS = 12
"""How far after "he said" the interrupted quotation may go on."""
_OPENER_ITEMS = 15
"""How far after a verb "that" may stand."""
_TOLD_ITEMS = 6
"""How many words may name who is told after what is said."""
_SPOKEN_WORDS = 3
"""A quotation that goes on after "he said" has at least this many words; a shorter one is a name or a single term."""
_THIS_ITEMS = 5
"""How far before the verb the word for "this" may stand."""
