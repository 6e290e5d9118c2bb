"""Adding articles: by address, by file, or pasted; each form's own token is looked at first."""

import re
from pathlib import PurePosixPath

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from goodoffices.engine.gathering import is_address
from goodoffices.errors import UsageError
from goodoffices.model.article import Article, Dating
from goodoffices.model.dates import DateInterval
from goodoffices.web.api import gives, takes_form
from goodoffices.web.asked import MOST_CHARS
from goodoffices.web.desk import Given
from goodoffices.web.forms import Form, form_of
from goodoffices.web.jobs import Job, Source
from goodoffices.web.pages.adding import MOST_ADDRESSES, AddPage, ReadingPage, add_page, reading_page
from goodoffices.web.rendering import answer, desk_of

router = APIRouter()

_FIELDS = {
    "addresses": "Of pages, feeds and site maps, with blanks between.",
    "text": "A text as it is.",
    "title": "The title of the text.",
    "outlet": "Who published the text.",
    "published": "When: 2024-05-11, or 2024-05.",
    "url": "Where the text stands; it is not asked.",
}
_ODD = re.compile(r"[^\w.\- ]+")
_LONGEST_NAME_BYTES = 120


@router.get("/add", name="add", **gives(AddPage))
def show_add(request: Request) -> Response:
    """Where addresses are given, a text is pasted or files are dropped."""
    return answer(request, "add.html", add_page())


@router.post("/add", name="read", **takes_form("The page on which it is watched.", _FIELDS, files=("files",)))
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


@router.get("/add/{name}", name="reading", **gives(ReadingPage))
def show_reading(request: Request, name: str) -> Response:
    """How far it is with what was given to be read, and what came of it."""
    desk = desk_of(request)
    job = desk.jobs.find(name)
    with desk.view() as view:
        return answer(request, "reading.html", reading_page(view, job))


@router.post("/add/{name}", name="stop reading", **takes_form("It stops soon.", {}))
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
