"""`goodoffices dates`."""

import datetime as dt
import json
import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from goodoffices.engine.answers import dates_in
from goodoffices.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class DatesFormat(StrEnum):
    """How dates are printed."""

    TABLE = "table"
    JSON = "json"


@app.command()
def dates(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for dates in.")],
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the text.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day of publication, as 2024-05-15.")] = "",
    format: Annotated[
        DatesFormat | None,
        typer.Option(
            "--format", help="table for people, json for programs.  [default: table on a terminal, else json]"
        ),
    ] = None,
) -> None:
    """Find the dates in a text and tell which days they mean.

    A date is that of a day, month or year, or "first/last", both inclusive; it is empty where the text does not tell
    enough. Without --on, "last week" and the like stay without a date.

    \b
    Examples:
      goodoffices dates "They met last Friday and will sign by the end of June." --lang en --on 2024-05-15
      goodoffices dates "Встреча пройдёт 19 мая." --lang ru --on 2024-05-15 --format json
    """
    lines = [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.text,
            "date": mention.interval.to_iso() if mention.interval else "",
            "direction": mention.direction.value,
        }
        for mention in dates_in(text, lang, _day(on))
    ]
    if (format or (DatesFormat.TABLE if sys.stdout.isatty() else DatesFormat.JSON)) is DatesFormat.JSON:
        print(json.dumps(lines, ensure_ascii=False))
        return
    table = Table("text", "direction", "date", box=None)
    for line in lines:
        table.add_row(str(line["text"]), str(line["direction"]), str(line["date"]) or "?")
    Console(highlight=False).print(table)


def _day(given: str) -> dt.date | None:
    """Return the day that --on names; None where it is not given.

    Raises:
        UsageError: It is no day.
    """
    if not given:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"not a day: {given!r}", subject="--on", hint="Write it as 2024-05-15") from error
