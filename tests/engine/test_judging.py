"""People judge, and the acts follow: at once, by the last word, and after every new reading."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import ARTICLES, agrees, grouped, judged_from, keep, meetings, say, standings, ticking
from samples import a_party, a_report

from goodoffices.engine.judging import judge
from goodoffices.engine.merging import update_acts
from goodoffices.engine.opinions import MOST_PAIRS, Opinion
from goodoffices.errors import NotFound, UsageError
from goodoffices.model.act import Act, ActKind
from goodoffices.model.judgement import Judgement, Standing, Verdict
from goodoffices.model.report import Report
from goodoffices.record.store import Record
from goodoffices.resolving.judged import Judged

ME = Opinion(by="A. Reviewer", reason="seen it")


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record.open(tmp_path / "test.db") as record:
        yield record


def only_act(record: Record) -> Act:
    (act,) = record.view().acts()
    return act


def test_same_and_different_change_the_acts_at_once_and_withdrawing_brings_them_back(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    assert len(grouped(record)) == 2
    joined = say(record, Verdict.SAME, one.id, other.id)
    assert grouped(record) == [{one.id, other.id}]
    undone = say(record, Verdict.WITHDRAW, joined.id)
    assert len(grouped(record)) == 2
    say(record, Verdict.WITHDRAW, undone.id)
    assert grouped(record) == [{one.id, other.id}]
    say(record, Verdict.DIFFERENT, other.id, one.id)
    assert len(grouped(record)) == 2
    assert not record.view().is_behind()


def test_what_rules_take_for_one_act_people_can_part(record: Record) -> None:
    one, other, third = meetings(record, "2024-05-10", "2024-05-10", "2024-05-10")
    assert grouped(record) == [{one.id, other.id, third.id}]
    parted = say(record, Verdict.DIFFERENT, one.id, other.id)
    assert not any({one.id, other.id} <= act for act in grouped(record))
    say(record, Verdict.WITHDRAW, parted.id)
    assert grouped(record) == [{one.id, other.id, third.id}]


def test_people_win_where_what_rules_joined_would_bring_together_what_people_parted(record: Record) -> None:
    one, its, other, theirs = meetings(record, "2024-05-10", "2024-05-10", "2024-08-10", "2024-08-10")
    assert len(grouped(record)) == 2
    say(record, Verdict.DIFFERENT, its.id, theirs.id)
    say(record, Verdict.SAME, one.id, other.id)
    acts = grouped(record)
    assert any({one.id, other.id} <= act for act in acts)
    assert not any({its.id, theirs.id} <= act for act in acts)


def test_a_rejected_report_makes_no_act_until_it_is_confirmed(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    say(record, Verdict.REJECT, report.id)
    assert grouped(record) == []
    say(record, Verdict.CONFIRM, report.id, by="B. Reviewer")
    assert grouped(record) == [{report.id}]
    assert standings(record) == [Standing.OVERRULED, Standing.STANDS]


def test_a_corrected_field_is_the_acts_and_the_report_stays_as_it_was_read(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    say(record, Verdict.CORRECT, report.id, "place", value=" Lima ")
    say(record, Verdict.CORRECT, report.id, "date", value="2024-05-11")
    assert (only_act(record).place, str(only_act(record).happened_on)) == ("Lima", "2024-05-11")
    assert record.view().report(report.id).report == report
    say(record, Verdict.CORRECT, report.id, "place", value="")
    assert only_act(record).place == ""


def test_a_corrected_kind_moves_the_report_to_an_act_of_that_kind(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-05-10")
    say(record, Verdict.CORRECT, one.id, "kind", value="call")
    assert sorted(act.kind for act in record.view().acts()) == [ActKind.CALL, ActKind.MEETING]
    say(record, Verdict.CORRECT, other.id, "kind", value="call")
    assert [act.kind for act in record.view().acts()] == [ActKind.CALL]


def test_a_corrected_date_lets_rules_join_what_they_kept_apart(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    say(record, Verdict.CORRECT, other.id, "date", value="2024-05-10")
    assert grouped(record) == [{one.id, other.id}]


def test_a_party_gets_the_side_that_other_reports_know(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    minister = a_party("A. Minister", stands_for="Peru")
    keep(record, ARTICLES[1], a_report(ARTICLES[1], actors=[minister, "Colombia"], date="2024-05-10"))
    said = say(record, Verdict.CORRECT, report.id, "actors", value="A. Minister; Colombia")
    assert said.value == "A. Minister [Peru]; Colombia"
    assert say(record, Verdict.CORRECT, report.id, "host", value="Nobody Known").value == "Nobody Known"


def test_what_is_confirmed_or_rejected_is_the_value_that_was_shown(record: Record) -> None:
    article = ARTICLES[0]
    keep(record, article, a_report(article, date="2024-05-10", place="Quito", mediators=["Ecuador", "Chile"]))
    name = only_act(record).reports[0]
    assert say(record, Verdict.CONFIRM, name, "place").value == "Quito"
    assert say(record, Verdict.REJECT, name, "mediators", value="Chile").value == "Chile"
    assert say(record, Verdict.CONFIRM, name, "mediators").value == "Ecuador"
    with pytest.raises(UsageError, match=r"does not say 'Lima'\. It says 'Quito'"):
        say(record, Verdict.CONFIRM, name, "place", value="Lima")
    assert only_act(record).mediators == ("Ecuador",)


WRONG: list[tuple[type[Exception], str, dict[str, object]]] = [
    (UsageError, "the name of who judges", {"by": " "}),
    (UsageError, "the name of who judges", {"by": "rule"}),
    (UsageError, "has a reason", {"reason": "\t"}),
    (NotFound, "no report of this id", {"subject": "r" + "0" * 16}),
    (UsageError, "one and the same report", {"verdict": Verdict.SAME, "object": "SUBJECT"}),
    (NotFound, "no report of this id", {"verdict": Verdict.SAME, "object": "r" + "0" * 16}),
    (UsageError, "no such field", {"object": "colour"}),
    (UsageError, "a correction names a field", {"verdict": Verdict.CORRECT}),
    (UsageError, "is never 'signed'", {"verdict": Verdict.CORRECT, "object": "status", "value": "signed"}),
    (UsageError, "never empty", {"verdict": Verdict.REJECT, "object": "kind"}),
    (UsageError, "no instant", {"at": "yesterday"}),
    (UsageError, "no instant", {"at": "2024-05-11T10:00:00"}),
    (NotFound, "no judgement has this id", {"verdict": Verdict.WITHDRAW, "subject": "j" + "0" * 16}),
    (UsageError, "nobody can correct two reports", {"verdict": Verdict.CORRECT, "object": "r" + "0" * 16}),
]


@pytest.mark.parametrize(("error", "what", "wrong"), WRONG, ids=[what for _, what, _ in WRONG])
def test_what_says_nothing_is_refused_and_nothing_is_kept(
    record: Record, error: type[Exception], what: str, wrong: dict[str, object]
) -> None:
    (report,) = meetings(record, "2024-05-10")
    right = Judgement(verdict=Verdict.CONFIRM, subject=report.id, by="A. Reviewer", reason="seen it")
    fields = {name: report.id if value == "SUBJECT" else value for name, value in wrong.items()}
    with pytest.raises(error, match=what):
        judge(record, right, replace(right, **fields))  # type: ignore[arg-type]
    assert list(record.view().settled_judgements()) == []


def test_reports_of_two_kinds_are_one_act_only_after_one_is_corrected(record: Record) -> None:
    (one,) = meetings(record, "2024-05-10")
    other = a_report(ARTICLES[1], ActKind.VISIT, date="2024-05-10")
    keep(record, ARTICLES[1], other)
    with pytest.raises(UsageError, match="a visit"):
        say(record, Verdict.SAME, one.id, other.id)
    say(record, Verdict.CORRECT, other.id, "kind", value="meeting")
    say(record, Verdict.SAME, one.id, other.id)
    assert grouped(record) == [{one.id, other.id}]


def test_judgements_of_one_call_see_each_other(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    said = [
        Judgement(verdict=Verdict.CORRECT, subject=report.id, object=field, value=value, by="A", reason="b")
        for field, value in (("kind", "demand"), ("status", "made"))
    ]
    judge(record, *said, Judgement(verdict=Verdict.CONFIRM, subject=report.id, object="status", by="A", reason="b"))
    assert (only_act(record).kind, only_act(record).status) == (ActKind.DEMAND, "made")
    assert [one.judgement.value for one in record.view().settled_judgements()] == ["demand", "made", "made"]


def test_who_judges_last_has_the_last_word_whatever_the_clock_says(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    first = say(record, Verdict.CORRECT, report.id, "place", value="Lima")
    said = Judgement(verdict=Verdict.CORRECT, subject=report.id, object="place", value="Bogota", by="B", reason="c")
    (second,) = judge(record, said, clock=ticking("1999-01-01T00:00:00+00:00"))
    assert second.at > first.at
    assert only_act(record).place == "Bogota"


def test_a_withdrawn_judgement_is_not_withdrawn_again(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    said = say(record, Verdict.REJECT, report.id)
    say(record, Verdict.WITHDRAW, said.id)
    with pytest.raises(UsageError, match="withdrawn already"):
        say(record, Verdict.WITHDRAW, said.id)
    assert standings(record) == [Standing.WITHDRAWN, Standing.STANDS]


# Other readings of the articles.


def test_judgements_follow_a_report_whose_parties_are_read_otherwise(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    say(record, Verdict.SAME, one.id, other.id)
    say(record, Verdict.CORRECT, one.id, "place", value="Lima")
    renewed = a_report(ARTICLES[0], actors=["Peru", "Colombia", "Chile"], date="2024-05-10", place="Quito")
    assert renewed.id != one.id
    keep(record, ARTICLES[0], renewed, reader="v2")
    assert grouped(record) == [{renewed.id, other.id}]
    assert only_act(record).place == "Lima"
    assert {one.subject for one in record.view().settled_judgements([renewed.id])} == {
        min(renewed.id, other.id),
        renewed.id,
    }
    assert standings(record) == [Standing.STANDS, Standing.STANDS]


def test_a_judgement_whose_report_is_gone_sleeps_and_wakes_with_it(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    say(record, Verdict.SAME, one.id, other.id)
    keep(record, ARTICLES[0], reader="v2")
    assert grouped(record) == [{other.id}]
    assert standings(record) == [Standing.DORMANT]
    keep(record, ARTICLES[0], one, reader="v3")
    assert grouped(record) == [{one.id, other.id}]
    assert standings(record) == [Standing.STANDS]


def test_two_that_are_one_with_a_third_stay_one_when_it_is_gone(record: Record) -> None:
    one, middle, other = meetings(record, "2024-05-10", "2024-08-10", "2024-11-10")
    say(record, Verdict.SAME, one.id, middle.id)
    say(record, Verdict.SAME, middle.id, other.id)
    keep(record, ARTICLES[1], reader="v2")
    assert grouped(record) == [{one.id, other.id}]


def test_judgements_follow_a_report_into_a_corrected_version_of_its_article(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    say(record, Verdict.SAME, one.id, other.id)
    corrected = replace(ARTICLES[0], text=f"Corrected. {ARTICLES[0].text}")
    renewed = a_report(corrected, date="2024-05-10", at=11)
    keep(record, corrected, renewed)
    assert grouped(record) == [{renewed.id, other.id}]


def test_a_rejection_does_not_go_over_to_what_stood_beside(record: Record) -> None:
    article = ARTICLES[0]
    wrong, right = a_report(article, actors=["Peru", "Cuba"], date="2024-05-10"), a_report(article, date="2024-05-10")
    keep(record, article, wrong, right)
    say(record, Verdict.REJECT, wrong.id)
    keep(record, article, right, reader="v2")
    assert grouped(record) == [{right.id}]
    assert standings(record) == [Standing.DORMANT]


def test_a_new_reading_changes_no_value_that_was_confirmed_and_drops_none_that_was_not_rejected(record: Record) -> None:
    article = ARTICLES[0]
    keep(record, article, a_report(article, date="2024-05-10", place="Quito", host="Chile"))
    name = only_act(record).reports[0]
    say(record, Verdict.CONFIRM, name, "place")
    say(record, Verdict.REJECT, name, "host")
    assert only_act(record).host == ""
    keep(record, article, a_report(article, date="2024-05-10", place="Lima", host="Ecuador"), reader="v2")
    assert (only_act(record).place, only_act(record).host) == ("Quito", "Ecuador")


def test_judgements_without_an_anchor_follow_the_report_that_was_set_aside(record: Record) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    subject, object = sorted((one.id, other.id))
    said = Judgement(
        verdict=Verdict.SAME, subject=subject, object=object, by="A", at="2024-06-01T00:00:00Z", reason="b"
    )
    with record.writer() as writer:
        writer.judge([said])
        writer.mark_changed([one.id, other.id])
    renewed = a_report(ARTICLES[0], actors=["Peru", "Colombia", "Chile"], date="2024-05-10")
    keep(record, ARTICLES[0], renewed, reader="v2")
    assert grouped(record) == [{renewed.id, other.id}]


# What is said of acts.


def test_an_act_stands_for_all_its_reports(record: Record) -> None:
    reports = meetings(record, "2024-05-10", "2024-05-10", "2024-08-10", "2024-08-10")
    first, second = record.view().acts()
    judge(record, *ME.on_pair(record.view(), Verdict.SAME, first.id, second.id), clock=ticking())
    assert grouped(record) == [{report.id for report in reports}]
    assert len(list(record.view().settled_judgements())) == 3


def test_acts_that_are_different_stay_so_whatever_is_read_next(record: Record) -> None:
    reports = meetings(record, "2024-05-10", "2024-05-10", "2024-08-10", "2024-08-10")
    first, second = record.view().acts()
    said = judge(record, *ME.on_pair(record.view(), Verdict.DIFFERENT, first.id, second.id), clock=ticking())
    assert len(said) == 4
    for report in reports:
        say(record, Verdict.CORRECT, report.id, "date", value="2024-07-01")
    assert grouped(record) == sorted((set(act.reports) for act in (first, second)), key=sorted)


def test_a_report_is_set_against_the_rest_of_its_act(record: Record) -> None:
    one, other, third = meetings(record, "2024-05-10", "2024-05-10", "2024-05-10")
    judge(record, *ME.on_pair(record.view(), Verdict.DIFFERENT, only_act(record).id, one.id), clock=ticking())
    assert grouped(record) == sorted([{one.id}, {other.id, third.id}], key=sorted)


def test_a_field_of_an_act_is_judged_for_the_reports_that_give_it(record: Record) -> None:
    places = ["Quito", "Quito", "Ecuador", ""]
    reports = [
        a_report(article, date="2024-05-10", place=place) for article, place in zip(ARTICLES, places, strict=False)
    ]
    for article, report in zip(ARTICLES, reports, strict=False):
        keep(record, article, report)
    name = only_act(record).id
    told = {report.id for report, place in zip(reports, places, strict=True) if place == "Quito"}
    on = ME.on_field
    assert {said.subject for said in on(record.view(), Verdict.CONFIRM, name, "place")} == told
    assert {said.subject for said in on(record.view(), Verdict.REJECT, name, "place", "Ecuador")} == {reports[2].id}
    assert len(on(record.view(), Verdict.CORRECT, name, "place", "Lima")) == 4
    assert len(on(record.view(), Verdict.CONFIRM, name, "kind")) == len(on(record.view(), Verdict.REJECT, name)) == 4
    assert len(on(record.view(), Verdict.CONFIRM, name, "actors")) == 4
    with pytest.raises(UsageError, match="They say"):
        on(record.view(), Verdict.CONFIRM, name, "place", "Lima")
    with pytest.raises(UsageError, match="says anything there"):
        on(record.view(), Verdict.CONFIRM, name, "quantity")
    with pytest.raises(UsageError, match="no such field"):
        on(record.view(), Verdict.CONFIRM, name, "colour")


def test_of_values_that_differ_the_act_shows_the_one_that_is_confirmed_and_keeps_all(record: Record) -> None:
    for article, date in zip(ARTICLES, ("2024-05-10", "2024-05-10", "2024-05-11"), strict=False):
        keep(record, article, a_report(article, date=date, place="Quito"))
    names = sorted(report for act in record.view().acts() for report in act.reports)
    judge(record, *(said for name in names[1:] for said in ME.on_pair(record.view(), Verdict.SAME, names[0], name)))
    act = only_act(record)
    assert (str(act.happened_on), act.differs) == ("2024-05-10", ("date",))
    (said,) = judge(record, *ME.on_field(record.view(), Verdict.CONFIRM, act.id, "date", "2024-05-11"))
    act = only_act(record)
    assert (str(act.happened_on), act.differs) == ("2024-05-11", ("date",))
    say(record, Verdict.WITHDRAW, said.id)
    assert str(only_act(record).happened_on) == "2024-05-10"


def test_a_further_field_on_which_reports_differ_needs_the_value(record: Record) -> None:
    for article, number in zip(ARTICLES[:2], ("4 villages", "6 villages"), strict=True):
        keep(record, article, a_report(article, date="2024-05-10", quantity=number))
    (act, *_) = record.view().acts()
    if len(act.reports) == 2:
        with pytest.raises(UsageError, match="Name the value: 4 villages; 6 villages"):
            ME.on_field(record.view(), Verdict.CONFIRM, act.id, "quantity")
        (said,) = ME.on_field(record.view(), Verdict.CONFIRM, act.id, "quantity", "6 villages")
        assert said.subject in act.reports


def test_links_are_between_two_acts(record: Record) -> None:
    one, other, third = meetings(record, "2024-05-10", "2024-08-10", "2024-08-10")
    (said,) = judge(record, *ME.on_link(record.view(), Verdict.CONFIRM, one.id, other.id), clock=ticking())
    assert {said.subject, said.object} == {one.id, other.id}
    (settled,) = record.view().settled_judgements([one.id])
    assert settled.standing is Standing.STANDS
    for wrong in (other.id, third.id):
        with pytest.raises(UsageError, match="these are one act"):
            ME.on_link(record.view(), Verdict.REJECT, other.id, wrong)
    judge(record, *ME.on_link(record.view(), Verdict.REJECT, other.id, one.id), clock=ticking())
    assert standings(record) == [Standing.OVERRULED, Standing.STANDS]
    assert len(grouped(record)) == 2


def test_names_that_mean_the_same_nothing_or_too_much_are_refused(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = meetings(record, "2024-05-10", "2024-08-10")
    view = record.view()
    with pytest.raises(UsageError, match="one and the same"):
        ME.on_pair(view, Verdict.SAME, one.id, f"k{one.id[1:]}")
    with pytest.raises(NotFound):
        ME.on_pair(view, Verdict.SAME, one.id, "kffffffffffffffff0")
    with pytest.raises(NotFound, match="no judgement"):
        ME.on_judgement(view, "j0")
    monkeypatch.setattr("goodoffices.engine.opinions.MOST_PAIRS", 0)
    with pytest.raises(UsageError, match="1 pairs of reports"):
        ME.on_pair(view, Verdict.DIFFERENT, one.id, other.id)
    assert MOST_PAIRS > 0


def test_a_judgement_is_named_by_enough_of_its_id(record: Record) -> None:
    (report,) = meetings(record, "2024-05-10")
    said = [say(record, Verdict.CORRECT, report.id, "place", value=f"Place {number}") for number in range(20)]
    (withdrawal,) = ME.on_judgement(record.view(), said[3].id[:9])
    assert (withdrawal.verdict, withdrawal.subject) == (Verdict.WITHDRAW, said[3].id)
    with pytest.raises(UsageError, match="several ids"):
        ME.on_judgement(record.view(), "j")


# Whatever is said, in whatever order.

SAYINGS = st.lists(
    st.tuples(
        st.sampled_from([*Verdict]), st.integers(0, 4), st.integers(0, 4),
        st.sampled_from(["", "place", "date", "kind"]), st.integers(0, 9),
    ),
    max_size=7,
)  # fmt: skip
DATES = ("2024-05-10", "2024-05-10", "2024-08-10", "2024-08-10", "")


def kept_in(path: Path, reports: Sequence[Report], shares: Iterable[Sequence[Judgement]]) -> list[Act]:
    """Return the acts of a record into which judgements come in these shares, the articles half before, half after."""
    path.unlink(missing_ok=True)
    waiting = list(zip(ARTICLES, reports, strict=False))
    with Record.open(path) as record:
        for article, report in waiting[:2]:
            keep(record, article, report)
        for share in shares:
            with record.writer() as writer:
                writer.judgement_table().add(share)
            update_acts(record)
        for article, report in waiting[2:]:
            keep(record, article, report)
        with record.writer() as writer:
            writer.mark_changed(())
        update_acts(record)
        assert not record.view().is_behind()
        acts = sorted(record.view().acts(), key=lambda act: act.id)
        agrees(acts, Judged.of(record.view().judgements_of_people()))
        return acts


@settings(max_examples=30, deadline=None)
@given(SAYINGS, st.randoms(use_true_random=False))
def test_replaying_judgements_in_any_order_gives_the_same_acts(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Verdict, int, int, str, int]], chance: object
) -> None:
    folder = tmp_path_factory.mktemp("replays")
    reports = [a_report(article, date=date, place="Quito") for article, date in zip(ARTICLES, DATES, strict=False)]
    made = judged_from(rows, [report.id for report in reports])
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    at_once = kept_in(folder / "one.db", reports, [made])
    one_by_one = kept_in(folder / "two.db", reports, [[judgement] for judgement in shuffled])
    assert at_once == one_by_one


def test_two_who_judge_at_once_both_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with Record.open(path) as record:
        one, other = meetings(record, "2024-05-10", "2024-08-10")
    errors: list[BaseException] = []

    def work(place: str, name: str) -> None:
        try:
            with Record.open(path) as record:
                for number in range(8):
                    said = Judgement(
                        verdict=Verdict.CORRECT, subject=name, object="place", value=f"{place} {number}", by=place,
                        reason="seen it",
                    )  # fmt: skip
                    judge(record, said)
        except BaseException as error:
            errors.append(error)
            raise

    threads = [threading.Thread(target=work, args=pair) for pair in (("Lima", one.id), ("Quito", other.id))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Record.open(path) as record:
        settled = list(record.view().settled_judgements())
        assert len({said.judgement.at for said in settled}) == 16
        assert {act.place for act in record.view().acts()} == {"Lima 7", "Quito 7"}
        assert not record.view().is_behind()
