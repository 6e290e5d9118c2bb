"""`goodoffices judge confirm`, `correct`, `reject` and `withdraw`."""

from typing import Annotated

import typer

from goodoffices.cli.judging import ByOption, OneArgument, ReasonOption, say
from goodoffices.cli.options import RecordOption
from goodoffices.model.judgement import JUDGED_FIELDS, Verdict

_FIELDS = f"One of {', '.join(JUDGED_FIELDS)}."

FieldArgument = Annotated[str, typer.Argument(metavar="FIELD", help=_FIELDS, show_default=False)]
MaybeField = Annotated[
    str, typer.Argument(metavar="FIELD", help=f"The whole report, or a field. {_FIELDS}", show_default=False)
]
MaybeValue = Annotated[
    str, typer.Argument(metavar="VALUE", help="Of several values, the one that is meant.", show_default=False)
]
ValueArgument = Annotated[str, typer.Argument(metavar="VALUE", help="What is right.", show_default=False)]


def confirm(
    name: OneArgument,
    reason: ReasonOption,
    field: MaybeField = "",
    value: MaybeValue = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> None:
    """A report, or the value of a field, is right.

    No new reading of the article changes it. A field of an act: the reports are meant that give the value which the
    act shows, or the one that is named.

    \b
    Examples:
      goodoffices judge confirm r82c1 --reason "checked against the communiqué"
      goodoffices judge confirm k3f0a date --reason "the ministry's calendar"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_field(view, Verdict.CONFIRM, name, field, value))


def correct(
    name: OneArgument,
    field: FieldArgument,
    value: ValueArgument,
    reason: ReasonOption,
    by: ByOption = None,
    record: RecordOption = None,
) -> None:
    """A field holds another value than was read.

    Several values stand with semicolons between, whom someone speaks for in brackets; '' empties the field.

    \b
    Examples:
      goodoffices judge correct r82c1 actors "A. Minister [Peru]; Colombia" --reason "he spoke for Peru"
      goodoffices judge correct r82c1 date 2024-05-10/2024-05-11 --reason "it went on overnight"
      goodoffices judge correct k3f0a mediators '' --reason "nobody mediated"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_field(view, Verdict.CORRECT, name, field, value))


def reject(
    name: OneArgument,
    reason: ReasonOption,
    field: MaybeField = "",
    value: MaybeValue = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> None:
    """A report, or the value of a field, is wrong.

    The report makes no act, or the value is left out. Another value that a new reading finds is not rejected with it.

    \b
    Examples:
      goodoffices judge reject r82c1 --reason "the text is about another conflict"
      goodoffices judge reject k3f0a mediators Chile --reason "it lent the room and no more"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_field(view, Verdict.REJECT, name, field, value))


def withdraw(
    name: Annotated[str, typer.Argument(metavar="ID", help="A judgement's id, or enough of its beginning.")],
    reason: ReasonOption,
    by: ByOption = None,
    record: RecordOption = None,
) -> None:
    """Undo a judgement, or a withdrawal.

    It no longer counts, and what it overruled counts again.

    \b
    Examples:
      goodoffices judge withdraw j51ab --reason "I had mistaken the two ministers"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_judgement(view, name))
