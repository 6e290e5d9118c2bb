"""The web application of one record."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError
from goodoffices.web.api import described
from goodoffices.web.desk import Desk
from goodoffices.web.guard import Door, Guard
from goodoffices.web.rendering import ErrorPage, answer, error_answer
from goodoffices.web.routes import adding, changing, looking

_ASSETS = {
    "style.css": "text/css; charset=utf-8",
    "timeline.js": "text/javascript; charset=utf-8",
    "map.js": "text/javascript; charset=utf-8",
    "reading.js": "text/javascript; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "sign.svg": "image/svg+xml",
}


def make_app(desk: Desk, door: Door | None = None) -> FastAPI:
    """Return the application, which lets in what the door lets in: by default only this machine."""
    app = FastAPI(title="Good Offices", version=__version__, docs_url=None, redoc_url=None, lifespan=_life)
    app.state.desk = desk
    app.include_router(looking.router)
    app.include_router(changing.router)
    app.include_router(adding.router)
    app.add_api_route("/static/{name}", show_asset, include_in_schema=False)
    app.add_exception_handler(GoodOfficesError, _on_error)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_wrong_parameter)
    app.add_middleware(Guard, door=door or Door())
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    """Stop, when the server ends, what is being read; what was read until then is kept."""
    yield
    desk: Desk = app.state.desk
    await run_in_threadpool(desk.jobs.close)


def show_asset(name: str) -> Response:
    """Return one of the few files that pages are dressed with."""
    if name not in _ASSETS:
        raise HTTPException(404, "There is no such file.")
    content = (files("goodoffices.web") / "static" / name).read_bytes()
    return Response(content, headers={"Content-Type": _ASSETS[name], "Cache-Control": "no-cache"})


def _on_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, GoodOfficesError)
    return error_answer(request, error)


def _on_wrong_parameter(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return answer(request, "error.html", ErrorPage(title="Not possible", status=400, detail=wrong), status=400)


def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    page = ErrorPage(title="Not found" if error.status_code == 404 else "Not possible", status=error.status_code,
                     detail=str(error.detail))  # fmt: skip
    return answer(request, "error.html", page, status=error.status_code)
