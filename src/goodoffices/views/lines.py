"""Reports and acts as the JSON objects that other programs read, one a line."""

from goodoffices.model.act import Act
from goodoffices.model.dates import DateInterval
from goodoffices.model.report import Filler, Report
from goodoffices.model.text import Span
from goodoffices.record.origins import Origin
from goodoffices.record.rows import ArticleHead, Sourced

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def report_line(sourced: Sourced, text: str) -> dict[str, Json]:
    """Return a report as one JSON object.

    Every field of the contract is there, empty where the article does not fill it; further details only where it does.

    Args:
        text: The article's text, from which the spans' words are taken.
    """
    report, article = sourced.report, sourced.article
    line: dict[str, Json] = {
        "id": report.id,
        "doc": report.article,
        "kind": report.kind.value,
        "status": report.status,
        "modality": report.modality.value,
        "actors": _names(report.actors),
        "targets": _names(report.targets),
        "mediators": _names(report.mediators),
        "host": _name(report.host),
        "place": _name(report.place),
        "date": _iso(report.on.interval if report.on else None),
        "speaker": _name(report.speaker),
        "issue": _name(report.issue),
        "evidence": _stretch(report.evidence.span, text),
        "spans": _spans(report, text),
    }
    line.update((field, filler.value) for field, filler in report.details)
    if report.is_background:
        line["scope"] = "background"
    return line | _source(report, article)


def _source(report: Report, article: ArticleHead) -> dict[str, Json]:
    return {
        "lang": report.lang,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": _iso(article.published),
        "version": article.version,
        "article_digest": report.article_digest,
        "read_by": list(report.read_by),
    }


def origin_line(origin: Origin) -> dict[str, Json]:
    """Return who wrote an article, where its date was found, and how sure that is from 0 to 1, for its JSON object."""
    line: dict[str, Json] = {"author": origin.author}
    if origin.dating is not None:
        line |= {"dated_by": origin.dating.found_in, "dated_surely": origin.dating.score}
    return line


def act_line(act: Act) -> dict[str, Json]:
    """Return an act as one JSON object, with the ids of its reports and every value that any of them gives."""
    line: dict[str, Json] = {
        "id": act.id,
        "kind": act.kind.value,
        "status": act.status,
        "modality": act.modality.value,
        "actors": list(act.actors),
        "targets": list(act.targets),
        "mediators": list(act.mediators),
        "host": act.host,
        "place": act.place,
        "country": act.country,
        "date": _iso(act.happened_on),
        "issue": act.issue,
        "reports": list(act.reports),
        "differs": list(act.differs),
        "values": [
            {"field": value.field, "value": value.value, "reports": list(value.reports)} for value in act.values
        ],
    }
    if act.is_background:
        line["scope"] = "background"
    return line


def _names(fillers: tuple[Filler, ...]) -> list[Json]:
    return [filler.value for filler in fillers]


def _name(filler: Filler | None) -> str:
    return filler.value if filler else ""


def _iso(interval: DateInterval | None) -> str:
    return interval.to_iso() if interval else ""


def _stretch(span: Span, text: str) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _spans(report: Report, text: str) -> dict[str, Json]:
    return {field: [_stretch(span, text) for span in spans] for field, spans in report.spans().items()}
