"""Publication dates as sources write them, to intervals of days."""

import re
from email.utils import parsedate_to_datetime

from goodoffices.errors import SourceError
from goodoffices.model.dates import DateInterval

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""The years in which something can have been published: from the first agencies on, with room for every use of this."""

# The day of an ISO instant; what follows is the time of day.
_ISO_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:?\d{2}.*")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")


def read_publication(text: str) -> DateInterval | None:
    """Return the days that a publication date names, None for an empty one. The time of day is left out.

    Takes ISO 8601 with or without a time, a partial date ("2024-05"), "a/b", 20240510, and the dates of mail headers.

    Raises:
        SourceError: It is none of these, or names a year in which nothing can have been published.
    """
    text = text.strip()
    if not text:
        return None
    try:
        interval = DateInterval.from_iso(_to_iso(text))
    except (ValueError, OverflowError) as error:
        raise SourceError(
            f"the publication date {text[:40]!r} cannot be read", hint="Write it as 2024-05-10"
        ) from error
    if not FIRST_YEAR <= interval.start.year <= interval.last.year <= LAST_YEAR:
        raise SourceError(f"nothing can have been published in the year of {text[:40]!r}")
    return interval


def _to_iso(text: str) -> str:
    """Return the part of the text that may be an ISO date."""
    if instant := _ISO_INSTANT.fullmatch(text):
        return instant[1]
    if compact := _COMPACT.fullmatch(text):
        return "-".join(compact.groups())
    if text[:1].isalpha() or "," in text or ":" in text:
        return parsedate_to_datetime(text).date().isoformat()
    return text
