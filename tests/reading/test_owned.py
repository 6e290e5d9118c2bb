"""Offices and bodies whose owner is a pronoun."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        ("en", "Kenya will not come. Its president rejected the plan.", "refusal/made Kenya"),
        ("en", "Greece and Turkey are neighbours. Their foreign ministers met in Oslo on Monday.",
         "meeting/held Greece, Turkey at Oslo"),
        ("en", '"Our government accuses Chad of aggression," the Kenyan foreign minister said.',
         "accusation Kenya -> Chad"),
        ("ru", "Кения не приедет на переговоры. Её правительство отвергло план.", "refusal/made Kenya"),
    ],
)  # fmt: skip
def test_pronoun_and_office_are_one_naming(lang: str, text: str, last: str) -> None:
    assert read(text, lang)[-1].startswith(last)


def test_ministry_of_a_pronoun_has_its_name() -> None:
    (line,) = read("Kenya was angry. Its foreign ministry accused Chad of aggression.")
    assert line.startswith("accusation Kenya Ministry of Foreign Affairs -> Chad")


def test_adjective_before_a_noun_is_no_body() -> None:
    text = "Emmanuel Macron left. During his official visit to Chad on Monday, the president was silent."
    assert any(line.startswith("visit/held Emmanuel Macron -> Chad") for line in read(text))
