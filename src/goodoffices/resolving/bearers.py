"""Which spellings of names that nobody has listed are of one bearer: pure, and the same in whatever order they come.

Spelling alone does not decide. Two full names that can be one are one where both speak for the same state or body. A
name of which no report says for whom it speaks goes with the only bearer that it can be, and with none where it can be
two. A surname alone says too little, and so does a name with a number: there are a fifth and a sixth army.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

FEWEST_WORDS = 2
"""A shorter name is no full one."""

SURE = 0.93
"""The score of two names from which on they are taken for one, where both speak for the same."""


class Bearer(NamedTuple):
    """A name, and for whom it speaks; '' where no report says."""

    name: str
    side: str


Same = Callable[[Bearer, Bearer], bool]
"""Tells whether two can be one, by their spelling."""


def is_full(name: str) -> bool:
    """Return whether a name says enough to be found again in another spelling."""
    return len(name.split()) >= FEWEST_WORDS and not any(sign.isdecimal() for sign in name)


def may_be_one(one: Bearer, other: Bearer) -> bool:
    """Return whether nothing but the spelling can tell them apart."""
    return one.side == other.side or not one.side or not other.side


def called(bearers: Iterable[Bearer], same: Same) -> dict[Bearer, str]:
    """Return what each is called: the fullest spelling of its group.

    A group is one in which all can be one with all others.
    """
    ordered = sorted(bearers, key=_fullness)
    groups: list[list[Bearer]] = []
    for bearer in ordered:
        if bearer.side:
            fitting = [group for group in groups if group[0].side == bearer.side and _fits(bearer, group, same)]
            (fitting[0] if fitting else _new(groups)).append(bearer)
    for bearer in ordered:
        if not bearer.side:
            fitting = [group for group in groups if _fits(bearer, group, same)]
            sides = {one.side for group in fitting for one in group if one.side}
            open_to = fitting if len(sides) <= 1 else [group for group in fitting if not any(one.side for one in group)]
            (open_to[0] if open_to else _new(groups)).append(bearer)
    return {bearer: group[0].name for group in groups for bearer in group}


def _fullness(bearer: Bearer) -> tuple[int, int, str, str]:
    return (-len(bearer.name.split()), -len(bearer.name), bearer.name, bearer.side)


def _fits(bearer: Bearer, group: Sequence[Bearer], same: Same) -> bool:
    return all(may_be_one(bearer, one) and same(bearer, one) for one in group)


def _new(groups: list[list[Bearer]]) -> list[Bearer]:
    groups.append([])
    return groups[-1]
