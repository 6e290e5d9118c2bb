"""`goodoffices judge same`, `different`, `unsure`, `link` and `unlink`."""

from typing import Annotated

import typer

from goodoffices.cli.judging import ByOption, OneArgument, ReasonOption, say
from goodoffices.cli.options import RecordOption
from goodoffices.model.judgement import JUDGED_FIELDS, Verdict

OtherArgument = Annotated[str, typer.Argument(metavar="ID", help="Another one.", show_default=False)]


def same(
    one: OneArgument, other: OtherArgument, reason: ReasonOption, by: ByOption = None, record: RecordOption = None
) -> None:
    """Two acts or reports are one act.

    What is the same as one of them is the same as both. Of contradicting judgements the later one wins.

    \b
    Examples:
      goodoffices judge same k3f0a k77e1 --by "A. Reviewer" --reason "one meeting, told on two days"
      goodoffices judge same r82c1 k3f0a --reason "the host is the only one that differs"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_pair(view, Verdict.SAME, one, other))


def different(
    one: OneArgument, other: OtherArgument, reason: ReasonOption, by: ByOption = None, record: RecordOption = None
) -> None:
    """Two acts or reports are not one act.

    An act and one of its own reports: the report is of another act than the rest.

    \b
    Examples:
      goodoffices judge different r82c1 rb914 --reason "the talks were before the summit"
      goodoffices judge different k3f0a r82c1 --reason "this one tells of the dinner"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_pair(view, Verdict.DIFFERENT, one, other))


def unsure(
    one: OneArgument,
    reason: ReasonOption,
    other: Annotated[
        str, typer.Argument(metavar="ID|FIELD", help="Another act or report, or a field.", show_default=False)
    ] = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> None:
    """Nobody can tell, of a pair or of a field.

    What was judged of it before no longer counts.

    \b
    Examples:
      goodoffices judge unsure r82c1 rb914 --reason "the sources contradict each other"
      goodoffices judge unsure r82c1 date --reason "the ministry gave two days"
    """
    if not other or other in JUDGED_FIELDS:
        say(record, by, reason, lambda opinion, view: opinion.on_field(view, Verdict.UNSURE, one, other))
    else:
        say(record, by, reason, lambda opinion, view: opinion.on_pair(view, Verdict.UNSURE, one, other))


def link(
    one: OneArgument, other: OtherArgument, reason: ReasonOption, by: ByOption = None, record: RecordOption = None
) -> None:
    """One act follows from the other.

    An offer and its answer, a demand and its reply, a promise and what came of it.

    \b
    Examples:
      goodoffices judge link k3f0a k77e1 --reason "Lima accepted this very offer"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_link(view, Verdict.CONFIRM, one, other))


def unlink(
    one: OneArgument, other: OtherArgument, reason: ReasonOption, by: ByOption = None, record: RecordOption = None
) -> None:
    """One act does not follow from the other.

    \b
    Examples:
      goodoffices judge unlink k3f0a k77e1 --reason "the consent was to an earlier offer"
    """
    say(record, by, reason, lambda opinion, view: opinion.on_link(view, Verdict.REJECT, one, other))
