"""One page as HTML or as JSON, whichever is asked for; and errors as pages."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from goodoffices.errors import GoodOfficesError, NotFound, RecordLocked, RecordUnwritable, SourceError, UsageError
from goodoffices.exports import brief_lines
from goodoffices.web.basemap import ground_of
from goodoffices.web.desk import Desk
from goodoffices.web.families import FAMILY_TITLES, FILTERS
from goodoffices.web.pages.article import CHOSEN
from goodoffices.web.pages.ledgers import LEDGERS
from goodoffices.web.reviewers import reviewer_of
from goodoffices.web.rows import csv_of, has_rows

_STATUSES: tuple[tuple[type[GoodOfficesError], int], ...] = (
    (NotFound, 404),
    (UsageError, 400),
    (SourceError, 422),
    (RecordLocked, 503),
    (RecordUnwritable, 403),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What went wrong."""

    title: str
    status: int
    detail: str


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("goodoffices.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(
        ledgers=LEDGERS, families=FAMILY_TITLES, brief_lines=brief_lines, CHOSEN=CHOSEN,
        article_link=article_link, address=_address, ground_of=ground_of,
    )  # fmt: skip
    return environment


def article_link(article: str, report: str = "", version: int | None = None) -> str:
    """Return the address of an article, at the sentence of a report if one is named."""
    asked = {"id": article, "report": report, "version": "" if version is None else str(version)}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/article?{query}#{report}" if report else f"/article?{query}"


def _address(*parts: str) -> str:
    """Return an address of which every part is taken as it is."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def desk_of(request: Request) -> Desk:
    """Return what all pages share."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def form_wanted(request: Request) -> str:
    """Return "html", "json" or "csv": by the ending of the address, by `format=`, or by what the caller accepts."""
    accepted = request.headers.get("accept", "")
    asked = getattr(request.state, "form", "") or request.query_params.get("format", "")
    if asked in ("json", "csv"):
        return str(asked)
    for media_type, form in (("application/json", "json"), ("text/csv", "csv")):
        if media_type in accepted and "text/html" not in accepted:
            return form
    return "html"


def answer(request: Request, template: str, page: Any, *, status: int = 200) -> Response:
    """Return a page as it is asked for.

    Args:
        page: A frozen dataclass with a title: all that the template shows.
    """
    form = form_wanted(request)
    if form == "json":
        return Response(msgspec.json.encode(page), status, media_type="application/json", headers=_VARY)
    if form == "csv" and status < 400:
        return _table(request, page)
    desk = desk_of(request)
    path, query = request.url.path, f"?{request.url.query}" if request.url.query else ""
    plain = "/index" if path == "/" else path
    shell = {
        "record": desk.record.name,
        "token": desk.token,
        "reviewer": reviewer_of(request) or desk.reviewer,
        "path": path,
        "back": f"{path}{query}",
        "json": f"{plain}.json{query}",
        "csv": f"{plain}.csv{query}" if has_rows(page) else "",
    }
    html = _environment().get_template(template).render(page=page, shell=shell)
    return HTMLResponse(html, status, headers=_VARY)


_VARY = {"Vary": "Accept"}
_ODD = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_NAME = 80


def _table(request: Request, page: Any) -> Response:
    written = csv_of(page)
    if written is None:
        raise NotFound("this page has no table", subject=request.url.path, hint="It can be had as JSON")
    # What stands in an address can be anything; in the head of an answer only plain letters are harmless.
    name = _ODD.sub("-", request.url.path).strip("-")[:_LONGEST_NAME] or "index"
    headers = {**_VARY, "Content-Disposition": f'attachment; filename="{name}.csv"'}
    # A mark at the beginning tells spreadsheets that it is UTF-8.
    return Response(f"\ufeff{written}", media_type="text/csv; charset=utf-8", headers=headers)


def error_answer(request: Request, error: GoodOfficesError) -> Response:
    """Return what went wrong as a page, with the status that fits."""
    status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
    return answer(
        request, "error.html", ErrorPage(title="Not possible", status=status, detail=str(error)), status=status
    )
