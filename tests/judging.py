"""A small record that people judge, for tests: meetings, each told by an article of its own."""

import datetime as dt
import itertools
from collections.abc import Callable, Sequence

from samples import TEXT, a_report, an_article

from goodoffices.engine.judging import judge
from goodoffices.engine.merging import update_acts
from goodoffices.model.act import Act
from goodoffices.model.article import Article
from goodoffices.model.judgement import Judgement, Standing, Verdict
from goodoffices.model.report import Report
from goodoffices.record.store import Record
from goodoffices.resolving.judged import Judged

ARTICLES = [an_article(f"a{number}", f"{TEXT} ({number})") for number in range(6)]
VALUES = {"place": "Lima", "date": "2024-08-10", "kind": "call", "": ""}


def ticking(start: str = "2024-06-01T00:00:00+00:00") -> Callable[[], dt.datetime]:
    """Return a clock that goes on by a minute whenever it is looked at."""
    minutes = itertools.count()
    return lambda: dt.datetime.fromisoformat(start) + dt.timedelta(minutes=next(minutes))


def keep(record: Record, article: Article, *reports: Report, reader: str = "v1") -> None:
    """Keep an article with its reports and make the acts."""
    with record.writer() as writer:
        writer.add(article, reports, (), read_with=reader)
    update_acts(record)


def meetings(record: Record, *dates: str) -> list[Report]:
    """Keep a meeting of each date, each told by an article of its own."""
    reports = [a_report(article, date=date) for article, date in zip(ARTICLES, dates, strict=False)]
    for article, report in zip(ARTICLES, reports, strict=False):
        keep(record, article, report)
    return reports


def say(record: Record, verdict: Verdict, *names: str, value: str = "", by: str = "A. Reviewer") -> Judgement:
    """Judge about a report, a pair, a field or a judgement, and return what was kept."""
    subject, object = (*names, "")[:2]
    said = Judgement(verdict=verdict, subject=subject, object=object, value=value, by=by, reason="seen it")
    return judge(record, said, clock=ticking())[0]


def grouped(record: Record) -> list[set[str]]:
    """Return the reports of each act."""
    return sorted((set(act.reports) for act in record.view().acts()), key=sorted)


def standings(record: Record) -> list[Standing]:
    """Return where each judgement stands, by time."""
    return [one.standing for one in record.view().settled_judgements()]


def judged_from(rows: Sequence[tuple[Verdict, int, int, str, int]], ids: Sequence[str]) -> list[Judgement]:
    """Return judgements on these reports, each a minute after the one before."""
    clock = ticking()
    made: list[Judgement] = []
    for verdict, one, other, field, number in rows:
        subject, object, value = ids[one], field, ""
        if verdict in (Verdict.SAME, Verdict.DIFFERENT):
            if one == other:
                continue
            subject, object = sorted((ids[one], ids[other]))
        elif verdict is Verdict.WITHDRAW:
            if not made:
                continue
            subject, object = made[number % len(made)].id, ""
        elif verdict is Verdict.CORRECT:
            object, value = field or "place", VALUES[field or "place"]
        made.append(
            Judgement(
                verdict=verdict, subject=subject, object=object, value=value, by="A", reason="b",
                at=clock().isoformat(timespec="microseconds"),
            )
        )  # fmt: skip
    return made


def agrees(acts: Sequence[Act], judged: Judged) -> None:
    """Assert that the acts are what people said they are."""
    act_of = {report: act.id for act in acts for report in act.reports}
    for one, other in itertools.combinations(act_of, 2):
        if judged.forbids(one, other):
            assert act_of[one] != act_of[other]
        if other in judged.together(one):
            assert act_of[one] == act_of[other]
    assert not any(map(judged.is_rejected, act_of))
