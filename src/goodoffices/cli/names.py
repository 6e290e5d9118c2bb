"""`goodoffices names`."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from goodoffices.engine.names import score_names
from goodoffices.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class NamesFormat(StrEnum):
    """How the answer is printed."""

    TEXT = "text"
    JSON = "json"


@app.command()
def names(
    a: Annotated[str, typer.Argument(metavar="A", help="A name, in any script.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another name, in any script.")],
    lang_a: Annotated[str, typer.Option("--lang-a", metavar="CODE", help="The language of the text A is from.")] = "",
    lang_b: Annotated[str, typer.Option("--lang-b", metavar="CODE", help="The language of the text B is from.")] = "",
    format: Annotated[
        NamesFormat | None,
        typer.Option("--format", help="text for people, json for programs.  [default: text on a terminal, else json]"),
    ] = None,
) -> None:
    """Tell whether two names can be one name, and why.

    The score runs from 0 to 1; from 0.82 on the two are taken for one. A surname alone matches the whole name. The
    languages help with spellings ("c" in Turkish is English "j") and endings, and can be left out.

    \b
    Examples:
      goodoffices names Пашинян Paşinyan
      goodoffices names "Jeyhun Bayramov" Ceyhun --lang-b az --format json
    """
    for given, what in ((a, "A"), (b, "B")):
        if not given.strip():
            raise UsageError("no name is given", subject=what, hint="Put a name between quotation marks")
    found = score_names(a, b, lang_a=lang_a, lang_b=lang_b)
    if (format or (NamesFormat.TEXT if sys.stdout.isatty() else NamesFormat.JSON)) is NamesFormat.JSON:
        print(json.dumps({"score": found.score, "reason": found.reason}, ensure_ascii=False))
    else:
        print(f"{found.score:.2f}  {found.reason}")
