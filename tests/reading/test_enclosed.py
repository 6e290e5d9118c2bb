"""Namings in quotation marks or brackets."""

import pytest

from reading.laid_out import mentions, read, whom


def test_brackets_that_repeat_a_naming_are_folded_into_it() -> None:
    text = "Kenya met the Rapid Support Forces (RSF) and Chad."
    assert whom(text) == {"Kenya": ["Kenya"], "Rapid Support Forces": ["Rapid Support Forces"], "Chad": ["Chad"]}


def test_acronym_that_a_known_name_explains_stands_for_it_later() -> None:
    text = "Они говорили с Силами быстрого реагирования (СБР). Позже СБР ушли."
    assert [mention.parties[0].name for mention in mentions(text, "ru")] == ["Rapid Support Forces"] * 2


def test_brackets_that_name_another_stay() -> None:
    assert list(whom("Kenya (Chad) left.")) == ["Kenya", "Chad"]


@pytest.mark.parametrize(
    "text",
    [
        "Власти ДРК и группировка «Движение 23 марта» (М23) достигли соглашения о перемирии.",
        "Власти ДРК и движение М23 достигли соглашения о перемирии.",
    ],
)
def test_name_in_quotation_marks_behind_its_noun_is_one_party(text: str) -> None:
    assert read(text, "ru") == ["agreement/agreed DRC, M23 #ceasefire"]


def test_words_in_brackets_are_kept() -> None:
    assert list(whom("Kenya (with Chad absent) left.")) == ["Kenya", "Chad"]
