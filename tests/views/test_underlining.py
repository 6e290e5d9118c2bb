"""Evidence with its fields underlined."""

from dataclasses import replace

from samples import a_report, an_article

from goodoffices.model.report import Evidence, Filler
from goodoffices.model.text import Span
from goodoffices.views.underlining import underlined

TEXT = "Quito, 3 May. The envoys of Peru met in the old harbour hall of Quito, the minister said; then they left again."


def filler(words: str, text: str = TEXT) -> Filler:
    start = text.index(words)
    return Filler(value=words, spans=(Span(start, start + len(words)),))


def test_fields_are_underlined_beneath_their_words() -> None:
    article = an_article(text=TEXT)
    span = Span(14, 70)
    report = replace(
        a_report(article),
        evidence=Evidence(span=span, text=span.of(TEXT)),
        actors=(filler("Peru"),),
        place=filler("harbour hall"),
        speaker=filler("the minister"),
    )
    assert underlined(report, TEXT) == [
        "The envoys of Peru met in the old harbour hall of Quito,",
        "              ACTORS",
        "                                  PLACE───────",
        "  speaker: “the minister”, elsewhere in the article",
    ]


def test_long_evidence_is_broken_at_spaces_and_every_line_underlined() -> None:
    text = "The envoys " + "of many faraway places " * 8 + "met in Quito."
    span = Span(0, len(text))
    report = replace(
        a_report(an_article(text=text)),
        evidence=Evidence(span=span, text=text),
        actors=(),
        place=filler("Quito", text),
    )
    lines = underlined(report, text)
    assert all(len(line) <= 101 for line in lines)
    assert lines[-1].index("PLACE") == lines[-2].index("Quito")


def test_words_that_run_from_right_to_left_are_listed() -> None:
    text = "التقى الوزيران في كيتو يوم الجمعة."
    span = Span(0, len(text))
    report = replace(
        a_report(an_article(text=text)), evidence=Evidence(span=span, text=text), actors=(), place=filler("كيتو", text)
    )
    assert underlined(report, text) == [text, "  place: كيتو"]
