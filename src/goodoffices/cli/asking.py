"""What the commands that show views share: which acts are asked for, and how what is found is printed."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import RecordOption, days_from, record_path
from goodoffices.engine.parties import names_of_party
from goodoffices.errors import UsageError
from goodoffices.model.dates import FIRST_DAY, LAST_DAY, DateInterval
from goodoffices.record.finding import Selection
from goodoffices.record.store import open_view
from goodoffices.record.view import View

SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="First day, or month or year: 2024-05-01.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Last day, or month or year: 2024-05.")
]
PartyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="NAME",
        help="Only acts in which this person, state or body has a part, in any known spelling; a state also by those "
        "who speak for it. Given twice, both have one.",
    ),
]
IssueOption = Annotated[str | None, typer.Option("--issue", metavar="ISSUE", help="Only acts on this issue.")]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day asked.  [default: that of the latest publication]"),
]
BackgroundOption = Annotated[bool, typer.Option("--with-background", help="Also what the reports tell as background.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A record and which of its acts are asked for."""

    view: View
    selection: Selection
    # The days of --since and --until; None where neither is given.
    period: DateInterval | None


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that also has the options by which acts are asked for.

    The command itself takes what they ask for, with the record open, and then its own options.
    """

    def with_options(**given: Any) -> None:
        shared = {name: given.pop(name) for name in inspect.signature(_asking).parameters}
        with _asking(**shared) as asked:
            command(asked, **given)

    _, *own = inspect.signature(command).parameters.values()
    *first, last = inspect.signature(_asking).parameters.values()
    signature = inspect.Signature([*first, *own, last])
    with_options.__name__, with_options.__doc__ = command.__name__, command.__doc__
    with_options.__annotations__ = {name: each.annotation for name, each in signature.parameters.items()}
    with_options.__signature__ = signature  # type: ignore[attr-defined]  # what typer reads options from
    return with_options


@contextmanager
def _asking(
    record: RecordOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    party: PartyOption = None,
    issue: IssueOption = None,
    with_background: BackgroundOption = False,
) -> Iterator[Asked]:
    """Open the record and tell which of its acts the options ask for.

    Raises:
        UsageError: A date is none, or nobody and nothing in the record is called so.
        RecordError: There is no record.
    """
    first, last = days_from(since, until)
    period = DateInterval.between(first or FIRST_DAY, last or LAST_DAY) if first or last else None
    with open_view(record_path(record)) as view:
        warn_if_stale(view)
        selection = Selection(
            parties=tuple(names_of_party(view, name) for name in party or ()),
            issue=_issue_named(view, issue) if issue else "",
            period=period,
            with_background=with_background,
        )
        yield Asked(view=view, selection=selection, period=period)


def _issue_named(view: View, given: str) -> str:
    """Return the id of the issue of that id or title.

    Raises:
        UsageError: The record knows none.
    """
    titles = view.issue_titles()
    asked = _plain(given)
    for issue, title in sorted(titles.items()):
        if asked in (_plain(issue), _plain(title)):
            return issue
    raise UsageError("no issue is called so", subject=given, hint=f"There are {', '.join(sorted(titles))}")


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())
