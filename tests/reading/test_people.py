"""People whom only the article knows: a surname finds the full name, in whatever case it stands."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.model.text import Span
from goodoffices.reading.items import Item, word_item
from goodoffices.reading.people import Acquaintances, name_length
from goodoffices.reading.segment import find_tokens
from reading.laid_out import read, whom


def row_of(text: str) -> list[Item]:
    """Return the bare words of a text as items."""
    return [word_item(token) for token in find_tokens(text, Span(0, len(text)), load_lexicon("en"))]


def test_surname_alone_finds_the_full_name_and_the_state() -> None:
    people = Acquaintances(load_lexicon("en"))
    met = people.meet("Kari Lunde", stands_for="Norway")
    assert people.meet("Lunde") == met
    assert people.find("lunde") == met
    assert people.find("berg") is None


def test_state_that_is_told_later_is_kept() -> None:
    people = Acquaintances(load_lexicon("en"))
    people.meet("Kari Lunde")
    people.meet("Kari Lunde", stands_for="Norway")
    found = people.find("lunde")
    assert found is not None
    assert found.stands_for == "Norway"


def test_surname_is_found_with_an_ending_of_its_language() -> None:
    people = Acquaintances(load_lexicon("tr"))
    met = people.meet("Kemal Aydoğan")
    assert people.find("aydoğana") == met
    assert people.find("aydemir") is None


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Антон Белецкий", "белецкого"),
        ("Антон Белецкий", "белецким"),
        ("Иван Соколов", "соколовым"),
        ("Мария Соколова", "соколовой"),
    ],
)
def test_russian_surname_is_found_in_every_case(full: str, later: str) -> None:
    people = Acquaintances(load_lexicon("ru"))
    met = people.meet(full)
    assert people.find(later) == met
    assert people.find("соколина") is None


def test_surname_with_an_ending_more_than_the_known_one_is_no_nominative() -> None:
    people = Acquaintances(load_lexicon("ru"))
    people.meet("Иван Соколов")
    tokens = find_tokens("Соколов Соколова", Span(0, 16), load_lexicon("ru"))
    found = [people.mention(token) for token in tokens]
    assert ["nom" in mention.marks for mention in found if mention] == [True, False]


@pytest.mark.parametrize("later", ["Lunde left.", "Lunde's plan failed."])
def test_surname_in_a_later_sentence_is_that_person(later: str) -> None:
    named = whom(f"Norwegian foreign minister Kari Lunde said no. {later}")
    assert list(named.values())[-1] == ["Kari Lunde of Norway"]


@pytest.mark.parametrize(
    ("text", "length"),
    [("Kari Lunde left", 2), ("Jan van Berg left", 3), ("The talks failed", 0), ("talks failed", 0), ("KLMF left", 0)],
)
def test_name_is_as_long_as_its_capital_letters(text: str, length: int) -> None:
    assert name_length(row_of(text), 0, load_lexicon("en")) == length


def test_name_with_its_article_before_a_hyphen_is_found_without_it() -> None:
    text = "Greek Prime Minister Fayez al-Sarraj met Emmanuel Macron in Oslo. Sarraj rejected the plan."
    assert read(text)[-1].startswith("refusal/made Fayez al-Sarraj")


def test_institution_is_no_person() -> None:
    assert not any("Argo" in line for line in read("The Argo Declaration calls on Chad to withdraw its troops."))
