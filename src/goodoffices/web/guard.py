"""What every request must pass before any page sees it: a host name that is ours, a bounded size, the password if set.

It also puts on every answer what keeps the text of articles from acting: no script but our own, no request elsewhere.
"""

import base64
import binascii
import ipaddress
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
MOST_BODY_BYTES = 64 * 2**20
"""Two of the largest files that are taken in."""

_SAFE = frozenset({"GET", "HEAD"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would take the origin off our own forms, too.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who is let in."""

    # Names and addresses by which the machine is called, in small letters.
    names: frozenset[str] = LOOPBACK_NAMES
    # Whether any bare address will do: a foreign page can make a name of its own point here, never an address.
    takes_addresses: bool = False
    # Asked of everyone where it is not empty.
    password: str = ""

    def refusal(self, headers: Headers, method: str) -> Response | None:
        """Return the answer to a request that is not let in; None for one that is."""
        if not self._is_ours(headers.get("host", "")):
            return PlainTextResponse("This is not the name of a machine that shows the record.", 421)
        if self.password and not self._knows(headers.get("authorization", "")):
            asks = {"WWW-Authenticate": 'Basic realm="Good Offices", charset="UTF-8"'}
            return PlainTextResponse("The password is needed.", 401, asks)
        if method in _SAFE:
            return None
        if not is_same_origin(headers):
            return PlainTextResponse("Only the record's own pages can change it.", 403)
        size = headers.get("content-length", "")
        if not size.isdecimal():
            return PlainTextResponse("The size must be said.", 411)
        if int(size) > MOST_BODY_BYTES:
            return PlainTextResponse(f"More than {MOST_BODY_BYTES // 2**20} MiB at once are not taken in.", 413)
        return None

    def _is_ours(self, host: str) -> bool:
        name = _name_of(host)
        return bool(name) and (name in self.names or (self.takes_addresses and _is_address(name)))

    def _knows(self, authorization: str) -> bool:
        kind, _, given = authorization.partition(" ")
        try:
            said = base64.b64decode(given, validate=True).partition(b":")[2]
        except binascii.Error:
            return False
        return kind.lower() == "basic" and secrets.compare_digest(said, self.password.encode())


def is_same_origin(headers: Headers) -> bool:
    """Return whether a request comes from a page of the host to which it goes, by what browsers themselves say."""
    origin, host = headers.get("origin"), headers.get("host", "")
    if origin is not None:
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and bool(host) and parts.netloc.lower() == host.lower()
    return headers.get("sec-fetch-site") == "same-origin"


def _name_of(host: str) -> str:
    """Return the name in a Host header without its port; empty where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".").lower() if "@" not in host else ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Lets in what the door lets in, and takes `.json` or `.csv` off an address: it says in which form to answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = self._door.refusal(Headers(scope=scope), scope["method"])
        await (refused or self._app)(_plain(scope), receive, send_guarded)


_FORMS = (".json", ".csv")


def _plain(scope: Scope) -> Scope:
    """Return the scope with the ending that says in which form a page is wanted off its path, noted in its state."""
    path = scope["path"]
    ending = next((ending for ending in _FORMS if path.endswith(ending)), "")
    if not ending or path == "/openapi.json":
        return scope
    bare = path.removesuffix(ending)
    bare = "/" if bare == "/index" else bare
    state = {**scope.get("state", {}), "form": ending[1:]}
    return {**scope, "path": bare, "raw_path": bare.encode(), "state": state}
