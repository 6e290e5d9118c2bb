"""The reader as a whole: any text gives a reading whose every span points at the article."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.lexicon.load import languages
from goodoffices.model.article import Article
from goodoffices.model.notice import Severity
from goodoffices.model.report import Report
from reading.laid_out import article, read, reader, reading, reports

LONGEST_SECONDS = 10.0
WORDS = ["Oman", "Iran", "Yemen", "and", "offered to host", "talks", "between", "met", "said", "he", "they",
         "the two sides", ".", "“", "”", "(", ")", "\n", "on Friday", "will", "not", "president", "of", "Оман",
         "предложил", "переговоры", "между", "Ираном", "görüştü", "ile", "عمان", "عرضت",
         "🕊", "\u200f", "İ", ","]  # fmt: skip


def check_spans(report: Report, text: str) -> None:
    assert report.evidence.span.of(text) == report.evidence.text
    for spans in report.spans().values():
        assert spans
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.sampled_from(languages()))
def test_any_row_of_words_is_read_and_its_spans_verify(text: str, lang: str) -> None:
    for report in reports(text, lang):
        check_spans(report, text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", *languages()]))
def test_any_text_at_all_is_read_and_its_spans_verify(text: str, lang: str) -> None:
    for report in reports(text, lang):
        check_spans(report, text)


def test_language_without_a_lexicon_gives_a_notice() -> None:
    text = "Les ministres des affaires étrangères des deux pays se sont réunis vendredi dans la capitale."
    found = reading(text, "")
    (notice,) = found.notices
    assert (found.reports, found.lang, notice.severity) == ((), "fr", Severity.ERROR)
    assert notice.subject == Article.id_from(text=text)
    assert "'fr'" in notice.message


@pytest.mark.parametrize("text", ["", "  \n ", "🕊️🤝🕊️", "1 2 3", "…"])
def test_text_without_words_gives_no_reports(text: str) -> None:
    assert reading(text, "").reports == ()
    assert reading(text, "en").reports == ()


def test_same_article_gives_the_same_reports() -> None:
    written = article("Oman offered to host talks between Iran and Yemen. They met in Muscat on Friday.")
    first = reader().read(written).reports
    assert first
    assert reader().read(written).reports == first


def test_language_of_an_article_is_told_where_the_source_does_not() -> None:
    found = reading("Оман предложил провести переговоры между Ираном и Йеменом в Маскате.", "")
    assert found.lang == "ru"
    assert {report.lang for report in found.reports} == {"ru"}


def test_dossier_is_chosen_by_the_parties_that_the_text_names() -> None:
    text = "Armenia and Azerbaijan met in Oslo. The sides agreed to delimit the border near Tavush."
    assert read(text, dossier=None) == read(text, dossier="armenia-azerbaijan")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Sudan and Chad met in Cairo.", "meeting/held Sudan, Chad at Cairo"),
        ("The presidents of Cyprus and Turkey met in Geneva.", "meeting/held Cyprus, Turkey at Geneva"),
    ],
)
def test_process_without_a_dossier_is_read_on_world_knowledge(text: str, line: str) -> None:
    assert read(text, dossier=None) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Oman offered to host talks between Iran and Yemen on Friday. " * 800,
        "Oman " * 10_000,
        "x" * 50_000,
        "(" * 50_000,
    ],
    ids=["sentences", "names", "one word", "brackets"],
)
def test_long_text_is_read_in_bounded_time(text: str) -> None:
    began = time.monotonic()
    reading(text)
    assert time.monotonic() - began < LONGEST_SECONDS
