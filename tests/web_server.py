"""A server on the loopback address that answers as a test says, and remembers what it was asked."""

import ipaddress
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from goodoffices.sources.politeness import Clock


@dataclass
class Says:
    """One answer."""

    body: bytes | str = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    # Seconds before each tenth of the body.
    drip: float = 0.0


@dataclass
class Site:
    """What the server says at each path, and what it was asked: paths with the headers of each request."""

    address: str
    pages: dict[str, Says | Callable[[], Says]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """Return the whole address of a path."""
        return f"{self.address}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, but the rules for robots."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def is_this_machine(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Allow the server of the tests."""
    return address.is_loopback


@dataclass
class MadeUpTime:
    """Time that passes only where somebody waits."""

    at: float = 1_000_000.0
    waits: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        """Return a clock of this time."""
        return Clock(now=lambda: self.at, sleep=self._wait)

    def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds


@contextmanager
def serving() -> Iterator[Site]:
    """Lend a site that is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    site = Site(address=f"http://127.0.0.1:{server.server_address[1]}")
    server.site = site  # type: ignore[attr-defined]
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        said = site.pages.get(self.path, Says("not here", status=404))
        said = said if isinstance(said, Says) else said()
        body = said.body.encode() if isinstance(said.body, str) else said.body
        if said.headers.get("ETag") and self.headers.get("If-None-Match") == said.headers["ETag"]:
            said, body = Says(status=304, headers=said.headers), b""
        self.send_response(said.status)
        self.send_header("Content-Type", said.kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in said.headers.items():
            self.send_header(name, value)
        self.end_headers()
        step = max(1, len(body) // 10)
        try:
            for at in range(0, len(body), step):
                time.sleep(said.drip)
                self.wfile.write(body[at : at + step])
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""
