"""Floors under the scores: they rise when asked to, and sink only when told to twice."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.gold import Corpus

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True)
class Floors:
    """The scores below which the gate closes, and the corpus that they were measured on."""

    corpus: Corpus
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Verdict:
    """What comparing scores with their floors found."""

    # "name: score < floor" for each score that sank.
    sunk: tuple[str, ...]
    # "name: score > floor" for each score that rose.
    risen: tuple[str, ...]
    # Names that have a floor and were not measured.
    missing: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether no score sank and none is missing."""
        return not self.sunk and not self.missing


class FloorError(Exception):
    """The floors may not be set so."""


def load_floors(path: Path = FLOORS) -> Floors:
    """Return the floors as they are pinned."""
    held = json.loads(path.read_text("utf-8"))
    return Floors(Corpus(**held["corpus"]), held["scores"])


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Pin floors."""
    path.write_text(json.dumps(asdict(floors), indent=2, sort_keys=True) + "\n", "utf-8")


def judge(scores: Mapping[str, float], floors: Floors) -> Verdict:
    """Return which scores sank below their floors, and which rose above them."""
    both = sorted(set(scores) & set(floors.scores))
    return Verdict(
        sunk=tuple(f"{n}: {scores[n]:.3f} < {floors.scores[n]:.3f}" for n in both if scores[n] < floors.scores[n]),
        risen=tuple(f"{n}: {scores[n]:.3f} > {floors.scores[n]:.3f}" for n in both if scores[n] > floors.scores[n]),
        missing=tuple(sorted(set(floors.scores) - set(scores))),
    )


def raised(floors: Floors, scores: Mapping[str, float], corpus: Corpus, *, may_lower: bool) -> Floors:
    """Return floors at the present scores.

    Args:
        may_lower: Whether floors may sink, or be lost; without it they only rise.

    Raises:
        FloorError: A floor would sink or be lost, and may not.
    """
    verdict = judge(scores, floors)
    if not verdict.is_open and not may_lower:
        held = "; ".join((*verdict.sunk, *(f"{name}: not measured" for name in verdict.missing)))
        raise FloorError(f"these floors would sink, which needs --lower-floor: {held}")
    return Floors(corpus, dict(sorted(scores.items())))
