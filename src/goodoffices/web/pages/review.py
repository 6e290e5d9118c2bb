"""The queue of what a person should look at, and the log of what people said."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from goodoffices.following.told import Told
from goodoffices.model.judgement import JUDGED_FIELDS
from goodoffices.record.finding import Listed
from goodoffices.record.judgements import Settled
from goodoffices.record.view import View
from goodoffices.views.differences import Account
from goodoffices.views.items import Item, Items
from goodoffices.views.judgement_lines import judgement_in_words
from goodoffices.views.sentences import sentence_of
from goodoffices.web.families import field_title
from goodoffices.web.pages.waiting import MOST, Case, Waiting
from goodoffices.web.passages import Quote, quote_of

TOPICS = {
    "merges": "Doubtful merges",
    "unsure": "Unsure readings",
    "differences": "Differences",
    "single": "Single sources",
    "links": "Loose links",
}
"""What there is to review, where judgement matters most first."""

ON_PAGE = 12
_MOST_QUOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to decide."""

    topic: str
    # What is asked, as a sentence.
    question: str
    # The act that it is about; for a merge, the act as it is now.
    item: Item
    # For a link, the act that the other is said to have followed from; None for all else.
    before: Item | None
    # The two reports of a merge, the two acts of a link; empty for all else.
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
    # So many of a topic are counted at most.
    most: int
    tasks: tuple[Task, ...]
    fields: tuple[str, ...]
    # The ids of the judgements that were just made, to be undone, with commas between; empty where there are none.
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


def review_page(view: View, topic: str, done: str = "") -> ReviewPage:
    """Return the queue, beginning with the first topic of which there is something."""
    waiting = Waiting(view)
    queues = {
        "merges": waiting.merges, "unsure": waiting.unsure, "differences": waiting.differences,
        "single": waiting.single, "links": waiting.links,
    }  # fmt: skip
    held = {key: list(islice(queues[key](), MOST)) for key in TOPICS}
    chosen = topic if topic in TOPICS else next((key for key, cases in held.items() if cases), "merges")
    made = {one.id: one for one in view.judgements_of_people()}
    kept = [one for one in done.split(",") if one in made]
    tasks = _Tasks(view)
    return ReviewPage(
        title="Review",
        topic=chosen,
        topics=tuple((key, title, len(held[key])) for key, title in TOPICS.items()),
        most=MOST,
        tasks=tuple(tasks.task(chosen, one) for one in held[chosen][:ON_PAGE]),
        fields=JUDGED_FIELDS,
        done=",".join(kept),
        done_words=judgement_in_words(made[kept[0]]) if kept else "",
    )


class _Tasks:
    """Writes out what waits."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._items = Items(view)

    def task(self, topic: str, case: Case) -> Task:
        """Return what waits with its words."""
        listed = self._view.found(self._view.act(case.act).id)
        assert listed is not None
        before = self._view.found(self._view.act(case.one).id) if topic == "links" else None
        questions = {
            "merges": "Do both tell of one and the same act?",
            "unsure": "The reading has gaps. Is it right?",
            "differences": f"Accounts differ on the {field_title(case.field).lower()}. Which is right?",
            "single": "One source alone reports this. Is it read rightly?",
            "links": "Did the one follow from the other?",
        }
        return Task(
            topic=topic,
            question=questions[topic],
            item=self._items.item(Told.of(listed)),
            before=self._items.item(Told.of(before)) if before else None,
            one=case.one,
            other=case.other,
            field=case.field,
            accounts=case.accounts,
            reason=case.reason,
            quotes=tuple(self._quotes(topic, case, listed, before)),
        )

    def _quotes(self, topic: str, case: Case, listed: Listed, before: Listed | None) -> Iterator[Quote]:
        told = [one for act in (before, listed) if act is not None for one in self._view.reports_of(act.act.id)]
        if topic == "merges":
            told = [one for one in told if one.report.id in (case.one, case.other)]
        elif before is not None:
            told = [told[0], told[-1]]
        for one in told[:_MOST_QUOTES]:
            yield quote_of(one, self._view.text(one.article))


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
