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
_MARKS_AROUND = 2
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


@dataclass(frozen=True, slots=True)
class _Fit:
    """A form that fits: where it begins and ends, and what it says."""

    core: int
    end: int
    parts: DateParts


def _read_run(text: str, run: Run, forms: tuple[DateForm, ...], tables: DateTables) -> Iterator[Candidate]:
    classes_at, end = dict(run), 0
    for start, classes in run:
        if start < end:
            continue
        lead, best = "", _read_at(text, start, classes, forms)
        preposition = tables.leads.match(text, start) if classes & tables.lead_bit else None
        gap = _GAP.match(text, preposition.end()) if preposition else None
        if preposition and gap and gap.end() in classes_at:
            led = _read_at(text, gap.end(), classes_at[gap.end()], forms)
            if led is not None and (best is None or led.end > best.end):
                lead, best = (preposition.lastgroup or "on").partition("_")[0], led
        found = None if best is None else _candidate(text, start, lead, best, tables)
        if found is not None:
            end = found.end
            yield found


def _read_at(text: str, at: int, classes: int, forms: tuple[DateForm, ...]) -> _Fit | None:
    """Return the longest form that fits here; the one listed first among equals."""
    best: _Fit | None = None
    for form in forms:
        if not form.first & classes:
            continue
        found = form.pattern.match(text, at)
        if found is None or found.end() <= (best.end if best else at) or _is_ruled_out(form, text, found):
            continue
        parts = parts_of(form, found)
        if parts is not None:
            best = _Fit(at, found.end(), parts)
    return best


def _is_ruled_out(form: DateForm, text: str, found: re.Match[str]) -> bool:
    if form.unless_after is not None and form.unless_after.match(text, found.end()):
        return True
    if form.unless_before is None:
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    return any(one.end() == len(before) for one in form.unless_before.finditer(before))


def _candidate(text: str, start: int, lead: str, fit: _Fit, tables: DateTables) -> Candidate | None:
    """Return the candidate that a form makes; None for one that needs more company to be a date."""
    if tables.weak is not None and tables.weak.fullmatch(text, fit.core, fit.end):
        is_in_company = lead != "" or _is_all(text, fit)
        is_small = tables.is_weak_capital and fit.parts.month is not None and text[fit.core].islower()
        if not is_in_company or is_small:
            return None
    if fit.parts.lone_year and not _is_lone_year(text, fit, lead):
        return None
    end = fit.end
    trail = tables.trails.match(text, end) if tables.trails is not None else None
    if trail is not None:
        lead, end = (trail.lastgroup or "").partition("_")[0], trail.end()
    return Candidate(start=start, core=fit.core, end=end, parts=fit.parts, lead=fit.parts.points or lead)


def _is_all(text: str, fit: _Fit) -> bool:
    """Whether hardly anything stands in the text besides: somebody asks for this very expression."""
    return len(text) - (fit.end - fit.core) <= _MARKS_AROUND


def _is_lone_year(text: str, fit: _Fit, lead: str) -> bool:
    before, after = text[max(0, fit.core - 2) : fit.core], text[fit.end : fit.end + 2]
    year = fit.parts.year or 0
    is_all = _is_all(text, fit)
    is_count = year % _CENTURY == 0 or before[:-1].isdigit()
    if year not in LONE_YEARS or (is_count and not lead and not is_all):
        return False
    is_in_a_name = before.endswith(_NAME_SIGNS) or (after.startswith(_NAME_SIGNS) and after[1:].isalnum())
    return not is_in_a_name
