"""Who wrote an article and where its date was found stand with it, on paper, in JSON and on its page."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from records import keep
from samples import a_report, an_article
from web.sites import open_site

from cli.conftest import Call
from goodoffices.exports.wording import dating_in_words
from goodoffices.model.article import Dating
from goodoffices.sources.dating import SURENESS


@pytest.fixture
def record(tmp_path: Path) -> Path:
    article = replace(an_article(), author="Ana Paz", dating=Dating(found_in="dateline", score=0.9))
    path = tmp_path / "r.db"
    keep(path, [[(article, a_report(article, date="2024-05-10"))]])
    return path


def test_show_says_who_wrote_it_and_how_sure_its_date_is(call: Call, record: Path) -> None:
    (act,) = (json.loads(line)["id"] for line in call("acts", "--record", record, "--format", "jsonl").out.splitlines())
    assert "by Ana Paz; date beside the headline, 90% sure" in call("show", act, "--record", record).out
    shown = json.loads(call("show", act, "--record", record, "--format", "jsonl").out)
    (account,) = shown["accounts"]
    assert (account["author"], account["dated_by"], account["dated_surely"]) == ("Ana Paz", "dateline", 0.9)


def test_the_page_of_an_article_says_it_too(record: Path) -> None:
    site = open_site(record)
    shown = site.page("/article?id=a1")
    assert "Ana Paz" in shown
    assert "date beside the headline, 90% sure" in shown


def test_every_place_where_a_date_is_found_has_words() -> None:
    told = [dating_in_words(Dating(found_in=place, score=sure)) for place, sure in SURENESS.items()]
    assert all(words.startswith("date ") for words in told)
    assert len(set(told)) == len(told)
    assert dating_in_words(None) == ""
