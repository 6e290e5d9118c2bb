"""Acts of a record with what followed from them: what each view that follows acts begins with."""

import datetime as dt
from collections.abc import Iterable, Sequence

from goodoffices.following.link_rules import LinkKind
from goodoffices.following.links import Link, Links, judged
from goodoffices.following.told import Told
from goodoffices.following.verdicts import link_verdicts
from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import ActId, ReportId
from goodoffices.model.judgement import MAY_LINK, Judgement, is_report_id
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.view import View


def told_of(view: View, selection: Selection) -> list[Told]:
    """Return the acts that are asked for, by day, kind and id; predictions with what their words tell of."""
    return [told_by(view, listed) for listed in view.find(selection)]


def told_by(view: View, listed: Listed) -> Told:
    """Return what was found, as following sees it; a prediction with what its words tell of."""
    if listed.act.kind is not ActKind.PREDICTION:
        return Told.of(listed)
    beside = (view.found(other) for other in view.told_beside(listed.act.id))
    return Told.of(listed, beside=[Told.of(one) for one in beside if one is not None])


class _Known:
    """The acts of a record as following sees them, each looked up once."""

    def __init__(self, view: View, chosen: Iterable[Told]) -> None:
        self._view = view
        self._known = {told.id: told for told in chosen}

    def __call__(self, act: ActId) -> Told:
        """Return an act that stands at the end of a link."""
        if act not in self._known:
            listed = self._view.found(act)
            assert listed is not None
            self._known[act] = told_by(self._view, listed)
        return self._known[act]


def follow(view: View, chosen: Sequence[Told], *, backwards: bool = False, until: dt.date | None = None) -> Links:
    """Return what followed from these acts, as the record keeps it, and what people say of it.

    Args:
        backwards: Also from what they themselves followed.
        until: What neither happened nor was told by that day is left out; None for no end.
    """
    told, ours = _Known(view, chosen), [one.id for one in chosen]
    rows = view.links_of(ours, ours if backwards else ())
    links = (
        Link(kind=LinkKind(row.kind), first=row.first, then=row.later, reason=row.reason, confidence=row.confidence)
        for row in rows
    )
    kept = judged(links, told, _verdicts(view, chosen))
    return Links((link for link in kept if until is None or _is_known_by(told(link.then), until)), told)


def _is_known_by(told: Told, day: dt.date) -> bool:
    days = [one for one in (told.first_day, told.reported_on) if one is not None]
    return not days or min(days) <= day


def _verdicts(view: View, chosen: Sequence[Told]) -> dict[frozenset[ActId], Judgement]:
    """Return the last word of people on each pair of acts of which these are one."""
    reports = [report for told in chosen for report in told.act.reports]
    settled = [
        one
        for one in view.settled_judgements(reports)
        if one.judgement.verdict in MAY_LINK and is_report_id(one.object)
    ]
    ends = {name for one in settled for name in (one.subject, one.object)}
    acts = {name: view.act_of(ReportId(name)) for name in sorted(ends)}
    return link_verdicts(settled, {name: act.id for name, act in acts.items() if act is not None})
