"""Frames: one cue of a row read with its source and content, by what quotation.yml says that it takes.

Two readings are tried. With what is said before the cue ("…," he said), it takes in the whole sentence: `read_after`.
With what is said after it (he said that …): `read_before`.
"""

from goodoffices.lexicon.quotation_tables import JOIN, PREPOSITION, TO
from goodoffices.reading.attribution_cues import Sort
from goodoffices.reading.attribution_final import read_final
from goodoffices.reading.attribution_leading import read_leading, read_passive
from goodoffices.reading.attribution_nominal import read_noun, read_phrase
from goodoffices.reading.attribution_reading import CueReading, Finding
from goodoffices.reading.attribution_rows import COMMA
from goodoffices.reading.attribution_sources import Stretch, subject_before
from goodoffices.reading.attribution_trailing import read_trailing


def read_after(reading: CueReading) -> Finding | None:
    """Return the reading with the content, or its first part, before source and cue; None if there is none."""
    if reading.found.sort is Sort.PHRASE:
        return read_phrase(reading)
    if reading.found.sort is Sort.NOUN or reading.found.is_passive or reading.takes("before"):
        return None
    return read_trailing(reading, _subject(reading))


def read_before(reading: CueReading) -> Finding | None:
    """Return the reading with the content after the cue; None if there is none."""
    if reading.found.sort is Sort.PHRASE:
        return None
    if reading.found.sort is Sort.NOUN:
        return read_noun(reading)
    if reading.takes("before"):
        return read_final(reading)
    if reading.found.is_passive:
        return read_passive(reading, _subject(reading))
    return read_leading(reading, _subject(reading))


def _subject(reading: CueReading) -> Stretch | None:
    """Return the noun phrase right before the verb group, where it can be the subject."""
    start = reading.found.start
    if reading.takes("shared"):
        return None
    if "before" not in reading.tables.data.speaker or reading.bits(start) & TO:
        return None
    if reading.is_participle and (not start or reading.before(start) & (COMMA | PREPOSITION | JOIN)):
        return None
    return subject_before(reading.row, start, reading.tables)
