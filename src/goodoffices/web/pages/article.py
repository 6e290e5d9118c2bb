"""One article: its text as kept, with every report marked in its place; why it was read so; others on the same acts."""

from collections import Counter
from dataclasses import dataclass

from goodoffices.errors import NotFound
from goodoffices.exports.wording import dating_in_words
from goodoffices.model.identifiers import ActId
from goodoffices.model.issue import OTHER
from goodoffices.model.judgement import RULE, Judgement
from goodoffices.model.notice import Notice
from goodoffices.model.text import Span
from goodoffices.record.rows import ArticleHead, Sourced
from goodoffices.record.view import View
from goodoffices.views.entries import outlet_of
from goodoffices.views.judgement_lines import notes_on
from goodoffices.views.sentences import sentence_of
from goodoffices.web.families import value_in_words
from goodoffices.web.passages import Mark, Piece, cut, field_marks

CHOSEN = "chosen:"
"""What stands before the names of the fields of the one report that was asked for."""

_MOST_OTHERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One report that was read from the article."""

    number: int
    report: str
    kind: str
    # The act that it belongs to, in words; empty where it is set aside.
    act: str
    sentence: str
    # (field, value) of what is filled.
    roles: tuple[tuple[str, str], ...]
    modality: str
    is_background: bool
    # Entries and rules by which it was read.
    read_by: tuple[str, ...]
    # Why it was taken for one act with others, or not.
    merged: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another article that tells of the same acts."""

    article: str
    title: str
    outlet: str
    published: str
    lang: str
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One version of one article."""

    title: str
    article: str
    url: str
    outlet: str
    published: str
    # As the source writes it; empty where it does not say.
    author: str
    # Where its date was found and how sure that is, in words; empty where nothing is known of it.
    dated: str
    lang: str
    version: int
    versions: tuple[int, ...]
    is_current: bool
    # The whole text; each piece named by the numbers of the reports, and by "chosen:field" for the one asked for.
    pieces: tuple[Piece, ...]
    reports: tuple[Read, ...]
    # The id of the report that is asked for; empty for none.
    chosen: str
    others: tuple[Other, ...]
    notices: tuple[Notice, ...]


def article_page(view: View, name: str, *, version: int | None = None, report: str = "") -> ArticlePage:
    """Return an article: the present version where none is named.

    Raises:
        NotFound: The record does not have it.
    """
    heads = view.versions_of(name)
    chosen = [head for head in heads if head.version == version] or [head for head in heads if head.is_current]
    if not heads or (version is not None and chosen[:1] and chosen[0].version != version):
        raise NotFound("the record has no such article", subject=name)
    head = (chosen or heads)[-1]
    text, sourced = view.text(head), view.read_from(head)
    origin = view.origin_of(head)
    reads = tuple(_read(view, number, one) for number, one in enumerate(sourced, 1))
    return ArticlePage(
        title=head.title or head.id,
        article=head.id,
        url=head.url if head.url.startswith(("http://", "https://")) else "",
        outlet=outlet_of(head),
        published=head.published.to_iso() if head.published else "",
        author=origin.author,
        dated=dating_in_words(origin.dating),
        lang=head.lang,
        version=head.version,
        versions=tuple(one.version for one in heads),
        is_current=head.is_current,
        pieces=cut(text, Span(0, len(text)), _marks(sourced, report)) if text else (),
        reports=reads,
        chosen=report if any(one.report == report for one in reads) else "",
        others=_others(view, head, {read.act for read in reads if read.act}),
        notices=tuple(view.notices(article=head.id)),
    )


def _marks(sourced: tuple[Sourced, ...], chosen: str) -> list[Mark]:
    marks = [
        Mark(name=str(number), span=one.report.evidence.span)
        for number, one in enumerate(sourced, 1)
        if one.report.evidence.span.start < one.report.evidence.span.end
    ]
    for one in sourced:
        if one.report.id == chosen:
            marks.append(Mark(name=f"{CHOSEN}evidence", span=one.report.evidence.span))
            marks.extend(Mark(name=CHOSEN + mark.name, span=mark.span) for mark in field_marks(one))
    return marks


def _read(view: View, number: int, sourced: Sourced) -> Read:
    report = sourced.report
    act = view.act_of(report.id)
    judged = [one for one in view.judgements_on(report.id) if one.by == RULE]
    titles = view.issue_titles()
    roles = [
        (field, value_in_words(field, filler.value, titles))
        for field, filler in report.fillers()
        if (field, filler.value) != ("issue", OTHER)
    ]
    if report.on is not None:
        roles.append(("date", value_in_words("date", report.on.interval.to_iso())))
    return Read(
        number=number,
        report=report.id,
        kind=report.kind.value,
        act=act.id if act else "",
        sentence=sentence_of(act, titles) if act else "",
        roles=(*((("status", value_in_words("status", report.status)),) if report.status else ()), *_joined(roles)),
        modality=report.modality.value,
        is_background=report.is_background,
        read_by=report.read_by,
        merged=tuple(_merged(one) for one in judged),
        notes=tuple(notes_on(report.id, view.settled_judgements([report.id]))),
    )


def _joined(roles: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the values of each field together."""
    by_field: dict[str, list[str]] = {}
    for field, value in roles:
        by_field.setdefault(field, []).append(value)
    return tuple((field, ", ".join(values)) for field, values in by_field.items())


def _merged(judgement: Judgement) -> str:
    return f"{judgement.verdict.value} ({judgement.score:.2f}): {judgement.reason}"


def _others(view: View, head: ArticleHead, acts: set[str]) -> tuple[Other, ...]:
    """Return the other articles on the same acts, those that share most of them first."""
    shared: Counter[str] = Counter()
    known: dict[str, Other] = {}
    for act in sorted(acts):
        for telling in {telling.article: telling for telling in view.tellings_of(ActId(act))}.values():
            if telling.article != head.id:
                shared[telling.article] += 1
                known[telling.article] = Other(
                    article=telling.article, title=telling.title or telling.article, outlet=telling.outlet,
                    published=telling.published.to_iso() if telling.published else "", lang=telling.lang,
                    shared=shared[telling.article],
                )  # fmt: skip
    return tuple(
        sorted(known.values(), key=lambda other: (-other.shared, other.published, other.article))[:_MOST_OTHERS]
    )
