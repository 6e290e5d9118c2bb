"""People whom nobody has listed are found again across articles, and their acts follow."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from samples import a_party

from engine.test_merging import Told, add, told
from goodoffices.model.act import ActKind
from goodoffices.record.store import Record


def said(number: int, name: str, *, side: str = "Peru", published: str = "2024-05-11") -> Told:
    charge: dict[str, object] = {
        "kind": ActKind.ACCUSATION, "status": "", "actors": [a_party(name, stands_for=side)],
        "targets": ["Chile"], "issue": "ceasefire",
    }  # fmt: skip
    return told(number, charge, published=published)


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


def actors(record: Record) -> list[tuple[tuple[str, ...], int]]:
    return sorted((act.actors, len(act.reports)) for act in record.view().acts())


def test_two_spellings_of_one_speaker_tell_of_one_act(record: Record) -> None:
    add(record, [said(1, "Rustam Tagizade")])
    assert actors(record) == [(("Rustam Tagizade",), 1)]
    add(record, [said(2, "Rustam Taghizade")])
    assert actors(record) == [(("Rustam Taghizade",), 2)]


def test_a_report_keeps_the_name_as_its_article_gives_it(record: Record) -> None:
    add(record, [said(1, "Rustam Tagizade"), said(2, "Rustam Taghizade")])
    assert {sourced.report.actors[0].value for sourced in record.view().reports()} == {
        "Rustam Tagizade", "Rustam Taghizade",
    }  # fmt: skip


def test_two_of_one_surname_stay_two(record: Record) -> None:
    add(record, [said(1, "Mher Grigoryan"), said(2, "David Grigoryan")])
    assert actors(record) == [(("David Grigoryan",), 1), (("Mher Grigoryan",), 1)]


def test_a_spelling_that_is_no_longer_read_is_forgotten(record: Record) -> None:
    first, second = said(1, "Rustam Tagizade"), said(2, "Rustam Taghizade")
    add(record, [first, second])
    add(record, [(second[0], ())], reader="two")
    assert actors(record) == [(("Rustam Tagizade",), 1)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_articles_changes_no_name(tmp_path: Path, order: tuple[int, ...]) -> None:
    articles = [said(1, "Rustam Tagizade"), said(2, "Rustam Taghizade"), said(3, "Rustam Taghizade", side="Chile")]
    with Record.open(tmp_path / "one.db") as record:
        for number in order:
            add(record, [articles[number]])
        assert actors(record) == [(("Rustam Taghizade",), 1), (("Rustam Taghizade",), 2)]
