"""Web addresses: which of them are one page."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

MOST_ADDRESS_CHARS = 4096
"""Longer ones are no addresses of pages; servers refuse them from half of this on."""

# What campaigns, networks and share buttons append; it never chooses another page.
_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|_gl|ocid|cmpid|ref_?src|from_source|"
    r"s?share|sharetype|at_(?:medium|campaign)\w*|__twitter_impression|outputtype|amp)",
    re.IGNORECASE,
)
# Hosts that show the same pages to telephones.
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_MOBILE_PATH = re.compile(r"(?:^/amp(?=/))|(?:/amp(?:\.html)?/?$)|(?:\.amp(?:\.html)?$)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_address(url: str) -> str:
    """Return one form for all addresses of a page: without scheme, mobile host, fragment and what only tracks.

    For comparing, never for fetching. Empty where it is no address on the web.
    """
    parts = split_address(url)
    if parts is None:
        return ""
    host = _MOBILE.sub("", (parts.hostname or "").rstrip("."))
    port = "" if _port(parts) is None else f":{_port(parts)}"
    path = _INDEX.sub("/", _MOBILE_PATH.sub("", quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._"))).rstrip("/")
    kept = sorted((key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key))
    return f"{host}{port}{path}{'?' if kept else ''}{urlencode(kept)}"


def split_address(url: str) -> SplitResult | None:
    """Return the parts of an address on the web; None where it is none, or longer than any."""
    if len(url) > MOST_ADDRESS_CHARS:
        return None
    try:
        parts = urlsplit(url.strip())
        # Both are only looked at, and found wrong, when they are asked for.
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if is_whole and parts.scheme.lower() in _DEFAULT_PORTS else None


def _port(parts: SplitResult) -> int | None:
    """Return the port where it is not the usual one."""
    return None if parts.port in (None, _DEFAULT_PORTS[parts.scheme.lower()]) else parts.port
