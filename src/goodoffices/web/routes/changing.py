"""Judging: what is kept of it changes the record, and so the page's own token is looked at first."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from goodoffices.engine.opinions import Opinion
from goodoffices.errors import UsageError
from goodoffices.model.judgement import MAY_LINK, Judgement, Verdict
from goodoffices.record.view import View
from goodoffices.web.api import gives, takes_form
from goodoffices.web.forms import Form, form_of
from goodoffices.web.pages.review import LogPage, ReviewPage, log_page, review_page
from goodoffices.web.rendering import answer, desk_of
from goodoffices.web.reviewers import MOST_CHARS, keep_reviewer

router = APIRouter()

_FIELDS = {
    "verdict": "Same, different, unsure, confirm, reject, correct, restore or withdraw.",
    "one": "The id of an act or a report; of a judgement, or several with commas between, for withdraw.",
    "other": "The id of the act or the report that it is compared with, or tied to.",
    "field": "What of it is judged; empty for all of it.",
    "value": "What is right, for correct.",
    "by": "Who says so.",
    "reason": "Why.",
    "back": "The page to which it leads back.",
    "topic": "What was being reviewed.",
}

_MOST_UNDONE = 100


@router.get("/review", name="review", **gives(ReviewPage, "topic", "done"))
def show_review(request: Request) -> Response:
    """What a person should look at, the most doubtful first."""
    query = request.query_params
    with desk_of(request).view() as view:
        return answer(request, "review.html", review_page(view, query.get("topic", ""), query.get("done", "")))


@router.get("/log", name="log", **gives(LogPage))
def show_log(request: Request) -> Response:
    """Who judged what, and when."""
    with desk_of(request).view() as view:
        return answer(request, "log.html", log_page(view))


@router.post("/review", name="judge", **takes_form("It is kept.", _FIELDS))
async def judge(request: Request) -> Response:
    """Keep what a person says, and go back to the page from which it was said."""
    desk = desk_of(request)
    form = await form_of(request, desk)
    by = form.text("by", most=MOST_CHARS) or desk.reviewer
    opinion, topic = Opinion(by=by, reason=form.text("reason")), form.text("topic", most=MOST_CHARS)
    kept = await run_in_threadpool(desk.judge, _asked(form, opinion))
    back = form.back("/review")
    if back.partition("?")[0] == "/review":
        back = _review_address(topic, kept)
    response = RedirectResponse(back, 303)
    keep_reviewer(response, by)
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
    if other and verdict not in MAY_LINK:
        raise UsageError("a link between two acts is confirmed or rejected, or neither", subject=verdict.value)
    if other:
        return lambda view: opinion.on_link(view, verdict, one, other)
    value = form.exact("value")
    return lambda view: opinion.on_field(view, verdict, one, field, value)
