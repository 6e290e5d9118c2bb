"""YAML as a person means it: words of a language stay words."""

import pytest
import yaml

from goodoffices.lexicon.plain_yaml import PlainLoader


def loaded(text: str) -> object:
    return yaml.load(text, Loader=PlainLoader)


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y", "n", "On", "NO", "True", "FALSE", "2024-05-12"])
def test_words_and_dates_stay_strings(word: str) -> None:
    assert loaded(f"[{word}]") == [word]
    assert loaded(f"{word}: about") == {word: "about"}


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("false", False), ("7", 7), ("0.5", 0.5), ("~", None), ('"true"', "true")]
)
def test_plain_values_keep_their_types(text: str, value: object) -> None:
    assert loaded(f"[{text}]") == [value]


def test_other_loaders_are_left_as_they_were() -> None:
    assert yaml.safe_load("[no, 2024-05-12]") != ["no", "2024-05-12"]


def test_tags_that_make_objects_are_refused() -> None:
    with pytest.raises(yaml.YAMLError):
        loaded("!!python/object/apply:os.getcwd []")
