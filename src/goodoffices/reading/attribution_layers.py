"""Layers: the attributions of one row, told apart where their stretches meet.

What stands after its content ("…, he said") is read first, for it takes in the whole sentence; whatever is read
within that content is a layer of its own. Two attributions never cross: a content ends before the source or cue of
one that it does not hold.
"""

from collections.abc import Sequence
from dataclasses import replace

from goodoffices.lexicon.quotation_tables import QuotationTables
from goodoffices.reading.attribution_contents import without_stops
from goodoffices.reading.attribution_cues import find_cues
from goodoffices.reading.attribution_fallback import read_headline, read_unknown_verb
from goodoffices.reading.attribution_frames import read_after, read_before
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import Row
from goodoffices.reading.attribution_sources import Stretch


def find_in_row(row: Row, tables: QuotationTables) -> list[Finding]:
    """Return the attributions of a row, in the order of their cues."""
    kept: list[Finding] = []
    pending: list[list[CueReading]] = []
    for found in find_cues(row, tables):
        readings = [CueReading(row, cue, tables, kept) for cue in found]
        finding = next((finding for reading in readings if (finding := read_after(reading))), None)
        if finding is None or not _place(row, finding, kept):
            pending.append(readings)
    for readings in pending:
        for reading in readings:
            finding = read_before(reading)
            if finding is not None and _place(row, finding, kept):
                break
    for fallback in (read_headline, read_unknown_verb):
        if not row.is_inside and not any(_takes_whole(finding) for finding in kept):
            finding = fallback(row, tables)
            if finding is not None:
                _place(row, finding, kept)
    return sorted(kept, key=lambda finding: finding.cue)


def is_outermost(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Return whether no other attribution of the row holds this one in its content."""
    return not any(
        _holds(content, finding.cue) for other in findings if other is not finding for content in other.contents
    )


def _takes_whole(finding: Finding) -> bool:
    return any(content[0] == 0 for content in finding.contents) or finding.cue[0] == 0


def _place(row: Row, finding: Finding, kept: list[Finding]) -> bool:
    """Keep a finding, with its contents cut where another's source or cue begins; return whether it is kept."""
    contents = list(finding.contents)
    for other in kept:
        if _overlap(finding.cue, other.cue) or (_shared(finding, other)):
            return False
        if other.source and _overlap(finding.cue, other.source):
            return False
        inside = any(_holds(content, finding.cue) for content in other.contents)
        for number, content in enumerate(contents):
            cut = _cut_inside(row, content, other) if inside else _cut_before(row, content, other)
            contents[number] = cut or (0, 0)
    contents = [content for content in contents if content[0] < content[1]]
    if not contents and not finding.is_about_before and not finding.is_open:
        return False
    kept.append(replace(finding, contents=tuple(contents)))
    return True


def _shared(finding: Finding, other: Finding) -> bool:
    return any(content in other.contents for content in finding.contents)


def _overlap(a: Stretch, b: Stretch) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _holds(a: Stretch, b: Stretch) -> bool:
    return a[0] <= b[0] and b[1] <= a[1]


def _cut_inside(row: Row, content: Stretch, other: Finding) -> Stretch | None:
    """Return the part of a content that lies within the same content of the outer layer."""
    for held in other.contents:
        if held[0] <= content[0] < held[1]:
            return without_stops(row, content[0], min(content[1], held[1]))
    return None


def _cut_before(row: Row, content: Stretch, other: Finding) -> Stretch | None:
    """Return the part of a content that lies before another attribution's source, cue and literal words."""
    parts = [part for part in (other.source, other.cue, *other.contents) if part]
    first = min(part[0] for part in parts)
    marks = [part[0] for part in (other.source, other.cue) if part and content[0] <= part[0] < content[1]]
    if not marks:
        return content
    edge = first if first > content[0] else min(marks)
    return without_stops(row, content[0], edge)
