"""What became of an address the last time that it was asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """The last answer, or the last failure, at one address."""

    url: str
    # Seconds since 1970, UTC.
    asked_at: float
    # Of HTTP; 0 where no answer came.
    status: int
    # SHA-256 of what came, under which it is kept; that of the last good answer after a failure. Empty for none.
    capture: str = ""
    # What the server wants to be told when it is asked whether something changed.
    etag: str = ""
    modified: str = ""
    # Where the answer came from in the end, after redirections.
    came_from: str = ""
    # How many times in a row it failed, and until when it is left alone, as `asked_at`.
    failures: int = 0
    wait_until: float = 0.0
    # Why it failed.
    trouble: str = ""
    # What the list that named the address says of the page.
    title: str = ""
    published: str = ""
    outlet: str = ""

    @property
    def has_page(self) -> bool:
        """Return whether something came and is kept."""
        return bool(self.capture)
