"""Whether the clause around a date tells what was or what is to come, by the cues of the language."""

import re

from goodoffices.lexicon.date_tables import DateTables
from goodoffices.reading.date_mentions import Tense

REACH_CHARS = 160
"""So far on either side of a date its clause is looked for at the most."""

_END_OF_SENTENCE = re.compile(r"[.!?…؟։:;](?=\s|$)|[\n»”]")
_END_OF_CLAUSE = re.compile(r"[,،;:–—()]")


def tense_around(text: str, start: int, end: int, tables: DateTables) -> Tense:
    """Return which way the nearest cue of the clause points, or one ahead of the same sentence; "" for none.

    What another clause tells of the past says nothing: "they sit down on 19 March, officials said". A date set off by
    a comma belongs to what stands before it: "he had approved it earlier, on 14 May".
    """
    first, last = _sentence(text, start, end)
    best: tuple[int, int] | None = None
    tense: Tense = ""
    cues: tuple[tuple[Tense, re.Pattern[str] | None], ...] = (
        ("future", tables.future_cues),
        ("past", tables.past_cues),
    )
    for points, pattern in cues:
        if pattern is None:
            continue
        for found in pattern.finditer(text, first, last):
            if found.start() < end and start < found.end():
                continue
            between = text[end : found.start()] if found.start() >= end else text[found.end() : start]
            clause = between.rstrip().removesuffix(",") if found.end() <= start else between
            if points == "past" and _END_OF_CLAUSE.search(clause):
                continue
            distance = (len(_END_OF_CLAUSE.findall(between)), len(between))
            if best is None or distance < best:
                best, tense = distance, points
    return tense


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - REACH_CHARS), min(len(text), end + REACH_CHARS)
    for found in _END_OF_SENTENCE.finditer(text, first, start):
        first = found.end()
    found_end = _END_OF_SENTENCE.search(text, end, last)
    return first, found_end.start() if found_end else last
