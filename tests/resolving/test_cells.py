"""How a block of reports is cut: into the same cells in whatever order, and nothing near is parted without need."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from samples import a_report, an_article

from goodoffices.model.identifiers import ReportId
from goodoffices.resolving.cells import CELL_REPORTS, Spot, cut, spot_of
from goodoffices.resolving.outline import outline

START = dt.date(2024, 1, 1).toordinal()


def spot(name: object, first: int, last: int | None = None) -> Spot:
    return Spot(START + first, START + (first if last is None else last), ReportId(f"r{name}"))


def names(cells: list[list[Spot]]) -> list[list[str]]:
    return [[spot.report for spot in cell] for cell in cells]


def test_what_lies_within_weeks_is_one_cell() -> None:
    assert names(cut([spot(1, 0), spot(2, 40), spot(3, 85)])) == [["r1", "r2", "r3"]]
    assert names(cut([spot(1, 0), spot(2, 46)])) == [["r1"], ["r2"]]


def test_a_long_date_holds_together_what_lies_around_it() -> None:
    assert names(cut([spot(1, 0), spot(2, 30, 90), spot(3, 130)])) == [["r1", "r2", "r3"]]


def test_a_crowded_stretch_is_cut_at_shorter_times() -> None:
    crowd = [spot(f"a{n}", 0) for n in range(CELL_REPORTS)] + [spot(f"b{n}", 10) for n in range(CELL_REPORTS)]
    assert [len(cell) for cell in cut(crowd)] == [CELL_REPORTS, CELL_REPORTS]


def test_one_crowded_day_stays_one_cell() -> None:
    assert [len(cell) for cell in cut(spot(n, 3) for n in range(2 * CELL_REPORTS))] == [2 * CELL_REPORTS]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=40), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_nothing_is_lost(rows: list[tuple[int, int]], random: object) -> None:
    spots = [spot(number, first, first + days) for number, (first, days) in enumerate(rows)]
    shuffled = list(spots)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cut(spots) == cut(shuffled)
    assert sorted(name for cell in names(cut(spots)) for name in cell) == sorted(s.report for s in spots)


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=60), st.integers(0, 2000))
def test_a_new_report_changes_only_the_cells_near_it(days: list[int], new: int) -> None:
    spots = [spot(number, day) for number, day in enumerate(days)]
    before, after = names(cut(spots)), names(cut([*spots, spot("new", new)]))
    changed = [cell for cell in before if cell not in after]
    where: dict[str, int | None] = {s.report: s.first for s in spots}
    assert all(min(abs((where[name] or 0) - START - new) for name in cell) <= 45 for cell in changed)


def test_what_is_not_dated_lies_where_it_was_published() -> None:
    article = an_article(published="2024-05-11")
    lies = spot_of(outline(a_report(article), article.published, lambda _: ""))
    assert lies.first == dt.date(2024, 5, 11).toordinal()
    year = spot_of(outline(a_report(article, date="2024"), article.published, lambda _: ""))
    assert (year.first, year.last) == (None, None)
