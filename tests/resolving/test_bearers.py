"""Which spellings are of one bearer: never by chance alike, and the same in whatever order they come."""

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.resolving.bearers import SURE, Bearer, called, is_full
from goodoffices.resolving.names import compare_names


def same(one: Bearer, other: Bearer) -> bool:
    return compare_names(one.name, other.name, scripts=load_scripts()).score >= SURE


def names(*bearers: tuple[str, str]) -> dict[tuple[str, str], str]:
    return {tuple(bearer): name for bearer, name in called([Bearer(*b) for b in bearers], same).items()}  # type: ignore[misc]


def test_spellings_of_who_speaks_for_the_same_are_one_bearer() -> None:
    found = names(("Rustam Tagizade", "Peru"), ("Rustam Taghizade", "Peru"))
    assert set(found.values()) == {"Rustam Taghizade"}


def test_who_speaks_for_another_is_another() -> None:
    found = names(("Rustam Tagizade", "Peru"), ("Rustam Taghizade", "Chile"))
    assert set(found.values()) == {"Rustam Tagizade", "Rustam Taghizade"}


def test_brothers_are_two() -> None:
    assert len(set(names(("Mher Grigoryan", "Peru"), ("David Grigoryan", "Peru")).values())) == 2


def test_a_name_without_a_side_goes_with_the_only_bearer_that_it_can_be() -> None:
    assert set(names(("Rustam Tagizade", ""), ("Rustam Taghizade", "Peru")).values()) == {"Rustam Taghizade"}
    found = names(("Rustam Tagizade", ""), ("Rustam Taghizade", "Peru"), ("Rustam Taghizade", "Chile"))
    assert found["Rustam Tagizade", ""] == "Rustam Tagizade"


def test_surnames_and_numbers_are_no_full_names() -> None:
    assert [is_full(name) for name in ("Taghizade", "Rustam Taghizade", "5th Army", "Fezzi militia")] == [
        False, True, False, True,
    ]  # fmt: skip


SPELLINGS = ("Rustam Taghizade", "Rustam Tagizade", "Rüstəm Tağızadə", "Mher Grigoryan", "David Grigoryan")
BEARERS = st.sets(st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(["", "Peru", "Chile"])), max_size=8)


@given(BEARERS, st.randoms(use_true_random=False))
def test_order_changes_nothing(bearers: set[tuple[str, str]], shuffling: object) -> None:
    ordered = sorted(bearers)
    shuffled = list(ordered)
    shuffling.shuffle(shuffled)  # type: ignore[attr-defined]
    assert names(*ordered) == names(*shuffled)
