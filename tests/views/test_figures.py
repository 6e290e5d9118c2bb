"""Different figures for the same things, of different acts."""

from pathlib import Path

import pytest

from goodoffices.model.act import ActKind
from goodoffices.views.figures import figures, number_of, thing_of
from views.kept import ALL, an_act, kept

FOUR = an_act(
    ActKind.ACCUSATION, "2024-05-20", actors=["Peru"], targets=["Colombia"], quantity="4 villages", speaker="P"
)
SIX = an_act(
    ActKind.TERRITORY_TRANSFER, "2024-07-06", status="agreed", actors=["Colombia"], targets=["Peru"],
    quantity="6 villages",
)  # fmt: skip


def test_figures_of_two_acts_stand_side_by_side_with_who_says_so(tmp_path: Path) -> None:
    other = an_act(ActKind.COMMITMENT, "2024-05-01", actors=["Colombia"], quantity="40 prisoners")
    with kept(tmp_path, SIX, FOUR, other) as view:
        (found,) = figures(view, ALL)
    assert (found.thing, found.parties) == ("villages", ("Colombia", "Peru"))
    assert [(f.value, f.said_by, [item.kind for item in f.items]) for f in found.figures] == [
        ("4 villages", ("P",), [ActKind.ACCUSATION]),
        ("6 villages", (), [ActKind.TERRITORY_TRANSFER]),
    ]


def test_the_same_figure_or_that_of_another_party_is_no_difference(tmp_path: Path) -> None:
    again = an_act(ActKind.CONSENT, "2024-07-07", status="given", actors=["Colombia"], quantity="6 villages")
    elsewhere = an_act(ActKind.CONSENT, "2024-07-07", status="given", actors=["Chile"], quantity="9 villages")
    with kept(tmp_path, SIX, again, elsewhere) as view:
        assert list(figures(view, ALL)) == []


@pytest.mark.parametrize(
    ("value", "thing", "number"),
    [("4 villages", "villages", 4), ("1,500 displaced people", "displaced people", 1500), ("many", "", 0)],
)
def test_things_and_numbers(value: str, thing: str, number: float) -> None:
    assert (thing_of(value), number_of(value)) == (thing, number)
