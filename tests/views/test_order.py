"""What views promise whatever is read first, and whatever is read further."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from records import MINISTERS, small_process
from samples import a_report, an_article

from goodoffices.engine.merging import update_acts
from goodoffices.model.act import ActKind
from goodoffices.model.article import Article
from goodoffices.model.dates import FIRST_DAY, LAST_DAY, DateInterval
from goodoffices.model.report import Report
from goodoffices.record.finding import Selection
from goodoffices.record.store import Record
from goodoffices.record.view import View
from goodoffices.views.agreements import agreements
from goodoffices.views.brief import build_brief
from goodoffices.views.changes import changes
from goodoffices.views.commitments import commitments
from goodoffices.views.demands import demands
from goodoffices.views.differences import differences, one_sided
from goodoffices.views.items import Item
from goodoffices.views.meetings import meetings
from goodoffices.views.network import network
from goodoffices.views.offers import offers
from goodoffices.views.positions import positions
from goodoffices.views.predictions import predictions
from goodoffices.views.sources import sources
from goodoffices.views.timeline import timeline
from goodoffices.views.tracks import tracks

ALL = Selection(with_background=True)

VIEWS: dict[str, Callable[[View], object]] = {
    "timeline": lambda view: list(timeline(view, ALL)),
    "meetings": lambda view: list(meetings(view, ALL)),
    "offers": lambda view: list(offers(view, ALL)),
    "demands": lambda view: list(demands(view, ALL)),
    "commitments": lambda view: list(commitments(view, ALL)),
    "agreements": lambda view: agreements(view, ALL),
    "positions": lambda view: positions(view, ALL),
    "predictions": lambda view: predictions(view, ALL),
    "tracks": lambda view: tracks(view, ALL),
    "differences": lambda view: list(differences(view, ALL)),
    "one_sided": lambda view: list(one_sided(view, ALL)),
    "sources": lambda view: sources(view, ALL),
    "network": lambda view: network(view, ALL),
    "changes": lambda view: list(changes(view, ALL, DateInterval.between(FIRST_DAY, LAST_DAY))),
    "brief": lambda view: build_brief(view, None, None),
}


def process() -> dict[str, tuple[Article, list[Report]]]:
    """Return the small process with a promise, an agreement and a refusal, by article."""
    last = an_article("wire-2", outlet="Andes Wire", title="After Lima", published="2024-06-20")
    more = [
        a_report(last, ActKind.COMMITMENT, status="undertaken", actors=MINISTERS[:1], issue="prisoners", at=1),
        a_report(last, ActKind.AGREEMENT, status="signed", actors=MINISTERS, issue="ceasefire", at=2),
        a_report(last, ActKind.REFUSAL, status="made", actors=["Peru"], issue="prisoners", at=3),
    ]
    found: dict[str, tuple[Article, list[Report]]] = {last.id: (last, more)}
    for article, report in (pair for act in small_process() for pair in act):
        found.setdefault(article.id, (article, []))[1].append(report)
    return found


def grown(path: Path, order: Iterable[str]) -> Iterator[View]:
    """Yield the record after each article, merged as it comes."""
    articles = process()
    with Record.open(path) as record:
        for name in order:
            with record.writer() as writer:
                article, reports = articles[name]
                writer.add(article, reports, (), read_with="test")
            update_acts(record)
            yield record.view()


def told(view: View) -> str:
    """Return all that the views tell, as one text."""
    return "\n".join(f"{name} {msgspec.json.encode(of(view)).decode()}" for name, of in VIEWS.items())


def test_views_tell_the_same_in_any_order_of_reading(tmp_path: Path) -> None:
    texts = set()
    for number, order in enumerate(list(itertools.permutations(sorted(process())))[::3]):
        for view in grown(tmp_path / f"{number}.db", order):
            text = told(view)
        texts.add(text)
    assert len(texts) == 1


def test_no_view_is_empty_and_every_one_is_plain_data(tmp_path: Path) -> None:
    for view in grown(tmp_path / "t.db", sorted(process())):
        last = {name: msgspec.json.encode(of(view)).decode() for name, of in VIEWS.items()}
    # No dossier tells here on whose side an outlet stands.
    assert {name for name, text in last.items() if text == "[]"} == {"one_sided"}


@pytest.mark.parametrize("order", list(itertools.permutations(sorted(process())))[::5])
def test_adding_an_article_never_removes_a_report(tmp_path: Path, order: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for number, view in enumerate(grown(tmp_path / "t.db", order), start=1):
        shown = [event.item for event in timeline(view, ALL)]
        assert reports_of(shown) == {r.id for name in order[:number] for r in process()[name][1]}
        assert reports_of(shown) > seen
        seen = reports_of(shown)


def reports_of(items: Iterable[Item]) -> set[str]:
    return {report for item in items for report in item.reports}
