"""What a file holds is told by its content."""

import bz2
import gzip
import lzma

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
        (b"PK\x03\x04\x14\x00", Content.ZIP),
        (b"PK\x05\x06" + b"\x00" * 18, Content.ZIP),
        (b"\x1f\x8b\x08\x00", Content.GZIP),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"), Content.WARC),
        (gzip.compress(b"The envoys met."), Content.GZIP),
        (bz2.compress(b"The envoys met."), Content.BZIP2),
        (lzma.compress(b"The envoys met."), Content.XZ),
        (b"WARC/1.1\r\nWARC-Type: response\r\n", Content.WARC),
        (b"a.txt".ljust(257, b"\x00") + b"ustar\x0000", Content.TAR),
        (b"From ana@example.org Fri May 10 08:15:00 2024\nSubject: x\n\nHello", Content.MAILBOX),
        (b"From there on Friday 10 May 2024\nthe envoys went home.", Content.TEXT),
        (b"---\ntitle: Talks\n---\nThe envoys met.", Content.MARKDOWN),
        (b"# Talks\n\nThe envoys met.", Content.MARKDOWN),
        (b"#talks are on again", Content.TEXT),
        (b"date,title,text\n2024-05-10,Talks,The envoys met.", Content.TABLE),
        (b'"ID";"Text"\n1;The envoys met.', Content.TABLE),
        (b"url\tbody\n/1\tThe envoys met.", Content.TABLE),
        (b"Text, wrote the envoy, is cheap.", Content.TEXT),
        (b"<?xml version='1.0'?><rss version='2.0'><channel>", Content.XML),
        (b"<urlset xmlns='x'>", Content.XML),
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
