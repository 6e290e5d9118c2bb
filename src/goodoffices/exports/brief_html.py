"""A brief as one HTML file: no script, no network; it prints well, and text that runs from right to left does so."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from goodoffices.exports import brief_lines
from goodoffices.exports.wording import date_in_words, language_in_words
from goodoffices.views.brief import Brief


@cache
def _template() -> Template:
    source = (files("goodoffices.exports") / "templates" / "brief.html").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["date"] = date_in_words
    environment.filters["language"] = language_in_words
    return environment.from_string(source)


def brief_to_html(brief: Brief) -> str:
    """Return the brief as one HTML document, with links from each line to its quotations and back."""
    return _template().render(brief=brief, lines=brief_lines)
