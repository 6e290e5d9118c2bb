"""Search: articles by their words, acts by everything else; a filter is an address."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from goodoffices.following.told import Told
from goodoffices.model.act import STATUSES, Act, ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.search import MARK_AFTER, MARK_BEFORE, Hit
from goodoffices.record.view import View
from goodoffices.views.entries import outlet_of
from goodoffices.views.items import Item, Items
from goodoffices.web.asked import Choices, Filter, select

ON_PAGE = 30
MOST_COUNTED = 5_000
"""Of what no index counts, no more are counted."""

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
class Quotation:
    """The words of one report of an act, and where they stand."""

    words: str
    # ISO 639-1.
    lang: str
    article: str
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
    # One for each of the acts, in the language that is asked for where there is any in it.
    quotations: tuple[Quotation, ...]
    count: int
    pages: int
    # (kind, how many) of the acts found.
    by_kind: tuple[tuple[str, int], ...]


def search_page(view: View, asked: Filter) -> SearchPage:
    """Return what a filter finds."""
    selection, choices = select(view, asked)
    start = (asked.page - 1) * ON_PAGE
    articles: tuple[Found, ...] = ()
    acts: tuple[Item, ...] = ()
    count, by_kind = 0, dict[str, int]()
    if selection is not None and asked.q:
        count, hits = _hits(view, asked.q, selection, start)
        articles = tuple(_found(view, hits))
    elif selection is not None:
        count = 0 if selection.is_indexed else view.count(selection, most=MOST_COUNTED)
        if len(selection.kinds) == 1 and count:
            by_kind = {selection.kinds[0].value: count}
        elif count < MOST_COUNTED:
            by_kind = _kinds(view, selection)
        count = count or sum(by_kind.values())
        items = Items(view)
        page = view.find(replace(selection, latest=ON_PAGE, skip=start)) if start < count else ()
        acts = tuple(items.item(Told.of(listed)) for listed in page)[::-1]
    return SearchPage(
        title=f"Search: {asked.q}" if asked.q else "Search",
        asked=asked,
        choices=choices,
        kinds=tuple(ActKind),
        statuses=tuple(sorted({status for statuses in STATUSES.values() for status in statuses})),
        articles=articles,
        acts=acts,
        quotations=tuple(_quotation(view, item, asked.lang) for item in acts),
        count=count,
        pages=max(1, -(-count // ON_PAGE)),
        by_kind=tuple(sorted(by_kind.items(), key=lambda one: (-one[1], one[0]))),
    )


def _quotation(view: View, item: Item, lang: str) -> Quotation:
    tellings = view.tellings_of(item.act)
    told = next((one for one in tellings if one.lang == lang), tellings[0])
    return Quotation(words=told.evidence, lang=told.lang, article=told.article, report=told.report)


def _kinds(view: View, selection: Selection) -> dict[str, int]:
    """Return how many acts there are of each kind."""
    counted: Counter[str] = Counter()
    for (kind, _), number in view.tally(selection).items():
        counted[kind.value] += number
    return counted


def _hits(
    view: View, words: str, selection: Selection, start: int
) -> tuple[int, Sequence[tuple[Hit, tuple[Act, ...]]]]:
    """Return in how many articles the words stand, and those of the page, the best first; each with acts that these
    words tell of, where only some will do.
    """
    if selection == Selection():
        count = view.count_hits(words, most=_MOST_HITS)
        number = min(ON_PAGE, count - start)
        return count, [(hit, ()) for hit in view.search(words, limit=number, skip=start)] if number > 0 else []
    # Language and outlet are the article's own; what else is asked for, one of its acts must have.
    acts_of = replace(selection, lang="", outlet="")
    is_narrow = acts_of != Selection()
    found: list[tuple[Hit, tuple[Act, ...]]] = []
    for hit in view.search(words, limit=_MOST_HITS):
        if selection.lang not in ("", hit.article.lang) or selection.outlet not in ("", hit.article.outlet):
            continue
        if not is_narrow:
            found.append((hit, ()))
            continue
        told = {act.id: act for report in hit.reports if (act := view.act_of(report)) is not None}
        held = view.held_by(acts_of, told)
        if held:
            found.append((hit, tuple(act for act in told.values() if act.id in held)))
    return len(found), found[start : start + ON_PAGE]


def _found(view: View, hits: Iterable[tuple[Hit, tuple[Act, ...]]]) -> Iterator[Found]:
    items = Items(view)
    for hit, acts in hits:
        told = acts or tuple(act for report in hit.reports if (act := view.act_of(report)) is not None)
        listed = (view.found(act) for act in dict.fromkeys(act.id for act in told))
        head = hit.article
        yield Found(
            article=head.id,
            title=head.title or head.id,
            outlet=outlet_of(head),
            published=head.published.to_iso() if head.published else "",
            lang=head.lang,
            snippet=_snippet(hit.snippet),
            acts=tuple(items.item(Told.of(one)) for one in listed if one is not None),
            report=hit.reports[0] if hit.reports else "",
        )


def _snippet(text: str) -> tuple[tuple[str, bool], ...]:
    parts = text.replace(MARK_AFTER, MARK_BEFORE).split(MARK_BEFORE)
    return tuple((part, bool(number % 2)) for number, part in enumerate(parts) if part)
