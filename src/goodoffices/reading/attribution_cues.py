"""Cues: in one row, each verb, noun or phrase that introduces words or thoughts, with its source and content.

A cue is read by the frames that quotation.yml gives it, in a fixed order: literal words beside it first, then what it
takes on its right, then what stands before it. Everything counts items of a `Row`; stretches are half-open pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation import (
    ADVERB,
    AS,
    AUXILIARY,
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
    OWNER,
    PARTICIPLE,
    PAST,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    Cue,
    QuotationTables,
)
from goodoffices.reading.attribution_contents import (
    begins_clause,
    clause_before,
    clause_from,
    has_verb,
    without_stops,
)
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, STOP, Row
from goodoffices.reading.attribution_sources import Stretch, clause_subject, subject_after, subject_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An attribution in items of its row."""

    source: Stretch | None
    cue: Stretch
    contents: tuple[Stretch, ...]
    is_direct: bool
    manner: str


def find_in_row(row: Row, tables: QuotationTables) -> list[Finding]:
    """Return the attributions of a row, in the order of their cues; of those with one content, the first."""
    found: list[Finding] = []
    taken: set[Stretch] = set()
    for at, bits in enumerate(row.bits):
        if not bits & (CUE_VERB | CUE_NOUN | PHRASE):
            continue
        finding = _read(row, at, tables)
        if finding is None or (finding.is_direct and any(content in taken for content in finding.contents)):
            continue
        found.append(finding)
        taken.update(finding.contents)
    return found


def _read(row: Row, at: int, tables: QuotationTables) -> Finding | None:
    bits = row.bits[at]
    if bits & PHRASE:
        for cue in _cues_at(row, at, tables.phrases.get(row.lowers[at], ())):
            finding = _read_phrase(row, at, cue, tables)
            if finding:
                return finding
    if bits & CUE_VERB and _is_verb(row, at, tables):
        for cue in _cues_at(row, at, _entries(row, at, tables.verbs)):
            finding = _VerbReader(row, at, cue, tables).read()
            if finding:
                return finding
    if bits & CUE_NOUN:
        for cue in _cues_at(row, at, _entries(row, at, tables.nouns)):
            finding = _read_noun(row, at, cue, tables)
            if finding:
                return finding
    return None


def _entries(row: Row, at: int, table: "dict[str, Sequence[Cue]] | object") -> Sequence[Cue]:
    lemmas = row.analyses[at].lemmas
    entries: list[Cue] = []
    for lemma in sorted(lemmas):
        entries.extend(table.get(lemma, ()))  # type: ignore[attr-defined]
    return entries


def _cues_at(row: Row, at: int, cues: Sequence[Cue]) -> Iterator[Cue]:
    for cue in cues:
        if not cue.rest or tuple(row.lowers[at + 1 : at + 1 + len(cue.rest)]) == cue.rest:
            yield cue


def _is_verb(row: Row, at: int, tables: QuotationTables) -> bool:
    """Return whether a form that can be a verb is one here: no determiner, possessive or preposition before it."""
    if at == 0:
        return True
    before = row.bits[at - 1]
    if before & (POSSESSIVE | OWNER) and not before & PRONOUN:
        return False
    if before & DETERMINER and not before & (PRONOUN | RELATIVE | THAT):
        return False
    if before & (PREPOSITION | OF) and not row.bits[at] & ING and not before & (TO | TIME):
        return False
    return True


@dataclass(slots=True)
class _VerbReader:
    row: Row
    at: int
    cue: Cue
    tables: QuotationTables
    start: int = 0
    end: int = 0

    def read(self) -> Finding | None:
        """Return what the verb introduces here; None where it introduces nothing."""
        row = self.row
        self.start = self._group_start()
        self.end = self.at + 1 + len(self.cue.rest)
        if "passive" in self.cue.takes and self._is_passive():
            return self._passive()
        subject = subject_before(row, self.start, self.tables) if "before" in self.tables.data.speaker else None
        return (
            self._quote_before(subject)
            or self._content_after(subject)
            or self._content_before(subject)
        )

    def _group_start(self) -> int:
        row, start = self.row, self.at
        while start > 0 and row.bits[start - 1] & (AUXILIARY | ADVERB | BE) and not row.bits[start - 1] & PRONOUN:
            start -= 1
        return start

    def _is_passive(self) -> bool:
        row = self.row
        return bool(row.bits[self.at] & PARTICIPLE) and any(row.bits[i] & BE for i in range(self.start, self.at))

    def _passive(self) -> Finding | None:
        row = self.row
        subject = subject_before(row, self.start, self.tables)
        if subject is None or self.end >= len(row) or not row.bits[self.end] & (TO | THAT):
            return None
        content = clause_from(row, self.end, self.tables)
        return self._finding(None, [subject, content]) if content else None

    def _quote_before(self, subject: Stretch | None) -> Finding | None:
        """"…", X said; "…", said X; "…", X said, "…"."""
        row = self.row
        if "quote" not in self.cue.takes:
            return None
        edge = subject[0] if subject else self.start
        quote = self._quote_ending_at(edge)
        if quote is None and subject:
            quote, subject = self._quote_ending_at(self.start), None
        if quote is None:
            return None
        end = self.end
        if subject is None or subject[0] <= quote:
            subject = subject_after(row, self.end, self.tables)
            if subject is None:
                return None
            end = subject[1]
        contents: list[Stretch | None] = [(quote, quote + 1)]
        rest = self._next_quote(end)
        if rest is not None:
            contents.append((rest, rest + 1))
        return self._finding(subject, contents, is_direct=True)

    def _quote_ending_at(self, edge: int) -> int | None:
        row, at = self.row, edge - 1
        while at >= 0 and row.bits[at] & (COMMA | DASH):
            at -= 1
        if at < 0 or not row.bits[at] & QUOTE:
            return None
        has_mark = at < edge - 1 or row.quotes[at].inner(row.text)[-1:] in ",?!.…—-"
        return at if has_mark else None

    def _next_quote(self, start: int) -> int | None:
        row = self.row
        for at in range(start, min(len(row), start + _INTERRUPTION_ITEMS)):
            if row.bits[at] & QUOTE:
                before = row.bits[at - 1] if at else 0
                return at if before & (COMMA | COLON | DASH | STOP) or at == start else None
        return None

    def _content_after(self, subject: Stretch | None) -> Finding | None:
        row, takes = self.row, self.cue.takes
        start = self.end
        if subject is None and "after" in self.tables.data.speaker:
            inverted = subject_after(row, start, self.tables)
            if inverted:
                content = self._complement(inverted[1])
                if content:
                    return self._finding(inverted, [content], is_direct=self._is_direct(content))
        content = self._complement(start)
        if content is None:
            return None
        subject = subject or self._elided()
        return self._finding(subject, [content], is_direct=self._is_direct(content))

    def _elided(self) -> Stretch | None:
        return clause_subject(self.row, self.start, self.tables)

    def _is_direct(self, content: Stretch) -> bool:
        return bool(self.row.bits[content[0]] & QUOTE) and content[1] == content[0] + 1

    def _complement(self, start: int) -> Stretch | None:
        """Return what the verb takes from item `start` on, by its frames."""
        row, takes = self.row, self.cue.takes
        while start < len(row) and row.bits[start] & (TIME | ADVERB) and not row.bits[start] & (THAT | QUOTE):
            start += 1
        if start >= len(row):
            return None
        at = start
        while at < len(row) and row.bits[at] & (COMMA | COLON | DASH):
            at += 1
        if at >= len(row):
            return None
        if "quote" in takes and row.bits[at] & QUOTE:
            return (at, at + 1) if at > start or at + 1 == len(row) else clause_from(row, at, self.tables)
        if "that" in takes and row.bits[at] & THAT and (at == start or self.tables.data.has_cases):
            return clause_from(row, at, self.tables)
        if at > start:
            return clause_from(row, at, self.tables) if row.bits[start] & COLON and "quote" in takes else None
        if "to" in takes and row.bits[at] & (TO | INFINITIVE):
            return clause_from(row, at, self.tables)
        if "with" in takes:
            opened = row.lowers[at] in self.cue.opened_by
            return clause_from(row, at + 1, self.tables) if opened else None
        if "told" in takes:
            told = self._after_addressee(at)
            if told:
                return told
        if "clause" in takes and begins_clause(row, at):
            return clause_from(row, at, self.tables)
        if "object" in takes and not row.bits[at] & (MARK | PREPOSITION | JOIN | SUBORDINATOR | BY | OF | TO):
            return clause_from(row, at, self.tables)
        return None

    def _after_addressee(self, start: int) -> Stretch | None:
        row = self.row
        for at in range(start + 1, min(len(row), start + _ADDRESSEE_ITEMS)):
            bits = row.bits[at]
            if bits & THAT and not bits & DETERMINER or bits & THAT and row.lowers[at] in self.tables.data.words.that[:1]:
                return clause_from(row, at, self.tables) if "that" in self.cue.takes else None
            if bits & TO and "to" in self.cue.takes:
                return clause_from(row, at, self.tables)
            if bits & QUOTE and row.bits[at - 1] & (COMMA | COLON):
                return (at, at + 1)
            if bits & (STOP | DASH):
                return None
        return None

    def _content_before(self, subject: Stretch | None) -> Finding | None:
        """C, X said. C1, X said, C2. C, said X."""
        row = self.row
        if "aside" not in self.cue.takes:
            return None
        at_end = self.end >= len(row) or bool(row.bits[self.end] & (STOP | COMMA | PREPOSITION | TIME | QUOTE | ADVERB))
        edge = subject[0] if subject else self.start
        end = self.end
        if not (subject and at_end):
            if edge == 0 or not row.bits[self.start - 1] & COMMA:
                return None
            subject = subject_after(row, self.end, self.tables)
            if subject is None:
                return None
            edge, end = self.start, subject[1]
        if edge > 0 and row.bits[edge - 1] & (AS | SUBORDINATOR) and edge > 1:
            edge -= 1
        if edge == 0 or not row.bits[edge - 1] & (COMMA | DASH):
            return None
        before = clause_before(row, edge - 1)
        after = None
        if end < len(row) and row.bits[end] & COMMA:
            after = clause_from(row, end + 1, self.tables)
        if before and after and not has_verb(row, *after) and has_verb(row, *before):
            after = None
        if before and after and row.bits[before[0]] & (PREPOSITION | SUBORDINATOR | TIME | ADVERB):
            before = None
        return self._finding(subject, [before, after]) if before or after else None

    def _finding(
        self, source: Stretch | None, contents: Sequence[Stretch | None], *, is_direct: bool = False
    ) -> Finding:
        end = self.end
        if end < len(self.row) and self.row.bits[end] & COLON and self.tables.data.speaker[0] == "before":
            end += 1
        kept = tuple(sorted(content for content in contents if content))
        return Finding(source=source, cue=(self.start, end), contents=kept, is_direct=is_direct, manner=self.cue.manner)


_INTERRUPTION_ITEMS = 12
"""How far after "he said" the interrupted quotation may go on."""
_ADDRESSEE_ITEMS = 12
"""How many words may name who is told."""


def _read_phrase(row: Row, at: int, cue: Cue, tables: QuotationTables) -> Finding | None:
    """"according to X": at the beginning of the sentence, at its end, or put in."""
    end = at + 1 + len(cue.rest)
    if cue.has_source:
        source, cue_range = None, (at, end)
        edge, after = at, end
    elif cue.source_after:
        source = subject_after(row, end, tables)
        if source is None:
            return None
        cue_range, edge, after = (at, end), at, source[1]
    else:
        source = subject_before(row, at, tables)
        if source is None:
            return None
        cue_range, edge, after = (at, end), source[0], end
    before = clause_before(row, edge) if edge > 0 else None
    rest = clause_from(row, after + 1, tables) if after < len(row) and row.bits[after] & (COMMA | DASH) else None
    if before and not has_verb(row, *before) and rest:
        before = None
    contents = tuple(content for content in (before, rest) if content)
    if not contents:
        return None
    is_direct = any(row.bits[content[0]] & QUOTE and content[1] - content[0] == 1 for content in contents)
    return Finding(source=source, cue=cue_range, contents=contents, is_direct=is_direct, manner=cue.manner)


def _read_noun(row: Row, at: int, cue: Cue, tables: QuotationTables) -> Finding | None:
    """X's claim that; his refusal to; the statement of X that."""
    end = at + 1 + len(cue.rest)
    if end >= len(row):
        return None
    bits = row.bits[end]
    opens = (
        ("that" in cue.takes and bits & THAT)
        or ("to" in cue.takes and bits & TO)
    )
    skip = 1 if "with" in cue.takes and row.lowers[end] in cue.opened_by else 0
    if not opens and not skip:
        return None
    content = clause_from(row, end + skip, tables)
    if content is None:
        return None
    source = _owner(row, at, tables)
    if source is None and skip:
        return None
    return Finding(source=source, cue=(at, end + skip), contents=(content,), is_direct=False, manner=cue.manner)


def _owner(row: Row, at: int, tables: QuotationTables) -> Stretch | None:
    start = at - 1
    while start >= 0 and at - start < _OWNER_ITEMS:
        bits = row.bits[start]
        if bits & POSSESSIVE:
            return (start, start + 1)
        if bits & OWNER:
            return subject_before(row, start + 1, tables)
        if bits & (MARK | DETERMINER | PREPOSITION | AUXILIARY):
            return None
        start -= 1
    return None


_OWNER_ITEMS = 4
"""How far before its noun the owner may stand."""
