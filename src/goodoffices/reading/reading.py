"""What reading one article gives."""

from dataclasses import dataclass

from goodoffices.model.notice import Notice
from goodoffices.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The reports that one article makes, in the order of its text, and what was noticed on the way."""

    reports: tuple[Report, ...]
    notices: tuple[Notice, ...]
    # The language it was read in, ISO 639-1; empty where none could be told.
    lang: str
