"""What went wrong or was left out, kept beside what was read, so that nothing is dropped in silence."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a notice matters to who reads the record."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that a user should know about how something was taken in or read."""

    # The stage that noticed: "sources", "reading", "record".
    stage: str
    # What it concerns: a path, an article's id, a key.
    subject: str
    # What happened, and what was done about it.
    message: str
    severity: Severity = Severity.WARNING
