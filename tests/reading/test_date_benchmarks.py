"""Dates against annotated data that others made, read where it lies."""

import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest
from shared_data import shared

from goodoffices.lexicon.date_tables import date_languages, load_date_tables
from goodoffices.model.dates import DateInterval
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates, repoint

TIMENORM_LEAST = 0.9
"""Share of the calendar dates of timenorm's English training set that are read as the annotators do: equal, or one
within the other ("early September" is annotated as the whole month). Measured: 0.92."""

TIMENORM_LEAST_EQUAL = 0.8
"""The same, counting only equal days. Measured: 0.81; many of the others mean the quarter that a company reports on."""

GOLD_LEAST_EQUAL = 0.9
"""Share of the annotated dates of the reports that come out equal; the others must overlap."""

TO_COME = ("meeting", "call", "visit")
"""Kinds of acts that lie ahead where they are planned; consent that is given ahead of them does not."""

_SHARES = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (1, 2), "H1": (1, 6), "H2": (7, 12)}
_SHARES |= {f"Q{number}": (number * 3 - 2, number * 3) for number in (1, 2, 3, 4)}


def days_of(value: str) -> DateInterval | None:
    """Return the days of a TIMEX3 value; None for one that names none: durations, "now", an unknown week."""
    value = value.partition("T")[0]
    if (found := re.fullmatch(r"(\d{4})-(\w\w)", value)) and (share := _SHARES.get(found[2])):
        return DateInterval.from_iso(f"{found[1]}-{share[0]:02}/{found[1]}-{share[1]:02}")
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return DateInterval.between(monday + dt.timedelta(5 if found[3] else 0), monday + dt.timedelta(6))
    if found := re.fullmatch(r"(\d{3})X?", value):
        return DateInterval.from_iso(f"{found[1]}0/{found[1]}9")
    if found := re.fullmatch(r"(\d\d)(?:XX)?", value):
        return DateInterval.from_iso(f"{found[1]}01/{int(found[1]) + 1}00")
    return DateInterval.from_iso(value) if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else None


def timenorm() -> Iterator[tuple[str, dt.date, DateInterval]]:
    """Yield each expression with a calendar value, and the day its document was published: the first of its block."""
    published = None
    for line in shared("benchmarks", "timenorm", "en.tsv").read_text("utf-8").splitlines():
        if not line.strip():
            published = None
            continue
        text, kind, value = line.split("\t")
        if published is None:
            published = dt.date.fromisoformat(value[:10])
        elif kind in ("DATE", "TIME") and (days := days_of(value)) is not None:
            yield text, published, days


def test_timenorm() -> None:
    tables = load_date_tables("en")
    equal = agreeing = count = 0
    for text, published, days in timenorm():
        count += 1
        found = find_dates(text, tables, published)
        read = found[0].interval if found else None
        if read is not None:
            equal += (read.start, read.end) == (days.start, days.end)
            agreeing += read.within(days) or days.within(read)
    assert count > 800
    assert agreeing / count >= TIMENORM_LEAST
    assert equal / count >= TIMENORM_LEAST_EQUAL


def annotated(lang: str) -> Iterator[tuple[str, DateInterval, DateMention | None]]:
    """Yield the wording of each annotated date, its days, and the mention that is found there."""
    tables = load_date_tables(lang)
    for file in sorted(shared("gold", "dev").glob("*.json")):
        report = json.loads(file.read_text("utf-8"))
        published = report.get("published") or report.get("published_inferred") or ""
        if report["lang"] != lang or not published:
            continue
        anchor = DateInterval.from_iso(published).last
        mentions = find_dates(report["text"], tables, anchor)
        for event in report["events"]:
            wording = event.get("date_text") or ""
            found = re.search(rf"{re.escape(wording)}(?!\d)", report["text"], re.IGNORECASE) if wording else None
            if found is None or not event.get("date"):
                continue
            there = [one for one in mentions if one.span.start < found.end() and found.start() < one.span.end]
            mention = there[0] if there else None
            if mention is not None and event.get("modality") == "planned" and event["type"] in TO_COME:
                mention = repoint(mention, anchor, tables, future=True)
            yield wording, DateInterval.from_iso(event["date"]), mention


@pytest.mark.parametrize("lang", date_languages())
def test_dates_of_the_annotated_reports(lang: str) -> None:
    found = list(annotated(lang))
    if not found:
        pytest.skip(f"no annotated date in {lang}")
    missed = [wording for wording, _, mention in found if mention is None or mention.interval is None]
    assert not missed
    apart = [
        (wording, days.to_iso(), mention.interval.to_iso())
        for wording, days, mention in found
        if mention and mention.interval and not mention.interval.overlaps(days)
    ]
    assert not apart


def test_most_dates_of_the_annotated_reports_are_equal() -> None:
    every = [case for lang in date_languages() for case in annotated(lang)]
    equal = [
        mention
        for _, days, mention in every
        if mention and mention.interval and mention.interval.to_iso() == days.to_iso()
    ]
    assert len(equal) / len(every) >= GOLD_LEAST_EQUAL
