"""`goodoffices demands`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, OnOption, asks
from goodoffices.cli.options import day_from
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.demands import Demand
from goodoffices.views.demands import demands as demands_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "reply", "strength", "what")


@app.command()
@asks
def demands(
    asked: Asked,
    on: OnOption = None,
    format: ViewFormatOption = None,
) -> None:
    """Print demands and the replies to them.

    \b
    Examples:
      goodoffices demands --party Azerbaijan
      goodoffices demands --issue constitution --since 2024
      goodoffices demands --format jsonl
    """
    found = demands_of(asked.view, asked.selection, on=day_from(on, "--on"))
    print_view(found, _HEADINGS, _rows, format)


def _rows(demand: Demand) -> Iterator[Row]:
    item = demand.item
    yield (day_of(item), item.act, demand.state.value, demand.strength, what_of(item))
    for one in (*demand.replies, *demand.repetitions):
        yield (day_of(one.item), one.item.act, one.link.value, "", f"→ {what_of(one.item)}")
