"""HTML pages to main text, title, outlet, author and date."""

import re

from lxml.html import HtmlElement

from goodoffices.errors import SourceError
from goodoffices.sources.dating import find_date
from goodoffices.sources.decoding import decode
from goodoffices.sources.extract import Extract
from goodoffices.sources.headlines import ShownDays, shown_days

_SHORT_CHARS = 1000
"""Below this length an article is looked for once more, by less strict rules."""

_MUCH_LONGER = 4
"""From so many times the length on, what less strict rules found is the article, and the rest was a part of it."""

_HEADLINE_LINES = 2
_FEWEST_WORDS = 4

_WORD = re.compile(r"\w+")


def extract_page(data: bytes, name: str) -> Extract:
    """Return the main text of a page, what its head says of it, and its date with the place where it was found.

    Raises:
        SourceError: Nothing on the page reads as an article.
    """
    # Half a second to import, needed for pages only.
    import trafilatura

    markup = decode(data)
    page = trafilatura.load_html(markup)
    found = {} if page is None else _taken_apart(page)
    text = found.get("text") or ""
    if page is None or not text.strip():
        raise SourceError("no article was found on this page", subject=name)
    title = found.get("title") or ""
    url = found.get("url") or (name if name.startswith("http") else "")
    published, dated_by = _date(shown_days(page, title, url), markup, url, found.get("date") or "")
    return Extract(
        text=_without_headline(text, title),
        title=title,
        url=found.get("url") or "",
        outlet=found.get("sitename") or found.get("hostname") or "",
        published=published,
        dated_by=dated_by,
        author=found.get("author") or "",
    )


def _taken_apart(page: HtmlElement) -> dict[str, str]:
    """Return the text of a page and what its head says of it, by their names in the library."""
    found = _extracted(page, is_strict=True, with_head=True)
    if len(found.get("text") or "") >= _SHORT_CHARS:
        return found
    wider = _extracted(page, is_strict=False, with_head=not found)
    longer = len(wider.get("text") or "") > _MUCH_LONGER * len(found.get("text") or "")
    return {**wider, **found, "text": wider["text"]} if longer else found


def _extracted(page: HtmlElement, *, is_strict: bool, with_head: bool) -> dict[str, str]:
    import trafilatura

    document = trafilatura.bare_extraction(
        page, favor_precision=is_strict, include_comments=False, include_tables=True, with_metadata=with_head,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    return {} if document is None else document if isinstance(document, dict) else document.as_dict()


def _date(shown: ShownDays, markup: str, url: str, in_markup: str) -> tuple[str, str]:
    """Return the date of a page and where it was found, given what it shows and what else the library found."""
    dateline, above, elsewhere = (
        day.isoformat() if day is not None else "" for day in (shown.dateline, shown.above, shown.elsewhere)
    )
    return find_date(markup, url, dateline, (("page", above), ("page", in_markup), ("text", elsewhere)))


def _without_headline(text: str, title: str) -> str:
    """Return a text without the line at its head that only says its title, or the beginning of that, once more."""
    lines = text.split("\n")
    wanted = _WORD.findall(title.casefold())
    for at, line in enumerate(lines[:_HEADLINE_LINES]):
        words = _WORD.findall(line.casefold())
        is_title = words == wanted or (len(words) >= _FEWEST_WORDS and words == wanted[: len(words)])
        if words and is_title:
            return "\n".join(lines[:at] + lines[at + 1 :]).strip() or text
    return text
