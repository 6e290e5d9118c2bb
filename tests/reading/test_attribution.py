"""The examples of each language's quotation.yml, read as promised; and the invariants of what is found."""

import pytest

from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.lexicon.quotation import Example, load_quotation, quotation_languages
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
