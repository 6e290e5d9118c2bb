"""What a source gives, and the bounds of what it takes in."""

from goodoffices.errors import SourceError
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity

Found = Article | Notice
"""An article, or why something was not taken in or not wholly."""

STAGE = "sources"

MOST_FILE_BYTES = 32 * 1024 * 1024
"""The largest file that is taken in whole, and the longest line of a JSON Lines file. Larger ones are no reports."""

MOST_TEXT_CHARS = 1_000_000
"""The longest text that is read as one article: about four long novels, a hundred times the longest report."""


def refused(subject: str, why: str) -> Notice:
    """Return the notice that something was not taken in."""
    return Notice(stage=STAGE, subject=subject, message=why, severity=Severity.ERROR)


def refusal_of(error: SourceError) -> Notice:
    """Return the notice that a source error amounts to."""
    message = f"{error.detail}. {error.hint}" if error.hint else error.detail
    return refused(error.subject, message)
