"""Time in quarters, or years where quarters are too many."""

import datetime as dt
from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.model.dates import DateInterval
from goodoffices.web.stepping import steps_of

days = st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)), max_size=30)


@given(days)
def test_every_day_lies_in_one_step_and_steps_follow_each_other(held: list[dt.date]) -> None:
    steps = steps_of(Counter(held), None).steps
    assert sum(step.count for step in steps) == len(held)
    for one, other in pairwise(steps):
        after = DateInterval.from_iso(one.until).end
        assert DateInterval.from_iso(other.since).start == after
    assert len(steps) <= 42


def test_quarter_that_is_asked_for_has_neighbours() -> None:
    held = {dt.date(2023, 11, 1): 1, dt.date(2024, 5, 1): 1, dt.date(2024, 8, 1): 1}
    steps = steps_of(Counter(held), DateInterval.between(dt.date(2024, 4, 1), dt.date(2024, 6, 30)))
    assert [step.title for step in steps.steps] == ["Q4 2023", "Q1 2024", "Q2 2024", "Q3 2024"]
    assert [step.count for step in steps.steps] == [1, 0, 1, 1]
    assert [step.is_chosen for step in steps.steps] == [False, False, True, False]
    assert (steps.before, steps.after) == (1, 3)


def test_long_times_are_told_by_year() -> None:
    steps = steps_of({dt.date(2010, 1, 1): 1, dt.date(2024, 12, 31): 1}, None)
    assert len(steps.steps) == 15
    assert (steps.steps[0].title, steps.steps[0].since, steps.steps[0].until) == ("2010", "2010-01", "2010-12")


def test_nothing_has_no_steps() -> None:
    assert steps_of({}, None).steps == ()
