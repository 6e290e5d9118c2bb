"""`goodoffices predictions`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from goodoffices.cli.asking import Asked, OnOption, asks
from goodoffices.cli.options import day_from
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.predictions import Forecaster, Prediction
from goodoffices.views.predictions import predictions as predictions_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "state", "why", "what")
_FORECASTER_HEADINGS = ("made", "came", "did not come", "open", "forecaster")


@app.command()
@asks
def predictions(
    asked: Asked,
    on: OnOption = None,
    forecasters: Annotated[
        bool, typer.Option("--forecasters", help="How the predictions of each forecaster fared.")
    ] = False,
    format: ViewFormatOption = None,
) -> None:
    """Print what was predicted and whether it came, by the record.

    \b
    Examples:
      goodoffices predictions
      goodoffices predictions --forecasters
      goodoffices predictions --on 2025-01-01 --issue peace_treaty
    """
    found = predictions_of(asked.view, asked.selection, on=day_from(on, "--on"))
    if forecasters:
        print_view(found.forecasters, _FORECASTER_HEADINGS, _forecaster_rows, format)
    else:
        print_view(found.predictions, _HEADINGS, _rows, format)


def _rows(prediction: Prediction) -> Iterator[Row]:
    item = prediction.item
    yield (day_of(item), item.act, prediction.state.value, prediction.reason, what_of(item))
    for one in prediction.came:
        yield (day_of(one.item), one.item.act, one.link.value, one.reason, f"→ {what_of(one.item)}")


def _forecaster_rows(one: Forecaster) -> list[Row]:
    return [(*map(str, (one.made, one.came, one.did_not_come, one.open)), one.name)]
