"""What every way of reading a cue shares: the cue in its row, the attributions found before, and what comes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.quotation_tables import BE, DETERMINER, ING, RELATIVE, THAT, QuotationTables
from goodoffices.reading.attribution_contents import clause_from
from goodoffices.reading.attribution_cues import CueAt
from goodoffices.reading.attribution_inverted import subject_after
from goodoffices.reading.attribution_rows import COLON, QUOTE, Row
from goodoffices.reading.attribution_sources import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An attribution in items of its row."""

    source: Stretch | None
    cue: Stretch
    # In the order of the row; empty only where the content is the sentence before.
    contents: tuple[Stretch, ...]
    is_direct: bool
    manner: str
    # Whether what is said is the sentence before: "This was announced by …".
    is_about_before: bool = False
    # Whether the language leaves the subject out here, so that it is the one who spoke last.
    is_dropped: bool = False
    # Whether the quotations that follow are what is said: "The minister said the following:".
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class CueReading:
    """One cue of a row, about to be read."""

    row: Row
    found: CueAt
    tables: QuotationTables
    # The attributions of the row that are read already.
    known: Sequence[Finding]

    def takes(self, frame: str) -> bool:
        """Return whether the cue takes a frame of `lexicon.quotation.Frame`."""
        return frame in self.found.cue.takes

    @property
    def is_participle(self) -> bool:
        """Whether the verb is an -ing form without auxiliary."""
        row, found = self.row, self.found
        return bool(row.bits[found.at] & ING) and not any(row.bits[i] & BE for i in range(found.start, found.at))

    def is_direct(self, content: Stretch) -> bool:
        """Return whether a content is a quotation and nothing else."""
        return bool(self.row.bits[content[0]] & QUOTE) and content[1] == content[0] + 1

    def before(self, at: int) -> int:
        """Return what the item before `at` can be; 0 at the beginning of the row."""
        return self.row.bits[at - 1] if at > 0 else 0

    def bits(self, at: int) -> int:
        """Return what item `at` can be; 0 beyond the end of the row."""
        return self.row.bits[at] if at < len(self.row) else 0

    def clause(self, start: int) -> Stretch | None:
        """Return the content clause that begins at `start`."""
        before = self.before(self.found.start)
        is_relative = bool(before & RELATIVE) and not before & (DETERMINER | THAT)
        return clause_from(self.row, start, is_fronted=self.is_fronted(), is_relative=is_relative)

    def is_fronted(self) -> bool:
        """Return whether the verb stands in a clause before the main one: "Asked whether", "When he said that"."""
        return self.row.is_fronted(self.found.start, self.found.at)

    def finding(
        self, source: Stretch | None, contents: Iterable[Stretch | None], *, is_direct: bool = False, end: int = 0
    ) -> Finding:
        """Return the attribution, with a colon after the cue as part of it.

        Args:
            end: Where the cue ends, where that is not the end of its words.
        """
        cue_end = end or self.found.end
        if self.bits(cue_end) & COLON:
            cue_end += 1
        kept = tuple(sorted(content for content in contents if content))
        return Finding(source=source, cue=(self.found.start, cue_end), contents=kept, is_direct=is_direct,
                       manner=self.found.cue.manner)  # fmt: skip

    def subject_after(self, at: int) -> Stretch | None:
        """Return the subject that follows at item `at`, or the source after a preposition («говорится в заявлении»)."""
        if self.takes("in"):
            is_opened = at < len(self.row) and self.row.lowers[at] in self.found.cue.opened_by
            return subject_after(self.row, at + 1, self.tables, in_any_case=True) if is_opened else None
        return subject_after(self.row, at, self.tables)
