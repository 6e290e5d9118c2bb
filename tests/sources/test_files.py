"""Files and folders to articles; what cannot be taken in is named, the rest is read."""

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.sources.files import articles_in, find_files
from goodoffices.sources.found import MOST_FILE_BYTES, MOST_TEXT_CHARS

STORY = "LIMA, May 3 - The envoys of both sides met in the old harbour hall.\r\n\r\nThey will meet again on Friday."


def taken(*paths: Path) -> tuple[list[Article], list[Notice]]:
    found = list(articles_in(paths))
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Notice)]


def only(found: tuple[list[Article], list[Notice]]) -> Article:
    articles, notices = found
    assert notices == []
    assert len(articles) == 1
    return articles[0]


def refusal(found: tuple[list[Article], list[Notice]]) -> str:
    articles, notices = found
    assert articles == []
    assert [notice.severity for notice in notices] == [Severity.ERROR]
    return f"{notices[0].subject}: {notices[0].message}"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def test_plain_text_is_kept_letter_by_letter_and_named_after_its_file(tmp_path: Path) -> None:
    article = only(taken(write(tmp_path / "lima-1.txt", STORY)))
    assert (article.id, article.text, article.published) == ("lima-1", STORY, None)


def test_cyrillic_in_windows_1251_is_read(tmp_path: Path) -> None:
    text = "Министр заявил, что его страна готова принять делегации обеих сторон в своей столице."
    assert only(taken(write(tmp_path / "a.txt", text.encode("cp1251")))).text == text


def test_files_of_one_name_in_two_folders_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "a.txt", f"{STORY} From {folder}.")
    ids = [article.id for article in taken(tmp_path)[0]]
    assert len(set(ids)) == 2
    assert all(name.startswith("a-") for name in ids)


def test_a_folder_is_read_in_order_and_without_its_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, STORY)
    assert [path.name for path in find_files([tmp_path, tmp_path / "a.txt"])] == ["a.txt", "b.txt", "c.txt"]


def test_json_lines_keep_text_and_id_exactly(tmp_path: Path) -> None:
    text = "  Zwei Zeilen\r\nmit \u00a0 Rand \U0001f54a und\tTab \n"
    value = {"id": "x/7 ", "url": "https://e.org/1", "title": "T", "published": "2024-05", "outlet": "O", "text": text}
    article = only(taken(write(tmp_path / "a.jsonl", lines(value) + "\n")))
    assert (article.id, article.text, article.title, article.url, article.outlet) == (
        "x/7 ",
        text,
        "T",
        value["url"],
        "O",
    )
    assert article.published is not None
    assert article.published.to_iso() == "2024-05"


def test_keys_that_are_not_of_the_contract_are_ignored(tmp_path: Path) -> None:
    article = only(taken(write(tmp_path / "a.json", lines({"text": STORY, "lang": "xx", "events": [1, 2]}))))
    assert article.lang == ""


def test_numbers_serve_as_ids(tmp_path: Path) -> None:
    articles, _ = taken(write(tmp_path / "a.jsonl", lines({"id": 7, "text": STORY}, {"id": 8, "text": STORY})))
    assert [article.id for article in articles] == ["7", "8"]


def test_an_article_without_id_gets_one_from_what_it_says(tmp_path: Path) -> None:
    first = only(taken(write(tmp_path / "a.json", json.dumps({"text": STORY}))))
    second = only(taken(write(tmp_path / "b.json", json.dumps([{"text": STORY}]))))
    assert first.id == second.id == Article.id_from(text=STORY)


def test_a_line_that_breaks_off_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    content = lines({"id": 1, "text": STORY}) + '{"id": 2, "text": "breaks of\n' + lines({"id": 3, "text": STORY})
    path = write(tmp_path / "a.jsonl", content)
    articles, notices = taken(path)
    assert [article.id for article in articles] == ["1", "3"]
    assert [(notice.subject, notice.severity) for notice in notices] == [(f"{path}:2", Severity.ERROR)]


def test_a_first_line_that_breaks_off_is_named_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": 1, "te\n' + lines({"id": 2, "text": STORY}, {"id": 3, "text": STORY}))
    articles, notices = taken(path)
    assert [article.id for article in articles] == ["2", "3"]
    assert [notice.subject for notice in notices] == [f"{path}:1"]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"id": 1}, "no text"),
        ({"text": "  "}, "no text"),
        ({"text": ["a"]}, "not a text: text"),
        (7, "a JSON object with a text"),
        ({"text": "x" * (MOST_TEXT_CHARS + 1)}, "longer than"),
    ],
)
def test_an_object_that_is_no_article_is_named(tmp_path: Path, value: object, why: str) -> None:
    articles, notices = taken(write(tmp_path / "a.jsonl", lines({"text": STORY}, value)))
    assert len(articles) == 1
    assert why in notices[0].message
    assert notices[0].subject.endswith("a.jsonl:2")


def test_a_date_in_the_year_3024_is_named_and_the_article_read_without_it(tmp_path: Path) -> None:
    articles, notices = taken(write(tmp_path / "a.json", json.dumps({"text": STORY, "published": "3024-05-10"})))
    assert articles[0].published is None
    assert "3024-05-10" in notices[0].message


def test_half_of_a_surrogate_pair_does_not_move_what_follows(tmp_path: Path) -> None:
    article = only(taken(write(tmp_path / "a.json", r'{"text": "ab\ud83dcd"}')))
    assert article.text == "ab�cd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_text_and_json_in_wide_letters_are_read(tmp_path: Path, encoding: str) -> None:
    assert only(taken(write(tmp_path / "a.txt", STORY.encode(encoding)))).text == STORY
    assert only(taken(write(tmp_path / "a.json", json.dumps({"text": STORY}, indent=1).encode(encoding)))).text == STORY


def test_json_lines_in_another_encoding_are_read(tmp_path: Path) -> None:
    text = "Министр заявил, что его страна готова принять делегации обеих сторон в своей столице."
    line = json.dumps({"text": text}, ensure_ascii=False) + "\n"
    articles, _ = taken(write(tmp_path / "a.jsonl", (line * 2).encode("cp1251")))
    assert [article.text for article in articles] == [text, text]


def test_json_lines_are_told_by_a_long_first_line(tmp_path: Path) -> None:
    articles, notices = taken(write(tmp_path / "a.jsonl", lines({"text": STORY * 5000}, {"text": STORY})))
    assert (len(articles), notices) == (2, [])


def test_json_that_breaks_off_is_named(tmp_path: Path) -> None:
    assert "not JSON" in refusal(taken(write(tmp_path / "a.json", '[{"text": "breaks of')))


def test_deeply_nested_json_is_named(tmp_path: Path) -> None:
    assert "not JSON" in refusal(taken(write(tmp_path / "a.json", "[" * 200_000)))


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "empty"), (b" \n ", "empty"), (b"\x00\x01\x02" * 99, "neither text")]
)
def test_a_file_without_text_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in refusal(taken(write(tmp_path / "a.txt", content)))


def test_a_path_that_does_not_exist_is_named_and_the_rest_read(tmp_path: Path) -> None:
    articles, notices = taken(tmp_path / "none.txt", write(tmp_path / "a.txt", STORY))
    assert len(articles) == 1
    assert "No such file" in notices[0].message
    assert notices[0].subject.endswith("none.txt")


def test_a_text_of_50_mb_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "big.txt", STORY.encode() * (50 * 2**20 // len(STORY)))
    assert f"larger than {MOST_FILE_BYTES // 2**20} MB" in refusal(taken(path))


def test_a_long_text_is_refused(tmp_path: Path) -> None:
    assert "longer than" in refusal(taken(write(tmp_path / "a.txt", "word " * (MOST_TEXT_CHARS // 4))))


def test_a_line_beyond_bounds_is_passed_over_and_the_next_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.sources.json_articles.MOST_FILE_BYTES", 1000)
    content = lines({"text": STORY}, {"text": "y" * 5000}, {"text": STORY, "id": "last"})
    articles, notices = taken(write(tmp_path / "a.jsonl", content))
    assert [article.id for article in articles][1:] == ["last"]
    assert [notice.subject.rpartition(":")[2] for notice in notices] == ["2"]


PAGE = """<!DOCTYPE html><html><head><title>Envoys meet - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Envoys meet">
{date}</head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Envoys meet</h1>
<p>The envoys of both sides met in the old harbour hall of Lima on Friday and talked for three hours about the line.</p>
<p>They agreed to meet again next month, their spokesman said, and thanked the city for lending them the hall.</p>
</article><footer>Copyright. Subscribe to our newsletter.</footer></body></html>"""


def test_a_page_gives_its_article_without_its_furniture(tmp_path: Path) -> None:
    page = PAGE.format(date='<meta property="article:published_time" content="2024-05-10T08:00:00Z">')
    article = only(taken(write(tmp_path / "page.html", page)))
    assert "talked for three hours" in article.text
    assert "newsletter" not in article.text
    assert (article.title, article.outlet) == ("Envoys meet", "The Harbour Post")
    assert article.published is not None
    assert article.published.to_iso() == "2024-05-10"


def test_a_page_that_does_not_state_its_date_has_none(tmp_path: Path) -> None:
    page = PAGE.format(date="").replace("on Friday", "on 3 March 2019")
    assert only(taken(write(tmp_path / "page", page))).published is None


def test_a_page_without_article_is_named(tmp_path: Path) -> None:
    assert "no article" in refusal(taken(write(tmp_path / "page.html", "<html><body><p></p></body></html>")))


def test_a_mail_gives_text_subject_sender_and_date(tmp_path: Path) -> None:
    mail = (
        b"From: Press Office <press@example.org>\nTo: all@example.org\nSubject: =?utf-8?q?Gespr=C3=A4che?=\n"
        b"Date: Fri, 10 May 2024 08:15:00 +0400\nMIME-Version: 1.0\nContent-Type: text/plain; charset=koi8-r\n"
        b"Content-Transfer-Encoding: 8bit\n\n"
    ) + "Встреча министров состоялась.".encode("koi8-r")
    article = only(taken(write(tmp_path / "a.eml", mail)))
    assert (article.title, article.outlet) == ("Gespräche", "Press Office")
    assert article.text.strip() == "Встреча министров состоялась."
    assert article.published is not None
    assert article.published.to_iso() == "2024-05-10"


def docx(path: Path, paragraphs: Iterable[str]) -> Path:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return path


def test_a_word_document_gives_its_text(tmp_path: Path) -> None:
    text = only(taken(docx(tmp_path / "a.docx", ["The envoys met.", "They will meet again."]))).text
    assert text.split("\n")[0] == "The envoys met."
    assert "meet again" in text


def test_a_damaged_word_document_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "no xml")
    assert "Word document" in refusal(taken(tmp_path / "a.docx"))


def pdf(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    assert only(taken(write(tmp_path / "a.pdf", pdf("The envoys met in Lima.")))).text == "The envoys met in Lima."


def test_a_damaged_or_empty_pdf_is_named(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(taken(write(tmp_path / "a.pdf", b"%PDF-1.4\nrubbish")))
    assert "holds no text" in refusal(taken(write(tmp_path / "b.pdf", pdf(""))))


def test_a_record_in_the_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oman offered to host talks.", "utf-8")
    (tmp_path / "process.db").write_bytes(b"SQLite format 3\x00" + b"\x00" * 100)
    (tmp_path / "process.db-wal").write_bytes(b"\x00" * 32)
    found = list(articles_in([tmp_path]))
    assert len(found) == 1
    assert "a" in str(found[0])
