"""The parts of a brief that Markdown and HTML share: headings, marks and what stands below a line, as plain text."""

from collections.abc import Iterator

from goodoffices.exports.wording import NO_DATE, counted, date_in_words, language_in_words
from goodoffices.model.act import ActKind
from goodoffices.views.brief import Brief
from goodoffices.views.entries import Account, Difference, Entry, Quotation
from goodoffices.views.offers import KINDS as OFFERS

LONGEST_WORDS = 240
"""Longer words are cut at a space; the whole quotation stands at the end."""

_FIELD_TITLES = {"mediators": "who mediated", "level": "the level", "casualties": "the casualties"}


def title_of(brief: Brief) -> str:
    """Return the brief's heading."""
    if not brief.since:
        return "Brief"
    return f"Brief: {date_in_words(f'{brief.since}/{brief.until}' if brief.since != brief.until else brief.since)}"


def basis_of(brief: Brief) -> str:
    """Return on what the brief rests."""
    langs = ", ".join(language_in_words(lang) for lang in brief.langs)
    basis = (
        f"From {counted(brief.article_count, 'report')} by {counted(brief.outlet_count, 'named outlet')}"
        f"{f' in {langs}' if langs else ''}. {counted(brief.entry_count, 'entry', 'entries')}, of which "
        f"{brief.single_sourced_count} on one source alone."
    )
    if brief.background_count:
        basis += f" Left out: {counted(brief.background_count, 'act')} that the reports tell as background."
    return basis


def date_of(entry: Entry) -> str:
    """Return when it happened; where no report says, when it was first reported."""
    if entry.date or not entry.reported:
        return date_in_words(entry.date)
    return f"{NO_DATE}, reported {date_in_words(entry.reported)}"


def basis_of_entry(entry: Entry) -> str:
    """Return how many sources report, and in which language the entry's words are where it is not this brief's."""
    sources = counted(entry.source_count, "source")
    if entry.only_side:
        sources += f", only {entry.only_side}'s"
    return sources if entry.words_lang in ("", "en") else f"{language_in_words(entry.words_lang)}; {sources}"


def sentence_with_speaker(entry: Entry) -> str:
    """Return the sentence, with who is given as saying so where that is someone else than who acts."""
    return f"{entry.sentence}, according to {' and '.join(entry.said_by)}" if entry.said_by else entry.sentence


def words_of(entry: Entry) -> str:
    """Return the entry's words, cut where they are long."""
    if len(entry.words) <= LONGEST_WORDS:
        return entry.words
    return f"{entry.words[:LONGEST_WORDS].rsplit(' ', 1)[0]} …"


def side_of(account: Account) -> str:
    """Return that only one side's outlets say so, in brackets; empty where that is not so, or not known."""
    return f" (only {account.only_side}'s outlets)" if account.only_side else ""


def difference_heading(difference: Difference) -> str:
    """Return on what accounts differ."""
    return f"Accounts differ on {_FIELD_TITLES.get(difference.field, f'the {difference.field}')}"


_NO_NEWS = frozenset({"", "open", "unanswered"})


def remarks_on(entry: Entry) -> Iterator[str]:
    """Yield what is to be said below an entry besides differences and what it is tied to."""
    if entry.was:
        yield f"Reported before as {', '.join(entry.was)}."
    is_answered = any(outcome.kind is not entry.kind for outcome in entry.outcomes)
    if entry.kind in OFFERS and not is_answered and entry.is_open:
        yield "No answer is reported."
    # Replies to a demand stand below it and need no further word.
    if entry.kind is not ActKind.DEMAND and entry.state not in _NO_NEWS and entry.state not in entry.sentence:
        note = f" {entry.state_note}" if entry.state == "overdue" else ""
        note = f": {entry.state_note}" if entry.state == "did not come" else note
        yield f"{entry.state.capitalize()}{note}."


def source_line(quotation: Quotation) -> str:
    """Return where a quotation was published: outlet, date, language, title."""
    parts = [quotation.outlet, date_in_words(quotation.published), language_in_words(quotation.lang)]
    if quotation.title:
        parts.append(quotation.title)
    return ", ".join(parts)
