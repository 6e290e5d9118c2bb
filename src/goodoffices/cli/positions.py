"""`goodoffices positions`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.positions import Position, Standpoint
from goodoffices.views.positions import positions as positions_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("issue", "party", "", "stance", "date", "id", "what")


@app.command()
@asks
def positions(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print where each party stands on each issue: the latest, and what came before.

    \b
    Examples:
      goodoffices positions --issue border_delimitation
      goodoffices positions --party Azerbaijan --format jsonl
      goodoffices positions --until 2024-04-30
    """
    print_view(positions_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(standpoint: Standpoint) -> Iterator[Row]:
    yield _row(standpoint, "latest", standpoint.latest)
    for position in standpoint.earlier:
        yield _row(standpoint, "earlier", position)


def _row(standpoint: Standpoint, which: str, position: Position) -> Row:
    item = position.item
    return (
        standpoint.issue_title, standpoint.party, which, position.stance.value, day_of(item), item.act, what_of(item)
    )  # fmt: skip
