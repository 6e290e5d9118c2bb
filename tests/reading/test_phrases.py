"""Phrases of office and body: whom they stand for, in the orders in which languages put state, office and name."""

import pytest

from goodoffices.model.article import Article
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.mention import Form, MentionKind
from goodoffices.reading.reader import Reader
from reading.laid_out import mentions, read, whom


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The Serbian president left.", "Serbian president", ["Serbia"]),
        ("The president of Kenya left.", "president of Kenya", ["Kenya"]),
        ("Kenya's then foreign minister left.", "Kenya's then foreign minister", ["Kenya"]),
        ("Norwegian foreign minister Kari Lunde left.", "Norwegian foreign minister Kari Lunde",
         ["Kari Lunde of Norway"]),
        ("The Greek and Turkish foreign ministers met.", "Greek and Turkish foreign ministers", ["Greece", "Turkey"]),
        ("The presidents of Kenya and Chad met.", "presidents of Kenya and Chad", ["Kenya", "Chad"]),
        ("Jan Kowalski, the Polish envoy, said no.", "Jan Kowalski", ["Jan Kowalski of Poland"]),
        ("Jan Kowalski of the TPLF said no. The TPLF left.", "Jan Kowalski", ["Jan Kowalski of TPLF"]),
    ],
)  # fmt: skip
def test_english_phrase(text: str, words: str, names: list[str]) -> None:
    assert whom(text)[words] == names


@pytest.mark.parametrize(
    ("lang", "text", "words", "names"),
    [
        ("ru", "Министр иностранных дел Кении прибыл.", "Министр иностранных дел Кении", ["Kenya"]),
        ("ru", "Президента Сербии встретили.", "Президента Сербии", ["Serbia"]),
        ("ru", "Премьер-министр Норвегии уехал.", "Премьер-министр Норвегии", ["Norway"]),
        ("tr", "Norveç Başbakanı konuştu.", "Norveç Başbakanı", ["Norway"]),
        ("tr", "Kenya Dışişleri Bakanı gitti.", "Kenya Dışişleri Bakanı", ["Kenya"]),
        ("ar", "استقبل رئيس كينيا وفدا.", "رئيس كينيا", ["Kenya"]),
        ("ar", "وصل وزير الخارجية المصري.", "وزير الخارجية المصري", ["Egypt"]),
    ],
)
def test_phrase_in_other_languages(lang: str, text: str, words: str, names: list[str]) -> None:
    assert whom(text, lang)[words] == names


def test_office_without_a_name_stands_for_its_state_and_keeps_its_post() -> None:
    (mention,) = mentions("The Serbian president left.")
    assert (mention.kind, mention.form, mention.post) == (MentionKind.STATE, Form.OFFICE, "president")


def test_office_with_a_name_is_a_person() -> None:
    (mention,) = mentions("Norwegian foreign minister Kari Lunde left.")
    assert (mention.kind, mention.post) == (MentionKind.PERSON, "foreign_minister")


def test_office_of_nobody_we_can_tell_names_nobody() -> None:
    assert mentions("The foreign minister left early.") == []


def test_capital_letters_of_a_headline_name_nobody() -> None:
    assert mentions("Talks Begin As Rival Camps Say Yes") == []


@pytest.mark.parametrize("text", ["The Serbian president left.", "Kenya's minister and the president of Chad met."])
def test_phrase_covers_its_own_words(text: str) -> None:
    assert all(mention.span.of(text) == mention.text for mention in mentions(text))


@pytest.mark.parametrize(
    "text",
    [
        "The UN envoy for Western Sahara, Jan Kowalski, urged Chad to agree.",
        "The UN envoy for Western Sahara Jan Kowalski urged Chad to agree.",
    ],
)
def test_holder_stands_behind_what_the_office_is_for(text: str) -> None:
    assert read(text)[0].startswith("demand/made Jan Kowalski -> Chad")


def test_commander_governs_the_instrumental_and_a_body_stands_beside_its_sort() -> None:
    assert whom("Он говорил с командующим Ливийской национальной армией Халифой Хафтаром.", "ru") == {
        "командующим Ливийской национальной армией Халифой Хафтаром": ["Khalifa Haftar of Libyan National Army"],
    }
    assert whom("Организация Армия национального освобождения ушла.", "ru") == {
        "Организация Армия национального освобождения": ["ELN"],
    }


def test_full_name_behind_an_owner_that_nobody_knows_is_a_person() -> None:
    assert whom("Он говорил с директором ЦКК Иваном Петровым.", "ru") == {
        "директором ЦКК Иваном Петровым": ["Ivan Petrov"]
    }


def test_own_name_of_a_body_goes_before_what_describes_it() -> None:
    assert whom("Делегация палестинского движения ХАМАС ушла.", "ru") == {
        "Делегация палестинского движения ХАМАС": ["Hamas"],
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministers of Azerbaijan, Jeyhun Bayramov, and Armenia, Ararat Mirzoyan, met in Almaty."),
        ("ar", "التقى وزيرا خارجية أذربيجان جيهون بيراموف وأرمينيا أرارات ميرزويان في ألماتي."),
        ("ru", "Министры иностранных дел Азербайджана Джейхун Байрамов и Армении Арарат Мирзоян встретились в Алматы."),
    ],
)
def test_each_of_two_holders_of_an_office_has_a_state_and_a_name(lang: str, text: str) -> None:
    (report,) = Reader(dossier=None).read(Article(id=ArticleId("a"), text=text, lang=lang)).reports
    assert [filler.value for filler in report.actors] == ["Jeyhun Bayramov", "Ararat Mirzoyan"]
