"""The page on which articles are added, and what came of adding them."""

from collections import Counter
from dataclasses import dataclass

from goodoffices.engine.intake import Tally
from goodoffices.model.notice import Notice
from goodoffices.record.view import View
from goodoffices.views.items import Item, Items
from goodoffices.views.told import Told

_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPage:
    """The form."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """One article that was read."""

    article: str
    title: str
    lang: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPage:
    """What was read."""

    title: str
    articles: int
    reports: int
    known: int
    corrected: int
    added: tuple[Added, ...]
    # The acts that the new articles tell of.
    acts: tuple[Item, ...]
    notices: tuple[Notice, ...]


def added_page(view: View, tally: Tally, before: set[str]) -> AddedPage:
    """Return what came of adding articles.

    Args:
        before: The digests of the articles that the record had before.
    """
    heads = [head for head in view.heads() if head.is_current and head.digest not in before]
    reports = {head.key: view.read_from(head) for head in heads[:_SHOWN]}
    acts = Counter(
        act.id for held in reports.values() for one in held if (act := view.act_of(one.report.id)) is not None
    )
    items = Items(view)
    listed = [one for name in acts if (one := view.found(name)) is not None]
    return AddedPage(
        title="Added",
        articles=tally.articles,
        reports=tally.reports,
        known=tally.known,
        corrected=tally.corrected,
        added=tuple(
            Added(article=head.id, title=head.title or head.id, lang=head.lang, reports=len(reports[head.key]))
            for head in heads[:_SHOWN]
        ),
        acts=tuple(items.item(Told.of(one)) for one in listed[:_SHOWN]),
        notices=tuple(tally.notices),
    )
