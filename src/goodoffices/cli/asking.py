"""What the commands that show views share: which acts are asked for, and how what is found is printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import days_from, record_path
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


@contextmanager
def asking(
    record: Path | None,
    since: str | None,
    until: str | None,
    party: list[str] | None,
    issue: str | None,
    *,
    with_background: bool = False,
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
