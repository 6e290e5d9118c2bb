"""Quotation marks paired into quotations, in each language's way."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.lexicon.quotation import load_quotation
from goodoffices.reading.quotes import find_quotes
from goodoffices.reading.segment import find_sentences


def quoted(text: str, lang: str = "en") -> list[str]:
    """Return the quotations of a text with their marks."""
    sentences = list(find_sentences(text, load_lexicon(lang)))
    return [quote.span.of(text) for quote in find_quotes(text, sentences, load_quotation(lang))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” twice.", ["“yes”"]),
        ('"We came. We saw," he said.', ['"We came. We saw,"']),
        ("''We came,'' he said.", ["''We came,''"]),
        ("She called it 'a trap' at once.", ["'a trap'"]),
        ("The envoy's aide won't say when.", []),
        ("“He told me ‘no’ and left,” she said.", ["“He told me ‘no’ and left,”"]),
        ('"The so-called "green line" is gone," he said.', ['"The so-called "green line" is gone,"']),
        ('"One," he said, "two."', ['"One,"', '"two."']),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_nested_marks_of_one_shape_belong_to_the_outer_quotation() -> None:
    assert quoted("«Газета «Утро» закрыта», — сказал он.", "ru") == ["«Газета «Утро» закрыта»"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = "“We came. We saw.\nThe end."
    sentences = list(find_sentences(text, load_lexicon("en")))
    (quote,) = find_quotes(text, sentences, load_quotation("en"))
    assert (quote.span.of(text), quote.is_closed) == ("“We came. We saw.", False)
