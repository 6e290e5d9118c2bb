"""Records with a small process in them, made for tests without a reader."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from samples import a_party, a_report, an_article

from goodoffices.engine.linking import update_links
from goodoffices.model.act import ActKind, Modality
from goodoffices.model.article import Article
from goodoffices.model.report import Report
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View
from goodoffices.resolving.merge import merge

COUNTRIES = {"Quito": "Ecuador", "Ecuador": "Ecuador", "Lima": "Peru"}

MINISTERS = (a_party("A. Minister", stands_for="Peru"), a_party("B. Minister", stands_for="Colombia"))

Told = list[tuple[Article, Report]]


def country_of(place: str) -> str:
    """Return the state of the places that the small process knows."""
    return COUNTRIES.get(place, "")


def keep(path: Path, acts: Iterable[Told]) -> None:
    """Make a record of these acts, each given by its articles and reports."""
    told = [list(act) for act in acts]
    by_article: dict[str, tuple[Article, list[Report]]] = {}
    for article, report in (pair for act in told for pair in act):
        by_article.setdefault(article.id, (article, []))[1].append(report)
    with Record.open(path) as record:
        with record.writer() as writer:
            for article, reports in by_article.values():
                writer.add(article, reports, (), read_with="test")
            blocks = writer.blocks()
            names = {report.id for act in told for _, report in act}
            keys = {name: loaded.keys for name in names if (loaded := blocks.load(name)) is not None}
            for earlier in list(record.view().acts()):
                writer.drop_act(earlier.id)
            blocks.settle(names)
            writer.title_issues({"prisoners": "Prisoners and hostages"})
            for act in told:
                by_id = {report.id: report for _, report in act}
                made = merge(list(by_id.values()), country_of)
                writer.add_act(made, [key for name in by_id for key in keys[name]])
        update_links(record)


def small_process() -> list[Told]:
    """Return an offer, its answers, the meeting that followed, told differently, and words about it."""
    post = an_article("post-1", outlet="The Harbour Post", title="Quito offers a venue", published="2024-05-02")
    wire = an_article("wire-1", outlet="Andes Wire", title="Envoys in Quito", published="2024-05-11")
    later = an_article("post-2", outlet="The Harbour Post", title="After Quito", published="2024-05-12")
    offer = a_report(
        post, ActKind.OFFER_VENUE, status="made", actors=["Ecuador"], targets=["Peru", "Colombia"], place="Quito",
        date="2024-05-01", issue="ceasefire",
    )  # fmt: skip
    consent = a_report(
        post, ActKind.CONSENT, status="conditional", actors=["Peru"], targets=["Ecuador"], place="Quito",
        modality=Modality.CONDITIONAL, at=10,
    )  # fmt: skip
    met = [
        a_report(wire, actors=MINISTERS, place="Quito", host="Ecuador", date="2024-05-10", format="bilateral", at=20),
        a_report(later, actors=MINISTERS, place="Quito", mediators=["Ecuador"], date="2024-05-10", at=20),
    ]
    ahead = a_report(
        later, status="agreed", actors=MINISTERS, place="Lima", date="2024-06", modality=Modality.PLANNED, at=30
    )
    demand = a_report(
        later, ActKind.DEMAND, status="made", actors=["Colombia"], targets=["Peru"], issue="prisoners",
        speaker="C. Spokesman", at=40,
    )  # fmt: skip
    forecast = a_report(
        later, ActKind.PREDICTION, status="made", actors=["D. Expert"], deadline="the end of the year",
        issue="ceasefire", at=50,
    )  # fmt: skip
    return [
        [(post, offer)],
        [(post, consent)],
        list(zip((wire, later), met, strict=True)),
        [(later, ahead)],
        [(later, demand)],
        [(later, forecast)],
    ]


@contextmanager
def small_record(folder: Path) -> Iterator[View]:
    """Open a record of the small process."""
    keep(folder / "small.db", small_process())
    with open_view(folder / "small.db") as view:
        yield view
