"""Whose offer it is that is taken up or turned down: to whom the answer goes."""

import pytest

from goodoffices.model.article import Article
from goodoffices.model.identifiers import ArticleId
from goodoffices.reading.reader import Reader


def answers(lang: str, text: str) -> list[tuple[str, list[str], list[str]]]:
    reports = Reader(dossier=None).read(Article(id=ArticleId("a"), text=text, lang=lang)).reports
    return [(r.kind.value, [f.value for f in r.actors], [f.value for f in r.targets]) for r in reports]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Serbia rejected the European Union's latest proposal."),
        ("en", "Serbia rejected the proposal of the European Union."),
        ("ru", "Сербия отклонила план Евросоюза."),
        ("tr", "Sırbistan, AB'nin teklifini reddetti."),
        ("ar", "رفضت صربيا مقترح الاتحاد الأوروبي."),
    ],
)
def test_the_answer_is_to_who_made_the_offer(lang: str, text: str) -> None:
    assert answers(lang, text) == [("refusal", ["Serbia"], ["European Union"])]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia rejected the proposal.",
        "Serbia rejected the Serbian proposal.",
        "Serbia rejected a proposal for talks in Brussels.",
    ],
)
def test_where_nobody_elses_offer_is_named_nobody_is_addressed(text: str) -> None:
    assert answers("en", text) == [("refusal", ["Serbia"], [])]
