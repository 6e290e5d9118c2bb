"""Where accounts differ: every value with who says so; and what only one side's outlets say.

No vote decides: the accounts stand side by side, and none is called right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.following.told import Told
from goodoffices.model.act import Act
from goodoffices.model.identifiers import ReportId
from goodoffices.record.finding import Selection, Telling
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.outlets import Outlets

NOBODY = "nobody named"
"""What reports say that name no mediator, where others name one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value with who gives it."""

    value: str
    outlets: tuple[str, ...]
    # States and bodies on whose side these outlets stand, as far as dossiers know them; sorted.
    sides: tuple[str, ...]
    langs: tuple[str, ...]
    reports: tuple[ReportId, ...]
    # The side whose outlets alone give this value; empty where an outlet stands on another side, none, or is not known.
    only_side: str
    # The language in which alone it is given, where all other accounts are in others; empty otherwise.
    only_lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of one act on which accounts differ."""

    item: Item
    field: str
    # At least two, those of more outlets first.
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSided:
    """An act that only outlets of one side report."""

    item: Item
    side: str


def differences(view: View, selection: Selection) -> Iterator[Difference]:
    """Yield the fields on which accounts differ, by day of the act."""
    items, outlets = Items(view), Outlets(view.outlet_sides())
    for listed in view.find(selection):
        if listed.act.differs:
            item, tellings = items.item(Told.of(listed)), view.tellings_of(listed.act.id)
            for field in listed.act.differs:
                accounts = accounts_of(listed.act, field, tellings, outlets)
                yield Difference(item=item, field=field, accounts=accounts)


def one_sided(view: View, selection: Selection) -> Iterator[OneSided]:
    """Yield the acts that only outlets of one side report, by day."""
    items, outlets = Items(view), Outlets(view.outlet_sides())
    for listed in view.find(selection):
        side = outlets.only_side(view.tellings_of(listed.act.id))
        if side:
            yield OneSided(item=items.item(Told.of(listed)), side=side)


def accounts_of(act: Act, field: str, tellings: Sequence[Telling], outlets: Outlets) -> tuple[Account, ...]:
    """Return every value of a field with who gives it, those of more outlets first."""
    givers = [(value.value, frozenset(value.reports)) for value in act.values if value.field == field]
    if field == "mediators":
        given = frozenset(report for _, reports in givers for report in reports)
        givers.append((NOBODY, frozenset(act.reports) - given))
    held = [(value, [telling for telling in tellings if telling.report in reports]) for value, reports in givers]
    found = [(value, there) for value, there in held if there]
    accounts = [
        _account(value, there, [t for other, ts in found if other != value for t in ts], outlets)
        for value, there in found
    ]
    return tuple(sorted(accounts, key=lambda account: (-len(account.outlets), account.value)))


def _account(value: str, tellings: Sequence[Telling], others: Sequence[Telling], outlets: Outlets) -> Account:
    langs = {telling.lang for telling in tellings}
    is_only_lang = len(langs) == 1 and bool(others) and langs.isdisjoint(telling.lang for telling in others)
    return Account(
        value=value,
        outlets=tuple(sorted({outlets.name(telling) for telling in tellings})),
        sides=tuple(sorted({side for telling in tellings if (side := outlets.side(telling))})),
        langs=tuple(sorted(langs)),
        reports=tuple(sorted({telling.report for telling in tellings})),
        only_side=outlets.only_side(tellings),
        only_lang=next(iter(langs)) if is_only_lang else "",
    )
