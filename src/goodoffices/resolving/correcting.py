"""A report as people have corrected it: each judgement on one of its fields, one after the other.

The value as it was read comes first. CORRECT puts another in its place, CONFIRM of a value keeps that value whatever a
later reading finds, REJECT takes out the values that were judged, and UNSURE returns to the value as it was read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from goodoffices.model.act import STATUSES, ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.report import PARTY_FIELDS, SINGLE_FIELDS, Filler, Report, ReportedDate
from goodoffices.resolving.values import OWN_FIELDS, PARTY_LIKE, split, value_of, without_side


def corrected(report: Report, judgements: Sequence[Judgement]) -> Report:
    """Return the report after judgements on its fields, in the order of time; its id and its evidence stay.

    A value that people gave and the article's reader did not find stands on the evidence as a whole. A status that a
    corrected kind does not have is left out.
    """
    by_field: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        by_field.setdefault(judgement.object, []).append(judgement)
    # The kind says which statuses there are, so it comes first.
    for field in sorted(by_field, key=lambda field: (field != "kind", field)):
        before = value_of(report, field)
        after = _after(before, by_field[field])
        if after != before:
            report = with_value(report, field, after)
    return report


def _after(read: str, judgements: Iterable[Judgement]) -> str:
    """Return what becomes of a value by judgements on it."""
    value = read
    for judgement in judgements:
        if judgement.verdict is Verdict.CORRECT or (judgement.verdict is Verdict.CONFIRM and judgement.value):
            value = judgement.value
        elif judgement.verdict is Verdict.REJECT:
            value = without(value, judgement.value)
        elif judgement.verdict is Verdict.UNSURE:
            value = read
    return value


def without(value: str, rejected: str) -> str:
    """Return a value without those of its parts that are rejected; empty where all are, or where none is named."""
    if not rejected or value == rejected:
        return ""
    wrong = {without_side(part) for part in split(rejected)}
    return "; ".join(part for part in split(value) if without_side(part) not in wrong)


def with_value(report: Report, field: str, value: str) -> Report:
    """Return the report with another value of a field, in the form of `values.checked`; empty empties it.

    What the field cannot hold, which an older or a newer program may have let through, changes nothing.
    """
    change = _CHANGES.get(field)
    if change is not None:
        return change(report, value)
    own: dict[str, Any] = {}
    if field in PARTY_FIELDS:
        own[field] = tuple(_filler(report, field, part) for part in split(value))
        return replace(report, **own)
    if field in OWN_FIELDS:
        own[field] = _filler(report, field, value) if value else None
        return replace(report, **own)
    if field not in SINGLE_FIELDS:
        return report
    details = dict(report.details)
    details.pop(field, None)
    if value:
        details[field] = _filler(report, field, value)
    return replace(report, details=tuple(sorted(details.items(), key=lambda item: SINGLE_FIELDS.index(item[0]))))


def _filler(report: Report, field: str, value: str) -> Filler:
    """Return what the report already has of this value, or else the value on the whole evidence."""
    name, _, side = value.removesuffix("]").partition(" [") if field in PARTY_LIKE else (value, "", "")
    known = [filler for _, filler in report.fillers() if filler.value == name]
    for filler in known:
        if not side or side == filler.stands_for:
            return filler
    return Filler(value=name, spans=(report.evidence.span,), stands_for=side)


def _with_kind(report: Report, value: str) -> Report:
    if value not in list(ActKind):
        return report
    kind = ActKind(value)
    return replace(report, kind=kind, status=report.status if report.status in STATUSES[kind] else "")


def _with_status(report: Report, value: str) -> Report:
    return replace(report, status=value) if not value or value in STATUSES[report.kind] else report


def _with_modality(report: Report, value: str) -> Report:
    return replace(report, modality=Modality(value)) if value in list(Modality) else report


def _with_date(report: Report, value: str) -> Report:
    if not value:
        return replace(report, on=None)
    try:
        interval = DateInterval.from_iso(value)
    except ValueError:
        return report
    return replace(report, on=ReportedDate(interval=interval, spans=(report.evidence.span,)))


_CHANGES: dict[str, Callable[[Report, str], Report]] = {
    "kind": _with_kind,
    "status": _with_status,
    "modality": _with_modality,
    "date": _with_date,
}
