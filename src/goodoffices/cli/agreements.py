"""`goodoffices agreements`."""

from collections.abc import Iterator

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.views.agreements import Agreement
from goodoffices.views.agreements import agreements as agreements_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("document", "state", "date", "id", "stage", "what")


@app.command()
@asks
def agreements(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print agreements through their stages: proposed, draft, agreed, initialled, signed, in force.

    \b
    Examples:
      goodoffices agreements
      goodoffices agreements --issue peace_treaty
      goodoffices agreements --party Armenia --format jsonl
    """
    print_view(agreements_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(agreement: Agreement) -> Iterator[Row]:
    name = agreement.document or agreement.issue.replace("_", " ") or "no document named"
    for item in agreement.stages:
        yield (name, agreement.state, day_of(item), item.act, item.status, what_of(item))
    for one in agreement.against:
        yield (name, agreement.state, day_of(one.item), one.item.act, one.link.value, f"→ {what_of(one.item)}")
