"""The notation of patterns: what each sign of it fits, and what it does not."""

from dataclasses import dataclass

import pytest

from goodoffices.lexicon.compile import (
    ACTOR,
    PLACE,
    Atoms,
    Match,
    by_anchor,
    compile_pattern,
    find_match,
    orders,
)
from goodoffices.lexicon.morphology import Analysis

LEMMAS = {"held": "hold", "holds": "hold", "talks": "talk", "signed": "sign", "putting": "put"}
SLOTS = {"A": ACTOR, "P": PLACE}
CLASSES = {"talks": ["talk", "negotiation*"]}


@dataclass(frozen=True)
class Word:
    """A word or a slot of a sentence of this test."""

    atoms: frozenset[int]
    stops: bool = False


def analyse(form: str) -> Analysis:
    return Analysis(frozenset({form, LEMMAS.get(form, form)}), frozenset())


def _word(word: str, atoms: Atoms) -> Word:
    if word in SLOTS:
        return Word(frozenset({SLOTS[word]}))
    return Word(atoms.of(word)) if word.isalnum() else Word(atoms.of_mark(word), stops=word == ";")


def matched(say: str, text: str) -> Match | None:
    """Return where a pattern fits first; "A" and "P" in the text are an actor and a place, ";" stops gaps."""
    atoms = Atoms(analyse, CLASSES)
    patterns = [compile_pattern(order, atoms) for order in orders(say)]
    words = [_word(word, atoms) for word in text.split()]
    for pattern in patterns:
        for at, word in enumerate(words):
            found = find_match(pattern, words, at) if word.atoms & pattern.anchors else None
            if found is not None:
                return found
    return None


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("hold|have talk", "have talk"),
        ("hold talk", "held talks"),
        ("hold <talks>", "holds negotiationx"),
        ("=may", "may"),
        ("offer =,", "offer ,"),
        ("negot*", "negotiating"),
        ("*ating", "negotiating"),
        ("the? two side", "two side"),
        ("the? two side", "the two side"),
        ("put .. sign", "putting a b c d sign"),
        ("put ... sign", "put a b c d e f g h i j k l sign"),
        ("[ACTOR] meet [ACTOR]", "A meet A"),
        ("in [PLACE]", "in P"),
        ("sign ~ treaty", "treaty was signed"),
        ("sign ~ treaty", "signed the treaty"),
        ("sign ~~ treaty", "treaty a b c d e f was signed"),
    ],
)
def test_pattern_fits(say: str, text: str) -> None:
    assert matched(say, text) is not None


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("hold|have talk", "take talk"),
        ("hold talk", "hold the talk"),
        ("<talks>", "hold"),
        ("=hold", "held"),
        ("negot*", "renegotiate"),
        ("*ating", "negotiate"),
        ("two side", "side"),
        ("put .. sign", "put a b c d e sign"),
        ("put ... sign", "put a b c d e f g h i j k l m sign"),
        ("put .. sign", "put a ; sign"),
        ("put .. sign", "sign a put"),
        ("in [PLACE]", "in A"),
        ("[ACTOR] meet", "P meet"),
        ("sign ~ treaty", "treaty a b c d e signed"),
    ],
)
def test_pattern_does_not_fit(say: str, text: str) -> None:
    assert matched(say, text) is None


@pytest.mark.parametrize(
    ("say", "text", "head"),
    [
        ("hold talk", "they held talks", 1),
        ("agree to !host", "agree to host", 2),
        ("[ACTOR] meet", "A meet", 1),
        ("the? !side", "side", 0),
        ("sign ~ treaty", "the treaty was signed", 3),
        ("sign ~ !treaty", "the treaty was signed", 1),
    ],
)
def test_head_is_the_marked_word_or_else_the_first(say: str, text: str, head: int) -> None:
    found = matched(say, text)
    assert found is not None
    assert found.head == head


def test_match_tells_where_each_element_stands_and_which_is_missing() -> None:
    found = matched("put the? .. sign", "x put it down sign")
    assert found is not None
    assert found.items == (1, -1, 4)
    assert (found.first, found.last) == (1, 4)


def test_shortest_gap_goes_first() -> None:
    found = matched("put .. sign", "put sign a sign")
    assert found is not None
    assert found.last == 1


def test_a_slot_can_name_the_role_that_it_fills() -> None:
    pattern = compile_pattern("invite [targets:ACTOR] to [place:PLACE]", Atoms(analyse, CLASSES))
    assert [element.role for element in pattern.elements] == ["", "targets", "", "place"]


def test_a_slot_can_be_one_of_several_alternatives() -> None:
    pattern = compile_pattern("seize city|[place:PLACE]", Atoms(analyse, CLASSES))
    assert pattern.elements[1].role == "place"
    assert PLACE in pattern.elements[1].atoms
    assert len(pattern.elements[1].atoms) > 1


@pytest.mark.parametrize("say", ["", "put ..", "the? two?", ".."])
def test_pattern_that_could_fit_nothing_is_refused(say: str) -> None:
    with pytest.raises(ValueError, match="a pattern needs a word"):
        compile_pattern(say, Atoms(analyse, CLASSES))


def test_unknown_class_is_named() -> None:
    with pytest.raises(KeyError, match="no word class 'talkz'"):
        compile_pattern("hold <talkz>", Atoms(analyse, CLASSES))


def test_patterns_are_found_by_the_first_word_that_must_be_there() -> None:
    atoms = Atoms(analyse, CLASSES)
    patterns = [compile_pattern("the? side", atoms), compile_pattern("side|party agree", atoms)]
    table = by_anchor(patterns, lambda pattern: pattern)
    (side,), (party,) = atoms.number("side"), atoms.number("party")
    assert table[side] == tuple(patterns)
    assert table[party] == (patterns[1],)
    assert atoms.number("the").isdisjoint(table)
