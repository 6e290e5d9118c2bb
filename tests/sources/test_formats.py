"""A file of each sort is read, a broken one is named and the rest read; what is made to do harm does none."""

import bz2
import gzip
import io
import lzma
import tarfile
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.sources import aside, bounds
from goodoffices.sources.files import articles_in
from sources.making import FILES, SHORT, TWO_PAGES, pdf, pdf_of, tarred, warc, zipped


def taken(*paths: Path) -> tuple[list[Article], list[Notice]]:
    found = list(articles_in(paths))
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Notice)]


def grave(notices: list[Notice]) -> list[Notice]:
    return [notice for notice in notices if notice.severity is not Severity.INFO]


@pytest.mark.parametrize("sort", FILES)
def test_a_file_of_each_sort_is_read_whatever_it_is_called(tmp_path: Path, sort: str) -> None:
    content, count = FILES[sort]
    (tmp_path / "some.dat").write_bytes(content)
    articles, notices = taken(tmp_path)
    assert grave(notices) == []
    assert len(articles) == count
    assert len({article.id for article in articles}) == count
    assert any(word in article.text for article in articles for word in ("envoys", "silence"))


BROKEN = {
    "pdf": (b"%PDF-1.4\nrubbish", "cannot be opened"),
    "docx": (zipped({"word/document.xml": "<w:document"}), "damaged"),
    "docx with entities": (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entities"),
    "eml": (b"From: a@b\nMessage-ID: <1>\nSubject: x\n\n", "no text"),
    "json": (b'{"text": "breaks of', "not JSON"),
    "csv": (b"title,text\na,b,c,d\n", "4 fields"),
    "warc": (warc(TWO_PAGES)[:-60], "breaks off"),
    "warc.gz": (warc(TWO_PAGES, packed=True)[:-60], "breaks off"),
    "warc of a broken part": (warc(TWO_PAGES, packed=True)[:300] + b"rubbish" * 20, "damaged"),
    "zip": (FILES["zip"][0][:-40], "damaged"),
    "zip with a wrong sum": (zipped({"a.txt": SHORT}, method=0).replace(b"Lima", b"Rome", 1), "damaged"),
    "tar.gz": (FILES["tar.gz"][0][:-300], "damaged"),
    "tar": (FILES["tar"][0][:800], "damaged"),
    "xz": (FILES["xz"][0][:-20], "damaged"),
    "gz": (b"\x1f\x8b\x08\x00rubbish", "damaged"),
    "feed": (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
    "program": (b"\x7fELF" + b"\x00" * 99, "neither text"),
}


@pytest.mark.parametrize("sort", BROKEN)
def test_a_broken_one_is_named_and_the_rest_read(tmp_path: Path, sort: str) -> None:
    content, why = BROKEN[sort]
    (tmp_path / "broken").write_bytes(content)
    (tmp_path / "later.txt").write_text(SHORT)
    articles, notices = taken(tmp_path)
    assert articles[-1].id == "later"
    assert any(why in notice.message and "broken" in notice.subject for notice in grave(notices)), notices


def test_one_broken_member_is_named_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"1.txt": SHORT, "2.pdf": b"%PDF-1.4\nrubbish", "3.txt": SHORT + "!"}))
    articles, notices = taken(tmp_path)
    assert [article.id.partition("-")[0] for article in articles] == ["1", "3"]
    assert [notice.subject.rpartition("!")[2] for notice in notices] == ["2.pdf"]


def test_fields_of_markdown_mail_table_and_archive_are_kept(tmp_path: Path) -> None:
    for name in ("markdown", "eml", "csv"):
        (tmp_path / name).write_bytes(FILES[name][0])
        article = taken(tmp_path / name)[0][0]
        assert article.published is not None
        assert (article.title, article.published.to_iso()) == ("Envoys meet", "2024-05-10")
    (tmp_path / "w").write_bytes(FILES["warc"][0])
    article = taken(tmp_path / "w")[0][0]
    assert (article.url, article.outlet) == ("https://www.example.org/1", "The Harbour Post")


def test_the_day_of_the_crawl_is_never_that_of_publication(tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(FILES["warc"][0])
    assert [article.published for article in taken(tmp_path)[0]] == [None, None]


def test_what_an_archive_of_the_web_holds_beside_pages_is_counted(tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(warc({**TWO_PAGES, "https://a.org/x.css": ("text/css", b"p {}")}))
    (notice,) = taken(tmp_path)[1]
    assert notice.severity is Severity.INFO
    assert "2 record(s)" in notice.message
    assert "1 image/png, 1 text/css" in notice.message


def test_markdown_becomes_plain_words(tmp_path: Path) -> None:
    text = "# Talks\n\n> **They** met in *Lima*, [he said](http://x). ![map](m.png) a_b_c 2 * 3 * 4\n\n---\n- one"
    (tmp_path / "a.md").write_text(text)
    (article,) = taken(tmp_path)[0]
    assert article.text == "Talks\n\nThey met in Lima, he said.  a_b_c 2 * 3 * 4\n\n\n- one"
    assert article.title == "Talks"


def test_members_keep_their_ids_where_the_archive_is_moved(tmp_path: Path) -> None:
    ids = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.zip").write_bytes(FILES["zip"][0])
        ids.append([article.id for article in taken(tmp_path / folder)[0]])
    assert ids[0] == ids[1]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SHORT)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "own.txt").write_text(SHORT)
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "other.txt").symlink_to(tmp_path / "in" / "own.txt")
    articles, notices = taken(tmp_path / "in")
    assert [article.id for article in articles] == ["other", "own"]
    assert ["leads out" in notice.message for notice in notices] == [True]


def test_paths_in_archives_lead_nowhere(tmp_path: Path) -> None:
    evil = io.BytesIO()
    with tarfile.open(fileobj=evil, mode="w") as archive:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        out = tarfile.TarInfo("../../out.txt")
        out.size = len(SHORT)
        archive.addfile(out, io.BytesIO(SHORT.encode()))
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.tar").write_bytes(evil.getvalue())
    (folder / "a.zip").write_bytes(zipped({"../../out.txt": SHORT, "/abs.txt": SHORT + "!"}))
    before = sorted(tmp_path.rglob("*"))
    articles, notices = taken(folder)
    assert len(articles) == 3
    assert grave(notices) == []
    assert sorted(tmp_path.rglob("*")) == before


@pytest.fixture
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a test reaches in no time; what they bound stays the same."""
    monkeypatch.setattr(bounds, "_ALWAYS_BYTES", 300_000)


BOMB = b"a" * 40_000_000


@pytest.mark.usefixtures("small_bounds")
@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(BOMB),
        gzip.compress(gzip.compress(BOMB)),
        zipped({"a.txt": BOMB}),
        zipped({f"{at}.txt": b"a" * 200_000 for at in range(80)}),
        tarred({"a.txt": BOMB}, mode="gz"),
        lzma.compress(BOMB),
        bz2.compress(BOMB),
        warc({"http://a.org/": ("text/html", b"<html>" + BOMB)}, packed=True),
    ],
    ids=["gz", "gz in gz", "zip", "zip of many", "tar.gz", "xz", "bz2", "warc.gz"],
)
def test_a_bomb_is_stopped_as_it_unpacks(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bomb").write_bytes(content)
    began = time.monotonic()
    articles, notices = taken(tmp_path)
    assert sum(len(article.text) for article in articles) < 3_000_000
    assert any("unpacks to more" in notice.message or "no single report" in notice.message for notice in notices)
    assert time.monotonic() - began < 5


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    content = SHORT.encode()
    for _ in range(bounds.MOST_DEPTH + 3):
        content = zipped({"in.zip": content})
    (tmp_path / "a.zip").write_bytes(content)
    (notice,) = taken(tmp_path)[1]
    assert "within each other" in notice.message


def test_an_archive_of_very_many_members_is_read_to_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 5)
    (tmp_path / "a.zip").write_bytes(zipped({f"{at}.txt": f"{SHORT} {at}" for at in range(9)}))
    articles, notices = taken(tmp_path)
    assert len(articles) == 5
    assert "more than 5 members" in notices[-1].message


def test_a_word_document_that_swells_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The other process is not reached by a patch: the extractor is called as it calls it.
    from goodoffices.errors import SourceError
    from goodoffices.sources import papers

    monkeypatch.setattr(papers, "_MOST_DOCX_BYTES", 1_000_000)
    with pytest.raises(SourceError, match="unpacks to more"):
        papers.extract_docx(zipped({"word/document.xml": b"<a>" + BOMB}), str(tmp_path))


def test_a_pdf_that_swells_is_named_and_ends_nothing_else(tmp_path: Path) -> None:
    data = zlib.compress(b"BT /F1 1 Tf " + b"(x) Tj " * 8_000_000)
    swelling = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            b"<< /Filter /FlateDecode /Length " + str(len(data)).encode() + b" >>\nstream\n" + data + b"\nendstream",
        ]
    )
    (tmp_path / "a.pdf").write_bytes(swelling)
    (tmp_path / "b.pdf").write_bytes(pdf(SHORT))
    with aside.Aside(most_seconds=2) as impatient:
        from goodoffices.errors import SourceError
        from goodoffices.sources.papers import extract_pdf

        with pytest.raises(SourceError):
            impatient.extract(extract_pdf, swelling, "a.pdf")
        assert impatient.extract(extract_pdf, pdf(SHORT), "b.pdf").text == SHORT


def test_a_locked_archive_is_named(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.txt": SHORT}, method=zipfile.ZIP_STORED))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    (tmp_path / "a.zip").write_bytes(locked)
    assert "password" in taken(tmp_path)[1][0].message
