"""The gate under the scores, and the scores themselves where the annotated reports are there."""

from pathlib import Path

import pytest
from shared_data import shared

from benchmarks.gate import FloorError, Floors, judge, load_floors, raised, save_floors
from benchmarks.gold import Corpus, corpus_of, load_gold
from benchmarks.perturbed import perturbed
from benchmarks.scores import measure_scores

CORPUS, OTHER = Corpus("abc", 3, 30), Corpus("def", 2, 10)
FLOORS = Floors(CORPUS, {"F1": 0.5, "precision": 0.8})


def test_the_gate_is_open_at_and_above_the_floors() -> None:
    assert judge(dict(FLOORS.scores), FLOORS).is_open
    verdict = judge({"F1": 0.6, "precision": 0.8}, FLOORS)
    assert (verdict.is_open, verdict.risen) == (True, ("F1: 0.600 > 0.500",))


def test_the_gate_is_closed_below_a_floor() -> None:
    verdict = judge({"F1": 0.499, "precision": 0.9}, FLOORS)
    assert (verdict.is_open, verdict.sunk) == (False, ("F1: 0.499 < 0.500",))


def test_the_gate_is_closed_where_a_score_is_no_longer_measured() -> None:
    verdict = judge({"F1": 0.9}, FLOORS)
    assert (verdict.is_open, verdict.missing) == (False, ("precision",))


def test_floors_rise_and_new_scores_get_one() -> None:
    scores = {"F1": 0.6, "precision": 0.8, "recall": 0.4}
    assert raised(FLOORS, scores, OTHER, may_lower=False) == Floors(OTHER, scores)


@pytest.mark.parametrize("scores", [{"F1": 0.4, "precision": 0.9}, {"F1": 0.9}])
def test_floors_do_not_sink_or_get_lost_unless_told_to(scores: dict[str, float]) -> None:
    with pytest.raises(FloorError, match="--lower-floor"):
        raised(FLOORS, scores, CORPUS, may_lower=False)
    assert raised(FLOORS, scores, CORPUS, may_lower=True).scores == scores


def test_floors_are_pinned_as_they_are(tmp_path: Path) -> None:
    save_floors(FLOORS, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == FLOORS


def test_perturbed_articles_are_different_and_the_same_every_time() -> None:
    articles = list(perturbed(100))
    assert articles == list(perturbed(100))
    assert len({article.digest for article in articles}) == len({article.id for article in articles}) == 100


def test_scores_have_not_sunk() -> None:
    gold = load_gold(shared("gold", "dev"))
    floors = load_floors()
    if corpus_of(gold) != floors.corpus:
        pytest.skip("the annotated reports are not those that the floors were measured on")
    verdict = judge(measure_scores(gold), floors)
    assert (verdict.sunk, verdict.missing) == ((), ())
