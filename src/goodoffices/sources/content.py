"""What sort of content a file holds, told by its first bytes; a file's ending says nothing reliable."""

import json
import re
from enum import StrEnum


class Content(StrEnum):
    """The sorts of content that can be taken in."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json_lines"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "mail"
    EMPTY = "empty"
    BINARY = "binary"


HEAD_BYTES = 4096
"""How much of a file `content_of` wants to see beyond the first line."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"(?:From |(?:[A-Z][A-Za-z0-9-]{1,40}):[ \t])")
_MAIL_SURE = re.compile(
    rb"^(?:From|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):[ \t]", re.IGNORECASE | re.MULTILINE
)


def content_of(head: bytes) -> Content:
    """Return what a file holds; TEXT where nothing else is told.

    Args:
        head: Its first line whole, and HEAD_BYTES more where there are. UTF-16 looks binary: decode it first.
    """
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not stripped:
        return Content.EMPTY
    if stripped.startswith(b"%PDF-"):
        return Content.PDF
    if head.startswith(b"PK\x03\x04"):
        return Content.DOCX
    if stripped[:1] in b"{[":
        return _json_content(stripped)
    if _HTML.search(stripped[:2048]) and stripped[:1] == b"<":
        return Content.HTML
    if _MAIL_HEADER.match(stripped) and len(_MAIL_SURE.findall(stripped[:4096])) >= 2:
        return Content.MAIL
    return Content.BINARY if _is_binary(head) else Content.TEXT


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
