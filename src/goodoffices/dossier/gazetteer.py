"""The gazetteer of one language: world knowledge and, where one is given, a dossier, ready for finding.

Reading asks it for namings and issue cues; reading and resolving ask who held which post. Deterministic, read-only
once made, safe to share between threads that only read.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from goodoffices.dossier.cues import CueMatcher
from goodoffices.dossier.endings import load_paradigms
from goodoffices.dossier.entry import Cue, Entry, EntryKind, NameForm, Naming
from goodoffices.dossier.label import Label
from goodoffices.dossier.load import load_common, load_dossier
from goodoffices.dossier.matcher import Matcher
from goodoffices.dossier.offices import Offices
from goodoffices.dossier.schema import SHARED_POSTS, Agenda, Dossier
from goodoffices.dossier.spellings import labels_of
from goodoffices.dossier.world import load_world
from goodoffices.model.actor import Actor, ActorKind, Office
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ActorId


class Gazetteer:
    """What can be named in texts of one language, on world knowledge and the given dossiers.

    Args:
        dossiers: Those that count more come first.
    """

    def __init__(self, lang: str, dossiers: Sequence[Dossier]) -> None:
        self.lang = lang
        self._names = english_names(dossiers)
        self._parties = tuple(self._names[party] for dossier in dossiers for party in dossier.parties)
        self._offices = Offices(dossiers)
        self._ids_by_name = {name: id_ for id_, name in reversed(self._names.items())}
        labels = _labels(lang, dossiers, self._names)
        paradigms = load_paradigms(lang)
        self._matcher = Matcher(
            (pattern for label in labels for pattern in paradigms.patterns(label)),
            lang=lang,
            is_prefixing=paradigms.prefixes is not None,
            not_names=paradigms.not_names,
            shouted=paradigms.shouted,
        )
        self._cues = CueMatcher(
            (issue for dossier in dossiers for issue in dossier.issues), lang=lang, prefixes=paradigms.prefixes
        )
        self._capitals = _capitals(label.entry for label in labels)
        self._by_id = {label.entry.id: label.entry for label in reversed(labels)}
        self._issues = {issue.id: issue for dossier in reversed(dossiers) for issue in dossier.issues}

    @property
    def parties(self) -> tuple[str, ...]:
        """The English names of the parties to the process of the dossier; empty without a dossier."""
        return self._parties

    def find(self, text: str) -> list[Naming]:
        """Return the namings of a text, in its order, none overlapping another.

        Units: spans count code points of `text`.
        """
        return self._matcher.find(text)

    def find_cues(self, text: str) -> list[Cue]:
        """Return the words of a text that point at issues of the agenda, in its order.

        Cues of different issues may overlap; of one issue the longest stays.
        """
        return self._cues.find(text)

    def issue(self, issue: str) -> Agenda | None:
        """Return the issue of that id, or None."""
        return self._issues.get(issue)

    def entry(self, thing: str) -> Entry | None:
        """Return the first entry of the thing of that id in this language, or None."""
        return self._by_id.get(thing)

    def id_of(self, name: str) -> str:
        """Return the id of the state, body, person or place of that usual English name; empty where there is none."""
        return self._ids_by_name.get(name, "")

    def holder_of(self, post: str, of: str, *, on: dt.date | DateInterval) -> Entry | None:
        """Return who held a post on a day, or most of an interval; None where unknown, or where several share it.

        Args:
            post: A key of `schema.POSTS`; "head_of_state" stands for president, king, emir and supreme leader.
            of: Id or usual English name of the state or body.
        """
        holders = self.holders_of(post, of, on=on)
        return holders[0] if len(holders) == 1 or (holders and post not in SHARED_POSTS) else None

    def holders_of(self, post: str, of: str, *, on: dt.date | DateInterval) -> list[Entry]:
        """Return all who held a post in an interval, those who held it longest in it first; as `holder_of`."""
        id_ = of if of in self._names else self.id_of(of)
        people = dict.fromkeys(holding.person.id for holding in self._offices.holders(post, id_, on))
        return [self._person(person) for person in people]

    def actor(self, name: str) -> Actor | None:
        """Return the person, state or body of that usual English name, with the offices held; None for nobody known."""
        entry = self._by_id.get(self.id_of(name))
        if entry is None or entry.kind.value not in [*ActorKind]:
            return None
        offices = (
            Office(post=tenure.post, of=self._names.get(tenure.of, ""), held_on=tenure.held_on)
            for tenure in self._offices.of_person(entry.id)
        )
        return Actor(id=ActorId(entry.id), kind=ActorKind(entry.kind.value), name=name, offices=tuple(offices))

    def capital_of(self, state: str) -> str:
        """Return the usual English name of the capital of a state; empty where two cities are called so, or none."""
        return self._capitals.get(state, "")

    def name_of(self, thing: str) -> str:
        """Return the usual English name of the thing of that id; empty where there is none."""
        return self._names.get(thing, "")

    def _person(self, person: str) -> Entry:
        known = self._by_id.get(person)
        if known is not None:
            return known
        return Entry(id=person, kind=EntryKind.PERSON, name=self._names[person], form=NameForm.NAME)


def english_names(dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Return the usual English name of everything by its id: of the dossiers first, then of world knowledge."""
    names: dict[str, str] = {}
    for dossier in dossiers:
        for section in (dossier.bodies, dossier.people, dossier.places, dossier.instruments, dossier.initiatives,
                        dossier.tracks):  # fmt: skip
            for item in section:
                names.setdefault(item.id, item.name)
    for thing in load_world().things:
        names.setdefault(thing.id, thing.name)
    return names


def _labels(lang: str, dossiers: Sequence[Dossier], names: dict[str, str]) -> list[Label]:
    """Return the labels of the dossiers and of the world; what a dossier defines anew replaces what is behind it."""
    labels: list[Label] = []
    defined: set[str] = set()
    for dossier in dossiers:
        new = [label for label in labels_of(dossier, lang, names) if label.entry.id not in defined]
        labels += new
        defined |= {label.entry.id for label in new}
    world = load_world()
    labels += [label for label in world.labels(lang) if label.entry.id not in defined]
    labels += [label for dossier in dossiers for label in _seats(dossier, labels, names)]
    return labels


def _seats(dossier: Dossier, labels: Sequence[Label], names: dict[str, str]) -> list[Label]:
    """Return the labels of places once more, standing for the bodies that sit there: Brussels for the Union."""
    seats = {seat: body for body in dossier.bodies for seat in body.seats}
    return [
        Label(
            surface=label.surface,
            entry=_seat(label.entry, seats[label.entry.id].id, names),
            inflection=label.inflection,
            marks=label.marks,
            rank=label.rank - 1,
        )
        for label in labels
        if label.entry.id in seats and label.entry.form is not NameForm.DEMONYM
    ]


def _seat(entry: Entry, body: str, names: dict[str, str]) -> Entry:
    form = NameForm.BUILDING if entry.form is NameForm.BUILDING else NameForm.CAPITAL
    return Entry(id=entry.id, kind=entry.kind, name=entry.name, form=form, stands_for=names[body], stands_for_id=body,
                 country=entry.country)  # fmt: skip


def load_gazetteer(lang: str, dossier: str | Path | None = None) -> Gazetteer:
    """Return the gazetteer of a language on world knowledge and the dossier of that name or path, if one is given.

    The same object for the same arguments. A language that nothing is known of gives one that finds what is named in
    the spelling of others, or nothing.

    Raises:
        UsageError: There is no such dossier.
        DossierError: The dossier, or what the package carries, is wrong.
    """
    return _made(lang, dossier)


@cache
def _made(lang: str, dossier: str | Path | None) -> Gazetteer:
    return Gazetteer(lang, (load_common(),) if dossier is None else (load_dossier(dossier), load_common()))


def _capitals(entries: Iterable[Entry]) -> dict[str, str]:
    seats: dict[str, set[str]] = {}
    for entry in entries:
        if entry.form is NameForm.CAPITAL and entry.stands_for:
            seats.setdefault(entry.stands_for, set()).add(entry.name)
    return {state: min(names) for state, names in seats.items() if len(names) == 1}
