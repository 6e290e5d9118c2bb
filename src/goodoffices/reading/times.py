"""When an act is reported to happen: the date expression that belongs to a frame.

A date in the frame's own clause comes first; one elsewhere in the sentence counts only where the sentence has no other.
A bare weekday or month points forward for what is planned and back for what was.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodoffices.model.dates import Direction
from goodoffices.model.report import ReportedDate
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item

_DEPENDENT = frozenset({Opening.RELATIVE, Opening.SUBORDINATE})
_CUT_OFF = _DEPENDENT | {Opening.JOINED}


_HANGS_ON_ITEMS = 10
"""Within so many items of the act's word begins a relative clause that tells its date: "talks that were set for Friday".

One farther off hangs on another noun, and its date is that noun's.
"""


@dataclass(frozen=True, slots=True)
class Time:
    """A date, and how its expression points at it: on it, by it, after it."""

    on: ReportedDate
    direction: Direction


Pointer = Callable[[DateMention], DateMention]
"""Points a bare date at what is to come."""


def find_time(
    frame: Frame, items: Sequence[Item], clauses: Sequence[Clause], forward: Pointer, *, is_to_come: bool
) -> Time | None:
    """Return the date of the act that a frame tells; None where the sentence gives none.

    Args:
        forward: How to point a bare date forward.
        is_to_come: Whether the act is to come, and not one that was. A date by which something is due lies ahead anyway.
    """
    dates = [index for index, item in enumerate(items) if item.date is not None]
    clause = clauses[frame.clause]
    own = [index for index in dates if clause.start <= index < clause.end]
    if not own and frame.entry.kind.one_act and clause.end - frame.match.last <= _HANGS_ON_ITEMS:
        own = [index for index in dates if clause.end <= index < reach_of(frame.clause, clauses)]
    if not own:
        own = _from_outer(frame, dates, clauses)
    if not own:
        return None
    nearest = min(own, key=lambda index: (abs(index - frame.match.head), index))
    date = items[nearest].date
    assert date is not None
    lies_ahead = is_to_come or date.direction in (Direction.BY, Direction.BEFORE)
    pointed = forward(date) if lies_ahead and date.is_bare else date
    if pointed.interval is None:
        return None
    return Time(ReportedDate(interval=pointed.interval, spans=(pointed.span,)), pointed.direction)


def reach_of(number: int, clauses: Sequence[Clause]) -> int:
    """Return where a clause ends, with a relative one that hangs on its last noun: "talks that were set for Friday"."""
    following = number + 1
    if following < len(clauses) and clauses[following].opening is Opening.RELATIVE:
        return clauses[following].end
    return clauses[number].end


def _from_outer(frame: Frame, dates: Sequence[int], clauses: Sequence[Clause]) -> list[int]:
    """Return the only date of the sentence, where the frame's clause is not cut off from it."""
    if len(dates) != 1:
        return []
    holding = next(clause for clause in clauses if clause.start <= dates[0] < clause.end)
    return [] if holding.opening in _CUT_OFF or clauses[frame.clause].opening in _DEPENDENT else list(dates)
