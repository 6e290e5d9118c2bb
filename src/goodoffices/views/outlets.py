"""On whose side an outlet stands, by the dossiers that the record was read with."""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from goodoffices.record.finding import OutletSide

_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#@]+)")

UNNAMED_OUTLET = "outlet not named"


class Published(Protocol):
    """What stands in some outlet: an article's head, or a published."""

    @property
    def outlet(self) -> str:
        """The outlet's name; empty where the article does not say."""
        ...

    @property
    def url(self) -> str:
        """Where it stands; empty where the source does not say."""
        ...


class Outlets:
    """Knows outlets by their name or by the host of their pages.

    Args:
        sides: By name and by host, in small letters.
    """

    def __init__(self, sides: Mapping[str, OutletSide]) -> None:
        self._sides = sides

    def side(self, published: Published) -> str | None:
        """Return the state or body on whose side the outlet stands, empty for none; None where it is not known."""
        known = self._known(published)
        return None if known is None else known.side

    def name(self, published: Published) -> str:
        """Return the outlet's name, as the article gives it or else by the host of its page."""
        known = self._known(published)
        return published.outlet or (known.name if known else UNNAMED_OUTLET)

    def _known(self, published: Published) -> OutletSide | None:
        found = _HOST.match(published.url)
        host = found[1].casefold() if found else ""
        names = [published.outlet.casefold(), host]
        while "." in host:
            # "news.am" for "eng.news.am".
            host = host.partition(".")[2]
            names.append(host)
        return next((self._sides[name] for name in names if name in self._sides), None)

    def only_side(self, all_published: Iterable[Published]) -> str:
        """Return the one side on which all outlets of these reports stand; empty where one does not."""
        sides = {self.side(published) for published in all_published}
        return next(iter(sides)) or "" if len(sides) == 1 else ""
