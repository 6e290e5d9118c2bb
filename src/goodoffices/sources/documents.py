"""Anything at all to articles: by its content, never by its ending."""

import json
from collections.abc import Callable, Iterator
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.model.article import Article
from goodoffices.sources.archives import DAMAGED, members_of_tar, members_of_zip, packed_file, seekable
from goodoffices.sources.bounds import from_start, whole
from goodoffices.sources.content import HEAD_BYTES, Content, content_of
from goodoffices.sources.dating import dating
from goodoffices.sources.decoding import decode, is_utf16
from goodoffices.sources.entry import Entry, Reach
from goodoffices.sources.extract import Extract
from goodoffices.sources.found import MOST_FILE_BYTES, MOST_TEXT_CHARS, Found, refusal_of, refused
from goodoffices.sources.json_articles import articles_from_lines, articles_from_value
from goodoffices.sources.mails import attached_documents, extract_mail, mails_in
from goodoffices.sources.markdown import extract_markdown
from goodoffices.sources.pages import extract_page
from goodoffices.sources.papers import extract_docx, extract_pdf, is_docx
from goodoffices.sources.publication import read_publication
from goodoffices.sources.tables import articles_in_table
from goodoffices.sources.web_archives import pages_in

_LARGE_PAGE_BYTES = 400_000
"""From this size on a page is read in a process of its own, which can be ended. Few pages of news are as large."""

_SAMPLE_BYTES = 200_000
"""By how much of a table its encoding is told."""


def read_entry(entry: Entry, reach: Reach) -> Iterator[Found]:
    """Yield what one thing holds: articles, and notices of what cannot be taken in. Never fails because of content."""
    try:
        yield from _read(entry, reach)
    except SourceError as error:
        error.subject = error.subject or entry.where
        yield refusal_of(error)
    except OSError as error:
        yield refused(entry.where, f"cannot be read: {error.strerror or error}")
    except (*DAMAGED, RuntimeError) as error:
        yield refused(entry.where, f"this file is damaged: {type(error).__name__}: {error}")


def _read(entry: Entry, reach: Reach) -> Iterator[Found]:
    head = entry.stream.read(HEAD_BYTES)
    if head.lstrip()[:1] in (b"{", b"["):
        # Whether it is JSON Lines is told by the first line whole.
        head += entry.stream.readline(MOST_FILE_BYTES) + entry.stream.read(HEAD_BYTES)
    stream = from_start(head, entry.stream)
    content = content_of(decode(head).encode() if is_utf16(head) else head)
    match content:
        case Content.EMPTY:
            raise SourceError("the file is empty")
        case Content.BINARY:
            raise SourceError("neither text nor a sort of file that can be read")
        case Content.XML:
            raise SourceError("a feed, a site map or another list in XML, and no article", hint="`goodoffices watch`")
        case Content.JSON_LINES:
            yield from articles_from_lines(stream, entry.where)
        case Content.TABLE:
            sample = stream.read(_SAMPLE_BYTES)
            yield from articles_in_table(sample, from_start(sample, stream), entry.where)
        case Content.MAILBOX:
            yield from mails_in(stream, entry, reach, read_entry)
        case Content.WARC:
            yield from pages_in(stream, entry, reach, read_entry)
        case Content.TAR:
            yield from members_of_tar(stream, entry, reach, read_entry)
        case Content.ZIP:
            yield from _read_zip(stream, entry, reach)
        case Content.GZIP | Content.BZIP2 | Content.XZ:
            yield from packed_file(content, stream, entry, reach, read_entry)
        case _:
            yield from _read_document(content, whole(stream), entry, reach)


def _read_zip(stream: BinaryIO, entry: Entry, reach: Reach) -> Iterator[Found]:
    """Yield the article of a Word document, or what the members of any other archive hold."""
    with seekable(stream) as archive:
        if is_docx(archive):
            archive.seek(0)
            yield from _read_document(Content.ZIP, whole(archive), entry, reach)
        else:
            archive.seek(0)
            yield from members_of_zip(archive, entry, reach, read_entry)


def _read_document(content: Content, data: bytes, entry: Entry, reach: Reach) -> Iterator[Found]:
    """Yield the article or articles that bytes hold which are one document."""
    if content is Content.JSON:
        yield from _articles_in_json(data, entry.where)
        return
    if content is Content.TEXT:
        yield from _articles_of(Extract(text=decode(data)), entry)
        return
    if content is Content.HTML and reach.screen is not None and not reach.screen(decode(data), entry.where):
        return
    capture = reach.keep(data) if reach.keep is not None and reach.depth == 0 else ""
    extractor = _EXTRACTORS[content]
    is_large = len(data) >= _LARGE_PAGE_BYTES
    if content in _ASIDE or (content is Content.HTML and is_large):
        extract = reach.aside.extract(extractor, data, entry.where)
    else:
        extract = extractor(data, entry.where)
    yield from _articles_of(extract, entry, capture)
    if content is Content.MAIL:
        yield from attached_documents(data, entry, reach, read_entry)


_ASIDE = frozenset((Content.PDF, Content.ZIP))
_EXTRACTORS: dict[Content, Callable[[bytes, str], Extract]] = {
    Content.HTML: extract_page,
    Content.PDF: extract_pdf,
    Content.ZIP: extract_docx,
    Content.MAIL: extract_mail,
    Content.MARKDOWN: extract_markdown,
}


def _articles_in_json(data: bytes, where: str) -> Iterator[Found]:
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"this is not JSON: {error}", subject=where) from error
    yield from articles_from_value(value, where)


def _articles_of(extract: Extract, entry: Entry, capture: str = "") -> Iterator[Found]:
    """Yield the article, after a notice where its date cannot be used.

    Raises:
        SourceError: It holds no text, or more than is read.
    """
    try:
        published = read_publication(extract.published)
    except SourceError as error:
        error.subject = entry.where
        yield refusal_of(error)
        published = None
    if not extract.text.strip():
        raise SourceError("the file holds no text", subject=entry.where)
    if len(extract.text) > MOST_TEXT_CHARS:
        raise SourceError(
            f"the text is longer than {MOST_TEXT_CHARS:,} characters and was not read", subject=entry.where
        )
    url = entry.url or extract.url
    yield Article(
        id=entry.id or Article.id_from(text=extract.text, url=url, title=extract.title),
        text=extract.text,
        title=extract.title,
        url=url,
        outlet=extract.outlet,
        published=published,
        dating=dating(extract.dated_by) if published is not None else None,
        author=extract.author,
        capture=capture,
    )
