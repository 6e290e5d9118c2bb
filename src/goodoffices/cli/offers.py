"""`goodoffices offers`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, OnOption, asks
from goodoffices.cli.options import day_from
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.offers import Offer
from goodoffices.views.offers import offers as offers_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "what became of it", "sure", "what")


@app.command()
@asks
def offers(
    asked: Asked,
    on: OnOption = None,
    format: ViewFormatOption = None,
) -> None:
    """Print offers and invitations, and what became of them.

    \b
    Examples:
      goodoffices offers
      goodoffices offers --party Kazakhstan --since 2024-04
      goodoffices offers --on 2024-06-01 --format jsonl
    """
    found = offers_of(asked.view, asked.selection, on=day_from(on, "--on"))
    print_view(found, _HEADINGS, _rows, format)


def _rows(offer: Offer) -> Iterator[Row]:
    waiting = "" if offer.waiting_days is None else f" for {offer.waiting_days} days"
    yield (day_of(offer.item), offer.item.act, f"{offer.state.value}{waiting}", "", what_of(offer.item))
    for one in offer.outcomes:
        yield (day_of(one.item), one.item.act, one.link.value, f"{one.confidence:.2f}", f"→ {what_of(one.item)}")
