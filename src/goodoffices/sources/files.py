"""Files and folders to articles, in the order of their paths.

A plain-text, HTML, PDF, DOCX or mail file is one article, whose id is the file's name without its ending: the file
read again after a correction is a corrected version. Where two files of one call share that name, each id gets a few
digits that depend on its path.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from goodoffices.errors import SourceError
from goodoffices.model.article import Article
from goodoffices.model.identifiers import ArticleId, digest_of
from goodoffices.sources.content import HEAD_BYTES, Content, content_of
from goodoffices.sources.decoding import decode, is_utf16
from goodoffices.sources.found import MOST_FILE_BYTES, MOST_TEXT_CHARS, Found, refusal_of, refused
from goodoffices.sources.json_articles import articles_from_lines, articles_from_value
from goodoffices.sources.pages import Extract, extract_page
from goodoffices.sources.papers import extract_docx, extract_mail, extract_pdf
from goodoffices.sources.publication import read_publication

_EXTRACTORS: dict[Content, Callable[[bytes, str], Extract]] = {
    Content.HTML: extract_page,
    Content.PDF: extract_pdf,
    Content.DOCX: extract_docx,
    Content.MAIL: extract_mail,
}


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files among the paths and, in order of name, in the folders among them at any depth; each once.

    Hidden files and folders are passed over inside a folder. A path that does not exist is returned as it is.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if not _is_hidden(file.relative_to(path)) and file.is_file())
            found.update(dict.fromkeys(sorted(file for file in inside if not _is_record(file))))
        else:
            found[path] = None
    return list(found)


_RECORD_BEGINS = b"SQLite format 3\x00"
_BESIDE_RECORD = ("-wal", "-shm")


def _is_record(file: Path) -> bool:
    """Return whether a file of a folder is a record, or stands beside one while it is written: no article to read."""
    for ending in _BESIDE_RECORD:
        if file.name.endswith(ending):
            file = file.with_name(file.name.removesuffix(ending))
    try:
        with file.open("rb") as opened:
            return opened.read(len(_RECORD_BEGINS)) == _RECORD_BEGINS
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def articles_in(paths: Iterable[Path]) -> Iterator[Found]:
    """Yield what the files hold, one file after another; what cannot be taken in as a notice that names it."""
    files = find_files(paths)
    stems = Counter(file.stem for file in files)
    for file in files:
        name = file.stem if stems[file.stem] == 1 else f"{file.stem}-{digest_of(file.as_posix())[:6]}"
        try:
            yield from _articles_in_file(file, ArticleId(name))
        except SourceError as error:
            yield refusal_of(error)
        except OSError as error:
            yield refused(str(file), f"cannot be read: {error.strerror or error}")


def _articles_in_file(path: Path, name: ArticleId) -> Iterator[Found]:
    with path.open("rb") as file:
        head = file.readline(MOST_FILE_BYTES) + file.read(HEAD_BYTES)
        content = content_of(decode(head).encode() if is_utf16(head) else head)
        file.seek(0)
        if content is Content.JSON_LINES:
            yield from articles_from_lines(file, str(path))
            return
        data = file.read(MOST_FILE_BYTES + 1)
    if len(data) > MOST_FILE_BYTES:
        raise SourceError(
            f"larger than {MOST_FILE_BYTES // 2**20} MB: no single report is", subject=str(path),
            hint="Collections of articles are read from JSON Lines files of any size",
        )  # fmt: skip
    match content:
        case Content.EMPTY:
            raise SourceError("the file is empty", subject=str(path))
        case Content.BINARY:
            raise SourceError("neither text nor a sort of file that can be read", subject=str(path))
        case Content.JSON:
            yield from _articles_in_json(data, str(path))
        case Content.TEXT:
            yield _article(Extract(text=decode(data)), name, str(path))
        case _:
            yield from _dated(_EXTRACTORS[content](data, str(path)), name, str(path))


def _articles_in_json(data: bytes, where: str) -> Iterator[Found]:
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"this is not JSON: {error}", subject=where) from error
    yield from articles_from_value(value, where)


def _dated(extract: Extract, name: ArticleId, where: str) -> Iterator[Found]:
    """Yield the article, after a notice where its date cannot be used."""
    try:
        read_publication(extract.published)
    except SourceError as error:
        error.subject = where
        yield refusal_of(error)
        extract = Extract(text=extract.text, title=extract.title, url=extract.url, outlet=extract.outlet)
    yield _article(extract, name, where)


def _article(extract: Extract, name: ArticleId, where: str) -> Article:
    """Return the article.

    Raises:
        SourceError: It holds no text, or more than is read.
    """
    if not extract.text.strip():
        raise SourceError("the file holds no text", subject=where)
    if len(extract.text) > MOST_TEXT_CHARS:
        raise SourceError(f"the text is longer than {MOST_TEXT_CHARS:,} characters and was not read", subject=where)
    return Article(
        id=name,
        text=extract.text,
        title=extract.title,
        url=extract.url,
        outlet=extract.outlet,
        published=read_publication(extract.published),
    )
