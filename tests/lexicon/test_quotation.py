"""quotation.yml: every language's file is right, and of a wrong one every problem is told."""

from pathlib import Path

import pytest

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.quotation import load_quotation, load_quotation_from, quotation_languages

RIGHT = """
marks: [{open: "“", close: "”"}]
speaker: [before]
words: {that: [that]}
verbs: [{manner: says, takes: [that], words: [say, "point out"]}]
examples: [{text: He says that it rains., reads: []}]
"""


def problems_of(folder: Path, text: str) -> list[str]:
    """Return the problems of a file that holds `text`."""
    (folder / "quotation.yml").write_text(text, "utf-8")
    with pytest.raises(LexiconError) as raised:
        load_quotation_from(folder, "xx")
    return list(raised.value.problems)


@pytest.mark.parametrize("lang", ["ar", "en", "ru", "tr"])
def test_each_language_has_tables(lang: str) -> None:
    assert lang in quotation_languages()
    assert load_quotation(lang).verbs


def test_a_language_without_the_file_is_unsupported() -> None:
    with pytest.raises(UnsupportedLanguage):
        load_quotation("xx")


def test_longer_cues_are_tried_first(tmp_path: Path) -> None:
    (tmp_path / "quotation.yml").write_text(RIGHT.replace("say,", "point,"), "utf-8")
    tables = load_quotation_from(tmp_path, "xx")
    assert [cue.rest for cue in tables.verbs["point"]] == [("out",), ()]


def test_every_misshapen_entry_is_told_with_its_key(tmp_path: Path) -> None:
    wrong = (
        RIGHT.replace("manner: says", "manner: sings").replace("close:", "shut:").replace("that: [that]", "thaat: [x]")
    )
    keys = [problem.rpartition(": ")[2] for problem in problems_of(tmp_path, wrong)]
    assert keys == ["marks[0]", "verbs[0]", "words.thaat"]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("takes: [that]", "takes: [with]", "opened_by"),
        ("words: [say", "words: [Say", "lower case"),
        ('"point out"]', '"point out"]}, {manner: claims, takes: [that], words: [say]', "verbs[0] too"),
        ("examples: [{text: He says that it rains., reads: []}]", "examples: []", "examples"),
        ('open: "“"', 'open: ""', "not empty"),
    ],
)
def test_wrong_entries_are_told(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    (problem,) = problems_of(tmp_path, RIGHT.replace(right, wrong))
    assert told in problem


def test_a_file_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, "marks: [")) == 1
    assert len(problems_of(tmp_path, "just words")) == 1
