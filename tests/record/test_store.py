"""The record as a whole: opened, written to in transactions, read."""

import sqlite3
from pathlib import Path

import pytest
from samples import TEXT, a_report, an_article

from goodoffices.errors import NotFound, RecordError, RecordLocked, RecordUnwritable, RecordVersionError, UsageError
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.notice import Notice
from goodoffices.record.migrations import load_migrations
from goodoffices.record.store import Record, open_view
from goodoffices.record.writer import Kept, Run
from goodoffices.resolving.merge import merge


def keep(record: Record, article_name: str = "a1", text: str = TEXT, *, read_with: str = "v1", **fields: str) -> Kept:
    article = an_article(article_name, text, **fields)
    with record.writer() as writer:
        return writer.add(article, [a_report(article, date="2024-05-10", place="Quito")], (), read_with=read_with)


def all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


def test_a_report_comes_back_as_it_went_in(path: Path) -> None:
    article = an_article(outlet="The Andean", url="https://example.org/1", title="Talks")
    report = a_report(
        article, date="2024-05", place="Quito", issue="ceasefire", level="ministers", speaker="A minister"
    )
    with Record.open(path) as record:
        with record.writer() as writer:
            writer.add(article, [report], (), read_with="v1")
        (sourced,) = record.view().reports()
        assert sourced.report == report
        assert record.view().text(sourced.article) == article.text
    head = sourced.article
    assert (head.title, head.outlet, head.url, head.published) == (
        "Talks", "The Andean", "https://example.org/1", DateInterval.from_iso("2024-05-11")
    )  # fmt: skip


def test_reading_the_same_article_again_adds_nothing(path: Path) -> None:
    with Record.open(path) as record:
        assert keep(record) is Kept.NEW
        before = all_rows(path)
        assert keep(record) is Kept.KNOWN
    assert all_rows(path) == before


def test_a_corrected_version_is_kept_beside_the_first_and_counts(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        assert keep(record, text=TEXT.replace("10 May", "11 May")) is Kept.CORRECTED
        heads = list(record.view().heads())
        assert [(head.version, head.is_current) for head in heads] == [(1, False), (2, True)]
        assert len(list(record.view().reports())) == 1
        assert len(list(record.view().reports(with_earlier=True))) == 2


def test_the_first_version_read_again_stays_the_earlier_one(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        keep(record, text=TEXT.replace("10 May", "11 May"))
        assert keep(record) is Kept.KNOWN
        assert [head.is_current for head in record.view().heads()] == [False, True]


def test_a_correction_is_known_by_its_address(path: Path) -> None:
    with Record.open(path) as record:
        keep(record, "a1", url="https://example.org/1")
        assert keep(record, "a2", TEXT + " Corrected.", url="https://example.org/1") is Kept.CORRECTED


def test_other_words_at_the_same_address_are_another_article(path: Path) -> None:
    with Record.open(path) as record:
        keep(record, "a1", url="https://example.org/")
        other = (
            "Fishing boats returned to harbour as a storm drew near; nobody was hurt, the coast guard reported later."
        )
        assert keep(record, "a2", other, url="https://example.org/") is Kept.NEW


def test_another_reader_renews_the_reports_and_sets_aside_what_it_no_longer_finds(path: Path) -> None:
    article = an_article()
    first, second = a_report(article, at=0), a_report(article, at=60, status="agreed")
    with Record.open(path) as record:
        with record.writer() as writer:
            writer.add(article, [first], (), read_with="v1")
        with record.writer() as writer:
            assert writer.add(article, [second], (), read_with="v2") is Kept.AGAIN
        assert [sourced.report for sourced in record.view().reports()] == [second]
        assert [sourced.report for sourced in record.view().reports(with_earlier=True)] == [first, second]
        with record.writer() as writer:
            writer.add(article, [first, second], (), read_with="v3")
        assert [sourced.report for sourced in record.view().reports()] == [first, second]


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        before = all_rows(path)
        article = an_article("a2")
        with pytest.raises(ZeroDivisionError), record.writer() as writer:
            writer.add(article, [a_report(article)], (), read_with="v1")
            raise ZeroDivisionError
        assert all_rows(path) == before
        assert keep(record, "a2") is Kept.NEW


def test_a_full_disk_is_named_and_what_was_committed_is_whole(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
        record._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordUnwritable, match="disk is full"):
            keep(record, "a2", "Another text, and a long one. " * 20_000)
    with open_view(path) as view:
        assert [head.id for head in view.heads()] == ["a1"]
    with Record.open(path) as record:
        assert record._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_record_in_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    with pytest.raises(RecordUnwritable, match="cannot be opened or made there"):
        Record.open(file / "test.db")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordUnwritable, match="this is a folder"):
        Record.open(tmp_path)


def test_a_file_that_is_no_record_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"These are notes of a meeting and no database at all. " * 40)
    before = path.read_bytes()
    with pytest.raises(RecordError, match="not a record"):
        Record.open(path)
    with pytest.raises(RecordError, match="not a record"), open_view(path) as view:
        list(view.heads())
    assert path.read_bytes() == before


def test_a_record_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        record._connection.execute("PRAGMA user_version = 999")
    with pytest.raises(RecordVersionError, match="version 999"):
        Record.open(path)
    with pytest.raises(RecordVersionError, match="newer version"), open_view(path):
        pass


def test_a_second_writer_is_told_that_the_record_is_in_use(path: Path) -> None:
    with Record.open(path) as first, Record.open(path) as second:
        second._connection.execute("PRAGMA busy_timeout = 10")
        with first.writer(), pytest.raises(RecordLocked, match="another run"), second.writer():
            pass
        assert keep(second) is Kept.NEW


def test_readers_see_the_last_transaction_while_a_writer_works(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
        with record.writer() as writer, open_view(path) as view:
            article = an_article("a2")
            writer.add(article, [], (), read_with="v1")
            assert [head.id for head in view.heads()] == ["a1"]


def test_a_reader_changes_nothing_and_leaves_nothing_behind(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
    before = path.read_bytes()
    with open_view(path) as view:
        list(view.reports())
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            view._connection.execute("DELETE FROM reports")
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_there_is_no_record_where_none_was_made(path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"), open_view(path):
        pass
    assert not path.exists()


def test_a_report_or_act_is_found_by_the_beginning_of_its_id(path: Path) -> None:
    article = an_article()
    reports = [a_report(article, at=at) for at in range(40)]
    with Record.open(path) as record:
        with record.writer() as writer:
            writer.add(article, reports, (), read_with="v1")
            act = merge(reports[:1], str)
            loaded = writer.blocks().load(reports[0].id)
            assert loaded is not None
            writer.add_act(act, loaded.keys)
        view = record.view()
        assert view.report(reports[7].id[:9]).report == reports[7]
        assert view.act(act.id[:6]) == act
        assert view.act_of(reports[0].id) == act
        assert [sourced.report for sourced in view.reports_of(act.id)] == reports[:1]
        with pytest.raises(UsageError, match="several ids"):
            view.report("r")
        for name in ("rffffffffffffffff0", "", "k%"):
            with pytest.raises(NotFound):
                view.report(name)


def test_acts_of_a_period_are_those_that_share_a_day_with_it(path: Path) -> None:
    article = an_article()
    dates = ["2024-04-30", "2024-05", "2024-05-31/2024-06-02", "2024-06-01", ""]
    reports = [a_report(article, at=at, date=date) for at, date in enumerate(dates)]
    with Record.open(path) as record:
        with record.writer() as writer:
            writer.add(article, reports, (), read_with="v1")
            for report in reports:
                writer.add_act(merge([report], str), ())
        found = [str(act.happened_on) for act in record.view().acts(within=DateInterval.from_iso("2024-05"))]
        everything = [str(act.happened_on) for act in record.view().acts()]
    assert found == ["2024-05", "2024-05-31/2024-06-02"]
    assert everything == ["2024-04-30", "2024-05", "2024-05-31/2024-06-02", "2024-06-01", "None"]


def test_judgements_are_only_added(path: Path) -> None:
    judgement = Judgement(verdict=Verdict.SAME, subject="r1", object="r2", by="A. Reviewer", at="2024-05-11T10:00:00Z")
    with Record.open(path) as record:
        for _ in range(2):
            with record.writer() as writer:
                writer.judge([judgement])
        assert list(record.view().judgements()) == [judgement]
        assert list(record.view().judgements(of_people=True)) == [judgement]
        for statement in ("DELETE FROM judgements", "UPDATE judgements SET verdict = 'different'"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                record._connection.execute(statement)


def test_notices_and_runs_are_kept(path: Path) -> None:
    notice = Notice(stage="sources", subject="x.json:3", message="this line is not JSON")
    with Record.open(path) as record:
        for _ in range(2):
            with record.writer() as writer:
                writer.note(notice)
                writer.log(Run(started_at="s", ended_at="e", read_with="v1", articles=1, reports=2, notices=1))
        assert list(record.view().notices()) == [notice]
        counts = record.view().counts()
    assert (counts.articles, counts.reports, counts.notices) == (0, 0, 1)


def test_a_record_opens_again_without_being_migrated_twice(path: Path) -> None:
    with Record.open(path) as record:
        keep(record)
    before = all_rows(path)
    Record.open(path).close()
    assert all_rows(path) == before


def test_each_migration_has_a_number_of_its_own() -> None:
    numbers = [step.number for step in load_migrations()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_steps_that_come_out_later_with_a_lower_number_are_applied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_migrations()[0]
    late = type(first)(number=2, name="late", sql="CREATE TABLE late (x);")
    early = type(first)(number=5, name="early", sql="CREATE TABLE early (x);")
    monkeypatch.setattr("goodoffices.record.migrations.load_migrations", lambda: (first, early))
    Record.open(path).close()
    assert "late" not in all_rows(path)
    monkeypatch.setattr("goodoffices.record.migrations.load_migrations", lambda: (first, late, early))
    Record.open(path).close()
    assert {"late", "early"} <= set(all_rows(path))
    assert all_rows(path)["migrations"] == [(1,), (2,), (5,)]


@pytest.fixture
def earlier_record(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a record from before the list of migrations; this program has one step more."""
    first = load_migrations()[0]
    connection = sqlite3.connect(path)
    connection.executescript(first.sql)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    more = type(first)(number=9999, name="more", sql="CREATE TABLE more (x);")
    steps = (*load_migrations(), more)
    monkeypatch.setattr("goodoffices.record.migrations.load_migrations", lambda: steps)
    return path


def test_a_record_from_before_the_list_of_migrations_is_brought_up_to_date(earlier_record: Path) -> None:
    with Record.open(earlier_record) as record:
        keep(record)
    rows = all_rows(earlier_record)
    assert (rows["migrations"][0], rows["migrations"][-1], rows["more"]) == ((1,), (9999,), [])


def test_a_record_that_is_behind_is_brought_up_to_date_before_it_is_looked_at(earlier_record: Path) -> None:
    with open_view(earlier_record) as view:
        assert list(view.heads()) == []
    assert all_rows(earlier_record)["more"] == []


def test_a_migration_that_fails_leaves_the_record_at_the_last_whole_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Record.open(path).close()
    steps = load_migrations()
    broken = type(steps[0])(
        number=steps[-1].number + 1, name="broken", sql="CREATE TABLE more (x);\nCREATE TABLE more (x);\n"
    )
    monkeypatch.setattr("goodoffices.record.migrations.load_migrations", lambda: (*steps, broken))
    with pytest.raises(RecordError):
        Record.open(path)
    monkeypatch.undo()
    Record.open(path).close()
    assert "more" not in all_rows(path)
