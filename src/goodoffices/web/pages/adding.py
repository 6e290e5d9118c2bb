"""The page on which articles are added, and the page on which they are watched being read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.following.told import Told
from goodoffices.model.notice import Notice
from goodoffices.record.rows import ArticleHead
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.web.jobs import Job, JobState

_SHOWN = 40
MOST_ADDRESSES = 50
"""So many addresses are taken at once: each host is asked politely, and that takes its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPage:
    """The form."""

    title: str
    most_addresses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """One article that was found, as the record has it."""

    article: str
    title: str
    lang: str
    outlet: str
    # ISO; empty where the source does not say.
    published: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of one address."""

    address: str
    # "waiting", "asked", "came", "nothing new", "failed", or "not asked" where the rest was stopped.
    state: str
    articles: int
    # Why it failed; empty where it did not.
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """What is being read, or was."""

    title: str
    id: str
    # "waiting", "running", "done", "stopped" or "failed".
    state: str
    is_over: bool
    # What is being asked for now; empty for nothing.
    now: str
    asked: tuple[Asked, ...]
    # Names of files, and "a text" for what was pasted.
    others: tuple[str, ...]
    # Articles found until now, also those that are not in the record yet.
    found: int
    # Articles read and kept, with their reports; those that the record had; and versions that took another's place.
    articles: int
    reports: int
    known: int
    corrected: int
    # The first of those that are in the record.
    added: tuple[Added, ...]
    # The acts that these tell of.
    acts: tuple[Item, ...]
    notices: tuple[Notice, ...]
    # Why all of it failed; empty where it did not.
    trouble: str


_TITLES = {
    JobState.WAITING: "Waiting to be read",
    JobState.RUNNING: "Being read",
    JobState.DONE: "Read",
    JobState.STOPPED: "Stopped",
    JobState.FAILED: "Not read",
}


def add_page() -> AddPage:
    """Return the form."""
    return AddPage(title="Add", most_addresses=MOST_ADDRESSES)


def reading_page(view: View, job: Job) -> ReadingPage:
    """Return how far a job is, with what of it is in the record."""
    state, tally = job.state, job.tally
    failed = {source.address for source in job.sources if source.trouble}
    heads = list(_heads(view, job.found[:_SHOWN]))
    reports = {head.key: view.read_from(head) for head in heads}
    acts = Counter(
        act.id for held in reports.values() for one in held if (act := view.act_of(one.report.id)) is not None
    )
    items = Items(view)
    listed = [one for name in acts if (one := view.found(name)) is not None]
    return ReadingPage(
        title=_TITLES[state],
        id=job.id,
        state=state.value,
        is_over=job.is_over,
        now=job.now,
        asked=tuple(_asked(job)),
        others=job.others,
        found=len(job.found),
        articles=tally.articles,
        reports=tally.reports,
        known=tally.known,
        corrected=tally.corrected,
        added=tuple(_added(head, len(reports[head.key])) for head in heads),
        acts=tuple(items.item(Told.of(one)) for one in listed[:_SHOWN]),
        # What is said of an address stands with it.
        notices=tuple(notice for notice in tally.notices if notice.subject not in failed)[:_SHOWN],
        trouble=job.trouble if job.is_over else "",
    )


def _heads(view: View, names: Iterable[str]) -> Iterable[ArticleHead]:
    for name in dict.fromkeys(names):
        yield from [head for head in view.versions_of(name) if head.is_current][:1]


def _added(head: ArticleHead, reports: int) -> Added:
    return Added(
        article=head.id,
        title=head.title or head.id,
        lang=head.lang,
        outlet=head.outlet,
        published=head.published.to_iso() if head.published else "",
        reports=reports,
    )


def _asked(job: Job) -> Iterable[Asked]:
    for source in job.sources:
        if source.trouble:
            state = "failed"
        elif source.articles:
            state = "came"
        elif not source.is_asked:
            state = "not asked" if job.is_over else "waiting"
        else:
            state = "nothing new" if job.is_over or source.address != job.now else "asked"
        yield Asked(address=source.address, state=state, articles=source.articles, trouble=source.trouble)
