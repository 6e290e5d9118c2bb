"""What the reports of one act say together, as comparison sees it; a single report is the smallest case."""

from dataclasses import dataclass, replace

from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.resolving.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What several reports of one kind and of the same parties say."""

    kind: ActKind
    statuses: frozenset[str]
    denials: frozenset[bool]
    addressees: frozenset[str]
    persons: frozenset[tuple[str, str]]
    towns: frozenset[str]
    countries: frozenset[str]
    # The days that every dated report allows.
    on: DateInterval | None
    # From the first to the last day on which they were published.
    published: DateInterval | None
    issues: frozenset[str]
    # Languages and words of the names of documents.
    documents: frozenset[tuple[str, frozenset[str]]]
    counted: frozenset[str]
    articles: frozenset[str]

    @classmethod
    def of(cls, report: Outline) -> "Together":
        """Return what one report says."""
        return cls(
            kind=report.kind,
            statuses=frozenset({report.status}),
            denials=frozenset({report.is_denied}),
            addressees=report.addressees,
            persons=report.persons,
            towns=report.towns,
            countries=report.countries,
            on=report.on,
            published=report.published,
            issues=frozenset({report.issue} - {""}),
            documents=frozenset({(report.lang, frozenset(report.document.split()))} if report.document else ()),
            counted=frozenset({report.counted} - {""}),
            articles=frozenset({report.article}),
        )

    def joined(self, other: "Together") -> "Together":
        """Return what both say; of dates without a common day, that of the earlier."""
        return replace(
            self,
            statuses=self.statuses | other.statuses,
            denials=self.denials | other.denials,
            addressees=self.addressees | other.addressees,
            persons=self.persons | other.persons,
            towns=self.towns | other.towns,
            countries=self.countries | other.countries,
            on=_narrowed(self.on, other.on),
            published=_widened(self.published, other.published),
            issues=self.issues | other.issues,
            documents=self.documents | other.documents,
            counted=self.counted | other.counted,
            articles=self.articles | other.articles,
        )


def days(interval: DateInterval) -> int:
    """Return the length of an interval in days."""
    return (interval.end - interval.start).days


def common_days(one: DateInterval, other: DateInterval) -> DateInterval:
    """Return the days of both, which share at least one."""
    if one.within(other):
        return one
    if other.within(one):
        return other
    return DateInterval(max(one.start, other.start), min(one.end, other.end))


def _narrowed(one: DateInterval | None, other: DateInterval | None) -> DateInterval | None:
    if one is None or other is None:
        return one or other
    return common_days(one, other) if one.overlaps(other) else min(one, other, key=lambda date: (date.start, date.end))


def _widened(one: DateInterval | None, other: DateInterval | None) -> DateInterval | None:
    if one is None or other is None:
        return one or other
    return DateInterval(min(one.start, other.start), max(one.end, other.end), one.precision)
