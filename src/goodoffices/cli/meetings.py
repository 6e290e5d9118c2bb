"""`goodoffices meetings`."""

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view
from goodoffices.following.words import listed
from goodoffices.views.meetings import Meeting
from goodoffices.views.meetings import meetings as meetings_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "status", "mediators", "host", "place", "sources", "who", "came to")


@app.command()
@asks
def meetings(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print meetings, calls and visits: who, where, under whose auspices, and what an agreed one came to.

    \b
    Examples:
      goodoffices meetings --since 2024
      goodoffices meetings --party Kazakhstan --format jsonl
      goodoffices meetings --party Mirzoyan --party Bayramov
    """
    print_view(meetings_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(meeting: Meeting) -> list[Row]:
    item = meeting.item
    came_to = "; ".join(f"{one.link.value.replace('_', ' ')} {day_of(one.item)}" for one in meeting.came_to)
    who = listed(meeting.participants)
    return [
        (
            day_of(item), item.act, item.status, listed(meeting.mediators), meeting.host,
            meeting.place or meeting.country, str(item.sources), who, came_to,
        )
    ]  # fmt: skip
