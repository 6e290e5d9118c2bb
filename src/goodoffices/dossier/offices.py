"""Who held which post of which state or body when."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.dossier.schema import HEADS_OF_STATE, Dossier, Person, Tenure
from goodoffices.model.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Holding:
    """One tenure with its holder."""

    person: Person
    tenure: Tenure

    def days_in(self, interval: DateInterval) -> int:
        """Return on how many days of an interval the post was held; all of them where nothing is known of when."""
        if self.tenure.held_on is None:
            return (interval.end - interval.start).days
        start = max(interval.start, self.tenure.held_on.start)
        end = min(interval.end, self.tenure.held_on.end)
        return max(0, (end - start).days)


class Offices:
    """The posts of several dossiers; where two tell of one post, the earlier dossier counts first."""

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        self._by_post: dict[tuple[str, str], list[Holding]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        for dossier in dossiers:
            for person in dossier.people:
                if person.id in self._by_person:
                    continue
                self._by_person[person.id] = list(person.offices)
                for tenure in person.offices:
                    self._by_post.setdefault((tenure.post, tenure.of), []).append(Holding(person, tenure))

    def holders(self, post: str, of: str, on: dt.date | DateInterval) -> list[Holding]:
        """Return who held a post in an interval, those who held it longest in it first; empty where unknown.

        Args:
            post: "head_of_state" asks for president, king, emir and supreme leader, in this order.
            of: Id of the state or body.
        """
        interval = on if isinstance(on, DateInterval) else DateInterval.day(on)
        posts: Sequence[str] = HEADS_OF_STATE if post == "head_of_state" else (post,)
        for asked in posts:
            held = [holding for holding in self._by_post.get((asked, of), ()) if holding.days_in(interval)]
            if held:
                return sorted(held, key=lambda holding: -holding.days_in(interval))
        return []

    def of_person(self, person: str) -> tuple[Tenure, ...]:
        """Return the posts of the person of that id, the latest last."""
        return tuple(self._by_person.get(person, ()))
