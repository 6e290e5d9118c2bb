"""Loading a dossier: every mistake at once, each with its place."""

from pathlib import Path

import pytest

from goodoffices.dossier.check import check
from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.errors import DossierError, UsageError

GOOD = """
id: "lake"
title: {en: "Lake talks"}
period: "2024/2025"
parties: ["kenya", "lakers"]
bodies:
  - {id: "lakers", name: "Lakers", names: {en: ["Lake Front"]}}
people:
  - id: "ann_shore"
    name: "Ann Shore"
    is_woman: true
    offices: [{post: "negotiator", of: "lakers", from: "2024-01-05", until: "2024-06"}]
examples:
  - {lang: "en", text: "Shore spoke for the Lake Front.", finds: {"Shore": "ann_shore", "Lake Front": "lakers"}}
"""


def written(folder: Path, text: str) -> Path:
    """Return the path of a dossier file that holds the text."""
    path = folder / "lake.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    dossier = load_dossier(written(tmp_path, GOOD))
    assert dossier.parties == ("kenya", "lakers")
    tenure = dossier.people[0].offices[0]
    assert tenure.held_on is not None
    assert (tenure.held_on.start.isoformat(), tenure.held_on.last.isoformat()) == ("2024-01-05", "2024-06-30")


def test_every_mistake_is_told_with_its_key_path(tmp_path: Path) -> None:
    text = (
        GOOD.replace('post: "negotiator"', 'post: "wizard"')
        .replace('until: "2024-06"', 'until: "2023"')
        .replace('"kenya"', '"atlantis"')
        .replace("is_woman: true", 'is_woman: "yes"\n    colour: "red"')
        .replace('names: {en: ["Lake Front"]}', 'names: {english: ["Lake Front"], ru: [7]}')
    )
    with pytest.raises(DossierError) as raised:
        load_dossier(written(tmp_path, text))
    told = "\n".join(raised.value.problems)
    for place in (
        "people[ann_shore].offices[0].post",
        "people[ann_shore].offices[0].until",
        "people[ann_shore].is_woman",
        "bodies[lakers].names",
        "lake.yml: parties",
    ):
        assert place in told
    assert "unknown key 'colour' @ lake.yml: people[ann_shore]" in told
    assert all("lake.yml" in problem for problem in raised.value.problems)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("id: [", "cannot be read"),
        ("- a list", "must be a mapping"),
        ("title: {en: 'x'}", "missing @ lake.yml: id"),
        ('id: "x"\nbodies: {a: 1}', "must be a list @ lake.yml: bodies"),
        ('id: "x"\nbodies: [{id: "a", name: "A"}, {id: "a", name: "B"}]', "stands 2 times"),
        ('id: "x"\nbodies: [{id: "Bad Id", name: "A"}]', "an id is lower-case"),
        ('id: "x"\nperiod: "3024-13"', "@ lake.yml: period"),
    ],
)
def test_broken_files_are_told(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(DossierError) as raised:
        load_dossier(written(tmp_path, text))
    assert what in "\n".join(raised.value.problems)


def test_a_dossier_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    for name in ("no-such-process", tmp_path / "missing.yml"):
        with pytest.raises(UsageError) as raised:
            load_dossier(name)
        assert "armenia-azerbaijan" in raised.value.hint


def test_what_the_package_carries_loads_and_leaves_nothing_to_look_at() -> None:
    assert dossier_names() == ("armenia-azerbaijan",)
    for dossier in (load_common(), *map(load_dossier, dossier_names())):
        assert check(dossier) == []


def test_check_warns_of_what_is_likely_a_mistake(tmp_path: Path) -> None:
    text = GOOD.replace('parties: ["kenya", "lakers"]', "").replace(
        "people:",
        """people:
  - {id: "bo_dune", name: "Bo Dune", names: {ru: ["Бо Дюн"], ar: ["بو ديون"]},
     offices: [{post: "president", of: "kenya", from: "2024-01-01"}]}
  - {id: "cy_reed", name: "Cy Reed", names: {en: ["Bo Dune"], ru: ["Си Рид"], ar: ["سي ريد"]},
     offices: [{post: "president", of: "kenya", from: "2020-01-01", until: "2024-02-01"}]}""",
    )
    warnings = check(load_dossier(written(tmp_path, text)))
    assert warnings == [
        "president of kenya is also cy_reed at that time @ people[bo_dune].offices",
        "'Bo Dune' (en) is also a name of bo_dune @ cy_reed",
        "'B. Dune' (en) is also a name of bo_dune @ cy_reed",
        "'B.Dune' (en) is also a name of bo_dune @ cy_reed",
        "no name in ru, ar @ people[ann_shore]",
        "no name in ru, ar @ bodies[lakers]",
        "no example in ru @ examples",
        "no example in tr @ examples",
        "no example in ar @ examples",
    ]


def test_handing_over_on_one_day_is_no_overlap(tmp_path: Path) -> None:
    text = GOOD.replace(
        "people:",
        """people:
  - {id: "bo_dune", name: "Bo Dune", offices: [{post: "president", of: "kenya", from: "2024-02-01"}]}
  - {id: "cy_reed", name: "Cy Reed", offices: [{post: "president", of: "kenya", until: "2024-02-01"}]}""",
    )
    assert not any("at that time" in warning for warning in check(load_dossier(written(tmp_path, text))))
