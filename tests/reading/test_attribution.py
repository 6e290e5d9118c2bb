"""The examples of each language's quotation.yml, read as promised; and the invariants of what is found."""

import pytest

from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.lexicon.quotation import load_quotation, quotation_languages
from goodoffices.lexicon.quotation_schema import Example
from goodoffices.reading.attribution import Attribution, find_attributions
from goodoffices.reading.segment import find_sentences

CASES = [
    pytest.param(lang, example, id=f"{lang}-{number:02}")
    for lang in sorted({*quotation_languages()} & {*languages()})
    for number, example in enumerate(load_quotation(lang).data.examples)
]


def attributions(text: str, lang: str) -> list[Attribution]:
    """Return what is found in a text of that language."""
    sentences = list(find_sentences(text, load_lexicon(lang)))
    return find_attributions(text, sentences, load_quotation(lang))


@pytest.mark.parametrize(("lang", "example"), CASES)
def test_example_reads_as_promised(lang: str, example: Example) -> None:
    found = [attribution.shown(example.text) for attribution in attributions(example.text, lang)]
    assert found == example.reads


def shown(text: str, lang: str = "en") -> list[str]:
    """Return the attributions of a text as the examples write them."""
    return [attribution.shown(text) for attribution in attributions(text, lang)]


def test_a_quotation_without_cue_goes_on_in_the_paragraph_of_its_speaker() -> None:
    text = "The envoy said the port was open. “Ships may come and go as they like.”"
    assert shown(text) == ["The envoy | said | the port was open ; “Ships may come and go as they like.” (says)"]


def test_a_quotation_without_cue_in_the_next_paragraph_keeps_its_speaker() -> None:
    text = "“The port is open,” the envoy said.\n“Ships may come and go as they like.”"
    assert shown(text) == [
        "the envoy | said | “The port is open,” (says)",
        "the envoy | said | “Ships may come and go as they like.” (says)",
    ]


def test_a_quotation_further_down_has_no_speaker() -> None:
    text = "“The port is open,” the envoy said.\nRain fell on the bay all day.\n“Ships may come and go as they like.”"
    assert shown(text) == ["the envoy | said | “The port is open,” (says)"]


def test_a_colon_announces_the_quotation_of_the_next_paragraph() -> None:
    text = "The envoy said the following:\n“Ships may come and go as they like.”"
    assert shown(text) == ["The envoy | said | “Ships may come and go as they like.” (says)"]


def test_a_quotation_over_two_paragraphs_belongs_to_who_closes_it() -> None:
    text = "“The port is open and safe.\n“Ships may come and go,” the envoy said."
    assert shown(text) == ["the envoy | said | “The port is open and safe. ; “Ships may come and go,” (says)"]


def test_layers_stand_apart() -> None:
    text = "Lima told the agency that Quito had promised to open the port."
    assert shown(text) == [
        "Lima | told | that Quito had promised to open the port (says)",
        "Quito | had promised | to open the port (promises)",
    ]


def test_what_is_reported_within_a_quotation_is_a_layer_too() -> None:
    text = "“Quito denies that the port is closed,” the envoy said."
    assert shown(text) == [
        "Quito | denies | that the port is closed (denies)",
        "the envoy | said | “Quito denies that the port is closed,” (says)",
    ]


def test_a_term_in_quotation_marks_is_nobodys_speech() -> None:
    assert shown("The “green line” runs through the city.") == []


def test_nouns_that_look_like_verbs_of_saying_say_nothing() -> None:
    assert shown("The two states have plans for a new port, and the claims against Lima stand.") == []


@pytest.mark.parametrize("lang", sorted({*quotation_languages()} & {*languages()}))
@pytest.mark.parametrize(
    "text", ["", " ", ":", "“", "“”", "«»", ", said", "said", "according to", "—", "\n\n", "“a\n“b"]
)
def test_fragments_are_read_without_trouble(text: str, lang: str) -> None:
    assert all(attribution.contents for attribution in attributions(text, lang))


@pytest.mark.parametrize(("lang", "example"), CASES)
def test_spans_are_within_the_text_and_do_not_cross(lang: str, example: Example) -> None:
    for attribution in attributions(example.text, lang):
        spans = [attribution.cue, *attribution.contents, *([attribution.source] if attribution.source else [])]
        assert all(0 <= span.start < span.end <= len(example.text) for span in spans)
        assert not any(content.overlaps(attribution.cue) for content in attribution.contents)
        assert list(attribution.contents) == sorted(attribution.contents)


def test_reading_costs_grow_with_the_text_and_no_faster() -> None:
    sentence = "He said that she said that "
    text = sentence * 400 + "it was over."
    assert len(attributions(text, "en")) > 2
