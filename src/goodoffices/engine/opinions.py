"""What a person says of acts and reports, as judgements on reports: an act stands for all its reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from goodoffices.errors import NotFound, UsageError
from goodoffices.model.act import Act
from goodoffices.model.judgement import JUDGED_FIELDS, MAY_LINK, Judgement, Verdict
from goodoffices.model.report import PARTY_FIELDS
from goodoffices.record.view import View
from goodoffices.resolving.values import PARTY_LIKE, split, without_side

MOST_PAIRS = 10_000
"""Two acts with more pairs of reports than these are judged report by report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one person says, and why."""

    by: str
    reason: str

    def on_pair(self, view: View, verdict: Verdict, one: str, other: str) -> list[Judgement]:
        """Return the judgements that the acts or reports of these names are the same, different, or nobody can tell.

        DIFFERENT and UNSURE on an act and one of its own reports set the report against the others.

        Raises:
            NotFound: There is no such act or report, or it is set aside.
            UsageError: A name begins several ids, both mean the same, or there are too many pairs.
        """
        first, second = reports_named(view, one), reports_named(view, other)
        if set(first) == set(second):
            raise UsageError(
                "these are one and the same", subject=f"{one} {other}", hint="Name two acts or two reports"
            )
        if verdict is Verdict.SAME:
            smallest, *others = sorted({*first, *second})
            pairs = [(smallest, report) for report in others]
        else:
            shared = set(first) & set(second)
            smaller, larger = sorted((first, second), key=len)
            pairs = list(product(smaller, (report for report in larger if report not in shared)))
        if len(pairs) > MOST_PAIRS:
            raise UsageError(f"that is {len(pairs)} pairs of reports", subject=f"{one} {other}", hint="Name reports")
        return [self._said(verdict, *sorted(pair)) for pair in pairs]

    def on_link(self, view: View, verdict: Verdict, one: str, other: str) -> list[Judgement]:
        """Return the judgement that the link between the acts of these names, or of these reports, is right or wrong.

        Raises:
            NotFound: There is no such act or report, or it is set aside.
            UsageError: A name begins several ids, or both are of one act.
        """
        assert verdict in MAY_LINK
        first, second = min(reports_named(view, one)), min(reports_named(view, other))
        acts = [act.id for report in (first, second) if (act := view.act_of(view.report(report).report.id))]
        if first == second or len(set(acts)) == 1 < len(acts):
            raise UsageError("these are one act", subject=f"{one} {other}", hint="A link leads from one act to another")
        return [self._said(verdict, *sorted((first, second)))]

    def on_field(self, view: View, verdict: Verdict, name: str, field: str = "", value: str = "") -> list[Judgement]:
        """Return the judgements on a field of an act's reports or of a report, or on these as a whole.

        To confirm or reject a field of an act concerns the reports that give the value which the act shows, or `value`.

        Raises:
            NotFound: There is no such act or report, or it is set aside.
            UsageError: A name begins several ids, or there is no such field or value.
        """
        if field and field not in JUDGED_FIELDS:
            hint = f"There are {', '.join(JUDGED_FIELDS)}"
            raise UsageError("a report has no such field", subject=field, hint=hint)
        reports: Sequence[str] = reports_named(view, name)
        if field and verdict in MAY_LINK and not name.startswith("r"):
            reports = givers(view.act(name), field, value)
        return [self._said(verdict, report, field, value) for report in reports]

    def on_judgement(self, view: View, name: str) -> list[Judgement]:
        """Return the judgement that withdraws another, which is named by its id or enough of its beginning.

        Raises:
            NotFound: There is none.
            UsageError: Several ids begin so.
        """
        ids = [judgement.id for judgement in view.judgements_of_people()]
        found = [one for one in ids if name and one.startswith(name)]
        if not found:
            raise NotFound("no judgement has this id", subject=name, hint="`goodoffices judge list` has all")
        if len(found) > 1 and name not in found:
            raise UsageError("several ids begin so", subject=name, hint="Give more of its digits")
        return [self._said(Verdict.WITHDRAW, found[0])]

    def _said(self, verdict: Verdict, subject: str, object: str = "", value: str = "") -> Judgement:
        return Judgement(
            verdict=verdict, subject=subject, object=object, value=value, by=self.by, reason=self.reason, score=1.0
        )


def reports_named(view: View, name: str) -> tuple[str, ...]:
    """Return the ids of an act's reports, or that of a report, by an id or enough of its beginning.

    Raises:
        NotFound: There is neither.
        UsageError: Several ids begin so.
    """
    if name.startswith("r"):
        return (view.report(name).report.id,)
    return tuple(view.act(name).reports)


def givers(act: Act, field: str, value: str = "") -> tuple[str, ...]:
    """Return the ids of the act's reports that give a value of a field: that which the act shows where none is named.

    Raises:
        UsageError: None gives it, or reports differ on a field of which the act shows no value.
    """
    if field == "kind":
        return tuple(act.reports)
    given = {told.value: told.reports for told in act.values if told.field == field}
    if not given:
        raise UsageError(f"no report of {act.id} says anything there", subject=field)
    wanted = [without_side(part) for part in split(value)] if field in PARTY_LIKE else [value]
    if not value:
        wanted = list(given) if field in PARTY_FIELDS else [_shown(act, field, tuple(given))]
    found = {report for one in wanted for report in given.get(one, ())}
    if not found:
        raise UsageError(f"no report of {act.id} says {value!r}", subject=field, hint=f"They say {'; '.join(given)}")
    return tuple(sorted(found))


def _shown(act: Act, field: str, given: tuple[str, ...]) -> str:
    shown = str(act.happened_on or "") if field == "date" else str(getattr(act, field, ""))
    if shown in given:
        return shown
    if len(given) > 1:
        hint = f"Name the value: {'; '.join(given)}"
        raise UsageError(f"the reports of {act.id} differ there", subject=field, hint=hint)
    return given[0]
