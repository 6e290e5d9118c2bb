"""Skeletons of consonants: spellings of one name share one."""

import itertools
from pathlib import Path

import yaml

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.skeleton import name_key, name_keys

PAIRS = yaml.safe_load((Path(__file__).parents[1] / "resolving" / "name_pairs.yml").read_text("utf-8"))


def test_scripts_share_a_key() -> None:
    keys = {name_key(name, load_scripts()) for name in ("Mirzoyan", "Мирзоян", "Միրզոյան", "ميرزويان", "Mirsojan")}
    assert keys == {"MRSN"}


def test_other_consonants_make_another_key() -> None:
    assert not name_keys("Mirzoyan", load_scripts()) & name_keys("Manukyan", load_scripts())


def test_the_one_key_is_among_the_many() -> None:
    for name in ("Пашиняном", "Xaçaturyan", "البرهان", "Chișinău"):
        assert name_key(name, load_scripts()) in name_keys(name, load_scripts())


def test_an_ending_can_be_left_out() -> None:
    tables = load_scripts()
    assert name_key("Пашиняном", tables) != name_key("Пашинян", tables)
    assert name_key("Пашинян", tables) in name_keys("Пашиняном", tables)


def test_vowels_alone_have_an_empty_key() -> None:
    assert name_key("Aoi", load_scripts()) == ""
    assert name_key("—", load_scripts()) == ""


def test_spellings_of_one_surname_nearly_always_share_one() -> None:
    tables = load_scripts()
    surnames = [
        (a.split()[-1], b.split()[-1])
        for spellings in PAIRS["same"]
        for a, b in itertools.combinations(spellings, 2)
        if len(a.split()) == len(b.split()) == 2
    ]
    met = sum(bool(name_keys(a, tables) & name_keys(b, tables)) for a, b in surnames)
    alike = sum(name_key(a, tables) == name_key(b, tables) for a, b in surnames)
    assert met / len(surnames) >= 0.98
    assert alike / len(surnames) >= 0.8
