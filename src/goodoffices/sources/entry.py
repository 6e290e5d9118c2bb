"""One thing to be taken in, wherever it stands: a file, a member of an archive, a page of a web archive."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from goodoffices.model.identifiers import ArticleId
from goodoffices.sources.aside import Aside
from goodoffices.sources.bounds import Budget
from goodoffices.sources.found import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to be taken in."""

    # What notices call it: the path, and for members of archives "path!member".
    where: str
    # The name of its last part, as a file or archive gives it.
    name: str
    # Read forward only.
    stream: BinaryIO
    # The id of its article; None where the address or the content make one.
    id: ArticleId | None = None
    # Where it was published, as far as that is known from outside.
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What everything that comes out of one file shares."""

    budget: Budget
    # Where what may never end is done.
    aside: Aside
    # Keeps documents as they came and returns their digests; None where they are not kept. What lies within another
    # thing is kept with it.
    keep: Callable[[bytes], str] | None = None
    # Told a page's markup and where it stands, says whether the page is worth taking apart; None takes all.
    screen: Callable[[str, str], bool] | None = None
    # How many archives it lies within.
    depth: int = 0

    def deeper(self) -> "Reach":
        """Return the same, for the members of what is being read.

        Raises:
            SourceError: Bounds are reached.
        """
        self.budget.take_member(self.depth + 1)
        return replace(self, depth=self.depth + 1)


ReadEntry = Callable[[Entry, Reach], Iterator[Found]]
"""Takes in one thing; containers are lent it for their members."""
