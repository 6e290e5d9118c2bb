"""Relations: what ties a naming to the words around it, by adposition, case, or none."""

import pytest

from reading.laid_out import read, sentence


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Iran met with Iraq in Oman.", ["bare", "with", "in"]),
        ("en", "Talks between Iran and Iraq were hosted by Oman.", ["between", "between", "by"]),
        ("en", "In Vienna, Serbia said no.", ["in", "bare"]),
        ("en", "Serbian forces left Kosovo's north.", ["bare", "of"]),
        ("en", "Iran, Iraq and Oman left.", ["bare", "bare", "bare"]),
        ("ru", "Президент Сербии встретился с премьером Греции в Осло.", ["bare", "with", "in"]),
        ("tr", "Oslo'da Norveç ile Yunanistan görüştü.", ["in", "bare", "bare"]),
    ],
)
def test_relation_of_each_naming(lang: str, text: str, expected: list[str]) -> None:
    found = sentence(text, lang)
    named = [relation for item, relation in zip(found.items, found.relations, strict=True) if item.mention is not None]
    assert named == expected


def test_words_that_name_nobody_have_no_relation() -> None:
    found = sentence("Iran met with Iraq.")
    assert {relation for item, relation in zip(found.items, found.relations, strict=True) if item.mention is None} == {
        ""
    }


def test_two_words_make_one_adposition() -> None:
    found = sentence("Greece and Turkey met under the auspices of Norway.")
    assert found.relations[-2] == "through"
    found = sentence("Соглашение нарушено со стороны Кении.", "ru")
    assert "by" in found.relations


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The Serbia-Kosovo talks in Oslo ended on Monday.", "meeting/held Serbia, Kosovo at Oslo"),
        ("The Serbia–Kosovo talks in Oslo ended on Monday.", "meeting/held Serbia, Kosovo at Oslo"),
        ("The Greek-Turkish talks in Oslo ended on Monday.", "meeting/held Greece, Turkey at Oslo"),
    ],
)
def test_two_that_a_dash_joins_own_what_follows(text: str, first: str) -> None:
    assert read(text)[0].startswith(first)


def test_state_behind_the_comma_after_a_place_says_where_it_lies() -> None:
    assert read("Serbia and Kosovo met in Ohrid, North Macedonia, on Monday.")[0].startswith(
        "meeting/held Serbia, Kosovo"
    )
    assert read("After talks with Serbia, Norway rejected the plan.")[-1].startswith("refusal/made Norway")


def test_lone_apostrophe_behind_a_plural_name_makes_an_owner() -> None:
    assert read("The United States' envoy rejected the plan.")[0].startswith("refusal/made United States")


@pytest.mark.parametrize(
    "text",
    [
        "Правительство Йемена и поддерживаемые Ираном хуситы договорились об обмене пленными.",
        "Правительство Йемена и международно признанные хуситы договорились об обмене пленными.",
    ],
)
def test_adjectives_and_participles_do_not_part_what_is_joined(text: str) -> None:
    assert any(line.startswith("agreement/agreed Yemen, Houthis") for line in read(text, "ru"))


def test_who_somebody_is_said_to_be_between_commas_parts_no_join() -> None:
    text = "Феликс Чисекеди, глава ДРК на переходный период, и поддерживаемое Чадом движение М23 подписали пакт."
    assert any(line.startswith("agreement/signed Felix Tshisekedi, M23") for line in read(text, "ru"))


def test_who_somebody_is_does_not_part_him_from_whom_he_is_joined_to() -> None:
    text = "Emmanuel Macron, a friend of the Greek president, and Vladimir Putin, head of the agency, met in Oslo."
    assert read(text)[0].startswith("meeting/held Emmanuel Macron, Vladimir Putin at Oslo")
