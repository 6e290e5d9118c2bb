"""`goodoffices tracks`."""

import typer

from goodoffices.cli.asking import BackgroundOption, IssueOption, PartyOption, SinceOption, UntilOption, asking
from goodoffices.cli.options import RecordOption
from goodoffices.cli.printing import Row, ViewFormatOption, print_view
from goodoffices.views.sentences import listed
from goodoffices.views.tracks import Track
from goodoffices.views.tracks import tracks as tracks_of

app = typer.Typer(rich_markup_mode=None)

_HEADINGS = ("third party", "held", "first", "last", "roles", "between")


@app.command()
def tracks(
    record: RecordOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    party: PartyOption = None,
    issue: IssueOption = None,
    with_background: BackgroundOption = False,
    format: ViewFormatOption = None,
) -> None:
    """Print which third party mediates, hosts and offers, between whom and since when.

    \b
    Examples:
      goodoffices tracks
      goodoffices tracks --since 2024 --format jsonl
      goodoffices tracks --party Russia
    """
    with asking(record, since, until, party, issue, with_background=with_background) as asked:
        print_view(tracks_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(track: Track) -> list[Row]:
    roles = ", ".join(f"{role} {count}" for role, count in track.roles)
    return [(track.third_party, str(track.held), track.first, track.last, roles, listed(track.parties))]
