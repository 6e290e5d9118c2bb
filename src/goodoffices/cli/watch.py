"""`goodoffices watch`."""

import time
from collections.abc import Callable
from typing import Annotated

import typer

from goodoffices.cli.filtering import DroppedOption, RelevantOption, open_filter
from goodoffices.cli.options import DossierOption, RecordOption, WorkersOption, record_path
from goodoffices.cli.running import Runner, open_runner
from goodoffices.engine.gathering import Web, gather
from goodoffices.engine.relevance import Filter
from goodoffices.errors import Interrupted
from goodoffices.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_STEP_SECONDS = 0.5


@app.command()
def watch(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Feeds, site maps, pages, lists, folders.")],
    record: RecordOption = None,
    dossier: DossierOption = None,
    workers: WorkersOption = None,
    every: Annotated[float, typer.Option(min=0, help="Minutes from the end of a round to the next.")] = 30.0,
    rounds: Annotated[int, typer.Option(min=0, help="How many rounds; 0 goes on until Ctrl-C.")] = 0,
    retry: Annotated[bool, typer.Option("--retry", help="Ask again for addresses that failed before.")] = False,
    relevant: RelevantOption = False,
    dropped: DroppedOption = None,
) -> None:
    """Read what is new at feeds, site maps, pages and folders, time after time.

    Prints each new article in a line. Hosts are asked by their rules for robots, one page every two seconds at most,
    and only for what changed. What cannot be had now is asked for again later, after growing pauses. A watch that was
    stopped, or cut off, goes on where it was.

    \b
    Examples:
      goodoffices watch https://www.example.org/feed.xml --record process.db
      goodoffices watch subscriptions.opml inbox/ --every 60
      goodoffices watch addresses.txt --rounds 1

    Exit status: 0 all rounds were made, 2 wrong use, 130 stopped.
    """
    settings = Settings.from_environment()
    web = Web(contact=settings.contact, retries_failed=retry)
    chosen = dossier or settings.dossier
    with (
        open_filter(chosen, relevant, dropped) as only,
        open_runner(record_path(record), chosen, workers or settings.workers) as runner,
    ):
        made = 0
        while True:
            _make_round(runner, sources, web, only)
            made += 1
            if made == rounds:
                return
            _wait(every * 60, runner.should_stop)


def _make_round(runner: Runner, sources: list[str], web: Web, only: Filter | None) -> None:
    """Read what is new once, and print it, also where the round is stopped."""
    shelf = runner.record.shelf()
    last = shelf.last_key()
    try:
        runner.read(gather(runner.record, sources, web, only))
    finally:
        for head in shelf.newer_than(last):
            day = head.published.to_iso() if head.published else "no date"
            again = " (corrected)" if head.version > 1 else ""
            print("  ".join(filter(None, (day, head.outlet, head.title or head.id, head.url))) + again)


def _wait(seconds: float, should_stop: Callable[[], bool]) -> None:
    """Return after so many seconds.

    Raises:
        Interrupted: The user stopped the watch.
    """
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if should_stop():
            raise Interrupted("stopped between two rounds", hint="The same command goes on from there")
        time.sleep(min(left, _STEP_SECONDS))
