"""`goodoffices tracks`."""

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, print_view
from goodoffices.following.words import listed
from goodoffices.views.tracks import Track
from goodoffices.views.tracks import tracks as tracks_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("third party", "held", "first", "last", "roles", "between")


@app.command()
@asks
def tracks(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print which third party mediates, hosts and offers, between whom and since when.

    \b
    Examples:
      goodoffices tracks
      goodoffices tracks --since 2024 --format jsonl
      goodoffices tracks --party Russia
    """
    print_view(tracks_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(track: Track) -> list[Row]:
    roles = ", ".join(f"{role} {count}" for role, count in track.roles)
    return [(track.third_party, str(track.held), track.first, track.last, roles, listed(track.parties))]
