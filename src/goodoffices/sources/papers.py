"""PDF and Word documents to text."""

import io
import re
import zipfile
import zlib
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.sources.extract import Extract
from goodoffices.sources.found import MOST_FILE_BYTES

_MOST_PAGES = 2_000
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SOME_LETTERS = 20
_DOCUMENT = "word/document.xml"
_MOST_DOCX_BYTES = 4 * MOST_FILE_BYTES


def extract_pdf(data: bytes, name: str) -> Extract:
    """Return the text of a PDF's pages, as many as a report ever has.

    Raises:
        SourceError: It is damaged, locked, or a picture without text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [document[at].get_textpage().get_text_bounded() for at in range(min(len(document), _MOST_PAGES))]
        title = document.get_metadata_dict().get("Title", "")
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"this PDF cannot be opened: {error}", subject=name) from error
    text = "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages).strip()
    if not text:
        raise SourceError("this PDF holds no text, only pictures", subject=name, hint="Run it through text recognition")
    if len(_RIGHT_TO_LEFT.findall(text)) > _SOME_LETTERS:
        text = _read_again(data) or text
    return Extract(text=text, title=title)


def _read_again(data: bytes) -> str:
    """Return the text as another library finds it, which turns fewer words of Arabic and Hebrew script round.

    Source:
        On Arabic PDFs pypdfium2 reversed half of the words, pypdf none.
    """
    import pypdf

    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        return "\n\n".join(pages[at].extract_text().strip() for at in range(min(len(pages), _MOST_PAGES))).strip()
    except (pypdf.errors.PyPdfError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ""


def is_docx(stream: BinaryIO) -> bool:
    """Return whether a ZIP file is a Word document."""
    with zipfile.ZipFile(stream) as archive:
        return _DOCUMENT in archive.namelist()


def extract_docx(data: bytes, name: str) -> Extract:
    """Return the text of a Word document.

    Raises:
        SourceError: It is damaged, or unpacks to more than is taken in.
    """
    import docx2txt

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_docx(archive, name)
        text = docx2txt.process(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError, EOFError, NotImplementedError) as error:
        # xml.etree's ParseError is a SyntaxError.
        raise SourceError("this Word document is damaged", subject=name) from error
    return Extract(text=text.strip())


def _check_docx(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack what will be read once, within bounds: what an archive says of sizes may be untrue.

    Raises:
        SourceError: It is beyond bounds, or declares entities, which no program that writes documents does.
    """
    left = _MOST_DOCX_BYTES
    for member in archive.infolist():
        if not member.filename.endswith(".xml"):
            continue
        with archive.open(member) as opened:
            data = opened.read(left + 1)
        left -= len(data)
        if left < 0:
            raise SourceError("this document unpacks to more than is taken in", subject=name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise SourceError("this document declares entities and was not read", subject=name)
