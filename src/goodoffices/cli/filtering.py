"""Options that let by only what may be about the dossier's process, and the list of what was dropped."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, TextIO

import typer

from goodoffices.engine.relevance import Dropped, Filter, Relevance
from goodoffices.errors import UsageError

RelevantOption = Annotated[
    bool, typer.Option("--relevant", help="Read only what names the parties of the dossier's process.")
]
DroppedOption = Annotated[
    Path | None,
    typer.Option("--dropped", metavar="FILE", help="Write what --relevant drops, with why, as JSON Lines."),
]


def _opened(path: Path) -> TextIO:
    try:
        return path.open("a", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be written to: {error.strerror or error}", subject=str(path)) from error


@contextmanager
def open_filter(dossier: str | None, is_asked: bool, dropped: Path | None) -> Iterator[Filter | None]:
    """Lend the filter that the options ask for, None where they ask for none; say in the end how much it dropped.

    Raises:
        UsageError: There is no dossier to filter by, or a list of what no filter drops is asked for.
    """
    if not is_asked:
        if dropped is not None:
            raise UsageError("nothing is dropped without --relevant", subject="--dropped")
        yield None
        return
    if dossier is None or dossier == "none":
        raise UsageError("this needs a dossier", subject="--relevant", hint="Name one with --dossier")
    with ExitStack() as stack:
        file = stack.enter_context(_opened(dropped)) if dropped else None
        count = 0

        def drop(item: Dropped) -> None:
            nonlocal count
            count += 1
            if file is not None:
                file.write(json.dumps(asdict(item), ensure_ascii=False) + "\n")

        try:
            yield Filter(relevance=Relevance(dossier), drop=drop)
        finally:
            where = f" -> {dropped}" if dropped else ""
            print(f"{count} dropped as not about the process{where}", file=sys.stderr)
