"""What followed from what: links between acts, each with its kind, its reason and how sure it is.

Pure: a function of the acts and of people's judgements, the same in any order. Acts are looked up by party, place,
issue and day, never all against all; of very many that could have led to one act, only the latest are looked at. The
record keeps what the rules find (`engine.linking`), by the same functions.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from goodoffices.following.link_rules import LinkKind, Rule, load_rules
from goodoffices.following.overlaps import one_article
from goodoffices.following.told import Told
from goodoffices.model.identifiers import ActId
from goodoffices.model.judgement import Judgement, Verdict

MOST_LOOKED_AT = 50
"""With how many earlier acts that share a key, and can stand first by a rule, an act is compared: the latest."""

UNDATED_COSTS = 0.1
"""What a link loses of its confidence where only one article's telling of both ties two acts of unknown order."""


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


class Links:
    """Links between acts, each way.

    Args:
        links: Each once.
        told: Gives the act of an id, for every end of a link.
    """

    def __init__(self, links: Iterable[Link], told: Callable[[ActId], Told]) -> None:
        self.told = told
        """Returns the act of an id, one of those that stand at the end of a link."""
        self._after: dict[ActId, list[Link]] = defaultdict(list)
        self._before: dict[ActId, list[Link]] = defaultdict(list)
        for link in sorted(links, key=self._link_order):
            self._after[link.first].append(link)
            self._before[link.then].append(link)

    def _link_order(self, link: Link) -> tuple[object, ...]:
        return (*_order(self.told(link.then)), *_order(self.told(link.first)), link.kind)

    def after(self, act: ActId, *kinds: LinkKind) -> tuple[Link, ...]:
        """Return what followed from an act, in the order of days; of all kinds where none is named."""
        return tuple(link for link in self._after.get(act, ()) if not kinds or link.kind in kinds)

    def before(self, act: ActId, *kinds: LinkKind) -> tuple[Link, ...]:
        """Return from what an act followed, in the order of days; of all kinds where none is named."""
        return tuple(link for link in self._before.get(act, ()) if not kinds or link.kind in kinds)

    def in_order(self, acts: Iterable[ActId]) -> list[Told]:
        """Return these acts by day, kind and id."""
        return sorted(map(self.told, acts), key=_order)

    def __iter__(self) -> Iterator[Link]:
        """Yield every link once, in the order of the first acts' days."""
        return (link for told in self.in_order(self._after) for link in self._after[told.id])


def _order(told: Told) -> tuple[dt.date, str, str]:
    return told.first_day or dt.date.max, told.act.kind.value, told.id


def link_by(rule: Rule, first: Told, then: Told) -> Link | None:
    """Return the link by which a rule ties two acts that found each other by a key; None where it does not."""
    if not rule.fits(first, then) or not _can_be_in_order(first, then):
        return None
    found = rule.judge(first, then)
    if found is None:
        return None
    confidence, reason = found
    if first.first_day is None or then.first_day is None:
        confidence = round(confidence - UNDATED_COSTS, 2)
    elif after := _after_words((then.first_day - first.first_day).days):
        reason = f"{reason}; {after}" if reason else after
    return Link(kind=rule.link, first=first.id, then=then.id, reason=reason, confidence=confidence)


def _can_be_in_order(first: Told, then: Told) -> bool:
    """Return whether days tell which of two acts was first, or, of two without a day, one article tells of both."""
    has_no_day = [told.first_day is None for told in (first, then)]
    return not any(has_no_day) or (all(has_no_day) and one_article(first, then)[0] is True)


def _after_words(days: int) -> str:
    return {0: "the same day", 1: "1 day later"}.get(days, f"{days} days later" if days > 0 else "")


def judged(
    links: Iterable[Link], told: Callable[[ActId], Told], verdicts: Mapping[frozenset[ActId], Judgement]
) -> Iterator[Link]:
    """Yield the links that stand: those that people cut are left out, those that they confirm are sure.

    Args:
        told: Gives the act of an id, also of those that people tied.
        verdicts: The last word of people on pairs of acts.
    """
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
            one, other = sorted(map(told, pair), key=_order)
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
