"""Places that no list names, and capitals told by their state alone."""

import pytest

from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.reading.reader import Reader


def places(lang: str, text: str) -> list[str]:
    article = Article(id=ArticleId("a"), text=text, lang=lang, published=DateInterval.from_iso("2025-07-12"))
    reports = Reader(dossier=None).read(article).reports
    return [report.place.value if report.place else "" for report in reports]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministers of Rwanda and Congo met in the Qatari capital on Monday."),
        ("en", "The foreign ministers of Rwanda and Congo met in Qatar's capital on Monday."),
        ("en", "The foreign ministers of Rwanda and Congo met in the capital of Qatar on Monday."),
        ("en", "The foreign ministers of Rwanda and Congo met in the Qatari capital, Doha, on Monday."),
        ("ru", "Министры иностранных дел Руанды и Уганды встретились в столице Катара."),
        ("tr", "Ruanda ve Uganda dışişleri bakanları Katar'ın başkentinde görüştü."),
        ("ar", "التقى وزيرا خارجية رواندا وأوغندا في العاصمة القطرية."),
    ],
)
def test_a_capital_is_named_by_its_state(lang: str, text: str) -> None:
    assert places(lang, text) == ["Doha"]


def test_where_two_cities_are_called_the_capital_none_is_named() -> None:
    assert places("en", "The foreign ministers of Rwanda and Congo met in the Israeli capital on Monday.") == [""]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "The foreign ministers of Rwanda and Congo met in the town of Karambi on Monday.", "Karambi"),
        (
            "en",
            "The foreign ministers of Rwanda and Congo held talks at a hotel in Karambi, officials said.",
            "Karambi",
        ),
        ("ru", "Министры иностранных дел Руанды и Уганды встретились в селе Карамби.", "Karambi"),
        ("tr", "Ruanda ve Uganda dışişleri bakanları Karambi kentinde görüştü.", "Karambi"),
    ],
)
def test_a_name_that_nothing_knows_is_a_place_by_the_words_around_it(lang: str, text: str, place: str) -> None:
    assert places(lang, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Rwanda and Congo met in Ramadani colours on Monday.",
        "The foreign ministers of Rwanda and Congo met under Karambi on Monday.",
    ],
)
def test_no_other_capital_letter_makes_a_place(text: str) -> None:
    assert places("en", text) == [""]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rwandan troops shelled Goma on Monday.", "Goma"),
        ("Rwandan troops shelled Uganda on Monday.", ""),
        ("Rwandan troops shelled Ugandan positions near Karambi on Monday.", "Karambi"),
    ],
)
def test_a_town_that_is_attacked_is_where_it_happens_and_a_state_is_whom_it_hits(text: str, place: str) -> None:
    assert places("en", text) == [place]
