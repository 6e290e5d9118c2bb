"""What a run says while it goes, on standard error: a moving line on a terminal, nothing elsewhere; and its end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from goodoffices.engine.intake import Tally
from goodoffices.model.notice import Notice, Severity

_SHOWN = 40
"""How many notices are printed; all are in the record."""


@contextmanager
def shown_progress() -> Iterator[Callable[[Tally], None]]:
    """Lend a function that shows how far a run has come."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("getting ready")
        yield lambda tally: progress.update(task, description=counts_of(tally))


def counts_of(tally: Tally) -> str:
    """Return what a run has done in one line."""
    parts = [f"{tally.articles} article(s) read", f"{tally.reports} report(s)"]
    if tally.known:
        parts.append(f"{tally.known} already in the record")
    if tally.corrected:
        parts.append(f"{tally.corrected} corrected version(s)")
    if tally.errors:
        parts.append(f"{tally.errors} not read")
    return ", ".join(parts)


def print_notices(notices: list[Notice]) -> None:
    """Print notices on standard error, the gravest first, as many as a person reads."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ranked = sorted(notices, key=lambda notice: order.index(notice.severity))
    for notice in ranked[:_SHOWN]:
        print(f"{notice.severity.value}: {notice.subject}: {notice.message}", file=sys.stderr)
    if len(ranked) > _SHOWN:
        print(f"... and {len(ranked) - _SHOWN} more notices; the record has them all", file=sys.stderr)
