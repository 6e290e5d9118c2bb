"""Attributions that no word of quotation.yml introduces: "Minister: text is ready"; "…," laughed the envoy.

Everything counts items of a `Row`; stretches are half-open pairs.
"""

from goodoffices.lexicon.quotation_tables import AUXILIARY, DETERMINER, FINITE, NOT_SPEAKER, QuotationTables
from goodoffices.reading.attribution_contents import without_stops
from goodoffices.reading.attribution_inverted import subject_after
from goodoffices.reading.attribution_reading import Finding
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, Row
from goodoffices.reading.attribution_sources import subject_before


def read_headline(row: Row, _tables: QuotationTables) -> Finding | None:
    """Return the reading of a line that opens with a name and a colon; None if it is no such line."""
    colon = next((at for at in range(min(len(row), _NAME_ITEMS + 1)) if row.bits[at] & COLON), 0)
    if not colon or len(row) - colon <= _SHORTEST_CONTENT:
        return None
    for at in range(colon):
        if row.bits[at] & (NOT_SPEAKER | MARK | QUOTE | FINITE | AUXILIARY) or not row.is_capital(at):
            return None
    content = without_stops(row, colon + 1, len(row))
    if content is None:
        return None
    is_direct = bool(row.bits[content[0]] & QUOTE) and content[1] - content[0] == 1
    return Finding(source=(0, colon), cue=(colon, colon + 1), contents=(content,), is_direct=is_direct, manner="says")


def read_unknown_verb(row: Row, tables: QuotationTables) -> Finding | None:
    """Return the reading of a quotation with a verb beside it that is no verb of saying; None if there is none."""
    if not row.bits[0] & QUOTE or not _is_cut_off(row):
        return None
    for at in range(1, min(len(row), _VERB_ITEMS)):
        if row.bits[at] & FINITE and not row.bits[at] & (DETERMINER | AUXILIARY):
            source = subject_before(row, at, tables)
            end = at + 1
            if source is None or source[0] < 1:
                source = subject_after(row, at + 1, tables)
            if source is None:
                return None
            return Finding(source=source, cue=(at, end), contents=((0, 1),), is_direct=True, manner="says")
    return None


def _is_cut_off(row: Row) -> bool:
    """Return whether the sentence goes on after the quotation that opens it: "…," or «…», —."""
    if len(row) < _SHORTEST_CONTENT:
        return False
    return bool(row.bits[1] & (COMMA | DASH)) or row.quotes[0].inner(row.text)[-1:] == ","


_NAME_ITEMS = 4
"""A speaker's name before a colon has at most this many words."""
_SHORTEST_CONTENT = 3
_VERB_ITEMS = 12
"""How far after a quotation its verb is looked for."""
