"""All links between acts at once, from nothing: what the links that a record keeps are held against."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from goodoffices.following.link_rules import LinkKind, Rule, load_rules
from goodoffices.following.links import MOST_LOOKED_AT, Link, Links, judged, link_by
from goodoffices.following.told import Told
from goodoffices.following.verdicts import link_verdicts
from goodoffices.model.identifiers import ActId
from goodoffices.model.judgement import Judgement
from goodoffices.record.judgements import Settled


class Following(Links):
    """The links between some acts, all of which are given.

    Args:
        judgements: People's, by time: one on a report of each of two acts confirms or cuts what ties the two.
    """

    def __init__(self, acts: Iterable[Told], judgements: Iterable[Settled] = ()) -> None:
        known = {told.id: told for told in sorted(acts, key=_order)}
        found = _nearest(_links(list(known.values())))
        super().__init__(judged(found, known.__getitem__, _verdicts(known.values(), judgements)), known.__getitem__)


def _order(told: Told) -> tuple[dt.date, str, str]:
    return told.first_day or dt.date.max, told.act.kind.value, told.id


def _verdicts(acts: Iterable[Told], judgements: Iterable[Settled]) -> Mapping[frozenset[ActId], Judgement]:
    return link_verdicts(judgements, {str(report): told.id for told in acts for report in told.act.reports})


class _Shelf:
    """Acts that can stand first by one rule and share one key, by day and id."""

    def __init__(self) -> None:
        self._days: list[dt.date] = []
        self._dated: list[Told] = []
        self._undated: list[Told] = []

    def put(self, told: Told) -> None:
        """Add an act; they come in their order."""
        if told.first_day is None:
            self._undated.append(told)
        else:
            self._days.append(told.first_day)
            self._dated.append(told)

    def before(self, then: Told, rule: Rule) -> Sequence[Told]:
        """Return the latest from which an act can follow by its day; where it has none, those that have none."""
        if then.first_day is None:
            return self._undated[-MOST_LOOKED_AT:]
        low, high = rule.days_before(then.first_day)
        first, last = bisect_left(self._days, low), bisect_right(self._days, high)
        return self._dated[max(first, last - MOST_LOOKED_AT) : last]


def _nearest(found: Iterable[tuple[Rule, Link]]) -> Iterator[Link]:
    """Yield the links but, of a rule that takes only the nearest, the surest and then earliest for each first act."""
    best: dict[tuple[LinkKind, ActId], Link] = {}
    for rule, link in found:
        if not rule.is_only_nearest:
            yield link
        elif link.confidence > best.setdefault((link.kind, link.first), link).confidence:
            # They come in the order of their days.
            best[link.kind, link.first] = link
    yield from best.values()


def _links(acts: Sequence[Told]) -> Iterator[tuple[Rule, Link]]:
    """Yield what the rules find, for acts in the order of their days."""
    rules = load_rules()
    shelves: dict[tuple[int, str], _Shelf] = defaultdict(_Shelf)
    for first in sorted(acts, key=lambda told: (told.first_day or dt.date.max, told.id)):
        for number, rule in enumerate(rules):
            if rule.first.is_of_kind(first):
                for key in rule.keys_of_first(first):
                    shelves[number, key].put(first)
    for then in acts:
        linked: set[tuple[ActId, LinkKind]] = set()
        for number, rule in enumerate(rules):
            if rule.then.takes(then):
                candidates = {
                    first.id: first
                    for key in sorted(rule.keys_before(then))
                    if (number, key) in shelves
                    for first in shelves[number, key].before(then, rule)
                }
                yield from _links_by(rule, then, candidates, linked)


def _links_by(
    rule: Rule, then: Told, candidates: dict[ActId, Told], linked: set[tuple[ActId, LinkKind]]
) -> Iterator[tuple[Rule, Link]]:
    for first in candidates.values():
        if (first.id, rule.link) not in linked and (link := link_by(rule, first, then)) is not None:
            linked.add((first.id, rule.link))
            yield rule, link
