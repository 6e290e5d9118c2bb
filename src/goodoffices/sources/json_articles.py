"""Articles from JSON: one object, a list of objects, or JSON Lines with one object a line.

Keys: id, url, title, published, outlet, author, text; all but text optional, all others ignored. Text and id are kept
exactly as they are given, because offsets count characters of the one and other programs know the other.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.model.article import Article
from goodoffices.model.identifiers import ArticleId
from goodoffices.sources.dating import dating
from goodoffices.sources.decoding import decode
from goodoffices.sources.found import MOST_FILE_BYTES, MOST_TEXT_CHARS, Found, refusal_of, refused
from goodoffices.sources.publication import read_publication

_TEXT_KEYS = ("id", "url", "title", "published", "outlet", "author", "text")


def articles_from_lines(file: BinaryIO, name: str) -> Iterator[Found]:
    """Yield the article of each line of a JSON Lines file in UTF-8; empty lines are passed over."""
    number = 0
    while line := file.readline(MOST_FILE_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MOST_FILE_BYTES:
            yield refused(where, f"the line is longer than {MOST_FILE_BYTES // 2**20} MB and was passed over")
            while line and not line.endswith(b"\n"):
                line = file.readline(MOST_FILE_BYTES)
        elif line.strip():
            yield from _articles_of_line(line, where)


def _articles_of_line(line: bytes, where: str) -> Iterator[Found]:
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        yield refused(where, f"this line is not JSON: {_short(error)}")
    else:
        yield from articles_from_value(value, where)


def articles_from_value(value: object, where: str) -> Iterator[Found]:
    """Yield the article of a decoded object, or the articles of a list of them."""
    if isinstance(value, list):
        for index, item in enumerate(value, start=1):
            yield from article_from_object(item, f"{where}[{index}]")
    else:
        yield from article_from_object(value, where)


def article_from_object(value: object, where: str) -> Iterator[Found]:
    """Yield the article that one object holds, after notices of what in it could not be used."""
    if not isinstance(value, dict):
        yield refused(where, "an article is a JSON object with a text")
        return
    fields = {key: _as_text(value.get(key)) for key in _TEXT_KEYS}
    wrong = sorted(key for key, text in fields.items() if text is None)
    if wrong:
        yield refused(where, f"not a text: {', '.join(wrong)}")
    held = {key: text or "" for key, text in fields.items()}
    if not held["text"].strip():
        yield refused(where, "the article has no text")
        return
    if len(held["text"]) > MOST_TEXT_CHARS:
        yield refused(where, f"the text is longer than {MOST_TEXT_CHARS:,} characters and was not read")
        return
    published = None
    try:
        published = read_publication(held["published"])
    except SourceError as error:
        error.subject = where
        yield refusal_of(error)
    yield Article(
        id=ArticleId(held["id"])
        if held["id"]
        else Article.id_from(**{key: held[key] for key in ("text", "url", "title")}),
        text=held["text"],
        title=held["title"],
        url=held["url"],
        outlet=held["outlet"],
        published=published,
        dating=dating("given") if published is not None else None,
        author=held["author"],
    )


def _as_text(value: object) -> str | None:
    """Return a JSON value as text, numbers too; empty for null, None for what is neither.

    Half of a surrogate pair, which JSON can write and no text can hold, becomes one U+FFFD: offsets stay.
    """
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return "".join("�" if "\ud800" <= c <= "\udfff" else c for c in value) if isinstance(value, str) else str(value)


def _short(error: Exception) -> str:
    return str(error).split(": line", maxsplit=1)[0]
