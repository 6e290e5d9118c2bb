"""The timeline as a drawing: lanes, and in each lane as many rows as it takes that no mark lies on another.

Units: pixels at the first zoom. Zooming in multiplies distances and never a mark's least width, so that what does not
overlap here overlaps at no further zoom.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goodoffices.model.dates import DateInterval

WIDTH = 1120
_SIDE = 10
_MARK = 12
_ROW = 20
_HEAD = 22
_GAP = 4
_CHAR = 6.4
_LONGEST_LABEL = 24
_DAY = dt.timedelta(days=1)
_MOST_LANES = 9
REST = "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One act as it is to be drawn."""

    act: str
    days: DateInterval
    lane: str
    family: str
    # What a pointer on it, or a screen reader, tells.
    title: str
    # Written beside it where it is not empty.
    label: str = ""
    # Not done, or not said to be: planned, proposed, agreed.
    is_ahead: bool = False
    # Without a date of its own: drawn where it was first reported.
    is_reported: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMark:
    """One act in its place."""

    happening: Happening
    x: float
    y: float
    # Of the sign, at least that of a point.
    width: float
    # Of the days alone; 0 for a single one, which is a point at any zoom.
    days_width: float
    label: str
    # Whether its label stands before it: after it there is no room.
    is_label_before: bool
    # Whether its days run over the edge of what is drawn.
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What belongs together, under a title."""

    title: str
    y: float
    height: float
    marks: tuple[DrawnMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line with a day's name."""

    x: float
    label: str
    # 1 for years, 2 for months, 3 for days.
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A timeline."""

    # First and last day, ISO.
    since: str
    until: str
    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    # The day of the latest publication, if it lies within; None elsewhere.
    now: float | None


def draw(happenings: Sequence[Happening], period: DateInterval, today: dt.date | None) -> Drawing:
    """Return the timeline of a period; lanes with most marks first, what is rare gathered in one lane at the end."""
    scale = _Scale(period)
    there = [one for one in happenings if one.days.overlaps(period)]
    lanes: list[Lane] = []
    y = float(_HEAD)
    for title, held in _lanes(there):
        rows = _Rows()
        marks = tuple(rows.place(one, scale, y + _HEAD) for one in held)
        height = _HEAD + rows.count * _ROW + _GAP
        lanes.append(Lane(title=title, y=y, height=height, marks=marks))
        y += height
    is_within = today is not None and period.start <= today <= period.last
    return Drawing(
        since=period.start.isoformat(),
        until=period.last.isoformat(),
        width=WIDTH,
        height=round(y + _GAP, 1),
        lanes=tuple(lanes),
        ticks=tuple(_ticks(scale)),
        now=scale.x(today + dt.timedelta(days=1)) if is_within and today else None,
    )


class _Scale:
    def __init__(self, period: DateInterval) -> None:
        self.period = period
        self._days = (period.end - period.start).days
        self.per_day = (WIDTH - 2 * _SIDE) / self._days

    def x(self, day: dt.date) -> float:
        inside = min(max(day, self.period.start), self.period.end)
        return round(_SIDE + (inside - self.period.start).days * self.per_day, 1)


class _Rows:
    """Where the rows of a lane are free."""

    def __init__(self) -> None:
        self._ends: list[float] = []

    @property
    def count(self) -> int:
        return max(1, len(self._ends))

    def place(self, one: Happening, scale: _Scale, y: float) -> DrawnMark:
        start, end = scale.x(one.days.start), scale.x(one.days.end)
        label = one.label if len(one.label) <= _LONGEST_LABEL else f"{one.label[: _LONGEST_LABEL - 1]}…"
        days_width = round(end - start, 1) if one.days.end - one.days.start > _DAY else 0.0
        width = max(float(_MARK), days_width)
        beside = len(label) * _CHAR + _GAP if label else 0.0
        # What begins at the edge is drawn wholly within.
        x = max(0.0, min(start, WIDTH - width - _GAP))
        is_before = x + width + beside + _GAP > WIDTH
        left, right = (x - beside, x + width) if is_before else (x, x + width + beside)
        row = next((row for row, free in enumerate(self._ends) if free <= left), len(self._ends))
        if row == len(self._ends):
            self._ends.append(0.0)
        self._ends[row] = right + _GAP
        is_cut = one.days.start < scale.period.start or one.days.end > scale.period.end
        return DrawnMark(
            happening=one, x=round(x, 1), y=y + row * _ROW, width=width, days_width=days_width, label=label,
            is_label_before=is_before and bool(label), is_cut=is_cut,
        )  # fmt: skip


def _lanes(happenings: Iterable[Happening]) -> list[tuple[str, list[Happening]]]:
    by_lane: dict[str, list[Happening]] = {}
    ordered = sorted(happenings, key=lambda one: (one.days.start, one.days.end, one.act))
    counts = Counter(one.lane for one in ordered)
    titles = sorted((title for title in counts if title != REST), key=lambda title: (-counts[title], title))
    shown = titles[:_MOST_LANES]
    for one in ordered:
        by_lane.setdefault(one.lane if one.lane in shown else REST, []).append(one)
    return [(title, by_lane[title]) for title in (*shown, REST) if title in by_lane]


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Yield years, months and, of short periods, days; of what would crowd, less."""
    year, month = scale.period.start.year, scale.period.start.month
    while (day := dt.date(year, month, 1)) < scale.period.end:
        if day >= scale.period.start:
            is_year = month == 1
            yield Tick(x=scale.x(day), label=f"{year}" if is_year else f"{day:%b}", level=1 if is_year else 2)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if year > dt.MAXYEAR - 1:
            return
    if scale.per_day * 7 >= 40:
        monday = scale.period.start + dt.timedelta(days=-scale.period.start.weekday() % 7)
        while monday < scale.period.end:
            if 3 < monday.day < 28:
                yield Tick(x=scale.x(monday), label=str(monday.day), level=3)
            monday += dt.timedelta(days=7)
