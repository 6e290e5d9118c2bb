"""What of a report decides which act it belongs to, and nothing else: small enough to hold those of a whole kind."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId, ReportId
from goodoffices.model.issue import OTHER
from goodoffices.model.report import Filler, Report

CountryOf = Callable[[str], str]
"""Gives the state in which a place lies, by English names; the state itself for a state; empty where unknown."""

HolderOf = Callable[[str, str, DateInterval], str]
"""Gives who held a post, by its key, of a state or body all through some days, by English names; empty if unknown."""

TOGETHER = frozenset({ActKind.MEETING, ActKind.CALL, ActKind.AGREEMENT})
"""The kinds that parties do with one another: there is no first and second side, and who mediates is no party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One report, as comparison sees it."""

    id: ReportId
    article: ArticleId
    kind: ActKind
    status: str
    is_denied: bool
    # Whom the act is by, as states and bodies; for kinds done together, all who take part but do not mediate.
    parties: frozenset[str]
    # To whom it is addressed, as states and bodies; empty for kinds done together.
    addressees: frozenset[str]
    # (state, person) for each person who is named as acting for a state.
    persons: frozenset[tuple[str, str]]
    # Cities and the like; empty where only a state or nothing is named.
    towns: frozenset[str]
    # The states of the places, as far as they are known.
    countries: frozenset[str]
    # None where the report gives no date.
    on: DateInterval | None
    # None where the source gives no date.
    published: DateInterval | None
    # Empty where it concerns none of the dossier's.
    issue: str
    # The words of its name, with blanks between; empty where none is named.
    document: str
    # ISO 639-1 of the report: names of documents say nothing across languages.
    lang: str = ""
    # What it counts, "villages" of "4 villages"; empty where it counts nothing.
    counted: str = ""


def outline(
    report: Report, published: DateInterval | None, country_of: CountryOf, holder_of: HolderOf = lambda *_: ""
) -> Outline:
    """Return what of a report decides which act it belongs to.

    An office that a report names without its holder stands for who held it on the day of the act, or where no day is
    given, of publication.
    """
    mediators = _sides(report.mediators)
    actors, targets = _sides(report.actors), _sides(report.targets)
    if report.kind in TOGETHER:
        everyone = actors | targets
        # Who sits in as a third party is no party; where all would be gone, all stay.
        actors, targets = (everyone - mediators) or everyone, frozenset()
    towns, countries = _places(report.place, country_of)
    document = report.detail("document")
    return Outline(
        id=report.id,
        article=report.article,
        kind=report.kind,
        status=report.status,
        is_denied=report.modality is Modality.DENIED,
        parties=actors,
        addressees=targets,
        persons=_persons(report, published, holder_of),
        towns=towns,
        countries=countries,
        on=report.on.interval if report.on else None,
        published=published,
        issue=report.issue.value if report.issue and report.issue.value != OTHER else "",
        document=_words(document.value) if document else "",
        lang=report.lang if document else "",
        counted=_counted(report.detail("quantity")),
    )


def _counted(quantity: Filler | None) -> str:
    number, _, thing = quantity.value.partition(" ") if quantity else ("", "", "")
    return thing if number.isdecimal() else ""


def _sides(fillers: Iterable[Filler]) -> frozenset[str]:
    return frozenset(filler.stands_for or filler.value for filler in fillers)


def _persons(report: Report, published: DateInterval | None, holder_of: HolderOf) -> frozenset[tuple[str, str]]:
    """Return (state, person) for each person who acts for a state, by name or by an office that only one can hold."""
    on = report.on.interval if report.on else published
    persons = set()
    for filler in (*report.actors, *report.targets, *report.mediators):
        if filler.stands_for:
            persons.add((filler.stands_for, filler.value))
        elif filler.post and on is not None and (holder := holder_of(filler.post, filler.value, on)):
            persons.add((filler.value, holder))
    return frozenset(persons)


def _words(name: str) -> str:
    """Return the words of a document's name, with blanks between."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def _parts(name: str) -> list[str]:
    """Return the parts of a place that is named with what it lies in: "White House, Washington"."""
    return [part for part in map(str.strip, name.split(",")) if part]


def _places(place: Filler | None, country_of: CountryOf) -> tuple[frozenset[str], frozenset[str]]:
    """Return the towns of a place, of which there may be several with semicolons between, and all their states."""
    names = [part for name in place.value.split(";") for part in _parts(name)] if place else []
    countries = {name: country_of(name) for name in names}
    return (
        frozenset(name for name, country in countries.items() if name != country),
        frozenset(country for country in countries.values() if country),
    )
