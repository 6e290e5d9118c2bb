"""Copies are grouped as they come, the same in any order."""

import itertools
import random
from itertools import permutations
from pathlib import Path

import pytest
from samples import an_article

from goodoffices.engine import copies
from goodoffices.engine.copies import group_copies
from goodoffices.model.article import Article
from goodoffices.record.copies import MOST_IN_BAND
from goodoffices.record.store import Record

STORY = (
    "The envoys of the two republics met in the old harbour hall on Friday and spoke for three hours about the line. "
    "A spokesman said that both had brought maps, and that each had found the other's maps wanting. "
    "They will meet again next month in the mountain town whose mayor has lent them the town hall for a week. "
    "Nobody would say whether the prisoners were spoken of, though their families stood at the gate all day."
)
OTHER = (
    "Farmers in the valley began the harvest two weeks early because of the heat, the ministry of agriculture said. "
    "Wheat is expected to fall by a tenth against last year, while apricots have rarely been so many or so sweet."
)


def groups(path: Path, articles: list[Article], *, at_once: int = 1000) -> set[frozenset[str]]:
    """Return the groups that articles make which come so many at once."""
    with Record.open(path) as record:
        for start in range(0, len(articles), at_once):
            with record.writer() as writer:
                for article in articles[start : start + at_once]:
                    writer.add(article, (), (), read_with="v1")
            group_copies(record)
        found: dict[int, set[str]] = {}
        for head in record.view().heads():
            found.setdefault(head.copy_group, set()).add(head.id)
    return {frozenset(group) for group in found.values()}


def edited(text: str, every: int) -> str:
    return " ".join("instead" if at % every == every - 1 else word for at, word in enumerate(text.split()))


@pytest.mark.parametrize(
    "copy",
    [STORY, STORY.upper().replace(".", " ."), f"BARID, 4 May (Andes Wire). {STORY}", edited(STORY, 15), STORY[:300]],
    ids=["same", "layout", "dateline", "edited", "cut"],
)
def test_a_copy_is_in_the_group_of_what_it_copies(tmp_path: Path, copy: str) -> None:
    articles = [an_article("a", STORY), an_article("b", OTHER), an_article("c", copy)]
    assert groups(tmp_path / "r.db", articles) == {frozenset("ac"), frozenset("b")}


def test_a_shared_quotation_makes_no_copy(tmp_path: Path) -> None:
    quoted = STORY[:115]
    assert len(groups(tmp_path / "r.db", [an_article("a", STORY), an_article("b", OTHER + " " + quoted)])) == 2


def test_texts_without_words_are_copies_only_of_themselves(tmp_path: Path) -> None:
    articles = [an_article("a", "…"), an_article("b", "!!"), an_article("c", "…"), an_article("d", "Yes.")]
    assert groups(tmp_path / "r.db", articles) == {frozenset("ac"), frozenset("b"), frozenset("d")}


def test_the_groups_are_the_same_in_any_order_and_in_any_shares(tmp_path: Path) -> None:
    # A chain: each is a copy of its neighbours, the ends are none of each other.
    words = STORY.split()
    chain = [an_article(f"c{at}", " ".join(words[at * 10 : at * 10 + 40])) for at in range(4)]
    articles = [*chain, an_article("x", OTHER)]
    ways = list(permutations(articles))
    random.Random(1).shuffle(ways)
    for number, way in enumerate(ways[:12]):
        found = groups(tmp_path / f"{number}.db", list(way), at_once=1 + number % 5)
        assert found == {frozenset({"c0", "c1", "c2", "c3"}), frozenset("x")}


def test_one_page_at_several_addresses_is_compared_with_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.sources.likeness._bands", lambda _: ())
    articles = [
        an_article("a", STORY, url="https://www.example.org/talks.html?utm_source=mail"),
        an_article("b", STORY + " More soon.", url="http://m.example.org/talks.html#top"),
        an_article("c", STORY + " Read on.", url="http://m.example.org/other.html"),
    ]
    assert groups(tmp_path / "r.db", articles) == {frozenset("ab"), frozenset("c")}


def test_a_text_repeated_from_a_pattern_does_not_make_grouping_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = itertools.count()
    monkeypatch.setattr(copies, "likeness", lambda *_: float(next(asked) < 0))
    articles = [an_article(f"a{at}", f"{STORY} {at}") for at in range(MOST_IN_BAND + 60)]
    groups(tmp_path / "r.db", articles, at_once=10)
    assert 0 < next(asked) <= len(articles) * (MOST_IN_BAND + 10)


def test_what_was_grouped_is_not_compared_again(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    groups(path, [an_article("a", STORY), an_article("b", OTHER)])
    with Record.open(path) as record:
        assert group_copies(record) == 0


def test_a_transaction_that_fails_leaves_the_rest_to_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    articles = [an_article(f"a{at}", f"{STORY} {at}") for at in range(4)]
    monkeypatch.setattr(copies, "ARTICLES_IN_TRANSACTION", 2)
    with Record.open(path) as record, record.writer() as writer:
        for article in articles:
            writer.add(article, (), (), read_with="v1")

    def failing(one: frozenset[str], other: frozenset[str]) -> float:
        if any("3" in run.split() for run in one | other):
            raise ZeroDivisionError
        return 1.0

    with monkeypatch.context() as patch, Record.open(path) as record, pytest.raises(ZeroDivisionError):
        patch.setattr(copies, "likeness", failing)
        group_copies(record)
    with Record.open(path) as record:
        assert group_copies(record) == 2
        assert {head.copy_group for head in record.view().heads()} == {1}
