"""Where date expressions stand in a text: runs of date words, and in them the longest forms that fit.

A text is gone through word by word; only where words of dates stand together are forms tried, and of these only such as
those words are enough for. That keeps the cost of the many words of a report that are no dates next to nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.lexicon.date_tables import DateForm, DateTables
from goodoffices.reading.date_parts import DateParts, parts_of

LONE_YEARS = range(1700, 2100)
"""What a number of four digits must be, where nothing else shows that it is a year."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[^\S\n]{0,3}")
_GLUE = "'’ʼ‘-"
_CENTURY = 100
_NAME_SIGNS = ("-", "/", "_", ".", "=", "&", "@")

Run = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One expression, before it is resolved."""

    start: int
    # Where it begins without its preposition.
    core: int
    end: int
    parts: DateParts
    # What the preposition before, or the postposition after, says; empty where there is none, or none that points.
    lead: str = ""
    # The last day of a range of which `parts` is the first.
    last: DateParts | None = None


def find_candidates(text: str, tables: DateTables) -> Iterator[Candidate]:
    """Return the expressions of a text, in its order; none overlaps another."""
    for run, classes in _runs(text, tables):
        forms = tables.forms_of(classes)
        if forms:
            yield from _read_run(text, run, forms, tables)


def _runs(text: str, tables: DateTables) -> Iterator[tuple[Run, int]]:
    """Return each stretch of neighbouring date words, with the classes that they are of."""
    run: Run = []
    together = 0
    classes_of = tables.word_classes
    for found in _WORD.finditer(text):
        classes = classes_of(found[0])
        if classes:
            run.append((found.start(), classes))
            together |= classes
        elif run and text[found.start() - 1] not in _GLUE:
            yield run, together
            run, together = [], 0
    if run:
        yield run, together


def _read_run(text: str, run: Run, forms: tuple[DateForm, ...], tables: DateTables) -> Iterator[Candidate]:
    classes_at, end = dict(run), 0
    for start, classes in run:
        if start < end:
            continue
        plain = _read_at(text, start, classes, forms)
        found = None if plain is None else _candidate(text, start, start, "", *plain, tables)
        lead = tables.leads.match(text, start) if classes & tables.lead_bit else None
        gap = _GAP.match(text, lead.end()) if lead else None
        if lead and gap and gap.end() in classes_at:
            led = _read_at(text, gap.end(), classes_at[gap.end()], forms)
            if led is not None and (plain is None or led[2] > plain[2]):
                kind = (lead.lastgroup or "on").partition("_")[0]
                found = _candidate(text, start, gap.end(), kind, *led, tables)
        if found is not None:
            end = found.end
            yield found


def _read_at(
    text: str, at: int, classes: int, forms: tuple[DateForm, ...]
) -> tuple[DateForm, DateParts, int] | None:
    """Return the longest form that fits here, what it says, and where it ends; the one listed first among equals."""
    best: tuple[DateForm, DateParts, int] | None = None
    for form in forms:
        if not form.first & classes:
            continue
        found = form.pattern.match(text, at)
        if found is None or found.end() <= (best[2] if best else at) or _is_ruled_out(form, text, found):
            continue
        parts = parts_of(form, found)
        if parts is not None:
            best = form, parts, found.end()
    return best


def _is_ruled_out(form: DateForm, text: str, found: re.Match[str]) -> bool:
    if form.unless_after is not None and form.unless_after.match(text, found.end()):
        return True
    if form.unless_before is None:
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    return any(one.end() == len(before) for one in form.unless_before.finditer(before))


def _candidate(
    text: str, start: int, core: int, lead: str, form: DateForm, parts: DateParts, end: int, tables: DateTables
) -> Candidate | None:
    if tables.weak is not None and tables.weak.fullmatch(text, core, end):
        is_in_company = lead != "" or end - core == len(text.strip())
        if not is_in_company or (tables.is_weak_capital and text[core].islower()):
            return None
    if parts.lone_year and not _is_lone_year(text, core, end, parts.year or 0, lead):
        return None
    trail = tables.trails.match(text, end) if tables.trails is not None else None
    if trail is not None:
        lead, end = (trail.lastgroup or "").partition("_")[0], trail.end()
    return Candidate(start=start, core=core, end=end, parts=parts, lead=parts.points or lead)


def _is_lone_year(text: str, start: int, end: int, year: int, lead: str) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if year not in LONE_YEARS or (not lead and (year % _CENTURY == 0 or before[:-1].isdigit())):
        return False
    is_in_a_name = before.endswith(_NAME_SIGNS) or (after.startswith(_NAME_SIGNS) and after[1:].isalnum())
    return not is_in_a_name
