"""What stands under an act in a brief: an offer made again, and the visits that a later report sums up."""

from pathlib import Path

from records import keep
from samples import a_report, an_article

from goodoffices.model.act import ActKind
from goodoffices.record.store import open_view
from goodoffices.views.brief import build_brief
from goodoffices.views.entries import Entry

SPRING, SUMMER = an_article("spring", published="2024-04-16"), an_article("summer", published="2024-07-06")


def entries(folder: Path, section: str) -> list[Entry]:
    with open_view(folder / "t.db") as view:
        sections = build_brief(view, None, None).sections
    return [entry for part in sections if part.key == section for group in part.groups for entry in group.entries]


def offers(folder: Path, *again: dict[str, object]) -> list[list[str]]:
    """Return the dates under each offer of a record of one offer and the later ones."""
    first = a_report(
        SPRING, ActKind.OFFER_VENUE, status="made", actors=["Ecuador"], targets=["Peru"], place="Quito",
        date="2024-04-15",
    )  # fmt: skip
    later = [
        a_report(SUMMER, ActKind.OFFER_VENUE, status="repeated", date="2024-07-06", at=at, **fields)  # type: ignore[arg-type]
        for at, fields in enumerate(again)
    ]
    keep(folder / "t.db", [[(SPRING, first)], *([(SUMMER, report)] for report in later)])
    return [[outcome.date for outcome in entry.outcomes] for entry in entries(folder, "offers")]


def test_an_offer_made_again_stands_under_the_first(tmp_path: Path) -> None:
    assert offers(tmp_path, {"actors": ["Ecuador"], "targets": ["Peru"], "place": "Quito"}) == [["2024-07-06"], []]


def test_an_offer_by_others_elsewhere_or_to_others_is_no_repetition(tmp_path: Path) -> None:
    found = offers(
        tmp_path,
        {"actors": ["Chile"], "targets": ["Peru"], "place": "Quito"},
        {"actors": ["Ecuador"], "targets": ["Bolivia"], "place": "Quito"},
        {"actors": ["Ecuador"], "targets": ["Peru"], "place": "Lima"},
    )
    assert found == [[], [], [], []]


def test_an_offer_that_was_only_made_again_has_no_answer_yet(tmp_path: Path) -> None:
    offers(tmp_path, {"actors": ["Ecuador"], "targets": ["Peru"], "place": "Quito"})
    first = entries(tmp_path, "offers")[0]
    assert first.is_open
    assert {outcome.kind for outcome in first.outcomes} == {first.kind}


def test_an_undated_visit_to_several_states_names_the_dated_ones(tmp_path: Path) -> None:
    visits = [
        a_report(SPRING, ActKind.VISIT, actors=["A. President"], targets=["Peru"], date="2024-04-15"),
        a_report(SPRING, ActKind.VISIT, actors=["A. President"], targets=["Chile"], date="2024-04-10", at=1),
        a_report(SPRING, ActKind.VISIT, actors=["B. President"], targets=["Peru"], date="2024-04-11", at=2),
    ]
    both = a_report(SUMMER, ActKind.VISIT, actors=["A. President"], targets=["Peru", "Colombia"])
    keep(tmp_path / "t.db", [*([(SPRING, visit)] for visit in visits), [(SUMMER, both)]])
    found = {entry.date: [part.date for part in entry.outcomes] for entry in entries(tmp_path, "meetings")}
    assert found == {"2024-04-10": [], "2024-04-11": [], "2024-04-15": [], "": ["2024-04-15"]}
