"""On whose side an outlet stands, by the dossiers that the record was read with."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from goodoffices.record.finding import OutletSide, Telling
from goodoffices.views.entries import UNNAMED_OUTLET


class Outlets:
    """Knows outlets by their name or by the host of their pages.

    Args:
        sides: By name and by host, in small letters.
    """

    def __init__(self, sides: Mapping[str, OutletSide]) -> None:
        self._sides = sides

    def side(self, telling: Telling) -> str | None:
        """Return the state or body on whose side the outlet stands, empty for none; None where it is not known."""
        known = self._known(telling)
        return None if known is None else known.side

    def name(self, telling: Telling) -> str:
        """Return the outlet's name, as the article gives it or else by the host of its page."""
        known = self._known(telling)
        return telling.outlet or (known.name if known else UNNAMED_OUTLET)

    def _known(self, telling: Telling) -> OutletSide | None:
        host = (urlsplit(telling.url).hostname or "") if telling.url.startswith(("http://", "https://")) else ""
        names = [telling.outlet.casefold(), host]
        while "." in host:
            # "news.am" for "eng.news.am".
            host = host.partition(".")[2]
            names.append(host)
        return next((self._sides[name] for name in names if name in self._sides), None)

    def only_side(self, tellings: Iterable[Telling]) -> str:
        """Return the one side on which all outlets of these reports stand; empty where one does not."""
        sides = {self.side(telling) for telling in tellings}
        return next(iter(sides)) or "" if len(sides) == 1 else ""
