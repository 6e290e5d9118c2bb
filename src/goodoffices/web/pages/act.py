"""One act: its status through time, each value with the reports that give it, its links, its quotations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.errors import NotFound
from goodoffices.following.tying import follow, told_by
from goodoffices.model.act import Act
from goodoffices.model.identifiers import ReportId
from goodoffices.model.issue import OTHER
from goodoffices.model.judgement import JUDGED_FIELDS
from goodoffices.record.rows import Sourced
from goodoffices.record.view import View
from goodoffices.views.differences import Account, accounts_of
from goodoffices.views.items import Item, Items, Step
from goodoffices.views.judgement_lines import notes_on
from goodoffices.views.linked import Followed, followed, preceded
from goodoffices.views.outlets import Outlets
from goodoffices.web.families import value_in_words
from goodoffices.web.pages.geography import DrawnMap, small_map
from goodoffices.web.passages import Quote, quote_of

_LEFT_OUT = frozenset({"kind"})
_ORDER = (*JUDGED_FIELDS, "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value of a field."""

    value: str
    # The same as a reader expects it.
    words: str
    # The numbers of the quotations that give it.
    quotes: tuple[int, ...]
    # By how many of the act's reports it is given.
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field with every value that reports give."""

    field: str
    values: tuple[Given, ...]
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A field on which accounts differ."""

    field: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of the act."""

    number: int
    report: ReportId
    modality: str
    speaker: str
    quote: Quote
    # What people said of it, one line each.
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPage:
    """One act."""

    title: str
    item: Item
    country: str
    # None where the place is not named, or nobody knows where it lies.
    map: DrawnMap | None
    history: tuple[Step, ...]
    fields: tuple[Field, ...]
    differences: tuple[Differing, ...]
    before: tuple[Followed, ...]
    after: tuple[Followed, ...]
    accounts: tuple[Telling, ...]
    is_background: bool


def act_page(view: View, name: str) -> ActPage:
    """Return the act of this id, or the one that the report of this id belongs to.

    Raises:
        NotFound: There is none.
        UsageError: Several ids begin so.
    """
    act = _act_named(view, name)
    listed = view.found(act.id)
    if listed is None:
        raise NotFound("nothing in the record has this id", subject=name)
    told, items = told_by(view, listed), Items(view)
    following = follow(view, [told], backwards=True)
    accounts = _accounts(view, act)
    numbers = {account.report: account.number for account in accounts}
    item = items.item(told)
    outlets, tellings = Outlets(view.outlet_sides()), view.tellings_of(act.id)
    return ActPage(
        title=item.sentence,
        item=item,
        country=act.country,
        map=small_map(act.place.partition("; ")[0], act.country) if act.place else None,
        history=items.history(told),
        fields=_fields(act, numbers, items.titles),
        differences=tuple(
            Differing(field=field, accounts=accounts_of(act, field, tellings, outlets)) for field in act.differs
        ),
        before=preceded(following.before(act.id), following, items),
        after=followed(following.after(act.id), following, items),
        accounts=accounts,
        is_background=act.is_background,
    )


def _act_named(view: View, name: str) -> Act:
    if not name.startswith("r"):
        return view.act(name)
    report = view.report(name).report.id
    act = view.act_of(report)
    if act is None:
        notes = notes_on(report, view.settled_judgements([report]))
        why = f"rejected by {notes[-1]}" if notes else "set aside: a later version or reading does not give it"
        raise NotFound(f"this report makes no act, it is {why}", subject=name)
    return act


def _accounts(view: View, act: Act) -> tuple[Telling, ...]:
    settled = tuple(view.settled_judgements(act.reports))
    texts: dict[int, str] = {}
    found = []
    for number, sourced in enumerate(view.reports_of(act.id), 1):
        key = sourced.article.key
        if key not in texts:
            texts[key] = view.text(sourced.article)
        found.append(_account(number, sourced, texts[key], tuple(notes_on(sourced.report.id, settled))))
    return tuple(found)


def _account(number: int, sourced: Sourced, text: str, notes: tuple[str, ...]) -> Telling:
    report = sourced.report
    return Telling(
        number=number,
        report=report.id,
        modality=report.modality.value,
        speaker=report.speaker.value if report.speaker else "",
        quote=quote_of(sourced, text),
        notes=notes,
    )


def _fields(act: Act, numbers: Mapping[ReportId, int], titles: Mapping[str, str]) -> tuple[Field, ...]:
    by_field: dict[str, list[Given]] = {}
    for value in act.values:
        if value.field not in _LEFT_OUT and value.value and (value.field, value.value) != ("issue", OTHER):
            given = Given(
                value=value.value,
                words=value_in_words(value.field, value.value, titles),
                quotes=_numbers(value.reports, numbers),
                count=len(value.reports),
            )
            by_field.setdefault(value.field, []).append(given)
    ordered = sorted(by_field, key=lambda field: _ORDER.index(field) if field in _ORDER else len(_ORDER))
    return tuple(
        Field(
            field=field,
            values=tuple(sorted(by_field[field], key=lambda given: -given.count)),
            differs=field in act.differs,
        )
        for field in ordered
    )


def _numbers(reports: Sequence[ReportId], numbers: Mapping[ReportId, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[report] for report in reports if report in numbers}))
