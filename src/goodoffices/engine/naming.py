"""Names that nobody has listed, in the reports of the record: which of them are of one bearer, across articles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from goodoffices.engine.listed import listed_name
from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.skeleton import name_keys
from goodoffices.model.report import PARTY_FIELDS, Filler, Report
from goodoffices.record.names import Name, NameTable
from goodoffices.resolving.bearers import SURE, Bearer, called, is_full, may_be_one
from goodoffices.resolving.names import compare_names

_SINGLE = ("host", "speaker")


@dataclass(slots=True)
class Naming:
    """The names of one transaction."""

    table: NameTable
    _called: dict[Bearer, str] = field(default_factory=dict)
    # Names that came or went, and those that these can be.
    _touched: set[Bearer] = field(default_factory=set)

    def note(self, report_id: str, report: Report | None) -> None:
        """Take account of which names a report uses; None for one that makes no act."""
        before = {Bearer(*name) for name in self.table.uses_of(report_id)}
        now = set(_bearers(report)) if report is not None else set()
        if before == now:
            return
        self.table.set_uses(report_id, now)
        for bearer in sorted(now - before):
            if not self.table.called(bearer):
                self._add(bearer)
        for bearer in sorted(before - now):
            if not self.table.is_used(bearer):
                self._touched.discard(bearer)
                self._touched.update(Bearer(*other) for other in self.table.paired(bearer))
                self.table.drop(bearer)

    def _add(self, bearer: Bearer) -> None:
        scripts = load_scripts()
        words = [keys for word in bearer.name.split() if (keys := name_keys(word, scripts) - {""})]
        keys = frozenset[str]().union(*words)
        found = [Bearer(*name) for name in self.table.alike(keys, min(2, len(words)))] if words else []
        self.table.add(bearer, keys)
        self._touched.add(bearer)
        for other in found:
            if may_be_one(bearer, other) and compare_names(bearer.name, other.name, scripts=scripts).score >= SURE:
                self.table.pair(bearer, other)

    def settle(self) -> None:
        """Decide what the bearers of the names that came, and of all that they can be, are called."""
        seen: set[Bearer] = set()
        for start in sorted(self._touched):
            if start not in seen and self.table.called(start):
                group = self._reached(start)
                seen |= group
                for bearer, name in sorted(called(group, self._can_be_one).items()):
                    if self.table.called(bearer) != name:
                        self.table.call(bearer, name)
        self._touched.clear()
        self._called.clear()

    def _reached(self, start: Bearer) -> set[Bearer]:
        """Return all names that can be one with a name, with one of those, and so on."""
        reached, waiting = {start}, [start]
        while waiting:
            for name in self.table.paired(waiting.pop()):
                if (other := Bearer(*name)) not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached

    def _can_be_one(self, one: Bearer, other: Bearer) -> bool:
        return one.name == other.name or tuple(other) in self.table.paired(one)

    def renamed(self, report: Report) -> Report:
        """Return the report with every such name as acts call its bearer."""
        changes: dict[str, tuple[Filler, ...] | Filler | None] = {}
        for role in PARTY_FIELDS:
            fillers = getattr(report, role)
            new = tuple(map(self._renamed, fillers))
            if new != fillers:
                changes[role] = new
        for role in _SINGLE:
            filler = getattr(report, role)
            if filler is not None and (other := self._renamed(filler)) != filler:
                changes[role] = other
        return replace(report, **changes) if changes else report  # type: ignore[arg-type]

    def _renamed(self, filler: Filler) -> Filler:
        if filler.actor is not None or not is_full(filler.value):
            return filler
        bearer = Bearer(filler.value, filler.stands_for)
        if bearer not in self._called:
            name: Name = bearer
            self._called[bearer] = listed_name(*bearer) or self.table.called(name) or filler.value
        return replace(filler, value=self._called[bearer])


def _bearers(report: Report) -> Iterator[Bearer]:
    """Yield the full names of a report that nobody has listed."""
    singles: Iterable[Filler | None] = (getattr(report, role) for role in _SINGLE)
    parties = (filler for role in PARTY_FIELDS for filler in getattr(report, role))
    for filler in (*parties, *singles):
        if filler is not None and filler.actor is None and is_full(filler.value):
            yield Bearer(filler.value, filler.stands_for)
