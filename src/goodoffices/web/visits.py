"""Since when things are new to one browser: kept in its cookie, and nowhere else."""

import datetime as dt
from dataclasses import dataclass

COOKIE = "visit"
_SAME_VISIT_SECONDS = 1800
_FIRST_LOOK = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, as long as it lasts."""

    # What was published after this day is new; None where nothing has a date.
    since: dt.date | None
    # What the browser keeps.
    cookie: str
    # Whether the browser was here before.
    is_known: bool


def visit_of(cookie: str, latest: dt.date | None, now: float) -> Visit:
    """Return since when things are new: since what was the latest at the end of the visit before.

    Args:
        cookie: What the browser kept; anything else than what was given to it is as good as nothing.
        latest: The day of the latest publication.
        now: Seconds since 1970.
    """
    if latest is None:
        return Visit(since=None, cookie="", is_known=False)
    held = _read(cookie)
    if held is None:
        since, is_known = latest - _FIRST_LOOK, False
    else:
        shown, last_seen, at = held
        is_known = True
        since = shown if 0 <= now - at < _SAME_VISIT_SECONDS else last_seen
    return Visit(since=since, cookie=f"{since.isoformat()}_{latest.isoformat()}_{int(now)}", is_known=is_known)


def _read(cookie: str) -> tuple[dt.date, dt.date, int] | None:
    try:
        shown, last_seen, at = cookie.split("_")
        return dt.date.fromisoformat(shown), dt.date.fromisoformat(last_seen), int(at)
    except ValueError:
        return None
