"""A brief as Markdown."""

import re
from collections.abc import Iterable, Iterator

from goodoffices.exports.brief_lines import (
    basis_of,
    basis_of_entry,
    date_of,
    difference_heading,
    remarks_on,
    sentence_with_speaker,
    side_of,
    source_line,
    title_of,
    words_of,
)
from goodoffices.exports.wording import date_in_words
from goodoffices.views.brief import Brief, Section
from goodoffices.views.entries import Difference, Entry

_MARKUP = re.compile(r"([\\`*_\[\]<>])")


def brief_to_markdown(brief: Brief) -> str:
    """Return the brief as Markdown, ending with its quotations."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {title_of(brief)}"
    yield ""
    yield basis_of(brief)
    if not brief.sections:
        yield ""
        yield "Nothing is reported of this period."
    for section in brief.sections:
        yield from _section_lines(section)
    if brief.quotations:
        yield from ("", "## Quotations", "")
    for quotation in brief.quotations:
        address = f" <{quotation.url}>" if quotation.url.startswith(("http://", "https://")) else ""
        yield f"[{quotation.number}] “{escaped(quotation.text)}” — {escaped(source_line(quotation))}{address}"
        yield ""


def _section_lines(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.title}")
    for group in section.groups:
        yield ""
        if group.heading:
            yield from (f"### {group.heading}", "")
        for entry in group.entries:
            yield from _entry_lines(entry)


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"- {_line(entry)}"
    for difference in entry.differences:
        yield f"  - {_difference_line(difference)}"
    for earlier in entry.follows:
        yield f"  - ← {_line(earlier)}"
    for outcome in entry.outcomes:
        yield f"  - → {_line(outcome)}"
    for remark in remarks_on(entry):
        yield f"  - {remark}"


def _line(entry: Entry) -> str:
    words = f": “{escaped(words_of(entry))}”" if entry.words else ""
    return (
        f"**{date_of(entry)}** — {escaped(sentence_with_speaker(entry))}{words} "
        f"({basis_of_entry(entry)}) {_references(entry.quotations)}"
    )


def _difference_line(difference: Difference) -> str:
    accounts = "; ".join(
        f"{escaped(_value(difference.field, account.value) + side_of(account))} {_references(account.quotations)}"
        for account in difference.accounts
    )
    return f"*{difference_heading(difference)}:* {accounts}"


def _value(field: str, value: str) -> str:
    return date_in_words(value) if field == "date" else value


def _references(numbers: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def escaped(text: str) -> str:
    """Return text in which no sign is taken for markup."""
    return _MARKUP.sub(r"\\\1", text)
