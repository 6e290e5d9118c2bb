"""The day beside the headline."""

import datetime as dt

import pytest
from lxml.html import fromstring

from goodoffices.sources.headlines import ShownDays, shown_days

TITLE = "Envoys meet in Lima"
DAY = dt.date(2024, 5, 10)
FURNITURE = "<h1>The Harbour Post</h1><p>Founded 1 March 1901</p>" + "<p>More news.</p>" * 30
LEAD = "The envoys of both republics, who had last seen one another on 3 March 2023, talked for three hours. " * 3


def found(body: str, title: str = TITLE, *, lang: str = "en", url: str = "https://example.com/a") -> ShownDays:
    page = fromstring(f'<html lang="{lang}"><head><title>10 June 2020</title></head><body>{body}</body></html>')
    return shown_days(page, title, url)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1><p>By Ana Paz</p><p>10 May 2024</p><p>{LEAD}</p>",
        f"{FURNITURE}<h2>{TITLE} on Friday</h2><div><span>May</span> <span>10</span>, 2024</div><p>{LEAD}</p>",
        f"<h1>{TITLE}</h1><p>LIMA, May 10, 2024</p><p>{LEAD}</p>",
        f"<p>3 April 2021</p><h1>{TITLE}</h1><script>'1 May 2019'</script><!-- 2 May 2019 --><p>10.05.2024</p>",
    ],
)
def test_the_day_after_the_headline_is_the_dateline(body: str) -> None:
    assert found(body) == ShownDays(dateline=DAY)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>3 April 2021</p><p>10 May 2024</p><h1>{TITLE}</h1><p>{LEAD}</p>",
        f"<p>10 May 2024</p><h1>{TITLE}</h1><p>{LEAD}</p><p>4 June 2024</p>",
    ],
)
def test_a_day_before_the_headline_is_marked_as_less_sure(body: str) -> None:
    assert found(body) == ShownDays(above=DAY)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{'<p>Much else.</p>' * 60}<p>10 May 2024</p><p>11 May 2024</p>",
        f"<p>10 May 2024</p>{'<p>Much else.</p>' * 60}<h1>{TITLE}</h1>",
        "<p>10 May 2024</p><p>No headline.</p>",
        "<h1>One thing</h1><p>10 May 2024</p><h1>Another thing</h1><p>11 May 2024</p>",
    ],
)
def test_a_day_far_from_the_headline_is_elsewhere(body: str) -> None:
    assert found(body) == ShownDays(elsewhere=DAY)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1><p>{LEAD}</p>",
        f"<h1>{TITLE}</h1><p>On 10 May 2024 envoys of both republics met in the hall of the old harbour of Lima.</p>",
        "",
    ],
)
def test_a_day_of_which_a_sentence_tells_is_none_that_the_page_shows(body: str) -> None:
    assert found(body) == ShownDays()


def test_a_page_with_one_headline_needs_no_title() -> None:
    assert found("<h1>Envoys meet</h1><p>10 May 2024</p>", title="") == ShownDays(dateline=DAY)


def test_the_page_says_which_number_is_the_month() -> None:
    body = f"<h1>{TITLE}</h1><p>05/10/2024</p>"
    assert found(body) == ShownDays(dateline=DAY)
    assert found(body, lang="es") == ShownDays(dateline=dt.date(2024, 10, 5))
    assert found(body, url="https://[broken") == ShownDays(dateline=DAY)
