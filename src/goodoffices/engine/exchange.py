"""Judgements as JSON Lines, so that two desks can share them: one judgement a line, with all that finds its reports.

The lines stand in the order of time, and are the same for the same judgements. Importing a file twice adds nothing.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import msgspec

from goodoffices.engine.judging import Clock, now
from goodoffices.engine.merging import update_acts
from goodoffices.engine.standing import settle
from goodoffices.errors import UsageError
from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ArticleId, ReportId
from goodoffices.model.judgement import (
    JUDGED_FIELDS,
    MAY_LINK,
    ON_PAIRS,
    RULE,
    Anchor,
    Judgement,
    Verdict,
    is_report_id,
    moment_of,
)
from goodoffices.model.notice import Notice, Severity
from goodoffices.model.text import Span
from goodoffices.record.judgements import JudgementTable
from goodoffices.record.store import Record
from goodoffices.resolving.values import checked

SCHEMA = 1
"""The shape of a line; a program reads the lines of its own number and of smaller ones."""

_MOST_AHEAD = dt.timedelta(days=1)
"""A judgement from later than this is from a clock that is wrong: it would have the last word until then."""


_Offset = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
"""No text is longer, and the record's numbers do not reach much further."""


class _About(msgspec.Struct, frozen=True, kw_only=True):
    """What a judgement is about, as a line has it."""

    report: str
    article: str
    digest: str
    kind: ActKind
    start: _Offset
    end: _Offset
    text: str
    parties: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement, as a line has it."""

    schema: int
    id: str = ""
    verdict: Verdict
    subject: str
    object: str = ""
    value: str = ""
    by: str
    at: str
    reason: str = ""
    about: tuple[_About, ...] = ()


class _Version(msgspec.Struct, frozen=True):
    """What tells whether a line can be read at all."""

    schema: int


_line_from_json = msgspec.json.Decoder(_Line)
_version_from_json = msgspec.json.Decoder(_Version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of the lines of a file."""

    # Judgements that the record did not have.
    added: int
    # Judgements that it had.
    known: int
    # What was wrong with each line that was left out.
    notices: tuple[Notice, ...]


def judgement_line(judgement: Judgement) -> str:
    """Return a judgement as one line of JSON, without the newline."""
    about = tuple(
        _About(
            report=anchor.report, article=anchor.article, digest=anchor.digest, kind=anchor.kind,
            start=anchor.span.start, end=anchor.span.end, text=anchor.text, parties=anchor.parties,
            beside=anchor.beside,
        )
        for anchor in judgement.about
    )  # fmt: skip
    line = _Line(
        schema=SCHEMA, id=judgement.id, verdict=judgement.verdict, subject=judgement.subject, object=judgement.object,
        value=judgement.value, by=judgement.by, at=judgement.at, reason=judgement.reason, about=about,
    )  # fmt: skip
    return msgspec.json.encode(line).decode()


def export_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Yield the judgements of people as lines of JSON, by time, without newlines."""
    people = (judgement for judgement in judgements if judgement.by != RULE)
    yield from map(judgement_line, sorted(people, key=lambda judgement: judgement.order))


def import_judgements(record: Record, lines: Iterable[bytes], *, source: str = "", clock: Clock = now) -> Imported:
    """Add the judgements of these lines, and make the acts that they concern anew.

    A judgement on an article that the record does not have is kept all the same, and wakes when the article is read.
    A line that is no judgement is left out and named.

    Args:
        source: What the lines come from, for the notices.

    Raises:
        RecordLocked: Another run is writing.
    """
    notices: list[Notice] = []
    with record.writer() as writer:
        table = writer.judgement_table()
        named = list(_read(lines, source, clock() + _MOST_AHEAD, notices))
        judgements = list(_described(table, named, notices))
        added = table.add(judgements)
        settle(writer)
        for notice in notices:
            writer.note(notice)
    update_acts(record)
    return Imported(added=added, known=len(judgements) - added, notices=tuple(notices))


_Named = tuple[str, Judgement]


def _read(lines: Iterable[bytes], source: str, latest: dt.datetime, notices: list[Notice]) -> Iterator[_Named]:
    """Yield the judgements of lines with where they stand; put what is wrong with the others into `notices`."""
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        where = f"{source}:{number}"
        try:
            yield where, _judgement_from(text, latest)
        except UsageError as error:
            notices.append(_notice(where, f"{error.subject}: {error.detail}"))
        except (ValueError, RecursionError) as error:
            notices.append(_notice(where, str(error)))


def _notice(where: str, message: str) -> Notice:
    return Notice(
        stage="judgements", subject=where, message=f"this line is left out: {message}", severity=Severity.ERROR
    )


def _judgement_from(text: bytes, latest: dt.datetime) -> Judgement:
    """Return the judgement of a line.

    Raises:
        ValueError: It is none.
        UsageError: It gives a field a value that this cannot hold.
    """
    schema = _version_from_json.decode(text).schema
    if not 1 <= schema <= SCHEMA:
        raise ValueError(f"schema {schema} is not known; this program reads up to {SCHEMA}")
    line = _line_from_json.decode(text)
    judgement = Judgement(
        verdict=line.verdict, subject=line.subject, object=line.object, value=line.value, by=line.by, at=line.at,
        reason=line.reason, about=tuple(map(_anchor_from, line.about)),
    )  # fmt: skip
    if line.id and line.id != judgement.id:
        raise ValueError(f"{line.id} is not the id of what it says, which is {judgement.id}: it was changed")
    if not line.by.strip() or line.by == RULE:
        raise ValueError("it has no name of a person")
    if moment_of(line.at) > latest:
        raise ValueError(f"it is from the future: {line.at}")
    _check(judgement)
    return judgement


def _anchor_from(about: _About) -> Anchor:
    return Anchor(
        report=ReportId(about.report),
        article=ArticleId(about.article),
        digest=about.digest,
        kind=about.kind,
        span=Span(about.start, about.end),
        text=about.text,
        parties=about.parties,
        beside=tuple(map(ReportId, about.beside)),
    )


def _check(judgement: Judgement) -> None:
    """Refuse what no judgement says.

    Raises:
        ValueError: Subject, object or value do not go with the verdict.
        UsageError: The value is none for its field.
    """
    verdict, subject, about = judgement.verdict, judgement.subject, judgement.object
    if verdict is Verdict.WITHDRAW:
        if not subject.startswith("j") or about:
            raise ValueError("it withdraws no judgement")
        return
    if not is_report_id(subject):
        raise ValueError(f"{subject!r} is no report's id")
    if verdict in ON_PAIRS or is_report_id(about):
        if verdict not in {*ON_PAIRS, *MAY_LINK, Verdict.UNSURE} or not is_report_id(about) or subject >= about:
            raise ValueError(f"{subject!r} and {about!r} are no pair of reports, the smaller id first")
        return
    if (about or verdict is Verdict.CORRECT) and about not in JUDGED_FIELDS:
        raise ValueError(f"a report has no field {about!r}")
    if verdict is Verdict.CORRECT and about != "status":
        tidy = checked(about, judgement.value, ActKind.MEETING)
        if tidy != judgement.value:
            raise ValueError(f"{judgement.value!r} is written {tidy!r}")


def _described(table: JudgementTable, judgements: Sequence[_Named], notices: list[Notice]) -> Iterator[Judgement]:
    """Yield the judgements of which every report is described by themselves or by the record."""
    for where, judgement in judgements:
        described = {anchor.report for anchor in judgement.about}
        if described - set(judgement.reports):
            notices.append(_notice(where, "it describes a report that it is not about"))
            continue
        found = {name: table.report(name) for name in judgement.reports if name not in described}
        anchors = [Anchor.of(report, table.beside(report)) for report in found.values() if report is not None]
        if len(anchors) < len(found):
            names = " and ".join(name for name, report in found.items() if report is None)
            notices.append(_notice(where, f"neither the line nor the record says what {names} is"))
            continue
        yield replace(judgement, about=(*judgement.about, *anchors))
