"""How fast names are compared: those of the tests, every one read before the clock starts."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.lexicon.scripts import ScriptTables
from goodoffices.resolving.names import compare_names

NAMES = Path(__file__).resolve().parents[1] / "tests" / "resolving" / "name_pairs.yml"
PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class ComparingSpeed:
    """Pairs in a second of one core's time."""

    # Of names drawn at random, no two words of which were compared before.
    strangers: float
    # The same pairs once more: as in a record, where the same words meet again and again.
    again: float


def measure_comparing() -> ComparingSpeed:
    """Return how fast pairs of names in all scripts are compared on one core."""
    scripts, random = load_scripts(), Random(1)
    spellings = yaml.safe_load(NAMES.read_text("utf-8"))["same"]
    names = sorted({name for group in spellings for name in group})
    for name in names:
        compare_names(name, name, scripts=scripts)
    # What one sound costs for another is worked out when first asked for: once in a run, so not here.
    _pairs_in_a_second(_drawn(names, random), scripts)
    scripts.scores.clear()
    pairs = _drawn(names, random)
    return ComparingSpeed(_pairs_in_a_second(pairs, scripts), _pairs_in_a_second(pairs, scripts))


def _drawn(names: list[str], random: Random) -> list[tuple[str, str]]:
    return [(random.choice(names), random.choice(names)) for _ in range(PAIRS)]


def _pairs_in_a_second(pairs: Iterable[tuple[str, str]], scripts: ScriptTables) -> float:
    start = time.process_time()
    for a, b in pairs:
        compare_names(a, b, scripts=scripts)
    return PAIRS / (time.process_time() - start)
