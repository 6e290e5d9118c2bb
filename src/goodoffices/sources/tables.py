"""Tables of articles, one a line, under names of columns."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.sources.content import TEXT_COLUMNS, columns_of
from goodoffices.sources.decoding import decode, encoding_of
from goodoffices.sources.found import MOST_TEXT_CHARS, Found, refused
from goodoffices.sources.json_articles import article_from_object

_COLUMNS = {
    "id": ("id", "article_id"),
    "text": tuple(sorted(TEXT_COLUMNS, reverse=True)),
    "title": ("title", "headline"),
    "published": ("published", "published_at", "publication_date", "publish_date", "pubdate", "date"),
    "url": ("url", "link"),
    "author": ("author", "byline"),
    "outlet": ("outlet", "source", "publisher", "media_name", "newspaper"),
}
"""What columns are called that hold what an article has; the first that is there counts. Others are passed over."""


def articles_in_table(head: bytes, stream: BinaryIO, where: str) -> Iterator[Found]:
    """Yield the article of each line, streaming.

    Raises:
        SourceError: A line cannot be read, and so none after it.

    Args:
        head: The beginning, the first line whole, by which the encoding is told; `stream` begins with it too.
    """
    columns = columns_of(decode(head).lstrip().encode())
    if columns is None:
        raise SourceError("the names of this table's columns cannot be read", subject=where)
    mark, names = columns
    places = {
        ours: next((names.index(one) for one in theirs if one in names), None) for ours, theirs in _COLUMNS.items()
    }
    # The one bound on fields that the reader of tables has.
    csv.field_size_limit(4 * MOST_TEXT_CHARS)
    # Whoever opened the stream is done with it after the last line.
    with io.TextIOWrapper(stream, encoding_of(head), "replace", newline="") as text:
        lines = csv.reader(text, delimiter=mark)
        try:
            # A mark of the encoding, where there is one, belongs to the names of the columns.
            next(lines)
            for row in lines:
                if any(row):
                    values = {ours: row[at] for ours, at in places.items() if at is not None and at < len(row)}
                    yield from _article(values, f"{where}:{lines.line_num}", len(row), len(names))
        except csv.Error as error:
            raise SourceError(f"line {lines.line_num} of this table cannot be read: {error}", subject=where) from error


def _article(values: dict[str, str], where: str, cells: int, columns: int) -> Iterator[Found]:
    if cells > columns:
        yield refused(where, f"this line has {cells} fields and the table {columns} columns; it was not read")
    else:
        yield from article_from_object(values, where)
