"""Pages that show: none of them changes the record."""

import datetime as dt

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from goodoffices.errors import NotFound, UsageError
from goodoffices.exports.brief_formats import BRIEF_FORMATS
from goodoffices.record.view import View
from goodoffices.views.brief import Brief
from goodoffices.web.api import FILTER, errors, gives, gives_files
from goodoffices.web.asked import Filter, selection_of
from goodoffices.web.pages.act import ActPage, act_page
from goodoffices.web.pages.article import ArticlePage, article_page
from goodoffices.web.pages.brief import BriefPage, brief_page, chosen_brief
from goodoffices.web.pages.geography import MapPage, map_page
from goodoffices.web.pages.ledgers import LEDGERS, LedgerPage, ledger_page
from goodoffices.web.pages.matrix import IssuePage, MatrixPage, issue_page, matrix_page
from goodoffices.web.pages.network import NetworkPage, network_page
from goodoffices.web.pages.overview import OverviewPage, overview
from goodoffices.web.pages.search import SearchPage, search_page
from goodoffices.web.pages.sources import SourcesPage, sources_page
from goodoffices.web.pages.timelines import TimelinePage, timeline_page
from goodoffices.web.rendering import answer, desk_of
from goodoffices.web.visits import COOKIE, Visit, visit_of

router = APIRouter()

_BRIEF_FILES = gives_files([one.media_type for one in BRIEF_FORMATS.values()], *FILTER)


@router.get("/", name="overview", **gives(OverviewPage, "lanes", "new_since"))
def show_overview(request: Request) -> Response:
    """The process at a glance: what is new, fixed, open, overdue, and where accounts differ."""
    desk, query = desk_of(request), request.query_params
    with desk.view() as view:
        visit = visit_of(request.cookies.get(COOKIE, ""), view.last_publication(), desk.clock().timestamp())
        since = _day(query.get("new_since", "")) or visit.since
        lanes = "issue" if query.get("lanes") == "issue" else "track"
        is_known = visit.is_known and since == visit.since
        page = overview(view, since=since, is_since_visit=is_known, lanes=lanes)
    return _with_visit(answer(request, "overview.html", page), visit)


def _with_visit(response: Response, visit: Visit) -> Response:
    if visit.cookie:
        response.set_cookie(COOKIE, visit.cookie, max_age=31_536_000, httponly=True, samesite="strict")
    return response


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"{text!r} is no day", hint="Write 2024-05-01") from error


@router.get("/timeline", name="timeline", **gives(TimelinePage, *FILTER, "kind", "lanes"))
def show_timeline(request: Request) -> Response:
    """Everything by day, in lanes by track or by issue."""
    lanes = "issue" if request.query_params.get("lanes") == "issue" else "track"
    with desk_of(request).view() as view:
        return answer(request, "timeline.html", timeline_page(view, _asked(request), lanes=lanes))


@router.get("/acts/{name}", name="act", **gives(ActPage))
def show_act(request: Request, name: str) -> Response:
    """One act, by its id or that of one of its reports."""
    with desk_of(request).view() as view:
        return answer(request, "act.html", act_page(view, name))


@router.get("/article", name="article", **gives(ArticlePage))
def show_article(request: Request, id: str, version: int | None = None, report: str = "") -> Response:
    """One article, with the reports that were read from it."""
    with desk_of(request).view() as view:
        return answer(request, "article.html", article_page(view, id, version=version, report=report))


@router.get("/search", name="search", **gives(SearchPage, *FILTER, "q", "kind", "page"))
def show_search(request: Request) -> Response:
    """Articles by their words, acts by party, issue, kind, place, period, source, language and status."""
    with desk_of(request).view() as view:
        return answer(request, "search.html", search_page(view, _asked(request)))


@router.get("/ledgers/{key}", name="ledger", **gives(LedgerPage, *FILTER, "state", "sort", "page"))
def show_ledger(request: Request, key: str) -> Response:
    """One of the ledgers."""
    if key not in LEDGERS:
        raise NotFound("there is no such ledger", subject=key)
    with desk_of(request).view() as view:
        return answer(request, "ledger.html", ledger_page(view, key, _asked(request)))


@router.get("/sources", name="sources", **gives(SourcesPage, *FILTER))
def show_sources(request: Request) -> Response:
    """Who reports what, and alone."""
    with desk_of(request).view() as view:
        return answer(request, "sources.html", sources_page(view, _asked(request)))


@router.get("/positions", name="positions", **gives(MatrixPage, *FILTER))
def show_matrix(request: Request) -> Response:
    """Issues by parties: where each stands."""
    with desk_of(request).view() as view:
        return answer(request, "matrix.html", matrix_page(view, _asked(request)))


@router.get("/positions/{issue}", name="issue", **gives(IssuePage, *(name for name in FILTER if name != "issue")))
def show_issue(request: Request, issue: str) -> Response:
    """One issue: what each party said and did."""
    with desk_of(request).view() as view:
        return answer(request, "issue.html", issue_page(view, issue, _asked(request)))


@router.get("/network", name="network", **gives(NetworkPage, *FILTER, "by"))
def show_network(request: Request) -> Response:
    """Who met whom."""
    by_side = request.query_params.get("by") != "people"
    with desk_of(request).view() as view:
        return answer(request, "network.html", network_page(view, _asked(request), by_side=by_side))


@router.get("/map", name="map", **gives(MapPage, *FILTER, "kind"))
def show_map(request: Request, at: str = "") -> Response:
    """Where it happened."""
    with desk_of(request).view() as view:
        return answer(request, "map.html", map_page(view, _asked(request), at=at))


@router.get("/brief", name="brief", **gives(BriefPage, *FILTER))
def show_brief(request: Request) -> Response:
    """The brief of a period, of some parties, on an issue."""
    with desk_of(request).view() as view:
        return answer(request, "brief.html", brief_page(view, _asked(request)))


@router.get("/brief.{ending}", name="brief as a file", **_BRIEF_FILES)
def download_brief(request: Request, ending: str) -> Response:
    """The same brief as a file: md, html, docx or pdf."""
    if ending not in BRIEF_FORMATS:
        raise NotFound("a brief is not written so", subject=ending, hint="Take md, html, docx or pdf")
    with desk_of(request).view() as view:
        brief = _brief(view, request)
    chosen = BRIEF_FORMATS[ending]
    headers = {"Content-Disposition": f'attachment; filename="brief.{ending}"'}
    return Response(chosen.write(brief), media_type=chosen.media_type, headers=headers)


def _brief(view: View, request: Request) -> Brief:
    return chosen_brief(view, selection_of(view, _asked(request)))


@router.get("/reports/{name}", name="report", status_code=307, responses=errors("default"))
def find_report(name: str) -> Response:
    """Lead from a report's id to its act."""
    return RedirectResponse(f"/acts/{name}", 307)


def _asked(request: Request) -> Filter:
    return Filter.from_query(request.query_params)
