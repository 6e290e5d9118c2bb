"""The queue of what a person should look at, and the log of what people said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from goodoffices.model.act import ActKind
from goodoffices.model.judgement import JUDGED_FIELDS, Standing
from goodoffices.record.finding import Selection
from goodoffices.record.judgements import Settled
from goodoffices.record.rows import Sourced
from goodoffices.record.view import View
from goodoffices.views.differences import Account, differences
from goodoffices.views.items import Item, Items
from goodoffices.views.judgement_lines import judgement_in_words
from goodoffices.views.sentences import sentence_of
from goodoffices.views.told import Told
from goodoffices.web.passages import Quote, quote_of

DOUBTFUL = 0.9
"""A merge with a lower score than this is looked at by a person."""

TOPICS = {"merges": "Doubtful merges", "single": "Single sources", "differences": "Differences"}
"""What there is to review, the most doubtful first."""

ON_PAGE = 12
_MOST = 200
_WEIGHTY = (
    ActKind.AGREEMENT, ActKind.TERRITORY_TRANSFER, ActKind.MEETING, ActKind.COMMITMENT, ActKind.CONSENT,
    ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.REFUSAL, ActKind.HOSTILITY, ActKind.DEPLOYMENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to decide."""

    topic: str
    # What is asked, as a sentence.
    question: str
    # The act that it is about; for a merge, the act as it is now.
    item: Item
    # The two reports of a merge; empty for all else.
    one: str
    other: str
    # The field on which accounts differ; empty for all else.
    field: str
    accounts: tuple[Account, ...]
    # Why the rules decided as they did, or how sure they were.
    reason: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The queue."""

    title: str
    topic: str
    # (topic, title, how many wait; at most so many are counted).
    topics: tuple[tuple[str, str, int], ...]
    tasks: tuple[Task, ...]
    fields: tuple[str, ...]
    # The judgement that was just made, to be undone; empty where there is none.
    done: str
    done_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One judgement of a person."""

    id: str
    by: str
    # ISO instant.
    at: str
    words: str
    reason: str
    standing: str
    # The act that it is about now, in words; empty where there is none.
    act: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """Who did what, and when; the last first."""

    title: str
    said: tuple[Said, ...]
    count: int


class _Judged:
    """What people have said already, and so need not be asked."""

    def __init__(self, settled: Iterable[Settled]) -> None:
        standing = [one for one in settled if one.standing is Standing.STANDS]
        self.pairs = {frozenset((one.subject, one.object)) for one in standing if one.judgement.is_on_pair}
        self.fields = {(one.subject, one.judgement.object) for one in standing if not one.judgement.is_on_pair}


def review_page(view: View, topic: str, done: str = "") -> ReviewPage:
    """Return the queue, beginning with the first topic of which there is something."""
    queue = _Queue(view)
    waiting = {key: list(islice(queue.of(key), _MOST)) for key in TOPICS}
    chosen = topic if topic in TOPICS else next((key for key, held in waiting.items() if held), "merges")
    made = {one.id: one for one in view.judgements_of_people()}
    return ReviewPage(
        title="Review",
        topic=chosen,
        topics=tuple((key, title, len(waiting[key])) for key, title in TOPICS.items()),
        tasks=tuple(queue.task(chosen, one) for one in waiting[chosen][:ON_PAGE]),
        fields=JUDGED_FIELDS,
        done=done if done in made else "",
        done_words=judgement_in_words(made[done]) if done in made else "",
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """What waits, before it is written out."""

    act: str
    one: str = ""
    other: str = ""
    field: str = ""
    accounts: tuple[Account, ...] = ()
    reason: str = ""


class _Queue:
    def __init__(self, view: View) -> None:
        self._view = view
        self._items = Items(view)
        self._judged = _Judged(view.settled_judgements())

    def of(self, topic: str) -> Iterator[_Case]:
        """Yield what waits of one topic, the most doubtful first."""
        return {"merges": self._merges, "single": self._single, "differences": self._differences}[topic]()

    def _merges(self) -> Iterator[_Case]:
        for one, other, score, reason in self._view.merged_below(DOUBTFUL):
            if frozenset((one, other)) in self._judged.pairs:
                continue
            act = self._view.act_of(one)
            if act is not None and other in act.reports:
                yield _Case(act=act.id, one=one, other=other, reason=f"{score:.2f}: {reason}")

    def _single(self) -> Iterator[_Case]:
        for kind in _WEIGHTY:
            for listed in reversed(list(self._view.find(Selection(kinds=(kind,))))):
                reports = listed.act.reports
                if len(listed.articles) == 1 and not all((one, "") in self._judged.fields for one in reports):
                    yield _Case(act=listed.act.id)

    def _differences(self) -> Iterator[_Case]:
        found = sorted(differences(self._view, Selection()), key=lambda one: one.item.day, reverse=True)
        for one in found:
            if not any((report, one.field) in self._judged.fields for report in one.item.reports):
                yield _Case(act=one.item.act, field=one.field, accounts=one.accounts)

    def task(self, topic: str, case: _Case) -> Task:
        """Return what waits with its words."""
        act = self._view.act(case.act)
        listed = self._view.found(act.id)
        assert listed is not None
        named = (case.one, case.other) if case.one else act.reports
        sourced = [one for one in self._view.reports_of(act.id) if one.report.id in named]
        questions = {
            "merges": "Do both tell of one and the same act?",
            "single": "One source alone reports this. Is it read rightly?",
            "differences": f"Accounts differ on the {case.field.replace('_', ' ')}. Which is right?",
        }
        return Task(
            topic=topic,
            question=questions[topic],
            item=self._items.item(Told.of(listed)),
            one=case.one,
            other=case.other,
            field=case.field,
            accounts=case.accounts,
            reason=case.reason,
            quotes=tuple(self._quote(one) for one in sourced[:6]),
        )

    def _quote(self, sourced: Sourced) -> Quote:
        return quote_of(sourced, self._view.text(sourced.article))


def log_page(view: View, *, limit: int = 300) -> LogPage:
    """Return what people said, the last first."""
    settled = list(view.settled_judgements())
    titles = view.issue_titles()
    return LogPage(
        title="Log", said=tuple(_said(view, one, titles) for one in settled[::-1][:limit]), count=len(settled)
    )


def _said(view: View, settled: Settled, titles: dict[str, str]) -> Said:
    said = settled.judgement
    act = view.act_of(view.report(settled.subject).report.id) if settled.subject else None
    return Said(
        id=said.id,
        by=said.by,
        at=said.at,
        words=judgement_in_words(said),
        reason=said.reason,
        standing=settled.standing.value,
        act=act.id if act else "",
        sentence=sentence_of(act, titles) if act else "",
    )
