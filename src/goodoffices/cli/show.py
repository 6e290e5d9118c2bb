"""`goodoffices show`."""

import json
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from goodoffices.cli.freshness import warn_if_stale
from goodoffices.cli.options import FormatOption, LinesFormat, RecordOption, lines_format, record_path
from goodoffices.cli.printing import day_of
from goodoffices.errors import NotFound
from goodoffices.exports.wording import counted, date_in_words, dating_in_words, language_in_words
from goodoffices.model.act import Act
from goodoffices.record.rows import Sourced
from goodoffices.record.store import open_view
from goodoffices.record.view import View
from goodoffices.views.entries import outlet_of
from goodoffices.views.judgement_lines import notes_on, settled_line
from goodoffices.views.lines import act_line, origin_line, report_line
from goodoffices.views.sentences import sentence_of
from goodoffices.views.story import Story, story_of
from goodoffices.views.underlining import underlined

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An act's or a report's id, or enough of its beginning.")],
    record: RecordOption = None,
    format: FormatOption = None,
) -> None:
    """Show one act with its reports and their underlined evidence.

    Also how its status came to be, from what it followed and what followed from it, with the reasons.

    For a report's id, the act that it belongs to is shown. Under each report stands what people judged of it.

    \b
    Examples:
      goodoffices show k3f0a
      goodoffices show k3f0a92d51c07be46 --format jsonl
    """
    with open_view(record_path(record)) as view:
        warn_if_stale(view)
        act = _act_named(view, name)
        reports = view.reports_of(act.id)
        if format is not None and lines_format(format) is LinesFormat.JSONL:
            lines = [
                report_line(one, view.text(one.article)) | origin_line(view.origin_of(one.article)) for one in reports
            ]
            judged = [settled_line(one) for one in view.settled_judgements(act.reports)]
            more = {"accounts": list(lines), "judgements": list(judged)} | msgspec.to_builtins(story_of(view, act.id))
            print(json.dumps(act_line(act) | more, ensure_ascii=False))
        else:
            _print_act(view, act, reports)


def _act_named(view: View, name: str) -> Act:
    """Return the act of this id, or that of the report of this id.

    Raises:
        NotFound: There is neither.
    """
    if not name.startswith("r"):
        return view.act(name)
    report = view.report(name).report.id
    act = view.act_of(report)
    if act is None:
        notes = notes_on(report, view.settled_judgements([report]))
        hint = f"People said of it: {'; '.join(notes)}" if notes else ""
        detail = "rejected" if notes else "set aside: a later version or reading does not give it"
        raise NotFound(f"this report makes no act, it is {detail}", subject=name, hint=hint)
    return act


def _print_act(view: View, act: Act, reports: tuple[Sourced, ...]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    date = date_in_words(act.happened_on.to_iso() if act.happened_on else "")
    console.print(Text(sentence_of(act, view.issue_titles()), style="bold"))
    console.print(Text(f"{act.id}  {act.kind.value}  {date}  {counted(len(reports), 'report')}", style="dim"))
    for field in act.differs:
        values = [
            f"{value.value} ({counted(len(value.reports), 'report')})" for value in act.values if value.field == field
        ]
        console.print(Text(f"accounts differ on {field}: {'; '.join(values)}", style="yellow"))
    for line in _story_lines(story_of(view, act.id)):
        console.print(Text(line))
    settled = tuple(view.settled_judgements(act.reports))
    for sourced in reports:
        article = sourced.article
        published = date_in_words(article.published.to_iso() if article.published else "")
        origin = view.origin_of(article)
        source = f"{outlet_of(article)}, {published}, {language_in_words(sourced.report.lang)}, {article.id}"
        known = [*([f"by {origin.author}"] if origin.author else []), dating_in_words(origin.dating)]
        console.print()
        console.print(Text(f"{sourced.report.id}  {source}", style="dim"))
        if any(known):
            console.print(Text("; ".join(filter(None, known)), style="dim"))
        console.print(Text(f"{sourced.report}"))
        for note in notes_on(sourced.report.id, settled):
            console.print(Text(f"judged by {note}", style="green"))
        for line in underlined(sourced.report, view.text(article)):
            console.print(Text(f"    {line}", style="cyan" if "─" in line else ""))


def _story_lines(story: Story) -> Iterator[str]:
    if len(story.history) > 1:
        steps = (f"{step.status} ({date_in_words(step.reported)})" for step in story.history)
        yield f"status as reported: {', '.join(steps)}"
    for sign, ties in (("←", story.came_from), ("→", story.led_to)):
        for tie in ties:
            what = f"{tie.item.act}  {day_of(tie.item)}  {tie.item.sentence}"
            yield f"{sign} {tie.link.value.replace('_', ' ')}  {what}  [{tie.confidence:.2f}: {tie.reason}]"
