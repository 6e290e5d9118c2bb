"""An act as following sees it: who has which part, by the own name and by that of whom they speak for; and since when.

Made from what `record.finding` gives: no report is opened for it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from goodoffices.model.act import Act
from goodoffices.model.identifiers import ActId
from goodoffices.model.issue import OTHER
from goodoffices.record.finding import Listed

Names = Mapping[str, frozenset[str]]
"""Each party by the name that the act has, with all names that it goes by: its own, and whom it speaks for."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """An act with the names of its parties and of the states and bodies they speak for."""

    # Without slots: what rules ask of it again and again is worked out once.

    act: Act
    # By role: actors, targets, mediators, host, speaker; a role that nobody has is not there.
    parts: Mapping[str, Names]
    # First day of the first publication; None where no article has a date.
    reported_on: dt.date | None
    # Keys of the articles that tell of it.
    articles: frozenset[int] = frozenset()
    # For a prediction: the acts that its own words tell of.
    beside: tuple["Told", ...] = ()

    @classmethod
    def of(cls, listed: Listed, beside: Iterable["Told"] = ()) -> "Told":
        """Return what was found, as following sees it."""
        parts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for role, party, name in listed.parts:
            parts[role][name].add(party)
        held = {role: {name: frozenset(all_) for name, all_ in names.items()} for role, names in parts.items()}
        return cls(
            act=listed.act, parts=held, reported_on=listed.reported_on, articles=listed.articles, beside=tuple(beside)
        )

    @property
    def id(self) -> ActId:
        """The act's id."""
        return self.act.id

    @cached_property
    def first_day(self) -> dt.date | None:
        """The first day on which it can have happened, or else on which it was told; None where neither is known."""
        return self.act.happened_on.start if self.act.happened_on is not None else self.reported_on

    def names(self, *roles: str) -> frozenset[str]:
        """Return everyone who has one of these roles, by all names."""
        return frozenset(
            name for role in roles for all_names in self.parts.get(role, {}).values() for name in all_names
        )

    def sides(self, *roles: str) -> frozenset[str]:
        """Return for whom those who have one of these roles speak: the state or body, or they themselves."""
        return frozenset(
            side_of(name, all_names) for role in roles for name, all_names in self.parts.get(role, {}).items()
        )

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who acts, by all names."""
        return self.names("actors")

    @cached_property
    def targets(self) -> frozenset[str]:
        """To whom it is addressed, by all names."""
        return self.names("targets")

    @cached_property
    def everyone(self) -> frozenset[str]:
        """All who have a part but the speaker, by all names."""
        return self.names("actors", "targets", "mediators", "host")

    @cached_property
    def places(self) -> frozenset[str]:
        """Its place, the state in which that lies, and who hosts it."""
        places = {self.act.country} if self.act.country else {self.act.place}
        return (frozenset(places) | self.names("host")) - {""}

    @property
    def issue(self) -> str:
        """The issue's id; empty where it concerns none."""
        return "" if self.act.issue == OTHER else self.act.issue

    @cached_property
    def keys(self) -> frozenset[str]:
        """By what acts find each other, as `record/sql/0008-links.sql` explains it."""
        found = {f"{role[0]}{name}" for role in self.parts for name in self.names(role)}
        found.update(f"c{article}" for article in self.articles)
        if place := self.act.country or self.act.place:
            found.add(f"p{place}")
        if self.issue:
            found.add(f"i{self.issue}")
        return frozenset(found | self.words)

    @property
    def words(self) -> frozenset[str]:
        """Those of the keys that are not seen from the act's row: document, quantity, and who is told of beside it."""
        given = (("d", self.value("document").casefold()), ("q", self.value("quantity")))
        beside = {f"b{name}" for told in self.beside for name in told.everyone}
        return frozenset({f"{kind}{value}" for kind, value in given if value} | beside)

    def value(self, field: str) -> str:
        """Return the first value of a further field; empty where no report gives one."""
        return next((value.value for value in self.act.values if value.field == field), "")


def side_of(name: str, all_names: frozenset[str]) -> str:
    """Return for whom a party of that name speaks: the first state or body of its names, or itself."""
    return min(all_names - {name}, default=name)
