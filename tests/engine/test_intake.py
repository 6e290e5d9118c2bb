"""The way from articles into the record: what is kept, skipped, named, resumed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from samples import TEXT, ScriptedReader, a_report, an_article

from goodoffices.engine import intake
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.merging import update_acts
from goodoffices.engine.readers import InProcess, fingerprint
from goodoffices.errors import ConfigurationError, Interrupted, LexiconError, RecordUnwritable, UnsupportedLanguage
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity
from goodoffices.record.store import Record
from goodoffices.sources.found import Found

NOTICE = Notice(stage="sources", subject="x.json:3", message="this line is not JSON", severity=Severity.ERROR)


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "test.db") as record:
        yield record


def some_articles(number: int) -> list[Article]:
    return [an_article(f"a{at:03}", f"{TEXT} ({at})") for at in range(number)]


def a_reader(articles: Iterable[Article]) -> ScriptedReader:
    return ScriptedReader({article.id: [a_report(article, date="2024-05-10")] for article in articles})


def read(
    record: Record, reader: ScriptedReader, found: Iterable[Found], *, read_with: str = "v1",
    should_stop: Callable[[], bool] = bool,
) -> Tally:  # fmt: skip
    hooks = Hooks(clock=lambda: "2024-06-01T00:00:00+00:00", should_stop=should_stop)
    return Intake(record, InProcess(reader), read_with=read_with, hooks=hooks).read(found)


def test_articles_become_reports_and_acts(record: Record) -> None:
    articles = some_articles(3)
    tally = read(record, a_reader(articles), articles)
    assert (tally.articles, tally.reports, tally.errors) == (3, 3, 0)
    (act,) = record.view().acts()
    assert len(act.reports) == 3
    assert not record.view().is_behind()
    assert [head.lang for head in record.view().heads()] == ["en"] * 3


def test_articles_that_are_copies_are_one_group_from_the_first_transaction_on(record: Record) -> None:
    articles = [an_article("a", TEXT), an_article("b", TEXT.upper()), an_article("c", "Nothing of the kind was said.")]
    read(record, a_reader(articles), articles)
    assert [head.copy_group for head in record.view().heads()] == [1, 1, 3]


def test_what_was_read_is_not_read_again(record: Record) -> None:
    articles = some_articles(3)
    reader = a_reader(articles)
    read(record, reader, articles[:2])
    tally = read(record, reader, articles)
    assert (tally.articles, tally.known) == (1, 2)
    assert reader.read_ids == ["a000", "a001", "a002"]


def test_another_reader_reads_again(record: Record) -> None:
    articles = some_articles(2)
    read(record, a_reader(articles), articles)
    tally = read(record, ScriptedReader(), articles, read_with="v2")
    assert (tally.articles, tally.known) == (2, 0)
    assert (list(record.view().reports()), list(record.view().acts())) == ([], [])
    assert len(list(record.view().reports(with_earlier=True))) == 2


def test_a_corrected_version_is_said_to_be_one_and_makes_the_acts(record: Record) -> None:
    first = an_article("a1")
    second = replace(first, text=TEXT.replace("10 May", "11 May"))
    reader = ScriptedReader({"a1": [a_report(first, date="2024-05-10")]})
    read(record, reader, [first])
    reader.reports["a1"] = [a_report(second, date="2024-05-11")]
    tally = read(record, reader, [second])
    assert tally.corrected == 1
    assert [notice.severity for notice in tally.notices] == [Severity.INFO]
    assert "another version" in tally.notices[0].message
    assert [str(act.happened_on) for act in record.view().acts()] == ["2024-05-11"]


def test_what_a_source_could_not_take_in_is_kept_and_the_rest_read(record: Record) -> None:
    articles = some_articles(1)
    tally = read(record, a_reader(articles), [NOTICE, *articles])
    assert (tally.articles, tally.errors) == (1, 1)
    assert list(record.view().notices()) == [NOTICE]


def test_an_article_without_a_language_is_named_again_when_it_is_passed_over(record: Record) -> None:
    articles = some_articles(1)
    reader = ScriptedReader(raises={"a000": UnsupportedLanguage("no lexicon for Klingon")})
    for known in (0, 1):
        tally = read(record, reader, articles)
        assert (tally.known, tally.errors, tally.notices[0].subject) == (known, 1, "a000")
        assert "Klingon" in tally.notices[0].message
    assert len(list(record.view().notices())) == 1


def test_a_mistake_of_the_reader_is_named_and_the_rest_read(record: Record) -> None:
    articles = some_articles(3)
    reader = a_reader(articles)
    reader.raises["a001"] = IndexError("list index out of range")
    tally = read(record, reader, articles)
    assert (tally.reports, tally.errors) == (2, 1)
    assert "IndexError" in tally.notices[0].message


def test_a_lexicon_with_mistakes_stops_the_run(record: Record) -> None:
    reader = ScriptedReader(raises={"a000": LexiconError(["no such key @ en/verbs.yml: 3"])})
    with pytest.raises(ConfigurationError, match=r"en/verbs\.yml"):
        read(record, reader, some_articles(1))


def test_a_stopped_run_keeps_what_it_read_with_its_acts_and_goes_on_later(record: Record) -> None:
    articles = some_articles(120)
    reader = a_reader(articles)
    with pytest.raises(Interrupted, match=r"70 article\(s\) and 70 report\(s\) of this run are kept"):
        read(record, reader, articles, should_stop=lambda: len(reader.read_ids) >= 70)
    assert record.view().counts().articles == 70
    assert sum(len(act.reports) for act in record.view().acts()) == 70
    assert read(record, reader, articles).known == 70
    assert record.view().counts().articles == 120
    assert reader.read_ids == [article.id for article in articles]


def test_a_disk_that_fills_up_leaves_a_whole_record_that_can_go_on(record: Record) -> None:
    articles = [an_article(f"a{at:03}", f"{TEXT} ({at})" * 300) for at in range(200)]
    reader = a_reader(articles)
    pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
    record._connection.execute(f"PRAGMA max_page_count = {pages + 900}")
    with pytest.raises(RecordUnwritable, match="disk is full"):
        read(record, reader, articles)
    kept = record.view().counts().articles
    assert 0 < kept < 200
    assert kept % intake.ARTICLES_IN_TRANSACTION == 0
    assert record._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    record._connection.execute(f"PRAGMA max_page_count = {2**30}")
    assert read(record, reader, articles).known == kept
    assert sum(len(act.reports) for act in record.view().acts()) == 200


def test_acts_that_a_cut_off_run_left_behind_are_made_by_the_next(record: Record) -> None:
    article = an_article()
    with record.writer() as writer:
        writer.add(article, [a_report(article)], (), read_with="v1")
    assert record.view().is_behind()
    read(record, ScriptedReader(), [])
    assert len(list(record.view().acts())) == 1


def test_reading_in_another_order_gives_the_same_acts(tmp_path: Path) -> None:
    articles = some_articles(7)
    acts = []
    for name, order in (("one", articles), ("two", articles[::-1])):
        with Record.open(tmp_path / name) as record:
            read(record, a_reader(articles), order)
            acts.append(list(record.view().acts()))
    assert acts[0] == acts[1]


def test_making_acts_again_changes_nothing(record: Record) -> None:
    articles = some_articles(4)
    read(record, a_reader(articles), articles)
    before = list(record.view().acts()), list(record.view().judgements())
    record._connection.execute("INSERT INTO changed_reports SELECT id FROM reports")
    update_acts(record)
    assert (list(record.view().acts()), list(record.view().judgements())) == before


def test_copies_of_one_article_under_two_ids_are_both_sources(record: Record) -> None:
    one = an_article("a1")
    other = replace(one, id=an_article("a2").id)
    reader = ScriptedReader({"a1": [a_report(one)], "a2": [a_report(other)]})
    read(record, reader, [one, other])
    (act,) = record.view().acts()
    assert [sourced.article.id for sourced in record.view().reports_of(act.id)] == ["a1", "a2"]


def test_progress_is_told_as_it_goes(record: Record) -> None:
    told: list[int] = []
    articles = some_articles(60)
    hooks = Hooks(clock=str, on_progress=lambda tally: told.append(tally.articles))
    Intake(record, InProcess(a_reader(articles)), read_with="v1", hooks=hooks).read(articles)
    assert told == list(range(1, 61))


def test_the_fingerprint_depends_on_the_dossier_and_is_stable() -> None:
    assert fingerprint(None) == fingerprint(None) != fingerprint("some-process")
