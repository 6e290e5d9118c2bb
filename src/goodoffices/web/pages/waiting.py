"""What waits for a person's judgement, topic by topic, where it matters most first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from goodoffices.model.act import Act, ActKind, Modality
from goodoffices.model.judgement import Standing
from goodoffices.model.report import Filler
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.judgements import Settled
from goodoffices.record.rows import Sourced
from goodoffices.record.view import View
from goodoffices.views.differences import Account, differences

DOUBTFUL = 0.9
"""A merge with a lower score than this is looked at by a person."""

LOOSE = 0.7
"""A link of which the rules are less sure than this is looked at by a person."""

MOST = 40
"""So many of one topic are looked up."""

WEIGHTY = (
    ActKind.AGREEMENT, ActKind.TERRITORY_TRANSFER, ActKind.MEETING, ActKind.COMMITMENT, ActKind.CONSENT,
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.REFUSAL, ActKind.HOSTILITY, ActKind.DEPLOYMENT,
)  # fmt: skip
"""Kinds of act by which a process is judged."""

_BETWEEN = frozenset({ActKind.AGREEMENT, ActKind.MEETING, ActKind.CALL})
_LOOKED_AT = 2 * MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that waits."""

    act: str
    # The two reports of a merge, the two acts of a link; empty for all else.
    one: str = ""
    other: str = ""
    # The field on which accounts differ; empty for all else.
    field: str = ""
    accounts: tuple[Account, ...] = ()
    # Why the rules decided as they did, or what speaks against it.
    reason: str = ""


class _Judged:
    """What people have said already, and so need not be asked."""

    def __init__(self, settled: Iterable[Settled]) -> None:
        standing = [one for one in settled if one.standing is Standing.STANDS]
        self.pairs = {frozenset((one.subject, one.object)) for one in standing}
        self.fields = {(one.subject, one.judgement.object) for one in standing if not one.judgement.is_on_pair}

    def is_read(self, act: Act) -> bool:
        """Return whether each report of an act was judged as a whole."""
        return all((report, "") in self.fields for report in act.reports)


class Waiting:
    """The queues of one record."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._judged = _Judged(view.settled_judgements())

    def merges(self) -> Iterator[Case]:
        """Yield the pairs that rules took for one act without being sure, the least sure first."""
        for one, other, score, reason in self._view.merged_below(DOUBTFUL):
            if frozenset((one, other)) in self._judged.pairs:
                continue
            act = self._view.act_of(one)
            if act is not None and other in act.reports:
                yield Case(act=act.id, one=one, other=other, reason=f"{score:.2f}: {reason}")

    def unsure(self) -> Iterator[Case]:
        """Yield the acts that were read with gaps, those with most of them first, of these the latest."""
        found = []
        for age, listed in enumerate(self._latest(WEIGHTY)):
            if not self._judged.is_read(listed.act):
                gaps = gaps_in(listed.act, self._view.reports_of(listed.act.id))
                if gaps:
                    found.append((-len(gaps), age, Case(act=listed.act.id, reason="; ".join(gaps))))
        return (case for _, _, case in sorted(found, key=lambda one: one[:2]))

    def single(self) -> Iterator[Case]:
        """Yield the acts that one article alone tells of, by the weight of their kinds, of these the latest."""
        for kind in WEIGHTY:
            for listed in self._latest((kind,)):
                if len(listed.articles) == 1 and not self._judged.is_read(listed.act):
                    yield Case(act=listed.act.id)

    def differences(self) -> Iterator[Case]:
        """Yield the fields on which accounts differ, the latest first."""
        fields = self._view.tally_differences(Selection())
        found = [
            one for field in sorted(fields) for one in differences(self._view, Selection(differs=field, latest=MOST))
            if one.field == field
        ]  # fmt: skip
        for one in sorted(found, key=lambda one: (one.item.day, one.item.act, one.field), reverse=True):
            if not any((report, one.field) in self._judged.fields for report in one.item.reports):
                yield Case(act=one.item.act, field=one.field, accounts=one.accounts)

    def links(self) -> Iterator[Case]:
        """Yield the links between acts of which the rules are not sure, the least sure first."""
        for row in self._view.links_below(LOOSE):
            first, later = self._view.act(row.first), self._view.act(row.later)
            # A link is judged by way of one report of each act.
            if not any(
                frozenset((one, other)) in self._judged.pairs for one in first.reports for other in later.reports
            ):
                yield Case(act=later.id, one=first.id, other=later.id, reason=f"{row.confidence:.2f}: {row.reason}")

    def _latest(self, kinds: Sequence[ActKind]) -> list[Listed]:
        return list(self._view.find(Selection(kinds=tuple(kinds), latest=_LOOKED_AT)))[::-1]


def gaps_in(act: Act, sourced: Sequence[Sourced]) -> tuple[str, ...]:
    """Return what speaks against a reading, in words; none where it stands on what its own words name."""
    return tuple(islice(_gaps(act, sourced), 5))


def _gaps(act: Act, sourced: Sequence[Sourced]) -> Iterator[str]:
    named = {*act.actors, *act.targets, *act.mediators}
    if not act.actors:
        yield "nobody is named who did it"
    elif act.kind in _BETWEEN and len(named) < 2:
        yield "one side alone is named of what takes two"
    elif all(_is_from_elsewhere(one, one.report.actors) for one in sourced):
        yield "who did it stands in another sentence"
    if act.modality in (Modality.POSSIBLE, Modality.CONDITIONAL):
        yield f"it is put as {act.modality.value}"
    if act.happened_on is None and not any(one.article.published for one in sourced):
        yield "neither it nor any article has a date"
    elif act.happened_on is not None and (act.happened_on.end - act.happened_on.start).days > _LONG_DAYS:
        yield "its date is known but roughly"
    if len(sourced) == 1 and act.is_background:
        yield "it is told in passing, and once"


_LONG_DAYS = 31


def _is_from_elsewhere(sourced: Sourced, fillers: Iterable[Filler]) -> bool:
    """Return whether none of these was read from the words of the report itself."""
    window = sourced.report.evidence.span
    return not any(span.overlaps(window) for filler in fillers for span in filler.spans)
