"""All ways in for bytes from outside, for fuzzing: each takes any bytes; nothing but notices comes of bad ones."""

import io
import time
from collections.abc import Callable
from functools import partial

from trafilatura import load_html

from goodoffices.errors import FetchError, SourceError
from goodoffices.sources.addresses import canonical_address
from goodoffices.sources.aside import Aside, Extractor
from goodoffices.sources.bounds import Budget
from goodoffices.sources.dating import find_date
from goodoffices.sources.decoding import decode
from goodoffices.sources.documents import read_entry
from goodoffices.sources.entry import Entry, Reach
from goodoffices.sources.extract import Extract
from goodoffices.sources.headlines import shown_days
from goodoffices.sources.likeness import signature
from goodoffices.sources.listings import links_in
from goodoffices.sources.mails import extract_mail
from goodoffices.sources.markdown import extract_markdown
from goodoffices.sources.publication import read_publication
from goodoffices.sources.requests import _unpacked
from goodoffices.sources.written_days import days_in
from sources.making import FILES

MOST_SECONDS = 5.0
"""How long any input of some kilobytes may keep a processor busy; the fuzzer itself ends what waits for ever."""

WayIn = Callable[[bytes], None]


class InPlace(Aside):
    """Extracts in this process, so that fuzzing sees what happens."""

    def extract(self, extractor: Extractor, data: bytes, where: str) -> Extract:
        """Return what the extractor makes of the data."""
        return extractor(data, where)


def _entry(data: bytes) -> None:
    reach = Reach(budget=Budget(len(data), "x"), aside=InPlace())
    for _ in read_entry(Entry(where="x", name="x", stream=io.BytesIO(data)), reach):
        pass


def _refused(read: Callable[[bytes], object], data: bytes) -> None:
    try:
        read(data)
    except SourceError:
        return


def _shown_days(markup: str) -> None:
    page = load_html(markup)
    if page is not None:
        shown_days(page, "Envoys meet", "https://a.org/")


WAYS_IN: dict[str, WayIn] = {
    "entry": _entry,
    "listing": partial(_refused, lambda data: links_in(data, "https://a.org/", "x")),
    "mail": partial(_refused, lambda data: extract_mail(data, "x")),
    "markdown": partial(_refused, lambda data: extract_markdown(data, "x")),
    "date": partial(_refused, lambda data: read_publication(decode(data))),
    "date of a page": partial(_refused, lambda data: find_date(decode(data), "https://a.org/")),
    "shown days": partial(_refused, lambda data: _shown_days(decode(data))),
    "written days": partial(_refused, lambda data: days_in(decode(data)[:1000])),
    "address": partial(_refused, lambda data: canonical_address(decode(data))),
    "signature": partial(_refused, lambda data: signature(decode(data), decode(data))),
    "packed": partial(_refused, lambda data: _unpacked(data, {"content-encoding": "gzip"}, "x")),
}
"""Each by name. `entry` is every sort of file."""


def seeds() -> list[bytes]:
    """Return what to begin with: a file of each sort, and some beginnings of what is no file."""
    others = (
        b"<rss><channel><item><link>/a</link></item></channel></rss>", b"https://a.org/x?b=1#c\n", b"2024-05-10T08:00Z",
        b"Fri, 10 May 2024 08:15:00 +0400", b'<meta name="date" content="2024-05-10"><time datetime="2024">',
    )  # fmt: skip
    return [*(content for content, _ in FILES.values()), *others]


def check(name: str, data: bytes) -> None:
    """Take bytes in by one way.

    Raises:
        AssertionError: It took too long.
        Exception: Whatever got through: each is a mistake.
    """
    began = time.process_time()
    try:
        WAYS_IN[name](data)
    except FetchError:
        return
    took = time.process_time() - began
    assert took < MOST_SECONDS, f"{name} took {took:.1f} s for {len(data)} bytes"
