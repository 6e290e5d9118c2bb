"""What was kept as it came is taken apart anew, by an extractor and a reader that have changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from judging import say, standings
from samples import a_report
from sources.making import STORY, page, pdf
from web_server import MadeUpTime, Says, Site, is_this_machine, serving

from goodoffices.engine.anew import taken_anew
from goodoffices.engine.gathering import Web, gather, unread
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.readers import InProcess
from goodoffices.model.article import Article
from goodoffices.model.judgement import Standing, Verdict
from goodoffices.model.notice import Notice
from goodoffices.reading.reading import Reading
from goodoffices.record.store import Record
from goodoffices.sources import documents
from goodoffices.sources.content import Content
from goodoffices.sources.extract import Extract
from goodoffices.sources.pages import extract_page
from goodoffices.sources.papers import extract_pdf
from goodoffices.sources.vault import Vault, vault_of

FEED = (
    "<rss><channel><title>The Wire</title><item><link>{}</link><pubDate>Sat, 11 May 2024 08:00:00 GMT</pubDate></item>"
    "</channel></rss>"
)


class OneMeeting:
    """Finds one meeting in every article, in another place when it is told of going on."""

    def read(self, article: Article) -> Reading:
        """Return the meeting."""
        place = "Quito" if "go on" in article.text else "Bern"
        return Reading(reports=(a_report(article, date="2024-05-10", place=place),), notices=(), lang="en")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Lend a record of a page that a feed named and of a PDF; the page and the PDF are gone."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf("The envoys met in Bern."))
    with serving() as site, Record.open(tmp_path / "r.db") as record:
        take(record, site, str(paper))
        paper.unlink()
        yield record


def take(record: Record, site: Site, *given: str) -> None:
    site.pages |= {"/feed": Says(FEED.format(site.url("/Lima"))), "/Lima": Says(page())}
    time = MadeUpTime()
    web = Web(is_allowed=is_this_machine, clock=time.clock(), now=lambda: time.at)
    read(record, gather(record, [site.url("/feed"), *given], web))
    record.fetches().settle()


def read(record: Record, found: Iterator[Article | Notice], read_with: str = "v1") -> Tally:
    return Intake(record, InProcess(OneMeeting()), read_with=read_with, hooks=Hooks(clock=str)).read(found)


def longer_page(data: bytes, name: str) -> Extract:
    taken = extract_page(data, name)
    return replace(taken, text=f"{taken.text}\nThe talks go on.")


def longer_pdf(data: bytes, name: str) -> Extract:
    taken = extract_pdf(data, name)
    return replace(taken, text=f"{taken.text}\nThe talks go on.")


@pytest.fixture
def changed(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the record was made, take pages and PDFs apart otherwise than before."""
    assert list(record.view().heads())
    # In this process, where the PDF is taken apart otherwise too.
    monkeypatch.setattr(documents, "_ASIDE", frozenset())
    monkeypatch.setitem(documents._EXTRACTORS, Content.HTML, longer_page)
    monkeypatch.setitem(documents._EXTRACTORS, Content.PDF, longer_pdf)


def texts(record: Record) -> dict[str, str]:
    view = record.view()
    return {head.title or head.id: view.text(head) for head in view.heads() if head.is_current}


def test_what_is_taken_apart_as_before_stays(record: Record) -> None:
    assert list(taken_anew(record)) == []


@pytest.mark.usefixtures("changed")
def test_a_changed_extractor_makes_new_versions_from_what_is_kept(record: Record) -> None:
    before = {head.id: head.published for head in record.view().heads()}
    assert read(record, taken_anew(record)).corrected == 2
    assert sorted(text.splitlines()[-1] for text in texts(record).values()) == ["The talks go on."] * 2
    current = [head for head in record.view().heads() if head.is_current]
    assert {head.version for head in current} == {2}
    # Also what the feed alone had said, and the way to what is kept.
    assert {head.id: head.published for head in current} == before
    assert all(record.shelf().article(head).capture for head in current)
    assert list(taken_anew(record)) == []


@pytest.mark.usefixtures("changed")
def test_judgements_stay_when_text_and_reader_change(record: Record) -> None:
    judged = next(record.view().reports()).report.id
    say(record, Verdict.CORRECT, judged, "place", value="Lima")
    read(record, taken_anew(record), read_with="v2")
    read(record, unread(record, "v2"), read_with="v2")
    assert standings(record) == [Standing.STANDS]
    assert {act.place for act in record.view().acts()} >= {"Lima"}


def test_what_is_no_longer_kept_is_named_and_its_article_stays(record: Record) -> None:
    vault = Vault(vault_of(record.path))
    for path in vault.folder.glob("*/*.gz"):
        path.unlink()
    notices = list(taken_anew(record))
    assert [notice.message for notice in notices if isinstance(notice, Notice)] == [
        "nothing is kept under this digest"
    ] * 2
    assert STORY[:20] in "".join(texts(record).values())
