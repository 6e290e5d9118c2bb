"""The only addresses that change the record: judging, and adding articles. Each looks at the page's own token first."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from goodoffices.engine.intake import Tally
from goodoffices.engine.opinions import Opinion
from goodoffices.errors import UsageError
from goodoffices.model.article import Article, Dating
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.record.view import View
from goodoffices.web.desk import Desk
from goodoffices.web.forms import Form, form_of
from goodoffices.web.pages.adding import AddPage, added_page
from goodoffices.web.pages.review import log_page, review_page
from goodoffices.web.rendering import answer, desk_of

router = APIRouter()

_ODD = re.compile(r"[^\w.\- ]+")
_LONGEST_NAME = 120
_YEAR_SECONDS = 31_536_000


@router.get("/review", name="review")
def show_review(request: Request) -> Response:
    """What a person should look at, the most doubtful first."""
    query = request.query_params
    with desk_of(request).view() as view:
        return answer(request, "review.html", review_page(view, query.get("topic", ""), query.get("done", "")))


@router.get("/log", name="log")
def show_log(request: Request) -> Response:
    """Who judged what, and when."""
    with desk_of(request).view() as view:
        return answer(request, "log.html", log_page(view))


@router.post("/review", name="judge")
async def judge(request: Request) -> Response:
    """Keep what a person says, and go back to the page from which it was said."""
    desk = desk_of(request)
    form = await form_of(request, desk)
    by = form.text("by") or desk.reviewer
    opinion = Opinion(by=by, reason=form.text("reason"))
    kept = await run_in_threadpool(desk.judge, _asked(form, opinion))
    back = form.back("/review")
    if back.partition("?")[0] == "/review":
        back = f"/review?topic={form.text('topic')}&done={kept[0].id}" if kept else "/review"
    response = RedirectResponse(back, 303)
    response.set_cookie("reviewer", by, max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
    return response


def _asked(form: Form, opinion: Opinion) -> Callable[[View], list[Judgement]]:
    """Return what gives the judgements that a form means.

    Raises:
        UsageError: It means none.
    """
    try:
        verdict = Verdict(form.text("verdict"))
    except ValueError as error:
        raise UsageError("this is no judgement", subject=form.text("verdict")) from error
    one, other, field = form.text("one"), form.text("other"), form.text("field")
    if not one:
        raise UsageError("it is not said what is judged", subject=verdict.value)
    if verdict is Verdict.WITHDRAW:
        return lambda view: opinion.on_judgement(view, one)
    if other and (verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)):
        return lambda view: opinion.on_pair(view, verdict, one, other)
    if other:
        return lambda view: opinion.on_link(view, verdict, one, other)
    return lambda view: opinion.on_field(view, verdict, one, field, form.raw("value").strip())


@router.get("/add", name="add")
def show_add(request: Request) -> Response:
    """Where a text is pasted or files are dropped."""
    return answer(request, "add.html", AddPage(title="Add"))


@router.post("/add", name="read")
async def add(request: Request) -> Response:
    """Read what was pasted or dropped, and show what came of it."""
    desk = desk_of(request)
    form = await form_of(request, desk)
    files = [(one, await one.read()) for one in form.files("files")]
    await form.data.close()
    pasted = _pasted(form)
    if not files and pasted is None:
        raise UsageError("there is nothing to read", hint="Paste a text, or choose files")
    page = await run_in_threadpool(_read, desk, pasted, files)
    return answer(request, "added.html", page)


def _read(desk: Desk, pasted: Article | None, files: list[tuple[UploadFile, bytes]]) -> object:
    with desk.view() as view:
        before = {head.digest for head in view.heads()}
    tally = Tally()
    if pasted is not None:
        tally = desk.read_articles([pasted])
    if files:
        with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
            more = desk.read_files([_put(Path(folder), number, *one) for number, one in enumerate(files)])
        tally = _sum(tally, more)
    with desk.view() as view:
        return added_page(view, tally, before)


def _put(folder: Path, number: int, file: UploadFile, content: bytes) -> Path:
    """Write a file under its own name, as far as that is a plain one; its id comes from that name."""
    name = _ODD.sub("-", Path((file.filename or "").replace("\\", "/")).name).strip(". -")[-_LONGEST_NAME:]
    place = folder / str(number)
    place.mkdir()
    path = place / (name or "article.txt")
    path.write_bytes(content)
    return path


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(
        articles=one.articles + other.articles,
        reports=one.reports + other.reports,
        known=one.known + other.known,
        corrected=one.corrected + other.corrected,
        notices=[*one.notices, *other.notices],
    )


def _pasted(form: Form) -> Article | None:
    """Return the article that was pasted; None where no text was.

    Raises:
        UsageError: Its date is none, or its address is none of the web.
    """
    text = form.raw("text").replace("\r\n", "\n").strip()
    if not text:
        return None
    url, title, day = form.text("url"), form.text("title"), form.text("published")
    if url and not url.startswith(("http://", "https://")):
        raise UsageError("this is no address on the web", subject=url, hint="It begins with http or https")
    try:
        published = DateInterval.from_iso(day) if day else None
    except ValueError as error:
        raise UsageError(str(error), subject="the day of publication", hint="Write 2024-05-01") from error
    return Article(
        id=Article.id_from(text=text, url=url, title=title), text=text, title=title, url=url,
        outlet=form.text("outlet"), published=published,
        dating=Dating(found_in="given", score=1.0) if published else None,
    )  # fmt: skip
