"""HTML pages to title, date and main text."""

import re

from goodoffices.errors import SourceError
from goodoffices.sources.decoding import decode
from goodoffices.sources.extract import Extract

# Where a page states its date itself. Dates found elsewhere on a page are wrong too often to anchor "yesterday" at.
_STATED = re.compile(
    r"""<meta[^>]+(?:property|name|itemprop)\s*=\s*["'](?:article:published_time|og:published_time|datePublished|"""
    r"""date|dc\.date|dc\.date\.issued|dcterms\.issued|pubdate|publish-date|parsely-pub-date|sailthru\.date)["']"""
    r"""|"datePublished"\s*:|<time[^>]+(?:pubdate|itemprop\s*=\s*["']datePublished)""",
    re.IGNORECASE,
)


def extract_page(data: bytes, name: str) -> Extract:
    """Return the main text of a page and what its head says of it; the date only where the page states it.

    Raises:
        SourceError: Nothing on the page reads as an article.
    """
    # Half a second to import, needed for pages only.
    import trafilatura

    markup = decode(data)
    document = trafilatura.bare_extraction(
        markup, favor_precision=True, include_comments=False, include_tables=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    found = {} if document is None else document if isinstance(document, dict) else document.as_dict()
    text = found.get("text") or ""
    if not text.strip():
        raise SourceError("no article was found on this page", subject=name)
    return Extract(
        text=text,
        title=found.get("title") or "",
        url=found.get("url") or "",
        outlet=found.get("sitename") or found.get("hostname") or "",
        published=(found.get("date") or "") if _STATED.search(markup) else "",
    )
