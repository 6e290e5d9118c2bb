"""Outlets of the dossiers, and names in any language."""

from pathlib import Path

import pytest

from goodoffices.engine.outlets import outlet_sides
from goodoffices.engine.spellings import english_names


def test_outlets_are_known_by_name_and_host_with_the_side_in_english() -> None:
    sides = dict(outlet_sides(None))
    assert sides["azertac"].side == sides["azertag.az"].side == "Azerbaijan"
    assert sides["armenpress.am"].side == "Armenia"
    assert sides["reuters.com"].side == ""
    assert all(key == key.casefold() for key in sides)


def test_the_dossier_that_is_read_by_has_the_last_word(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(
        'id: "own"\ntitle: {en: "Own"}\noutlets:\n'
        '  - {id: "apa", name: "APA", hosts: ["apa.az"], aligned_with: "georgia"}\n',
        "utf-8",
    )
    assert dict(outlet_sides(str(own)))["apa.az"].side == "Georgia"
    assert dict(outlet_sides("no-such-dossier"))["apa.az"].side == "Azerbaijan"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ermenistan", "Armenia"), ("Армения", "Armenia"), ("Баку", "Azerbaijan"), ("Հայաստան", "Armenia"),
        ("باشينيان", "Nikol Pashinyan"), ("საქართველო", "Georgia"), ("Kasım Cömert Tokayev", "Kassym-Jomart Tokayev"),
    ],
)  # fmt: skip
def test_whom_a_name_means_in_any_language(text: str, name: str) -> None:
    assert name in english_names(text)


def test_a_name_that_nobody_has_means_nobody() -> None:
    assert english_names("Qwertz Uiop") == english_names("") == frozenset()
