"""Frames: the longest expression wins, and what it holds is not told by itself."""

import pytest

from goodoffices.reading.frames import is_held
from reading.laid_out import frames, only_row, read


def test_longest_expression_stands_first() -> None:
    found = frames("Oman offered to host talks between Iran and Yemen.")
    strengths = [len(frame.words) + frame.entry.expression.weight for frame in found]
    assert strengths == sorted(strengths, reverse=True)
    assert found[0].entry.kind.kind == "offer_venue"


def test_what_is_offered_is_no_act_of_its_own() -> None:
    assert [line.partition(" ")[0] for line in read("Oman offered to host talks between Iran and Yemen.")] == [
        "offer_venue/made"
    ]


def test_what_is_demanded_is_no_act_of_its_own() -> None:
    lines = read("Norway called on Sudan to sign a ceasefire with Chad.")
    assert [line.partition(" ")[0] for line in lines] == ["demand/made"]


def test_acts_beside_each_other_are_both_told() -> None:
    lines = read("Norway met Chad in Oslo; Greece accused Turkey of shelling.")
    assert [line.partition(" ")[0] for line in lines] == ["meeting/held", "accusation"]


def test_holder_holds_what_follows_it_and_not_itself() -> None:
    text = "Oman offered to host talks between Iran and Yemen."
    row, found = only_row(text), frames(text)
    offer = found[0]
    talks = next(frame for frame in found if frame.entry.kind.kind == "meeting" and frame.match.first > 0
                 and frame.match.first > offer.match.first)  # fmt: skip
    assert is_held(talks, [offer, talks], row.clauses)
    assert not is_held(offer, [offer, talks], row.clauses)


@pytest.mark.parametrize("text", ["The meet was on Friday.", "Weather in Oslo was fine."])
def test_sentence_without_an_expression_has_no_report(text: str) -> None:
    assert read(text) == []


def test_expression_does_not_reach_into_a_relative_clause() -> None:
    told = read("Чад направил Кении письмо, в котором просит вывести войска.", "ru")
    assert [line.split()[0] for line in told] == ["demand/made"]
    assert [frame.entry.kind.kind for frame in frames("Чад направил в Кению войска.", "ru")][:1] == ["deployment"]


def test_how_somebody_answered_is_told_of_him() -> None:
    assert read("Serbia answered by accusing Kosovo of a breach.")[0].startswith("accusation Serbia -> Kosovo")
