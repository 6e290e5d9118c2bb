"""`goodoffices timeline`."""

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.timeline import Event
from goodoffices.views.timeline import timeline as timeline_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "kind", "status", "sources", "what")


@app.command()
@asks
def timeline(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print everything that happened or was said, by day.

    \b
    Examples:
      goodoffices timeline --since 2024-04 --until 2024-05
      goodoffices timeline --party Armenia --party Azerbaijan --issue border_delimitation
      goodoffices timeline --party Пашинян --format csv > pashinyan.csv
    """
    print_view(timeline_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(event: Event) -> list[Row]:
    item = event.item
    return [(day_of(item), item.act, item.kind.value, item.status, str(item.sources), what_of(item))]
