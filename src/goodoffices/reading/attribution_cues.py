"""Cues: where in a row a verb, noun or phrase stands that can introduce words or thoughts.

A word that can be verb or noun is told apart by its neighbours and, where the language's bare verb forms agree with
plural subjects only, by its form. Everything counts items of a `Row`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from goodoffices.lexicon.quotation_tables import (
    ADVERB,
    ALSO_NOUN,
    AUXILIARY,
    BARE_SUBJECT,
    BE,
    BY,
    CUE_NOUN,
    CUE_VERB,
    DETERMINER,
    FINITE,
    INFINITIVE,
    ING,
    JOIN,
    OF,
    OPENER,
    OWNER,
    PARTICIPLE,
    PASSIVE,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    THAT,
    TIME,
    TO,
    Cue,
    QuotationTables,
)
from goodoffices.reading.attribution_rows import COMMA, MARK, Row


class Sort(Enum):
    """What sort of cue it is."""

    VERB = "verb"
    NOUN = "noun"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue in its row: items `start` up to `end`, with auxiliaries and adverbs; its main word is `at`."""

    sort: Sort
    cue: Cue
    at: int
    start: int
    end: int
    is_passive: bool = False


def find_cues(row: Row, tables: QuotationTables) -> list[list[CueAt]]:
    """Return, for each place with a cue, in order, the ways to read it there, the longest first."""
    found: list[list[CueAt]] = []
    for at, bits in enumerate(row.bits):
        if bits & _ANY:
            readings = [*_phrases(row, at, tables), *_verbs(row, at, tables), *_nouns(row, at, tables)]
            if readings:
                found.append(readings)
    return found


_ANY = CUE_VERB | CUE_NOUN | PHRASE


def _phrases(row: Row, at: int, tables: QuotationTables) -> Iterator[CueAt]:
    if row.bits[at] & PHRASE:
        for cue in _fitting(row, at, tables.phrases.get(row.lowers[at], ())):
            yield CueAt(Sort.PHRASE, cue, at, at, at + 1 + len(cue.rest))


def _verbs(row: Row, at: int, tables: QuotationTables) -> Iterator[CueAt]:
    if not row.bits[at] & CUE_VERB or not _is_verb(row, at):
        return
    start = group_start(row, at)
    is_passive = bool(row.bits[at] & PARTICIPLE) and any(row.bits[i] & BE for i in range(start, at))
    if tables.data.has_cases:
        is_passive = bool(row.bits[at] & PASSIVE and row.bits[at] & PARTICIPLE)
    for lemma, cue in _entries(row, at, tables, tables.verbs):
        if row.bits[at] & ALSO_NOUN and lemma == row.lowers[at] and not _may_be_bare(row, at, start, tables):
            continue
        yield CueAt(Sort.VERB, cue, at, start, at + 1 + len(cue.rest), is_passive)


def _nouns(row: Row, at: int, tables: QuotationTables) -> Iterator[CueAt]:
    if row.bits[at] & CUE_NOUN:
        for _, cue in _entries(row, at, tables, tables.nouns):
            yield CueAt(Sort.NOUN, cue, at, at, at + 1 + len(cue.rest))


def _entries(
    row: Row, at: int, tables: QuotationTables, table: Mapping[str, Sequence[Cue]]
) -> Iterator[tuple[str, Cue]]:
    for lemma, cue in tables.entries(row.lowers[at], row.analyses[at], table):
        if _is_followed(row, at, cue):
            yield lemma, cue


def _fitting(row: Row, at: int, cues: Sequence[Cue]) -> Iterator[Cue]:
    return (cue for cue in cues if _is_followed(row, at, cue))


def _is_followed(row: Row, at: int, cue: Cue) -> bool:
    if at + len(cue.rest) >= len(row) and cue.rest:
        return False
    return all(_fits(row, item, word) for item, word in enumerate(cue.rest, at + 1))


def _fits(row: Row, item: int, word: str) -> bool:
    if word.endswith("*"):
        return row.lowers[item].startswith(word[:-1])
    return word == row.lowers[item] or word in row.analyses[item].lemmas


def group_start(row: Row, at: int) -> int:
    """Return where the verb group of the verb at `at` begins: its auxiliaries, negations, adverbs, "to"."""
    start = at
    while start > 0 and row.bits[start - 1] & _GROUP and not row.bits[start - 1] & PRONOUN:
        start -= 1
        if row.bits[start] & TO:
            break
    while (
        start < at
        and row.bits[start] & (ADVERB | OPENER)
        and not row.bits[start] & AUXILIARY
        and (start == 0 or row.bits[start - 1] & MARK)
    ):
        # "Now, he", "Also said": an adverb that opens the sentence belongs to no verb.
        start += 1
    return start


_GROUP = AUXILIARY | ADVERB | BE | TO


def _is_verb(row: Row, at: int) -> bool:
    """Return whether a form that can be a verb is one here: no determiner, possessive or preposition before it."""
    bits = row.bits[at]
    if at + 1 < len(row) and row.bits[at + 1] & BY and bits & PARTICIPLE:
        return False
    if at == 0:
        return not bits & INFINITIVE or bool(bits & FINITE)
    first = at
    while first > 1 and row.bits[first - 1] & ADVERB and not row.bits[first - 1] & AUXILIARY:
        first -= 1
    before = row.bits[first - 1]
    if before & TO or (bits & INFINITIVE and not bits & FINITE):
        return False
    if bits & ALSO_NOUN and before & (FINITE | ING) and not before & (AUXILIARY | PRONOUN) and not bits & ING:
        return False
    verbal = PRONOUN | RELATIVE | THAT | BE | (0 if bits & ALSO_NOUN else BARE_SUBJECT)
    if before & (POSSESSIVE | OWNER | DETERMINER) and not before & verbal:
        return False
    if before & (PREPOSITION | OF) and not before & (TO | TIME):
        return bool(bits & ING)
    return True


def _may_be_bare(row: Row, at: int, start: int, tables: QuotationTables) -> bool:
    """A form without ending ("claim", "plan") is a verb after an auxiliary or with a plural subject only."""
    if any(row.bits[i] & (AUXILIARY | TO) for i in range(start, at)):
        return True
    if start == 0 or row.bits[start - 1] & (MARK | JOIN | OPENER):
        return bool(row.bits[at] & FINITE)
    before = row.bits[start - 1]
    return bool(before & BARE_SUBJECT) or row.lowers[start - 1].endswith(tuple(tables.data.bare_forms))


def is_coordinated(row: Row, end: int) -> bool:
    """Return whether at `end` a verb of saying follows that shares the subject before: "…, and vowed", "but added"."""
    at = end
    if at < len(row) and row.bits[at] & COMMA:
        at += 1
    if at >= len(row) or not row.bits[at] & (JOIN | OPENER):
        return False
    at += 1
    while at < len(row) and row.bits[at] & (ADVERB | AUXILIARY):
        at += 1
    return at < len(row) and bool(row.bits[at] & CUE_VERB and row.bits[at] & FINITE)
