"""Pages to main text, and their dates."""

import pytest

from goodoffices.errors import SourceError
from goodoffices.sources.dating import SURENESS
from goodoffices.sources.pages import extract_page
from sources.making import STORY, page

ADDRESS = "https://www.example.org/talks"


def with_line(line: str) -> bytes:
    return page().replace(b"</h1>", b"</h1>" + line.encode())


def test_the_title_is_not_said_again_in_the_text() -> None:
    taken = extract_page(page(title="The envoys meet in the harbour"), ADDRESS)
    assert taken.title.startswith("The envoys meet in the harbour")
    assert taken.text.startswith("The envoys of both republics met")


def test_a_text_that_is_nothing_but_its_title_stays() -> None:
    assert extract_page(page("Envoys meet again now.", title="Envoys meet again now"), ADDRESS).text


def test_where_strict_rules_find_but_a_scrap_looser_ones_find_the_article() -> None:
    lines = "".join(f"<div>{number}. {sentence}</div>" for number, sentence in enumerate(STORY.split(". ") * 8))
    scrap = f"<p>{STORY.split('. ')[0]}.</p>"
    markup = f"<html><head><title>Talks</title></head><body><ul><li>{scrap}</li></ul><div>{lines}</div></body></html>"
    assert "prisoners" in extract_page(markup.encode(), ADDRESS).text


def test_a_page_without_an_article_is_refused() -> None:
    for nothing in (b"", b"<html></html>", b"<!-- only this -->"):
        with pytest.raises(SourceError, match="no article"):
            extract_page(nothing, ADDRESS)


@pytest.mark.parametrize(
    ("line", "published", "found_in"),
    [
        ("<p>By Ana Paz, 10 May 2024</p>", "2024-05-10", "dateline"),
        ("", "", ""),
    ],
)
def test_where_nothing_else_says_it_the_dateline_has_the_date(line: str, published: str, found_in: str) -> None:
    taken = extract_page(with_line(line), ADDRESS)
    assert (taken.published, taken.dated_by) == (published, found_in)


def test_a_day_above_the_headline_is_less_sure_than_one_below() -> None:
    shown = page().replace(b"<h1>", b"<p>10 May 2024</p><h1>")
    assert extract_page(shown, ADDRESS).dated_by == "page"


def test_the_dateline_has_the_day_of_the_place_where_the_page_states_the_hour_in_greenwich() -> None:
    head = '<meta property="article:published_time" content="2024-05-09T22:30:00Z">'
    stated = page(head=head)
    assert extract_page(stated, ADDRESS).published.startswith("2024-05-09")
    shown = stated.replace(b"</h1>", b"</h1><p>10 May 2024</p>")
    assert (extract_page(shown, ADDRESS).published, extract_page(shown, ADDRESS).dated_by) == ("2024-05-10", "dateline")
    # The address agrees with what is stated.
    assert extract_page(shown, "https://www.example.org/2024/05/09/talks").published.startswith("2024-05-09")
    # A week later is another day: when it was changed.
    changed = stated.replace(b"</h1>", b"</h1><p>Changed on 17 May 2024</p>")
    assert extract_page(changed, ADDRESS).published.startswith("2024-05-09")


def test_what_stands_only_in_a_corner_of_the_page_is_less_sure() -> None:
    cornered = page(STORY * 3).replace(b"<footer>", b"<footer><b>Posted on 10 May 2024</b> ")
    taken = extract_page(cornered, ADDRESS)
    assert taken.published == "2024-05-10"
    assert SURENESS[taken.dated_by] < SURENESS["dateline"]


@pytest.mark.parametrize("told", ["on 10 May 2024", "in 2023", "in May 2024"])
def test_a_day_of_which_the_article_tells_is_not_its_date(told: str) -> None:
    taken = extract_page(page(STORY.replace("on Friday", told)), ADDRESS)
    assert (taken.published, taken.dated_by) == ("", "")
