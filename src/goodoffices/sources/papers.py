"""PDF, DOCX and mail to text."""

import io
import zipfile
from email import message_from_bytes, policy
from email.message import EmailMessage

from goodoffices.errors import SourceError
from goodoffices.sources.decoding import decode
from goodoffices.sources.found import MOST_FILE_BYTES
from goodoffices.sources.pages import Extract, extract_page


def extract_pdf(data: bytes, name: str) -> Extract:
    """Return the text of a PDF's pages.

    Raises:
        SourceError: It is damaged, locked, or a picture without text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"this PDF cannot be opened: {error}", subject=name) from error
    text = "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages).strip()
    if not text:
        raise SourceError("this PDF holds no text, only pictures", subject=name, hint="Run it through text recognition")
    return Extract(text=text, title=document.get_metadata_dict().get("Title", ""))


def extract_docx(data: bytes, name: str) -> Extract:
    """Return the text of a Word document.

    Raises:
        SourceError: It is damaged, another sort of archive, or unpacks to more than is taken in.
    """
    import docx2txt

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise SourceError(
                    "this archive is no Word document", subject=name, hint="Unpack it and read the folder"
                )
            if sum(entry.file_size for entry in archive.infolist()) > 4 * MOST_FILE_BYTES:
                raise SourceError("this document unpacks to more than is taken in", subject=name)
        text = docx2txt.process(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, SyntaxError, EOFError) as error:
        # xml.etree's ParseError is a SyntaxError.
        raise SourceError("this Word document is damaged", subject=name) from error
    return Extract(text=text.strip())


def extract_mail(data: bytes, name: str) -> Extract:
    """Return the text of a mail, with its subject as title, its sender as outlet and its date as publication.

    Raises:
        SourceError: It has no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise SourceError("this mail has no text", subject=name)
    try:
        content = body.get_content()
    except LookupError:
        # The mail names an encoding that does not exist.
        payload = body.get_payload(decode=True)
        content = decode(payload) if isinstance(payload, bytes) else str(payload)
    if body.get_content_subtype() == "html":
        content = extract_page(content.encode(), name).text
    sender = message["from"].addresses[0] if message["from"] and message["from"].addresses else None
    return Extract(
        text=content,
        title=str(message["subject"] or ""),
        outlet=(sender.display_name or sender.domain) if sender else "",
        published=str(message["date"] or ""),
    )
