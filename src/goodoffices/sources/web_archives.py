"""Web archives (WARC): the pages and documents in them. The day of the crawl is never taken for that of publication."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.sources.content import HEAD_BYTES, Content, content_of
from goodoffices.sources.dating import without_crawl_day
from goodoffices.sources.entry import Entry, Reach, ReadEntry
from goodoffices.sources.found import MOST_FILE_BYTES, STAGE, Found, refused

_OK = 200
_LONGEST_NUMBER = 12
_DOCUMENTS = frozenset((Content.HTML, Content.PDF, Content.ZIP))


def pages_in(stream: BinaryIO, entry: Entry, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    """Yield what the answers in a web archive hold; what is neither page nor document is counted in one notice."""
    passed_over: Counter[str] = Counter()
    kinds = WarcRecordType.response | WarcRecordType.resource
    for record in ArchiveIterator(_Counted(stream), record_types=kinds, auto_decode="all", quirks_mode=True):
        url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
        where = f"{entry.where}!{url}"
        if record.is_http and record.http_headers is None:
            yield _gentler(refused(where, "this record is damaged: it has no answer of a server in it"))
            continue
        if record.http_headers is not None and record.http_headers.status_code != _OK:
            passed_over["error or redirect"] += 1
            continue
        deeper = reach.deeper()
        try:
            data = record.reader.read(MOST_FILE_BYTES + 1)
        except OSError as error:
            yield _gentler(refused(where, f"this record is damaged: {error}"))
            continue
        reach.budget.take(len(data))
        if len(data) < _promised_bytes(record):
            yield _gentler(refused(where, "this record is damaged: it breaks off, and was read as far as it goes"))
        if _is_document(record, data):
            for found in read_entry(Entry(where=where, name=url, url=url, stream=io.BytesIO(data)), deeper):
                yield _undated(found, record) if isinstance(found, Article) else _gentler(found)
        else:
            passed_over[record.http_content_type or "unknown"] += 1
    if passed_over:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(passed_over.items()))
        message = f"{passed_over.total()} record(s) of this archive are no articles and were passed over: {counts}"
        yield Notice(stage=STAGE, subject=entry.where, message=message, severity=Severity.INFO)


class _Counted:
    """A stream that says how far it was read, which is all that the reader of archives wants of going back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._stream.read(size)
        self._read_bytes += len(data)
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._read_bytes

    def seek(self, offset: int, whence: int = 0) -> int:
        """Return where the stream stands, and go nowhere else."""
        if (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("this stream only goes forward")
        return self._read_bytes

    def close(self) -> None:
        """Leave the stream to whoever opened it."""


def _promised_bytes(record: WarcRecord) -> int:
    """Return how long an answer says that it is; 0 where it does not, or says so of its compressed form."""
    headers = record.http_headers
    if headers is None or headers.get("Content-Encoding") or headers.get("Transfer-Encoding"):
        return 0
    length = str(headers.get("Content-Length", "")).strip()
    return int(length) if length.isdecimal() and len(length) < _LONGEST_NUMBER else 0


def _is_document(record: WarcRecord, data: bytes) -> bool:
    content = content_of(data[:HEAD_BYTES])
    if content is Content.TEXT or content is Content.MARKDOWN:
        return not record.is_http or record.http_content_type == "text/plain"
    return content in _DOCUMENTS


def _undated(article: Article, record: WarcRecord) -> Article:
    """Return an article without a date that may be the day of the crawl."""
    crawled = record.record_date
    return article if crawled is None else without_crawl_day(article, crawled.date())


def _gentler(found: Found) -> Found:
    """Return an error as a warning: most pages of a site are no articles, and that is no fault of the archive."""
    if isinstance(found, Notice) and found.severity is Severity.ERROR:
        return Notice(stage=found.stage, subject=found.subject, message=found.message, severity=Severity.WARNING)
    return found
