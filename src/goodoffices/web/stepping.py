"""Time in steps of a quarter, or of a year where those are too many: how much lies in each, and what stands beside it.

Units: pixels.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.model.dates import DateInterval

HEIGHT = 44
"""Of the highest bar."""

_MOST_QUARTERS = 24
_WIDEST, _NARROWEST, _WIDTH = 46, 22, 1100


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One quarter or year."""

    # "Q2 2024", "2024".
    title: str
    # First and last month, or the year, as a filter has them.
    since: str
    until: str
    count: int
    # Whether just these days are asked for.
    is_chosen: bool
    x: int
    # Of the bar; at least a line where there is something.
    height: float
    # What is written under it; empty where that would crowd.
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All steps from the first day with something to the last."""

    steps: tuple[Step, ...]
    # Of each, with the gap after it.
    width: int
    # Places in `steps` of those before and after the one that is asked for; None where there is none.
    before: int | None
    after: int | None


def steps_of(months: Mapping[dt.date, int], asked: DateInterval | None) -> Steps:
    """Return the steps that months lie in.

    Args:
        months: How much lies in each, by its first day.
        asked: The days that are shown at present.
    """
    held = sorted(months)
    if not held:
        return Steps(steps=(), width=_WIDEST, before=None, after=None)
    quarters = _quarter(held[-1]) - _quarter(held[0]) + 1
    unit = 1 if quarters <= _MOST_QUARTERS else 4
    counts: Counter[int] = Counter()
    for day in held:
        counts[_quarter(day) // unit] += months[day]
    numbers = range(min(counts), max(counts) + 1)
    width = max(_NARROWEST, min(_WIDEST, _WIDTH // len(numbers)))
    steps = tuple(_step(number, unit, counts, asked, (number - numbers[0]) * width) for number in numbers)
    chosen = next((place for place, step in enumerate(steps) if step.is_chosen), None)
    return Steps(
        steps=steps,
        width=width,
        before=len(steps) - 1 if chosen is None else chosen - 1 if chosen else None,
        after=None if chosen in (None, len(steps) - 1) else chosen + 1,
    )


def _quarter(day: dt.date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _step(number: int, unit: int, counts: Counter[int], asked: DateInterval | None, x: int) -> Step:
    days, title, label = _named(number, unit)
    count = counts[number]
    return Step(
        title=title,
        since=f"{days.start:%Y-%m}",
        until=f"{days.last:%Y-%m}",
        count=count,
        is_chosen=asked is not None and (asked.start, asked.end) == (days.start, days.end),
        x=x,
        height=round(max(3.0, HEIGHT * count / max(counts.values())), 1) if count else 0.0,
        label=label,
    )


def _named(number: int, unit: int) -> tuple[DateInterval, str, str]:
    """Return the days of a step, what it is called, and what is written under it."""
    if unit == 4:
        return DateInterval.year(number), str(number), str(number)
    year, quarter = divmod(number, 4)
    days = DateInterval(DateInterval.month(year, 3 * quarter + 1).start, DateInterval.month(year, 3 * quarter + 3).end)
    return days, f"Q{quarter + 1} {year}", str(year) if quarter == 0 else f"Q{quarter + 1}"
