"""The gazetteer: namings found in texts, and what each can mean."""

import datetime as dt

import pytest

from goodoffices.dossier.entry import EntryKind, NameForm
from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.model.dates import DateInterval

PROCESS = "armenia-azerbaijan"


def found(lang: str, text: str, dossier: str | None = None) -> dict[str, str]:
    """Return the namings of a text with the id of what each means first."""
    return {naming.text: naming.entries[0].id for naming in load_gazetteer(lang, dossier).find(text)}


def test_finds_states_peoples_and_capitals_longest_first() -> None:
    text = "Yerevan's envoy told Azerbaijanis that South Sudan would host."
    namings = load_gazetteer("en").find(text)
    assert [naming.text for naming in namings] == ["Yerevan", "Azerbaijanis", "South Sudan"]
    assert [naming.entries[0].form for naming in namings] == [NameForm.CAPITAL, NameForm.DEMONYM, NameForm.NAME]
    assert namings[0].entries[0].stands_for == "Armenia"
    assert "possessive" in namings[0].clitics
    assert all(naming.span.of(text) == naming.text for naming in namings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They told us that it was a turkey from who knows where.", {}),
        ("The US and the U.S. team left.", {"US": "united_states", "U.S.": "united_states"}),
        ("GIVE US PEACE", {}),
        ("US ENVOY LANDS\nin Chad", {"Chad": "chad"}),
        ("Turkey and Türkiye and TURKEY", {"Turkey": "turkey", "Türkiye": "turkey", "TURKEY": "turkey"}),
        ("A nice reading of Orange and Mobile", {}),
        ("Kosovar and Serb mayors", {"Kosovar": "kosovo", "Serb": "serbia"}),
        ("Nigerien troops", {"Nigerien": "niger"}),
        ("the Côte d’Ivoire envoy", {"Côte d’Ivoire": "ivory_coast"}),
        ("unarmenian", {}),
        ("Armenia-brokered", {"Armenia": "armenia"}),
    ],
)
def test_english_takes_names_and_leaves_words(text: str, expected: dict[str, str]) -> None:
    assert found("en", text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected", "marks"),
    [
        ("ru", "с Ереваном", {"Ереваном": "yerevan"}, {"ins"}),
        ("ru", "узбекистанская сторона", {"узбекистанская": "uzbekistan"}, {"adjective", "nom", "f"}),
        ("ru", "россиянам", {"россиянам": "russia"}, {"people", "dat", "pl"}),
        ("ru", "кенийско-эфиопская", {"кенийско": "kenya", "эфиопская": "ethiopia"}, {"adjective", "compound"}),
        ("ru", "Соединенными Штатами", {"Соединенными Штатами": "united_states"}, {"ins"}),
        ("tr", "Kenya'nın", {"Kenya'nın": "kenya"}, {"gen"}),
        ("tr", "Kenyadaki", {"Kenyadaki": "kenya"}, {"loc", "derived"}),
        ("tr", "Gürcülerle", {"Gürcülerle": "georgia"}, {"people", "pl", "ins"}),
        ("az", "Bakıdan", {"Bakıdan": "baku"}, {"abl"}),
        ("uk", "Києвом", {"Києвом": "kyiv"}, {"ins"}),
        ("de", "Kenias", {"Kenias": "kenya"}, {"gen"}),
        ("hy", "Բաքվում", {"Բաքվում": "baku"}, {"loc"}),
        ("ka", "თბილისში", {"თბილისში": "tbilisi"}, {"loc"}),
        ("kk", "Бакуден", {"Бакуден": "baku"}, {"abl"}),
    ],
)
def test_endings_are_taken_and_told(lang: str, text: str, expected: dict[str, str], marks: set[str]) -> None:
    assert found(lang, text) == expected
    first = load_gazetteer(lang).find(text)[0]
    assert marks <= first.marks | {"adjective", "people"}


@pytest.mark.parametrize(
    ("text", "naming", "clitics"),
    [
        ("وبأرمينيا", "أرمينيا", {"and", "in"}),
        ("لباكو", "باكو", {"to"}),
        ("وللسودان", "لسودان", {"and", "to"}),
        ("فأذربيجان", "أذربيجان", {"so"}),
        ("والأرمينية", "الأرمينية", {"and", "definite"}),
    ],
)
def test_arabic_clitics_stay_outside_the_naming(text: str, naming: str, clitics: set[str]) -> None:
    namings = load_gazetteer("ar").find(f"قيل {text} أمس")
    assert [(found.text, set(found.clitics)) for found in namings] == [(naming, clitics)]


def test_arabic_words_that_only_look_like_names_stay() -> None:
    assert found("ar", "قال وزير المالية إن الدعم المالي كبير") == {}


def test_a_seat_stands_for_the_body_first_and_for_its_state_too() -> None:
    entries = load_gazetteer("en").find("Brussels hopes")[0].entries
    assert [entry.stands_for for entry in entries] == ["European Union", "Belgium"]


def test_a_building_stands_for_those_within() -> None:
    entry = load_gazetteer("ru").find("В Кремле промолчали")[0].entries[0]
    assert (entry.form, entry.stands_for) == (NameForm.BUILDING, "Russia")


def test_a_shared_surname_gives_everyone_who_bears_it() -> None:
    entries = load_gazetteer("en", PROCESS).find("Then Grigoryan spoke")[0].entries
    assert {entry.id for entry in entries} == {"armen_grigoryan", "mher_grigoryan"}
    assert {entry.form for entry in entries} == {NameForm.SURNAME}


def test_a_full_name_an_initial_and_a_surname_are_one_person() -> None:
    for text in ("Ararat Mirzoyan", "A. Mirzoyan", "Mirzoyan"):
        assert found("en", f"so {text} said", PROCESS) == {text: "ararat_mirzoyan"}
    assert found("ru", "и А. Мирзояном", PROCESS) == {"А. Мирзояном": "ararat_mirzoyan"}


def test_a_surname_that_is_a_word_is_left_in_a_script_without_capitals() -> None:
    assert "nawaf_salam" not in found("ar", "محادثات سلام بين الطرفين").values()
    assert found("ar", "قال نواف سلام") == {"نواف سلام": "nawaf_salam"}


def test_offsets_count_the_text_as_it_is_kept() -> None:
    text = "Мінськ: Азербайджа́ну бракує Верховин\u00adи"
    namings = load_gazetteer("uk").find(text)
    assert [naming.text for naming in namings] == ["Мінськ", "Азербайджа́ну"]
    assert all(naming.span.of(text) == naming.text for naming in namings)


def test_finding_twice_gives_the_same() -> None:
    text = "Baku, Yerevan, Brussels, the UN, the OSCE Minsk Group; Putin and Erdogan."
    gazetteer = load_gazetteer("en")
    assert gazetteer.find(text) == gazetteer.find(text)


def test_an_unknown_language_and_an_empty_text_give_nothing() -> None:
    assert load_gazetteer("xx").find("qwerty") == []
    assert load_gazetteer("en").find("") == []
    assert load_gazetteer("en").find_cues("") == []


def test_who_held_a_post_on_a_day() -> None:
    gazetteer = load_gazetteer("en", PROCESS)

    def holder(post: str, of: str, on: dt.date | DateInterval) -> str | None:
        entry = gazetteer.holder_of(post, of, on=on)
        return entry.name if entry else None

    assert holder("foreign_minister", "kazakhstan", dt.date(2022, 10, 14)) == "Mukhtar Tleuberdi"
    assert holder("foreign_minister", "Kazakhstan", dt.date(2024, 5, 10)) == "Murat Nurtleu"
    assert holder("foreign_minister", "Kazakhstan", dt.date(2025, 12, 1)) == "Yermek Kosherbayev"
    assert holder("foreign_minister", "Turkey", DateInterval.month(2024, 5)) == "Hakan Fidan"
    assert holder("head_of_state", "Qatar", dt.date(2024, 5, 10)) == "Emir of Qatar"
    assert holder("head_of_state", "Azerbaijan", DateInterval.year(2024)) == "Ilham Aliyev"
    assert holder("foreign_minister", "Atlantis", dt.date(2024, 5, 10)) is None
    assert holder("spokesperson", "Russia", dt.date(2024, 5, 10)) is None
    assert {entry.name for entry in gazetteer.holders_of("spokesperson", "Russia", on=dt.date(2024, 5, 10))} == {
        "Dmitry Peskov",
        "Maria Zakharova",
    }


def test_parties_and_names() -> None:
    assert load_gazetteer("en", PROCESS).parties == ("Armenia", "Azerbaijan")
    assert load_gazetteer("en").parties == ()
    assert load_gazetteer("en").id_of("United Nations") == "united_nations"
    assert load_gazetteer("en").name_of("drc") == "DRC"
    entry = load_gazetteer("en", PROCESS).entry("shusha")
    assert entry is not None
    assert (entry.kind, entry.country) == (EntryKind.PLACE, "Azerbaijan")


def test_a_cue_may_be_a_stem_several_words_and_follow_a_clitic() -> None:
    cues = load_gazetteer("ru", PROCESS).find_cues("Стороны говорили о делимитации и мирном договоре.")
    assert [(cue.text, cue.issue) for cue in cues] == [
        ("делимитации", "border_delimitation"),
        ("мирном договоре", "peace_treaty"),
    ]
    assert [cue.issue for cue in load_gazetteer("ar").find_cues("ووقف إطلاق النار")] == ["ceasefire"]
    assert load_gazetteer("en").find_cues("a constitutionally odd restitution") == []
