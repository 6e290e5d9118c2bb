"""Acts: the kinds of thing that is done in a peace process, and one act with the reports that tell of it."""

from dataclasses import dataclass
from enum import StrEnum

from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ReportId


class ActKind(StrEnum):
    """What is done."""

    OFFER_VENUE = "offer_venue"
    OFFER_MEDIATION = "offer_mediation"
    CONSENT = "consent"
    REFUSAL = "refusal"
    INVITATION = "invitation"
    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    SUPPORT = "support"
    PREDICTION = "prediction"
    DEPLOYMENT = "deployment"
    HOSTILITY = "hostility"
    TERRITORY_TRANSFER = "territory_transfer"
    DISPLACEMENT = "displacement"
    STATEMENT = "statement"


class Modality(StrEnum):
    """How a report puts an act."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    DENIED = "denied"


STATUSES: dict[ActKind, tuple[str, ...]] = {
    ActKind.OFFER_VENUE: ("made", "repeated", "accepted", "disclaimed"),
    ActKind.OFFER_MEDIATION: ("made", "repeated", "accepted", "disclaimed"),
    ActKind.CONSENT: ("given", "conditional"),
    ActKind.REFUSAL: ("made", "repeated"),
    ActKind.INVITATION: ("issued", "accepted"),
    ActKind.VISIT: ("held", "planned"),
    ActKind.MEETING: ("proposed", "agreed", "held", "postponed", "cancelled"),
    ActKind.CALL: ("proposed", "agreed", "held", "postponed", "cancelled"),
    ActKind.AGREEMENT: ("proposed", "draft", "agreed", "initialled", "signed", "declared"),
    ActKind.COMMITMENT: ("undertaken", "reaffirmed", "fulfilled"),
    ActKind.DEMAND: ("made", "repeated", "rejected"),
    ActKind.ACCUSATION: (),
    ActKind.SUPPORT: (),
    ActKind.PREDICTION: ("made",),
    ActKind.DEPLOYMENT: ("done", "planned"),
    ActKind.HOSTILITY: (),
    ActKind.TERRITORY_TRANSFER: ("done", "agreed"),
    ActKind.DISPLACEMENT: (),
    ActKind.STATEMENT: (),
}
"""The statuses that each kind of act can have, from the earliest to the latest; none where a kind has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of one field of an act, with the reports that give it."""

    field: str
    value: str
    reports: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What the reports of one and the same happening agree and disagree on."""

    id: ActId
    kind: ActKind
    # In the order of their ids; at least one.
    reports: tuple[ReportId, ...]
    # The furthest status that a report gives, in the order of STATUSES; empty where the kind has none.
    status: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    host: str = ""
    place: str = ""
    # The state in which the place lies, by its English name; empty where it is not known.
    country: str = ""
    # The most exact date that a report gives; None where none does.
    happened_on: DateInterval | None = None
    issue: str = ""
    modality: Modality = Modality.ASSERTED
    # True where every report tells it as background.
    is_background: bool = False
    # The fields on which the reports contradict each other; sorted.
    differs: tuple[str, ...] = ()
    # Every value of every field with the reports that give it, those that differ included; sorted.
    values: tuple[Value, ...] = ()
