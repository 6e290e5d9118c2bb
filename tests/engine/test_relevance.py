"""What may be about a process passes the filter; what is not is dropped, and said with why."""

import json
from pathlib import Path

import pytest
from samples import an_article
from shared_data import shared
from sources.making import STORY, page, warc

from goodoffices.engine.gathering import Web, gather
from goodoffices.engine.relevance import Dropped, Filter, Relevance
from goodoffices.model.article import Article
from goodoffices.record.store import Record
from goodoffices.sources import documents
from goodoffices.sources.content import Content
from goodoffices.sources.extract import Extract
from goodoffices.sources.pages import extract_page

LEAST_DROPPED = 0.95
PROCESS = "AM-AZ"


@pytest.fixture(scope="module")
def relevance() -> Relevance:
    return Relevance("armenia-azerbaijan")


@pytest.mark.parametrize(
    "text",
    [
        "Aliyev received the envoy; Yerevan was told the same day.",
        "Armenian farmers wait for the border with Azerbaijan to open.",
        "Ереван получил из Баку новый текст.",
        "أرسلت يريفان ردها إلى باكو أمس.",
        "Bakü, Erivan'ın yanıtını bekliyor.",
    ],
)
def test_what_names_two_parties_passes(relevance: Relevance, text: str) -> None:
    verdict = relevance.judge(an_article(text=text))
    assert verdict.is_relevant
    assert [party for party, _ in verdict.named] == ["Armenia", "Azerbaijan"]
    assert relevance.trouble_of_page(f"<p>{text}</p>") == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (STORY, "names nothing of the process"),
        ("Yerevan opened its chess championship on Monday.", "names Armenia (yerevan) alone"),
    ],
)
def test_what_does_not_is_dropped_with_why(relevance: Relevance, text: str, why: str) -> None:
    verdict = relevance.judge(an_article(text=text))
    assert (verdict.is_relevant, verdict.why) == (False, why)
    assert relevance.trouble_of_page(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "aside",
    [
        "<select><option>Armenia</option><option>Azerbaijan</option></select>",
        "<script>lang({hy: 'Armenian', az: 'Azerbaijani'})</script>",
        '<a title="Armenian">hy</a> <a title="Azerbaijani">az</a>',
        "<style>.armenia, .azerbaijan {}</style>",
    ],
)
def test_names_that_no_reader_of_the_page_sees_do_not_count(relevance: Relevance, aside: str) -> None:
    assert relevance.trouble_of_page(f"<html>{aside}<p>{STORY}</p></html>")


@pytest.mark.parametrize(
    "told",
    [
        '<script type="application/ld+json">{"articleBody": "Baku wrote to Yerevan."}</script>',
        "<script>unclosed() <p>Baku wrote to Yerevan.</p>",
        "".join(f"&#{ord(sign)};" for sign in "Baku wrote to Yerevan. " * 60),
        "<p>Ba&shy;ku wrote to Yere\xadvan.</p>",
        "<p>Baku < 3 wrote to Yerevan.</p><<<",
    ],
)
def test_names_in_what_may_be_the_article_do(relevance: Relevance, told: str) -> None:
    assert relevance.trouble_of_page(f"<html><body>{told}</body></html>") == ""


def test_a_party_and_something_of_the_process_alone_are_enough(relevance: Relevance) -> None:
    verdict = relevance.judge(an_article(text="Armenia named its terms for the Zangezur corridor."))
    assert verdict.is_relevant


def test_pages_are_dropped_before_they_are_taken_apart_and_articles_before_they_are_read(
    relevance: Relevance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = STORY.replace("both republics", "Armenia and Azerbaijan")
    menu = page().replace(b"</nav>", b"<a>Armenia</a> <a>Azerbaijan</a></nav>")
    pages = {"https://a.org/1": page(), "https://a.org/2": page(both), "https://a.org/3": menu}
    (tmp_path / "a.warc").write_bytes(warc({url: ("text/html", data) for url, data in pages.items()}))
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"id": name, "text": name}) + "\n" for name in ("x", both)))
    dropped: list[Dropped] = []
    taken_apart: list[str] = []

    def extract(data: bytes, where: str) -> Extract:
        taken_apart.append(where)
        return extract_page(data, where)

    monkeypatch.setitem(documents._EXTRACTORS, Content.HTML, extract)
    with Record.open(tmp_path / "r.db") as record:
        only = Filter(relevance=relevance, drop=dropped.append)
        found = gather(record, [str(tmp_path / "a.warc"), str(tmp_path / "b.jsonl")], Web(), only)
        passed = [item for item in found if isinstance(item, Article)]
    assert [article.url or article.id for article in passed] == ["https://a.org/2", both]
    assert [item.subject[-3:] for item in dropped] == ["g/1", dropped[1].subject[-3:], "x"]
    assert [item.url for item in dropped[1:]] == ["https://a.org/3", ""]
    assert [where[-1] for where in taken_apart] == ["2", "3"]


def test_nothing_relevant_of_the_annotated_reports_is_dropped(relevance: Relevance) -> None:
    for path in sorted(shared("gold", "dev").glob("*.json")):
        annotated = json.loads(path.read_text("utf-8"))
        article = an_article(text=annotated["text"], title=annotated.get("title", ""))
        is_ours = annotated["process"] == PROCESS
        assert relevance.judge(article).is_relevant == is_ours, path.name
        assert not is_ours or relevance.trouble_of_page(annotated["text"]) == "", path.name


def test_nearly_all_unrelated_news_is_dropped(relevance: Relevance) -> None:
    files = sorted(shared("benchmarks", "polnear", "dev", "text").iterdir())
    files += sorted(file for file in shared("benchmarks", "slavicner").glob("*/*/*") if file.is_file())[::4]
    passed = [relevance.judge(an_article(text=file.read_text("utf-8", "replace"))).is_relevant for file in files]
    assert len(files) > 300
    assert 1 - sum(passed) / len(files) >= LEAST_DROPPED
