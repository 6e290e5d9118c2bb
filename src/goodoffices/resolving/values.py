"""Values of a report's fields as people write them, to and fro, and what each field can hold.

Several parties stand with semicolons between; whom a party speaks for stands behind its name: "A. Minister [Peru]".
"""

import re
import unicodedata

from goodoffices.errors import UsageError
from goodoffices.model.act import STATUSES, ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import ALWAYS_FILLED, JUDGED_FIELDS
from goodoffices.model.report import PARTY_FIELDS, Filler, Report

OWN_FIELDS = ("host", "place", "speaker", "issue")
"""The fields of one value that a report has of its own; the others are among its details."""

PARTY_LIKE = (*PARTY_FIELDS, "host", "speaker")
"""The fields whose values can have whom they speak for behind them."""

_PARTY = re.compile(r"[^\[\];]+(?: \[[^\[\];]+\])?")
_KEY = re.compile(r"[\w-]+")


def split(value: str) -> list[str]:
    """Return the parts of a value between its semicolons, without the empty ones."""
    return [part for part in (part.strip() for part in value.split(";")) if part]


def without_side(part: str) -> str:
    """Return a party's name without whom it speaks for."""
    return part.partition(" [")[0]


def value_of(report: Report, field: str) -> str:
    """Return what a report's field holds, as people write it; empty where it holds nothing."""
    if field in ("kind", "status", "modality"):
        return str(getattr(report, field))
    if field == "date":
        return report.on.interval.to_iso() if report.on else ""
    if field in PARTY_FIELDS:
        return "; ".join(_written(filler) for filler in getattr(report, field))
    filler = getattr(report, field) if field in OWN_FIELDS else report.detail(field)
    if filler is None:
        return ""
    return _written(filler) if field in PARTY_LIKE else filler.value


def _written(filler: Filler) -> str:
    return f"{filler.value} [{filler.stands_for}]" if filler.stands_for else filler.value


def checked(field: str, value: str, kind: ActKind) -> str:
    """Return a value as the field holds it, with tidy blanks; empty for one that empties the field.

    Args:
        kind: The report's kind, as corrected so far; it says which statuses there are.

    Raises:
        UsageError: There is no such field, or it cannot hold this.
    """
    if field not in JUDGED_FIELDS:
        raise UsageError("a report has no such field", subject=field, hint=f"There are {', '.join(JUDGED_FIELDS)}")
    tidy = " ".join(unicodedata.normalize("NFC", value).split())
    if not tidy:
        if field in ALWAYS_FILLED:
            raise UsageError("this field is never empty", subject=field, hint="Name the value that is right")
        return ""
    if field == "kind":
        return _one_of(tidy, tuple(ActKind), field)
    if field == "modality":
        return _one_of(tidy, tuple(Modality), field)
    if field == "status":
        return _status(tidy, kind)
    if field == "date":
        return _date(tidy)
    if field in PARTY_FIELDS:
        return "; ".join(dict.fromkeys(_party(part, field) for part in split(tidy)))
    return _single(tidy, field)


def _one_of(value: str, known: tuple[str, ...], field: str) -> str:
    if value not in known:
        raise UsageError(f"{value!r} is none of its values", subject=field, hint=f"There are {', '.join(known)}")
    return value


def _status(value: str, kind: ActKind) -> str:
    if not STATUSES[kind]:
        raise UsageError(f"an act of kind {kind.value} has no status", subject="status", hint="Give '' to empty it")
    if value not in STATUSES[kind]:
        known = ", ".join(STATUSES[kind])
        raise UsageError(f"a {kind.value} is never {value!r}", subject="status", hint=f"It is one of {known}")
    return value


def _date(value: str) -> str:
    try:
        return DateInterval.from_iso(value).to_iso()
    except ValueError as error:
        hint = "Write 2024-05-10, 2024-05, 2024, or first/last day, both inclusive"
        raise UsageError(f"{value!r} is no date", subject="date", hint=hint) from error


def _party(part: str, field: str) -> str:
    if _PARTY.fullmatch(part) is None:
        hint = 'Write "A. Minister [Peru]; Colombia": whom someone speaks for in brackets, semicolons between parties'
        raise UsageError(f"{part!r} is no party", subject=field, hint=hint)
    return part


def _single(value: str, field: str) -> str:
    """Return one value; a place may hold several with semicolons between."""
    if field == "place":
        return "; ".join(dict.fromkeys(split(value)))
    if field in PARTY_LIKE:
        if ";" in value:
            raise UsageError("this field holds one value", subject=field, hint="Leave out the semicolon")
        return _party(value, field)
    if field == "issue" and _KEY.fullmatch(value) is None:
        raise UsageError(f"{value!r} is no issue's key", subject=field, hint="Keys look like this: peace_treaty")
    return value
