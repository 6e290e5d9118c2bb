"""Who is the person, state or body of a name."""

import datetime as dt

from goodoffices.engine.actors import actor_named
from goodoffices.model.actor import ActorKind


def test_a_person_has_offices_with_days() -> None:
    actor = actor_named("Ararat Mirzoyan")
    assert actor is not None
    assert actor.kind is ActorKind.PERSON
    posts = {office.post: office for office in actor.offices}
    assert posts["foreign_minister"].of == "Armenia"
    held_on = posts["foreign_minister"].held_on
    assert held_on is not None
    assert held_on.start == dt.date(2021, 8, 19)


def test_states_and_bodies_hold_none() -> None:
    for name, kind in (("Kazakhstan", ActorKind.STATE), ("United Nations", ActorKind.BODY)):
        actor = actor_named(name)
        assert actor is not None
        assert (actor.kind, actor.offices) == (kind, ())


def test_places_and_strangers_are_nobody() -> None:
    assert actor_named("Almaty") is None
    assert actor_named("Nobody Known") is None
