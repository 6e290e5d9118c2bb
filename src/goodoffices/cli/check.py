"""`goodoffices check`."""

import sys
from typing import Annotated

import typer

from goodoffices.engine.answers import check_data

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Languages and dossiers.  [default: all]")
    ] = None,
) -> None:
    """Check lexicons and dossiers for mistakes.

    A mistake must be mended before anything is read; a warning names what is likely a slip.

    Exit status: 0 no mistakes, 1 mistakes, with file and key.

    \b
    Examples:
      goodoffices check
      goodoffices check ru armenia-azerbaijan
    """
    found = check_data(names or [])
    for what, lines in (("mistake", found.mistakes), ("warning", found.warnings)):
        for line in lines:
            print(f"{what}: {line}")
    print(f"{len(found.mistakes)} mistake(s), {len(found.warnings)} warning(s)", file=sys.stderr)
    if found.mistakes:
        raise typer.Exit(1)
