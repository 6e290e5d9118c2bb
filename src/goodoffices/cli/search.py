"""`goodoffices search`."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from goodoffices.cli.options import FormatOption, LinesFormat, RecordOption, lines_format, record_path
from goodoffices.exports.wording import date_in_words, language_in_words
from goodoffices.record.search import MARK_AFTER, MARK_BEFORE, Hit
from goodoffices.record.store import open_view
from goodoffices.views.entries import outlet_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All of them; "in quotes" a phrase; word*.')],
    record: RecordOption = None,
    format: FormatOption = None,
    limit: Annotated[int, typer.Option(min=1, help="How many articles at most.")] = 20,
) -> None:
    """Search the articles and the evidence.

    \b
    Examples:
      goodoffices search ceasefire observers
      goodoffices search 'Токаев*' --limit 5
      goodoffices search '"peace treaty"' --format jsonl
    """
    with open_view(record_path(record)) as view:
        for hit in view.search(" ".join(words), limit=limit):
            if lines_format(format) is LinesFormat.JSONL:
                print(json.dumps(_line(hit), ensure_ascii=False))
            else:
                _print_hit(hit)


def _line(hit: Hit) -> dict[str, object]:
    article = hit.article
    return {
        "doc": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.to_iso() if article.published else "",
        "lang": article.lang,
        "snippet": hit.snippet.replace(MARK_BEFORE, "").replace(MARK_AFTER, ""),
        "reports": list(hit.reports),
    }


def _print_hit(hit: Hit) -> None:
    console = Console(highlight=False, soft_wrap=True)
    article = hit.article
    published = date_in_words(article.published.to_iso() if article.published else "")
    console.print(Text(f"{article.title or article.id}", style="bold"))
    console.print(
        Text(f"{article.id}, {outlet_of(article)}, {published}, {language_in_words(article.lang)}", style="dim")
    )
    line = Text("    ")
    for number, part in enumerate(hit.snippet.replace(MARK_AFTER, MARK_BEFORE).split(MARK_BEFORE)):
        line.append(part, style="bold" if number % 2 else "")
    console.print(line)
    for report in hit.reports:
        console.print(Text(f"    {report}", style="dim"))
