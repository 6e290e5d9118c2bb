"""One act as a line of any list: when, what, who says so, in which words; and how its status came to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.following.told import Told
from goodoffices.model.act import STATUSES, ActKind, Modality
from goodoffices.model.identifiers import ActId, ReportId
from goodoffices.record.finding import Telling
from goodoffices.record.view import View
from goodoffices.views.entries import ONLY_NAMED, independent_count, said_by
from goodoffices.views.sentences import sentence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One act."""

    act: ActId
    kind: ActKind
    # Empty where the kind has none.
    status: str
    modality: Modality
    # ISO, partial ISO or first/last; empty where no report gives a date.
    date: str
    # When it was first reported, ISO; empty where no article has a date.
    reported: str
    sentence: str
    # Who is given as saying so, where every report names someone other than who acts.
    said_by: tuple[str, ...]
    # One report's words, where the sentence alone does not tell what was said; empty otherwise.
    words: str
    # ISO 639-1; empty where there are no words.
    words_lang: str
    # Named outlets that report it, by name.
    outlets: tuple[str, ...]
    # How many outlets report it; articles that name none count one each.
    sources: int
    # ISO 639-1 of the reports, sorted.
    langs: tuple[str, ...]
    reports: tuple[ReportId, ...]

    @property
    def day(self) -> str:
        """The date, or else when it was first reported."""
        return self.date or self.reported


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A status that an act was reported to have."""

    status: str
    # When a report first gave it, ISO; empty where no article of them has a date.
    reported: str
    reports: tuple[ReportId, ...]
    outlets: tuple[str, ...]


_MOST_KEPT = 10_000
"""One act can have followed from many; so many lines are kept."""


class Items:
    """Writes acts as lines, from one record."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: dict[ActId, Item] = {}
        self.titles = view.issue_titles()

    def item(self, told: Told) -> Item:
        """Return an act as a line."""
        if told.id not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[told.id] = self._make(told)
        return self._made[told.id]

    def _make(self, told: Told) -> Item:
        act, tellings = told.act, self._view.tellings_of(told.id)
        shown = plainest(tellings) if act.kind in ONLY_NAMED and tellings else None
        return Item(
            act=act.id,
            kind=act.kind,
            status=act.status,
            modality=act.modality,
            date=act.happened_on.to_iso() if act.happened_on else "",
            reported=min((t.published.to_iso() for t in tellings if t.published), default=""),
            sentence=sentence_of(act, self.titles),
            said_by=said_by(act),
            words=shown.evidence if shown else "",
            words_lang=shown.lang if shown else "",
            outlets=outlets_of(tellings),
            sources=source_count(tellings),
            langs=tuple(sorted({telling.lang for telling in tellings})),
            reports=act.reports,
        )

    def history(self, told: Told) -> tuple[Step, ...]:
        """Return the statuses that reports gave an act, in the order of their first report, then of the statuses."""
        tellings = self._view.tellings_of(told.id)
        steps = []
        for value in told.act.values:
            if value.field == "status":
                held = [telling for telling in tellings if telling.report in value.reports]
                reported = min((telling.published.to_iso() for telling in held if telling.published), default="")
                steps.append(
                    Step(status=value.value, reported=reported, reports=value.reports, outlets=outlets_of(held))
                )
        order = STATUSES[told.act.kind]
        return tuple(
            sorted(
                steps,
                key=lambda step: (
                    step.reported or "~",
                    order.index(step.status) if step.status in order else -1,
                ),
            )
        )


def plainest(tellings: Sequence[Telling]) -> Telling:
    """Return an English telling if there is one, and of several the shortest that is a sentence; at least one given."""
    return min(
        tellings, key=lambda t: (t.lang != "en", len(t.evidence) < 40, len(t.evidence), t.evidence, t.article, t.report)
    )


def outlets_of(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return the outlets that are named, once each, sorted."""
    return tuple(sorted({telling.outlet for telling in tellings if telling.outlet}))


def source_count(tellings: Sequence[Telling]) -> int:
    """Return how many sources report that do not copy each other, as `independent_count` counts them."""
    return independent_count(
        (telling.outlet or f"article {telling.article}", telling.copy_group) for telling in tellings
    )
