"""Judgements of people as JSON objects and in words."""

from collections.abc import Iterable

from goodoffices.model.judgement import MAY_LINK, Judgement, Standing, Verdict
from goodoffices.record.judgements import Settled
from goodoffices.views.lines import Json

_ON_LINKS = {Verdict.CONFIRM: "link", Verdict.REJECT: "unlink"}


def settled_line(settled: Settled) -> dict[str, Json]:
    """Return a judgement as one JSON object: what was said, and under `now` the reports on which that stands."""
    said = settled.judgement
    return {
        "id": said.id,
        "verdict": said.verdict.value,
        "subject": said.subject,
        "object": said.object,
        "value": said.value,
        "by": said.by,
        "at": said.at,
        "reason": said.reason,
        "standing": settled.standing.value,
        "now": [report for report in (settled.subject, settled.object) if report],
    }


def judgement_in_words(judgement: Judgement) -> str:
    """Return what a judgement says, without who, when and why: "correct r82c1… place: Quito"."""
    if judgement.is_on_pair:
        verb = _ON_LINKS.get(judgement.verdict, judgement.verdict.value)
        return f"{verb} {judgement.subject} {judgement.object}"
    return f"{judgement.verdict.value} {judgement.subject}{_field_in_words(judgement)}"


def _field_in_words(judgement: Judgement) -> str:
    if not judgement.object:
        return ""
    if judgement.verdict is Verdict.UNSURE:
        return f" {judgement.object}"
    return f" {judgement.object}: {judgement.value or 'nothing'}"


def notes_on(report: str, settled: Iterable[Settled]) -> list[str]:
    """Return what people said of a report, one line each: who, when, what and why; only what still counts.

    Args:
        settled: Judgements in the order of time, of this report or of others.
    """
    return [
        _note(report, one) for one in settled if one.standing is Standing.STANDS and report in (one.subject, one.object)
    ]


def _note(report: str, settled: Settled) -> str:
    said = settled.judgement
    other = settled.object if report == settled.subject else settled.subject
    what = said.verdict.value
    if said.is_on_pair:
        what = f"link to {other}: {what}" if said.verdict in MAY_LINK else f"{what} as {other}"
    elif said.object:
        what += _field_in_words(said)
    return f"{said.by}, {said.at[:10]}: {what} ({said.reason})"
