"""Merging into a record: the same acts in whatever order and shares articles come, and after any interruption."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import a_report, an_article

from goodoffices.engine import merging
from goodoffices.engine.merging import update_acts
from goodoffices.errors import NotFound
from goodoffices.model.act import Act, ActKind
from goodoffices.model.article import Article
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.model.report import Report
from goodoffices.record.store import Record
from goodoffices.resolving import cells
from goodoffices.resolving.merge import IsConfirmed, merge
from goodoffices.resolving.outline import CountryOf

Told = tuple[Article, Sequence[Report]]


def told(number: int, *rows: dict[str, object], published: str = "2024-05-11") -> Told:
    article = an_article(f"a{number:04}", f"{number} Quito offered a venue for talks.", published=published)
    return article, [a_report(article, at=at, **row) for at, row in enumerate(rows)]  # type: ignore[arg-type]


def add(record: Record, share: Iterable[Told], *, reader: str = "one") -> None:
    with record.writer() as writer:
        for article, reports in share:
            writer.add(article, reports, (), read_with=reader)
    update_acts(record)


def acts_of(path: Path, shares: Iterable[Sequence[Told]]) -> list[Act]:
    path.unlink(missing_ok=True)
    with Record.open(path) as record:
        for share in shares:
            add(record, share)
        assert not record.view().is_behind()
        return sorted(record.view().acts(), key=lambda act: act.id)


ROWS = st.fixed_dictionaries({
    "date": st.sampled_from(["", "", "2024-05-10", "2024-05-11", "2024-05", "2024", "2024-08-01", "2025-01-03"]),
    "place": st.sampled_from(["", "Quito", "Lima", "Ecuador"]),
    "status": st.sampled_from(["held", "agreed", "cancelled"]),
    "actors": st.sampled_from([("Peru", "Colombia"), ("Peru", "Chile")]),
})  # fmt: skip
ARTICLES = st.lists(
    st.tuples(st.lists(ROWS, max_size=2), st.sampled_from(["", "2024-05-11", "2024-05-20", "2024-09-01"])), max_size=9
)


@settings(max_examples=80, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False), st.sampled_from([(120, 400), (3, 2), (1, 1), (2, 4)]))
def test_any_order_and_any_shares_give_the_same_acts(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[list[dict[str, object]], str]],
    shuffling: random.Random,
    sizes: tuple[int, int],
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    articles = [told(number, *row, published=published) for number, (row, published) in enumerate(rows)]
    shuffled = list(articles)
    shuffling.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patch:
        # Blocks and cells of a few reports are cut like those of hundreds.
        patch.setattr(merging, "BLOCK_REPORTS", sizes[0])
        patch.setattr(merging, "CELL_REPORTS", sizes[1])
        patch.setattr(cells, "CELL_REPORTS", sizes[1])
        at_once = acts_of(folder / "one.db", [articles])
        one_by_one = acts_of(folder / "two.db", [[article] for article in shuffled])
    assert at_once == one_by_one


def meeting(number: int, **row: object) -> Told:
    return told(number, {"date": "2024-05-10", "place": "Quito"} | row)


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


def groups(record: Record) -> set[frozenset[str]]:
    return {frozenset(s.article.id for s in record.view().reports_of(act.id)) for act in record.view().acts()}


def judge(record: Record, verdict: Verdict, one: str, other: str, at: str) -> None:
    first, second = sorted((one, other))
    with record.writer() as writer:
        writer.judge([Judgement(verdict=verdict, subject=first, object=second, by="A. Reviewer", at=at)])
        writer.mark_changed((one, other))
    update_acts(record)


def test_judged_the_same_and_then_different(record: Record) -> None:
    articles = [meeting(1), meeting(2, place="Lima"), meeting(3, place="Lima")]
    add(record, articles)
    apart = {frozenset({"a0001"}), frozenset({"a0002", "a0003"})}
    assert groups(record) == apart
    one, two = articles[0][1][0].id, articles[1][1][0].id
    judge(record, Verdict.SAME, one, two, "2024-06-01T00:00:00Z")
    assert groups(record) == {frozenset({"a0001", "a0002", "a0003"})}
    judge(record, Verdict.DIFFERENT, one, two, "2024-06-02T00:00:00Z")
    assert groups(record) == apart
    judge(record, Verdict.DIFFERENT, two, articles[2][1][0].id, "2024-06-03T00:00:00Z")
    assert groups(record) == {frozenset({"a0001"}), frozenset({"a0002"}), frozenset({"a0003"})}


def test_what_was_judged_the_same_stays_so_when_more_is_reported(record: Record) -> None:
    articles = [meeting(1), meeting(2, kind=ActKind.CALL, place="")]
    add(record, articles)
    judge(record, Verdict.SAME, articles[0][1][0].id, articles[1][1][0].id, "2024-06-01T00:00:00Z")
    add(record, [meeting(3)])
    assert groups(record) == {frozenset({"a0001", "a0002", "a0003"})}


def test_a_report_that_a_later_reading_no_longer_gives_leaves_its_act(record: Record) -> None:
    add(record, [meeting(1), meeting(2)])
    add(record, [(meeting(2)[0], ())], reader="two")
    assert groups(record) == {frozenset({"a0001"})}
    add(record, [(meeting(1)[0], ())], reader="two")
    assert groups(record) == set()


def test_an_act_that_nothing_touched_is_not_made_anew(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    add(record, [meeting(1), meeting(2, date="2024-05-20")])
    made: list[str] = []

    def noted(reports: Sequence[Report], country: CountryOf, is_confirmed: IsConfirmed) -> Act:
        made.append(reports[0].article)
        return merge(reports, country, is_confirmed)

    monkeypatch.setattr(merging, "merge", noted)
    add(record, [meeting(3)])
    assert len(made) == 1
    assert made[0] in ("a0001", "a0003")


def test_an_act_is_still_found_by_the_id_that_it_had(record: Record) -> None:
    articles = [meeting(number) for number in range(6)]
    add(record, articles[:1])
    (before,) = record.view().acts()
    add(record, articles[1:])
    (now,) = record.view().acts()
    assert record.view().act(before.id).id == now.id


def test_an_act_is_still_found_by_the_beginning_of_an_id_that_it_had(record: Record) -> None:
    articles = sorted((meeting(number) for number in range(6)), key=lambda pair: pair[1][0].id, reverse=True)
    add(record, articles[:1])
    (before,) = record.view().acts()
    add(record, articles[1:])
    (now,) = record.view().acts()
    assert now.id != before.id
    assert record.view().act(before.id[:12]).id == now.id
    with pytest.raises(NotFound):
        record.view().act("kzz")


def test_merging_that_was_cut_off_goes_on(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [meeting(number, actors=["Peru", f"Party {number % 4}"]) for number in range(12)]
    monkeypatch.setattr(merging, "REPORTS_IN_TRANSACTION", 5)
    monkeypatch.setattr(merging, "BLOCKS_IN_TRANSACTION", 1)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with record.writer() as writer:
        for article, reports in articles:
            writer.add(article, reports, (), read_with="one")
    with pytest.raises(KeyboardInterrupt):
        update_acts(record, stop)
    assert record.view().is_behind()
    update_acts(record)
    assert {len(group) for group in groups(record)} == {3}
    assert not record.view().is_behind()
