"""One request and its answer, within bounds of size and time."""

import gzip
import ssl
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpcore2

from goodoffices.errors import FetchError
from goodoffices.sources.found import MOST_FILE_BYTES
from goodoffices.sources.network import GuardedNetwork, IsAllowed, is_public

MOST_SECONDS = 60.0
"""How long one answer may take from the first byte to the last: one that drips is given up."""

_SILENCE_SECONDS = 20.0
_TIMEOUTS = {"connect": _SILENCE_SECONDS, "read": _SILENCE_SECONDS, "write": _SILENCE_SECONDS, "pool": _SILENCE_SECONDS}
_TRANSIENT = (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError, ssl.SSLError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said to one request."""

    url: str
    status: int
    # By name in small letters.
    headers: Mapping[str, str]
    # Unpacked.
    body: bytes


class Requests:
    """Sends requests, keeping connections open. Use it as a context manager."""

    def __init__(self, *, is_allowed: IsAllowed = is_public, most_seconds: float = MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        self._pool = httpcore2.ConnectionPool(network_backend=GuardedNetwork(is_allowed), max_connections=20)

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer, whatever its status; redirections are not followed.

        Raises:
            FetchError: None came, or one beyond bounds; `is_passing` tells whether it may come another time.
        """
        until = time.monotonic() + self._most_seconds
        sent: list[tuple[bytes | str, bytes | str]] = [("Accept-Encoding", "gzip, deflate"), *headers.items()]
        try:
            with self._pool.stream("GET", url, headers=sent, extensions={"timeout": _TIMEOUTS}) as response:
                named = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
                body = _bounded(response.iter_stream(), until, url)
        except _TRANSIENT as error:
            why = str(error) or type(error).__name__
            raise FetchError(f"no answer: {why}", subject=url, is_passing=True) from error
        except (httpcore2.UnsupportedProtocol, ValueError, UnicodeError) as error:
            raise FetchError(f"this address cannot be asked: {error}", subject=url) from error
        return Answer(url=url, status=response.status, headers=named, body=_unpacked(body, named, url))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def __enter__(self) -> "Requests":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _bounded(parts: Iterator[bytes], until: float, url: str) -> bytes:
    """Return the parts joined, as long as they come in time and are not too many."""
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > MOST_FILE_BYTES:
            raise FetchError(f"larger than {MOST_FILE_BYTES // 2**20} MB: no page of news is", subject=url)
        if time.monotonic() > until:
            raise FetchError("the answer came too slowly and was given up", subject=url, is_passing=True)
    return bytes(body)


def _unpacked(body: bytes, headers: Mapping[str, str], url: str) -> bytes:
    """Return a body as it was before it was compressed for the way, not further than the bound."""
    encoding = headers.get("content-encoding", "").strip().lower()
    if not body or encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"the answer is packed in a way that was not asked for: {encoding[:20]}", subject=url)
    # Some servers send "deflate" without the two bytes of its head.
    packing = zlib.decompressobj(wbits=47 if "gzip" in encoding or body[:1] == b"\x78" else -15)
    try:
        plain = packing.decompress(body, MOST_FILE_BYTES + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise FetchError(f"the answer cannot be unpacked: {error}", subject=url, is_passing=True) from error
    if len(plain) > MOST_FILE_BYTES:
        raise FetchError(f"unpacks to more than {MOST_FILE_BYTES // 2**20} MB: no page of news does", subject=url)
    return plain
