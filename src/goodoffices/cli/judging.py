"""What the subcommands of `goodoffices judge` share: who judges and why, and what comes of it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.options import record_path
from goodoffices.engine.judging import judge
from goodoffices.engine.opinions import Opinion
from goodoffices.errors import UsageError
from goodoffices.exports.wording import counted
from goodoffices.model.judgement import Judgement
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View
from goodoffices.settings import Settings
from goodoffices.views.judgement_lines import judgement_in_words
from goodoffices.views.sentences import sentence_of

_SHOWN = 10
"""How many judgements and acts are printed one by one."""

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges.  [default: $GOODOFFICES_REVIEWER]")
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, in a few words.")]
OneArgument = Annotated[
    str, typer.Argument(metavar="ID", help="An act's or a report's id, or enough of its beginning.", show_default=False)
]

Asked = Callable[[Opinion, View], list[Judgement]]
"""Gives the judgements that are meant."""


def say(record: Path | None, by: str | None, reason: str, asked: Asked) -> None:
    """Keep what a person says, and print the judgements and the acts that came of it.

    Raises:
        GoodOfficesError: There is no record, no name of who judges, or nothing that could be meant.
    """
    name = by or Settings.from_environment().reviewer
    if not name:
        hint = "Give --by NAME, or set GOODOFFICES_REVIEWER"
        raise UsageError("a judgement has the name of who judges", subject="--by", hint=hint)
    with opened(record) as held:
        kept = judge(held, *asked(Opinion(by=name, reason=reason), held.view()))
        _print_kept(kept)
        _print_acts(held.view(), kept)


@contextmanager
def opened(record: Path | None) -> Iterator[Record]:
    """Open a record that is there for writing: nobody judges what was never read.

    Raises:
        RecordError: There is none, or it cannot be written to.
    """
    path = record_path(record)
    with open_view(path):
        pass
    with Record.open(path) as held:
        yield held


def _print_kept(judgements: Iterable[Judgement]) -> None:
    kept = list(judgements)
    for judgement in kept[:_SHOWN]:
        print(f"{judgement.id}  {judgement_in_words(judgement)}")
    if len(kept) > _SHOWN:
        print(f"... and {counted(len(kept) - _SHOWN, 'judgement')} more; `goodoffices judge list` has all")


def _print_acts(view: View, judgements: Iterable[Judgement]) -> None:
    """Print the acts as they now are of which a report was judged."""
    ids = {judgement.id for judgement in judgements}
    withdrawn = {judgement.subject for judgement in judgements}
    now = [one for one in view.settled_judgements() if one.judgement.id in ids | withdrawn]
    named = {report for one in now for report in (one.subject, one.object) if report}
    acts = {act.id: act for report in sorted(named) if (act := view.act_of(view.report(report).report.id))}
    titles = view.issue_titles()
    for act in list(acts.values())[:_SHOWN]:
        print(f"{act.id}  {sentence_of(act, titles)} ({counted(len(act.reports), 'report')})")
    if len(acts) > _SHOWN:
        print(f"... and {counted(len(acts) - _SHOWN, 'act')} more")
