"""Pronouns and groups: whom they stand for, and that nobody is guessed."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.reading.coreference import find_home, find_sides
from reading.laid_out import document, read, reports


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kenyan President Wanjiru Mwangi arrived. He met the Greek president.", "meeting/held Wanjiru Mwangi, Greece"),
        ("Greece and Turkey met in Oslo. They agreed to a ceasefire.", "agreement/agreed Greece, Turkey #ceasefire"),
        ("Greece and Turkey met in Oslo. The two sides agreed to a ceasefire.",
         "agreement/agreed Greece, Turkey #ceasefire"),
        ("Norway led the talks. It offered to host the next round between Sudan and Chad.",
         "offer_venue/made Norway -> Sudan, Chad at Norway (says Norway)"),
    ],
)  # fmt: skip
def test_pronoun_and_group_stand_for_whom_the_text_named(text: str, last: str) -> None:
    assert read(text)[-1] == last


@pytest.mark.parametrize("text", ["He met the Greek president.", "They agreed to a ceasefire.", "We accept the plan."])
def test_pronoun_of_nobody_fills_nothing(text: str) -> None:
    assert read(text) == []


def test_we_inside_a_quotation_is_the_speakers_state() -> None:
    text = '"We accept the ceasefire," the Kenyan president said.'
    (report,) = reports(text)
    assert [filler.value for filler in report.actors] == ["Kenya"]
    assert report.speaker is not None
    assert report.speaker.value == "Kenya"


def test_we_of_an_unsigned_text_is_nobody() -> None:
    assert not any(report.actors for report in reports("We accept the ceasefire. Kenya is far."))


def test_sides_are_those_named_together_most_often() -> None:
    text = "Greece and Turkey met. Greece and Turkey agreed. Norway and Chad left."
    rows = [row.items for row in document(text).rows]
    assert [side.name for side in find_sides(rows, load_lexicon("en"), ())] == ["Greece", "Turkey"]


def test_parties_of_the_dossier_go_before_others() -> None:
    text = "Norway and Chad met. Norway and Chad agreed. Greece told Turkey so."
    rows = [row.items for row in document(text).rows]
    assert [side.name for side in find_sides(rows, load_lexicon("en"), ("Greece", "Turkey"))] == ["Greece", "Turkey"]


def test_home_is_the_state_named_most_often_if_more_than_once() -> None:
    home = find_home(row.items for row in document("Chad left. Chad came. Norway stayed.").rows)
    assert home is not None
    assert home.name == "Chad"
    assert find_home(row.items for row in document("Chad left. Norway stayed.").rows) is None


def test_the_pair_that_leads_the_first_sentence_comes_before_the_mediators() -> None:
    text = (
        "Chad and Niger signed a truce on Saturday, Norway and Qatar said. Niger said so, too. Niger will keep it. "
        "Norway is glad. Qatar is glad."
    )
    rows = [row.items for row in document(text).rows]
    assert [side.name for side in find_sides(rows, load_lexicon("en"), ())] == ["Chad", "Niger"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kenyan President Wanjiru Mwangi met Greek President Nikos Pappas in Oslo. He rejected the plan.",
         "refusal/made Wanjiru Mwangi"),
        ('"Nikos Pappas must withdraw his troops," Kenyan President Wanjiru Mwangi told reporters. '
         "He rejected the plan.", "refusal/made Wanjiru Mwangi"),
    ],
)  # fmt: skip
def test_he_is_the_one_who_led_the_sentence_before(text: str, last: str) -> None:
    assert read(text)[-1].startswith(last)


def test_given_name_alone_finds_the_person() -> None:
    text = "Kenyan President Wanjiru Mwangi met the Greek president. After leaving Oslo, Wanjiru rejected the plan."
    assert read(text)[-1].startswith("refusal/made Wanjiru Mwangi")


def test_given_name_of_two_finds_nobody() -> None:
    text = "Greek President Nikos Pappas met Greek Prime Minister Nikos Ioannou. Nikos rejected the plan."
    assert not any(line.startswith("refusal") for line in read(text))


def test_each_side_is_both() -> None:
    text = "Greece and Turkey met in Oslo. Each side blamed the other."
    assert read(text)[-1] == "accusation Greece, Turkey (says Greece)"


def test_group_of_a_nation_is_the_movement_named_before() -> None:
    text = "Hamas received the plan. The Palestinian group demanded that Israel withdraw."
    assert read(text)[-1].startswith("demand/made Hamas")


def test_two_who_mediate_are_not_the_sides() -> None:
    text = "Greece and Chad agreed to a ceasefire in Oslo, mediated by Norway and Turkey. The two sides will meet."
    assert read(text)[-1].startswith("meeting/agreed Greece, Chad")


def test_both_before_names_is_no_pronoun() -> None:
    text = "Greece and Chad met in Oslo. Norway urged both Sudan and Kenya to withdraw their troops."
    assert read(text)[-1].startswith("demand/made Norway -> Sudan, Kenya")


def test_two_whom_an_article_names_most_are_its_sides() -> None:
    text = "Иран прислал ноту. Ирак ответил. Иран настаивал. Ирак возражал. Наконец стороны подписали договор."
    assert "agreement/signed Iran, Iraq" in " ".join(read(text, "ru"))


def test_group_that_stands_for_nobody_leads_all_the_same() -> None:
    assert read("Советник президента США Массад Булос заявил, что обе воюющие стороны дали согласие.", "ru") == []


def test_they_in_a_sentence_that_troops_lead_are_the_troops() -> None:
    text = "Greece and Chad met in Oslo. Sudanese troops cheered when they rejected the plan."
    assert read(text)[-1].startswith("refusal/made Sudan")


def test_person_and_his_own_state_are_no_two_sides() -> None:
    text = (
        "Greece and Chad met in Oslo. Kenyan President Wanjiru Mwangi and Kenya stayed. Both sides agreed to a truce."
    )
    assert read(text)[-1].startswith("agreement/agreed Greece, Chad")
