"""`goodoffices actors`."""

from dataclasses import dataclass
from typing import Annotated

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, print_view
from goodoffices.engine.actors import actor_named
from goodoffices.model.actor import ActorKind, Office
from goodoffices.model.dates import FIRST_DAY, LAST_DAY
from goodoffices.views.actors import Participant, participants

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("name", "kind", "speaks for", "acts", "first", "last", "roles", "offices", "written")
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    participant: Participant
    # None for one whom neither a dossier nor world knowledge knows.
    kind: ActorKind | None
    offices: tuple[Office, ...]


@app.command()
@asks
def actors(
    asked: Asked,
    written: Annotated[bool, typer.Option("--written", help="Also in which words the articles name each.")] = False,
    format: ViewFormatOption = None,
) -> None:
    """Print who is who: everyone who has a part, in which roles, for whom, and which offices were held when.

    \b
    Examples:
      goodoffices actors
      goodoffices actors --party Mirzoyan --written
      goodoffices actors --since 2024-04 --format csv > who.csv
    """
    found = participants(asked.view, asked.selection, with_words=written)
    print_view(map(_line, found), _HEADINGS, _rows, format)


def _line(participant: Participant) -> _Line:
    actor = actor_named(participant.name)
    if actor is None:
        return _Line(participant=participant, kind=None, offices=())
    return _Line(participant=participant, kind=actor.kind, offices=actor.offices)


def _rows(line: _Line) -> list[Row]:
    one = line.participant
    side = one.side if one.side != one.name else ""
    roles = ", ".join(f"{role} {count}" for role, count in one.roles)
    offices = "; ".join(map(_office_words, reversed(line.offices[-_SHOWN:])))
    written = ", ".join(f"{form.words} ({form.lang}, {form.count})" for form in one.written)
    kind = line.kind.value if line.kind else "not known"
    return [(one.name, kind, side, str(one.acts), one.since, one.until, roles, offices, written)]


def _office_words(office: Office) -> str:
    words = f"{office.post.replace('_', ' ')} of {office.of}"
    if office.held_on is None:
        return words
    first = "" if office.held_on.start == FIRST_DAY else office.held_on.start.isoformat()
    last = "" if office.held_on.last >= LAST_DAY else office.held_on.last.isoformat()
    return f"{words}, {first} – {last}".rstrip()
