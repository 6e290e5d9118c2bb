"""HTML pages to main text, title, outlet, author and date."""

from goodoffices.errors import SourceError
from goodoffices.sources.dating import find_date
from goodoffices.sources.decoding import decode
from goodoffices.sources.extract import Extract


def extract_page(data: bytes, name: str) -> Extract:
    """Return the main text of a page, what its head says of it, and its date with the place where it was found.

    Raises:
        SourceError: Nothing on the page reads as an article.
    """
    # Half a second to import, needed for pages only.
    import trafilatura

    markup = decode(data)
    document = trafilatura.bare_extraction(
        markup, favor_precision=True, include_comments=False, include_tables=True, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    found = {} if document is None else document if isinstance(document, dict) else document.as_dict()
    text = found.get("text") or ""
    if not text.strip():
        raise SourceError("no article was found on this page", subject=name)
    url = found.get("url") or (name if name.startswith("http") else "")
    published, dated_by = find_date(markup, url, found.get("date") or "")
    return Extract(
        text=text,
        title=found.get("title") or "",
        url=found.get("url") or "",
        outlet=found.get("sitename") or found.get("hostname") or "",
        published=published,
        dated_by=dated_by,
        author=found.get("author") or "",
    )
