"""The map: where places are drawn, that no mark lies on another, what of the base map a page carries."""

import csv
import io
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.engine.geography import position_of
from goodoffices.web.basemap import ground_of, load_basemap
from goodoffices.web.placing import Placed, Spot, place_marks
from goodoffices.web.projecting import NORTHMOST, SOUTHMOST, Window
from web.sites import SCRIPT, Site

WIDTH, HEIGHT = 800, 500

spots = st.lists(
    st.builds(
        Spot,
        x=st.floats(0, WIDTH),
        y=st.floats(0, HEIGHT),
        radius=st.sampled_from([7.0, 11.5, 18.0]),
        name=st.sampled_from(["Quito", "Lima", "A place with a very long name indeed", ""]),
    ),
    max_size=30,
)
crowded = st.lists(
    st.builds(Spot, x=st.floats(300, 330), y=st.floats(200, 220), radius=st.just(9.0), name=st.just("Almaty")),
    min_size=2,
    max_size=16,
)


def drawn(given_spots: list[Spot]) -> list[Placed]:
    return [one for one in place_marks(given_spots, WIDTH, HEIGHT) if one is not None]


@settings(max_examples=40, deadline=None)
@given(spots | crowded)
def test_no_mark_and_no_name_lies_on_another(given_spots: list[Spot]) -> None:
    marks = drawn(given_spots)
    for one, other in combinations(marks, 2):
        assert not any(a.overlaps(b) for a in one.rectangles for b in other.rectangles)
    for mark in marks:
        for taken in mark.rectangles:
            assert min(taken.left, taken.top) >= 0 and taken.right <= WIDTH and taken.bottom <= HEIGHT


def test_crowded_places_move_aside_and_lead_back() -> None:
    marks = drawn([Spot(x=400, y=250, radius=9.0, name=f"Place {number}") for number in range(6)])
    assert len(marks) == 6
    assert [mark.is_moved for mark in marks].count(False) == 1
    assert {(mark.at_x, mark.at_y) for mark in marks} == {(400, 250)}


def test_the_larger_mark_keeps_its_place() -> None:
    small, large = drawn([Spot(x=400, y=250, radius=7.0, name="a"), Spot(x=402, y=250, radius=18.0, name="b")])
    assert small.is_moved and not large.is_moved
    town, state = drawn(
        [Spot(x=400, y=250, radius=7.0, name="a"), Spot(x=402, y=250, radius=18.0, name="b", is_vague=True)]
    )
    assert state.is_moved and not town.is_moved


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(SOUTHMOST, NORTHMOST - 1)), max_size=6),
    st.sampled_from([(1120, 600), (400, 440)]),
)
def test_window_shows_all_points_within_the_world(points: list[tuple[float, float]], size: tuple[int, int]) -> None:
    window = Window.around(points, *size)
    box = window.box
    assert -180 <= box.west < box.east <= 180.001 and SOUTHMOST <= box.south < box.north <= NORTHMOST
    # What does not fit into the world's own width is cut.
    assert window.across >= 359 or all(box.holds(*point) for point in points)
    assert window.place(box.west, box.north) == (0, 0)


def test_places_lie_where_the_world_has_them() -> None:
    almaty, brussels = position_of("Almaty"), position_of("Brussels")
    assert almaty is not None and 76 < almaty[0] < 78 and 43 < almaty[1] < 44
    assert brussels is not None and 4 < brussels[0] < 5 and 50 < brussels[1] < 51
    assert position_of("Nowhere At All") is None


@pytest.fixture
def base() -> None:
    if not load_basemap().is_there:
        pytest.skip("the base map is not there")


@pytest.mark.usefixtures("base")
def test_ground_is_cut_to_what_is_seen() -> None:
    world, region = ground_of(Window.around([], 1120, 600)), ground_of(Window.at(45, 41, 12, 1120, 600))
    assert world.is_there and len(region.land) + len(region.lines) < 20_000 < len(world.land) < 400_000
    inland = ground_of(Window.at(66, 48, 3, 400, 300))
    # Far from any coast the whole window is land.
    assert inland.land.startswith("M") and inland.land.count("M") == 1


@pytest.mark.usefixtures("base")
def test_middle_of_a_state_lies_within_it() -> None:
    states = load_basemap().states
    for number, (west, east, south, north) in {
        "398": (46, 88, 40, 56), "643": (27, 191, 41, 82), "051": (43, 47, 38, 42), "484": (-118, -86, 14, 33),
    }.items():  # fmt: skip
        middle = states[number].middle
        assert middle is not None and west < middle[0] < east and south < middle[1] < north


def test_map_shows_places_states_and_what_it_cannot_place(demo_site: Site) -> None:
    page = demo_site.data("/map")
    places = {one["place"]: one for one in page["places"]}
    assert places["Almaty"]["known_as"] == "place" and places["Almaty"]["country"] == "Kazakhstan"
    assert sum(count for _, count in places["Almaty"]["families"]) == places["Almaty"]["count"]
    assert {mark["spotted"]["place"] for mark in page["wide"]["marks"]} <= set(places)
    assert page["nowhere"] > 0 and page["unplaced"] == []
    closer = dict(page["windows"])["closer"]
    nearer = demo_site.data(f"/map?at={closer}")
    assert nearer["wide"]["window"]["box"]["west"] > page["wide"]["window"]["box"]["west"]
    html = demo_site.page("/map")
    assert "settle no claim" in html or "did not come with this installation" in html


def test_place_opens_to_what_happened_there(demo_site: Site) -> None:
    spotted = demo_site.data("/map")["places"][0]
    found = demo_site.data(f"/search?place={spotted['place']}")
    assert found["count"] == spotted["count"] > 0
    assert demo_site.data("/search?place=Алматы")["acts"] == demo_site.data("/search?place=Almaty")["acts"]
    assert demo_site.data("/search?place=Kazakhstan")["count"] > demo_site.data("/search?place=Almaty")["count"]


def test_act_has_a_small_map_where_its_place_is_known(demo_site: Site) -> None:
    act = demo_site.data("/search?place=Almaty")["acts"][0]["act"]
    page = demo_site.data(f"/acts/{act}")
    assert (page["map"] is not None) is load_basemap().is_there
    if page["map"]:
        assert page["map"]["marks"][0]["spotted"]["place"] == "Almaty"


@pytest.mark.parametrize("at", ["x", "1,2", "nan,1,2", "1e999,0,5", "0,0,-4", "0,0,0", "9999,9999,9999", "1,2,3,4"])
def test_window_that_means_nothing_does_no_harm(site: Site, at: str) -> None:
    assert 'class="map wide"' in site.page(f"/map?at={at}")


def test_place_that_nobody_knows_is_listed_by_name(hostile_site: Site) -> None:
    page = hostile_site.data("/map")
    assert [one["place"] for one in page["unplaced"]] == [SCRIPT] and page["places"] == []
    assert SCRIPT not in hostile_site.page("/map")


@pytest.mark.parametrize(
    ("address", "column"),
    [
        ("/timeline?since=2022&until=2024", "lane"), ("/positions", "stance"), ("/positions/peace_treaty", "party"),
        ("/network", "met"), ("/map", "longitude"), ("/sources", "outlet"), ("/ledgers/offers", "state"),
        ("/ledgers/meetings", "what"),
    ],
)  # fmt: skip
def test_data_of_a_chart_comes_as_csv(demo_site: Site, address: str, column: str) -> None:
    path, _, query = address.partition("?")
    answer = demo_site.client.get(f"{path}.csv?{query}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert rows and column in rows[0]
    assert demo_site.client.get(f"{address}{'&' if query else '?'}format=csv").content == answer.content
    assert f'href="{path}.csv' in demo_site.page(address)


def test_csv_holds_no_formula_and_pages_without_a_table_say_so(hostile_site: Site) -> None:
    text = hostile_site.client.get("/ledgers/meetings.csv").text
    assert not any(cell.startswith(("=", "+", "@")) for row in csv.reader(io.StringIO(text)) for cell in row)
    assert hostile_site.client.get("/review.csv").status_code == 404
