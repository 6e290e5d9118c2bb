"""What people's judgements amount to: the last word, chains of SAME, withdrawals, links."""

import datetime as dt
import itertools
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import a_report, an_article

from goodoffices.model.judgement import RULE, Judgement, Standing, Verdict
from goodoffices.resolving.judged import Judged, withdrawn_of

ARTICLE = an_article()
R = [f"r{number:016x}" for number in range(8)]
_MINUTES = itertools.count()


def said(verdict: Verdict, subject: str, object: str = "", value: str = "", *, minute: int | None = None) -> Judgement:
    """Return a judgement of a person that is later than every one before."""
    at = dt.datetime(2024, 6, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=next(_MINUTES) if minute is None else minute)
    return Judgement(
        verdict=verdict, subject=subject, object=object, value=value, by="A. Reviewer", at=at.isoformat(), reason="seen"
    )


def same(one: int, other: int) -> Judgement:
    return said(Verdict.SAME, R[one], R[other])


def different(one: int, other: int) -> Judgement:
    return said(Verdict.DIFFERENT, R[one], R[other])


def withdraw(judgement: Judgement) -> Judgement:
    return said(Verdict.WITHDRAW, judgement.id)


def test_same_is_transitive() -> None:
    judged = Judged.of([same(0, 1), same(1, 2), same(4, 5)])
    assert judged.together(R[0]) == judged.together(R[2]) == {R[0], R[1], R[2]}
    assert list(judged.same()) == [(R[0], R[1]), (R[1], R[2]), (R[4], R[5])]
    assert judged.together(R[7]) == {R[7]}


def test_different_holds_between_all_that_is_the_same_as_either() -> None:
    judged = Judged.of([same(0, 1), different(1, 2), same(2, 3)])
    assert all(judged.forbids(R[one], R[other]) for one in (0, 1) for other in (2, 3))
    assert judged.apart(R[0]) == {R[2], R[3]}
    assert judged.forbids(R[3], R[0])
    assert not judged.forbids(R[0], R[1])
    assert judged.apart(R[6]) == frozenset()


def test_the_last_word_on_a_pair_wins() -> None:
    first, second = same(0, 1), different(0, 1)
    judged = Judged.of([first, second])
    assert judged.forbids(R[0], R[1])
    assert judged.together(R[0]) == {R[0]}
    assert (judged.standing(first), judged.standing(second)) == (Standing.OVERRULED, Standing.STANDS)
    assert Judged.of([first, second, same(0, 1)]).together(R[0]) == {R[0], R[1]}


def test_unsure_takes_back_what_was_said_of_the_pair_alone() -> None:
    assert list(Judged.of([same(0, 1), said(Verdict.UNSURE, R[0], R[1])]).same()) == []
    assert not Judged.of([different(0, 1), said(Verdict.UNSURE, R[0], R[1])]).forbids(R[0], R[1])
    chain = [same(0, 2), same(2, 1), same(0, 1), said(Verdict.UNSURE, R[0], R[1])]
    assert R[1] in Judged.of(chain).together(R[0])


def test_different_beats_a_chain_of_same_that_was_made_earlier_and_its_oldest_link_gives_way() -> None:
    oldest, later, bar = same(0, 1), same(1, 2), different(0, 2)
    judged = Judged.of([oldest, later, bar])
    assert judged.forbids(R[0], R[2])
    assert judged.together(R[1]) == {R[1], R[2]}
    assert judged.standing(oldest) is Standing.OVERRULED


def test_a_chain_that_is_only_closed_later_does_not_beat_different() -> None:
    oldest, bar, closing = same(0, 1), different(0, 2), same(1, 2)
    judged = Judged.of([oldest, bar, closing])
    assert judged.forbids(R[0], R[1])
    assert judged.together(R[2]) == {R[1], R[2]}
    assert judged.standing(oldest) is Standing.OVERRULED


def test_a_chain_that_is_wholly_later_beats_different() -> None:
    bar = different(0, 2)
    judged = Judged.of([bar, same(0, 1), same(1, 2)])
    assert judged.together(R[0]) == {R[0], R[1], R[2]}
    assert not judged.forbids(R[0], R[2])
    assert judged.standing(bar) is Standing.OVERRULED


def test_what_rules_said_is_no_word_of_a_person() -> None:
    by_rule = Judgement(verdict=Verdict.SAME, subject=R[0], object=R[1], by=RULE)
    assert list(Judged.of([by_rule]).same()) == []


def test_a_withdrawn_judgement_is_as_if_never_made_and_a_withdrawal_can_be_withdrawn() -> None:
    joined = same(0, 1)
    undone = withdraw(joined)
    redone = withdraw(undone)
    assert list(Judged.of([joined, undone]).same()) == []
    assert Judged.of([joined, undone]).standing(joined) is Standing.WITHDRAWN
    assert list(Judged.of([joined, undone, redone]).same()) == [(R[0], R[1])]
    assert Judged.of([joined, undone, redone]).standing(undone) is Standing.WITHDRAWN
    # Twice withdrawn: each withdrawal has to be undone.
    made = (joined, undone, redone, withdraw(joined))
    assert withdrawn_of({judgement.id: judgement for judgement in made}) == {joined.id, undone.id}


def test_a_withdrawal_counts_by_what_it_names_and_not_by_a_clock_that_was_slow() -> None:
    joined = same(0, 1)
    early = said(Verdict.WITHDRAW, joined.id, minute=-1000)
    assert list(Judged.of([early, joined]).same()) == []


def test_many_withdrawals_of_withdrawals_are_followed() -> None:
    chain = [same(0, 1)]
    for _ in range(3000):
        chain.append(withdraw(chain[-1]))
    assert list(Judged.of(chain).same()) == [(R[0], R[1])]
    assert list(Judged.of(chain[:-1]).same()) == []


def test_links_are_confirmed_and_cut_by_the_last_word() -> None:
    confirmed, cut = said(Verdict.CONFIRM, R[0], R[1]), said(Verdict.REJECT, R[1], R[0])
    assert Judged.of([confirmed]).link(R[1], R[0]) is Verdict.CONFIRM
    judged = Judged.of([confirmed, cut])
    assert judged.link(R[0], R[1]) is Verdict.REJECT
    assert list(judged.links()) == [((R[0], R[1]), Verdict.REJECT)]
    assert judged.standing(confirmed) is Standing.OVERRULED
    assert judged.link(R[0], R[2]) is None


def test_a_rejected_report_is_none_until_someone_confirms_it() -> None:
    report = a_report(ARTICLE)
    reject, confirm = said(Verdict.REJECT, report.id), said(Verdict.CONFIRM, report.id)
    assert Judged.of([reject]).corrected(report) is None
    assert Judged.of([reject, confirm]).corrected(report) == report
    assert Judged.of([reject, said(Verdict.UNSURE, report.id)]).corrected(report) == report
    assert Judged.of([reject, confirm]).standing(reject) is Standing.OVERRULED
    assert Judged.of([]).corrected(report) is report


def test_reports_that_are_gone_or_rejected_hold_their_group_together() -> None:
    chain = [same(0, 1), same(1, 2), same(2, 3), said(Verdict.REJECT, R[2])]
    assert list(Judged.of(chain, gone={R[1]}).same()) == [(R[0], R[3])]


def test_a_judgement_follows_its_report_to_another_id() -> None:
    joined, barred = same(0, 1), different(1, 2)
    confirmed = said(Verdict.CONFIRM, R[0], R[2])
    judged = Judged.of([joined, barred, confirmed], now={R[1]: R[5], R[2]: R[6]})
    assert judged.together(R[0]) == {R[0], R[5]}
    assert judged.forbids(R[0], R[6])
    assert judged.link(R[6], R[0]) is Verdict.CONFIRM
    assert judged.standing(joined) is Standing.STANDS


PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
SAYINGS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]), PAIRS, st.integers(0, 6)),
        st.tuples(st.just(Verdict.WITHDRAW), st.integers(0, 20), st.integers(0, 6)),
    ),
    max_size=14,
)


def judgements_from(rows: Sequence[tuple[Verdict, object, int]]) -> list[Judgement]:
    """Return judgements of which several can be of one instant, and some withdraw one before."""
    made: list[Judgement] = []
    for verdict, about, minute in rows:
        if isinstance(about, tuple):
            one, other = sorted(about)
            made.append(said(verdict, R[one], R[other], minute=minute))
        elif made:
            made.append(said(verdict, made[about % len(made)].id, minute=minute))  # type: ignore[operator]
    return made


def meaning(judged: Judged) -> tuple[object, ...]:
    return list(judged.same()), [sorted(judged.apart(report)) for report in R], list(judged.links())


@settings(max_examples=200, deadline=None)
@given(SAYINGS, st.randoms(use_true_random=False))
def test_the_order_in_which_judgements_are_imported_changes_nothing(
    rows: list[tuple[Verdict, object, int]], chance: random.Random
) -> None:
    made = judgements_from(rows)
    shuffled = [*made, *made[:3]]
    chance.shuffle(shuffled)
    one, other = Judged.of(made), Judged.of(shuffled)
    assert meaning(one) == meaning(other)
    assert [one.standing(judgement) for judgement in made] == [other.standing(judgement) for judgement in made]


@settings(max_examples=200, deadline=None)
@given(SAYINGS)
def test_what_counts_never_contradicts_itself(rows: list[tuple[Verdict, object, int]]) -> None:
    made = judgements_from(rows)
    judged = Judged.of(made)
    for one, other in itertools.combinations(R, 2):
        together = other in judged.together(one)
        assert together == (one in judged.together(other))
        assert judged.forbids(one, other) == judged.forbids(other, one) == (other in judged.apart(one))
        assert not (together and judged.forbids(one, other))
    for judgement in made:
        if judgement.verdict is Verdict.SAME and judged.standing(judgement) is Standing.STANDS:
            assert judgement.object in judged.together(judgement.subject)
        if judgement.verdict is Verdict.DIFFERENT and judged.standing(judgement) is Standing.STANDS:
            assert judged.forbids(judgement.subject, judgement.object)


@settings(max_examples=100, deadline=None)
@given(SAYINGS, PAIRS, st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))
def test_the_last_word_always_wins_and_its_withdrawal_brings_back_what_was(
    rows: list[tuple[Verdict, object, int]], pair: tuple[int, int], verdict: Verdict
) -> None:
    made = judgements_from(rows)
    one, other = sorted(pair)
    last = said(verdict, R[one], R[other], minute=100)
    judged = Judged.of([*made, last])
    assert (R[other] in judged.together(R[one])) == (verdict is Verdict.SAME)
    assert judged.forbids(R[one], R[other]) == (verdict is Verdict.DIFFERENT)
    undone = Judged.of([*made, last, said(Verdict.WITHDRAW, last.id, minute=101)])
    assert meaning(undone) == meaning(Judged.of(made))


@pytest.mark.parametrize("count", [20_000])
def test_many_judgements_are_quick(count: int) -> None:
    ids = [f"r{number:016x}" for number in range(count)]
    made = [
        said(Verdict.SAME, one, other, minute=number) for number, (one, other) in enumerate(itertools.pairwise(ids))
    ]
    assert len(Judged.of(made).together(ids[0])) == count
