"""`goodoffices judge list`, `export` and `import`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from goodoffices.cli.judging import opened
from goodoffices.cli.options import FormatOption, LinesFormat, RecordOption, lines_format, record_path
from goodoffices.cli.progress import print_notices
from goodoffices.cli.tables import print_table
from goodoffices.engine.exchange import export_judgements, import_judgements
from goodoffices.engine.opinions import reports_named
from goodoffices.errors import UsageError
from goodoffices.exports.wording import counted
from goodoffices.model.judgement import Standing, Verdict
from goodoffices.record.judgements import Settled
from goodoffices.record.store import open_view
from goodoffices.views.judgement_lines import judgement_in_words, settled_line


def listing(
    record: RecordOption = None,
    format: FormatOption = None,
    on: Annotated[str | None, typer.Option(metavar="ID", help="Only on this act or report.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only by this person.")] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="Only these.")] = None,
    standing: Annotated[
        Standing | None, typer.Option(help="Only what stands, is overruled, was withdrawn, or found no report.")
    ] = None,
) -> None:
    """List the judgements, and where each stands.

    A judgement is dormant while the record has no report that it could be about; it wakes as soon as one is read.

    \b
    Examples:
      goodoffices judge list
      goodoffices judge list --on k3f0a
      goodoffices judge list --standing dormant --format jsonl
    """
    with open_view(record_path(record)) as view:
        reports = reports_named(view, on) if on else None
        found = [
            one
            for one in view.settled_judgements(reports)
            if (by is None or one.judgement.by == by)
            and (verdict is None or one.judgement.verdict is verdict)
            and (standing is None or one.standing is standing)
        ]
    if lines_format(format) is LinesFormat.JSONL:
        for one in found:
            print(json.dumps(settled_line(one), ensure_ascii=False))
    else:
        print_table(("id", "standing", "when", "by", "judgement", "reason"), map(_row, found))


def _row(one: Settled) -> tuple[str, ...]:
    said = one.judgement
    return (said.id, one.standing.value, said.at[:16], said.by, judgement_in_words(said), said.reason)


def exporting(
    output: Annotated[Path | None, typer.Argument(metavar="FILE", help="Where to.  [default: standard output]")] = None,
    record: RecordOption = None,
) -> None:
    """Write the judgements as JSON Lines.

    For another desk: the same bytes for the same judgements.

    \b
    Examples:
      goodoffices judge export judgements.jsonl
      goodoffices judge export --record process.db | gzip > judgements.jsonl.gz
    """
    with open_view(record_path(record)) as view:
        lines = "".join(f"{line}\n" for line in export_judgements(view.judgements_of_people()))
    if output is None:
        sys.stdout.write(lines)
        return
    try:
        output.write_text(lines, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", subject=str(output)) from error


def importing(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines that `judge export` wrote; - for input.")],
    record: RecordOption = None,
) -> None:
    """Add the judgements of another desk.

    What the record has already is not doubled. A judgement on an article that is not in the record waits for it. A
    line that is no judgement is named and left out.

    \b
    Examples:
      goodoffices judge import judgements.jsonl
      gunzip -c judgements.jsonl.gz | goodoffices judge import -

    Exit status: 0 all lines are in the record, 1 some were left out and named, 2 wrong use.
    """
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", subject=str(file)) from error
    with opened(record) as held:
        done = import_judgements(held, content.splitlines(), source=str(file))
    print_notices(list(done.notices))
    known = f", {done.known} already there" if done.known else ""
    print(f"{counted(done.added, 'judgement')} added{known} -> {record_path(record)}", file=sys.stderr)
    if done.notices:
        raise typer.Exit(1)
