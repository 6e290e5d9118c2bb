"""What sort of content a file holds, told by its first bytes; a file's ending says nothing reliable."""

import json
import re
import zlib
from enum import StrEnum


class Content(StrEnum):
    """The sorts of content that can be taken in."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json_lines"
    PDF = "pdf"
    ZIP = "zip"
    """An archive, or a Word document, which is one too: only its list of members tells."""
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    WARC = "warc"
    """A web archive, also a compressed one."""
    MAIL = "mail"
    MAILBOX = "mailbox"
    MARKDOWN = "markdown"
    TABLE = "table"
    """Comma-, semicolon- or tab-separated values under names of columns, one of them that of a text."""
    XML = "xml"
    """None of these is an article by itself: feeds, site maps, lists of subscriptions."""
    EMPTY = "empty"
    BINARY = "binary"


HEAD_BYTES = 4096
"""How much of a file `content_of` wants to see beyond the first line."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"(?:From |(?:[A-Z][A-Za-z0-9-]{1,40}):[ \t])")
_MAIL_SURE = re.compile(
    rb"^(?:From|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):[ \t]", re.IGNORECASE | re.MULTILINE
)


_XML = re.compile(rb"<(?:\?xml|rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_MAILBOX = re.compile(rb"From \S+ [^\n]{0,80}\d{4}[^\n]{0,20}\r?\n[A-Za-z-]{1,40}:")
_MARKDOWN = re.compile(rb"---[ \t]*\r?\n[A-Za-z_-]{1,40}:|#{1,3} \S")
_PACKED = (
    (b"PK\x03\x04", Content.ZIP),
    (b"PK\x05\x06", Content.ZIP),
    (b"\x1f\x8b", Content.GZIP),
    (b"BZh", Content.BZIP2),
    (b"\xfd7zXZ\x00", Content.XZ),
    (b"WARC/1.", Content.WARC),
)
_TAR_MARK = slice(257, 262)


def content_of(head: bytes) -> Content:
    """Return what a file holds; TEXT where nothing else is told.

    Args:
        head: Its first line whole, and HEAD_BYTES more where there are. UTF-16 looks binary: decode it first.
    """
    if (packed := _packed_content(head)) is not None:
        return packed
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not stripped:
        return Content.EMPTY
    if stripped.startswith(b"%PDF-"):
        return Content.PDF
    if stripped[:1] in b"{[":
        return _json_content(stripped)
    if _HTML.search(stripped[:2048]) and stripped[:1] == b"<":
        return Content.HTML
    if _XML.match(stripped):
        return Content.XML
    if _MAILBOX.match(stripped):
        return Content.MAILBOX
    if _MAIL_HEADER.match(stripped) and len(_MAIL_SURE.findall(stripped[:4096])) >= 2:
        return Content.MAIL
    if _is_binary(head):
        return Content.BINARY
    if columns_of(stripped) is not None:
        return Content.TABLE
    return Content.MARKDOWN if _MARKDOWN.match(stripped) else Content.TEXT


TEXT_COLUMNS = frozenset(("text", "body", "content", "article", "full_text", "fulltext"))
"""What the column with the text is called."""

_COLUMN = re.compile(r"[a-z][\w-]{0,29}(?: [\w-]{1,30})?")


def columns_of(head: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return what separates the columns of a table, and their names in small letters; None where it is no table."""
    line, ends, _ = head.partition(b"\n")
    first = line.rstrip(b"\r").decode("utf-8", "replace") if ends else ""
    for mark in "\t;,":
        names = tuple(name.strip().strip('"').strip().casefold() for name in first.split(mark))
        if len(names) > 1 and TEXT_COLUMNS.intersection(names) and all(map(_COLUMN.fullmatch, names)):
            return mark, names
    return None


def _packed_content(head: bytes) -> Content | None:
    for mark, content in _PACKED:
        if head.startswith(mark):
            return Content.WARC if content is Content.GZIP and _begins_web_archive(head) else content
    return Content.TAR if head[_TAR_MARK] == b"ustar" else None


def _begins_web_archive(head: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head[:HEAD_BYTES], 64).startswith(b"WARC/1.")
    except zlib.error:
        return False


def _json_content(head: bytes) -> Content:
    """Return JSON_LINES where an object stands on the first line, or at least begins on it and on the next."""
    first, _, rest = head.partition(b"\n")
    begins_again = re.match(rb'\s*\{\s*"', rest)
    if head.startswith(b"{") and rest.strip() and (begins_again or _is_json(first)):
        return Content.JSON_LINES
    if re.match(rb'(?:\{\s*(?:"|\})|\[\s*(?:[\{\[\]"]))', head):
        return Content.JSON
    return Content.TEXT


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _is_binary(head: bytes) -> bool:
    """Return whether the bytes hold zeros or control characters that no text has."""
    if b"\x00" in head:
        return True
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\x0c\x1b" for byte in head[:4096])
    return controls > len(head[:4096]) / 50
