"""Under which name a browser judges: kept in its cookie, so that it need not be written each time."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

MOST_CHARS = 80
"""Longer names are refused: nobody is called so."""

_COOKIE = "reviewer"
_YEAR_SECONDS = 31_536_000


def reviewer_of(request: Request) -> str:
    """Return the name that a browser kept; empty where it kept none."""
    given = unquote(request.cookies.get(_COOKIE, "")[: 12 * MOST_CHARS])
    return " ".join(given.split())[:MOST_CHARS]


def keep_reviewer(response: Response, name: str) -> None:
    """Have the browser keep a name, in whatever script: a cookie itself can hold but few letters."""
    response.set_cookie(_COOKIE, quote(name, safe=""), max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
