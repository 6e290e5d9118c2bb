"""The comparisons that decide whether reports are of one act: one short function each.

Each looks at what two sets of reports say, of which either may be a single one, and returns what it found: an
obstacle, a support with its weight, or nothing; always with the words in which a person is told. None of them looks at
anything else, so that the outcome is the same in whatever order reports come.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.resolving.together import Together, common_days, days

FEW_DAYS = 3
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

LONGEST_SUM_DAYS = 180
"""How long after a visit an article sums it up with others at most."""

GATHERINGS = frozenset({ActKind.MEETING, ActKind.VISIT})
"""Kinds that can last for days."""

TOLD_AGAIN = frozenset({
    ActKind.MEETING, ActKind.CALL, ActKind.VISIT, ActKind.AGREEMENT, ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT,
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.CONSENT, ActKind.REFUSAL, ActKind.INVITATION,
})  # fmt: skip
"""Kinds of which one article may tell the same act twice; of others, say two accusations, it tells two acts."""

LASTING = frozenset({ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT})
"""Kinds of which articles tell for years."""

EXCLUSIVE_STATUSES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"cancelled"}), frozenset({"held"})),
    (frozenset({"initialled"}), frozenset({"signed", "declared"})),
    (frozenset({"disclaimed"}), frozenset({"made", "repeated", "accepted"})),
)
"""Statuses that one act never has both of: the meeting that was held is not the one that was called off."""

SOLEMN = frozenset({"initialled", "signed"})
"""Statuses that the same parties seldom reach twice within days."""

SPOKEN = frozenset({
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.CONSENT, ActKind.REFUSAL, ActKind.INVITATION, ActKind.DEMAND,
    ActKind.ACCUSATION, ActKind.SUPPORT, ActKind.PREDICTION, ActKind.COMMITMENT, ActKind.STATEMENT,
})  # fmt: skip
"""Kinds that are done in words: what they are about tells them apart."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one comparison found."""

    # Above 0 it speaks for one act, 0 it speaks neither way; None: they cannot be one.
    weight: float | None
    reason: str = ""


NOTHING = Finding(0.0)

Compare = Callable[[Together, Together], Finding]


def compare_status(one: Together, other: Together) -> Finding:
    """Statuses that exclude each other, or one denied and the other not, make two acts."""
    for left, right in EXCLUSIVE_STATUSES:
        if (one.statuses & left and other.statuses & right) or (one.statuses & right and other.statuses & left):
            return Finding(None, f"{_listed(one.statuses)} is not {_listed(other.statuses)}")
    if one.kind in SPOKEN and one.denials != other.denials:
        return Finding(None, "one is denied, the other is not")
    shared = (one.statuses & other.statuses) - {""}
    # Too little to bind by itself; of two acts that it can be of, the one that stands as far is likelier.
    if not shared:
        return NOTHING
    return Finding(0.5 if shared & SOLEMN else 0.25, f"both {_listed(shared)}")


def compare_articles(one: Together, other: Together) -> Finding:
    """What an article tells as two acts is two, unless nothing in its words parts them."""
    if one.articles.isdisjoint(other.articles):
        return NOTHING
    if one.kind not in TOLD_AGAIN:
        return Finding(None, "the same article tells of both")
    if one.on is not None and other.on is not None and one.on != other.on:
        return Finding(None, "the same article tells of both, with other dates")
    if (
        one.kind is ActKind.AGREEMENT
        and one.issues.isdisjoint(other.issues)
        and one.documents.isdisjoint(other.documents)
    ):
        return Finding(None, "the same article tells of both, on other matters")
    if one.kind in GATHERINGS and one.statuses.isdisjoint(other.statuses):
        # "The ministers met today and will meet again."
        return Finding(None, "the same article tells of both, with other statuses")
    return NOTHING


def compare_persons(one: Together, other: Together) -> Finding:
    """Different persons for the same state make two acts: ministers who meet are not their presidents."""
    if not one.persons or not other.persons:
        return NOTHING
    shared = one.persons & other.persons
    states = {state for state, _ in one.persons} & {state for state, _ in other.persons}
    if apart := states - {state for state, _ in shared}:
        return Finding(None, f"different persons for {_listed(apart)}")
    if shared:
        return Finding(1.0, f"same persons: {_listed(person for _, person in shared)}")
    return NOTHING


def compare_addressees(one: Together, other: Together) -> Finding:
    """Addressed to others altogether makes two acts; to some of the same binds less than to the same."""
    if not one.addressees or not other.addressees:
        return NOTHING
    shared = one.addressees & other.addressees
    if not shared:
        return Finding(None, "addressed to others")
    if one.addressees == other.addressees:
        return Finding(0.5, f"same addressee: {_listed(shared)}")
    if one.kind is ActKind.VISIT and (one.on is None or other.on is None):
        return Finding(None, "a journey to several states holds the visits to each, and is none of them")
    return Finding(0.25, f"shared addressee: {_listed(shared)}")


def compare_dates(one: Together, other: Together) -> Finding:
    """Dates without a common day make two acts; a common day binds, the shorter the dates the more."""
    if one.on is None or other.on is None:
        return NOTHING
    if not one.on.overlaps(other.on):
        is_next_day = one.on.end == other.on.start or other.on.end == one.on.start
        # Talks of two days are told by their first or by their last: parties and place then decide.
        if is_next_day and one.kind in GATHERINGS and max(days(one.on), days(other.on)) <= FEW_DAYS:
            return NOTHING
        return Finding(None, f"{one.on} is not {other.on}")
    longer = max(days(one.on), days(other.on))
    if longer <= SHORT_DAYS:
        common = common_days(one.on, other.on)
        return Finding(2.0 if longer <= FEW_DAYS else 1.0, f"same date: {common}")
    return Finding(0.5, f"dates that can be one: {one.on}, {other.on}")


def compare_places(one: Together, other: Together) -> Finding:
    """Different towns, or different states where no town is shared, make two acts."""
    if not (one.countries or one.towns) or not (other.countries or other.towns):
        return NOTHING
    if is_journey(one) or is_journey(other):
        # Of several places, the report holds one.
        return NOTHING
    if shared := one.towns & other.towns:
        return Finding(1.5, f"same place: {_listed(shared)}")
    if one.towns and other.towns and one.kind is not ActKind.VISIT:
        return Finding(None, f"{_listed(one.towns)} is not {_listed(other.towns)}")
    if shared := one.countries & other.countries:
        if one.kind is ActKind.VISIT:
            # The state that is visited is its addressee already.
            return NOTHING
        return Finding(1.0, f"same country: {_listed(shared)}")
    if one.countries and other.countries:
        return Finding(None, f"{_listed(one.countries)} is not {_listed(other.countries)}")
    return NOTHING


def compare_documents(one: Together, other: Together) -> Finding:
    """Documents of other numbers, or in one language of names without a common word, make two acts."""
    are_other = False
    for lang, mine in sorted(one.documents, key=_in_order):
        for their_lang, yours in sorted(other.documents, key=_in_order):
            if _numbers_differ(mine, yours):
                are_other = True
            elif shared := mine & yours:
                return Finding(1.0, f"same document: {_listed(shared)}")
            elif lang == their_lang:
                are_other = True
    return Finding(None, "another document") if are_other else NOTHING


def _in_order(document: tuple[str, frozenset[str]]) -> tuple[str, list[str]]:
    lang, words = document
    return lang, sorted(words)


def _numbers_differ(mine: frozenset[str], yours: frozenset[str]) -> bool:
    ours, theirs = ({word for word in words if any(map(str.isdecimal, word))} for words in (mine, yours))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def compare_issues(one: Together, other: Together) -> Finding:
    """Words on different issues make two acts."""
    if not one.issues or not other.issues:
        return NOTHING
    if shared := one.issues & other.issues:
        return Finding(0.5, f"same issue: {_listed(shared)}")
    if one.kind in SPOKEN or one.kind is ActKind.AGREEMENT:
        return Finding(None, f"{_listed(one.issues)} is not {_listed(other.issues)}")
    return NOTHING


def compare_counts(one: Together, other: Together) -> Finding:
    """Two that count the same things, if not to the same number, are likelier one."""
    if shared := one.counted & other.counted:
        return Finding(0.5, f"both count {_listed(shared)}")
    return NOTHING


def compare_publication(one: Together, other: Together) -> Finding:
    """An undated report is of an act told about at the same time; one told about much earlier or later is another."""
    if one.on is not None and other.on is not None:
        return NOTHING
    here, there = one.on or one.published, other.on or other.published
    if here is None or there is None:
        return NOTHING
    gap = _days_between(here, there) or 0
    if max(days(here), days(there)) > SHORT_DAYS:
        return NOTHING if gap else Finding(0.5, f"told about in {max(here, there, key=days)}")
    if gap > NEAR_DAYS:
        is_lasting = one.kind in LASTING or (is_journey(one) and is_journey(other))
        return NOTHING if is_lasting else Finding(None, f"told about {gap} days apart")
    if not one.articles.isdisjoint(other.articles):
        # That it stands in the same article says nothing of when it was.
        return NOTHING
    if gap <= SAME_NEWS_DAYS:
        return Finding(1.0, "told about in the same days")
    if gap <= SAME_WEEKS_DAYS:
        return Finding(0.25, "told about in the same weeks")
    return NOTHING


def compare_frequency(one: Together, _: Together) -> Finding:
    """What the same parties seldom do twice is likelier the same, and land is handed over least often."""
    if one.kind in LASTING:
        return Finding(1.0, "seldom done twice")
    return Finding(0.25, "seldom done twice") if one.kind in SELDOM else NOTHING


FEATURES: tuple[Compare, ...] = (
    compare_dates, compare_status, compare_articles, compare_addressees, compare_persons, compare_places,
    compare_issues, compare_documents, compare_counts, compare_publication, compare_frequency,
)  # fmt: skip
"""All comparisons, the cheap and telling ones first."""


def is_journey(one: Together) -> bool:
    """Return whether it is a visit to several states, which articles sum up for months."""
    return one.kind is ActKind.VISIT and len(one.addressees) > 1


def holds_visit(journey: Together, visit: Together) -> str:
    """Return why a visit can be one of those that a journey sums up: by the same people, to one of its states.

    Empty where it cannot.
    """
    if not is_journey(journey) or not visit.addressees < journey.addressees or journey.denials != visit.denials:
        return ""
    if not journey.persons & visit.persons or journey.statuses.isdisjoint(visit.statuses):
        return ""
    days_apart = _days_between(journey.on or journey.published, visit.on or visit.published)
    if days_apart is not None and days_apart > LONGEST_SUM_DAYS:
        return ""
    return f"told in sum: {_listed(journey.addressees)}"


def _days_between(one: DateInterval | None, other: DateInterval | None) -> int | None:
    if one is None or other is None:
        return None
    return max((other.start - one.last).days, (one.start - other.last).days, 0)


ENOUGH = 1.5
"""The weight at which reports are of one act: one strong binding (a day, a town) or two weaker ones."""


def weigh(one: Together, other: Together) -> float:
    """Return how much speaks for two sets of reports being of one act; below 0 where anything forbids it."""
    total = 0.0
    for compare in FEATURES:
        weight = compare(one, other).weight
        if weight is None:
            return -1.0
        total += weight
    return total


def explain(one: Together, other: Together) -> tuple[float, str]:
    """Return how much speaks for two sets of reports being of one act, and why; what forbids it, with -1."""
    total, reasons = 0.0, []
    for compare in FEATURES:
        finding = compare(one, other)
        if finding.weight is None:
            return -1.0, finding.reason
        total += finding.weight
        if finding.weight:
            reasons.append(finding.reason)
    return total, "; ".join(reasons)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
