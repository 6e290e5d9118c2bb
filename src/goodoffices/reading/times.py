"""When an act is reported to happen: the date expression that belongs to a frame.

A date in the frame's own clause comes first; one elsewhere in the sentence counts only where the sentence has no other.
A bare weekday or month points forward for what is planned and back for what was.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.dates import Direction, Precision
from goodoffices.model.report import ReportedDate
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.sentence import Sentence

_DEPENDENT = frozenset({Opening.RELATIVE, Opening.SUBORDINATE})
_CUT_OFF = _DEPENDENT | {Opening.JOINED}


_HANGS_ON_ITEMS = 10
"""Within so many items of the act's word begins a relative clause that tells its date: "talks that were set for May".

One farther off hangs on another noun, and its date is that noun's.
"""


@dataclass(frozen=True, slots=True)
class Time:
    """A date, and how its expression points at it: on it, by it, after it."""

    on: ReportedDate
    direction: Direction


class Lies(StrEnum):
    """Where an act lies, seen from the day of publication."""

    AHEAD = "ahead"
    BEHIND = "behind"
    OPEN = "open"


Pointer = Callable[[DateMention, bool], DateMention]
"""Points a bare date at what is to come, or at what was."""


def find_time(frame: Frame, sentence: Sentence, point: Pointer, lies: Lies) -> Time | None:
    """Return the date of the act that a frame tells; None where the sentence gives none.

    Args:
        point: How to point a bare date ahead or back.
        lies: Where the act lies. A date by which something is due lies ahead anyway.
    """
    items, clauses, lexicon = sentence.items, sentence.clauses, sentence.lexicon
    dated = (index for index, item in enumerate(items) if item.date is not None)
    dates = [index for index in dated if not _dates_a_thing(items, index, lexicon)]
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
    is_ahead = lies is Lies.AHEAD or date.direction in (Direction.BY, Direction.BEFORE)
    is_known = is_ahead or lies is Lies.BEHIND
    pointed = point(date, is_ahead) if date.is_bare and is_known else date
    if pointed.interval is None:
        return None
    return Time(ReportedDate(interval=pointed.interval, spans=(pointed.span,)), pointed.direction)


_BESIDE = 3
"""A thing stands within so many items of its date."""


def _dates_a_thing(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a date says how old a thing is, and not when something happened: "the maps of 1976"."""
    thing = lexicon.class_atom("dated_thing")
    date = items[index].date
    if date is None or date.interval is None or date.interval.precision is not Precision.YEAR:
        return False
    return any(thing in item.atoms for item in items[max(index - _BESIDE, 0) : index + _BESIDE + 1])


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
