"""`goodoffices check`."""

import sys
from typing import Annotated

import typer

from goodoffices.engine.answers import check_data

app = typer.Typer(rich_markup_mode=None)


@app.command()
def check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Languages and dossiers.  [default: all]")
    ] = None,
) -> None:
    """Check lexicons and dossiers for mistakes.

    Exit status: 0 nothing is wrong, 1 something is, with file and key.

    \b
    Examples:
      goodoffices check
      goodoffices check ru armenia-azerbaijan
    """
    problems = check_data(names or [])
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem(s)", file=sys.stderr)
        raise typer.Exit(1)
    print("no problems", file=sys.stderr)
