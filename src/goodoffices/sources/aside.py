"""Does in a process of its own what may take forever or all memory: a document made to do harm ends that process alone.

The process starts when it is first needed, and serves until it ends or is ended.
"""

import multiprocessing
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from goodoffices.errors import SourceError
from goodoffices.sources.extract import Extract

MOST_SECONDS = 30.0
"""How long one document may take; a thousand pages of PDF take five."""

MOST_MEMORY_BYTES = 3 * 2**30
"""How much memory it may take, code and libraries included."""

Extractor = Callable[[bytes, str], Extract]


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A SourceError on its way between processes."""

    detail: str
    hint: str


def _serve(connection: Connection) -> None:
    """Extract what is asked for until nobody asks. Runs in the other process."""
    _bound_memory()
    while True:
        try:
            extractor, data, where = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send(extractor(data, where))
        except SourceError as error:
            connection.send(_Refusal(error.detail, error.hint))
        except MemoryError:
            connection.send(_Refusal("it needs more memory than any report", ""))
        except KeyboardInterrupt:
            return


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        bound = MOST_MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MOST_MEMORY_BYTES, most)
        resource.setrlimit(resource.RLIMIT_AS, (bound, most))


class Aside:
    """Runs extractors in a process of its own. Use it as a context manager: the process ends with it."""

    def __init__(self, *, most_seconds: float = MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def extract(self, extractor: Extractor, data: bytes, where: str) -> Extract:
        """Return what the extractor makes of the data.

        Args:
            extractor: A function that stands in a module.

        Raises:
            SourceError: It found nothing, took too long, or its process did not survive the data.
        """
        connection = self._connected()
        try:
            connection.send((extractor, data, where))
            if not connection.poll(self._most_seconds):
                self.close()
                raise SourceError(f"it took longer than {self._most_seconds:.0f} s and was left out", subject=where)
            answer = connection.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise SourceError("the program that reads such files did not survive it", subject=where) from error
        if isinstance(answer, _Refusal):
            raise SourceError(answer.detail, subject=where, hint=answer.hint)
        assert isinstance(answer, Extract)
        return answer

    def _connected(self) -> Connection:
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._connection

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None

    def __enter__(self) -> "Aside":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
