"""Archives: what their members hold. Nothing is ever unpacked to a path that an archive names."""

import bz2
import gzip
import lzma
import shutil
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from goodoffices.errors import SourceError
from goodoffices.model.identifiers import ArticleId, digest_of
from goodoffices.sources.bounds import metered
from goodoffices.sources.content import Content
from goodoffices.sources.entry import Entry, Reach, ReadEntry
from goodoffices.sources.found import MOST_FILE_BYTES, Found

DAMAGED = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, struct.error, EOFError,
    NotImplementedError, UnicodeDecodeError, ValueError, LookupError, OverflowError,
)  # fmt: skip
"""What broken archives raise, from their list of members or in the midst of one."""

_OPENERS: dict[Content, Callable[..., object]] = {
    Content.GZIP: gzip.open,
    Content.BZIP2: bz2.open,
    Content.XZ: lzma.open,
}
_PACKED_ENDINGS = frozenset((".gz", ".bz2", ".xz", ".tgz"))


def members_of_zip(stream: BinaryIO, entry: Entry, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    """Yield what the members of a ZIP file hold, in its order; of a web archive (WACZ), what its records hold.

    Args:
        stream: One in which one can go back.
    """
    with zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
        if any(member.filename == "datapackage.json" for member in members):
            members = [member for member in members if member.filename.startswith("archive/")] or members
        for member in members:
            deeper = reach.deeper()
            if member.flag_bits & 1:
                raise SourceError("this archive is locked with a password", hint="Unpack it and read the folder")
            with archive.open(member) as packed:
                yield from _members(entry, member.filename, cast(BinaryIO, packed), deeper, read_entry)


def members_of_tar(stream: BinaryIO, entry: Entry, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    """Yield what the files in a TAR file hold, in its order; links and devices are passed over."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            if member.isfile() and not _is_hidden(member.name):
                packed = archive.extractfile(member)
                assert packed is not None
                yield from _members(entry, member.name, cast(BinaryIO, packed), reach.deeper(), read_entry)
            # The list of members would otherwise grow with the archive.
            archive.members = []  # type: ignore[attr-defined]  # documented only in its source


def packed_file(
    content: Content, stream: BinaryIO, entry: Entry, reach: Reach, read_entry: ReadEntry
) -> Iterator[Found]:
    """Yield what a compressed file holds."""
    deeper = reach.deeper()
    with cast(BinaryIO, _OPENERS[content](stream)) as opened:
        path = PurePosixPath(entry.name)
        name = path.stem if path.suffix in _PACKED_ENDINGS else entry.name
        yield from read_entry(
            Entry(
                where=entry.where, name=name, url=entry.url, id=entry.id,
                stream=metered(opened, reach.budget),
            ),
            deeper,
        )  # fmt: skip


def _members(entry: Entry, name: str, stream: BinaryIO, reach: Reach, read_entry: ReadEntry) -> Iterator[Found]:
    path = PurePosixPath(name)
    yield from read_entry(
        Entry(
            where=f"{entry.where}!{name}",
            name=path.name,
            # The archive's own name and not its path: an archive that is moved keeps its articles.
            id=ArticleId(f"{path.stem}-{digest_of(f'{entry.name}!{name}')[:6]}"),
            stream=metered(stream, reach.budget),
        ),
        reach,
    )


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in PurePosixPath(name).parts)


def seekable(stream: BinaryIO) -> BinaryIO:
    """Return a stream of the same bytes in which one can go back, on disk where they are many."""
    if stream.seekable():
        return stream
    # Closed by whoever asked for it.
    spooled = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=MOST_FILE_BYTES))  # noqa: SIM115
    shutil.copyfileobj(stream, spooled)
    spooled.seek(0)
    return spooled
