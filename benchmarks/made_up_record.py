"""A large record, made up in bulk: the same for the same numbers, without a reader and without merging.

Many processes of very different size, each with its own states, envoys and towns, over ten years; shapes of reports are
those of the bundled example. An act is told by one article or by several that follow each other; an article tells of
several acts of its process.
"""

import random
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId, ReportId
from goodoffices.model.report import Filler, Report, ReportedDate
from goodoffices.model.text import Span
from goodoffices.record.rows import REPORT_COLUMNS, body_of, days_of, report_row, span_rows
from goodoffices.record.store import Record
from goodoffices.resolving.merge import merge

START, DAYS = date(2015, 1, 1), 3_650
PROCESSES = 250
STATES, ENVOYS, TOWNS, DOCUMENTS = 5, 4, 20, 6
ISSUES = (
    "ceasefire", "prisoners", "peace_treaty", "borders", "transport", "security", "refugees", "sanctions",
    "reconstruction", "elections", "status", "monitoring", "humanitarian", "energy", "other",
)  # fmt: skip
OUTLETS = 300
LANGS = ("en", "ru", "uk", "hy", "az", "ar", "fr", "tr", "es", "ka", "fa", "de")
_WITH_DEADLINE = frozenset({ActKind.COMMITMENT, ActKind.DEMAND, ActKind.PREDICTION})


@dataclass(frozen=True, slots=True)
class _Article:
    key: int
    process: int
    day: int


@dataclass(slots=True)
class _Draft:
    """An article as it fills: its text so far, and its reports."""

    text: str
    reports: list[tuple[int, Report]]


def make_record(path: Path, shapes: list[Report], *, acts: int, articles: int) -> None:
    """Make a record of so many acts and articles at a path where there is none."""
    Record.open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    _put_outlets(connection)
    rng = random.Random(20240510)
    weights = list(accumulate(1 / (number + 5) for number in range(PROCESSES)))
    key = report_key = 0
    for process in range(PROCESSES):
        share = (weights[process] - (weights[process - 1] if process else 0)) / weights[-1]
        heads = [_Article(key + at + 1, process, day) for at, day in enumerate(_days(rng, round(articles * share)))]
        key += len(heads)
        report_key = _put_process(connection, heads, round(acts * share), shapes, report_key)
    for statement in _REST:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _days(rng: random.Random, count: int) -> list[int]:
    """Return days of publication in their order: some weeks have much more than others."""
    bursts = [rng.randrange(DAYS) for _ in range(20)]
    return sorted(
        min(DAYS - 1, max(0, int(rng.gauss(rng.choice(bursts), 20)))) if rng.random() < 0.3 else rng.randrange(DAYS)
        for _ in range(max(1, count))
    )


def _put_outlets(connection: sqlite3.Connection) -> None:
    connection.executemany("INSERT INTO outlets VALUES (?, ?)", ((n + 1, f"Outlet {n}") for n in range(OUTLETS)))
    connection.executemany(
        "INSERT INTO outlet_sides VALUES (?, ?, ?)",
        ((f"outlet {n}", f"Outlet {n}", f"State {n % PROCESSES}.0" if n % 3 else "") for n in range(OUTLETS // 2)),
    )
    connection.executemany(
        "INSERT INTO issues VALUES (?, ?)", ((one, one.replace("_", " ").capitalize()) for one in ISSUES[:-1])
    )


def _put_process(
    connection: sqlite3.Connection, heads: list[_Article], acts: int, shapes: list[Report], report_key: int
) -> int:
    """Put in a process, and return the last key of its reports."""
    process, days = heads[0].process, [head.day for head in heads]
    rng = random.Random(f"process {process}")
    drafts = [_Draft("", []) for _ in heads]
    act_rows: list[tuple[object, ...]] = []
    tie_rows: list[tuple[object, ...]] = []
    bond_rows: list[tuple[object, ...]] = []
    beside = -1
    for _ in range(acts):
        kept = beside if beside >= 0 else rng.randrange(len(heads))
        accounts = 1 if beside >= 0 else min(12, int(rng.paretovariate(1.6)))
        shape, told = _shape(rng, shapes, process, START + timedelta(days=days[kept]))
        reports = []
        for at in range(kept, min(len(heads), kept + accounts)):
            report_key += 1
            report = _report(rng, told, heads[at], drafts[at], is_same_words=beside >= 0)
            drafts[at].reports.append((report_key, report))
            reports.append((report_key, report))
        beside = kept if shape.kind is ActKind.PREDICTION and beside < 0 and rng.random() < 0.5 else -1
        act = merge([report for _, report in reports], _country_of)
        act_rows.append((act.id, act.kind.value, act.status, act.issue, *days_of(act.happened_on),
                         int(act.is_background), body_of(act)))  # fmt: skip
        tie_rows.extend((act.id, number) for number, _ in reports)
        bond_rows.extend(
            ("same", *sorted((reports[0][1].id, other.id)), round(rng.uniform(0.5, 1), 3)) for _, other in reports[1:]
        )
    _put_articles(connection, heads, drafts)
    connection.executemany("INSERT OR REPLACE INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", act_rows)
    connection.executemany("INSERT OR IGNORE INTO act_reports VALUES (?, ?)", tie_rows)
    connection.executemany(
        "INSERT OR IGNORE INTO judgements (verdict, subject, object, value, judged_by, judged_at, reason, score) "
        "VALUES (?, ?, ?, '', 'rule', '', 'same parties; same day', ?)",
        bond_rows,
    )
    return report_key


def _put_articles(connection: sqlite3.Connection, heads: list[_Article], drafts: list[_Draft]) -> None:
    rows, texts, reports, spans = [], [], [], []
    for head, draft in zip(heads, drafts, strict=True):
        rng = random.Random(head.key)
        outlet = min(OUTLETS, int(rng.paretovariate(0.6)))
        name, text = f"a{head.key:07}", draft.text or f"Nothing of note, {head.key}."
        digest = sha256(text.encode()).hexdigest()
        published = (START + timedelta(days=head.day)).isoformat()
        url = f"https://outlet{outlet}.example/{head.key}"
        rows.append((head.key, name, digest, head.key, 1, 1, url, outlet, published,
                     LANGS[min(len(LANGS), int(rng.paretovariate(0.8))) - 1], "made up"))  # fmt: skip
        texts.append((head.key, f"Article {head.key} on process {head.process}", text))
        for key, report in draft.reports:
            reports.append((key, head.key, *report_row(report)))
            spans.extend(span_rows(key, report))
    connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts)
    connection.executemany("INSERT INTO copies VALUES (?, ?, ?)", ((head.key,) * 3 for head in heads))
    columns = f"key, article, {', '.join(REPORT_COLUMNS)}"
    marks = ", ".join("?" * (2 + len(REPORT_COLUMNS)))
    connection.executemany(f"INSERT INTO reports ({columns}) VALUES ({marks})", reports)
    connection.executemany("INSERT INTO report_spans VALUES (?, ?, ?, ?, ?)", spans)


_REST = (
    "INSERT INTO article_search (article_search) VALUES ('rebuild')",
    "INSERT INTO report_search (report_search) VALUES ('rebuild')",
    "INSERT OR IGNORE INTO act_parties SELECT act, role, name, name FROM parties_of_acts",
    "INSERT OR IGNORE INTO act_parties SELECT act, role, party, name FROM represented_of_acts",
    "INSERT OR IGNORE INTO act_publications SELECT starts_on, ends_on, act FROM publications_of_acts",
    "INSERT INTO act_days SELECT id, coalesce(starts_on, "
    "(SELECT min(starts_on) FROM act_publications WHERE act = acts.id), '9999-12-31') FROM acts",
)
"""What is made from the rest, all at once."""


def _country_of(place: str) -> str:
    process, _, town = place.removeprefix("Town ").partition(".")
    return f"State {process}.{int(town) % STATES}" if town else ""


def _shape(rng: random.Random, shapes: list[Report], process: int, day: date) -> tuple[Report, Report]:
    """Return a shape, and the same with the names, place, issue, day and details of an act of a process."""
    shape = rng.choice(shapes)
    states = [f"State {process}.{min(STATES - 1, int(rng.expovariate(0.8)))}" for _ in range(3)]

    def named(fillers: tuple[Filler, ...], first: int) -> tuple[Filler, ...]:
        return tuple(
            replace(f, value=f"Envoy {state[6:]}.{rng.randrange(ENVOYS)}" if f.stands_for else state,
                    stands_for=state if f.stands_for else "")
            for at, f in enumerate(fillers[:2]) for state in (states[(first + at) % 3],)
        )  # fmt: skip

    happened = day - timedelta(days=rng.randrange(4)) + timedelta(days=rng.randrange(10, 60) * (rng.random() < 0.1))
    on = rng.choice((DateInterval.day(happened), DateInterval.month(happened.year, happened.month), None))
    issue = ISSUES[int(len(ISSUES) * rng.random() ** 1.5)]
    details = tuple(
        (field, replace(filler, value=f"Document {process}.{rng.randrange(DOCUMENTS)}" if field == "document"
                        else filler.value))
        for field, filler in shape.details if field != "deadline"
    )  # fmt: skip
    if shape.kind in _WITH_DEADLINE and rng.random() < 0.3:
        until = day + timedelta(days=rng.randrange(700))
        details = (*details, ("deadline", Filler(value=until.isoformat(), spans=(shape.evidence.span,))))
    told = replace(
        shape,
        actors=named(shape.actors, 0),
        targets=named(shape.targets, 1),
        mediators=named(shape.mediators[:1], 2),
        host=replace(shape.host, value=states[2], stands_for="") if shape.host else None,
        place=Filler(value=f"Town {process}.{rng.randrange(TOWNS)}", spans=(shape.evidence.span,))
        if shape.place else None,
        issue=Filler(value=issue, spans=(shape.evidence.span,)) if rng.random() < 0.7 else None,
        on=ReportedDate(interval=on, spans=(shape.evidence.span,)) if on else None,
        details=details,
        is_background=rng.random() < 0.05,
    )  # fmt: skip
    return shape, told


def _report(rng: random.Random, told: Report, head: _Article, draft: _Draft, *, is_same_words: bool) -> Report:
    """Return an article's account of an act, and add its words to the article."""
    if is_same_words and draft.reports:
        evidence = draft.reports[-1][1].evidence
    else:
        who = " ".join(filler.value for filler in (*told.actors, *told.targets, *told.mediators))
        words = f"{told.evidence.text} {who} {told.place.value if told.place else ''} {head.key}."
        start = len(draft.text)
        draft.text += f"{words} "
        evidence = replace(told.evidence, span=Span(start, start + len(words)), text=words)
    spans = (Span(evidence.span.start, min(evidence.span.end, evidence.span.start + 9)),)
    number = rng.getrandbits(64)
    is_differing = rng.random() < 0.1
    return replace(
        told,
        id=ReportId(f"r{number:016x}"),
        article=ArticleId(f"a{head.key:07}"),
        evidence=evidence,
        actors=_spanned(told.actors, spans),
        targets=_spanned(told.targets, spans),
        mediators=() if is_differing else _spanned(told.mediators, spans),
        host=replace(told.host, spans=spans) if told.host else None,
        place=replace(told.place, spans=spans) if told.place and not is_differing else None,
        speaker=replace(told.speaker, spans=spans) if told.speaker else None,
        issue=replace(told.issue, spans=spans) if told.issue else None,
        on=replace(told.on, spans=spans) if told.on else None,
        details=tuple((field, replace(filler, spans=spans)) for field, filler in told.details),
    )


def _spanned(fillers: tuple[Filler, ...], spans: tuple[Span, ...]) -> tuple[Filler, ...]:
    return tuple(replace(filler, spans=spans) for filler in fillers)
