"""How much memory reading into a record takes, in a process of its own; run as `python -m benchmarks.memory N`."""

import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.perturbed import perturbed
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, fingerprint, open_reader
from goodoffices.record.store import Record


@dataclass(frozen=True)
class Memory:
    """The most memory that a run ever held."""

    articles: int
    reports: int
    acts: int
    megabytes: float
    record_megabytes: float


def measure_memory(articles: int) -> Memory:
    """Return what reading that many articles takes, acts made and all, in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.memory", str(articles)]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return Memory(**json.loads(done.stdout))


def _read(articles: int) -> Memory:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "bench.db") as record:
        executor = InProcess(open_reader(None))
        intake = Intake(record, executor, read_with=fingerprint(None), hooks=Hooks(clock=str))
        tally = intake.read(perturbed(articles))
        acts = record.view().counts().acts
        size = record.path.stat().st_size / 2**20
    return Memory(tally.articles, tally.reports, acts, round(_peak_megabytes(), 1), round(size, 1))


def _peak_megabytes() -> float:
    """Return the most memory that this program held: what its starter held before it does not count."""
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(vars(_read(int(sys.argv[1])))))
