"""Articles and reports made up for tests, and a reader of which the tests say what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.notice import Notice
from goodoffices.model.report import Evidence, Filler, Report, ReportedDate
from goodoffices.model.text import Span
from goodoffices.reading.reading import Reading

TEXT = "Quito offered Lima and Bogota a venue for talks on 3 May. The envoys met in Quito on 10 May."


def an_article(
    name: str = "a1",
    text: str = TEXT,
    *,
    published: str = "2024-05-11",
    title: str = "",
    url: str = "",
    outlet: str = "",
) -> Article:
    """Return an article of that id."""
    return Article(
        id=ArticleId(name),
        text=text,
        published=DateInterval.from_iso(published) if published else None,
        lang="en",
        title=title,
        url=url,
        outlet=outlet,
    )


def a_party(name: str, *, stands_for: str = "", at: int = 0) -> Filler:
    """Return a filler that stands at the first letters of the text."""
    return Filler(value=name, spans=(Span(at, at + 5),), stands_for=stands_for)


def a_report(
    article: Article,
    kind: ActKind = ActKind.MEETING,
    *,
    status: str = "held",
    actors: Sequence[str | Filler] = ("Peru", "Colombia"),
    targets: Sequence[str | Filler] = (),
    mediators: Sequence[str | Filler] = (),
    place: str = "",
    host: str = "",
    date: str = "",
    issue: str = "",
    modality: Modality = Modality.ASSERTED,
    speaker: str = "",
    at: int = 0,
    **details: str,
) -> Report:
    """Return a report of that article whose evidence begins at `at`."""
    sides = [
        [party if isinstance(party, Filler) else a_party(party) for party in side]
        for side in (actors, targets, mediators)
    ]
    span = Span(at, min(at + 40, len(article.text)))
    names = tuple(filler.value for side in sides for filler in side)
    host_filler, place_filler, speaker_filler, issue_filler = (
        a_party(value, at=at) if value else None for value in (host, place, speaker, issue)
    )
    return Report(
        id=Report.id_from(article_digest=article.digest, kind=kind, evidence=span, parties=names),
        article=article.id,
        article_digest=article.digest,
        lang="en",
        kind=kind,
        status=status,
        modality=modality,
        evidence=Evidence(span=span, text=span.of(article.text)),
        actors=tuple(sides[0]),
        targets=tuple(sides[1]),
        mediators=tuple(sides[2]),
        on=ReportedDate(interval=DateInterval.from_iso(date), spans=(Span(50, 55),)) if date else None,
        details=tuple((name, a_party(value)) for name, value in details.items()),
        read_by=("en.verbs.meet",),
        host=host_filler,
        place=place_filler,
        speaker=speaker_filler,
        issue=issue_filler,
    )


@dataclass
class ScriptedReader:
    """Gives each article the reports that the test wrote down for its id; raises what it wrote down instead."""

    reports: dict[str, list[Report]] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    raises: dict[str, Exception] = field(default_factory=dict)
    read_ids: list[str] = field(default_factory=list)

    def read(self, article: Article) -> Reading:
        """Return what is written down."""
        self.read_ids.append(article.id)
        if article.id in self.raises:
            raise self.raises[article.id]
        notices = (self.notices[article.id],) if article.id in self.notices else ()
        return Reading(reports=tuple(self.reports.get(article.id, ())), notices=notices, lang="en")
