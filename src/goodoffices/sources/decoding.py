"""Bytes to text: the encoding as the bytes themselves tell it.

A byte-order mark or valid UTF-8 settles it; then what the page declares; then the likeliest of the encodings in which
reports in the lexicons' languages are found.
"""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CANDIDATES = (
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1256", "iso8859_6", "cp1254", "cp1252", "iso8859_15",
)  # fmt: skip
"""Western, Turkish, Cyrillic and Arabic ones; guessing among all encodings finds Chinese in quotes."""

_ASCII = bytes(range(0x80))
_WESTERN = "cp1252"
_FEW = 0.02
"""Below this share of bytes beyond ASCII a text is Western, its strange bytes quotation marks, dashes and names."""

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 200_000


def decode(data: bytes) -> str:
    """Return the text that the bytes hold, without a byte-order mark. Never fails: what fits nowhere becomes U+FFFD."""
    return data.decode(encoding_of(data), "replace").removeprefix("\ufeff")


def encoding_of(data: bytes) -> str:
    """Return the encoding of bytes, or of a whole that they are the beginning of. A mark at their head is not cut."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return marked
    if (encoding := _unmarked_utf16(data)) is not None:
        return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # A file that breaks off within a letter, or has one broken byte among many good ones, is UTF-8 all the same.
        return "utf-8" if _is_mostly_utf8(data) else _declared(data) or _likeliest(data)
    return "utf-8"


def is_utf16(data: bytes) -> bool:
    """Return whether the bytes begin with a mark of UTF-16 or UTF-32, or look like it without one."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _unmarked_utf16(data) is not None


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, told by the zero bytes of its spaces; None for anything else."""
    head = data[:_HEAD_BYTES]
    if b"\x00" not in head:
        return None
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        spaces = sum(pair[high] == 0 and pair[low] == 0x20 for pair in zip(head[::2], head[1::2], strict=False))
        if spaces > len(head) / 60:
            return encoding
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether the good letters beyond ASCII outnumber the broken ones by far."""
    text = data[:_SAMPLE_BYTES].decode("utf-8", "replace")
    broken = text.count("�")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii - broken > 20 * broken


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page's head declares and that decodes it; None where there is none."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    if found is None:
        return None
    name = found[1].decode("ascii")
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name


def _likeliest(data: bytes) -> str:
    """Return the encoding in which the bytes look most like text."""
    beyond_ascii = len(data[:_SAMPLE_BYTES].translate(None, _ASCII))
    if beyond_ascii < _FEW * min(len(data), _SAMPLE_BYTES):
        return _WESTERN
    best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=list(_CANDIDATES)).best()
    return _WESTERN if best is None else best.encoding
