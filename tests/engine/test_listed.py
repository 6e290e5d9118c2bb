"""Other spellings of people whom dossiers list."""

import pytest

from goodoffices.engine.listed import listed_name


@pytest.mark.parametrize(
    ("name", "side", "person"),
    [
        ("Aibek Smadiarov", "Kazakhstan", "Aibek Smadiyarov"),
        ("Ararat Mirzoian", "Armenia", "Ararat Mirzoyan"),
        # Another state's, nobody's, a brother's and somebody else's.
        ("Aibek Smadiarov", "Kyrgyzstan", ""),
        ("Ararat Mirzoian", "", ""),
        ("Arsen Mirzoyan", "Armenia", ""),
        ("Ana Silva", "Armenia", ""),
    ],
)
def test_spelling_and_side_tell_whom_a_name_means(name: str, side: str, person: str) -> None:
    assert listed_name(name, side) == person
