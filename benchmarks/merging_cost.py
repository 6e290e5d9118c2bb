"""What merging costs, by the number of reports in the record: run `python -m benchmarks.merging_cost 1000 10000`.

Reports are made up from real shapes: those that the bundled example is read to, with other parties, places, days and
issues put in, and each act told by a few articles or by many, exactly or vaguely. For each size the record is merged
from nothing, and then single new reports are merged into it, what followed from what included. Times are those of the
processor, so that what else the machine does does not count.
"""

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.perturbed import bundled_articles
from goodoffices.engine.merging import update_acts
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.report import Filler, Report, ReportedDate
from goodoffices.reading.reader import Reader
from goodoffices.record.store import Record

REPORTS_OF_PROCESS = 4_000
"""How many reports a process has over the years: a larger record holds more processes."""
START, DAYS = date(2020, 1, 1), 2_000
NEW = 200
"""How many single reports are merged into each record."""


def main() -> None:
    """Print a row for each size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+", help="numbers of reports")
    shapes = read_shapes()
    print("reports   acts      merged in s   reports/s   one new report, ms: median  95 %   peak MB", flush=True)
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size, shapes)


def read_shapes() -> list[Report]:
    """Return what the bundled example is read to."""
    reader = Reader(dossier=None)
    return [report for article in bundled_articles() for report in reader.read(article).reports]


def measure(folder: Path, size: int, shapes: list[Report]) -> None:
    """Print what it costs to merge so many reports, and then single ones."""
    made = made_up(shapes, size + NEW)
    with Record.open(folder / "cost.db") as record:
        add(record, made, size)
        started = time.process_time()
        update_acts(record, lambda _: None)
        seconds = time.process_time() - started
        acts = record.view().counts().acts
        singles = []
        for article, report in made:
            with record.writer() as writer:
                writer.add(article, [report], (), read_with="made up")
            started = time.process_time()
            update_acts(record)
            singles.append(1000 * (time.process_time() - started))
    median, late = statistics.median(singles), statistics.quantiles(singles, n=20)[-1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = size / seconds
    print(f"{size:<9} {acts:<9} {seconds:<13.1f} {rate:<11.0f} {median:>26.1f} {late:>7.1f} {peak:>8}", flush=True)


def add(record: Record, made: Iterator[tuple[Article, Report]], count: int) -> None:
    """Put so many reports into the record without merging them."""
    for start in range(0, count, 10_000):
        with record.writer() as writer:
            for _ in range(min(10_000, count - start)):
                article, report = next(made)
                writer.add(article, [report], (), read_with="made up")


def made_up(shapes: list[Report], count: int) -> Iterator[tuple[Article, Report]]:
    """Yield articles with one report each; the same for the same count, in no order of time or of acts."""
    rng = random.Random(20240510)
    told: list[tuple[int, int]] = []
    while len(told) < count:
        # Most acts are told by one or two articles, some by dozens.
        act, accounts = len(told), min(60, int(rng.paretovariate(1.0)))
        told.extend((act, account) for account in range(accounts))
    del told[count:]
    rng.shuffle(told)
    for number, (act, account) in enumerate(told):
        yield made_report(shapes, act, account, number, 1 + count // REPORTS_OF_PROCESS)


def made_report(shapes: list[Report], act: int, account: int, number: int, processes: int) -> tuple[Article, Report]:
    """Return one account of an act: what is told of it is settled by the act, how exactly by the account."""
    rng = random.Random(f"act {act}")
    shape, process = rng.choice(shapes), rng.randrange(processes)
    day, town = START + timedelta(days=rng.randrange(DAYS)), f"Town {process}.{rng.randrange(20)}"
    names = {f.value: f"Party {process}.{rng.randrange(4)}" for _, f in shape.fillers() if f.actor or f.stands_for}
    issue = rng.choice(("ceasefire", "prisoners", "peace_treaty", "other"))
    rng = random.Random(f"account {act} {account}")
    on = rng.choice((DateInterval.day(day), DateInterval.day(day), DateInterval.month(day.year, day.month), None))
    published = DateInterval.day(day + timedelta(days=rng.randrange(6)))
    article = Article(
        id=ArticleId(f"a{number}"), text=f"{number} {shape.evidence.text}", published=published, lang=shape.lang
    )
    span = replace(shape.evidence.span, start=0, end=len(article.text))

    def told(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
        # Half of the accounts name the person, the others the state.
        named = [(f, names.get(f.value, f.value), rng.random() < 0.5) for f in fillers]
        return tuple(
            replace(f, value=f"Envoy of {party}", stands_for=party, spans=(span,))
            if f.stands_for and is_person
            else replace(f, value=party, stands_for="", spans=(span,))
            for f, party, is_person in named
        )

    report = replace(
        shape,
        id=Report.id_from(article_digest=article.digest, kind=shape.kind, evidence=span, parties=tuple(names.values())),
        article=article.id,
        article_digest=article.digest,
        evidence=replace(shape.evidence, span=span, text=article.text),
        actors=told(shape.actors),
        targets=told(shape.targets),
        mediators=told(shape.mediators),
        place=Filler(value=town, spans=(span,)) if rng.random() < 0.5 else None,
        issue=Filler(value=issue, spans=(span,)),
        on=ReportedDate(interval=on, spans=(span,)) if on else None,
    )
    return article, report


if __name__ == "__main__":
    main()
