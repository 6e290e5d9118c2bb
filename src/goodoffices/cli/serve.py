"""`goodoffices serve`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.options import DossierOption, RecordOption, record_path
from goodoffices.engine.gathering import Web
from goodoffices.record.store import Record
from goodoffices.settings import Settings
from goodoffices.web.desk import Desk
from goodoffices.web.serving import HOST
from goodoffices.web.serving import serve as serve_desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PORT = 8010


@app.command()
def serve(
    record: RecordOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes a free one.")] = PORT,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Another address of this machine; needs $GOODOFFICES_PASSWORD.")
    ] = HOST,
    dossier: DossierOption = None,
) -> None:
    """Show the record in the browser, on this machine alone.

    Says the address and serves until Ctrl-C. Pages work without a network and without scripts; each has its JSON under
    the same address with .json. Where there is no record yet, an empty one is made: articles can be added there.

    \b
    Examples:
      goodoffices serve
      goodoffices serve --record process.db --port 0
      GOODOFFICES_PASSWORD=... goodoffices serve --host 0.0.0.0
    """
    serve_record(record_path(record), port=port, host=host, dossier=dossier)


def serve_record(path: Path, *, port: int, host: str = HOST, dossier: str | None = None) -> None:
    """Serve one record until the user ends it, and say where.

    Raises:
        GoodOfficesError: The record cannot be opened, or the address cannot be listened at.
    """
    settings = Settings.from_environment()
    if not path.exists():
        Record.open(path).close()
        print(f"{path}: a new record, empty as yet", file=sys.stderr)
    web = Web(contact=settings.contact)
    desk = Desk(record=path, dossier=dossier or settings.dossier, reviewer=settings.reviewer or "", web=web)
    with desk.view():
        pass
    serve_desk(desk, host=host, port=port, password=settings.password, on_ready=_say_where)
    print("ended", file=sys.stderr)


def _say_where(address: str) -> None:
    print(f"Good Offices is at {address} (Ctrl-C ends it)", file=sys.stderr, flush=True)
