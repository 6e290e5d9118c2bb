"""Russian persons with their offices, on two public sets: floors below what is reached, so that a fall is seen."""

import pytest
from shared_data import shared

from benchmarks.russian_people import factrueval_share, nerel_shares, russian_tables


def test_persons_with_a_profession_are_named_on_nerel() -> None:
    people, offices = nerel_shares(shared("benchmarks", "nerel", "dev"), russian_tables())
    if not people.annotated:
        pytest.skip("benchmarks/nerel/dev holds no annotation")
    assert people.found / people.annotated > 0.52
    assert offices.found / offices.annotated > 0.22


def test_persons_are_named_on_factrueval() -> None:
    share = factrueval_share(shared("benchmarks", "factrueval", "devset"), russian_tables())
    if not share.annotated:
        pytest.skip("benchmarks/factrueval/devset holds no annotation")
    assert share.found / share.annotated > 0.43
