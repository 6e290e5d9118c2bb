"""`goodoffices judge`: a person says what is right."""

import typer

from goodoffices.cli.judge_fields import confirm, correct, reject, withdraw
from goodoffices.cli.judge_pairs import different, link, same, unlink, unsure
from goodoffices.cli.judgements import exporting, importing, listing

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, add_completion=False)


@app.callback()
def judge() -> None:
    """Say what is right: same, different, confirm, correct, reject; and undo it.

    Every judgement has a name, a time and a reason. None is ever deleted: a later one overrules an earlier one, and
    withdraw undoes it. People win over rules, and their judgements outlive every new reading of the articles. The acts
    change at once. An act's id stands for all its reports.

    \b
    Examples:
      goodoffices judge same k3f0a k77e1 --by "A. Reviewer" --reason "one meeting, told on two days"
      goodoffices judge correct r82c1 place Almaty --reason "the dateline was taken for the place"
      goodoffices judge list --standing dormant
    """


for _name, _command in (
    ("same", same),
    ("different", different),
    ("unsure", unsure),
    ("confirm", confirm),
    ("correct", correct),
    ("reject", reject),
    ("link", link),
    ("unlink", unlink),
    ("withdraw", withdraw),
    ("list", listing),
    ("export", exporting),
    ("import", importing),
):
    app.command(_name)(_command)
