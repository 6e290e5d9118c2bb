"""Acts found by party, kind, issue and period."""

import datetime as dt
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from records import Told, keep, small_process, small_record
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.record import selecting
from goodoffices.record.finding import Listed, Selection
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View
from goodoffices.resolving.merge import merge

KINDS = (ActKind.MEETING, ActKind.DEMAND)
PARTIES = (frozenset({"Peru"}), frozenset({"Colombia", "Ecuador"}))


def period(text: str) -> DateInterval:
    return DateInterval.from_iso(text)


def days(view: View, **asked: object) -> list[str]:
    """Return the dates, or else the days of publication, of what is found."""
    found = view.find(Selection(**asked))  # type: ignore[arg-type]
    return [str(one.act.happened_on or f"({one.reported_on})") for one in found]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["2024-05-01", "(2024-05-02)", "2024-05-10", "(2024-05-12)", "(2024-05-12)", "2024-06"]),
        ({"kinds": (ActKind.MEETING,)}, ["2024-05-10", "2024-06"]),
        ({"issue": "ceasefire"}, ["2024-05-01", "(2024-05-12)"]),
        ({"period": period("2024-05-10")}, ["2024-05-10"]),
        # The meeting of June was told of on 12 May, when it was still to come.
        ({"period": period("2024-05-12")}, ["(2024-05-12)", "(2024-05-12)", "2024-06"]),
        ({"period": period("2024-06-30")}, ["2024-06"]),
        ({"published": period("2024-05-11")}, ["2024-05-10"]),
        ({"parties": (frozenset({"Ecuador"}),), "kinds": KINDS}, ["2024-05-10"]),
        ({"parties": PARTIES, "period": period("2024-05-01/2024-05-02")}, ["2024-05-01", "(2024-05-02)"]),
        ({"parties": (frozenset({"Nobody"}),)}, []),
        ({"status": "held"}, ["2024-05-10"]),
        ({"places": frozenset({"Quito"})}, ["2024-05-01", "(2024-05-02)", "2024-05-10"]),
        ({"places": frozenset({"Quito", "Peru"})}, ["2024-05-01", "(2024-05-02)", "2024-05-10", "2024-06"]),
        ({"places": frozenset({"Ecuador"}), "kinds": (ActKind.MEETING,)}, ["2024-05-10"]),
        ({"outlet": "Andes Wire"}, ["2024-05-10"]),
        ({"outlet": "Andes"}, []),
        ({"lang": "en", "places": frozenset({"Lima"})}, ["2024-06"]),
        ({"lang": "ru"}, []),
    ],
)
def test_acts_are_found_in_the_order_of_days(tmp_path: Path, asked: dict[str, object], found: list[str]) -> None:
    with small_record(tmp_path) as view:
        assert days(view, **asked) == found


def test_places_and_outlets_are_named(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        assert list(view.place_names()) == ["Ecuador", "Lima", "Peru", "Quito"]
        assert list(view.outlet_names()) == ["The Harbour Post", "Andes Wire"]


def test_place_that_another_report_gives_does_not_lie_in_the_state_of_the_first(tmp_path: Path) -> None:
    one, other = an_article("one", outlet="One"), an_article("other", outlet="Other")
    told = [(one, a_report(one, place="Quito", date="2024-05-10")), (other, a_report(other, place="Lima", at=10))]
    keep(tmp_path / "two.db", [told])
    with open_view(tmp_path / "two.db") as view:
        tally = view.tally_places(Selection(), 10)
        assert len(tally.places) == 2
        assert {one.place: one.country for one in tally.places} in (
            {"Quito": "Ecuador", "Lima": ""},
            {"Quito": "", "Lima": "Peru"},
        )


def test_places_are_tallied_by_kind_with_their_days(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        tally = view.tally_places(Selection(), 100)
        (quito, lima), nowhere = tally.places, tally.nowhere
        assert (quito.place, quito.country, quito.first, quito.last) == ("Quito", "Ecuador", "2024-05-01", "2024-05-10")
        assert quito.kinds == {ActKind.OFFER_VENUE: 1, ActKind.CONSENT: 1, ActKind.MEETING: 1}
        assert (lima.place, lima.kinds.total(), nowhere, tally.only_since) == ("Lima", 1, 2, None)
        cut = view.tally_places(Selection(kinds=(ActKind.MEETING, ActKind.DEMAND)), 2)
        assert ([one.place for one in cut.places], cut.nowhere, cut.only_since) == (["Lima"], 1, dt.date(2024, 5, 12))


def test_however_acts_are_looked_for_the_same_are_found(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        whole = {one.act.id: one for one in view.find(Selection())}
        choices = itertools.product(
            ((), KINDS), ((), PARTIES[:1], PARTIES), ("", "prisoners"), (None, period("2024-05"))
        )
        for kinds, parties, issue, within in choices:
            asked = Selection(kinds=kinds, parties=parties, issue=issue, period=within)
            expected = [
                name
                for name, one in whole.items()
                if (not kinds or one.act.kind in kinds)
                and (not issue or one.act.issue == issue)
                and all(names & {party for _, party, _ in one.parts} for names in parties)
            ]
            assert [one.act.id for one in view.find(asked)] == expected


@pytest.mark.parametrize("few", [0, 1_000])
def test_the_latest_are_the_last_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(selecting, "_FEW", few)
    with small_record(tmp_path) as view:
        periods = ("2024-05", "2024-05-03/2024-05-12", "2024-05-12", "2024-06-30", "2024-04-01/2024-05-11")
        for within, kinds, parties in itertools.product(periods, ((), KINDS), ((), PARTIES)):
            asked = Selection(kinds=kinds, parties=parties, period=period(within))
            # By the day of lists and the id: kinds only order what is shown.
            ordered = sorted(view.find(asked), key=lambda one: (_day(one), one.act.id), reverse=True)
            for skip, number in itertools.product(range(4), range(1, 5)):
                cut = {one.act.id for one in view.find(replace(asked, latest=number, skip=skip))}
                assert cut == {one.act.id for one in ordered[skip : skip + number]}, (asked, skip, number)


def _day(one: Listed) -> dt.date:
    day = one.act.happened_on.start if one.act.happened_on else one.reported_on
    assert day is not None
    return day


def _is_in(day: dt.date, within: DateInterval) -> bool:
    return within.start <= day < within.end


def test_the_latest_are_cut_and_all_are_counted(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        asked = Selection(published=period("2024-05"))
        for number in (1, 2, 100):
            cut, count = view.cut_counting(asked, number)
            assert count == view.count(asked) > 2
            assert [one.act.id for one in view.find(cut)] == [
                one.act.id for one in view.find(replace(asked, latest=number))
            ]


def test_what_only_begins_in_a_period_is_told_from_what_lies_in_it(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        for within in ("2024-05-10", "2024-05-12", "2024-06-30", "2024-05-11/2024-06-02"):
            asked = Selection(period=period(within), begins=True)
            inside = [one for one in view.find(replace(asked, begins=False)) if _is_in(_day(one), period(within))]
            assert [one.act.id for one in view.find(asked)] == [one.act.id for one in inside]
            assert view.held_by(asked, [one.act.id for one in view.find(Selection())]) == {one.act.id for one in inside}
        assert days(view, period=period("2024-05-12"), begins=True) == ["(2024-05-12)", "(2024-05-12)"]


def test_a_party_is_found_by_whom_it_speaks_for(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        (met, _) = view.find(Selection(kinds=(ActKind.MEETING,)))
    assert ("actors", "Peru", "A. Minister") in met.parts
    assert ("actors", "A. Minister", "A. Minister") in met.parts
    assert met.reported_on == dt.date(2024, 5, 11)


def test_who_was_corrected_away_is_not_found(tmp_path: Path) -> None:
    article = an_article()
    told = a_report(article, actors=[a_party("A. Minister", stands_for="Peru"), "Chile"])
    corrected = a_report(article, actors=["Chile"])
    with Record.open(tmp_path / "t.db") as record, record.writer() as writer:
        writer.add(article, [told], (), read_with="test")
        (key,) = writer.blocks().load(told.id).keys  # type: ignore[union-attr]
        writer.add_act(replace(merge([corrected], lambda _: ""), reports=(told.id,)), [key])
        assert list(record.view().party_names()) == ["Chile"]


def test_where_and_in_which_words_an_act_is_told(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        (met, _) = view.find(Selection(kinds=(ActKind.MEETING,)))
        tellings = view.tellings_of(met.act.id)
    assert [(one.outlet, one.article, str(one.published)) for one in tellings] == [
        ("Andes Wire", "wire-1", "2024-05-11"), ("The Harbour Post", "post-2", "2024-05-12")
    ]  # fmt: skip
    assert all(one.evidence for one in tellings)


@pytest.mark.parametrize("published", ["2024-05-11", "2024-05", "2024", "2024-12", "2024-05-11/2024-06-02", ""])
def test_a_publication_of_any_precision_is_found(tmp_path: Path, published: str) -> None:
    article = an_article(published=published)
    keep(tmp_path / "t.db", [[(article, a_report(article))]])
    with open_view(tmp_path / "t.db") as view:
        (act,) = view.find(Selection())
        assert act.reported_on == (period(published).start if published else None)
        assert view.last_publication() == (period(published).last if published else None)
        for day in ("2024-01-01", "2024-05-11", "2024-06-02", "2024-12-31", "2025-01-01"):
            expected = bool(published) and period(published).overlaps(period(day))
            assert bool(days(view, published=period(day))) == expected


@contextmanager
def older(folder: Path, acts: list[Told]) -> Iterator[Path]:
    """Lend a record as it was before acts were made findable."""
    keep(folder / "older.db", acts)
    with Record.open(folder / "older.db") as record:
        connection = record._connection
        names = connection.execute(
            "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND (name LIKE 'act_parties%' "
            "OR name LIKE 'act_publications%' OR name LIKE 'act_days%' OR name LIKE '%_of_acts' "
            "OR name IN ('outlet_sides', 'acts_by_days', 'acts_by_issue', 'articles_by_published')) "
            "ORDER BY type = 'table'"
        ).fetchall()
        for kind, name in names:
            connection.execute(f"DROP {kind} IF EXISTS {name}")
        yield folder / "older.db"


def test_an_older_record_is_made_findable(tmp_path: Path) -> None:
    script = next(Path("src/goodoffices/record/sql").resolve().glob("0004-*.sql")).read_text("utf-8")
    with small_record(tmp_path) as view:
        before = [*view.find(Selection())], [*view.party_names()]
    with older(tmp_path, small_process()) as path, Record.open(path) as record:
        record._connection.executescript(script)
        assert ([*record.view().find(Selection())], [*record.view().party_names()]) == before


@pytest.mark.parametrize(
    "asked",
    [
        {"parties": PARTIES},
        {"issue": "prisoners"},
        {"period": period("2024-05")},
        {"published": period("2024-05")},
        {"kinds": KINDS},
        {"kinds": KINDS, "parties": PARTIES, "issue": "prisoners", "period": period("2024-05")},
    ],
)
def test_every_question_goes_through_an_index(tmp_path: Path, asked: dict[str, object]) -> None:
    keep(tmp_path / "t.db", small_process())
    with Record.open(tmp_path / "t.db") as record:
        queries: list[str] = []
        record._connection.set_trace_callback(queries.append)
        assert list(record.view().find(Selection(**asked))) is not None  # type: ignore[arg-type]
        record._connection.set_trace_callback(None)
        for query in queries:
            for *_, step in record._connection.execute(f"EXPLAIN QUERY PLAN {query}"):
                assert not step.startswith("SCAN act") or "USING" in step, step


def test_the_beginning_of_a_word_finds_the_reports_that_the_word_finds(tmp_path: Path) -> None:
    with small_record(tmp_path) as view:
        word = next(view.reports()).report.evidence.text.split()[0].strip(",.")
        whole = {hit.article.id: hit.reports for hit in view.search(word)}
        begun = {hit.article.id: hit.reports for hit in view.search(f"{word[:-1]}*")}
        assert any(whole.values())
        assert {article: tuple(one for one in begun[article] if one in whole[article]) for article in whole} == whole
        told = {one.report.id: one.report.evidence.text.casefold() for one in view.reports()}
        assert all(word[:-1].casefold() in told[report] for reports in begun.values() for report in reports)
