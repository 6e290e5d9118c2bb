"""Ids that come from content: two machines that read the same article agree on every id."""

import hashlib
from typing import NewType

ArticleId = NewType("ArticleId", str)
ReportId = NewType("ReportId", str)
ActId = NewType("ActId", str)
ActorId = NewType("ActorId", str)

_SEPARATOR = "\x1f"
_DIGITS = 16


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(prefix: str, *parts: str) -> str:
    """Return `prefix` and 16 hexadecimal digits that depend on all of `parts` and on their order."""
    return f"{prefix}{digest_of(_SEPARATOR.join(parts))[:_DIGITS]}"
