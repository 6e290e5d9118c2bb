"""The ledgers: what was offered, promised, demanded, foretold, agreed, and what came of it, line by line."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from goodoffices.record.finding import Selection
from goodoffices.record.selection import ANY
from goodoffices.record.view import View
from goodoffices.views.agreements import KINDS as AGREEMENTS
from goodoffices.views.agreements import agreements
from goodoffices.views.commitments import KINDS as COMMITMENTS
from goodoffices.views.commitments import commitments
from goodoffices.views.demands import KINDS as DEMANDS
from goodoffices.views.demands import demands
from goodoffices.views.differences import Account, differences, one_sided
from goodoffices.views.figures import figures
from goodoffices.views.items import Item
from goodoffices.views.linked import Followed
from goodoffices.views.meetings import KINDS as MEETINGS
from goodoffices.views.meetings import meetings
from goodoffices.views.offers import KINDS as OFFERS
from goodoffices.views.offers import offers
from goodoffices.views.predictions import KINDS as PREDICTIONS
from goodoffices.views.predictions import predictions
from goodoffices.views.tracks import GATHERINGS, tracks
from goodoffices.views.tracks import OFFERS as THIRD_OFFERS
from goodoffices.web.asked import Choices, Filter, recent, select
from goodoffices.web.families import field_title, plain

ON_PAGE = 25
MOST_ACTS = 80
"""So many are looked at where entries are made from several acts."""


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
    # The first day looked at where the record is too large to look at all of it, ISO; empty elsewhere.
    only_since: str
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


_COUNTED = {
    "meetings": MEETINGS, "offers": OFFERS, "commitments": COMMITMENTS, "demands": DEMANDS, "predictions": PREDICTIONS,
}  # fmt: skip
"""The ledgers of which each entry is an act of these kinds."""

_KINDS = {"agreements": AGREEMENTS, "tracks": (*GATHERINGS, *THIRD_OFFERS)}


def ledger_page(view: View, key: str, asked: Filter) -> LedgerPage:
    """Return one ledger, the latest entries first unless the filter says otherwise."""
    selection, choices = select(view, replace(asked, kind=""))
    made = _Made()
    if selection is not None:
        paged = key in _COUNTED or key == "differences"
        made = _paged(view, key, selection, asked) if paged else _looked_through(view, key, selection, asked)
    if key != "figures":
        made.lines.sort(key=lambda line: (line.item.day or "0", line.item.act), reverse=asked.sort != "first")
    return LedgerPage(
        title=LEDGERS[key].title,
        key=key,
        lead=LEDGERS[key].lead,
        asked=asked,
        choices=choices,
        only_since=made.only_since,
        states=made.states,
        lines=tuple(made.lines if made.start is None else made.lines[made.start : made.start + ON_PAGE]),
        count=made.count,
        pages=max(1, -(-made.acts // ON_PAGE)),
    )


@dataclass(slots=True)
class _Made:
    """A ledger, or one page of it."""

    lines: list[Line] = field(default_factory=list)
    states: tuple[tuple[str, int], ...] = ()
    # Of all lines, and of what is counted for paging.
    count: int = 0
    acts: int = 0
    only_since: str = ""
    # Where the page begins among the lines; None where these are the page.
    start: int | None = None


def _paged(view: View, key: str, selection: Selection, asked: Filter) -> _Made:
    """Return one page of a ledger of which each entry is an act, without looking at the others."""
    whole = replace(selection, on=view.last_publication())
    if key == "differences":
        tally = {field_title(name).lower(): number for name, number in view.tally_differences(selection).items()}
        names = {field_title(name).lower(): name for name in view.tally_differences(selection)}
        whole = replace(whole, differs=names.get(asked.state, asked.state) if asked.state else ANY)
    elif _COUNTED[key] == MEETINGS:
        tally = _statuses(view, whole.of(*MEETINGS))
        whole = replace(whole.of(*MEETINGS), status=asked.state or whole.status)
    else:
        tally = view.tally_outcomes(whole.of(*_COUNTED[key]))
        whole = replace(whole.of(*_COUNTED[key]), outcomes=(asked.state,) if asked.state else ())
    acts = view.count(whole)
    start = (asked.page - 1) * ON_PAGE
    number = max(0, min(ON_PAGE, acts - start))
    skip = max(0, acts - start - ON_PAGE) if asked.sort == "first" else start
    lines = list(LEDGERS[key].lines(view, replace(whole, latest=number, skip=skip))) if number else []
    if key == "differences" and asked.state:
        lines = [line for line in lines if line.state == asked.state]
    count = tally.get(asked.state, 0) if asked.state else sum(tally.values()) if key == "differences" else acts
    return _Made(lines=lines, states=tuple(tally.items()), count=count, acts=acts)


def _statuses(view: View, selection: Selection) -> dict[str, int]:
    """Return how many acts have which status, the most first."""
    counted: Counter[str] = Counter()
    for (_, status), number in view.tally(selection).items():
        counted[status] += number
    del counted[""]
    return dict(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _looked_through(view: View, key: str, selection: Selection, asked: Filter) -> _Made:
    """Return a ledger of which the entries are made from several acts: of very many, the latest."""
    kinds = _KINDS.get(key, ())
    narrowed = replace(selection.of(*kinds) if kinds else selection, is_counted=key == "figures")
    selection, since = recent(view, narrowed, MOST_ACTS)
    lines = list(LEDGERS[key].lines(view, selection))
    states = Counter(line.state for line in lines if line.state)
    if asked.state:
        lines = [line for line in lines if line.state == asked.state]
    start = (asked.page - 1) * ON_PAGE
    made = _Made(lines=lines, states=tuple(states.most_common()), count=len(lines), acts=len(lines), only_since=since)
    made.start = start
    return made
