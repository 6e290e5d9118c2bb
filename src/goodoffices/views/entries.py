"""One act as a line of a brief: when, what, by how many sources, with numbered references to quotations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.model.act import Act, ActKind
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActId, ReportId
from goodoffices.record.rows import ArticleHead, Sourced
from goodoffices.views.outlets import UNNAMED_OUTLET, Outlets
from goodoffices.views.sentences import sentence_of

ONLY_NAMED = frozenset({
    ActKind.CONSENT, ActKind.REFUSAL, ActKind.AGREEMENT, ActKind.COMMITMENT, ActKind.DEMAND, ActKind.ACCUSATION,
    ActKind.SUPPORT, ActKind.PREDICTION, ActKind.STATEMENT,
})  # fmt: skip
"""Kinds of which the fields tell that something was said, and only the words what."""

_OPEN = frozenset({"made", "repeated", "issued"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words of an article that carry a report, as a numbered reference."""

    # From 1, in the order in which a brief first refers to them.
    number: int
    text: str
    # ISO 639-1.
    lang: str
    outlet: str
    # When the article was published, ISO; empty where the source does not say.
    published: str
    title: str
    url: str
    article: str
    report: ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value of a field on which accounts differ, with who gives it."""

    value: str
    outlets: tuple[str, ...]
    quotations: tuple[int, ...]
    # The state or body on whose side all these outlets stand; empty where one does not.
    only_side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field on which accounts differ."""

    field: str
    # At least two.
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act."""

    act: ActId
    kind: ActKind
    # ISO, partial ISO or first/last; empty where no report gives a date.
    date: str
    # When it was first reported, ISO; empty where no article has a date.
    reported: str
    sentence: str
    # Who is given as saying so, where every report names someone other than who acts; empty otherwise.
    said_by: tuple[str, ...]
    # Outlets that report it; articles that name no outlet count one each.
    source_count: int
    # The state or body on whose side all outlets stand that report it; empty where one does not.
    only_side: str
    # One quotation's words, where the sentence alone does not tell what was said; empty otherwise.
    words: str
    words_lang: str
    quotations: tuple[int, ...]
    differences: tuple[Difference, ...] = ()
    # Statuses that earlier reports gave, in their order, where there were others.
    was: tuple[str, ...] = ()
    # Whether an answer can still come: an offer that was neither accepted nor disclaimed. False where no day is known,
    # for then nothing tells what came after.
    is_open: bool = False
    # What followed from it, or replies to it; for an undated visit to several states, the dated ones that it sums up.
    outcomes: tuple["Entry", ...] = ()
    # What it answers, or of which document it is a later stage, where that stands elsewhere.
    follows: tuple["Entry", ...] = ()
    # Of a commitment, a demand or a prediction: what came of it by the brief's last day, and a word more on that.
    state: str = ""
    state_note: str = ""
    # Under another entry: what it is to that, why it is taken to be so, and how sure that is, up to 1.
    link: str = ""
    reason: str = ""
    confidence: float = 0.0


class Notebook:
    """Numbers quotations as they are first referred to; one for each brief.

    Args:
        titles: What issues are called, by id.
        outlets: On whose side outlets stand.
    """

    def __init__(self, titles: Mapping[str, str], outlets: Outlets) -> None:
        self.titles = titles
        self.outlets = outlets
        self._by_words: dict[tuple[int, str], Quotation] = {}

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations that were referred to, by number."""
        return tuple(sorted(self._by_words.values(), key=lambda quotation: quotation.number))

    def refer(self, sourced: Sourced) -> Quotation:
        """Return the quotation of a report; the same one for the same words of the same article."""
        article, report = sourced.article, sourced.report
        key = (article.key, report.evidence.text)
        if key not in self._by_words:
            self._by_words[key] = Quotation(
                number=len(self._by_words) + 1,
                text=" ".join(report.evidence.text.split()),
                lang=report.lang,
                outlet=outlet_of(article),
                published=article.published.to_iso() if article.published else "",
                title=article.title,
                url=article.url,
                article=article.id,
                report=report.id,
            )
        return self._by_words[key]


def outlet_of(article: ArticleHead) -> str:
    """Return the name of the article's outlet, or that it has none."""
    return article.outlet or UNNAMED_OUTLET


def entry_of(act: Act, reports: Sequence[Sourced], notebook: Notebook) -> Entry:
    """Return an act as a line, referring to the quotations of its reports."""
    quotations = {sourced.report.id: notebook.refer(sourced) for sourced in reports}
    reported = min((quotation.published for quotation in quotations.values() if quotation.published), default="")
    shown = _plainest([notebook.refer(sourced) for sourced in reports]) if act.kind in ONLY_NAMED else None
    return Entry(
        act=act.id,
        kind=act.kind,
        date=act.happened_on.to_iso() if act.happened_on else "",
        reported=reported,
        sentence=sentence_of(act, notebook.titles),
        said_by=said_by(act),
        source_count=source_count(reports),
        only_side=notebook.outlets.only_side(sourced.article for sourced in reports),
        words=shown.text if shown else "",
        words_lang=shown.lang if shown else "",
        quotations=tuple(sorted({quotation.number for quotation in quotations.values()})),
        differences=_differences(act, reports, quotations, notebook.outlets),
        was=_earlier_statuses(act),
        is_open=act.status in _OPEN and bool(act.happened_on or reported),
    )


def source_count(reports: Sequence[Sourced]) -> int:
    """Return how many sources report that do not copy each other, as `independent_count` counts them."""
    heads = (sourced.article for sourced in reports)
    return independent_count((head.outlet or f"article {head.id}", head.copy_group) for head in heads)


def independent_count(published: Iterable[tuple[str, int]]) -> int:
    """Return how many sources do not copy each other: one outlet counts once, and so do all that have one text.

    Args:
        published: For each article its outlet, or another name where it has none, and the number of its text.
    """
    group_of: dict[str, frozenset[str]] = {}
    for outlet, text in published:
        names = {f"outlet {outlet}", f"text {text}"}
        joined = frozenset(names.union(*(group_of.get(name, ()) for name in names)))
        group_of.update(dict.fromkeys(joined, joined))
    return len(set(group_of.values()))


def _plainest(quotations: Sequence[Quotation]) -> Quotation:
    """Return an English quotation if there is one, and of several the shortest that is a sentence."""
    return min(quotations, key=lambda q: (q.lang != "en", len(q.text) < 40, len(q.text), q.number))


def said_by(act: Act) -> tuple[str, ...]:
    """Return who is given as saying so, where every report names someone, other than those who act; sorted."""
    speakers = [value for value in act.values if value.field == "speaker"]
    quoted = {report for value in speakers for report in value.reports}
    if quoted != set(act.reports):
        return ()
    return tuple(sorted({value.value for value in speakers} - set(act.actors)))


def _earlier_statuses(act: Act) -> tuple[str, ...]:
    return tuple(value.value for value in act.values if value.field == "status" and value.value != act.status)


def _differences(
    act: Act, reports: Sequence[Sourced], quotations: dict[ReportId, Quotation], outlets: Outlets
) -> tuple[Difference, ...]:
    """Return, for each field on which accounts differ, the accounts, those of more outlets first."""
    found = []
    for field in act.differs:
        givers = [(value.value, set(value.reports)) for value in act.values if value.field == field]
        if field == "mediators":
            silent = {sourced.report.id for sourced in reports if not sourced.report.mediators}
            givers.append(("nobody named", silent))
        accounts = [
            _account(value, [s for s in reports if s.report.id in ids], quotations, outlets)
            for value, ids in givers
            if ids
        ]
        accounts.sort(key=lambda account: (-len(account.outlets), account.value))
        found.append(Difference(field=field, accounts=tuple(accounts)))
    return tuple(found)


def _account(
    value: str, reports: Sequence[Sourced], quotations: dict[ReportId, Quotation], outlets: Outlets
) -> Account:
    return Account(
        value=value.replace("_", " "),
        outlets=tuple(sorted({outlet_of(sourced.article) for sourced in reports})),
        quotations=tuple(sorted({quotations[sourced.report.id].number for sourced in reports})),
        only_side=outlets.only_side(sourced.article for sourced in reports),
    )


def period_of(dates: Sequence[DateInterval]) -> DateInterval | None:
    """Return the days from the first to the last; None for no dates."""
    if not dates:
        return None
    return DateInterval.between(min(date.start for date in dates), max(date.last for date in dates))
