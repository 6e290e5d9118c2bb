"""Mail and mailboxes: each letter's text with its subject, sender and date, and the documents that are attached."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.model.identifiers import ArticleId, content_id
from goodoffices.sources.decoding import decode
from goodoffices.sources.entry import Entry, Reach, ReadEntry
from goodoffices.sources.extract import Extract
from goodoffices.sources.found import MOST_FILE_BYTES, Found, refused
from goodoffices.sources.pages import extract_page

_MOST_PARTS = 500
_READ_TYPES = re.compile(r"application/(?:pdf|zip|msword|vnd\.openxml.*|octet-stream|json|gzip)|text/.*|message/rfc822")
_SEPARATOR = re.compile(rb"From \S+ .*\d{4}")


def attached_documents(data: bytes, entry: Entry, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    """Yield what the documents hold that are attached to a mail; pictures and the like are passed over."""
    for number, part in enumerate(_parts_of(_message(data, entry.where)), start=1):
        if not part.is_attachment() or not _READ_TYPES.fullmatch(part.get_content_type()):
            continue
        name = part.get_filename() or f"part {number}"
        attached = _bytes_of(part)
        reach.budget.take(len(attached))
        yield from read_entry(
            Entry(
                where=f"{entry.where}!{name}",
                name=name,
                id=ArticleId(f"{entry.id}-{number}") if entry.id else None,
                stream=io.BytesIO(attached),
            ),
            reach.deeper(),
        )


def extract_mail(data: bytes, name: str) -> Extract:
    """Return the text of a mail, with its subject as title, its sender as outlet and its date as publication.

    Raises:
        SourceError: It has no text.
    """
    message = _message(data, name)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise SourceError("this mail has no text", subject=name)
    try:
        content = body.get_content()
    except (LookupError, ValueError, TypeError, AttributeError):
        # The mail names an encoding that does not exist, or its parts do not fit together.
        content = decode(_bytes_of(body))
    text = content if isinstance(content, str) else decode(_bytes_of(body))
    if body.get_content_subtype() == "html":
        text = extract_page(text.encode("utf-8", "replace"), name).text
    return Extract(
        text=text,
        title=_header(message, "subject"),
        outlet=_sender(message),
        published=_header(message, "date"),
        dated_by="mail",
    )


def message_id(data: bytes) -> ArticleId | None:
    """Return the id of a mail's article from what the mail calls itself; None where it does not."""
    try:
        named = _header(_message(data, ""), "message-id").strip()
    except SourceError:
        named = ""
    return ArticleId(content_id("m", named)) if named else None


def mails_in(stream: BinaryIO, entry: Entry, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    """Yield what the mails of a mailbox hold, one in memory at a time."""
    for number, letter in enumerate(_letters(stream), start=1):
        where = f"{entry.where}!{number}"
        if len(letter) > MOST_FILE_BYTES:
            yield refused(where, f"the mail is larger than {MOST_FILE_BYTES // 2**20} MB and was passed over")
            continue
        name = f"{entry.name} {number}"
        yield from read_entry(
            Entry(where=where, name=name, id=message_id(letter), stream=io.BytesIO(letter)), reach.deeper()
        )


def _letters(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the mails of a mailbox; of one beyond bounds, a little more than the bound."""
    lines: list[bytes] = []
    size = 0
    was_empty = True
    while line := stream.readline(MOST_FILE_BYTES):
        if was_empty and _SEPARATOR.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= MOST_FILE_BYTES:
            # A mailbox puts a sign before lines that begin as its separators do.
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        was_empty = not line.strip()
    if lines:
        yield b"".join(lines)


def _message(data: bytes, where: str) -> EmailMessage:
    try:
        message = message_from_bytes(data, policy=policy.default)
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise SourceError("this mail is damaged", subject=where) from error
    assert isinstance(message, EmailMessage)
    return message


def _parts_of(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise SourceError(f"this mail has more than {_MOST_PARTS} parts; those beyond were not read")
        if isinstance(part, EmailMessage):
            yield part


def _bytes_of(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return bytes(inner) if isinstance(inner, EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else str(payload).encode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    """Return a header, empty where there is none or it is beyond reading."""
    try:
        return str(message[name] or "")
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def _sender(message: EmailMessage) -> str:
    try:
        sender = message["from"]
        first = sender.addresses[0] if sender and sender.addresses else None
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
    return str(first.display_name or first.domain) if first else ""
