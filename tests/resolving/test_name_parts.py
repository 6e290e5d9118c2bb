"""A name taken to pieces: which words belong together, which only stand beside the name."""

from importlib import resources

import pytest
import yaml

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.resolving.name_parts import Part, split_name
from goodoffices.resolving.name_reading import merged, read_name

WORDS = yaml.safe_load(
    (resources.files("goodoffices.lexicon") / "data" / "_shared" / "name_words.yml").read_text("utf-8")
)


@pytest.mark.parametrize("example", WORDS["written_together"]["examples"], ids=lambda example: str(example["name"]))
def test_words_that_belong_together_are_joined(example: dict[str, str | list[str]]) -> None:
    assert [part.shown for part in split_name(str(example["name"]), load_scripts())] == example["words"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dr. Ana de Souza", [Part.TITLE, Part.NAME, Part.PARTICLE, Part.NAME]),
        ("И. С. Иванов", [Part.INITIAL, Part.INITIAL, Part.NAME]),
        ("Иван Петрович Лебедев", [Part.NAME, Part.PATRONYMIC, Part.NAME]),
        ("Nazim Məmməd oğlu İbrahimov", [Part.NAME, Part.PATRONYMIC, Part.PATRONYMIC, Part.NAME]),
        ("Си И", [Part.NAME, Part.NAME]),
    ],
)
def test_a_word_is_judged_by_the_tables_and_its_place(name: str, parts: list[Part]) -> None:
    assert [part.part for part in split_name(name, load_scripts())] == parts


def test_a_name_is_read_once() -> None:
    scripts = load_scripts()
    assert read_name("Ольга Ким", scripts, "ru") is read_name("Ольга Ким", scripts, "ru")
    assert merged(read_name("Jean Yves Roy", scripts), scripts) is merged(read_name("Jean Yves Roy", scripts), scripts)


def test_neighbours_are_merged_with_and_without_what_stands_between() -> None:
    scripts = load_scripts()
    shown = {tuple(part.shown for part in name.naming) for name in merged(read_name("Jean Le Drian", scripts), scripts)}
    assert ("Jean", "Le-Drian") in shown
    assert ("Jean-Le-Drian",) in shown
