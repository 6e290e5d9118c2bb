"""Kinds of act in the families that share a sign and a colour, and how words of the record are put on a page."""

import re
from collections.abc import Mapping

from goodoffices.exports.wording import counted, date_in_words, language_in_words
from goodoffices.model.act import ActKind

FAMILIES: dict[str, tuple[ActKind, ...]] = {
    "gathering": (ActKind.MEETING, ActKind.CALL, ActKind.VISIT),
    "agreement": (ActKind.AGREEMENT, ActKind.COMMITMENT, ActKind.TERRITORY_TRANSFER),
    "offer": (ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.INVITATION, ActKind.CONSENT, ActKind.REFUSAL),
    "demand": (ActKind.DEMAND, ActKind.ACCUSATION),
    "force": (ActKind.HOSTILITY, ActKind.DEPLOYMENT, ActKind.DISPLACEMENT),
    "word": (ActKind.STATEMENT, ActKind.SUPPORT, ActKind.PREDICTION),
}
"""Families with their kinds."""

FAMILY_TITLES = {
    "gathering": "meetings, calls, visits",
    "agreement": "agreements, commitments",
    "offer": "offers and answers",
    "demand": "demands, accusations",
    "force": "force, deployment, displacement",
    "word": "statements, support, predictions",
}

FIELD_TITLES = {
    "kind": "Kind", "status": "Status", "modality": "Put as", "date": "Date", "actors": "Who", "targets": "To whom",
    "mediators": "Mediator", "host": "Host", "place": "Place", "country": "Country", "speaker": "Says who",
    "issue": "Issue", "level": "Level", "format": "Format", "sidelines_of": "On the sidelines of",
    "document": "Document", "deadline": "Deadline", "quantity": "Figure", "casualties": "Casualties",
    "offer": "Offered", "strength": "Strength", "stage": "Stage", "role": "Role", "reason": "Reason",
    "condition": "Condition",
}  # fmt: skip

_ISO_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_QUOTED = tuple("\"'“”„«‘’")

_FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}


def family_of(kind: ActKind) -> str:
    """Return the family of a kind."""
    return _FAMILY_OF[kind]


def plain(word: str) -> str:
    """Return a key as words: "offer_venue" as "offer venue"."""
    return word.replace("_", " ")


def field_title(field: str) -> str:
    """Return what a field is called on a page."""
    return FIELD_TITLES.get(field, plain(field).capitalize())


def value_in_words(field: str, value: str, titles: Mapping[str, str] | None = None) -> str:
    """Return a value as a reader expects it.

    Args:
        titles: What issues are called, by id.
    """
    if field == "date" or (field == "deadline" and _ISO_DAY.fullmatch(value)):
        return date_in_words(value)
    if field == "issue" and titles and value in titles:
        return titles[value]
    return plain(value) if field in ("kind", "status", "modality", "issue", "level", "format", "stage") else value


def is_quoted(words: str) -> bool:
    """Return whether words begin with a quotation mark of their own."""
    return words.startswith(_QUOTED)


FILTERS = {
    "is_quoted": is_quoted,
    "date": date_in_words,
    "language": language_in_words,
    "plain": plain,
    "family": family_of,
    "field_title": field_title,
    "counted": counted,
}
"""What templates call by these names."""
