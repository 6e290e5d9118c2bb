"""The description of the pages as an API: what each takes, and what its JSON holds.

The JSON of a page is its dataclass as msgspec writes it, and msgspec says here what that looks like: the description
cannot say anything else than what is sent. Nothing of it is looked at when a page is asked for.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from goodoffices.model.act import STATUSES, ActKind
from goodoffices.web.pages.act import ActPage
from goodoffices.web.pages.adding import AddPage, ReadingPage
from goodoffices.web.pages.article import ArticlePage
from goodoffices.web.pages.brief import BriefPage
from goodoffices.web.pages.geography import MapPage
from goodoffices.web.pages.ledgers import LedgerPage
from goodoffices.web.pages.matrix import IssuePage, MatrixPage
from goodoffices.web.pages.network import NetworkPage
from goodoffices.web.pages.overview import OverviewPage
from goodoffices.web.pages.review import LogPage, ReviewPage
from goodoffices.web.pages.search import SearchPage
from goodoffices.web.pages.sources import SourcesPage
from goodoffices.web.pages.timelines import TimelinePage
from goodoffices.web.rendering import ErrorPage
from goodoffices.web.rows import gives_rows

PAGES: tuple[type, ...] = (
    ActPage, AddPage, ArticlePage, BriefPage, ErrorPage, IssuePage, LedgerPage, LogPage, MapPage, MatrixPage,
    NetworkPage, OverviewPage, ReadingPage, ReviewPage, SearchPage, SourcesPage, TimelinePage,
)  # fmt: skip
"""Everything that is sent as JSON."""

_ABOUT = """\
Every page can be had as JSON under its own address: with `.json` behind the path (`/index.json` for the first page),
with `format=json`, or for whoever accepts `application/json` and not `text/html`. Pages with a table can be had as
CSV in the same ways. Only this machine is answered, unless a password is set; what changes the record needs the token
of a page, and comes from a page of the same host.
"""
_REF = "#/components/schemas/{name}"
_TEXT = {"type": "string"}
_BYTES = {"type": "string", "format": "binary"}


def _one_of(words: list[str]) -> dict[str, Any]:
    return {"type": "string", "enum": words}


_PARAMETERS: dict[str, tuple[str, dict[str, Any]]] = {
    "q": ("Words to be found, in any script.", _TEXT),
    "party": ("Persons, states and bodies that all have a part; in any known spelling.",
              {"type": "array", "items": _TEXT}),
    "issue": ("The id of an issue, as `choices` gives it.", _TEXT),
    "kind": ("What was done.", _one_of([kind.value for kind in ActKind])),
    "since": ("First day, or month, or year: 2024-05-01.", _TEXT),
    "until": ("Last day, or month, or year: 2024-05.", _TEXT),
    "place": ("A place, or a state in which places lie.", _TEXT),
    "source": ("An outlet.", _TEXT),
    "lang": ("Told in this language, ISO 639-1.", _TEXT),
    "status": ("How far it came.", _one_of(sorted({status for held in STATUSES.values() for status in held}))),
    "state": ("What came of it: one of `states`.", _TEXT),
    "sort": ("Whether the first or the latest day stands above.", _one_of(["first", "latest"])),
    "page": ("Of a long list, from 1.", {"type": "integer", "minimum": 1, "default": 1}),
    "lanes": ("What a lane of the drawing is.", _one_of(["track", "issue"])),
    "by": ("Who is drawn: states and bodies, or single persons.", _one_of(["side", "people"])),
    "new_since": ("What was published after this day is new: 2024-05-01.", {"type": "string", "format": "date"}),
    "topic": ("What is to be reviewed: one of `topics`.", _TEXT),
    "done": ("The id of the judgement that was just made.", _TEXT),
}  # fmt: skip

FILTER = ("party", "issue", "since", "until", "place", "source", "lang", "status")
"""By what nearly every page can be narrowed."""

_ERRORS: dict[int | str, str] = {
    400: "What was asked for means nothing here.",
    404: "There is nothing of this name.",
    "default": "Something else went wrong: the record cannot be read, say.",
}


def gives(kind: type, *takes: str) -> dict[str, Any]:
    """Return what a route says of a page besides its address: of which kind it is, and which parameters it takes."""
    content = {"application/json": {"schema": _ref(kind)}, "text/html": {"schema": _TEXT}}
    if gives_rows(kind):
        content["text/csv"] = {"schema": _TEXT}
    return {
        "responses": {200: {"description": "The page.", "content": content}, **errors(400, 404, "default")},
        "openapi_extra": {"parameters": [_parameter(name) for name in takes]} if takes else {},
    }


def gives_files(media_types: Iterable[str], *takes: str) -> dict[str, Any]:
    """Return what a route says of files that it gives in place of a page."""
    content = {kind.partition(";")[0]: {"schema": _BYTES} for kind in media_types}
    return {
        "responses": {200: {"description": "The file.", "content": content}, **errors(400, 404, "default")},
        "response_class": Response,
        "openapi_extra": {"parameters": [_parameter(name) for name in takes]},
    }


def takes_form(summary: str, fields: Mapping[str, str], *, files: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what a route says of a form: its fields with their meanings; it leads to another page, or fails.

    Args:
        files: Fields that hold any number of files.
    """
    held: dict[str, Any] = {"token": {**_TEXT, "description": "That of a page of this server."}}
    held |= {name: {**_TEXT, "description": meaning} for name, meaning in fields.items()}
    held |= {name: {"type": "array", "items": _BYTES} for name in files}
    schema = {"type": "object", "properties": held, "required": ["token"]}
    kinds = ("multipart/form-data",) if files else ("application/x-www-form-urlencoded", "multipart/form-data")
    body = {"required": True, "content": {kind: {"schema": schema} for kind in kinds}}
    return {
        "status_code": 303,
        "responses": {303: {"description": summary}, **errors(400, 404, "default")},
        "openapi_extra": {"requestBody": body},
    }


def errors(*statuses: int | str) -> dict[int | str, dict[str, Any]]:
    """Return what is sent where something goes wrong."""
    content = {"application/json": {"schema": _ref(ErrorPage)}, "text/html": {"schema": _TEXT}}
    return {status: {"description": _ERRORS[status], "content": content} for status in statuses}


def _ref(kind: type) -> dict[str, str]:
    return {"$ref": _REF.format(name=kind.__name__)}


def _parameter(name: str) -> dict[str, Any]:
    meaning, schema = _PARAMETERS[name]
    return {"name": name, "in": "query", "required": False, "description": meaning, "schema": schema}


def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description of all pages."""
    told = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
    _, schemas = msgspec.json.schema_components(PAGES, ref_template=_REF)
    told["components"] = {"schemas": schemas}
    return told
