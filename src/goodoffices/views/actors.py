"""Who is who: everyone who has a part in the record, in which roles, and in which words the articles name them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from goodoffices.following.told import Told, side_of
from goodoffices.model.report import PARTY_FIELDS, Filler, Report
from goodoffices.record.finding import Selection
from goodoffices.record.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One way in which articles name someone, in nominative or any other case, or by a pronoun or an office alone."""

    words: str
    # ISO 639-1.
    lang: str
    # In how many reports.
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One who has a part in acts."""

    name: str
    # The state or body that it speaks for; its own name where it speaks for itself.
    side: str
    acts: int
    # Role with in how many acts, the most first: actors, targets, mediators, host, speaker.
    roles: tuple[tuple[str, int], ...]
    # First and last day of these acts, ISO; empty where none has a day.
    since: str
    until: str
    # The most frequent first; empty where that was not asked for.
    written: tuple[Written, ...] = ()


@dataclass(slots=True)
class _Tally:
    side: str
    acts: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    written: Counter[tuple[str, str]] = field(default_factory=Counter)


def participants(view: View, selection: Selection, *, with_words: bool = False) -> tuple[Participant, ...]:
    """Return everyone who has a part in the acts that are asked for, those of most acts first.

    Args:
        with_words: Also how the articles name them; looks at the text of each article once.
    """
    tallies: dict[str, _Tally] = {}
    for listed in view.find(selection):
        told = Told.of(listed)
        for role, parties in told.parts.items():
            for name, all_names in parties.items():
                tally = tallies.setdefault(name, _Tally(side=side_of(name, all_names)))
                tally.roles[role] += 1
                tally.acts.add(told.id)
                tally.days.update([told.first_day.isoformat()] if told.first_day else [])
        if with_words:
            _count_words(view, told, tallies)
    made = [_participant(name, tally) for name, tally in tallies.items()]
    return tuple(sorted(made, key=lambda one: (-one.acts, one.name)))


def _count_words(view: View, told: Told, tallies: dict[str, _Tally]) -> None:
    for sourced in view.reports_of(told.id):
        text = view.text(sourced.article)
        named = {
            (view.called(filler.value, filler.stands_for), " ".join(text[span.start : span.end].split()))
            for filler in _parties(sourced.report)
            for span in filler.spans
        }
        for name, words in named:
            if name in tallies:
                tallies[name].written[words, sourced.report.lang] += 1


def _parties(report: Report) -> Iterator[Filler]:
    for role in PARTY_FIELDS:
        yield from getattr(report, role)
    yield from (filler for filler in (report.host, report.speaker) if filler is not None)


def _participant(name: str, tally: _Tally) -> Participant:
    written = sorted(tally.written.items(), key=lambda one: (-one[1], one[0]))
    return Participant(
        name=name,
        side=tally.side,
        acts=len(tally.acts),
        roles=tuple(sorted(tally.roles.items(), key=lambda one: (-one[1], one[0]))),
        since=min(tally.days, default=""),
        until=max(tally.days, default=""),
        written=tuple(Written(words=words, lang=lang, count=count) for (words, lang), count in written),
    )
