"""On which fields the accounts of one act contradict each other.

Saying less is no contradiction: "in May" beside 10 May, Kazakhstan beside Almaty, a report that names no mediator
beside one that does. Saying that there was none is.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from goodoffices.model.dates import DateInterval
from goodoffices.model.report import Filler, Report
from goodoffices.resolving.outline import CountryOf

T = TypeVar("T")

COUNTED = ("quantity", "casualties", "deadline", "level")
"""Further fields whose values contradict each other wherever they differ."""

DIRECT = "bilateral"
"""The format of talks that are told as held without anyone between the parties."""


def differing_fields(reports: Sequence[Report], country_of: CountryOf) -> tuple[str, ...]:
    """Return the names of the fields on which the reports, all of one act, contradict each other; sorted."""
    checks: dict[str, bool] = {
        "date": _any_pair((r.on.interval for r in reports if r.on), _dates_differ),
        "place": _any_pair((r.place.value for r in reports if r.place), lambda a, b: _places_differ(a, b, country_of)),
        "host": _any_pair((_side(r.host) for r in reports if r.host), str.__ne__),
        "mediators": _mediators_differ(reports),
    }
    for field in COUNTED:
        checks[field] = len({detail.value for r in reports if (detail := r.detail(field))}) > 1
    return tuple(sorted(field for field, differs in checks.items() if differs))


def _any_pair(values: Iterable[T], differ: Callable[[T, T], bool]) -> bool:
    return any(differ(one, other) for one, other in combinations(set(values), 2))


def _dates_differ(one: DateInterval, other: DateInterval) -> bool:
    return not (one.within(other) or other.within(one))


def _places_differ(one: str, other: str, country_of: CountryOf) -> bool:
    """Return whether no place of the one is, holds or lies in a place of the other."""
    ours, theirs = ({name.strip() for name in value.split(";")} for value in (one, other))
    wider = ours | {country_of(name) for name in ours}
    return not (ours & theirs or wider & theirs or {country_of(name) for name in theirs} & ours)


def _mediators_differ(reports: Sequence[Report]) -> bool:
    """Return whether reports name mediators of whom none is the same, or one says that the parties met without any."""
    named = [{_side(filler) for filler in report.mediators} for report in reports if report.mediators]
    is_direct = any(
        not report.mediators and (format_of := report.detail("format")) and format_of.value == DIRECT
        for report in reports
    )
    return bool(named) and (is_direct or any(not one & other for one, other in combinations(named, 2)))


def _side(filler: Filler) -> str:
    return filler.stands_for or filler.value
