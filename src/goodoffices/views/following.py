"""What followed from what: links between acts, each with its kind, its reason and how sure it is.

Pure: a function of the acts and of people's judgements, the same in any order. Acts are looked up by party, place,
issue and day, never all against all; of very many that could have led to one act, only the latest are looked at.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from goodoffices.model.identifiers import ActId
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.record.judgements import Settled
from goodoffices.views.link_rules import LinkKind, Rule, load_rules
from goodoffices.views.overlaps import KEYS, one_article
from goodoffices.views.told import Told
from goodoffices.views.verdicts import link_verdicts

MOST_LOOKED_AT = 100
"""How many earlier acts of one kind, with one party in common, an act is compared with: the latest."""

UNDATED_COSTS = 0.1
"""What a link loses of its confidence where nothing but one article's telling of both ties two acts of unknown order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A later act that follows from an earlier one."""

    kind: LinkKind
    first: ActId
    then: ActId
    # Why it is taken to follow, in words; of a confirmed link also who confirmed it.
    reason: str
    # Above 0 up to 0.95; 1 where a person confirmed it. It orders links and is no probability.
    confidence: float
    # Who confirmed it; empty where only the rules tie the two.
    confirmed_by: str = ""


class Following:
    """The links between some acts.

    Args:
        acts: All that can stand at an end of a link.
        judgements: People's, by time: one on a report of each of two acts confirms or cuts what ties the two.
        firsts: What followed from these is asked, and what they themselves followed from only where they are among
            `thens` too; None asks it of all.
        thens: From what these followed is asked besides.
    """

    def __init__(
        self,
        acts: Iterable[Told],
        judgements: Iterable[Settled] = (),
        *,
        firsts: Iterable[ActId] | None = None,
        thens: Iterable[ActId] | None = None,
    ) -> None:
        wanted = _Wanted(firsts, thens)
        self._acts = {told.id: told for told in sorted(acts, key=_order)}
        links = _judged(_nearest(_links(list(self._acts.values()), wanted)), self._acts, judgements)
        self._after: dict[ActId, list[Link]] = defaultdict(list)
        self._before: dict[ActId, list[Link]] = defaultdict(list)
        for link in sorted(links, key=self._link_order):
            self._after[link.first].append(link)
            self._before[link.then].append(link)

    def _link_order(self, link: Link) -> tuple[object, ...]:
        return (*_order(self._acts[link.then]), *_order(self._acts[link.first]), link.kind)

    def after(self, act: ActId, *kinds: LinkKind) -> tuple[Link, ...]:
        """Return what followed from an act, in the order of days; of all kinds where none is named."""
        return tuple(link for link in self._after.get(act, ()) if not kinds or link.kind in kinds)

    def before(self, act: ActId, *kinds: LinkKind) -> tuple[Link, ...]:
        """Return from what an act followed, in the order of days; of all kinds where none is named."""
        return tuple(link for link in self._before.get(act, ()) if not kinds or link.kind in kinds)

    def told(self, act: ActId) -> Told:
        """Return the act of that id, one of those that were given."""
        return self._acts[act]

    def in_order(self, acts: Iterable[ActId]) -> list[Told]:
        """Return these acts by day, kind and id."""
        return sorted((self._acts[act] for act in acts), key=_order)

    def __iter__(self) -> Iterator[Link]:
        """Yield every link once, in the order of the first acts' days."""
        return (link for act in self._acts for link in self._after.get(act, ()))


def _order(told: Told) -> tuple[dt.date, str, str]:
    return told.first_day or dt.date.max, told.act.kind.value, told.id


class _Wanted:
    """Which acts are asked about; None asks about all."""

    def __init__(self, firsts: Iterable[ActId] | None, thens: Iterable[ActId] | None) -> None:
        self._firsts = None if firsts is None else frozenset(firsts)
        self._thens = None if thens is None else frozenset(thens)

    def is_shelved(self, told: Told) -> bool:
        """Return whether something can be asked to have followed from an act."""
        return self._firsts is None or bool(self._thens) or told.id in self._firsts

    def is_pair(self, rule: Rule, first: Told, then: Told) -> bool:
        """Return whether it is asked, or must be known for what is asked, whether the one followed from the other."""
        if rule.is_only_nearest and self._thens:
            return True
        return self._firsts is None or first.id in self._firsts or (self._thens is not None and then.id in self._thens)


class _Shelf:
    """Earlier acts of one kind that share one key, by day."""

    def __init__(self) -> None:
        self.days: list[dt.date] = []
        self.dated: list[Told] = []
        self.undated: list[Told] = []

    def put(self, told: Told) -> None:
        """Add an act; those with a day come in its order."""
        if told.first_day is None:
            self.undated.append(told)
        else:
            self.days.append(told.first_day)
            self.dated.append(told)

    def between(self, then: Told, rule: Rule) -> Sequence[Told]:
        """Return the latest from which an act can follow by its day."""
        day = then.first_day
        if day is None:
            found = self.dated + (self.undated if rule.from_days <= 0 else [])
        else:
            first = bisect_left(self.days, _earlier(day, rule.until_days))
            last = bisect_right(self.days, _earlier(day, rule.from_days))
            found = self.undated[-MOST_LOOKED_AT:] + self.dated[max(first, last - MOST_LOOKED_AT) : last]
        return found[-MOST_LOOKED_AT:]


def _earlier(day: dt.date, days: int) -> dt.date:
    """Return the day so many days before; the first of the calendar where there is none."""
    return dt.date.fromordinal(max(1, day.toordinal() - days))


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


def _links(acts: Sequence[Told], wanted: _Wanted) -> Iterator[tuple[Rule, Link]]:
    """Yield what the rules find, for acts in the order of their days."""
    rules = load_rules()
    shelves: dict[tuple[int, str], _Shelf] = defaultdict(_Shelf)
    for first in filter(wanted.is_shelved, acts):
        for number, rule in enumerate(rules):
            if rule.first.takes(first):
                for key in _keys(rule, first, 0):
                    shelves[number, key].put(first)
    for then in acts:
        linked: set[tuple[ActId, LinkKind]] = set()
        for number, rule in enumerate(rules):
            if rule.then.takes(then):
                candidates = {
                    first.id: first
                    for key in sorted(_keys(rule, then, 1))
                    if (number, key) in shelves
                    for first in shelves[number, key].between(then, rule)
                    if wanted.is_pair(rule, first, then)
                }
                yield from _links_by(rule, then, candidates, linked)


def _keys(rule: Rule, told: Told, end: int) -> frozenset[str]:
    """Return by what an act at one end of a rule, 0 or 1, finds those at the other."""
    return frozenset().union(*(KEYS[name][end](told) for name in rule.found_by))


def _links_by(
    rule: Rule, then: Told, candidates: dict[ActId, Told], linked: set[tuple[ActId, LinkKind]]
) -> Iterator[tuple[Rule, Link]]:
    for first in candidates.values():
        if (first.id, rule.link) in linked or not rule.fits(first, then):
            continue
        if not _can_be_in_order(first, then):
            continue
        judged = rule.judge(first, then)
        if judged is None:
            continue
        confidence, reason = judged
        if first.first_day is None or then.first_day is None:
            confidence = round(confidence - UNDATED_COSTS, 2)
        elif after := _after_words((then.first_day - first.first_day).days):
            reason = f"{reason}; {after}" if reason else after
        linked.add((first.id, rule.link))
        yield rule, Link(kind=rule.link, first=first.id, then=then.id, reason=reason, confidence=confidence)


def _can_be_in_order(first: Told, then: Told) -> bool:
    """Return whether days tell which of two acts was first, or, of two without a day, one article tells of both."""
    has_no_day = [told.first_day is None for told in (first, then)]
    return not any(has_no_day) or (all(has_no_day) and one_article(first, then)[0])


def _after_words(days: int) -> str:
    return {0: "the same day", 1: "1 day later"}.get(days, f"{days} days later" if days > 0 else "")


def _judged(links: Iterable[Link], acts: dict[ActId, Told], judgements: Iterable[Settled]) -> Iterator[Link]:
    """Yield the links that stand: those that people cut are left out, those that they confirm are sure."""
    act_of = {str(report): told.id for told in acts.values() for report in told.act.reports}
    verdicts = link_verdicts(judgements, act_of)
    tied: set[frozenset[ActId]] = set()
    for link in links:
        pair = frozenset({link.first, link.then})
        judgement = verdicts.get(pair)
        if judgement is None:
            yield link
        elif judgement.verdict is Verdict.CONFIRM:
            tied.add(pair)
            yield replace(link, confidence=1.0, confirmed_by=judgement.by, reason=_confirmed(link.reason, judgement))
    for pair, judgement in verdicts.items():
        if judgement.verdict is Verdict.CONFIRM and pair not in tied:
            one, other = sorted((acts[act] for act in pair), key=_order)
            yield _tied_by(judgement, one, other)


def _confirmed(reason: str, judgement: Judgement) -> str:
    said = f"confirmed by {judgement.by}{f': {judgement.reason}' if judgement.reason else ''}"
    return f"{reason}; {said}" if reason else said


def _tied_by(judgement: Judgement, one: Told, other: Told) -> Link:
    """Return the link that a person made between two acts that the rules do not tie."""
    for first, then in ((one, other), (other, one)):
        for rule in load_rules():
            if rule.fits(first, then):
                return _person_link(rule.link, first, then, judgement)
    return _person_link(LinkKind.RELATED, one, other, judgement)


def _person_link(kind: LinkKind, first: Told, then: Told, judgement: Judgement) -> Link:
    reason = _confirmed("", judgement)
    return Link(kind=kind, first=first.id, then=then.id, reason=reason, confidence=1.0, confirmed_by=judgement.by)
