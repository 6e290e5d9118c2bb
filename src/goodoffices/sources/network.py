"""Connections to the public network only.

An address is resolved once, what it resolves to is looked at, and that is what is connected to: a name that points into
the user's own network is refused, whoever gave it, a page, a redirection or a name server that changes its mind.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpcore2

from goodoffices.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
IsAllowed = Callable[[Address], bool]

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_LOW_BITS = 0xFFFFFFFF


def is_public(address: Address) -> bool:
    """Return whether an address is one of the public network, also the one within it, where it wraps another."""
    return address.is_global and not address.is_multicast and all(is_public(inner) for inner in _wrapped(address))


def _wrapped(address: Address) -> Iterable[ipaddress.IPv4Address]:
    """Yield the addresses that an address stands for by the ways from the new network to the old."""
    if isinstance(address, ipaddress.IPv6Address):
        teredo = address.teredo or ()
        found = (address.ipv4_mapped, address.sixtofour, *teredo)
        yield from (inner for inner in found if inner is not None)
        if address in _TRANSLATED:
            yield ipaddress.IPv4Address(int(address) & _LOW_BITS)


class GuardedNetwork(httpcore2.NetworkBackend):
    """Opens connections to allowed addresses."""

    def __init__(self, is_allowed: IsAllowed = is_public) -> None:
        self._is_allowed = is_allowed
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a host, to an address of it that was looked at.

        Raises:
            FetchError: It has an address that is not allowed. One is enough: whoever mixes them means no good.
            httpcore2.ConnectError: It has none, or does not answer.
        """
        addresses = _addresses_of(host, port)
        for address in addresses:
            if not self._is_allowed(ipaddress.ip_address(address.partition("%")[0])):
                raise FetchError("this address lies within a private network and is never asked", subject=host)
        return self._network.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Refuse: no page stands behind a socket of this machine."""
        del timeout, socket_options
        raise FetchError("no page stands behind a socket of this machine", subject=path)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._network.sleep(seconds)


def _addresses_of(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"the name is not known: {error}") from error
    return [str(place[4][0]) for place in found]
