"""Which acts are asked for."""

from dataclasses import dataclass, replace
from datetime import date

from goodoffices.model.act import STATUSES, ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId

ANY = "*"
"""Stands for any field on which accounts differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which acts are asked for; everything that is empty or None leaves all."""

    kinds: tuple[ActKind, ...] = ()
    # Each a set of names for one party, as the record has them; an act has a part for someone of each set.
    parties: tuple[frozenset[str], ...] = ()
    issue: str = ""
    # One of the statuses of its kind.
    status: str = ""
    # None of these statuses; asked only of kinds that are named.
    without: tuple[str, ...] = ()
    # Names of places or states as the record has them: it happened in one of them, or is to.
    places: frozenset[str] = frozenset()
    # An article of this outlet tells of it, by the outlet's name.
    outlet: str = ""
    # An article in this language tells of it, ISO 639-1.
    lang: str = ""
    # What came of it by the day `on`, one of these: "unanswered", "overdue" ... as the views of its kind call it.
    outcomes: tuple[str, ...] = ()
    on: date | None = None
    # A field on which accounts differ; ANY for whichever.
    differs: str = ""
    # Its accounts count things.
    is_counted: bool = False
    # Days on which it happened; or, for what has no date or is still to come, was published.
    period: DateInterval | None = None
    # Only what has its day of lists in the period: it began in it or, without a date, was first published in it.
    begins: bool = False
    # Days in which a report of it was published.
    published: DateInterval | None = None
    # Also what every report tells as background.
    with_background: bool = False
    # Of these only so many, the latest by the day of lists; what has no day comes after all others.
    latest: int | None = None
    # But so many of the very latest are passed over.
    skip: int = 0
    # These at most; None for any.
    only: frozenset[ActId] | None = None

    def of(self, *kinds: ActKind) -> "Selection":
        """Return the same, of these kinds only."""
        return replace(self, kinds=kinds)

    @property
    def whole(self) -> "Selection":
        """The same, not cut."""
        return replace(self, latest=None, skip=0)

    @property
    def is_plain(self) -> bool:
        """Whether nothing but kinds, status and background is asked for."""
        plain = Selection(kinds=self.kinds, status=self.status, on=self.on, with_background=self.with_background)
        return self.whole == plain

    @property
    def is_indexed(self) -> bool:
        """Whether an index alone counts what is asked for, however much it is."""
        rest = replace(self, parties=(), issue="")
        return rest.is_plain and len(self.parties) + bool(self.issue) < 2

    @property
    def whats(self) -> tuple[str, ...]:
        """Kinds and statuses as `act_keys` has them; empty where all are asked for."""
        if not self.kinds and not self.status:
            return ()
        pairs = (
            f"{kind.value}/{status}"
            for kind in self.kinds or ActKind
            for status in ((self.status,) if self.status else (*STATUSES[kind], ""))
            if status not in self.without
        )
        return tuple(what for pair in pairs for what in ((pair, f"{pair}~") if self.with_background else (pair,)))
