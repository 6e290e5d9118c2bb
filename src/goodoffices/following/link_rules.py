"""The table of which act can follow from which, and why: `data/links.yml` as frozen rules."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from goodoffices.following.overlaps import KEYS, OVERLAPS, Overlap
from goodoffices.following.told import Told
from goodoffices.model.act import STATUSES, ActKind


class LinkKind(StrEnum):
    """What a later act is to an earlier one."""

    CONSENT = "consent"
    REFUSAL = "refusal"
    REPETITION = "repetition"
    MEETING = "meeting"
    """A meeting that came of an offer or an invitation, or was held during a visit."""
    VISIT = "visit"
    COMMITMENT = "commitment"
    AGREEMENT = "agreement"
    FULFILMENT = "fulfilment"
    BREACH = "breach"
    ACCUSATION = "accusation"
    """Someone says that what was undertaken is not kept."""
    HELD = "held"
    CALLED_OFF = "called_off"
    STAGE = "stage"
    """The same document, at a further stage or again."""
    SUM = "sum"
    """A report that sums up several visits."""
    CAME = "came"
    """What was predicted."""
    RELATED = "related"
    """Tied by a person, where no rule knows such a tie."""


@dataclass(frozen=True, kw_only=True)
class End:
    """Which acts can stand at one end of a link."""

    # Without slots, for the sake of what is worked out once.

    kinds: tuple[ActKind, ...]
    # None for any.
    statuses: tuple[str, ...] | None = None
    not_statuses: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    # None for both.
    is_dated: bool | None = None
    least_targets: int = 0

    @cached_property
    def whats(self) -> tuple[str, ...]:
        """Kinds and statuses that acts at this end can have, as `record/sql/0008-links.sql` has them."""
        found = (
            f"{kind.value}/{status}"
            for kind in self.kinds
            for status in (*STATUSES[kind], "")
            if (self.statuses is None or status in self.statuses) and status not in self.not_statuses
        )
        return tuple(what for both in found for what in (both, f"{both}~"))

    def is_of_kind(self, told: Told) -> bool:
        """Return whether an act can stand here by its kind and status."""
        act = told.act
        return (
            act.kind in self.kinds
            and (self.statuses is None or act.status in self.statuses)
            and act.status not in self.not_statuses
        )

    def takes(self, told: Told) -> bool:
        """Return whether an act can stand here."""
        act = told.act
        return (
            self.is_of_kind(told)
            and (not self.issues or act.issue in self.issues)
            and (self.is_dated is None or self.is_dated == (act.happened_on is not None))
            and len(act.targets) >= self.least_targets
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a later act is taken to follow from an earlier one."""

    link: LinkKind
    first: End
    then: End
    # Days after the first, both inclusive.
    from_days: int
    until_days: int
    # Every group must hold; of a group, one. A name that ends in "?" holds unless it is known not to be so.
    needs: tuple[tuple[str, ...], ...]
    weights: Mapping[str, float]
    # Overlaps of which one holds wherever the rule does: by these two acts find each other.
    found_by: tuple[str, ...]
    # How many of the overlaps that have weights must hold.
    least: int = 1
    # "kind", "status" or "".
    like: str = ""
    # Of several later acts only the surest, of these the earliest.
    is_only_nearest: bool = False

    def fits(self, first: Told, then: Told) -> bool:
        """Return whether two acts can stand at its two ends, by their kinds and statuses."""
        if first.id == then.id or not (self.first.takes(first) and self.then.takes(then)):
            return False
        return (
            not self.like
            or (first.act.kind is then.act.kind and self.like == "kind")
            or (first.act.status == then.act.status and self.like == "status")
        )

    def keys_of_first(self, first: Told) -> frozenset[str]:
        """Return by which of its keys an act that stands first is found; without a day, by its articles only."""
        is_dated = first.first_day is not None
        kinds = frozenset(kind for name in self.found_by for kind in KEYS[name][0]) if is_dated else frozenset("c")
        return frozenset(key for key in first.keys if key[0] in kinds)

    def keys_before(self, then: Told) -> frozenset[str]:
        """Return the keys of those from which a later act can have followed; without a day, of its articles only."""
        if then.first_day is None:
            return frozenset(key for key in then.keys if key[0] == "c")
        return frozenset(
            f"{kind}{key[1:]}"
            for name in self.found_by
            for key in then.keys
            if key[0] in KEYS[name][1]
            for kind in KEYS[name][0]
        )

    def days_before(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """Return the first and last day on which that can have been from which something follows on a day."""
        return _shifted(day, -self.until_days), _shifted(day, -self.from_days)

    def days_after(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """Return the first and last day on which something can follow from an act of a day."""
        return _shifted(day, self.from_days), _shifted(day, self.until_days)

    def judge(self, first: Told, then: Told) -> tuple[float, str] | None:
        """Return with what confidence the later follows from the first, and why; None where it does not.

        The caller has looked at kinds and days. Confidence, 0.5 to 0.95, orders links; it is no probability.
        """
        found: dict[str, Overlap] = {}

        def at(name: str) -> Overlap:
            if name not in found:
                found[name] = OVERLAPS[name](first, then)
            return found[name]

        for group in self.needs:
            if not any(at(name.rstrip("?"))[0] is not False if name[-1] == "?" else at(name)[0] for name in group):
                return None
        holding = {name: weight for name, weight in self.weights.items() if at(name)[0]}
        if len(holding) < self.least:
            return None
        share = sum(holding.values()) / sum(self.weights.values())
        return round(0.5 + 0.45 * share, 2), "; ".join(at(name)[1] for name in holding if at(name)[1])


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the table."""
    rows = yaml.safe_load((files("goodoffices.following") / "data" / "links.yml").read_text("utf-8"))
    return tuple(map(_rule, rows))


def _rule(row: Mapping[str, Any]) -> Rule:
    unknown = set(row) - {"link", "first", "then", "days", "needs", "weights", "least", "like", "only", "found"}
    needs = tuple(tuple(group.split("|")) for group in row["needs"])
    names = {name.rstrip("?") for group in needs for name in group} | set(row["weights"])
    if unknown or names - set(OVERLAPS):
        raise ValueError(f"links.yml: nothing is called {', '.join(sorted(unknown | (names - set(OVERLAPS))))}")
    from_days, until_days = row["days"]
    return Rule(
        link=LinkKind(row["link"]),
        first=_end(row["first"]),
        then=_end(row["then"]),
        from_days=from_days,
        until_days=until_days,
        needs=needs,
        weights=row["weights"],
        found_by=_found_by(row, needs),
        least=row.get("least", 1),
        like=row.get("like", ""),
        is_only_nearest=row.get("only", "") == "nearest",
    )


def _found_by(row: Mapping[str, Any], needs: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the overlaps that the row names, or else the narrowest group of which one must hold."""
    if "found" in row:
        return tuple(row["found"].split("|"))
    groups = [group for group in needs if all(name in KEYS for name in group)]
    # An issue is shared by very many.
    return min(groups, key=lambda group: "issue" in group)


def _shifted(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later; the first or last of the calendar where there is none."""
    return dt.date.fromordinal(min(max(1, day.toordinal() + days), dt.date.max.toordinal()))


def _end(row: Mapping[str, Any]) -> End:
    held = dict(row)
    kinds = tuple(ActKind(kind) for kind in held.pop("kinds"))
    lists: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in held.items()}
    return End(kinds=kinds, **lists)
