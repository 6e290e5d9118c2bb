"""Reading in several processes: the same outcomes in the same order, and no article lost with another."""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from samples import ScriptedReader, a_report, an_article

from goodoffices.batch.local import Workers
from goodoffices.engine.readers import ArticleReader, InProcess, Outcome
from goodoffices.errors import DossierError
from goodoffices.model.article import Article
from goodoffices.reading.reading import Reading


def articles(number: int) -> list[Article]:
    return [
        an_article(f"a{at:03}", f"The envoys met for the {at}th time in the old harbour hall of Quito.")
        for at in range(number)
    ]


def scripted() -> ArticleReader:
    return ScriptedReader({article.id: [a_report(article)] for article in articles(100)})


class Deadly:
    """Kills its process on one article."""

    def __init__(self, victim: str) -> None:
        self._victim = victim

    def read(self, article: Article) -> Reading:
        if article.id == self._victim:
            os._exit(9)
        return scripted().read(article)


def broken() -> ArticleReader:
    raise DossierError(["no such office @ quito.yml: people[3]"])


def lazily(given: list[Article], taken: list[str]) -> Iterator[Article]:
    for article in given:
        taken.append(article.id)
        yield article


@pytest.mark.parametrize("count", [1, 2])
def test_any_number_of_processes_gives_the_same_outcomes_in_order(count: int) -> None:
    with Workers(count, scripted) as workers:
        outcomes = list(workers.read(articles(50)))
    assert outcomes == list(InProcess(scripted()).read(articles(50)))


def test_articles_are_taken_only_as_they_are_needed() -> None:
    taken: list[str] = []
    with Workers(1, scripted) as workers:
        outcomes = workers.read(lazily(articles(100), taken))
        next(outcomes)
        assert len(taken) < 50
        assert len(list(outcomes)) == 99


def test_an_article_that_kills_its_reader_is_named_and_the_others_are_read() -> None:
    with Workers(2, partial(Deadly, "a011")) as workers:
        outcomes: list[Outcome] = list(workers.read(articles(40)))
    assert [outcome.article.id for outcome in outcomes] == [article.id for article in articles(40)]
    assert [outcome.article.id for outcome in outcomes if not outcome.reports] == ["a011"]
    assert "did not survive" in outcomes[11].notices[0].message


def test_a_reader_that_cannot_be_opened_stops_the_run() -> None:
    with Workers(2, broken) as workers, pytest.raises(DossierError, match=r"quito\.yml"):
        list(workers.read(articles(3)))
