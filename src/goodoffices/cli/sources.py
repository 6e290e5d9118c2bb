"""`goodoffices sources`."""

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, print_view
from goodoffices.views.sources import Source
from goodoffices.views.sources import sources as sources_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("outlet", "side", "articles", "reports", "acts", "alone", "first", "languages", "on whom")
_SHOWN = 5


@app.command()
@asks
def sources(
    asked: Asked,
    format: ViewFormatOption = None,
) -> None:
    """Print how much each outlet reports, on whom, in which languages, how often first and how often alone.

    \b
    Examples:
      goodoffices sources
      goodoffices sources --since 2024-04 --issue ceasefire
      goodoffices sources --party Azerbaijan --format csv
    """
    print_view(sources_of(asked.view, asked.selection), _HEADINGS, _rows, format)


def _rows(source: Source) -> list[Row]:
    counts = map(str, (source.articles, source.reports, source.acts, source.alone, source.first))
    side = "not known" if source.side is None else source.side or "independent"
    langs = " ".join(f"{lang} {count}" for lang, count in source.langs)
    whom = ", ".join(f"{party} {count}" for party, count in source.on_whom[:_SHOWN])
    return [(source.outlet, side, *counts, langs, whom)]
