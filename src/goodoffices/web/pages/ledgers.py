"""The ledgers: what was offered, promised, demanded, foretold, agreed, and what came of it, line by line."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from goodoffices.record.finding import Selection
from goodoffices.record.view import View
from goodoffices.views.agreements import agreements
from goodoffices.views.commitments import commitments
from goodoffices.views.demands import demands
from goodoffices.views.differences import Account, differences, one_sided
from goodoffices.views.figures import figures
from goodoffices.views.items import Item
from goodoffices.views.linked import Followed
from goodoffices.views.meetings import meetings
from goodoffices.views.offers import offers
from goodoffices.views.predictions import predictions
from goodoffices.views.tracks import tracks
from goodoffices.web.asked import Choices, Filter, select
from goodoffices.web.families import field_title, plain

ON_PAGE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of a ledger."""

    item: Item
    # What came of it, or what it is about; the word by which a ledger is filtered.
    state: str
    # A heading of its own, where the act's sentence is not the whole: a document, a counted thing.
    heading: str = ""
    # (title, words), only what is known.
    facts: tuple[tuple[str, str], ...] = ()
    # Other acts of the same entry, by day: stages of a document.
    stages: tuple[Item, ...] = ()
    # What it came from, and what came of it.
    before: tuple[Followed, ...] = ()
    after: tuple[Followed, ...] = ()
    # Where accounts differ: the values side by side.
    accounts: tuple[Account, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """One ledger."""

    title: str
    key: str
    lead: str
    asked: Filter
    choices: Choices
    # (state, how many), the most first; before the state itself is chosen.
    states: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    count: int
    pages: int


def _known(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((title, words) for title, words in facts if words)


def _offers(view: View, selection: Selection) -> Iterator[Line]:
    for one in offers(view, selection):
        waiting = "" if one.waiting_days is None else f"{one.waiting_days} days"
        answers = "; ".join(f"{answer.party}: {answer.answer}" for answer in one.answers)
        facts = _known(("Answers", answers), ("Silent", ", ".join(one.silent)), ("Waiting for", waiting))
        yield Line(item=one.item, state=one.state.value, facts=facts, after=one.outcomes)


def _commitments(view: View, selection: Selection) -> Iterator[Line]:
    for one in commitments(view, selection):
        overdue = "" if one.overdue_days is None else f"by {one.overdue_days} days"
        facts = _known(("By", ", ".join(one.by)), ("Deadline", one.deadline), ("Overdue", overdue))
        yield Line(item=one.item, state=one.state.value, facts=facts, after=one.outcomes)


def _demands(view: View, selection: Selection) -> Iterator[Line]:
    for one in demands(view, selection):
        facts = _known(("Of", ", ".join(one.of)), ("Strength", plain(one.strength)), ("Deadline", one.deadline))
        yield Line(item=one.item, state=one.state.value, facts=facts, after=(*one.replies, *one.repetitions))


def _predictions(view: View, selection: Selection) -> Iterator[Line]:
    for one in predictions(view, selection).predictions:
        facts = _known(("Deadline", one.deadline), ("Condition", one.condition), ("Why", one.reason))
        yield Line(item=one.item, state=one.state.value, facts=facts, after=one.came)


def _agreements(view: View, selection: Selection) -> Iterator[Line]:
    for one in agreements(view, selection):
        facts = _known(("Parties", ", ".join(one.parties)))
        stages = one.stages if len(one.stages) > 1 else ()
        yield Line(
            item=one.stages[-1], state=one.state, heading=one.document, facts=facts, stages=stages, after=one.against
        )


def _meetings(view: View, selection: Selection) -> Iterator[Line]:
    for one in meetings(view, selection):
        facts = _known(
            ("Mediator", ", ".join(one.mediators)), ("Host", one.host), ("Level", plain(one.level)),
            ("Format", plain(one.format)), ("On the sidelines of", one.sidelines_of),
        )  # fmt: skip
        yield Line(item=one.item, state=one.item.status, facts=facts, before=one.came_from, after=one.came_to)


def _differences(view: View, selection: Selection) -> Iterator[Line]:
    for one in differences(view, selection):
        yield Line(item=one.item, state=field_title(one.field).lower(), field=one.field, accounts=one.accounts)


def _one_sided(view: View, selection: Selection) -> Iterator[Line]:
    for one in one_sided(view, selection):
        yield Line(item=one.item, state=one.side)


def _figures(view: View, selection: Selection) -> Iterator[Line]:
    for one in figures(view, selection):
        for figure in one.figures:
            said = _known(("Parties", ", ".join(one.parties)), ("Said by", ", ".join(figure.said_by)))
            for item in figure.items:
                yield Line(item=item, state=one.thing, heading=figure.value, facts=said)


def _tracks(view: View, selection: Selection) -> Iterator[Line]:
    for one in tracks(view, selection):
        for part in one.parts:
            between = ", ".join(one.parties)
            yield Line(item=part.item, state=one.third_party, facts=_known(("As", part.role), ("Between", between)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """How one ledger is made."""

    title: str
    # What it tells, in a sentence.
    lead: str
    lines: Callable[[View, Selection], Iterable[Line]]


LEDGERS: dict[str, Ledger] = {
    "meetings": Ledger(
        title="Meetings", lead="Meetings, calls and visits; what led to them and what they came to.", lines=_meetings
    ),
    "offers": Ledger(title="Offers", lead="Offers and invitations, and what became of them.", lines=_offers),
    "agreements": Ledger(
        title="Agreements", lead="Each document through its stages, and what stands against it.", lines=_agreements
    ),
    "commitments": Ledger(
        title="Commitments", lead="What was undertaken: fulfilled, broken, overdue or open.", lines=_commitments
    ),
    "demands": Ledger(title="Demands", lead="Demands and appeals, and the replies to them.", lines=_demands),
    "predictions": Ledger(
        title="Predictions", lead="What was expected, and whether the record has it.", lines=_predictions
    ),
    "tracks": Ledger(
        title="Tracks", lead="What third parties mediate, host and offer. Mediator and host are kept apart.",
        lines=_tracks,
    ),
    "differences": Ledger(
        title="Differences", lead="Where accounts differ, side by side. None is called right.", lines=_differences
    ),
    "one-sided": Ledger(
        title="One side alone", lead="What only outlets of one side report, as far as sides are known.",
        lines=_one_sided,
    ),
    "figures": Ledger(
        title="Figures", lead="Different figures that reports give for the same things.", lines=_figures
    ),
}  # fmt: skip
"""The ledgers by the word in their address."""


def ledger_page(view: View, key: str, asked: Filter) -> LedgerPage:
    """Return one ledger, the latest entries first unless the filter says otherwise."""
    ledger = LEDGERS[key]
    selection, choices = select(view, replace(asked, kind=""))
    lines = list(ledger.lines(view, selection)) if selection is not None else []
    states = Counter(line.state for line in lines if line.state)
    if asked.state:
        lines = [line for line in lines if line.state == asked.state]
    if key != "figures":
        lines.sort(key=lambda line: (line.item.day or "0", line.item.act), reverse=asked.sort != "first")
    start = (asked.page - 1) * ON_PAGE
    return LedgerPage(
        title=ledger.title,
        key=key,
        lead=ledger.lead,
        asked=asked,
        choices=choices,
        states=tuple(states.most_common()),
        lines=tuple(lines[start : start + ON_PAGE]),
        count=len(lines),
        pages=max(1, -(-len(lines) // ON_PAGE)),
    )
