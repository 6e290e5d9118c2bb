"""What a page is asked for: its filter, read from the address and written back into one, so that it can be shared."""

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from goodoffices.engine.geography import names_of_place
from goodoffices.engine.parties import names_of_party
from goodoffices.errors import UsageError
from goodoffices.model.act import ActKind
from goodoffices.model.dates import FIRST_DAY, LAST_DAY, DateInterval
from goodoffices.record.finding import Selection
from goodoffices.record.view import View

MOST_PARTIES = 20
"""More that all have a part in one act are not looked for."""

MOST_CHARS = 200
"""Longer words are cut: nobody is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for, as it stands in the address; what is empty leaves all."""

    # Words to be found.
    q: str = ""
    party: tuple[str, ...] = ()
    issue: str = ""
    kind: str = ""
    # First and last day, or month, or year.
    since: str = ""
    until: str = ""
    # A place, or a state in which places lie.
    place: str = ""
    # An outlet.
    source: str = ""
    # ISO 639-1: told in this language.
    lang: str = ""
    status: str = ""
    # Of a ledger: what came of it.
    state: str = ""
    # "latest" begins with the last day.
    sort: str = ""
    page: int = 1

    @classmethod
    def from_query(cls, query: QueryParams) -> "Filter":
        """Return what an address asks for; what it cannot mean is left out."""

        def plain(given: str) -> str:
            words = " ".join(given[: 2 * MOST_CHARS].split())[:MOST_CHARS]
            return "".join(sign for sign in words if unicodedata.category(sign) not in ("Cc", "Cs"))

        def one(name: str) -> str:
            return plain(query.get(name, ""))

        page = query.get("page", "1")[:6]
        return cls(
            q=one("q"),
            party=tuple(name for given in query.getlist("party")[:MOST_PARTIES] if (name := plain(given))),
            issue=one("issue"),
            kind=one("kind") if one("kind") in [*ActKind] else "",
            since=one("since"),
            until=one("until"),
            place=one("place"),
            source=one("source"),
            lang=one("lang"),
            status=one("status"),
            state=one("state"),
            sort=one("sort"),
            page=max(1, int(page)) if page.isdecimal() else 1,
        )

    def link(self, path: str = "", **changes: Any) -> str:
        """Return the address of a page with this filter, changed; only what is not empty stands in it.

        Args:
            changes: Of the filter, or what the page takes besides.
        """
        held: Mapping[str, Any] = {**asdict(self), "page": 1, **changes}
        pairs: list[tuple[str, str]] = []
        for name, value in held.items():
            for single in value if isinstance(value, tuple) else (value,):
                if single and not (name == "page" and single == 1):
                    pairs.append((name, str(single)))
        return f"{path}?{urlencode(pairs)}" if pairs else path or "?"

    def search(self, **changes: Any) -> str:
        """Return the address at which the acts themselves are listed, with this filter, changed."""
        return self.link("/search", state="", sort="", **changes)

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return replace(self, sort="", page=1) == Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen in the form of a filter."""

    # (id, title), by title.
    issues: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]
    langs: tuple[str, ...]
    # Why what was asked for cannot be found; empty where it can.
    problem: str = ""


def selection_of(view: View, asked: Filter) -> Selection:
    """Return which acts a filter asks for; the words are looked for by who shows them.

    Raises:
        UsageError: A date is none, or nobody, no place or no outlet in the record is called so.
    """
    return Selection(
        kinds=(ActKind(asked.kind),) if asked.kind else (),
        parties=tuple(names_of_party(view, name) for name in asked.party),
        issue=asked.issue,
        status=asked.status,
        places=names_of_place(view, asked.place) if asked.place else frozenset(),
        outlet=_outlet_called(view, asked.source) if asked.source else "",
        lang=asked.lang,
        period=period_of(asked.since, asked.until),
    )


def _outlet_called(view: View, name: str) -> str:
    for outlet in view.outlet_names():
        if outlet.casefold() == name.casefold():
            return outlet
    raise UsageError("no outlet in the record is called so", subject=name)


def period_of(since: str, until: str) -> DateInterval | None:
    """Return the days from the first of `since` to the last of `until`; None where neither is given.

    Raises:
        UsageError: One is no date, or the end lies before the beginning.
    """
    try:
        first = DateInterval.from_iso(since).start if since else FIRST_DAY
        last = DateInterval.from_iso(until).last if until else LAST_DAY
    except ValueError as error:
        raise UsageError(str(error), hint="Write 2024-05-01, or 2024-05") from error
    if last < first:
        raise UsageError("the period ends before it begins", subject=f"{since} to {until}")
    return DateInterval.between(first, last) if since or until else None


def choices_of(view: View, problem: str = "") -> Choices:
    """Return what the record has to choose from."""
    titles = sorted(view.issue_titles().items(), key=lambda one: one[1].casefold())
    return Choices(
        issues=tuple(titles),
        parties=tuple(islice(view.party_names(), MOST_NAMES)),
        places=tuple(islice(view.place_names(), MOST_NAMES)),
        sources=tuple(islice(view.outlet_names(), MOST_NAMES)),
        langs=tuple(lang for lang, _ in view.counts().by_lang),
        problem=problem,
    )


MOST_NAMES = 400
"""So many names are offered for choosing; others can be typed."""


def recent(view: View, selection: Selection, most: int) -> tuple[Selection, str]:
    """Return of a selection so many acts as can be looked at at once, the latest, and from which day on, ISO.

    It is the same, and no day is said, where it has no more.
    """
    kept, first = view.cut(selection, most)
    return kept, "" if first is None else first.isoformat()


def select(view: View, asked: Filter) -> tuple[Selection | None, Choices]:
    """Return which acts are asked for with what can be chosen; None, and why, where it cannot be found."""
    try:
        return selection_of(view, asked), choices_of(view)
    except UsageError as error:
        return None, choices_of(view, str(error))
