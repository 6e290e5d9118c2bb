"""Acts of the record to what followed from them: only what changed, and what it can touch, is looked at anew.

The outcome is that of `following.links` over all acts at once, in whatever order they came. A later act looks at the
latest of those that share a key with it, so that one that came or went can matter to no more than a few others.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count

from goodoffices.following.link_rules import Rule, load_rules
from goodoffices.following.links import MOST_LOOKED_AT, Link, link_by
from goodoffices.following.outcomes import KINDS_WITH_OUTCOME, outcome_of
from goodoffices.following.overlaps import KEYS
from goodoffices.following.told import Told
from goodoffices.following.tying import follow, told_by
from goodoffices.model.identifiers import ActId
from goodoffices.record.links import NO_DAY, LinkRow, LinkTable, OutcomeRow
from goodoffices.record.store import Record
from goodoffices.record.view import View

ACTS_IN_TRANSACTION = 1_000
_MOST_HELD = 20_000
"""So many acts are held at once: those of one neighbourhood are looked at together."""


def update_links(record: Record) -> None:
    """Tie acts that came or changed to what they followed from and to what followed from them."""
    linking = _Linking()
    linking.begin(record)
    while linking.link(record) or linking.fill_gaps(record) or linking.judge_outcomes(record):
        continue


@dataclass(slots=True)
class _Linking:
    """One update of a record's links."""

    # Every act of the record is looked at in this update as a later one, and so need not be as a first.
    _is_whole: bool = False
    _seen: int = -1
    _held: dict[ActId, Told | None] = field(default_factory=dict)
    # First acts of links that came or went in the transaction so far.
    _touched: set[ActId] = field(default_factory=set)

    def begin(self, record: Record) -> None:
        """Give the acts that changed the keys that are kept with links."""
        with record.writer() as writer:
            table, view = writer.links(), record.view()
            self._look_out(table)
            self._is_whole = table.are_most_changed()
            if self._is_whole:
                table.change_all()
                table.forget_shelves()
            for act in table.changed_with_words():
                told = self._told(view, act)
                if told is not None:
                    table.put_words(act, told.words)
        self._held.clear()

    def link(self, record: Record) -> bool:
        """Tie some of the acts that changed; False where there were none."""
        with record.writer() as writer:
            table, view = writer.links(), record.view()
            self._look_out(table)
            changed = table.changed(ACTS_IN_TRANSACTION)
            for act in changed:
                told = self._told(view, act)
                if told is not None:
                    self._link_to(table, view, told)
                    if not self._is_whole:
                        self._link_from(table, view, told)
            table.settle(changed)
            self._finish(table, view, changed)
        return bool(changed)

    def fill_gaps(self, record: Record) -> bool:
        """Look at what can have followed from others, where acts came between or went; False where none did."""
        with record.writer() as writer:
            table, view = writer.links(), record.view()
            self._look_out(table)
            left = table.take_shelves(ACTS_IN_TRANSACTION)
            again: set[ActId] = set()
            for key, what, day, act in left:
                for rule in _rules_by_first(what) if day != NO_DAY else ():
                    if any(key[0] in KEYS[name][0] for name in rule.found_by):
                        place = _Place(table, rule, key, date.fromisoformat(day), act)
                        again.update(place.laters() if place.is_crowded else ())
            self._link_again(table, view, again)
            self._finish(table, view, ())
        return bool(left)

    def judge_outcomes(self, record: Record) -> bool:
        """Keep what came of some of the acts from which something else follows; False where there were none."""
        with record.writer() as writer:
            table, view = writer.links(), record.view()
            self._look_out(table)
            taken = table.take_outcomes(ACTS_IN_TRANSACTION)
            chosen = [
                told
                for act in taken
                if (told := self._told(view, act)) is not None and told.act.kind in KINDS_WITH_OUTCOME
            ]
            links = follow(view, chosen)
            for told in chosen:
                outcome = outcome_of(told, links)
                if outcome is not None:
                    table.put_outcome(OutcomeRow(told.id, outcome.state, outcome.late_state, outcome.deadline))
        return bool(taken)

    def _look_out(self, table: LinkTable) -> None:
        """Trust nothing that was known before where another run wrote since."""
        version = table.data_version()
        if version != self._seen:
            self._is_whole, self._seen = False, version
            self._held.clear()
        if len(self._held) > _MOST_HELD:
            self._held.clear()

    def _told(self, view: View, act: ActId) -> Told | None:
        """Return an act as following sees it; None where it is gone."""
        if act not in self._held:
            listed = view.found(act)
            self._held[act] = None if listed is None else told_by(view, listed)
        return self._held[act]

    def _link_again(self, table: LinkTable, view: View, acts: Iterable[ActId]) -> None:
        for act in sorted(acts):
            told = self._told(view, act)
            if told is not None:
                self._link_to(table, view, told)

    def _link_to(self, table: LinkTable, view: View, then: Told) -> None:
        """Keep from what an act followed."""
        found: dict[tuple[ActId, str], Link] = {}
        for rule in _rules_by_then(_what(then)):
            if not rule.then.takes(then):
                continue
            for act in _firsts(table, rule, then):
                first = self._told(view, act)
                if first is not None and (act, rule.link) not in found and (link := link_by(rule, first, then)):
                    found[act, rule.link] = link
        self._touched |= table.put_links(then.id, list(map(_row, found.values())))

    def _link_from(self, table: LinkTable, view: View, first: Told) -> None:
        """Keep what followed from an act."""
        pairs: dict[ActId, list[Rule]] = defaultdict(list)
        for rule in _rules_by_first(_what(first)):
            for key in sorted(rule.keys_of_first(first)) if rule.first.takes(first) else ():
                for act in _Place(table, rule, key, first.first_day, first.id).laters():
                    pairs[act].append(rule)
        known = set(table.laters_of(first.id))
        for act in sorted((pairs.keys() | known) - {first.id}):
            then = self._told(view, act)
            found: dict[str, Link] = {}
            for rule in pairs.get(act, ()) if then is not None else ():
                if rule.link not in found and then is not None and (link := link_by(rule, first, then)) is not None:
                    found[rule.link] = link
            self._touched |= table.put_links(act, list(map(_row, found.values())), first=first.id)

    def _finish(self, table: LinkTable, view: View, changed: Iterable[ActId]) -> None:
        """Of links of which only the nearest counts, find it; note of which acts the outcome is to be judged."""
        for first in sorted(self._touched):
            told = self._told(view, first)
            if told is not None and told.act.kind in _nearest_kinds():
                for kind, later in table.nearest(first, _nearest_links()):
                    table.set_nearest(first, kind, later)
        ends = (self._told(view, act) for act in sorted(self._touched.union(changed)))
        table.change_outcomes(told.id for told in ends if told is not None and told.act.kind in KINDS_WITH_OUTCOME)
        self._touched.clear()


def _what(told: Told) -> str:
    return f"{told.act.kind.value}/{told.act.status}"


@cache
def _rules_by_first(what: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules() if what in rule.first.whats)


@cache
def _rules_by_then(what: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules() if what in rule.then.whats)


@cache
def _nearest_links() -> tuple[str, ...]:
    return tuple(sorted({rule.link.value for rule in load_rules() if rule.is_only_nearest}))


@cache
def _nearest_kinds() -> frozenset[str]:
    return frozenset(kind for rule in load_rules() if rule.is_only_nearest for kind in rule.first.kinds)


def _row(link: Link) -> LinkRow:
    return LinkRow(link.first, link.then, link.kind.value, link.reason, link.confidence)


def _firsts(table: LinkTable, rule: Rule, then: Told) -> list[ActId]:
    """Return what a later act is compared with by a rule: by each key the latest."""
    keys = sorted(rule.keys_before(then))
    if not keys:
        return []
    low, high = NO_DAY, NO_DAY
    if then.first_day is not None:
        low, high = (day.isoformat() for day in rule.days_before(then.first_day))
    limit = 4 * MOST_LOOKED_AT
    found = table.found(keys, rule.first.whats, low, high, limit)
    if len(found) == limit:
        found = [row for key in keys for row in table.found([key], rule.first.whats, low, high, MOST_LOOKED_AT)]
    places: dict[str, count[int]] = defaultdict(count)
    latest = (act for key, _, act in found if next(places[key]) < MOST_LOOKED_AT)
    return [act for act in dict.fromkeys(latest) if act != then.id]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an act stands, or stood, among those that can stand first by a rule and share a key."""

    table: LinkTable
    rule: Rule
    key: str
    # None where nobody knows it.
    day: date | None
    act: ActId

    @property
    def is_crowded(self) -> bool:
        """Whether so many stand around that not all of them are looked at."""
        if self.day is None:
            return False
        low, high = self.rule.days_before(self.day)[0], self.rule.days_after(self.day)[1]
        around = (low.isoformat(), high.isoformat())
        return self.table.is_crowded(self.key, self.rule.first.whats, *around, MOST_LOOKED_AT - 1)

    def laters(self) -> list[ActId]:
        """Return the later acts that look at this place."""
        low, high = NO_DAY, NO_DAY
        if self.day is not None:
            low, high = (one.isoformat() for one in self.rule.days_after(self.day))
            if self.is_crowded:
                high = min(high, self._last_day())
        rows = self.table.found(self._keys_after(), self.rule.then.whats, low, high, -1)
        return list(dict.fromkeys(act for _, _, act in rows))

    def _last_day(self) -> str:
        """Return the last day from which so far back is looked."""
        assert self.day is not None
        whats = self.rule.first.whats
        last = self.table.day_after(self.key, whats, self.day.isoformat(), self.act, MOST_LOOKED_AT)
        if last == NO_DAY:
            return NO_DAY
        return (self.rule.days_after(date.fromisoformat(last))[0] - timedelta(days=1)).isoformat()

    def _keys_after(self) -> list[str]:
        kinds = (kind for name in self.rule.found_by if self.key[0] in KEYS[name][0] for kind in KEYS[name][1])
        return sorted({f"{kind}{self.key[1:]}" for kind in kinds} or {self.key})
