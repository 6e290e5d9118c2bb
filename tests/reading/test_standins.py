"""Bare offices and bodies: whom they stand for, in every language, and when for nobody."""

import pytest

from reading.laid_out import read, reports


def actors(text: str, lang: str) -> list[str]:
    """Return who acts in the last report of a text."""
    return [filler.value for filler in reports(text, lang)[-1].actors]


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "The Kenyan foreign minister flew home. The minister rejected the proposal.", "Kenya"),
        ("en", "Slovak Prime Minister Jan Hrusovsky spoke. The prime minister rejected the plan.", "Jan Hrusovsky"),
        ("en", "The Greek foreign ministry was silent. The ministry rejected the Turkish proposal.",
         "Greece Ministry of Foreign Affairs"),
        ("en", "Chad's army left the town. The army accused Kenya of violating the ceasefire.", "Chad"),
        ("ru", "Министр иностранных дел Кении прибыл в Каир. Министр отверг план перемирия.", "Kenya"),
        ("ru", "МИД Сербии созвал послов. Министерство обвинило Косово в нарушении соглашения.",
         "Serbia Ministry of Foreign Affairs"),
        ("tr", "Kenya Dışişleri Bakanı Kahire'ye geldi. Bakan, ateşkes planını reddetti.", "Kenya"),
        ("ar", "وصل وزير خارجية كينيا إلى القاهرة. ورفض الوزير خطة وقف إطلاق النار.", "Kenya"),
    ],
)  # fmt: skip
def test_bare_office_stands_for_the_one_named_before(lang: str, text: str, who: str) -> None:
    assert actors(text, lang) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys from Chad met envoys from Kenya. The minister rejected the plan.",
        "The Kenyan prime minister was there. The minister rejected the plan.",
        "In Oslo the Kenyan minister and the Greek minister spoke. The minister rejected the plan.",
        "The Kenyan president spoke. The president of the bank rejected the plan.",
        "The Kenyan minister spoke. A minister rejected the plan.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert not any(line.startswith("refusal") for line in read(text))


def test_one_that_leads_its_sentence_goes_before_another_in_it() -> None:
    text = "The Kenyan president met the Greek president in Oslo. The president rejected the plan."
    assert actors(text, "en") == ["Kenya"]


def test_a_leader_may_hold_any_office_of_that_rank() -> None:
    assert actors("The Kenyan president was there. The leader rejected the plan.", "en") == ["Kenya"]


def test_a_word_of_a_proper_name_finds_nobody() -> None:
    text = "The National Liberation Army was there. The army accused Kenya of violating the ceasefire."
    assert not any("Liberation" in line for line in read(text))


def test_leaders_are_no_leader_named_before() -> None:
    text = "Президент Кении Уильям Руто уехал. Лидеры подписали соглашение."
    assert not any("William Ruto" in line for line in read(text, "ru"))
