"""`goodoffices changes`."""

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.errors import UsageError
from goodoffices.views.changes import Change
from goodoffices.views.changes import changes as changes_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("reported", "id", "new", "which", "date", "what")


@app.command()
@asks
def changes(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print what is new by what was published between two dates: acts, statuses, differences.

    \b
    Examples:
      goodoffices changes --since 2024-05-01 --until 2024-05-13
      goodoffices changes --since 2024-05-13 --party Armenia
      goodoffices changes --since 2024-05 --format jsonl
    """
    if asked.period is None:
        raise UsageError("since when?", subject="--since", hint="Give the first day, and --until for the last")
    print_view(changes_of(asked.view, asked.selection, asked.period), _HEADINGS, _rows, format)


def _rows(change: Change) -> list[Row]:
    news = ", ".join(change.now)
    if change.before:
        news = f"{change.field}: {', '.join(change.before)} → {news}"
    return [(change.reported, change.item.act, change.kind.value, news, day_of(change.item), what_of(change.item))]
