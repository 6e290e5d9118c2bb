"""Reports: one article's account of one act. Immutable; a report's id comes from what it says and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActorId, ArticleId, ReportId, content_id
from goodoffices.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What fills a field of a report: the value, and the stretches of the article that it was read from."""

    # As it is shown: the usual English name of an actor or a place, the key of an issue.
    value: str
    # At least one; where the value was inferred from a pronoun or an office, that pronoun's or office's stretch.
    spans: tuple[Span, ...]
    # The actor, where the value is one and it is known or could be made from the text.
    actor: ActorId | None = None
    # The state or body that the actor speaks for, by its English name; empty for one that speaks for itself.
    stands_for: str = ""
    # The post by which alone a state or body is mentioned: "foreign_minister" for "the Kazakh foreign minister".
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDate:
    """When an act is reported to happen, with the expression that says so."""

    interval: DateInterval
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of the article that carry the report."""

    span: Span
    text: str


PARTY_FIELDS = ("actors", "targets", "mediators")
"""The fields that hold any number of actors."""

SINGLE_FIELDS = ("host", "place", "speaker", "issue", "level", "format", "sidelines_of", "document", "deadline",
                 "quantity", "casualties", "offer", "strength", "stage", "role", "reason", "condition")  # fmt: skip
"""The fields that hold one value or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's account of one act. A field that the article does not fill is empty."""

    id: ReportId
    article: ArticleId
    # SHA-256 of the version of the article that it was read from.
    article_digest: str
    lang: str
    kind: ActKind
    # One of the statuses of its kind; empty where the kind has none.
    status: str
    modality: Modality
    evidence: Evidence
    # Who does it; for a meeting or a call, those who take part.
    actors: tuple[Filler, ...] = ()
    # Whom it is addressed to, or the state that is visited.
    targets: tuple[Filler, ...] = ()
    mediators: tuple[Filler, ...] = ()
    host: Filler | None = None
    place: Filler | None = None
    on: ReportedDate | None = None
    # Whose words carry it, where it is reported speech.
    speaker: Filler | None = None
    issue: Filler | None = None
    # Further fields by name, in the order of SINGLE_FIELDS: level, format, document, deadline, quantity ...
    details: tuple[tuple[str, Filler], ...] = ()
    # True for an act outside the process, or an old one told as background.
    is_background: bool = False
    # The ids of the lexicon entries and rules that it was read by, in the order in which they spoke.
    read_by: tuple[str, ...] = ()

    @staticmethod
    def id_from(*, article_digest: str, kind: ActKind, evidence: Span, parties: tuple[str, ...]) -> ReportId:
        """Return the id of the report of such an act with such parties at such a place of such an article."""
        return ReportId(content_id("r", article_digest, kind, f"{evidence.start}:{evidence.end}", *parties))

    def fillers(self) -> Iterator[tuple[str, Filler]]:
        """Yield every filled field but the date, by name, in a fixed order."""
        for field in PARTY_FIELDS:
            for filler in getattr(self, field):
                yield field, filler
        for field in ("host", "place", "speaker", "issue"):
            filler = getattr(self, field)
            if filler is not None:
                yield field, filler
        yield from self.details

    def spans(self) -> dict[str, tuple[Span, ...]]:
        """Return, for each field that is not empty, the stretches that it was read from.

        Status and modality are read from the evidence as a whole.
        """
        found: dict[str, list[Span]] = {}
        for field, filler in self.fillers():
            found.setdefault(field, []).extend(filler.spans)
        if self.on is not None:
            found["date"] = list(self.on.spans)
        for field, value in (("kind", self.kind.value), ("status", self.status), ("modality", self.modality.value)):
            if value:
                found[field] = [self.evidence.span]
        return {field: tuple(spans) for field, spans in found.items()}

    def detail(self, field: str) -> Filler | None:
        """Return the further field of that name, or None."""
        return dict(self.details).get(field)

    def __str__(self) -> str:
        """Return one readable line, stable enough for golden files."""
        parts = [self.kind.value]
        if self.status:
            parts.append(f"/{self.status}")
        parts.append(f" {', '.join(filler.value for filler in self.actors) or '-'}")
        if self.targets:
            parts.append(f" -> {', '.join(filler.value for filler in self.targets)}")
        if self.mediators:
            parts.append(f" by {', '.join(filler.value for filler in self.mediators)}")
        if self.place:
            parts.append(f" at {self.place.value}")
        if self.on:
            parts.append(f" on {self.on.interval}")
        if self.issue and self.issue.value != "other":
            parts.append(f" #{self.issue.value}")
        if self.modality is not Modality.ASSERTED:
            parts.append(f" [{self.modality.value}]")
        if self.speaker:
            parts.append(f" (says {self.speaker.value})")
        return "".join(parts)
