"""Dates, languages and counts as an English reader expects them."""

import datetime as dt

from babel import Locale, UnknownLocaleError

from goodoffices.model.article import Dating
from goodoffices.model.dates import DateInterval

NO_DATE = "date not stated"

_WHERE = {
    "given": "date as it was given", "json-ld": "date from the page's linked data", "meta": "date from the page's head",
    "time": "date marked on the page", "feed": "date from the feed", "mail": "date of the mail",
    "head": "date from the head of the file", "dateline": "date beside the headline",
    "address": "date from the address", "page": "date found on the page", "text": "date found far from the headline",
}  # fmt: skip


def date_in_words(iso: str) -> str:
    """Return "10 May 2024", "May 2024", "2024", "3 – 5 May 2024" for an ISO date, whole, partial or a range."""
    if not iso:
        return NO_DATE
    first, _, last = iso.partition("/")
    if last:
        return _range(DateInterval.from_iso(iso))
    start = DateInterval.from_iso(first).start
    return {4: f"{start.year}", 7: f"{start:%B} {start.year}"}.get(len(first)) or _day(start)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _range(interval: DateInterval) -> str:
    """Return first and last day without saying month and year twice."""
    first, last = interval.start, interval.last
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def dating_in_words(dating: Dating | None) -> str:
    """Return where a date of publication was found and how sure that is; empty where nothing is known of it."""
    if dating is None:
        return ""
    return f"{_WHERE.get(dating.found_in, dating.found_in)}, {dating.score:.0%} sure"


def language_in_words(code: str) -> str:
    """Return the English name of a language by its ISO 639-1 code; the code itself where it has none."""
    if not code:
        return "language not known"
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 source", "2 sources"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
