"""An act, or a report, as one plain English sentence, by the patterns of `data/sentences.yml`.

The sentence says what the fields say and nothing else; what is unknown is left out.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from goodoffices.following.words import listed
from goodoffices.model.act import Act, ActKind, Modality
from goodoffices.model.issue import OTHER
from goodoffices.model.report import PARTY_FIELDS

Patterns = Mapping[str, Mapping[str, tuple[str, ...]]]

_PART = re.compile(r"\[([^\]]*)\]")
_NAME = re.compile(r"\{(\w+)\}")
_MOODS = {
    Modality.PLANNED: "planned",
    Modality.CONDITIONAL: "on a condition",
    Modality.POSSIBLE: "reported as possible",
    Modality.DENIED: "denied",
}
# Where the sentence says as much already.
_IMPLIED_MOODS = {
    (ActKind.MEETING, Modality.PLANNED), (ActKind.CALL, Modality.PLANNED), (ActKind.VISIT, Modality.PLANNED),
    (ActKind.CONSENT, Modality.CONDITIONAL), (ActKind.DEPLOYMENT, Modality.PLANNED),
    (ActKind.PREDICTION, Modality.PLANNED), (ActKind.TERRITORY_TRANSFER, Modality.PLANNED),
    (ActKind.COMMITMENT, Modality.PLANNED), (ActKind.REFUSAL, Modality.DENIED),
}  # fmt: skip
_IMPLYING_STATUSES = frozenset({"cancelled", "disclaimed"})


@cache
def load_patterns() -> Patterns:
    """Return the patterns by kind and status."""
    content = yaml.safe_load((files("goodoffices.views") / "data" / "sentences.yml").read_text("utf-8"))
    return {kind: {status: tuple(rows) for status, rows in by.items()} for kind, by in content.items()}


def sentence_of(act: Act, titles: Mapping[str, str]) -> str:
    """Return what an act is in one sentence, without a full stop, with its mood where it is not simply asserted.

    Args:
        titles: What issues are called, by id.
    """
    fields = fields_of(act, titles)
    by_status = load_patterns()[act.kind.value]
    status = "appeal" if fields.get("strength") == "appeal" and act.status == "made" else act.status
    patterns = by_status.get(status) or by_status.get("any") or next(iter(by_status.values()))
    sentence = next(filled for pattern in patterns if (filled := fill(pattern, fields)))
    mood = _MOODS.get(act.modality, "")
    is_shown = mood and (act.kind, act.modality) not in _IMPLIED_MOODS and act.status not in _IMPLYING_STATUSES
    return f"{sentence} ({mood})" if is_shown else sentence


def fields_of(act: Act, titles: Mapping[str, str]) -> dict[str, str]:
    """Return the words for each name that a pattern can use; empty where the act does not fill it."""
    fields: dict[str, str] = {}
    for value in act.values:
        # Of values that differ the sentence gives the first; the brief shows the others below it.
        fields.setdefault(value.field, value.value.replace("_", " "))
    for field in PARTY_FIELDS:
        fields[field] = listed(getattr(act, field))
    # Who mediates is named as that, unless nobody else is.
    alone = tuple(name for name in act.actors if name not in act.mediators) or act.actors
    if len(alone) > 1:
        fields["actors"] = listed(alone)
    fields["parties"] = listed(alone) if len(alone) > 1 else ""
    fields["party"] = alone[0] if len(alone) == 1 else ""
    fields["host"], fields["place"] = act.host, listed(act.place.split("; "))
    fields["issue"] = "" if act.issue == OTHER else issue_title(act.issue, titles)
    return fields


def issue_title(issue: str, titles: Mapping[str, str]) -> str:
    """Return what an issue is called; where that is not known, its id as words."""
    return titles.get(issue) or issue.replace("_", " ").capitalize()


def fill(pattern: str, fields: Mapping[str, str]) -> str:
    """Return the pattern with its names filled; empty where a name outside brackets is not filled."""

    def part(found: re.Match[str]) -> str:
        return found[1] if all(fields.get(name) for name in _NAME.findall(found[1])) else ""

    whole = _PART.sub(part, pattern)
    if not all(fields.get(name) for name in _NAME.findall(whole)):
        return ""
    return _NAME.sub(lambda found: fields[found[1]], whole)
