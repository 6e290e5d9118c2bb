"""Listens for the browser of this machine; on other addresses only behind a password."""

import socket
from collections.abc import Callable

import uvicorn

from goodoffices.errors import UsageError
from goodoffices.web.app import make_app
from goodoffices.web.desk import Desk
from goodoffices.web.guard import LOOPBACK_NAMES, Door

HOST = "127.0.0.1"


def serve(desk: Desk, *, host: str, port: int, password: str, on_ready: Callable[[str], None]) -> None:
    """Serve a record until the user ends it.

    Args:
        port: 0 takes a free one.
        on_ready: Told the address as soon as it answers.

    Raises:
        UsageError: The address cannot be listened at, or would be open to others without a password.
    """
    is_local = host in LOOPBACK_NAMES
    if not is_local and not password:
        hint = "Set GOODOFFICES_PASSWORD, or leave --host out"
        raise UsageError("others could look at the record, and change it", subject=f"--host {host}", hint=hint)
    listening = _listening(host, port)
    names = LOOPBACK_NAMES if is_local else LOOPBACK_NAMES | {host.lower(), socket.gethostname().lower()}
    door = Door(names=frozenset(names), takes_addresses=not is_local, password="" if is_local else password)
    config = uvicorn.Config(
        make_app(desk, door), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=3,
    )  # fmt: skip
    shown = f"[{host}]" if ":" in host else host
    server = uvicorn.Server(config)
    on_ready(f"http://{shown}:{listening.getsockname()[1]}/")
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        # The user ended it; the server has let its last answers go out.
        return
    finally:
        listening.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise UsageError(f"no address to listen at: {error.strerror}", subject=host) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        hint = "Another program may have it; --port 0 takes a free one"
        raise UsageError(f"cannot listen there: {error.strerror}", subject=f"{host} port {port}", hint=hint) from error
    return listening
