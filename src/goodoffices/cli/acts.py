"""`goodoffices acts`."""

import json
from collections.abc import Mapping
from typing import Annotated

import typer

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import FormatOption, LinesFormat, RecordOption, lines_format, record_path
from goodoffices.cli.tables import print_table
from goodoffices.model.act import Act, ActKind
from goodoffices.record.store import open_view
from goodoffices.views.lines import act_line
from goodoffices.views.sentences import sentence_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def acts(
    record: RecordOption = None,
    format: FormatOption = None,
    kind: Annotated[ActKind | None, typer.Option(help="Only acts of this kind.")] = None,
) -> None:
    """Print what happened, one act a line with the ids of its reports.

    \b
    Examples:
      goodoffices acts
      goodoffices acts --format jsonl > acts.jsonl
      goodoffices acts --kind offer_venue
    """
    with open_view(record_path(record)) as view:
        warn_if_stale(view)
        found = view.acts(kind=kind)
        if lines_format(format) is LinesFormat.JSONL:
            for act in found:
                print(json.dumps(act_line(act), ensure_ascii=False))
        else:
            titles = view.issue_titles()
            print_table(("id", "date", "reports", "act"), (_row(act, titles) for act in found))


def _row(act: Act, titles: Mapping[str, str]) -> tuple[str, ...]:
    date = act.happened_on.to_iso() if act.happened_on else ""
    return (act.id, date, str(len(act.reports)), sentence_of(act, titles))
