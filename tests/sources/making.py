"""Files of every sort, made for tests."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

STORY = (
    "The envoys of both republics met in the old harbour hall of Lima on Friday and talked for three hours. "
    "They agreed to meet again next month, their spokesman said, and thanked the city for lending them the hall. "
    "Nobody would say whether the prisoners had been spoken of."
)


def page(text: str = STORY, *, head: str = "", title: str = "Envoys meet") -> bytes:
    """Return a page of news with its furniture."""
    paragraphs = "".join(f"<p>{sentence.strip()}.</p>" for sentence in text.split(".") if sentence.strip())
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Harbour Post</title>'
        f'<meta property="og:site_name" content="The Harbour Post">{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{title}</h1>{paragraphs}</article>'
        "<footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"
    ).encode()


def zipped(members: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP file of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def tarred(members: Mapping[str, bytes], *, mode: str = "") -> bytes:
    """Return a TAR file of these members, compressed as `mode` says."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=f"w:{mode}") as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def docx(*paragraphs: str) -> bytes:
    """Return a Word document."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped({"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'})


def pdf(text: str) -> bytes:
    """Return a PDF of one page."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
    ]
    return pdf_of(objects)


def pdf_of(objects: Iterable[bytes]) -> bytes:
    """Return a PDF of these objects, the first of which is its root."""
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def mail(body: str = STORY, *, name: str = "1", attached: Mapping[str, bytes] | None = None) -> bytes:
    """Return a mail, with documents attached."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "all@example.org"
    message["Subject"] = "Envoys meet"
    message["Date"] = "Fri, 10 May 2024 08:15:00 +0400"
    message["Message-ID"] = f"<{name}@example.org>"
    message.set_content(body)
    for file, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=file)
    return message.as_bytes()


def mailbox(*mails: bytes) -> bytes:
    """Return a mailbox of these mails."""
    return b"\n".join(b"From press@example.org Fri May 10 08:15:00 2024\n" + letter for letter in mails)


def warc(answers: Mapping[str, tuple[str, bytes]], *, status: int = 200, packed: bool = False) -> bytes:
    """Return a web archive with an answer of a type for each address."""
    whole = b""
    for url, (kind, content) in answers.items():
        answer = (
            f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-01-02T03:04:05Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        record = head + answer + b"\r\n\r\n"
        whole += gzip.compress(record) if packed else record
    return whole


SHORT = "The envoys met in Lima."
FRONT = f"---\ntitle: Envoys meet\ndate: 2024-05-10\nsource: The Post\n---\n# Head\n\nThe *envoys* [met](x).\n\n{SHORT}"
TABLE = f'date;title;text;page\n2024-05-10;Envoys meet;"{SHORT}";3\n2024-05-11;More;"Two\nlines.";4\n'
LINES = f'{{"text": "{SHORT}", "id": "one"}}\n{{"text": "More.", "id": "two"}}\n'
TWO_PAGES = {
    "https://www.example.org/1": ("text/html", page()),
    "https://www.example.org/logo.png": ("image/png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    "https://www.example.org/2": ("text/html; charset=utf-8", page(STORY.replace("Lima", "Quito"))),
}

FILES: dict[str, tuple[bytes, int]] = {
    "text": (SHORT.encode(), 1),
    "markdown": (FRONT.encode(), 1),
    "html": (page(), 1),
    "pdf": (pdf(SHORT), 1),
    "docx": (docx(SHORT, "More."), 1),
    "eml": (mail(), 1),
    "eml with documents": (mail(attached={"a.pdf": pdf(SHORT), "b.docx": docx(SHORT)}), 3),
    "mbox": (mailbox(mail(), mail("From there they went home.\nFrom then on, silence.", name="2")), 2),
    "json": (f'[{{"text": "{SHORT}"}}, {{"text": "More."}}]'.encode(), 2),
    "json lines": (LINES.encode(), 2),
    "csv": (TABLE.encode(), 2),
    "csv in utf-16": (TABLE.encode("utf-16"), 2),
    "warc": (warc(TWO_PAGES), 2),
    "warc.gz": (warc(TWO_PAGES, packed=True), 2),
    "wacz": (zipped({"datapackage.json": "{}", "pages/pages.jsonl": "{}", "archive/data.warc.gz": warc(TWO_PAGES)}), 2),
    "zip": (zipped({"a.txt": SHORT, "in/b.html": page(), "__MACOSX/._a.txt": "x", ".DS_Store": b"\x00"}), 2),
    "zip in zip": (zipped({"in.zip": zipped({"a.docx": docx(SHORT)}), "b.jsonl": LINES}), 3),
    "tar": (tarred({"a.txt": SHORT.encode(), "in/b.html": page()}), 2),
    "tar.gz": (tarred({"a.txt": SHORT.encode(), "in/b.warc": warc(TWO_PAGES)}, mode="gz"), 3),
    "tar.xz": (tarred({"a.txt": SHORT.encode()}, mode="xz"), 1),
    "gz": (gzip.compress(SHORT.encode()), 1),
    "bz2": (bz2.compress(TABLE.encode()), 2),
    "xz": (lzma.compress(page()), 1),
}
