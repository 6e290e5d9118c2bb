"""The only addresses that change the record: judging, and adding articles. Each looks at the page's own token first."""

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from goodoffices.engine.gathering import is_address
from goodoffices.engine.opinions import Opinion
from goodoffices.errors import UsageError
from goodoffices.model.article import Article, Dating
from goodoffices.model.dates import DateInterval
from goodoffices.model.judgement import Judgement, Verdict
from goodoffices.record.view import View
from goodoffices.web.asked import MOST_CHARS
from goodoffices.web.desk import Given
from goodoffices.web.forms import Form, form_of
from goodoffices.web.jobs import Job, Source
from goodoffices.web.pages.adding import MOST_ADDRESSES, add_page, reading_page
from goodoffices.web.pages.review import log_page, review_page
from goodoffices.web.rendering import answer, desk_of

router = APIRouter()

_ODD = re.compile(r"[^\w.\- ]+")
_LONGEST_NAME_BYTES = 120
_YEAR_SECONDS = 31_536_000
_MOST_UNDONE = 100


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
        back = _review_address(form.text("topic"), kept)
    response = RedirectResponse(back, 303)
    response.set_cookie("reviewer", by, max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
    return response


def _review_address(topic: str, kept: Sequence[Judgement]) -> str:
    """Return where the review goes on, with what was just kept, so that all of it can be undone at once."""
    ids = ",".join(judgement.id for judgement in kept[:_MOST_UNDONE])
    return f"/review?{urlencode({'topic': topic, 'done': ids})}"


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
        return lambda view: [said for name in one.split(",") for said in opinion.on_judgement(view, name)]
    if other and (verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)):
        return lambda view: opinion.on_pair(view, verdict, one, other)
    if other:
        return lambda view: opinion.on_link(view, verdict, one, other)
    return lambda view: opinion.on_field(view, verdict, one, field, form.raw("value").strip())


@router.get("/add", name="add")
def show_add(request: Request) -> Response:
    """Where addresses are given, a text is pasted or files are dropped."""
    return answer(request, "add.html", add_page())


@router.post("/add", name="read")
async def add(request: Request) -> Response:
    """Begin to read what was given, and lead to the page on which that is watched."""
    desk = desk_of(request)
    form = await form_of(request, desk)
    files = tuple([(_plain_name(one.filename or ""), await one.read()) for one in form.files("files")])
    await form.data.close()
    pasted, addresses = _pasted(form), _addresses(form)
    if not files and pasted is None and not addresses:
        raise UsageError("there is nothing to read", hint="Give an address, paste a text, or choose files")
    given = Given(articles=(pasted,) if pasted is not None else (), files=files, addresses=addresses)
    job = Job(
        sources=tuple(Source(address=address) for address in addresses),
        others=(*(name for name, _ in files), *(["a text"] if pasted is not None else [])),
    )
    desk.jobs.start(job, lambda job: desk.read(job, given))
    return RedirectResponse(f"/add/{job.id}", 303)


@router.get("/add/{name}", name="reading")
def show_reading(request: Request, name: str) -> Response:
    """How far it is with what was given to be read, and what came of it."""
    desk = desk_of(request)
    job = desk.jobs.find(name)
    with desk.view() as view:
        return answer(request, "reading.html", reading_page(view, job))


@router.post("/add/{name}", name="stop reading")
async def stop_reading(request: Request, name: str) -> Response:
    """Stop after what is being read now; what was read is kept."""
    desk = desk_of(request)
    await form_of(request, desk)
    job = desk.jobs.find(name)
    job.stop()
    return RedirectResponse(f"/add/{job.id}", 303)


def _plain_name(given: str) -> str:
    """Return a file's own name as far as that is a plain one; the id of what it holds comes from it."""
    name = _ODD.sub("-", PurePosixPath(given.replace("\\", "/")).name).strip(". -")
    # Systems count bytes, and one letter can be four of them. What matters stands at the end.
    short = name.encode()[-_LONGEST_NAME_BYTES:].decode(errors="ignore").strip(". -")
    return short or "article.txt"


def _addresses(form: Form) -> tuple[str, ...]:
    """Return the addresses that were given, each once.

    Raises:
        UsageError: One is none of the web, or there are too many.
    """
    given = tuple(dict.fromkeys(form.raw("addresses").split()))
    if len(given) > MOST_ADDRESSES:
        raise UsageError(f"at most {MOST_ADDRESSES} addresses are taken at once", subject=f"{len(given)} addresses")
    for address in given:
        if not is_address(address):
            hint = "It begins with http or https"
            raise UsageError("this is no address on the web", subject=address[:MOST_CHARS], hint=hint)
    return given


def _pasted(form: Form) -> Article | None:
    """Return the article that was pasted; None where no text was.

    Raises:
        UsageError: Its date is none, or its address is none of the web.
    """
    text = form.raw("text").replace("\r\n", "\n").strip()
    if not text:
        return None
    url, title, day = form.text("url"), form.text("title"), form.text("published")
    if url and not is_address(url):
        raise UsageError("this is no address on the web", subject=url[:MOST_CHARS], hint="It begins with http or https")
    try:
        published = DateInterval.from_iso(day) if day else None
    except ValueError as error:
        raise UsageError(str(error), subject="the day of publication", hint="Write 2024-05-01") from error
    return Article(
        id=Article.id_from(text=text, url=url, title=title), text=text, title=title, url=url,
        outlet=form.text("outlet"), published=published,
        dating=Dating(found_in="given", score=1.0) if published else None,
    )  # fmt: skip
