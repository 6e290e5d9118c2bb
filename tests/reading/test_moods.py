"""Moods: how the sentence puts an act decides status and modality."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.reading.moods import INFINITIVE, PASSIVE, find_moods
from reading.laid_out import frames, only_row, read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Sudan and Chad met in Cairo.", "meeting/held Sudan, Chad at Cairo"),
        ("Sudan and Chad will meet in Cairo.", "meeting/agreed Sudan, Chad at Cairo [planned]"),
        ("Sudan and Chad may meet in Cairo.", "meeting/proposed Sudan, Chad at Cairo [possible]"),
        ("Sudan and Chad did not meet in Cairo.", "meeting/cancelled Sudan, Chad at Cairo [denied]"),
        ("Talks between Sudan and Chad in Cairo were postponed.", "meeting/postponed Sudan, Chad at Cairo [planned]"),
        ("Sudan's president will visit Chad.", "visit/planned Sudan -> Chad at Chad [planned]"),
        ("Sudan's president visited Chad.", "visit/held Sudan -> Chad at Chad"),
    ],
)
def test_mood_gives_status_and_modality(text: str, line: str) -> None:
    assert read(text) == [line]


def test_what_is_denied_is_no_accusation() -> None:
    assert read("Iran is not accusing Iraq of shelling.") == []


def moods_of(text: str, expression: str) -> frozenset[str]:
    row = only_row(text)
    frame = next(frame for frame in frames(text) if frame.entry.expression.id == expression)
    return find_moods(frame, row.items, row.clauses, load_lexicon("en"))[0]


def test_passive_and_infinitive_are_told_by_form() -> None:
    assert PASSIVE in moods_of("Iran was invited by Oman to talks.", invite("Iran was invited by Oman to talks."))
    assert INFINITIVE in moods_of("Oman hopes to meet Iran.", "en-meeting-meet")
    assert not {PASSIVE, INFINITIVE} & moods_of("Oman met Iran.", "en-meeting-meet")


def invite(text: str) -> str:
    return next(frame.entry.expression.id for frame in frames(text) if frame.entry.kind.kind == "invitation")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Serbia rejected the plan and accused Kosovo of breaking the agreement."),
        ("en", "Serbia rejected the plan, accused Kosovo of breaking the agreement and left."),
        ("ru", "Сербия отвергла план и обвинила Косово в нарушении соглашения."),
        ("tr", "Sırbistan planı reddetti ve Kosova'yı anlaşmayı ihlal etmekle suçladı."),
        ("ar", "رفضت صربيا الخطة واتهمت كوسوفو بانتهاك الاتفاق."),
    ],
)
def test_a_first_verb_does_not_deny_the_second(lang: str, text: str) -> None:
    lines = read(text, lang)
    assert any(line.startswith("refusal/made Serbia") for line in lines)
    assert any(line.startswith("accusation Serbia -> Kosovo") for line in lines)


def test_a_second_verb_shares_the_auxiliary_of_the_first() -> None:
    (line,) = read("Greece and Turkey will meet in Oslo and sign a peace agreement on Friday.")[-1:]
    assert "signed" not in line


def test_negation_before_the_verb_of_a_noun_denies_the_whole() -> None:
    assert read("Соглашение между Кенией и Чадом так и не было достигнуто.", "ru") == []


def test_condition_of_a_later_clause_leaves_what_was_done() -> None:
    text = "Serbia rejected the plan and said that it would fight unless the troops leave."
    assert read(text)[0].startswith("refusal/made Serbia")
    assert not read("Serbia would reject the plan if the troops stay.")
