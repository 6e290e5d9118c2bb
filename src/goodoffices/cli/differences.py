"""`goodoffices differences`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, day_of, print_view, what_of
from goodoffices.exports.wording import language_in_words
from goodoffices.views.differences import Difference, OneSided
from goodoffices.views.differences import differences as differences_of
from goodoffices.views.differences import one_sided as one_sided_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("date", "id", "field", "value", "side", "who says so", "what")
_ONE_SIDED_HEADINGS = ("date", "id", "side", "outlets", "what")


@app.command()
@asks
def differences(
    asked: Asked,
    one_sided: Annotated[
        bool, typer.Option("--one-sided", help="In their place, what only outlets of one side report.")
    ] = False,
    format: ViewFormatOption = None,
) -> None:
    """Print where accounts differ, with who says so.

    \b
    Examples:
      goodoffices differences
      goodoffices differences --party Kazakhstan
      goodoffices differences --one-sided --since 2024-05 --format jsonl
    """
    if one_sided:
        print_view(one_sided_of(asked.view, asked.selection), _ONE_SIDED_HEADINGS, _one_sided_rows, format)
    else:
        print_view(differences_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(difference: Difference) -> Iterator[Row]:
    item = difference.item
    for account in difference.accounts:
        only = f"only {account.only_side}'s" if account.only_side else ""
        if account.only_lang and not only:
            only = f"only in {language_in_words(account.only_lang)}"
        who = ", ".join(account.outlets)
        yield (day_of(item), item.act, difference.field, account.value, only, who, item.sentence)


def _one_sided_rows(one: OneSided) -> list[Row]:
    return [(day_of(one.item), one.item.act, one.side, ", ".join(one.item.outlets), what_of(one.item))]
