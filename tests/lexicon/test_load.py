"""Loading a lexicon: what is wrong in its files is told all at once, each with file and key."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.load import data_folder, fold_values, languages, load_lexicon, load_lexicon_from

ENTRY = """
- id: {id}
  say: "{say}"
  kind: {kind}
  yes: [{{text: "Oman met Iran.", reads: "meeting/held Oman, Iran"}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the English lexicon with no expressions, to be broken."""
    copy = tmp_path / "en"
    shutil.copytree(str(data_folder() / "en"), copy, ignore=shutil.ignore_patterns("acts"))
    (copy / "acts").mkdir()
    return copy


@pytest.fixture
def problems(folder: Path) -> Callable[[], tuple[str, ...]]:
    """Return a function that loads the folder and gives the problems that it told."""

    def told() -> tuple[str, ...]:
        with pytest.raises(LexiconError) as raised:
            load_lexicon_from(folder, "en")
        return raised.value.problems

    return told


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def append(folder: Path, name: str, text: str) -> None:
    write(folder, name, (folder / name).read_text("utf-8") + text)


def test_copy_that_nobody_broke_loads(folder: Path) -> None:
    write(folder, "acts/a.yml", ENTRY.format(id="ok", say="meet", kind="meeting"))
    lexicon = load_lexicon_from(folder, "en")
    assert [expression.id for expression in lexicon.expressions] == ["ok"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (ENTRY.format(id="bad", say="hold <nothing>", kind="meeting"), "no word class 'nothing'"),
        (ENTRY.format(id="bad", say="hold ..", kind="meeting"), "a pattern needs a word"),
        (ENTRY.format(id="bad", say="meet", kind="party"), "no such kind of act: 'party'"),
        (ENTRY.format(id="bad", say="meet", kind="meeting") + "  status: signed\n", "meeting has no status 'signed'"),
        (ENTRY.format(id="bad", say="meet", kind="meeting") + "  modality: sure\n", "no such modality: 'sure'"),
        (ENTRY.format(id="bad", say="meet", kind="meeting") + "  also: [call/signed]\n", "call has no status 'signed'"),
        (ENTRY.format(id="bad", say="meet", kind="meeting") + "  colour: red\n", "colour"),
        ('\n- {id: bad, say: "meet", kind: meeting}\n', "needs an example"),
        (ENTRY.format(id="bad", say="meet", kind="meeting") * 2, "this id stands twice"),
    ],
)
def test_wrong_entry_is_told_with_its_file_and_id(
    folder: Path, problems: Callable[[], tuple[str, ...]], entry: str, told: str
) -> None:
    write(folder, "acts/a.yml", entry)
    (problem,) = problems()
    assert told in problem
    assert problem.endswith("@ acts/a.yml: bad")


def test_every_problem_of_every_file_is_told_at_once(folder: Path, problems: Callable[[], tuple[str, ...]]) -> None:
    write(folder, "acts/a.yml", ENTRY.format(id="one", say="hold <nothing>", kind="meeting"))
    write(folder, "acts/b.yml", ENTRY.format(id="two", say="meet", kind="party"))
    write(folder, "acts/c.yml", "just: a mapping\n")
    append(folder, "mood.yml", '\n  - {say: "hold <none>", mood: planned}\n')
    places = [problem.rpartition(" @ ")[2] for problem in problems()]
    assert {"acts/a.yml: one", "acts/b.yml: two", "acts/c.yml: the file"} <= set(places)
    assert any(place.startswith("mood.yml: cues[") for place in places)


@pytest.mark.parametrize("name", ["language.yml", "words.yml", "roles.yml", "pronouns.yml", "offices.yml", "mood.yml"])
def test_file_that_is_no_yaml_is_told_by_name(folder: Path, problems: Callable[[], tuple[str, ...]], name: str) -> None:
    write(folder, name, "a: [never closed")
    assert any(f"@ {name}: the file" in problem for problem in problems())


def test_file_in_another_encoding_is_told_by_name(folder: Path, problems: Callable[[], tuple[str, ...]]) -> None:
    (folder / "furniture.yml").write_bytes("begins: [комментарии]".encode("cp1251"))
    assert any("@ furniture.yml: the file" in problem for problem in problems())


def test_unknown_key_of_a_language_is_told(folder: Path, problems: Callable[[], tuple[str, ...]]) -> None:
    append(folder, "language.yml", "\nagents: before\n")
    assert any("agents" in problem and "language.yml" in problem for problem in problems())


def test_what_the_error_says_holds_every_problem(folder: Path) -> None:
    write(folder, "acts/a.yml", ENTRY.format(id="one", say="hold <nothing>", kind="party"))
    with pytest.raises(LexiconError) as raised:
        load_lexicon_from(folder, "en")
    assert all(problem in str(raised.value) for problem in raised.value.problems)
    assert len(raised.value.problems) == 2


def test_language_without_a_folder_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnsupportedLanguage, match="'xx'") as raised:
        load_lexicon("xx")
    assert all(lang in raised.value.hint for lang in languages())


@pytest.mark.parametrize("lang", languages())
def test_lexicon_is_loaded_once(lang: str) -> None:
    assert load_lexicon(lang) is load_lexicon(lang)


def test_letters_are_folded_in_keys_and_values_but_not_in_examples() -> None:
    folds = str.maketrans({"ё": "е"})
    folded = fold_values({"мёд": ["лёд", 1], "yes": [{"text": "лёд"}]}, folds)
    assert folded == {"мед": ["лед", 1], "yes": [{"text": "лёд"}]}
