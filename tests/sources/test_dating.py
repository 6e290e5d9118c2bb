"""When a page was published: where that was found, and how sure it is."""

import datetime as dt
from pathlib import Path

import pytest
from samples import an_article

from goodoffices.model.article import Article, Dating
from goodoffices.sources.dating import SURENESS, better_dated, find_date, without_crawl_day
from goodoffices.sources.files import articles_in
from sources.making import page, warc

META = '<meta property="article:published_time" content="2024-05-10T08:00:00Z">'
TURNED = "<meta content='2024-05-10' name='dc.date'/>"
LINKED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-10T08:00:00+04:00"}</script>'
)
TIME = '<time itemprop="datePublished" datetime="2024-05-10">10 May</time>'


@pytest.mark.parametrize(
    ("markup", "url", "found_in"),
    [
        (META, "", "meta"),
        (TURNED, "", "meta"),
        (LINKED + META.replace("10T", "11T"), "", "json-ld"),
        (TIME, "", "time"),
        ("", "https://example.org/2024/05/10/talks", "address"),
        ("", "https://example.org/news/20240510-talks.html", "address"),
        ("", "https://example.org/news/2024/5/10/talks", "address"),
        (META.replace("2024-05-10T08:00:00Z", "soon"), "https://example.org/2024-05-10/talks", "address"),
        (META.replace("2024-05-10T08:00:00Z", "2024"), "https://example.org/2024-05-10/talks", "address"),
    ],
)
def test_a_date_is_found_where_pages_state_it(markup: str, url: str, found_in: str) -> None:
    text, place = find_date(markup, url, "")
    assert (text[:10], place) == ("2024-05-10", found_in)


def test_the_day_of_the_place_stands_above_the_hour_in_greenwich() -> None:
    late = META.replace("10T08:00", "11T02:00")
    assert find_date(late, "https://example.org/2024/05/10/talks", "") == ("2024-05-10", "address")
    assert find_date(late, "https://example.org/2024/05/01/talks", "")[1] == "meta"


def test_a_day_before_its_month_is_told_by_its_number() -> None:
    assert find_date("", "https://example.org/31-05-2024/talks") == ("2024-05-31", "address")


@pytest.mark.parametrize(
    "url",
    ["https://example.org/1024051012", "https://example.org/2024/13/10/x", "https://example.org/10-05-2024/x", ""],
)
def test_no_date_is_made_up(url: str) -> None:
    assert find_date('<meta name="description" content="2024-05-10"><time datetime="2024-05-10">', url, "") == ("", "")


def dated(found_in: str) -> Article:
    article = an_article(published="2024-05-10")
    return Article(
        id=article.id, text=article.text, published=article.published,
        dating=Dating(found_in=found_in, score=SURENESS[found_in]),
    )  # fmt: skip


def test_a_date_that_may_be_that_of_the_crawl_is_none() -> None:
    day = dt.date(2024, 5, 10)
    assert without_crawl_day(dated("page"), day).published is None
    assert without_crawl_day(dated("page"), dt.date(2024, 5, 11)).published is not None
    assert without_crawl_day(dated("meta"), day).published is not None


def test_the_date_of_the_feed_stands_above_a_less_sure_one() -> None:
    feed = "Sat, 11 May 2024 08:00:00 GMT"
    better, same = better_dated(dated("page"), feed), better_dated(dated("meta"), feed)
    assert better.published is not None
    assert (better.published.to_iso(), better.dating) == ("2024-05-11", Dating(found_in="feed", score=SURENESS["feed"]))
    assert same == dated("meta")
    assert better_dated(dated("page"), "some day") == dated("page")


def test_how_a_date_was_found_comes_with_the_article(tmp_path: Path) -> None:
    author = '<meta name="author" content="Ana Paz">'
    (tmp_path / "a.html").write_bytes(page(head=META + author))
    (article,) = articles_in([tmp_path])
    assert isinstance(article, Article)
    assert article.dating == Dating(found_in="meta", score=SURENESS["meta"])
    assert article.author == "Ana Paz"


def test_the_day_on_which_a_page_of_an_archive_was_crawled_is_not_its_date(tmp_path: Path) -> None:
    shown = page().replace(b"<nav>", b'<nav><time datetime="2019-01-02">Today, 2 January 2019</time>')
    (tmp_path / "a.warc").write_bytes(warc({"https://example.org/1": ("text/html", shown)}))
    (article,) = articles_in([tmp_path])
    assert isinstance(article, Article)
    assert article.published is None
