"""People judge: what they say is checked, kept, and changes the acts at once."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

from goodoffices.engine.merging import update_acts
from goodoffices.engine.standing import settle
from goodoffices.errors import NotFound, UsageError
from goodoffices.model.judgement import (
    ALWAYS_FILLED,
    JUDGED_FIELDS,
    MAY_LINK,
    ON_PAIRS,
    RULE,
    Anchor,
    Judgement,
    Verdict,
    is_report_id,
    moment_of,
)
from goodoffices.model.report import Report
from goodoffices.record.judgements import JudgementTable
from goodoffices.record.store import Record
from goodoffices.resolving.correcting import corrected, without
from goodoffices.resolving.judged import Judged, withdrawn_of
from goodoffices.resolving.values import PARTY_LIKE, checked, split, value_of, without_side

_TICK = dt.timedelta(microseconds=1)

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """Return the present instant in UTC."""
    return dt.datetime.now(dt.UTC)


def judge(record: Record, *judgements: Judgement, clock: Clock = now) -> tuple[Judgement, ...]:
    """Keep what a person judges, all of it or nothing, and make the acts that it concerns anew.

    A judgement without an instant gets the present one, and never one before what the record already has: who judges
    last has the last word, whatever another desk's clock said. CONFIRM and REJECT of a field get the value that the
    report now shows, CORRECT its value in tidy form, and every judgement what it is about.

    Returns:
        The judgements as they are kept, in their order.

    Raises:
        UsageError: Something is missing or is no judgement: a name, a reason, two reports, a field, a value.
        NotFound: The record has no such report or judgement.
        RecordLocked: Another run is writing.
    """
    kept: list[Judgement] = []
    with record.writer() as writer:
        table = writer.judgement_table()
        judged = settle(writer)
        made = table.of_people().values()
        desk = _Desk(table, judged, made, clock)
        kept.extend(desk.complete(judgement) for judgement in judgements)
        table.add(kept)
        settle(writer)
    update_acts(record)
    return tuple(kept)


class _Desk:
    """Completes judgements one after the other, and refuses those that say nothing."""

    def __init__(self, table: JudgementTable, judged: Judged, made: Iterable[Judgement], clock: Clock) -> None:
        self._table = table
        self._judged = judged
        self._made = {judgement.id: judgement for judgement in made}
        self._latest = max((judgement.moment for judgement in self._made.values()), default=None)
        self._clock = clock
        # Judgements on fields that are not kept yet.
        self._new: dict[str, list[Judgement]] = {}

    def complete(self, judgement: Judgement) -> Judgement:
        """Return the judgement with instant, value and anchors."""
        by, reason = _tidy(judgement.by), _tidy(judgement.reason)
        if not by or by == RULE:
            raise UsageError("a judgement has the name of who judges", subject=judgement.verdict, hint="Give a name")
        if not reason:
            raise UsageError("a judgement has a reason", subject=judgement.verdict, hint="Say why, in a few words")
        if judgement.verdict is Verdict.WITHDRAW:
            judgement = self._withdrawal(judgement)
        elif judgement.verdict in ON_PAIRS or is_report_id(judgement.object):
            judgement = self._on_pair(judgement)
        else:
            judgement = self._on_field(judgement)
        complete = replace(judgement, by=by, reason=reason, score=1.0, at=self._instant(judgement.at))
        self._made[complete.id] = complete
        if complete.object in JUDGED_FIELDS:
            self._new.setdefault(complete.subject, []).append(complete)
        return complete

    def _instant(self, at: str) -> str:
        if at:
            try:
                return moment_of(at).isoformat(timespec="microseconds")
            except ValueError as error:
                hint = "Write 2024-05-11T10:00:00+00:00"
                raise UsageError(f"{at!r} is no instant", subject="at", hint=hint) from error
        moment = self._clock()
        if self._latest is not None and moment <= self._latest:
            moment = self._latest + _TICK
        self._latest = moment
        return moment.isoformat(timespec="microseconds")

    def _withdrawal(self, judgement: Judgement) -> Judgement:
        if judgement.subject not in self._made:
            raise NotFound(
                "no judgement has this id", subject=judgement.subject, hint="`goodoffices judge list` has all"
            )
        if judgement.subject in withdrawn_of(self._made):
            raise UsageError("this judgement is withdrawn already", subject=judgement.subject)
        return replace(judgement, object="", value="", about=())

    def _on_pair(self, judgement: Judgement) -> Judgement:
        if judgement.verdict not in {*ON_PAIRS, *MAY_LINK, Verdict.UNSURE}:
            raise UsageError(f"nobody can {judgement.verdict} two reports", subject=judgement.object)
        one, other = self._report(judgement.subject), self._report(judgement.object)
        if one.id == other.id:
            raise UsageError("this is one and the same report", subject=one.id, hint="Name two")
        kinds = [shown.kind.value for shown in map(self._shown, (one, other))]
        if judgement.verdict is Verdict.SAME and kinds[0] != kinds[1]:
            hint = "Correct the kind of one of them first"
            raise UsageError(f"{one.id} is a {kinds[0]}, {other.id} a {kinds[1]}", subject="same", hint=hint)
        subject, object = sorted((one.id, other.id))
        return replace(
            judgement, subject=subject, object=object, value="", about=(self._anchor(one), self._anchor(other))
        )

    def _on_field(self, judgement: Judgement) -> Judgement:
        report = self._report(judgement.subject)
        field, verdict = judgement.object, judgement.verdict
        if field and field not in JUDGED_FIELDS:
            hint = f"There are {', '.join(JUDGED_FIELDS)}"
            raise UsageError("a report has no such field", subject=field, hint=hint)
        if verdict is Verdict.CORRECT and not field:
            raise UsageError("a correction names a field", subject=report.id, hint="To take it out whole, reject it")
        if verdict is Verdict.REJECT and field in ALWAYS_FILLED:
            raise UsageError("this field is never empty", subject=field, hint="Correct it, or reject the report whole")
        return replace(judgement, value=self._value(judgement, report), about=(self._anchor(report),))

    def _value(self, judgement: Judgement, report: Report) -> str:
        """Return the value that is judged or given."""
        field = judgement.object
        if not field or judgement.verdict is Verdict.UNSURE:
            return ""
        shown = self._shown(report)
        if judgement.verdict is not Verdict.CORRECT:
            return _shown_value(judgement, value_of(shown, field))
        value = checked(field, judgement.value, shown.kind)
        return "; ".join(map(self._with_side, split(value))) if field in PARTY_LIKE else value

    def _with_side(self, party: str) -> str:
        """Return a party with whom it speaks for, where reports of the record know and the reviewer does not say."""
        if party.endswith("]"):
            return party
        side = next(iter(self._table.party_sides(party)), "")
        return f"{party} [{side}]" if side else party

    def _report(self, name: str) -> Report:
        report = self._table.report(name)
        if report is None:
            raise NotFound("the record has no report of this id", subject=name)
        if not self._table.current({name}):
            raise NotFound("this report is set aside: a later version or reading does not give it", subject=name)
        return report

    def _shown(self, report: Report) -> Report:
        """Return a report as people have corrected it so far; one that is rejected, as it was read."""
        so_far = self._judged.corrected(report) or report
        return corrected(so_far, self._new.get(report.id, ()))

    def _anchor(self, report: Report) -> Anchor:
        return Anchor.of(report, self._table.beside(report))


def _shown_value(judgement: Judgement, shown: str) -> str:
    """Return the value that is confirmed or rejected: that which is shown, or of several the one that is named."""
    if not judgement.value or _names(judgement.value) == _names(shown):
        return shown
    if judgement.verdict is Verdict.REJECT and without(shown, judgement.value) != shown:
        return judgement.value
    hint = f"It says {shown!r}" if shown else "It says nothing there"
    raise UsageError(f"{judgement.subject} does not say {judgement.value!r}", subject=judgement.object, hint=hint)


def _names(value: str) -> list[str]:
    return [without_side(part) for part in split(value)]


def _tidy(text: str) -> str:
    return " ".join(text.split())
