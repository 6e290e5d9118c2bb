"""What a file holds is told by its content."""

import pytest

from goodoffices.sources.content import Content, content_of


@pytest.mark.parametrize(
    ("head", "content"),
    [
        (b"", Content.EMPTY),
        (b" \n\t\n", Content.EMPTY),
        (b"\xef\xbb\xbf", Content.EMPTY),
        (b"LIMA, May 3 - The envoys met.", Content.TEXT),
        (b"From: the harbour one could see the hall.", Content.TEXT),
        (b"Note: two talks.\nPlace: Lima\nThey met.", Content.TEXT),
        (b"%PDF-1.7\n...", Content.PDF),
        (b"PK\x03\x04\x14\x00", Content.DOCX),
        (b"<!DOCTYPE html><html>", Content.HTML),
        (b"\n  <HTML lang=en><head>", Content.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Content.HTML),
        (b'{"text": "x"}', Content.JSON),
        (b'{\n  "text": "x"\n}', Content.JSON),
        (b'[{"text": "x"}]', Content.JSON),
        (b'{"text": "x"}\n{"text": "y"}\n', Content.JSON_LINES),
        (b'{"text": "x\n{"text": "y"}\n', Content.JSON_LINES),
        (b'{"text": "breaks of', Content.JSON),
        (b"[Photo: agency] The envoys met.", Content.TEXT),
        (b"{Updated} The envoys met.", Content.TEXT),
        (b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n\nHello", Content.MAIL),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00", Content.BINARY),
        (bytes(range(1, 32)) * 8, Content.BINARY),
    ],
)
def test_content_is_told_by_the_first_bytes(head: bytes, content: Content) -> None:
    assert content_of(head) is content
