"""Reads sources in processes that are killed at random moments, and then once to the end.

    python -m engine.killing RECORD KILLS SEED ROUNDS SOURCE...

Run from the folder of the tests. Each process makes so many rounds through the sources, one for `read`, more for
`watch`. Prints how many processes were killed while they were still at work.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from samples import a_report
from web_server import is_this_machine

from goodoffices.engine.gathering import Web, gather
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess
from goodoffices.model.article import Article
from goodoffices.reading.reading import Reading
from goodoffices.record.store import Record
from goodoffices.sources.politeness import Clock

MOST_SECONDS_ALIVE = 0.25
_READING_SECONDS = 0.003


class OneReport:
    """Finds one meeting in every article, in a time that leaves room for being killed."""

    def read(self, article: Article) -> Reading:
        """Return the meeting."""
        time.sleep(_READING_SECONDS)
        return Reading(reports=(a_report(article, date="2024-05-10"),), notices=(), lang="en")


def read_all(record_file: Path, sources: Sequence[str]) -> None:
    """Make one round through the sources, as `read` and `watch` do; servers are not waited for."""
    web = Web(is_allowed=is_this_machine, clock=Clock(now=time.monotonic, sleep=lambda _: None))
    with Record.open(record_file) as record:
        intake = Intake(record, InProcess(OneReport()), read_with="v1", hooks=Hooks(clock=str))
        intake.read(gather(record, sources, web))
        record.fetches().settle()


def killed_at_work(record_file: Path, sources: Sequence[str], rounds: int, seconds: float) -> bool:
    """Read in a process of its own, kill it after that time, and return whether it was still at work."""
    child = os.fork()
    if child == 0:
        for _ in range(rounds):
            read_all(record_file, sources)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main() -> None:
    """Kill as often as is asked, then read to the end."""
    record_file, kills, seed, rounds, *sources = sys.argv[1:]
    moments = random.Random(int(seed))
    killed = sum(
        killed_at_work(Path(record_file), sources, int(rounds), moments.uniform(0, MOST_SECONDS_ALIVE))
        for _ in range(int(kills))
    )
    for _ in range(int(rounds)):
        read_all(Path(record_file), sources)
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main()
