"""The comparisons that decide whether a report belongs to an act: one short function each.

Each looks at a report and at what the act's reports say together, and returns what it found: an obstacle, a support
with its weight, or nothing; always with the words in which a person is told.
"""

from dataclasses import dataclass, replace

from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.resolving.outline import Outline

_FEW_DAYS = 3
"""The longest date that tells of the first or the last days of one gathering."""

SHORT_DAYS = 31
"""Dates up to a month long tell acts apart or bind them; longer ones only tell apart."""

NEAR_DAYS = 45
"""How far from its act an undated report is published at most, to be taken for one of it by its place."""

SAME_NEWS_DAYS, SAME_WEEKS_DAYS = 3, 14
"""How far apart undated reports are published at most, to be of the same news, and of the same weeks."""

SELDOM = frozenset({
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.CONSENT, ActKind.REFUSAL, ActKind.INVITATION,
    ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT,
})  # fmt: skip
"""Kinds that the same parties seldom do twice within days: a demand or an accusation they make every day."""

GATHERINGS = frozenset({ActKind.MEETING, ActKind.VISIT})
"""Kinds that can last for days."""

EXCLUSIVE_STATUSES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"cancelled"}), frozenset({"held"})),
    (frozenset({"initialled"}), frozenset({"signed", "declared"})),
    (frozenset({"disclaimed"}), frozenset({"made", "repeated", "accepted"})),
)
"""Statuses that one act never has both of: the meeting that was held is not the one that was called off."""

SPOKEN = frozenset({
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.CONSENT, ActKind.REFUSAL, ActKind.INVITATION, ActKind.DEMAND,
    ActKind.ACCUSATION, ActKind.SUPPORT, ActKind.PREDICTION, ActKind.COMMITMENT, ActKind.STATEMENT,
})  # fmt: skip
"""Kinds that are done in words: what they are about tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one comparison found."""

    # Above 0 it speaks for one act, 0 it speaks neither way; None: they cannot be one.
    weight: float | None
    reason: str = ""


NOTHING = Finding(weight=0.0)


def compare_status(report: Outline, act: "Together") -> Finding:
    """Statuses that exclude each other, or one denied and the other not, make two acts."""
    for one, other in EXCLUSIVE_STATUSES:
        if (report.status in one and act.statuses & other) or (report.status in other and act.statuses & one):
            return Finding(weight=None, reason=f"{report.status} is not {', '.join(sorted(act.statuses))}")
    if report.kind in SPOKEN and report.is_denied not in act.denials:
        return Finding(weight=None, reason="one is denied, the other is not")
    if report.status and report.status in act.statuses:
        # Too little to bind by itself; of two acts that it can be of, the one that stands as far is likelier.
        return Finding(weight=0.25, reason=f"both {report.status}")
    return NOTHING


def compare_persons(report: Outline, act: "Together") -> Finding:
    """Different persons for the same state make two acts: ministers who meet are not their presidents."""
    shared = report.persons & act.persons
    states = {state for state, _ in report.persons} & {state for state, _ in act.persons}
    apart = states - {state for state, _ in shared}
    if apart:
        return Finding(weight=None, reason=f"different persons for {', '.join(sorted(apart))}")
    if shared:
        return Finding(weight=1.0, reason=f"same persons: {', '.join(sorted(person for _, person in shared))}")
    return NOTHING


def compare_addressees(report: Outline, act: "Together") -> Finding:
    """Addressed to others altogether makes two acts."""
    if report.addressees and act.addressees:
        shared = report.addressees & act.addressees
        if not shared:
            return Finding(weight=None, reason="addressed to others")
        return Finding(weight=0.5, reason=f"same addressee: {', '.join(sorted(shared))}")
    return NOTHING


def compare_dates(report: Outline, act: "Together") -> Finding:
    """Dates without a common day make two acts; a common day binds, the shorter the dates the more."""
    if report.on is None or act.on is None:
        return NOTHING
    if not report.on.overlaps(act.on):
        is_next_day = report.on.end == act.on.start or act.on.end == report.on.start
        # Talks of two days are told by their first or by their last: parties and place then decide.
        if is_next_day and report.kind in GATHERINGS and max(_days(report.on), _days(act.on)) <= _FEW_DAYS:
            return NOTHING
        return Finding(weight=None, reason=f"{report.on} is not {act.on}")
    if min(_days(report.on), _days(act.on)) <= SHORT_DAYS:
        common = _common(report.on, act.on)
        return Finding(weight=2.0 if _days(common) <= _FEW_DAYS else 1.0, reason=f"same date: {common}")
    return Finding(weight=0.5, reason=f"dates that can be one: {report.on}, {act.on}")


def compare_places(report: Outline, act: "Together") -> Finding:
    """Different towns, or different states where no town is shared, make two acts."""
    if not report.countries | report.towns or not act.countries | act.towns:
        return NOTHING
    if shared := report.towns & act.towns:
        return Finding(weight=1.5, reason=f"same place: {', '.join(sorted(shared))}")
    if report.towns and act.towns:
        return Finding(weight=None, reason=f"{', '.join(sorted(report.towns))} is not {', '.join(sorted(act.towns))}")
    if shared := report.countries & act.countries:
        return Finding(weight=1.0, reason=f"same country: {', '.join(sorted(shared))}")
    if report.countries and act.countries:
        return Finding(weight=None, reason=f"{_listed(report.countries)} is not {_listed(act.countries)}")
    return NOTHING


def compare_matters(report: Outline, act: "Together") -> Finding:
    """Words on different issues, or different documents, make two acts."""
    if report.document and act.documents:
        if report.document not in act.documents:
            return Finding(weight=None, reason="another document")
        return Finding(weight=1.0, reason=f"same document: {report.document}")
    if report.issue and act.issues:
        if report.issue in act.issues:
            return Finding(weight=0.5, reason=f"same issue: {report.issue}")
        if report.kind in SPOKEN or report.kind is ActKind.AGREEMENT:
            return Finding(weight=None, reason=f"{report.issue} is not {', '.join(sorted(act.issues))}")
    return NOTHING


def compare_counts(report: Outline, act: "Together") -> Finding:
    """Two that count the same things, if not to the same number, are likelier one."""
    if report.counted and report.counted in act.counted:
        return Finding(weight=0.5, reason=f"both count {report.counted}")
    return NOTHING


def compare_publication(report: Outline, act: "Together") -> Finding:
    """An undated report is of an act told about at the same time; one told about much earlier or later is another."""
    if report.on is not None and act.on is not None:
        return NOTHING
    if report.article in act.articles:
        # An article that tells of two undated acts of a kind has been read as telling of two.
        return NOTHING
    here, there = report.on or report.published, act.on or act.published
    if here is None or there is None:
        return NOTHING
    gap = max((there.start - here.last).days, (here.start - there.last).days, 0)
    if max(_days(here), _days(there)) > SHORT_DAYS:
        return NOTHING if gap else Finding(weight=0.5, reason=f"told about in {max(here, there, key=_days)}")
    if gap > NEAR_DAYS:
        return Finding(weight=None, reason=f"told about {gap} days apart")
    if gap <= SAME_NEWS_DAYS:
        return Finding(weight=1.0, reason="told about in the same days")
    if gap <= SAME_WEEKS_DAYS:
        return Finding(weight=0.5, reason="told about in the same weeks")
    return NOTHING


def compare_frequency(report: Outline, _: "Together") -> Finding:
    """What the same parties seldom do twice is likelier the same."""
    return Finding(weight=0.5, reason="seldom done twice") if report.kind in SELDOM else NOTHING


FEATURES = (
    compare_status, compare_dates, compare_persons, compare_addressees, compare_places, compare_matters,
    compare_counts, compare_publication, compare_frequency,
)  # fmt: skip
"""All comparisons, the cheap and telling ones first."""

ENOUGH = 1.5
"""The weight at which a report belongs to an act: one strong binding (a day, a town) or two weaker ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the reports of one act say together, as comparison sees it."""

    statuses: frozenset[str]
    denials: frozenset[bool]
    addressees: frozenset[str]
    persons: frozenset[tuple[str, str]]
    towns: frozenset[str]
    countries: frozenset[str]
    # The days that every dated report allows.
    on: DateInterval | None
    published: DateInterval | None
    issues: frozenset[str]
    documents: frozenset[str]
    counted: frozenset[str]
    articles: frozenset[str]

    @classmethod
    def of(cls, report: Outline) -> "Together":
        """Return what one report says."""
        return cls(
            statuses=frozenset({report.status}),
            denials=frozenset({report.is_denied}),
            addressees=report.addressees,
            persons=report.persons,
            towns=report.towns,
            countries=report.countries,
            on=report.on,
            published=report.published,
            issues=frozenset({report.issue} - {""}),
            documents=frozenset({report.document} - {""}),
            counted=frozenset({report.counted} - {""}),
            articles=frozenset({report.article}),
        )

    def joined(self, other: "Together") -> "Together":
        """Return what both say; for two that are made one against their dates, the first one's date."""
        on = self.on or other.on
        if self.on is not None and other.on is not None and self.on.overlaps(other.on):
            on = _common(self.on, other.on)
        return replace(
            self,
            statuses=self.statuses | other.statuses,
            denials=self.denials | other.denials,
            addressees=self.addressees | other.addressees,
            persons=self.persons | other.persons,
            towns=self.towns | other.towns,
            countries=self.countries | other.countries,
            on=on,
            published=self.published or other.published,
            issues=self.issues | other.issues,
            documents=self.documents | other.documents,
            counted=self.counted | other.counted,
            articles=self.articles | other.articles,
        )


def _days(interval: DateInterval) -> int:
    return (interval.end - interval.start).days


def _common(one: DateInterval, other: DateInterval) -> DateInterval:
    """Return the days of both, which share at least one."""
    if one.within(other):
        return one
    if other.within(one):
        return other
    return DateInterval(max(one.start, other.start), min(one.end, other.end))


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
