"""Bounds of what one file may unpack to: how much, how many, how deep.

Archives can promise more than any disk holds. All that comes out of one file, at any depth, is counted together, as it
comes out and never by what the archive says of itself.
"""

import io
from typing import BinaryIO

from goodoffices.errors import SourceError
from goodoffices.sources.found import MOST_FILE_BYTES

MOST_DEPTH = 5
"""Archives within archives: a letter with an archive of documents has two."""

MOST_MEMBERS = 2_000_000
"""More than the pages of a day of a large web archive."""

MOST_SWELLING = 100
"""How many times its size a file may unpack to. Texts and pages shrink to a tenth or less; bombs, to a thousandth."""

_ALWAYS_BYTES = 2 * MOST_FILE_BYTES


class Budget:
    """What may still come out of one file."""

    def __init__(self, size_bytes: int, where: str) -> None:
        self._left_bytes = _ALWAYS_BYTES + MOST_SWELLING * size_bytes
        self._left_members = MOST_MEMBERS
        self._where = where

    def take(self, count_bytes: int) -> None:
        """Count bytes that came out.

        Raises:
            SourceError: They are more than any honest file of this size holds.
        """
        self._left_bytes -= count_bytes
        if self._left_bytes < 0:
            raise SourceError(
                f"it unpacks to more than {MOST_SWELLING} times its size and was not read further", subject=self._where
            )

    def take_member(self, depth: int) -> None:
        """Count one member.

        Raises:
            SourceError: There are too many, or they lie too deep.
        """
        self._left_members -= 1
        if self._left_members < 0:
            raise SourceError(f"it holds more than {MOST_MEMBERS:,} members; those beyond were not read")
        if depth > MOST_DEPTH:
            raise SourceError(f"more than {MOST_DEPTH} archives within each other: not opened")


class Metered(io.RawIOBase):
    """A stream of what is unpacked, each byte of which is counted."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer, and count."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # typeshed's Buffer needs 3.12
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._budget.take(len(data))
        return len(data)


class _Joined(io.RawIOBase):
    """What was read of a stream already, and then the rest of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._head[: len(view)] if self._head else self._stream.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


def joined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return a stream that gives `head`, and then what is left in `stream`."""
    return io.BufferedReader(_Joined(head, stream))


def from_start(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return a stream of which `head` was read, from its beginning: itself where one can go back in it."""
    if stream.seekable():
        stream.seek(0)
        return stream
    return joined(head, stream)


def metered(stream: BinaryIO, budget: Budget) -> BinaryIO:
    """Return the stream, counting what comes out of it."""
    return io.BufferedReader(Metered(stream, budget))


def whole(stream: BinaryIO) -> bytes:
    """Return all that is left in a stream.

    Raises:
        SourceError: It is more than one report ever is.
    """
    data = stream.read(MOST_FILE_BYTES + 1)
    if len(data) > MOST_FILE_BYTES:
        raise SourceError(
            f"larger than {MOST_FILE_BYTES // 2**20} MB: no single report is",
            hint="Collections of articles are read from JSON Lines files and archives of any size",
        )
    return data
