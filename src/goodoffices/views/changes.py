"""What changed between two dates, by what was published between them: new acts, new statuses, new differences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from goodoffices.following.told import Told
from goodoffices.model.act import Act
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ReportId
from goodoffices.record.finding import Selection, Telling
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items


class ChangeKind(StrEnum):
    """What is new."""

    ACT = "new act"
    STATUS = "new status"
    DIFFERENCE = "new difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that was not known before the first date and is reported until the second."""

    kind: ChangeKind
    item: Item
    # "status", or the field on which accounts differ; empty for a new act.
    field: str
    # What earlier reports gave.
    before: tuple[str, ...]
    # What is new; for a new act its status, if it has one.
    now: tuple[str, ...]
    # When a report first said so, ISO.
    reported: str
    reports: tuple[ReportId, ...]


def changes(view: View, selection: Selection, between: DateInterval) -> Iterator[Change]:
    """Yield what is new by the reports published in these days, by the day of the act.

    What was published later does not count, and what has no date of publication is neither old nor new.
    """
    items = Items(view)
    for listed in view.find(replace(selection, period=None, published=between)):
        tellings = view.tellings_of(listed.act.id)
        before = [t for t in tellings if t.published is not None and t.published.before(between)]
        now = [t for t in tellings if t.published is not None and t.published.overlaps(between)]
        item = items.item(Told.of(listed))
        if not before:
            statuses = _values(listed.act, "status", now)
            yield _change(ChangeKind.ACT, item, now, field="", before=(), now=statuses)
        else:
            yield from _news(listed.act, item, before, now)


def _news(act: Act, item: Item, before: Sequence[Telling], now: Sequence[Telling]) -> Iterator[Change]:
    """Yield what the later reports of a known act add: statuses, and values that earlier ones contradict."""
    for field in ("status", *(field for field in act.differs if field != "status")):
        known, given = _values(act, field, before), _values(act, field, now)
        new = tuple(value for value in given if value not in known)
        if new and (field == "status" or known or len(new) > 1):
            kind = ChangeKind.STATUS if field == "status" else ChangeKind.DIFFERENCE
            givers = {
                report
                for value in act.values
                if value.field == field and value.value in new
                for report in value.reports
            }
            by = [telling for telling in now if telling.report in givers]
            yield _change(kind, item, by, field=field, before=known, now=new)


def _values(act: Act, field: str, tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Return the values of a field that these reports give, in the order of the act's values."""
    reports = {telling.report for telling in tellings}
    return tuple(value.value for value in act.values if value.field == field and not reports.isdisjoint(value.reports))


def _change(kind: ChangeKind, item: Item, by: Sequence[Telling], **news: Any) -> Change:
    return Change(
        kind=kind,
        item=item,
        **news,
        reported=min((telling.published.to_iso() for telling in by if telling.published), default=""),
        reports=tuple(sorted({telling.report for telling in by})),
    )
