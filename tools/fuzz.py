"""Tries the ways in for files and pages with bytes that coverage guides, for as long as it is let.

    python -m pip install atheris
    python tools/fuzz.py entry -max_total_time=3600 corpus/

What breaks something is left in a file named crash-…; put it into `tests/sources/fuzzed` under the name of the way in,
and mend what it breaks.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["goodoffices"]):
    from sources.ways_in import WAYS_IN, check, seeds


def main() -> None:
    """Fuzz the way in that is named first, with all further arguments of the fuzzer."""
    if len(sys.argv) < 2 or sys.argv[1] not in WAYS_IN:
        raise SystemExit(f"usage: fuzz.py WAY [OPTION...] [FOLDER]; ways in: {', '.join(WAYS_IN)}")
    name = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds()):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        atheris.Setup([*sys.argv, folder], lambda data: check(name, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
