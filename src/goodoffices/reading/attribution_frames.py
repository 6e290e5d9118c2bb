"""Frames: one cue of a row read with its source and content, by what quotation.yml says that it takes.

Two readings are tried for a verb. After what is said ("…," he said; the deal, he said, is off): `read_after`. Before
it (he said that …): `read_before`. Everything counts items of a `Row`; stretches are half-open pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation import (
    ADVERB,
    AS,
    BE,
    BY,
    DETERMINER,
    FINITE,
    INFINITIVE,
    ING,
    JOIN,
    OF,
    OPENER,
    OWNER,
    AUXILIARY,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    CUE_VERB,
    QuotationTables,
)
from goodoffices.reading.attribution_contents import (
    begins_clause,
    clause_before,
    clause_from,
    has_verb,
    is_gap,
    phrase_from,
    statement_before_comma,
)
from goodoffices.reading.attribution_cues import CueAt, Sort
from goodoffices.reading.attribution_rows import COLON, COMMA, DASH, MARK, QUOTE, SEMICOLON, STOP, Row
from goodoffices.reading.attribution_sources import Stretch, after_times, clause_subject, named_after, subject_after, subject_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An attribution in items of its row."""

    source: Stretch | None
    cue: Stretch
    # In the order of the row; at least one.
    contents: tuple[Stretch, ...]
    is_direct: bool
    manner: str


@dataclass(slots=True)
class FrameReader:
    """Reads one cue."""

    row: Row
    found: CueAt
    tables: QuotationTables

    def read_after(self) -> Finding | None:
        """Return the reading with the content, or its first part, before the source and cue; None if there is none."""
        if self.found.sort is Sort.PHRASE:
            return self._phrase()
        if self.found.sort is Sort.NOUN or self.found.is_passive:
            return None
        subject = self._subject()
        return self._quote_before(subject) or self._clause_before(subject)

    def read_before(self) -> Finding | None:
        """Return the reading with the content after the cue; None if there is none."""
        if self.found.sort is Sort.PHRASE:
            return None
        if self.found.sort is Sort.NOUN:
            return self._noun()
        if self.found.is_passive:
            return self._passive()
        return self._verb(self._subject())

    def _takes(self, frame: str) -> bool:
        return frame in self.found.cue.takes

    def _subject(self) -> Stretch | None:
        row, start = self.row, self.found.start
        if "before" not in self.tables.data.speaker or row.bits[start] & TO:
            return None
        if row.bits[self.found.at] & ING and not any(row.bits[i] & BE for i in range(start, self.found.at)):
            bare = start > 0 and not row.bits[start - 1] & (COMMA | PREPOSITION | JOIN)
            return subject_before(row, start, self.tables) if bare else None
        return subject_before(row, start, self.tables)

    def _finding(
        self, source: Stretch | None, contents: Sequence[Stretch | None], *, is_direct: bool = False, end: int = 0
    ) -> Finding:
        cue_end = end or self.found.end
        if cue_end < len(self.row) and self.row.bits[cue_end] & COLON:
            cue_end += 1
        kept = tuple(sorted(content for content in contents if content))
        return Finding(source=source, cue=(self.found.start, cue_end), contents=kept, is_direct=is_direct,
                       manner=self.found.cue.manner)  # fmt: skip

    # What is said stands before.

    def _quote_before(self, subject: Stretch | None) -> Finding | None:
        """"…", X said; "…", said X; "…", X said, "…"."""
        if not self._takes("quote"):
            return None
        start, end = self.found.start, self.found.end
        quote = self._quote_ending_at(subject[0] if subject else start)
        if quote is None:
            quote, subject = self._quote_ending_at(start), None
        if quote is None:
            return None
        if subject is None:
            subject = subject_after(self.row, end, self.tables)
            if subject is None:
                return None
            end = subject[1]
        rest = self._next_quote(end)
        whole = (quote, quote + 1)
        if quote and not self.row.bits[quote - 1] & (MARK | QUOTE):
            whole = clause_before(self.row, quote + 1) or whole
        contents = [whole, (rest, rest + 1) if rest is not None else None]
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

    def _clause_before(self, subject: Stretch | None) -> Finding | None:
        """C, X said. C1, X said, C2. C, said X."""
        if not self._takes("aside"):
            return None
        row, end = self.row, self._told_end()
        if not subject or not self._may_end_at(end):
            if not self.found.start or not row.bits[self.found.start - 1] & COMMA:
                return None
            if statement_before_comma(row, end):
                return None
            subject = subject_after(row, end, self.tables)
            if subject is None or row.bits[self.found.at] & ING:
                return None
            end = subject[1]
        edge = min(subject[0], self.found.start)
        if edge > 1 and row.bits[edge - 1] & (AS | SUBORDINATOR) and row.bits[edge - 2] & COMMA:
            edge -= 1
        if not edge or not row.bits[edge - 1] & (COMMA | DASH):
            return None
        before, after = clause_before(row, edge - 1), self._resumed(end)
        if after and before and (self._is_adverbial(before) or not has_verb(row, *after) and has_verb(row, *before)):
            before, after = (None, after) if self._is_adverbial(before) else (before, None)
        return self._finding(subject, [before, after]) if before and (after or not self._is_adverbial(before)) or (
            after) else None  # fmt: skip

    def _told_end(self) -> int:
        """Return where the verb, with the one who is told where it takes one, ends: "…, he told reporters"."""
        row, end = self.row, self.found.end
        if not self._takes("told"):
            return end
        limit = min(len(row), end + _TOLD_ITEMS)
        while end < limit and not row.bits[end] & (MARK | PREPOSITION | TIME | QUOTE | FINITE):
            end += 1
        return end if end < limit or end == len(row) else self.found.end

    def _may_end_at(self, end: int) -> bool:
        row = self.row
        return end >= len(row) or bool(row.bits[end] & (MARK | PREPOSITION | TIME | ADVERB | QUOTE))

    def _resumed(self, end: int) -> Stretch | None:
        """Return what goes on after "…, he said, …"."""
        row = self.row
        if end >= len(row) or not row.bits[end] & COMMA:
            return None
        if end + 1 < len(row) and row.bits[end + 1] & ING:
            return None
        return clause_from(row, end + 1)

    def _is_adverbial(self, content: Stretch) -> bool:
        row = self.row
        opens = row.bits[content[0]] & (PREPOSITION | SUBORDINATOR | TIME | ADVERB)
        return bool(opens) and not any(row.bits[at] & COMMA for at in range(*content))

    # What is said stands after.

    def _verb(self, subject: Stretch | None) -> Finding | None:
        row, end = self.row, self.found.end
        if subject is None and "after" in self.tables.data.speaker:
            inverted = subject_after(row, end, self.tables)
            content = self._complement(inverted[1], None) if inverted else None
            if inverted and content:
                return self._finding(inverted, [content[0]], is_direct=self._is_direct(content[0]))
        content = self._complement(end, subject)
        if content is None:
            return None
        gap = (subject[0] - 1, subject[0]) if subject and is_gap(row, subject, content[0][0]) else None
        subject = subject or clause_subject(row, self.found.start, self.tables)
        return self._finding(subject, [gap, content[0]], is_direct=self._is_direct(content[0]), end=content[1])

    def _clause(self, start: int) -> Stretch | None:
        return clause_from(self.row, start, is_fronted=self._is_fronted())

    def _is_fronted(self) -> bool:
        """Return whether the verb stands in a clause before the main one: "Asked whether", "When he said that"."""
        row, start = self.row, self.found.start
        if row.bits[0] & (SUBORDINATOR | PREPOSITION) and not any(row.bits[i] & COMMA for i in range(start)):
            return True
        return all(row.bits[i] & (ADVERB | OPENER | QUOTE) for i in range(start)) and bool(
            row.bits[self.found.at] & (ING | PARTICIPLE)
        )

    def _is_direct(self, content: Stretch) -> bool:
        return bool(self.row.bits[content[0]] & QUOTE) and content[1] == content[0] + 1

    def _complement(self, start: int, subject: Stretch | None) -> tuple[Stretch, int] | None:
        """Return what the verb takes from item `start` on, and where the cue ends where a preposition joins it."""
        row = self.row
        at = start = after_times(row, start)
        while at < len(row) and row.bits[at] & (COMMA | COLON | DASH):
            at += 1
        if at >= len(row):
            return None
        content, end = self._content_at(at, start, subject)
        return (content, end) if content else None

    def _content_at(self, at: int, start: int, subject: Stretch | None) -> tuple[Stretch | None, int]:
        row, bits = self.row, self.row.bits[at]
        if self._takes("quote") and bits & QUOTE:
            whole = at > start or at + 1 == len(row) or bool(row.bits[at + 1] & (STOP | COMMA))
            return ((at, at + 1) if whole else self._clause(at)), 0
        if self._takes("that") and bits & THAT and (at == start or self.tables.data.has_cases):
            return self._clause(at), 0
        late = self._late(at) if bits & (PREPOSITION | TIME | DETERMINER) else None
        if late:
            return (late, late + 1) if row.bits[late] & QUOTE else self._clause(late), 0
        if at > start:
            return (self._clause(at) if row.bits[start] & COLON and self._takes("quote") else None), 0
        if self._takes("to") and bits & (TO | INFINITIVE):
            return self._clause(at), 0
        if self._takes("with") and row.lowers[at] in self.found.cue.opened_by and at + 1 < len(row):
            return phrase_from(row, at + 1), at + 1
        told = self._after_addressee(at) if self._takes("told") else None
        if told:
            return told, 0
        if self._takes("clause") and (begins_clause(row, at) or subject and is_gap(row, subject, at)):
            return self._clause(at), 0
        if self._takes("object") and not bits & _NO_OBJECT:
            return phrase_from(row, at), 0
        return None, 0

    def _late(self, start: int) -> int | None:
        """"said in an interview that", "said on television, “…”": where the content begins."""
        row, that = self.row, self.tables.data.words.that[:1]
        for at in range(start + 1, min(len(row), start + _ADDRESSEE_ITEMS)):
            bits, before = row.bits[at], row.bits[at - 1]
            if bits & QUOTE and before & (COMMA | COLON) and self._takes("quote"):
                return at
            if row.lowers[at] in that and not before & (DETERMINER | PREPOSITION) and self._takes("that"):
                return at
            if bits & (MARK | FINITE | QUOTE | TO) and not bits & (COMMA | COLON):
                return None
            if bits & (COMMA | COLON) and not (at + 1 < len(row) and row.bits[at + 1] & QUOTE):
                return None
        return None

    def _after_addressee(self, start: int) -> Stretch | None:
        """"told reporters that …", "told CNN he …", "urged them to …", "told her: “…”"."""
        row = self.row
        if row.bits[start] & (MARK | PREPOSITION) and not row.bits[start] & DETERMINER:
            return None
        for at in range(start + 1, min(len(row), start + _ADDRESSEE_ITEMS)):
            bits = row.bits[at]
            if bits & THAT and self._takes("that"):
                return self._clause(at)
            if bits & TO and self._takes("to"):
                return self._clause(start)
            if bits & QUOTE and row.bits[at - 1] & (COMMA | COLON):
                return (at, at + 1)
            if bits & (STOP | DASH | SEMICOLON):
                return None
            if bits & COMMA and not (at + 1 < len(row) and row.bits[at + 1] & QUOTE):
                return None
            if self._begins_after(start, at) and begins_clause(row, at):
                return self._clause(at)
        return None

    def _begins_after(self, start: int, at: int) -> bool:
        """Return whether a new subject begins at `at`, after the one who is told."""
        row, bits, before = self.row, self.row.bits[at], self.row.bits[at - 1]
        if before & (PREPOSITION | DETERMINER | OF | POSSESSIVE | OWNER | JOIN) and not before & (PRONOUN | TIME):
            return False
        if bits & (PRONOUN | DETERMINER | POSSESSIVE):
            return True
        return row.is_capital(at) and not row.is_capital(at - 1) and not bits & TIME

    def _passive(self) -> Finding | None:
        """It is said that; he is expected to; he was told that."""
        row, end = self.row, self.found.end
        if end >= len(row):
            return None
        if self._takes("passive") and row.bits[end] & TO:
            return self._finding(None, [self._subject(), self._clause(end)])
        if self._takes("that") and row.bits[end] & THAT:
            return self._finding(None, [self._clause(end)])
        return None

    # Phrases and nouns.

    def _phrase(self) -> Finding | None:
        """According to X: at the beginning of the sentence, at its end, or put in."""
        row, cue = self.row, self.found.cue
        source: Stretch | None = None
        edge, after = self.found.start, self.found.end
        if not cue.has_source:
            if cue.source_after:
                source = named_after(row, after, self.tables)
                after = source[1] if source else after
            else:
                source = subject_before(row, edge, self.tables)
                edge = source[0] if source else edge
            if source is None:
                return None
        before = clause_before(row, edge) if edge else None
        rest = clause_from(row, after + 1) if after < len(row) and row.bits[after] & (COMMA | DASH) else None
        if before and rest and not has_verb(row, *before):
            before = None
        contents = [content for content in (before, rest) if content]
        if not contents:
            return None
        is_direct = any(self._is_direct(content) for content in contents)
        return self._finding(source, contents, is_direct=is_direct)

    def _noun(self) -> Finding | None:
        """X's claim that; his refusal to; the statement of X that."""
        row, end = self.row, self.found.end
        if end >= len(row):
            return None
        bits = row.bits[end]
        source = self._owner()
        if self._takes("that") and bits & THAT or self._takes("to") and bits & TO:
            return self._finding(source, [self._clause(end)])
        if self._takes("with") and row.lowers[end] in self.found.cue.opened_by and source and end + 1 < len(row):
            content = phrase_from(row, end + 1)
            return self._finding(source, [content], end=end + 1) if content else None
        return None

    def _owner(self) -> Stretch | None:
        row, start = self.row, self.found.start - 1
        while start >= 0 and self.found.start - start < _OWNER_ITEMS:
            bits = row.bits[start]
            if bits & POSSESSIVE:
                return (start, start + 1)
            if bits & OWNER:
                return subject_before(row, start + 1, self.tables)
            if bits & (MARK | DETERMINER | PREPOSITION | AUXILIARY):
                return None
            start -= 1
        return None


_NO_OBJECT = MARK | PREPOSITION | JOIN | SUBORDINATOR | BY | OF | TO | THAT
_INTERRUPTION_ITEMS = 12
"""How far after "he said" the interrupted quotation may go on."""
_ADDRESSEE_ITEMS = 12
"""How many words may name who is told."""
_TOLD_ITEMS = 6
"""How many words may name who is told after what is said."""
_OWNER_ITEMS = 4
"""How far before its noun the owner may stand."""
