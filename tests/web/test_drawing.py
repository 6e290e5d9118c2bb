"""The timeline's drawing: no mark lies on another, at any zoom."""

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.model.dates import DateInterval
from goodoffices.web.drawing import REST, WIDTH, Drawing, DrawnMark, Happening, draw

PERIOD = DateInterval.between(dt.date(2024, 1, 1), dt.date(2024, 6, 30))


def happening(number: int, start: int, days: int, lane: str, label: str) -> Happening:
    first = PERIOD.start + dt.timedelta(days=start)
    held = DateInterval(first, first + dt.timedelta(days=days))
    return Happening(act=f"k{number}", days=held, lane=lane, family="word", title="", label=label)


happenings = st.lists(
    st.tuples(
        st.integers(-40, 200), st.integers(1, 90), st.sampled_from("abc"), st.sampled_from(["", "Quito", "x" * 60])
    ),
    max_size=40,
).map(lambda rows: [happening(number, *row) for number, row in enumerate(rows)])


def ends(mark: DrawnMark, zoom: float) -> tuple[float, float]:
    """Return where a mark with its label begins and ends at a zoom, as the script places it."""
    width = max(12.0, mark.days_width * zoom)
    beside = 3 + 6.2 * len(mark.label) if mark.label else 0
    left, right = mark.x * zoom, mark.x * zoom + width
    return (left - beside, right) if mark.is_label_before else (left, right + beside)


def marks_of(drawing: Drawing) -> list[DrawnMark]:
    return [mark for lane in drawing.lanes for mark in lane.marks]


@given(happenings, st.floats(1, 40))
def test_no_mark_lies_on_another(given_acts: list[Happening], zoom: float) -> None:
    for one, other in combinations(marks_of(draw(given_acts, PERIOD, None)), 2):
        if one.y == other.y:
            (a, b), (c, d) = ends(one, zoom), ends(other, zoom)
            assert b <= c or d <= a


@given(happenings)
def test_every_act_of_the_period_is_drawn_within(given_acts: list[Happening]) -> None:
    drawn = marks_of(draw(given_acts, PERIOD, None))
    assert {mark.happening.act for mark in drawn} == {one.act for one in given_acts if one.days.overlaps(PERIOD)}
    for mark in drawn:
        assert mark.x >= 0 and ends(mark, 1)[1] <= WIDTH


def test_mark_at_the_end_stands_on_its_day_with_its_label_before_it() -> None:
    (mark,) = marks_of(draw([happening(1, 179, 1, "a", "x" * 20)], PERIOD, None))
    assert mark.is_label_before and mark.x > 0.98 * WIDTH - 20
    (early,) = marks_of(draw([happening(1, 3, 1, "a", "x" * 20)], PERIOD, None))
    assert not early.is_label_before


def test_uncertain_date_is_a_span_and_a_day_a_point() -> None:
    month, day = marks_of(draw([happening(1, 31, 29, "a", ""), happening(2, 90, 1, "a", "")], PERIOD, None))
    assert month.days_width > 150
    assert (day.width, day.days_width) == (12, 0)
    week = DateInterval.between(dt.date(2024, 1, 1), dt.date(2024, 1, 7))
    (near,) = marks_of(draw([happening(1, 2, 1, "a", "")], week, None))
    assert (near.width, near.days_width) == (12, 0)


def test_rare_lanes_are_gathered_at_the_end() -> None:
    many = [happening(number, number, 1, f"lane {number % 14}", "") for number in range(40)]
    titles = [lane.title for lane in draw(many, PERIOD, PERIOD.start).lanes]
    assert len(titles) == 10 and titles[-1] == REST
