"""Cross references of a dossier: every id that something points at must be there."""

from collections import Counter
from collections.abc import Iterator

from goodoffices.dossier.schema import Dossier


def unresolved(dossier: Dossier, known: frozenset[str], *, file: str) -> list[str]:
    """Return a problem for each id that stands twice and for each that points nowhere.

    Args:
        known: Ids that are there without the dossier: states and cities, and what belongs to no process.
    """
    own = [
        item.id
        for section in (dossier.bodies, dossier.people, dossier.places, dossier.issues, dossier.instruments,
                        dossier.initiatives, dossier.tracks, dossier.outlets)
        for item in section
    ]  # fmt: skip
    problems = [f"id {id_!r} stands {count} times @ {file}" for id_, count in Counter(own).items() if count > 1]
    there = known | set(own)
    for path, pointed_at in _pointers(dossier):
        if pointed_at and pointed_at not in there:
            problems.append(f"nothing has the id {pointed_at!r} @ {file}: {path}")
    return problems


def _pointers(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for key in ("parties", "third_parties"):
        yield from ((key, id_) for id_ in getattr(dossier, key))
    for body in dossier.bodies:
        yield f"bodies[{body.id}].stands_for", body.stands_for
        yield from ((f"bodies[{body.id}].seats", seat) for seat in body.seats)
    for person in dossier.people:
        yield from ((f"people[{person.id}].offices.of", office.of) for office in person.offices)
    for place in dossier.places:
        yield f"places[{place.id}].country", place.country
        yield f"places[{place.id}].stands_for", place.stands_for
        for contested in place.contested:
            yield from ((f"places[{place.id}].contested", id_) for id_ in contested.used_by)
    for section in ("instruments", "initiatives", "tracks"):
        for matter in getattr(dossier, section):
            yield f"{section}[{matter.id}].issue", matter.issue
            yield from ((f"{section}[{matter.id}].parties", id_) for id_ in matter.parties)
    for outlet in dossier.outlets:
        yield f"outlets[{outlet.id}].aligned_with", outlet.aligned_with
    for example in dossier.examples:
        yield from (
            (f"examples[{example.text[:30]}]", id_) for id_ in (*example.finds.values(), *example.cues.values())
        )
