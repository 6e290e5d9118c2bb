"""What goes into a brief, where, and with which references."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from records import keep, small_process, small_record
from samples import a_report, an_article

from goodoffices.model.act import ActKind
from goodoffices.record.store import open_view
from goodoffices.views.brief import Brief, build_brief
from goodoffices.views.entries import Entry


def brief_of(folder: Path, since: str = "", until: str = "") -> Brief:
    with small_record(folder) as view:
        days = (dt.date.fromisoformat(day) if day else None for day in (since, until))
        return build_brief(view, *days)


def entries(brief: Brief, key: str) -> list[Entry]:
    return [e for section in brief.sections if section.key == key for group in section.groups for e in group.entries]


def test_every_section_holds_its_acts(tmp_path: Path) -> None:
    brief = brief_of(tmp_path)
    assert [section.key for section in brief.sections] == [
        "meetings", "ahead", "offers", "undertakings", "predictions", "differences"
    ]  # fmt: skip
    assert [(entry.date, entry.sentence) for entry in entries(brief, "meetings")] == [
        ("2024-05-10", "A. Minister and B. Minister met in Quito, host Ecuador, mediator Ecuador")
    ]
    assert [entry.date for entry in entries(brief, "ahead")] == ["2024-06"]


def test_an_offer_carries_its_answer_and_the_meeting_that_followed(tmp_path: Path) -> None:
    (offer,) = entries(brief_of(tmp_path), "offers")
    assert [(outcome.kind, outcome.date) for outcome in offer.outcomes] == [
        (ActKind.CONSENT, ""), (ActKind.MEETING, "2024-05-10")
    ]  # fmt: skip


def test_an_answer_below_its_offer_has_no_line_of_its_own_and_another_has(tmp_path: Path) -> None:
    assert entries(brief_of(tmp_path), "answers") == []
    article = an_article("x")
    refusal = a_report(article, ActKind.REFUSAL, status="made", actors=["Chile"], at=5)
    keep(tmp_path / "other.db", [*small_process(), [(article, refusal)]])
    with open_view(tmp_path / "other.db") as view:
        assert [entry.sentence for entry in entries(build_brief(view, None, None), "answers")] == ["Refusal by Chile"]


def test_a_meeting_before_the_offer_is_no_outcome(tmp_path: Path) -> None:
    article = an_article("x", published="2024-04-02")
    before = a_report(article, actors=["Peru", "Colombia"], host="Ecuador", place="Quito", date="2024-04-01", at=5)
    keep(tmp_path / "other.db", [*small_process(), [(article, before)]])
    with open_view(tmp_path / "other.db") as view:
        (offer,) = entries(build_brief(view, None, None), "offers")
    assert "2024-04-01" not in [outcome.date for outcome in offer.outcomes]


@pytest.mark.parametrize(
    ("fields", "follows"),
    [
        ({"place": "Quito", "date": "2024-05-20"}, True),
        ({"place": "Ecuador", "date": "2024-05-20"}, True),
        ({"host": "Ecuador", "date": "2024-05-20"}, True),
        ({"place": "Lima", "date": "2024-05-20"}, False),
        ({"place": "Quito", "date": "2024-05-01"}, False),
        ({"place": "Quito", "date": "2025-05-01"}, False),
        ({"place": "Quito", "date": "2024-05-20", "actors": ["Chile", "Brazil"]}, False),
    ],
)
def test_a_meeting_follows_from_an_offer_by_parties_place_and_time(
    tmp_path: Path, fields: dict[str, str], follows: bool
) -> None:
    article = an_article("x", published="2024-05-21")
    keep(tmp_path / "other.db", [small_process()[0], [(article, a_report(article, at=5, **fields))]])  # type: ignore[arg-type]
    with open_view(tmp_path / "other.db") as view:
        (offer,) = entries(build_brief(view, None, None), "offers")
    assert bool(offer.outcomes) is follows


def test_sources_are_outlets_and_differing_accounts_name_theirs(tmp_path: Path) -> None:
    brief = brief_of(tmp_path)
    (meeting,) = entries(brief, "meetings")
    assert meeting.source_count == 2
    (difference,) = meeting.differences
    assert difference.field == "mediators"
    assert {(account.value, account.outlets) for account in difference.accounts} == {
        ("Ecuador", ("The Harbour Post",)), ("nobody named", ("Andes Wire",))
    }  # fmt: skip
    assert entries(brief, "differences") == [meeting]


def test_references_lead_to_the_words_of_the_article(tmp_path: Path) -> None:
    brief = brief_of(tmp_path)
    assert [quotation.number for quotation in brief.quotations] == list(range(1, len(brief.quotations) + 1))
    (meeting,) = entries(brief, "meetings")
    quoted = {brief.quotations[number - 1].article for number in meeting.quotations}
    assert quoted == {"wire-1", "post-2"}


def test_words_are_given_where_the_sentence_does_not_tell_what_was_said(tmp_path: Path) -> None:
    brief = brief_of(tmp_path)
    (demand,) = entries(brief, "undertakings")
    assert demand.words
    assert demand.said_by == ("C. Spokesman",)
    assert entries(brief, "meetings")[0].words == ""


def test_commitments_and_demands_stand_under_their_issue(tmp_path: Path) -> None:
    (section,) = (section for section in brief_of(tmp_path).sections if section.key == "undertakings")
    assert [group.heading for group in section.groups] == ["Prisoners and hostages"]


@pytest.mark.parametrize(
    ("since", "until", "keys"),
    [
        ("2024-05-10", "2024-05-10", {"meetings", "differences"}),
        ("2024-05-12", "2024-05-31", {"ahead", "undertakings", "predictions"}),
        ("", "2024-05-05", {"offers"}),
        ("2023-01-01", "2023-12-31", set()),
        ("2024-06-10", "", {"ahead"}),
    ],
)
def test_a_period_holds_what_happened_in_it_and_what_was_reported_in_it(
    tmp_path: Path, since: str, until: str, keys: set[str]
) -> None:
    assert {section.key for section in brief_of(tmp_path, since, until).sections} == keys


def test_counts_say_what_rests_on_one_source(tmp_path: Path) -> None:
    brief = brief_of(tmp_path)
    assert (brief.article_count, brief.outlet_count, brief.entry_count, brief.single_sourced_count) == (3, 2, 5, 4)
    assert (brief.since, brief.until) == ("2024-05-02", "2024-05-12")


def test_background_is_left_out_and_counted(tmp_path: Path) -> None:
    article = an_article("x")
    old = replace(a_report(article, date="2020-11-10", at=5), is_background=True)
    keep(tmp_path / "other.db", [*small_process(), [(article, old)]])
    with open_view(tmp_path / "other.db") as view:
        without, with_it = (build_brief(view, None, None, with_background=flag) for flag in (False, True))
    assert (without.background_count, with_it.background_count) == (1, 0)
    assert len(entries(with_it, "meetings")) == len(entries(without, "meetings")) + 1


def test_the_brief_of_an_empty_record_says_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "empty.db", [])
    with open_view(tmp_path / "empty.db") as view:
        brief = build_brief(view, None, None)
    assert (brief.sections, brief.quotations, brief.since) == ((), (), "")
