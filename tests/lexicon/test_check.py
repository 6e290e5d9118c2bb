"""What `goodoffices check` says of a lexicon that can be loaded and is likely wrong."""

import dataclasses

import msgspec

from goodoffices.lexicon.check import check
from goodoffices.lexicon.load import load_lexicon


def test_a_pattern_that_stands_twice_is_told() -> None:
    lexicon = load_lexicon("en")
    first = lexicon.expressions[0]
    twin = msgspec.structs.replace(first, id="en-twin")
    doubled = dataclasses.replace(lexicon, expressions=(*lexicon.expressions, twin))
    told = [line for line in check(doubled) if "en-twin" in line]
    assert told
    assert first.say in told[0]


def test_a_kind_without_an_entry_is_told() -> None:
    lexicon = load_lexicon("en")
    without = tuple(entry for entry in lexicon.expressions if entry.kind != "invitation")
    assert "no entry tells of a invitation" in check(dataclasses.replace(lexicon, expressions=without))


def test_an_empty_class_is_told() -> None:
    lexicon = load_lexicon("en")
    emptied = dataclasses.replace(lexicon, classes={**lexicon.classes, "talks": []})
    assert "words.yml: the class 'talks' has no words" in check(emptied)
