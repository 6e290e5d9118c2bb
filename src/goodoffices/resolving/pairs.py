"""What people's judgements on pairs of reports amount to: which reports are one act, and which are not.

SAME is transitive, and DIFFERENT holds between all that is the same as the one and all that is the same as the other.
Judgements can so contradict each other without being about the same pair. Then the later one wins: they are taken from
the latest to the earliest, and each counts unless it contradicts what already counts, alone or in a chain. A DIFFERENT
therefore beats a chain of SAME of which any link is older, and the oldest link of the chain gives way; a chain that is
wholly later beats the DIFFERENT.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from goodoffices.model.judgement import Verdict

Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """Return the two ids, the smaller first."""
    return (one, other) if one <= other else (other, one)


@dataclass(slots=True)
class Pairs:
    """Groups of reports that are one act, and bars between groups that are not."""

    # The reports of each group of at least two, or with a bar, under one of them.
    _members: dict[str, set[str]] = field(default_factory=dict)
    _leader: dict[str, str] = field(default_factory=dict)
    # The leaders of the groups that are another act than a leader's; both ways.
    _barred: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # The ids of the judgements that a later one contradicts.
    overruled: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, said: Sequence[tuple[str, Pair, Verdict]]) -> "Pairs":
        """Return what SAME, DIFFERENT and UNSURE on pairs amount to.

        Args:
            said: The ids of judgements with pair and verdict, in the order of time, none of them withdrawn.
        """
        pairs = cls()
        counting: dict[Pair, Verdict] = {}
        for name, pair, verdict in reversed(said):
            if counting.get(pair, verdict) is verdict and pairs.take(pair, verdict):
                counting[pair] = verdict
            else:
                pairs.overruled.add(name)
        return pairs

    def take(self, pair: Pair, verdict: Verdict) -> bool:
        """Let a verdict on a pair count; return False, and let it not, where what counts already says otherwise."""
        if verdict is Verdict.UNSURE:
            return True
        one, other = (self._group_of(report) for report in pair)
        if verdict is Verdict.DIFFERENT:
            if one == other:
                return False
            self._barred[one].add(other)
            self._barred[other].add(one)
        elif other in self._barred[one]:
            return False
        elif one != other:
            self._join(one, other)
        return True

    def _group_of(self, report: str) -> str:
        """Return the leader of the report's group, which is made where there is none."""
        leader = self._leader.setdefault(report, report)
        self._members.setdefault(leader, {report})
        return leader

    def _join(self, one: str, other: str) -> None:
        """Make two groups one. The smaller goes into the larger, so that many joins stay cheap."""
        larger, smaller = sorted((one, other), key=lambda leader: (-len(self._members[leader]), leader))
        moved = self._members.pop(smaller)
        self._members[larger] |= moved
        self._leader.update(dict.fromkeys(moved, larger))
        for leader in self._barred.pop(smaller, set()):
            self._barred[leader].discard(smaller)
            self._barred[leader].add(larger)
            self._barred[larger].add(leader)

    def together(self, report: str) -> frozenset[str]:
        """Return the reports that are one act with this one, itself among them."""
        leader = self._leader.get(report)
        return frozenset((report,)) if leader is None else frozenset(self._members[leader])

    def apart(self, report: str) -> frozenset[str]:
        """Return the reports that are of another act than this one."""
        leader = self._leader.get(report)
        barred: Iterable[str] = self._barred.get(leader, ()) if leader else ()
        return frozenset(member for other in barred for member in self._members[other])

    def forbid(self, one: str, other: str) -> bool:
        """Return whether the two are of different acts."""
        first, second = self._leader.get(one), self._leader.get(other)
        return first is not None and second in self._barred.get(first, ())

    def reports(self) -> frozenset[str]:
        """Return the reports that are in a group or kept apart from one."""
        return frozenset(self._leader)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """Yield the groups of at least two reports, sorted within and among themselves."""
        yield from sorted(tuple(sorted(members)) for members in self._members.values() if len(members) > 1)
