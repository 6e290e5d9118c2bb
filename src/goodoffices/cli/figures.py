"""`goodoffices figures`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.figures import Figures
from goodoffices.views.figures import figures as figures_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("what", "of whom", "figure", "date", "id", "who says so", "in which act")


@app.command()
@asks
def figures(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print different figures that reports give for the same things, side by side.

    Figures for one act on which accounts differ stand under `goodoffices differences`; here are those of several acts
    that count the same things of the same party.

    \b
    Examples:
      goodoffices figures
      goodoffices figures --party Armenia --format csv
    """
    print_view(figures_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(found: Figures) -> Iterator[Row]:
    for figure in found.figures:
        for item in figure.items:
            who = ", ".join((*figure.said_by, *item.outlets))
            yield (found.thing, ", ".join(found.parties), figure.value, day_of(item), item.act, who, what_of(item))
