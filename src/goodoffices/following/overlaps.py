"""What two acts have in common that can tie the later to the first: the overlaps that `data/links.yml` names.

Each returns whether it is so, with the words of a reason; None where one of the two is silent on it, which speaks
neither for nor against.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from goodoffices.following.told import Told, side_of
from goodoffices.following.words import listed
from goodoffices.model.act import STATUSES
from goodoffices.model.dates import DateInterval

Overlap = tuple[bool | None, str]
Finder = Callable[[Told, Told], Overlap]

SOON_DAYS = 30
SHIFT_DAYS = 14
"""By how much a meeting can slip and be the one that was agreed."""

_SILENT: Overlap = (None, "")


def _shared(ours: frozenset[str], theirs: frozenset[str], words: str) -> Overlap:
    """Return whether the two have a name in common; None where one of them is empty."""
    if not ours or not theirs:
        return _SILENT
    common = ours & theirs
    return bool(common), words.format(listed(sorted(common)))


def asked_acts(first: Told, then: Told) -> Overlap:
    """Whether one to whom the first was addressed does the later."""
    return _shared(first.targets, then.actors, "by {}, to whom it was addressed")


def to_asker(first: Told, then: Told) -> Overlap:
    """Whether the later is addressed to who did the first."""
    return _shared(first.actors, then.targets, "towards {}, from whom it came")


def another(first: Told, then: Told) -> Overlap:
    """Whether someone else than who did the first does the later; nobody answers himself."""
    return (bool(then.actors - first.actors), "") if then.actors else _SILENT


def to_fellow(first: Told, then: Told) -> Overlap:
    """Whether the later is addressed to others of those to whom the first was."""
    return _shared(first.targets, then.targets, "towards {}, to whom it was addressed too")


def unaddressed(_first: Told, then: Told) -> Overlap:
    """Whether the later does not say to whom, nor for which place."""
    return not then.targets and not then.places, ""


def issueless(_first: Told, then: Told) -> Overlap:
    """Whether the later concerns no issue of the agenda."""
    return not then.issue, ""


def place(first: Told, then: Told) -> Overlap:
    """Whether both name one place, or the state in which it lies, or one host."""
    return _shared(first.places, then.places, "same place, {}")


def asker_place(first: Told, then: Told) -> Overlap:
    """Whether the later names, for its place, who did the first: consent to talks "in Kazakhstan"."""
    return _shared(first.actors, then.places, "for {}, from whom it came")


def issue(first: Told, then: Told) -> Overlap:
    """Whether both concern one issue."""
    if not first.issue or not then.issue:
        return _SILENT
    return first.issue == then.issue, f"same issue, {first.issue.replace('_', ' ')}"


def document(first: Told, then: Told) -> Overlap:
    """Whether both name one document; names in two scripts cannot be told to differ."""
    ours, theirs = first.value("document").casefold(), then.value("document").casefold()
    if not ours or not theirs:
        return _SILENT
    if ours != theirs and ours.isascii() != theirs.isascii():
        return _SILENT
    return ours == theirs, f"same document, {first.value('document')}"


def quantity(first: Told, then: Told) -> Overlap:
    """Whether both count the same."""
    ours, theirs = first.value("quantity"), then.value("quantity")
    return (ours == theirs, f"same number, {ours}") if ours and theirs else _SILENT


def same_actor(first: Told, then: Told) -> Overlap:
    """Whether one who did the first does the later."""
    return _shared(first.actors, then.actors, "by the same, {}")


def same_targets(first: Told, then: Told) -> Overlap:
    """Whether both are addressed to one party."""
    return _shared(first.targets, then.targets, "towards the same, {}")


def target_there(first: Told, then: Told) -> Overlap:
    """Whether the later is aimed at someone who has a part in the first."""
    return _shared(first.everyone, then.targets, "against {}, who has a part in it")


def targets_within(first: Told, then: Told) -> Overlap:
    """Whether the later is addressed to all to whom the first is, and to more."""
    ours, theirs = set(first.act.targets), set(then.act.targets)
    return bool(ours) and ours < theirs, f"one of several, {listed(sorted(ours))}"


def asked_meet(first: Told, then: Told) -> Overlap:
    """Whether two of those to whom the first was addressed, or all of them, take part in the later."""
    asked = first.parts.get("targets", {})
    if not asked:
        return _SILENT
    there = then.names("actors", "targets")
    met = sorted(name for name, all_names in asked.items() if all_names & there)
    return len(met) >= min(2, len(asked)), f"between {listed(met)}, to whom it was addressed"


def asked_there(first: Told, then: Told) -> Overlap:
    """Whether one to whom the first was addressed has a part in the later."""
    return _shared(first.targets, then.everyone, "with {}, to whom it was addressed")


def asker_there(first: Told, then: Told) -> Overlap:
    """Whether who did the first takes part in the later, hosts it, mediates in it, or is the state where it is."""
    return _shared(first.actors, then.everyone | then.places, "with {}, from whom it came")


def asker_accused(first: Told, then: Told) -> Overlap:
    """Whether the later is aimed at who did the first."""
    return _shared(first.actors, then.targets, "against {}, who undertook it")


def party_acts(first: Told, then: Told) -> Overlap:
    """Whether one who has a part in the first does the later."""
    return _shared(first.everyone, then.actors, "by {}, who has a part in it")


def to_host(first: Told, then: Told) -> Overlap:
    """Whether the later is addressed to who hosts, mediates or takes part in the first."""
    return _shared(first.everyone | first.places, then.targets, "towards {}, who has a part in it")


def visitor_meets(first: Told, then: Told) -> Overlap:
    """Whether a visitor takes part in the later."""
    return _shared(first.actors, then.actors, "with the visitor, {}")


def host_meets(first: Told, then: Told) -> Overlap:
    """Whether someone of the state that is visited takes part in the later."""
    return _shared(first.targets, then.everyone, "with {}, which is visited")


def together(first: Told, then: Told) -> Overlap:
    """Whether the parties of the one are among those of the other: of several states, two at least."""
    ours, theirs = first.sides("actors", "targets"), then.sides("actors", "targets")
    if not ours or not theirs:
        return _SILENT
    common = ours & theirs
    is_within = ours <= theirs or theirs <= ours
    return is_within and len(common) >= min(2, len(ours)), f"same parties, {listed(sorted(common))}"


def same_people(first: Told, then: Told) -> Overlap:
    """Whether someone takes part in both; False where for one side they name different people."""
    ours, theirs = _people(first), _people(then)
    both = ours.keys() & theirs.keys()
    if not both:
        return _SILENT
    common = {name for side in both for name in ours[side] & theirs[side]}
    return all(ours[side] & theirs[side] for side in both), f"same people, {listed(sorted(common))}"


def _people(told: Told) -> dict[str, set[str]]:
    """Return those who take part for a state or body, by it."""
    found: dict[str, set[str]] = {}
    for role in ("actors", "targets"):
        for name, all_names in told.parts.get(role, {}).items():
            if side_of(name, all_names) != name:
                found.setdefault(side_of(name, all_names), set()).add(name)
    return found


def other_day(first: Told, then: Told) -> Overlap:
    """Whether the two are of different days: at one ceremony several documents are signed."""
    return first.first_day != then.first_day, ""


def further(first: Told, then: Told) -> Overlap:
    """Whether the later stands further on the way from a proposal to a signature."""
    order = STATUSES[first.act.kind]
    if first.act.status not in order or then.act.status not in order:
        return _SILENT
    return order.index(then.act.status) > order.index(first.act.status), f"{then.act.status} after {first.act.status}"


def planned_day(first: Told, then: Told) -> Overlap:
    """Whether the later is on the day for which the first was agreed; False where it is far from it."""
    planned, day = first.act.happened_on, then.act.happened_on
    if planned is None or day is None:
        return _SILENT
    if planned.overlaps(day):
        return True, f"for {planned}"
    is_near = _widened(planned, SHIFT_DAYS).overlaps(day)
    return (None, "") if is_near else (False, "")


def same_days(first: Told, then: Told) -> Overlap:
    """Whether the later falls on the days of the first, give or take one."""
    ours, theirs = first.act.happened_on, then.act.happened_on
    if ours is None or theirs is None:
        return _SILENT
    return theirs.within(_widened(ours, 1)), f"during it, {theirs}"


def in_time(first: Told, then: Told) -> Overlap:
    """Whether the later comes before the deadline of the first."""
    until, day = deadline_of(first), then.first_day
    return (day <= until, f"by {until}") if until is not None and day is not None else _SILENT


def soon(first: Told, then: Told) -> Overlap:
    """Whether the later comes within a month; later ones may come from something else."""
    if first.first_day is None or then.first_day is None:
        return _SILENT
    return abs((then.first_day - first.first_day).days) <= SOON_DAYS, ""


def foretold(first: Told, then: Told) -> Overlap:
    """Whether the later is of a kind, and of parties, of which the words of a prediction tell."""
    if not first.beside:
        return _SILENT
    for told in first.beside:
        if told.act.kind is then.act.kind and not told.everyone.isdisjoint(then.everyone):
            return True, f"the prediction tells of such a {then.act.kind.value.replace('_', ' ')}"
    return False, ""


def one_article(first: Told, then: Told) -> Overlap:
    """Whether one article tells of both: "Baku demands it, Yerevan refuses"."""
    return not first.articles.isdisjoint(then.articles), "told in one article"


def untold(first: Told, _then: Told) -> Overlap:
    """Whether the words of a prediction tell of nothing but an issue."""
    return not first.beside, ""


def deadline_of(told: Told) -> dt.date | None:
    """Return the last day of an act's deadline; None where it has none that is a date."""
    for value in told.act.values:
        if value.field == "deadline":
            try:
                return DateInterval.from_iso(value.value).last
            except ValueError:
                continue
    return None


def _widened(interval: DateInterval, days: int) -> DateInterval:
    step = dt.timedelta(days=days)
    return DateInterval(interval.start - step, interval.end + step, interval.precision)


_FINDERS: Iterable[Finder] = (
    asked_acts, to_asker, another, to_fellow, unaddressed, issueless, place, asker_place, issue, document, quantity,
    same_actor, same_targets, target_there, targets_within, asked_meet, asked_there, asker_there, asker_accused,
    party_acts, to_host, visitor_meets, host_meets, together, same_people, other_day, further, planned_day, same_days,
    in_time, soon, foretold, untold, one_article,
)  # fmt: skip

OVERLAPS: Mapping[str, Finder] = {finder.__name__: finder for finder in _FINDERS}
"""The overlaps by the names that the table uses."""


KEYS: Mapping[str, tuple[str, str]] = {
    "asked_acts": ("t", "a"),
    "to_asker": ("a", "t"),
    "place": ("ph", "ph"),
    "asker_place": ("a", "ph"),
    "same_actor": ("a", "a"),
    "asked_there": ("t", "atmh"),
    "asker_there": ("a", "atmhp"),
    "asker_accused": ("a", "t"),
    "party_acts": ("atmh", "a"),
    "visitor_meets": ("a", "a"),
    "together": ("at", "at"),
    "foretold": ("b", "atmh"),
    "issue": ("i", "i"),
    "document": ("d", "d"),
    "quantity": ("q", "q"),
    "one_article": ("c", "c"),
}
"""Overlaps that hold only where the first act has a key of one of these kinds, and the later the same of those."""
