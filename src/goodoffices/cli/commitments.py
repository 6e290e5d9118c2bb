"""`goodoffices commitments`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, OnOption, asks
from goodoffices.cli.options import day_from
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.commitments import Commitment
from goodoffices.views.commitments import commitments as commitments_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "state", "deadline", "what")


@app.command()
@asks
def commitments(
    asked: Asked,
    on: OnOption = None,
    format: ViewFormatOption = None,
) -> None:
    """Print what was undertaken, and what came of it: fulfilled, broken, overdue or open.

    \b
    Examples:
      goodoffices commitments --party Armenia
      goodoffices commitments --on 2024-07-31 --issue border_delimitation
      goodoffices commitments --format jsonl
    """
    found = commitments_of(asked.view, asked.selection, on=day_from(on, "--on"))
    print_view(found, _HEADINGS, _rows, format)


def _rows(commitment: Commitment) -> Iterator[Row]:
    item = commitment.item
    state = commitment.state.value
    if commitment.overdue_days is not None:
        state = f"{state} by {commitment.overdue_days} days"
    yield (day_of(item), item.act, state, commitment.deadline, what_of(item))
    for one in commitment.outcomes:
        yield (day_of(one.item), one.item.act, one.link.value, "", f"→ {what_of(one.item)}")
