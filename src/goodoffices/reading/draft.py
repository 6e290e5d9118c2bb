"""Drafts: reports in the making, while their fields are still being filled and joined."""

from dataclasses import dataclass, field

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.article import Article
from goodoffices.model.mention import Party
from goodoffices.model.report import SINGLE_FIELDS, Evidence, Filler, Report, ReportedDate
from goodoffices.model.text import Span


@dataclass(slots=True, kw_only=True)
class Draft:
    """One act as one sentence tells it."""

    kind: ActKind
    status: str
    modality: Modality
    evidence: Span
    # The words that tell it.
    head: Span
    # The number of the sentence in the article.
    sentence: int
    # "actors", "targets", "mediators".
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    # Every other field that holds one value: host, place, speaker, issue, level ...
    fields: dict[str, Filler] = field(default_factory=dict)
    on: ReportedDate | None = None
    is_background: bool = False
    read_by: list[str] = field(default_factory=list)
    # Whether several tellings with the same parties are one act.
    is_one_act: bool = False
    # How sure, 0 to 1.
    weight: float = 1.0

    def names(self, *roles: str) -> tuple[str, ...]:
        """Return the names that fill these roles, in order."""
        return tuple(filler.value for role in roles for filler in self.roles.get(role, ()))

    def report(self, article: Article) -> Report:
        """Return the report that the draft has become."""
        named = ("host", "place", "speaker", "issue")
        details = tuple(
            (name, self.fields[name]) for name in SINGLE_FIELDS if name in self.fields and name not in named
        )
        parties = ("actors", *self.names("actors"), "targets", *self.names("targets"))
        return Report(
            id=Report.id_from(article_digest=article.digest, kind=self.kind, evidence=self.evidence,
                              parties=(self.status, *parties)),
            article=article.id, article_digest=article.digest, lang=article.lang,
            kind=self.kind, status=self.status, modality=self.modality,
            evidence=Evidence(span=self.evidence, text=self.evidence.of(article.text)),
            actors=tuple(self.roles.get("actors", ())), targets=tuple(self.roles.get("targets", ())),
            mediators=tuple(self.roles.get("mediators", ())), host=self.fields.get("host"),
            place=self.fields.get("place"), on=self.on, speaker=self.fields.get("speaker"),
            issue=self.fields.get("issue"), details=details, is_background=self.is_background,
            read_by=tuple(self.read_by),
        )  # fmt: skip


def filler_of(party: Party, span: Span) -> Filler:
    """Return the filler that a party makes."""
    return Filler(value=party.name, spans=(span,), actor=party.actor, stands_for=party.stands_for, post=party.post)
