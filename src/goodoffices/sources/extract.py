"""What is found in a document that is more than its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A document's text, and what it says of itself."""

    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    # As the file writes it; empty where it does not say.
    published: str = ""
    # Where the date was found, as in `Dating`.
    dated_by: str = ""
    author: str = ""
