"""Voices: whose words stand where."""

from goodoffices.lexicon.load import load_lexicon
from goodoffices.lexicon.quotation import load_quotation
from goodoffices.model.mention import Party
from goodoffices.model.text import Span
from goodoffices.reading.attribution import find_attributions
from goodoffices.reading.people import Acquaintances
from goodoffices.reading.voices import Voice, find_author, find_voices, voice_at
from reading.laid_out import document, reports


def voice(name: str) -> Voice:
    return Voice(Party(name=name), Span(0, 1))


def test_innermost_words_decide() -> None:
    voices = [(Span(0, 50), voice("Norway")), (Span(10, 20), voice("Chad"))]
    found = voice_at(Span(12, 15), voices)
    assert found is not None
    assert found.party.name == "Chad"
    outer = voice_at(Span(12, 25), voices)
    assert outer is not None
    assert outer.party.name == "Norway"
    assert voice_at(Span(60, 61), voices) is None


def spoken(text: str) -> list[str]:
    rows = document(text).rows
    quotation = load_quotation("en")
    attributions = find_attributions(text, [row.sentence for row in rows], quotation)
    relatives = load_lexicon("en").roles.relatives
    return [found.party.name for _, found in find_voices(attributions, rows, relatives)]


def test_source_that_is_named_speaks() -> None:
    assert spoken("Norway said that the talks failed.") == ["Norway"]


def test_source_that_names_nobody_has_no_voice() -> None:
    assert spoken("Sources said that the talks failed.") == []


def author(text: str) -> Voice | None:
    return find_author(document(text).rows, (), Acquaintances(load_lexicon("en")))


def test_signed_text_in_the_first_person_has_an_author() -> None:
    found = author("By Nikos Laskaris\nI call on Greece to wait.")
    assert found is not None
    assert found.party.name == "Nikos Laskaris"


def test_signed_report_has_no_voice_of_its_own() -> None:
    assert author("By Nikos Laskaris\nGreece will wait.") is None
    assert author("I call on Greece to wait.") is None


def test_author_of_an_opinion_makes_its_demands() -> None:
    (report,) = reports("By Nikos Laskaris\nWe must not wait. I call on Greece to withdraw its troops from Cyprus.")
    assert [filler.value for filler in report.actors] == ["Nikos Laskaris"]


def test_relative_pronoun_speaks_for_whoever_stands_before_it() -> None:
    assert spoken("Norway met Chad, which said that the talks failed.") == ["Chad"]
    assert spoken("Norway thanked Chad, which called Sudan and warned that the talks would fail.")[-1] == "Chad"
