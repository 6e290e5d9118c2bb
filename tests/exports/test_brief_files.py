"""A brief as Markdown, HTML and JSON."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from records import keep, small_record
from samples import a_report, an_article

from goodoffices.exports.brief_html import brief_to_html
from goodoffices.exports.brief_json import brief_to_json
from goodoffices.exports.brief_markdown import brief_to_markdown
from goodoffices.exports.wording import counted, date_in_words, language_in_words
from goodoffices.record.store import open_view
from goodoffices.views.brief import Brief, build_brief

HOSTILE = "<script>alert(1)</script> **bold** [link](x) & “so”"


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    with small_record(tmp_path) as view:
        return build_brief(view, None, None)


@pytest.fixture
def hostile(tmp_path: Path) -> Brief:
    article = an_article("x", HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    keep(tmp_path / "hostile.db", [[(article, a_report(article, actors=[HOSTILE, "Peru"]))]])
    with open_view(tmp_path / "hostile.db") as view:
        return build_brief(view, None, None)


class Page(HTMLParser):
    """What a test wants to know of a page."""

    VOID = frozenset({"meta", "br", "link"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_markdown_has_a_line_for_each_act_with_its_references(brief: Brief) -> None:
    text = brief_to_markdown(brief)
    assert text.startswith("# Brief: 2 – 12 May 2024\n")
    meeting = "A. Minister and B. Minister met in Quito, host Ecuador, mediator Ecuador"
    assert f"- **10 May 2024** — {meeting} (2 sources) [1][2]" in text
    assert "  - *Accounts differ on who mediated:* Ecuador [2]; nobody named [1]" in text
    assert "- **date not stated, reported 12 May 2024** — Demand by Colombia" in text
    assert re.search(r"^\[1\] “.+” — Andes Wire, 11 May 2024, English, Envoys in Quito$", text, re.MULTILINE)


def test_every_reference_in_markdown_has_its_quotation(brief: Brief) -> None:
    body, _, quotations = brief_to_markdown(brief).partition("## Quotations")
    referred = set(re.findall(r"\[(\d+)\]", body))
    assert referred == set(re.findall(r"^\[(\d+)\]", quotations, re.MULTILINE)) != set()


def test_html_is_whole_and_its_references_lead_somewhere(brief: Brief) -> None:
    page = Page(brief_to_html(brief))
    assert page.open == []
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    targets = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert targets
    assert all((target or "")[1:] in ids for target in targets if (target or "").startswith("#"))
    assert "Accounts differ on who mediated: Ecuador" in page.text


def test_html_needs_nothing_from_elsewhere(brief: Brief) -> None:
    markup = brief_to_html(brief)
    page = Page(markup)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe"}
    assert "@import" not in markup
    assert "url(" not in markup


def test_quotations_say_their_language_and_find_their_direction(brief: Brief) -> None:
    quoted = [attrs for tag, attrs in Page(brief_to_html(brief)).tags if tag in ("blockquote", "q")]
    assert quoted
    assert all(attrs["dir"] == "auto" and attrs["lang"] for attrs in quoted)


def test_markup_in_an_article_stays_text(hostile: Brief) -> None:
    markup, text = brief_to_html(hostile), brief_to_markdown(hostile)
    assert "<script" not in markup
    assert not any((attrs.get("href") or "").startswith("javascript") for _, attrs in Page(markup).tags)
    assert HOSTILE in Page(markup).text
    assert "<script" not in text.replace("\\<script", "")
    assert "javascript" not in text


def test_json_holds_the_fields_of_the_view(brief: Brief) -> None:
    held = json.loads(brief_to_json(brief))
    assert [section["key"] for section in held["sections"]] == [section.key for section in brief.sections]
    assert held["quotations"][0]["number"] == 1
    assert held["sections"][0]["groups"][0]["entries"][0]["quotations"] == [1, 2]


def test_an_empty_brief_says_so(brief: Brief) -> None:
    empty = replace(brief, sections=(), quotations=())
    assert "Nothing is reported" in brief_to_markdown(empty)
    assert "Nothing is reported" in Page(brief_to_html(empty)).text


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-05-10", "10 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("", "date not stated"),
        ("2024-05-10/2024-05-12", "10 – 12 May 2024"),
        ("2024-05-30/2024-06-02", "30 May – 2 June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(iso: str, words: str) -> None:
    assert date_in_words(iso) == words


def test_languages_and_counts_are_said_in_words() -> None:
    assert [language_in_words(code) for code in ("ru", "ka", "", "xx", "??")] == [
        "Russian", "Georgian", "language not known", "xx", "??"
    ]  # fmt: skip
    assert [counted(1, "entry", "entries"), counted(2, "entry", "entries"), counted(0, "source")] == [
        "1 entry", "2 entries", "0 sources"
    ]  # fmt: skip
