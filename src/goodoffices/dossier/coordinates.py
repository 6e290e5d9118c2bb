"""Where places lie, from the file that `tools/build_world.py` makes of GeoNames."""

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

_FILE = files("goodoffices.dossier") / "data" / "_world" / "coordinates.json.gz"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """What is known of where places lie."""

    # (longitude, latitude) in degrees by usual English name.
    places: dict[str, tuple[float, float]]
    # ISO 3166 numbers, three digits, by usual English name of a state or territory.
    states: dict[str, str]


@cache
def load_coordinates() -> Coordinates:
    """Return the coordinates that the package carries; the same object every time."""
    return msgspec.json.decode(gzip.decompress(_FILE.read_bytes()), type=Coordinates)
