"""Reports of one kind and of the same parties to clusters, each the reports of one act.

Every two accounts are weighed; the heaviest bonds are tied first, and none is tied between clusters of which anything
that they say together forbids it. What fits two acts nearly as well is left apart. The clusters are the same for the
same reports, in whatever order they come. What a person has judged stands above every comparison.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import combinations

from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId, ReportId
from goodoffices.resolving.features import ENOUGH, FEW_DAYS, TOLD_AGAIN, holds_visit, weigh
from goodoffices.resolving.outline import Outline
from goodoffices.resolving.together import Together, days

LEAST_HELD = 2
"""How many accounts of either of two clusters must be bonded with the other's to tie them."""

NEARLY = 0.25
"""How much less a bond may weigh than an account's strongest, to be as good: no more than a shared status."""

Pair = tuple[ReportId, ReportId]
"""Two reports, the smaller id first."""

Forbids = Callable[[str, str], bool]
"""Tells whether a person has judged that two reports are of different acts."""


@dataclass(frozen=True, slots=True)
class Bond:
    """That two reports are of one act."""

    # The smaller id first.
    one: ReportId
    other: ReportId
    weight: float


@dataclass(frozen=True, slots=True)
class Account:
    """Reports that say the same of an act, word for word of what is compared."""

    # By id; the first stands for all.
    reports: tuple[Outline, ...]
    said: Together

    @property
    def id(self) -> ReportId:
        """The id of the report that stands for all."""
        return self.reports[0].id


@dataclass(slots=True)
class Cluster:
    """The reports of one act."""

    accounts: list[Account]
    together: Together
    # The bonds by which its accounts were tied: one fewer than there are accounts.
    bonds: list[Bond] = field(default_factory=list)

    @property
    def reports(self) -> list[Outline]:
        """Its reports, by id."""
        return sorted((report for account in self.accounts for report in account.reports), key=lambda one: one.id)

    @property
    def key(self) -> ReportId:
        """The smallest of its reports' ids."""
        return min(account.id for account in self.accounts)


def gather(outlines: Iterable[Outline], forbids: Forbids | None) -> list[Cluster]:
    """Return the clusters of reports of one kind and the same parties, by their keys; every report is in exactly one.

    The cost grows with the square of the number of accounts that differ: give only reports of about the same time.

    Args:
        forbids: None where nobody has judged any two of them to be different.
    """
    accounts = _accounts(outlines, forbids)
    clusters = {account.id: Cluster([account], account.said) for account in accounts}
    bonds, barred = _bonds(accounts, forbids)
    unclear = _unclear(bonds, barred, {account.id for account in accounts if _is_vague(account.said.on)})
    bonded = {(bond.one, bond.other) for bond in bonds}
    for bond in bonds:
        if bond.one in unclear or bond.other in unclear:
            continue
        first, second = clusters[bond.one], clusters[bond.other]
        if first is second or not _hold(first, second, bonded) or not _fit(first, second, forbids):
            continue
        tied = _tied(first, second, bond)
        clusters.update({account.id: tied for account in tied.accounts})
    found = sorted({id(cluster): cluster for cluster in clusters.values()}.values(), key=lambda cluster: cluster.key)
    return _with_journeys(found, forbids)


def _with_journeys(clusters: list[Cluster], forbids: Forbids | None) -> list[Cluster]:
    """Return the clusters after journeys that one account alone tells of went to the only visit that they can sum up.

    A journey that several accounts tell of stays an act of its own.
    """
    joined: dict[ReportId, Cluster] = {cluster.key: cluster for cluster in clusters}
    for journey in clusters:
        if len(journey.accounts) > 1:
            continue
        visits = [one for one in clusters if holds_visit(journey.together, one.together)]
        if len(visits) == 1 and not _forbidden(journey.accounts, visits[0].accounts, forbids):
            one, other = sorted((journey.accounts[0].id, visits[0].accounts[0].id))
            held = joined.pop(visits[0].key)
            del joined[journey.key]
            tied = _tied(held, journey, Bond(one, other, ENOUGH))
            joined[visits[0].key] = tied
    return sorted(joined.values(), key=lambda cluster: cluster.key)


def _accounts(outlines: Iterable[Outline], forbids: Forbids | None) -> list[Account]:
    """Return what the reports say, by id; reports that say the same are one account, unless one article gives both."""
    alike: Mapping[Outline, list[Outline]] = defaultdict(list)
    for report in sorted(outlines, key=lambda report: report.id):
        alike[_sayings(report)].append(report)
    accounts = []
    for group in alike.values():
        while group:
            taken, group = _copies(group, forbids)
            said = replace(Together.of(taken[0]), articles=frozenset(report.article for report in taken))
            accounts.append(Account(tuple(taken), said))
    return sorted(accounts, key=lambda account: account.id)


def _sayings(report: Outline) -> Outline:
    """Return a report without what tells two apart that say the same; when a dated one was published says nothing."""
    is_dated = report.on is not None and not _is_vague(report.on)
    return replace(report, id=ReportId(""), article=ArticleId(""), published=None if is_dated else report.published)


def _copies(group: list[Outline], forbids: Forbids | None) -> tuple[list[Outline], list[Outline]]:
    """Return the first of a group with its copies, and the others."""
    taken, left = [group[0]], []
    articles = {group[0].article}
    for report in group[1:]:
        is_second = report.article in articles and report.kind not in TOLD_AGAIN
        if is_second or (forbids is not None and any(forbids(one.id, report.id) for one in taken)):
            left.append(report)
        else:
            taken.append(report)
            articles.add(report.article)
    return taken, left


def _bonds(accounts: Sequence[Account], forbids: Forbids | None) -> tuple[list[Bond], set[Pair]]:
    """Return the bonds that are strong enough, the strongest first, and the pairs that cannot be of one act."""
    bonds, barred = [], set()
    for one, other in combinations(accounts, 2):
        weight = weigh(one.said, other.said)
        if weight < 0 or _forbidden((one,), (other,), forbids):
            barred.add((one.id, other.id))
        elif weight >= ENOUGH:
            bonds.append(Bond(one.id, other.id, weight))
    return sorted(bonds, key=lambda bond: (-bond.weight, bond.one, bond.other)), barred


def _unclear(bonds: Iterable[Bond], barred: Set[Pair], vague: Set[ReportId]) -> set[ReportId]:
    """Return the vaguely dated accounts that fit, nearly as well, accounts which cannot be of one act."""
    partners: dict[ReportId, list[tuple[float, ReportId]]] = defaultdict(list)
    for bond in bonds:
        for account, partner in ((bond.one, bond.other), (bond.other, bond.one)):
            held = partners[account]
            if account in vague and (not held or bond.weight >= held[0][0] - NEARLY):
                held.append((bond.weight, partner))
    return {
        account
        for account, held in partners.items()
        if any((min(one, other), max(one, other)) in barred for (_, one), (_, other) in combinations(held, 2))
    }


def _is_vague(on: DateInterval | None) -> bool:
    return on is None or days(on) > FEW_DAYS


def _hold(first: Cluster, second: Cluster, bonded: Set[Pair]) -> bool:
    """Return whether more than one account of either is bonded with the other's: one vague one could be of both."""
    if min(len(first.accounts), len(second.accounts)) < LEAST_HELD:
        return True
    pairs = [
        (one.id, other.id)
        for one in first.accounts
        for other in second.accounts
        if (min(one.id, other.id), max(one.id, other.id)) in bonded
    ]
    return min(len({one for one, _ in pairs}), len({other for _, other in pairs})) >= LEAST_HELD


def _fit(first: Cluster, second: Cluster, forbids: Forbids | None) -> bool:
    """Return whether nothing that the two say together, and nobody's judgement, keeps them apart."""
    return weigh(first.together, second.together) >= 0 and not _forbidden(first.accounts, second.accounts, forbids)


def _forbidden(first: Iterable[Account], second: Sequence[Account], forbids: Forbids | None) -> bool:
    return forbids is not None and any(
        forbids(one.id, other.id)
        for ours in first
        for one in ours.reports
        for theirs in second
        for other in theirs.reports
    )


def _tied(first: Cluster, second: Cluster, bond: Bond) -> Cluster:
    accounts = sorted((*first.accounts, *second.accounts), key=lambda account: account.id)
    return Cluster(accounts, first.together.joined(second.together), [*first.bonds, *second.bonds, bond])
