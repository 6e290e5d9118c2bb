"""One report for each act that an article tells: tellings of one act in several sentences are joined.

Merging over articles is resolving's work; here only what one article says twice is told once. A meeting in headline,
lead and quotation is one report; two demands are two.
"""

from collections.abc import Sequence

from goodoffices.model.act import ActKind
from goodoffices.model.report import Filler
from goodoffices.reading.draft import Draft

_UNIQUE_PER_ACTOR = frozenset({
    ActKind.CONSENT, ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.REFUSAL, ActKind.INVITATION,
    ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT, ActKind.HOSTILITY, ActKind.DEPLOYMENT,
})  # fmt: skip
"""Kinds of which an article seldom tells two with the same actors: a second telling is the same act again."""


def join_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those that tell one act joined into the first of them, in the order of the text."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((other for other in kept if _same_act(other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _take_in(same, draft)
    for draft in kept:
        _name_mediators(draft)
    return kept


def _same_act(a: Draft, b: Draft) -> bool:
    if a.kind is not b.kind or not _dates_agree(a, b) or not _places_agree(a, b):
        return False
    if a.sentence == b.sentence and a.evidence == b.evidence and a.names("actors") == b.names("actors"):
        return a.is_one_act or (_same_targets(a, b) and _same_step(a, b))
    if a.is_one_act:
        return _statuses_agree(a, b) and _parties_agree(a, b) and _are_tied(a, b)
    return a.kind in _UNIQUE_PER_ACTOR and _same_step(a, b) and _parties_agree(a, b) and _targets_agree(a, b)


def _are_tied(a: Draft, b: Draft) -> bool:
    """Return whether nothing speaks for two meetings: of "the two countries" at one place, of ministers on another day.

    Those who take part under other names need a day or a place in common, where both tellings give one.
    """
    if set(a.names("actors")) == set(b.names("actors")):
        return True
    if a.kind is ActKind.AGREEMENT and a.sentence != b.sentence and not _have_in_common(a, b, "issue", "document"):
        return False
    if not (_is_set(a) and _is_set(b)):
        return True
    mine, others = a.fields.get("place"), b.fields.get("place")
    return (mine is not None and others is not None) or (a.on is not None and b.on is not None)


def _have_in_common(a: Draft, b: Draft, *names: str) -> bool:
    """Return whether two drafts have one of these fields alike."""
    return any(name in a.fields and name in b.fields and a.fields[name].value == b.fields[name].value for name in names)


def _is_set(draft: Draft) -> bool:
    return draft.on is not None or "place" in draft.fields


def _same_targets(a: Draft, b: Draft) -> bool:
    """Return whether both name the same; a charge without anyone charged is the other one in the same sentence."""
    mine, others = a.names("targets"), b.names("targets")
    return mine == others or (a.kind is ActKind.ACCUSATION and not (mine and others))


def _states(draft: Draft, *roles: str) -> set[str]:
    return {filler.stands_for or filler.value for role in roles for filler in draft.roles.get(role, ())}


def _parties_agree(a: Draft, b: Draft) -> bool:
    mine, others = _states(a, "actors"), _states(b, "actors")
    if not mine or not others:
        return bool(mine) == bool(others)
    return mine <= others or others <= mine


def _targets_agree(a: Draft, b: Draft) -> bool:
    mine, others = _states(a, "targets"), _states(b, "targets")
    return not mine or not others or bool(mine & others)


def _dates_agree(a: Draft, b: Draft) -> bool:
    return a.on is None or b.on is None or a.on.interval.overlaps(b.on.interval)


def _places_agree(a: Draft, b: Draft) -> bool:
    mine, others = a.fields.get("place"), b.fields.get("place")
    return mine is None or others is None or mine.value == others.value or not _is_placed(a)


def _same_step(a: Draft, b: Draft) -> bool:
    """Return whether two statuses are of one step: that an offer is made again may be said once and left out once."""
    return a.status == b.status or {a.status, b.status} == {"made", "repeated"}


def _is_placed(draft: Draft) -> bool:
    """Return whether the place tells two acts of the kind apart: two meetings, two regions that change hands."""
    return draft.is_one_act or draft.kind is ActKind.TERRITORY_TRANSFER


def _statuses_agree(a: Draft, b: Draft) -> bool:
    if a.kind is ActKind.AGREEMENT:
        return a.status == b.status
    return a.status == b.status or {a.status, b.status} <= {"agreed", "proposed"}


def _take_in(kept: Draft, other: Draft) -> None:
    """Fill what the kept telling leaves open from the other; names go before the states that they stand for.

    The fuller telling of the two is the evidence.
    """
    if _fullness(other) > _fullness(kept):
        kept.evidence = other.evidence
    for role, fillers in other.roles.items():
        mine = kept.roles.get(role, [])
        kept.roles[role] = _more_exact(mine, fillers) if mine else fillers
    for name, filler in other.fields.items():
        kept.fields.setdefault(name, filler)
    if kept.on is None or (other.on is not None and _days(other) < _days(kept)):
        kept.on = other.on
    if (kept.status, other.status) == ("made", "repeated"):
        kept.status = other.status
    if kept.status == "proposed" and other.status == "agreed":
        kept.status, kept.modality = other.status, other.modality
    kept.read_by.extend(rule for rule in other.read_by if rule not in kept.read_by)


def _name_mediators(draft: Draft) -> None:
    """Put, before a state that mediates, whoever sits in for it: "the ministers met; Russia brought them together"."""
    mediators = draft.roles.get("mediators", [])
    states = {filler.value for filler in mediators if not filler.stands_for}
    known = {filler.value for filler in mediators}
    sitting = [filler for filler in draft.roles.get("actors", ()) if filler.stands_for in states]
    if named := [filler for filler in sitting if filler.value not in known]:
        draft.roles["mediators"] = [*named, *mediators]


def _fullness(draft: Draft) -> int:
    return sum(len(fillers) for fillers in draft.roles.values()) + len(draft.fields) + 2 * (draft.on is not None)


def _days(draft: Draft) -> int:
    assert draft.on is not None
    return (draft.on.interval.end - draft.on.interval.start).days


def _more_exact(mine: list[Filler], others: list[Filler]) -> list[Filler]:
    people = [filler for filler in others if filler.stands_for]
    spoken_for = {filler.stands_for for filler in people}
    if any(filler.value in spoken_for for filler in mine):
        return [next((person for person in people if person.stands_for == filler.value), filler) for filler in mine]
    return mine
