"""A brief as paragraphs of runs: what a document for Word and one for print are both made of, in reading order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.exports.brief_lines import (
    basis_of,
    basis_of_entry,
    date_of,
    difference_heading,
    remarks_on,
    sentence_with_speaker,
    side_of,
    title_of,
    words_of,
)
from goodoffices.exports.wording import date_in_words, language_in_words
from goodoffices.views.brief import Brief, Section
from goodoffices.views.entries import Difference, Entry, Quotation


class Part(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    LEAD = "lead"
    SECTION = "section"
    GROUP = "group"
    ENTRY = "entry"
    # Said of the entry above it.
    BELOW = "below"
    QUOTATION = "quotation"
    # Where the quotation above it was published.
    SOURCE = "source"


class Look(StrEnum):
    """How a run is set off from the words around it."""

    PLAIN = "plain"
    DATE = "date"
    # Words of a source, in their language and direction.
    WORDS = "words"
    SOFT = "soft"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one look and one language. Without signs that only steer a machine."""

    text: str
    look: Look = Look.PLAIN
    # ISO 639-1; empty for English.
    lang: str = ""
    # "rtl" or "ltr", by the first letter that has a direction.
    direction: str = "ltr"
    # Whether words of a source stand between quotation marks of their own.
    is_quoted: bool = False
    # The number of the quotation that it leads to; 0 for none.
    quotation: int = 0
    # The address on the web that it leads to; empty for none.
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; the runs stand as they are, one after the other."""

    part: Part
    runs: tuple[Run, ...]
    # Of a quotation, its number; 0 for all else.
    number: int = 0


def paragraphs_of(brief: Brief) -> Iterator[Paragraph]:
    """Yield the whole brief, ending with its quotations and their sources."""
    yield _plain(Part.TITLE, title_of(brief))
    yield _plain(Part.LEAD, basis_of(brief))
    if not brief.sections:
        yield _plain(Part.LEAD, "Nothing is reported of this period.")
    for section in brief.sections:
        yield from _section(section)
    if brief.quotations:
        yield _plain(Part.SECTION, "Quotations")
    for quotation in brief.quotations:
        yield Paragraph(part=Part.QUOTATION, runs=(_words(quotation.text, quotation.lang),), number=quotation.number)
        yield Paragraph(part=Part.SOURCE, runs=_source(quotation))


def direction_of(text: str) -> str:
    """Return "rtl" where the first letter with a direction runs from right to left, else "ltr"."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


_OPENING, _CLOSING = frozenset('“„«"‟'), frozenset('”“»"')
_STEERING = frozenset({"Cc", "Cs", "Co", "Cn"})


def shown(text: str) -> str:
    """Return text as it can stand on paper: one blank for all blanks, no controls, nothing that is no letter yet."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in _STEERING)


def _run(text: str, look: Look = Look.PLAIN) -> Run:
    return Run(text=shown(text), look=look)


def _words(text: str, lang: str) -> Run:
    held = shown(text)
    is_quoted = held[:1] in _OPENING and held[-1:] in _CLOSING
    return Run(text=held, look=Look.WORDS, lang=lang, direction=direction_of(held), is_quoted=is_quoted)


def _plain(part: Part, text: str) -> Paragraph:
    return Paragraph(part=part, runs=(_run(text),))


def _section(section: Section) -> Iterator[Paragraph]:
    yield _plain(Part.SECTION, section.title)
    for group in section.groups:
        if group.heading:
            yield _plain(Part.GROUP, group.heading)
        for entry in group.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Paragraph]:
    yield Paragraph(part=Part.ENTRY, runs=(_run(date_of(entry), Look.DATE), *_spaced(_told(entry))))
    for difference in entry.differences:
        yield Paragraph(part=Part.BELOW, runs=tuple(_spaced(_difference(difference))))
    for sign, others in (("←", entry.follows), ("→", entry.outcomes)):
        for other in others:
            runs = _spaced((_run(f"{sign} {date_of(other)}:"), *_told(other)))
            yield Paragraph(part=Part.BELOW, runs=tuple(runs))
    for remark in remarks_on(entry):
        yield _plain(Part.BELOW, remark)


def _spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with blanks where words need them."""
    before: Run | None = None
    for run in runs:
        is_joined = run.text == ";" or (before is not None and before.quotation and run.quotation)
        if before is not None and not is_joined:
            yield Run(text=" ")
        yield run
        before = run


def _told(entry: Entry) -> Iterator[Run]:
    sentence = sentence_with_speaker(entry)
    yield _run(f"{sentence}:" if entry.words else sentence)
    if entry.words:
        yield _words(words_of(entry), entry.words_lang)
    yield _run(f"({basis_of_entry(entry)})", Look.SOFT)
    yield from _references(entry.quotations)


def _difference(difference: Difference) -> Iterator[Run]:
    yield _run(f"{difference_heading(difference)}:", Look.EMPHASIS)
    for place, account in enumerate(difference.accounts, 1):
        value = date_in_words(account.value) if difference.field == "date" else account.value
        yield _run(f"{value}{side_of(account)}")
        yield from _references(account.quotations)
        if place < len(difference.accounts):
            yield _run(";")


def _references(numbers: Iterable[int]) -> Iterator[Run]:
    return (Run(text=f"[{number}]", quotation=number) for number in numbers)


def _source(quotation: Quotation) -> tuple[Run, ...]:
    """Return outlet, date, language and title; names in other scripts are runs of their own, by their direction."""
    between = f", {date_in_words(quotation.published)}, {language_in_words(quotation.lang)}"
    runs = [_name(quotation.outlet), _run(between + (", " if quotation.title else ""), Look.SOFT)]
    if quotation.title:
        runs.append(_name(quotation.title, quotation.lang))
    if quotation.url.startswith(("http://", "https://")):
        address = "".join(shown(quotation.url).split())
        runs += (Run(text=" · ", look=Look.SOFT), Run(text="source", look=Look.SOFT, url=address))
    return tuple(runs)


def _name(text: str, lang: str = "") -> Run:
    held = shown(text)
    return Run(text=held, look=Look.SOFT, lang=lang, direction=direction_of(held))
