"""Search: articles by their words, acts by everything else; a filter is an address."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from goodoffices.model.act import STATUSES, ActKind
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.search import MARK_AFTER, MARK_BEFORE
from goodoffices.record.view import View
from goodoffices.views.entries import outlet_of
from goodoffices.views.items import Item, Items
from goodoffices.views.told import Told
from goodoffices.web.asked import Choices, Filter, select

ON_PAGE = 30
_MOST_HITS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article in which the words stand."""

    article: str
    title: str
    outlet: str
    published: str
    lang: str
    # Words around what was found: (words, whether they were asked for).
    snippet: tuple[tuple[str, bool], ...]
    # Acts that these very words tell of.
    acts: tuple[Item, ...]
    # The first report of the article whose words these are; empty for none.
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found."""

    title: str
    asked: Filter
    choices: Choices
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    # With words: articles; without: acts, the latest first.
    articles: tuple[Found, ...]
    acts: tuple[Item, ...]
    count: int
    pages: int
    # (kind, how many) of the acts found.
    by_kind: tuple[tuple[str, int], ...]


def search_page(view: View, asked: Filter) -> SearchPage:
    """Return what a filter finds."""
    selection, choices = select(view, asked)
    articles: list[Found] = []
    acts: list[Listed] = []
    if selection is not None and asked.q:
        articles = list(_articles(view, asked, selection))
    elif selection is not None:
        acts = list(view.find(selection))[::-1]
    count = len(articles) or len(acts)
    start = (asked.page - 1) * ON_PAGE
    items = Items(view)
    by_kind = Counter(listed.act.kind.value for listed in acts)
    return SearchPage(
        title=f"Search: {asked.q}" if asked.q else "Search",
        asked=asked,
        choices=choices,
        kinds=tuple(ActKind),
        statuses=tuple(sorted({status for statuses in STATUSES.values() for status in statuses})),
        articles=tuple(articles[start : start + ON_PAGE]),
        acts=tuple(items.item(Told.of(listed)) for listed in acts[start : start + ON_PAGE]),
        count=count,
        pages=max(1, -(-count // ON_PAGE)),
        by_kind=tuple(by_kind.most_common()),
    )


def _articles(view: View, asked: Filter, selection: Selection) -> Iterator[Found]:
    items = Items(view)
    # Language and outlet are the article's own; what else is asked for, one of its acts must have.
    acts_of = replace(selection, lang="", outlet="")
    is_narrow = acts_of != Selection()
    wanted = {listed.act.id for listed in view.find(acts_of)} if is_narrow else set()
    for hit in islice(view.search(asked.q, limit=_MOST_HITS), _MOST_HITS):
        if selection.lang not in ("", hit.article.lang) or selection.outlet not in ("", hit.article.outlet):
            continue
        told = {act.id: report for report in hit.reports if (act := view.act_of(report)) is not None}
        kept = [name for name in told if not is_narrow or name in wanted]
        listed = [one for name in kept if (one := view.found(name)) is not None]
        if is_narrow and not listed:
            continue
        head = hit.article
        yield Found(
            article=head.id,
            title=head.title or head.id,
            outlet=outlet_of(head),
            published=head.published.to_iso() if head.published else "",
            lang=head.lang,
            snippet=_snippet(hit.snippet),
            acts=tuple(items.item(Told.of(one)) for one in listed),
            report=hit.reports[0] if hit.reports else "",
        )


def _snippet(text: str) -> tuple[tuple[str, bool], ...]:
    parts = text.replace(MARK_AFTER, MARK_BEFORE).split(MARK_BEFORE)
    return tuple((part, bool(number % 2)) for number, part in enumerate(parts) if part)
