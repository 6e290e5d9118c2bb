"""Judgements: that two reports are one act, or that a field is right or wrong; by whom, when, why. Append-only.

What people judge is kept for good, and shared between records: the id of a judgement comes from what it says, and it
keeps what it is about in the words of the article, so that it finds its report again after another reading.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ArticleId, ReportId, content_id
from goodoffices.model.report import PARTY_FIELDS, SINGLE_FIELDS, Report
from goodoffices.model.text import Span


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    """The two reports tell of one act."""
    DIFFERENT = "different"
    """They do not."""
    UNSURE = "unsure"
    """Nobody can tell: what was judged before of the pair or the field no longer counts."""
    CONFIRM = "confirm"
    """A report, the value of a field, or the link between two acts is right."""
    CORRECT = "correct"
    """A field holds another value, or none."""
    REJECT = "reject"
    """A report, the value of a field, or the link between two acts is wrong."""
    WITHDRAW = "withdraw"
    """An earlier judgement, this verdict included, no longer counts."""


class Standing(StrEnum):
    """What became of a judgement."""

    STANDS = "stands"
    OVERRULED = "overruled"
    """A later one says otherwise."""
    WITHDRAWN = "withdrawn"
    DORMANT = "dormant"
    """No report of the record is what it is about, now; it wakes as soon as one is."""


RULE = "rule"
"""The name under which the program itself judges; a person's judgement always wins over it."""

ON_PAIRS = frozenset({Verdict.SAME, Verdict.DIFFERENT})
"""The verdicts that always are about two reports."""

MAY_LINK = frozenset({Verdict.CONFIRM, Verdict.REJECT})
"""The verdicts that, with a report as their object, are about the link between the acts of two reports."""

ALWAYS_FILLED = ("kind", "modality")
"""Fields that can be corrected, but neither emptied nor rejected."""

JUDGED_FIELDS = ("kind", "status", "modality", "date", *PARTY_FIELDS, *SINGLE_FIELDS)
"""Every field of a report that can be judged."""

_REPORT_ID = re.compile(r"r[0-9a-f]{16}")
_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


def is_report_id(text: str) -> bool:
    """Return whether this is a report's id, which no field's name is."""
    return _REPORT_ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a judgement is about: enough of a report to find it, or what took its place, in any later reading."""

    report: ReportId
    article: ArticleId
    # SHA-256 of the version of the article that it was read from.
    digest: str
    # As it was read, whatever people say of it.
    kind: ActKind
    # Where its evidence stands in that version.
    span: Span
    text: str
    # The values of actors, targets and mediators.
    parties: tuple[str, ...] = ()
    # Reports of the same words that were there beside it: none of them took its place.
    beside: tuple[ReportId, ...] = ()

    @classmethod
    def of(cls, report: Report, others: Iterable[Report] = ()) -> "Anchor":
        """Return the anchor of a report.

        Args:
            others: The reports of the same reading of the article; the report itself may be among them.
        """
        beside = {
            other.id for other in others if other.id != report.id and other.evidence.span.overlaps(report.evidence.span)
        }
        return cls(
            report=report.id,
            article=report.article,
            digest=report.article_digest,
            kind=report.kind,
            span=report.evidence.span,
            text=report.evidence.text,
            parties=parties_of(report),
            beside=tuple(sorted(beside)),
        )

    def joined(self, other: "Anchor") -> "Anchor":
        """Return this anchor with what was beside the report by another anchor of it, too."""
        return replace(self, beside=tuple(sorted({*self.beside, *other.beside})))


def parties_of(report: Report) -> tuple[str, ...]:
    """Return whom a report names as actors, targets or mediators, once each; sorted."""
    return tuple(sorted({filler.value for name in PARTY_FIELDS for filler in getattr(report, name)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. Undone only by a further one."""

    verdict: Verdict
    # The report it is about; for a pair, the smaller of the two ids; for WITHDRAW, the id of the judgement.
    subject: str
    # For a pair, the other report; else the field; empty for the report as a whole.
    object: str = ""
    # For CORRECT, the value that the field gets: several with semicolons, empty to empty it. For CONFIRM and REJECT of
    # a field, the value that was judged: another one that a later reading finds is not confirmed or rejected with it.
    value: str = ""
    by: str = RULE
    # ISO instant in UTC; empty for a rule, so that the same input gives the same record.
    at: str = ""
    reason: str = ""
    # How sure, 0 to 1; 1 for a person.
    score: float = 1.0
    # The reports it is about, as they were; empty for a rule. Follows from the ids, and so makes no difference.
    about: tuple[Anchor, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """`j` and 16 digits, from all that it says: the same in every record."""
        said = (self.verdict, self.subject, self.object, self.value, self.by, self.at, self.reason)
        return content_id("j", *said)

    @property
    def is_on_pair(self) -> bool:
        """Whether it is about two reports, or the acts of two reports."""
        return self.verdict in ON_PAIRS or (is_report_id(self.object) and self.verdict is not Verdict.WITHDRAW)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports it is about: two, one, or none where it withdraws another judgement."""
        if self.verdict is Verdict.WITHDRAW:
            return ()
        return (self.subject, self.object) if self.is_on_pair else (self.subject,)

    @property
    def order(self) -> tuple[dt.datetime, str]:
        """Sort key: by time, and at one time by id, so that every record has the same last word."""
        return (self.moment, self.id)

    @property
    def moment(self) -> dt.datetime:
        """When it was made; for one without an instant, before all others."""
        return moment_of(self.at) if self.at else _LONG_AGO


def moment_of(at: str) -> dt.datetime:
    """Return the instant that an ISO text with an offset from UTC names.

    Raises:
        ValueError: It names none.
    """
    moment = dt.datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(f"an instant has its offset from UTC: {at!r}")
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError(f"no calendar has this instant: {at!r}") from error
