"""`goodoffices`: finds the command that is meant, loads only that one, and turns errors into messages and statuses."""

import sys
from importlib import import_module

import typer
from typer.core import TyperGroup
from typer.main import get_command

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError
from goodoffices.settings import Settings, use_one_thread_per_process

COMMANDS = {
    "read": "Read articles into the record.",
    "watch": "Read what is new at feeds, site maps, pages and folders, time after time.",
    "reread": "Read the record's articles anew with the present lexicons.",
    "reports": "Print what the articles report, one report a line.",
    "acts": "Print what happened, one act a line with the ids of its reports.",
    "show": "Show one act with its reports and their underlined evidence.",
    "judge": "Say what is right: same, different, confirm, correct, reject; and undo it.",
    "explain": "Tell by which entries and rules a report was read.",
    "search": "Search the articles and the evidence.",
    "serve": "Show the record in the browser, on this machine alone.",
    "brief": "Write the brief of a period.",
    "timeline": "Print everything that happened or was said, by day.",
    "changes": "Print what is new by what was published between two dates: acts, statuses, differences.",
    "meetings": "Print meetings, calls and visits: who, where, under whose auspices, and what an agreed one came to.",
    "offers": "Print offers and invitations, and what became of them.",
    "demands": "Print demands and the replies to them.",
    "commitments": "Print what was undertaken, and what came of it: fulfilled, broken, overdue or open.",
    "agreements": "Print agreements through their stages: proposed, draft, agreed, initialled, signed, in force.",
    "positions": "Print where each party stands on each issue: the latest, and what came before.",
    "predictions": "Print what was predicted and whether it came, by the record.",
    "tracks": "Print which third party mediates, hosts and offers, between whom and since when.",
    "differences": "Print where accounts differ, with who says so.",
    "figures": "Print different figures that reports give for the same things, side by side.",
    "actors": "Print who is who: everyone who has a part, in which roles, for whom, and which offices were held when.",
    "sources": "Print how much each outlet reports, on whom, in which languages, how often first and how often alone.",
    "network": "Print who met, spoke with or visited whom, how often and in which acts.",
    "dates": "Find the dates in a text and tell which days they mean.",
    "names": "Tell whether two names can be one name, and why.",
    "check": "Check lexicons and dossiers for mistakes.",
    "demo": "Read the bundled reports and show what comes of them.",
}
"""Every command with the first line of its help: all that `goodoffices --help` needs, which so stays quick."""


class _Commands(TyperGroup):
    """Loads a command's module when the command is called, and not before: a parser of Russian takes its time."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]  # typer keeps these types to itself
        """Return the called command, whole, in place of its line of help."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and name in COMMANDS:
            command = get_command(import_module(f"goodoffices.cli.{name}").app)
            command.name = name
        return name, command, rest


def _say_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"goodoffices {__version__}")
        raise typer.Exit


def main(
    version: bool = typer.Option(False, "--version", callback=_say_version, is_eager=True, help="Print the version."),
) -> None:
    """Read what is reported about a peace process, and keep the process's sourced record.

    \b
    Examples:
      goodoffices demo
      goodoffices read reports/ --record process.db
      goodoffices brief --record process.db --since 2024-04-01 --until 2024-05-31
    """


def make_app() -> typer.Typer:
    """Return the program with all its commands, none of them loaded."""
    app = typer.Typer(
        cls=_Commands,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(main)
    for name, line in COMMANDS.items():
        app.command(name, help=line)(_line_of_help)
    return app


def _line_of_help() -> None:
    """Stand for a command until it is called."""


def run() -> None:
    """Run the command that the program's arguments name, and leave with its exit status."""
    try:
        Settings.from_environment()
        use_one_thread_per_process()
        make_app()()
    except GoodOfficesError as error:
        typer.echo(f"goodoffices: {error}", err=True)
        sys.exit(error.exit_status)
