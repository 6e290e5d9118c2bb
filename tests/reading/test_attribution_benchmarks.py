"""Attributions against annotated data that others made, read where it lies."""

import json

import pytest
from shared_data import shared

from benchmarks.polnear import measure
from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.lexicon.quotation import load_quotation, quotation_languages
from goodoffices.model.text import Span
from goodoffices.reading.attribution import find_attributions
from goodoffices.reading.segment import find_sentences

LEAST = {"Source": 0.67, "Cue": 0.66, "Content": 0.58}
"""F1 of exact stretches on PolNeAR's dev part. Measured: 0.686, 0.676, 0.600; published: rules 0.11, 0.23, 0.06, a
conditional random field 0.51, 0.53, 0.29, the best model 0.83, 0.75, 0.73."""

LEAST_COVERED = {"en": 0.7, "ru": 0.85, "ar": 0.9}
"""Share of the annotated acts with a speaker whose evidence lies in, or overlaps, an attribution with a source."""


def test_exact_stretches_on_english_news() -> None:
    counts, _ = measure(shared("benchmarks", "polnear", "dev"))
    assert {sort: count.f1 for sort, count in counts.items() if count.f1 < LEAST[sort]} == {}


@pytest.mark.parametrize("lang", sorted(LEAST_COVERED))
def test_reported_acts_have_a_source(lang: str) -> None:
    if lang not in languages() or lang not in quotation_languages():
        pytest.skip(f"no lexicon for {lang}")
    covered, wanted = 0, 0
    for path in sorted(shared("gold", "dev").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        if document["lang"] != lang:
            continue
        text = document["text"]
        attributions = find_attributions(text, list(find_sentences(text, load_lexicon(lang))), load_quotation(lang))
        spoken = [
            span
            for attribution in attributions
            if attribution.source
            for span in (attribution.source, attribution.cue, *attribution.contents)
        ]
        for event in document["events"]:
            start = text.find(event["evidence"])
            if event.get("speaker") and start >= 0:
                evidence = Span(start, start + len(event["evidence"]))
                wanted += 1
                covered += any(span.overlaps(evidence) for span in spoken)
    assert covered >= LEAST_COVERED[lang] * wanted
