"""Reports, acts and article heads as the record's rows hold them, both ways. The JSON body is the whole value."""

from dataclasses import dataclass

import msgspec

from goodoffices.model.act import Act
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.report import Report

_report_from_json = msgspec.json.Decoder(Report)
_act_from_json = msgspec.json.Decoder(Act)

Row = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """All of one version of an article but its text."""

    # Its number in this record; not the same in another one.
    key: int
    id: ArticleId
    digest: str
    title: str
    url: str
    outlet: str
    published: DateInterval | None
    lang: str
    # 1 for the first version that was read.
    version: int
    # False where a corrected version was read later.
    is_current: bool
    # The same for articles that are copies of each other: all of these count as one source.
    copy_group: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A report with the head of the article that it was read from."""

    report: Report
    article: ArticleHead


def body_of(value: Report | Act) -> str:
    """Return the whole value as JSON."""
    return msgspec.json.encode(value).decode()


def report_from(body: str) -> Report:
    """Return the report that `body_of` wrote."""
    return _report_from_json.decode(body)


def act_from(body: str) -> Act:
    """Return the act that `body_of` wrote."""
    return _act_from_json.decode(body)


def days_of(interval: DateInterval | None) -> tuple[str | None, str | None]:
    """Return first day and the day after the last as ISO; two Nones for no date."""
    if interval is None:
        return None, None
    return interval.start.isoformat(), interval.end.isoformat()


REPORT_COLUMNS = (
    "id", "kind", "status", "modality", "issue", "place", "speaker", "starts_on", "ends_on",
    "start_char", "evidence", "is_background", "is_current", "body",
)  # fmt: skip
"""The columns of `report_row`, in its order."""


def report_row(report: Report) -> Row:
    """Return the report's columns in the order of REPORT_COLUMNS."""
    return (
        report.id,
        report.kind.value,
        report.status,
        report.modality.value,
        report.issue.value if report.issue else "",
        report.place.value if report.place else "",
        report.speaker.value if report.speaker else "",
        *days_of(report.on.interval if report.on else None),
        report.evidence.span.start,
        report.evidence.text,
        int(report.is_background),
        1,
        body_of(report),
    )


def span_rows(key: int, report: Report) -> list[Row]:
    """Return (report, field, value, start, end) for each stretch that a value of the report was read from."""
    rows: list[Row] = [
        (key, field, filler.value, span.start, span.end) for field, filler in report.fillers() for span in filler.spans
    ]
    if report.on is not None:
        rows.extend((key, "date", report.on.interval.to_iso(), span.start, span.end) for span in report.on.spans)
    return rows


HEAD_COLUMNS = (
    "articles.key, articles.id, articles.digest, texts.title, articles.url, coalesce(outlets.name, ''), "
    "articles.published, articles.lang, articles.version, articles.is_current, "
    "coalesce(copies.copy_group, articles.key)"
)
"""What `head_from` expects, from HEAD_TABLES."""

HEAD_TABLES = (
    "articles JOIN texts ON texts.article = articles.key LEFT JOIN outlets ON outlets.id = articles.outlet "
    "LEFT JOIN copies ON copies.article = articles.key"
)
"""The tables that hold an article's head."""


def head_from(row: tuple[object, ...]) -> ArticleHead:
    """Return the article head that a row of HEAD_COLUMNS holds."""
    key, name, digest, title, url, outlet, published, lang, version, is_current, copy_group = row
    return ArticleHead(
        key=int(str(key)),
        id=ArticleId(str(name)),
        digest=str(digest),
        title=str(title),
        url=str(url),
        outlet=str(outlet),
        published=DateInterval.from_iso(str(published)) if published else None,
        lang=str(lang),
        version=int(str(version)),
        is_current=bool(is_current),
        copy_group=int(str(copy_group)),
    )
