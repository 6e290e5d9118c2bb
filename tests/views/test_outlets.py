"""On whose side an outlet stands."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from records import keep
from samples import a_report, an_article

from goodoffices.record.finding import OutletSide
from goodoffices.record.store import Record
from goodoffices.views.brief import build_brief
from goodoffices.views.outlets import UNNAMED_OUTLET, Outlets


@dataclass(frozen=True)
class Published:
    outlet: str = ""
    url: str = ""


STATE = OutletSide(name="State Wire", side="Peru")
OUTLETS = Outlets({"state wire": STATE, "wire.pe": STATE, "free.example": OutletSide(name="Free Press", side="")})


@pytest.mark.parametrize(
    ("published", "side", "name"),
    [
        (Published("State Wire"), "Peru", "State Wire"),
        (Published("STATE WIRE"), "Peru", "STATE WIRE"),
        (Published("", "https://wire.pe/1"), "Peru", "State Wire"),
        (Published("", "https://www.eng.Wire.pe:8080/1?a=b"), "Peru", "State Wire"),
        (Published("", "https://me@free.example"), "", "Free Press"),
        (Published("", "https://hardwire.pe/1"), None, UNNAMED_OUTLET),
        (Published("", "http://[::"), None, UNNAMED_OUTLET),
        (Published("Other", "example:1"), None, "Other"),
        (Published(), None, UNNAMED_OUTLET),
    ],
)
def test_an_outlet_is_known_by_its_name_or_its_host(published: Published, side: str | None, name: str) -> None:
    assert (OUTLETS.side(published), OUTLETS.name(published)) == (side, name)


def test_only_one_side_says_so_where_all_stand_on_it() -> None:
    state, free, other = Published("State Wire"), Published("", "http://free.example/"), Published("Other")
    assert OUTLETS.only_side([state, state]) == "Peru"
    assert [OUTLETS.only_side([state, one]) for one in (free, other)] == ["", ""]
    assert [OUTLETS.only_side(given) for given in ([free], [other], [])] == ["", "", ""]


def test_the_brief_marks_what_only_one_side_says(tmp_path: Path) -> None:
    ours, theirs = (an_article(name, outlet=name, published="2024-05-11") for name in ("State Wire", "Other"))
    told = [(article, a_report(article, date="2024-05-10", quantity=f"{number} posts", at=number))
            for number, article in enumerate((ours, theirs), start=4)]  # fmt: skip
    alone = a_report(ours, date="2024-03-10", actors=["Peru", "Chile"], at=9)
    keep(tmp_path / "t.db", [told, [(ours, alone)]])
    with Record.open(tmp_path / "t.db") as record:
        with record.writer() as writer:
            writer.know_outlets([("state wire", STATE)])
        first, second = build_brief(record.view(), None, None).sections[0].groups[0].entries
    assert (first.only_side, second.only_side) == ("Peru", "")
    assert [(account.value, account.only_side) for account in second.differences[0].accounts] == [
        ("4 posts", "Peru"), ("5 posts", "")
    ]  # fmt: skip
