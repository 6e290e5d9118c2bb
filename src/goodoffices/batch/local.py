"""Reads articles in processes on this machine.

Articles go out in small shares, to the processes in turn, and come back in the same turn: order needs no sorting, and
no more than a few shares are ever in memory. A process that dies takes no other article with it: its share is read
again one article at a time, and the one that kills its reader is named.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from goodoffices.engine.readers import ArticleReader, Outcome, outcome_of
from goodoffices.errors import GoodOfficesError
from goodoffices.model.article import Article
from goodoffices.model.notice import Notice, Severity

ARTICLES_IN_SHARE = 8
SHARES_AHEAD = 2
"""Shares that wait for each process, so that none is idle while the record is written."""

OpenReader = Callable[[], ArticleReader]
"""Opens a reader in the process where it is called; can be sent to another process."""

Share = list[Article]
Answer = list[Outcome] | GoodOfficesError


def _work(connection: Connection, open_reader: OpenReader) -> None:
    """Read shares until there are no more. Runs in a process of its own, which the user's Ctrl-C does not reach."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader = open_reader()
        while share := connection.recv():
            connection.send([outcome_of(reader, article) for article in share])
    except GoodOfficesError as error:
        connection.send(error)
    except EOFError:
        # The parent is gone.
        return


class _Worker:
    """One process that reads, and the shares that it was sent and has not answered."""

    def __init__(self, open_reader: OpenReader) -> None:
        self._open_reader = open_reader
        self.waiting: deque[Share] = deque()
        self._start()

    def _start(self) -> None:
        # Spawned and not forked: a fork copies locks that other threads, the progress bar's for one, may hold.
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_work, args=(theirs, self._open_reader), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, share: Share) -> None:
        """Hand it a share."""
        self.waiting.append(share)
        self._send(share)

    def _send(self, share: Share) -> None:
        try:
            self._connection.send(share)
        except OSError:
            # It died; `receive` will notice.
            return

    def receive(self) -> list[Outcome]:
        """Return the outcomes of the oldest share that it has not answered."""
        share = self.waiting.popleft()
        try:
            return self._answer()
        except (EOFError, OSError):
            outcomes = self._one_by_one(share)
        for later in self.waiting:
            self._send(later)
        return outcomes

    def _answer(self) -> list[Outcome]:
        answer: Answer = self._connection.recv()
        if isinstance(answer, GoodOfficesError):
            raise answer
        return answer

    def _one_by_one(self, share: Share) -> list[Outcome]:
        """Read a share that killed the process in new ones, and name the articles that kill theirs."""
        outcomes: list[Outcome] = []
        self._restart()
        for article in share:
            try:
                self._connection.send([article])
                outcomes.extend(self._answer())
            except (EOFError, OSError):
                outcomes.append(_killed(article))
                self._restart()
        return outcomes

    def _restart(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._connection.close()
        self._process.terminate()
        self._process.join()


class Workers:
    """Reads articles in several processes. Use it as a context manager: the processes end with it."""

    def __init__(self, count: int, open_reader: OpenReader) -> None:
        self._workers = [_Worker(open_reader) for _ in range(count)]

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in their order.

        Raises:
            GoodOfficesError: The reader could not be opened.
        """
        source = iter(articles)
        turns = cycle(self._workers)
        asked: deque[_Worker] = deque()
        while True:
            while len(asked) < len(self._workers) * SHARES_AHEAD and (share := list(islice(source, ARTICLES_IN_SHARE))):
                worker = next(turns)
                worker.send(share)
                asked.append(worker)
            if not asked:
                return
            yield from asked.popleft().receive()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()


def _killed(article: Article) -> Outcome:
    message = "the reader did not survive this article; it was left out, please report it"
    notice = Notice(stage="reading", subject=article.id, message=message, severity=Severity.ERROR)
    return Outcome(article=article, reports=(), notices=(notice,))
