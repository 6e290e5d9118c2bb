"""What an act says of its reports: what they agree on, all that any of them gives, and where they differ."""

import pytest
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import DateInterval
from goodoffices.model.report import Report
from goodoffices.resolving.merge import merge

COUNTRIES = {"Quito": "Ecuador", "Guayaquil": "Ecuador", "Ecuador": "Ecuador", "Lima": "Peru"}


def country_of(place: str) -> str:
    return COUNTRIES.get(place, "")


def reports(*rows: dict[str, object]) -> list[Report]:
    return [a_report(an_article(f"a{number}"), at=number, **row) for number, row in enumerate(rows)]  # type: ignore[arg-type]


def test_the_furthest_status_counts_and_all_are_kept() -> None:
    told = reports({"status": "held"}, {"status": "proposed"}, {"status": "agreed"})
    act = merge(told, country_of)
    assert act.status == "held"
    assert {value.value for value in act.values if value.field == "status"} == {"held", "proposed", "agreed"}


def test_the_mood_is_that_of_the_furthest_status() -> None:
    told = reports({"status": "agreed", "modality": Modality.PLANNED}, {"status": "held"})
    assert merge(told, country_of).modality is Modality.ASSERTED


def test_persons_are_shown_and_not_the_states_they_act_for_beside_them() -> None:
    person = a_party("A. Minister", stands_for="Peru")
    assert merge(reports({"actors": ["Peru", "Colombia"]}, {"actors": [person, "Colombia"]}), country_of).actors == (
        "A. Minister",
        "Colombia",
    )


def test_the_most_exact_date_and_the_town_are_shown() -> None:
    act = merge(reports({"date": "2024-05", "place": "Ecuador"}, {"date": "2024-05-10", "place": "Quito"}), country_of)
    assert (act.happened_on, act.place) == (DateInterval.from_iso("2024-05-10"), "Quito")


def test_an_act_without_date_place_and_issue_has_none() -> None:
    act = merge(reports({}), country_of)
    assert (act.happened_on, act.place, act.issue, act.host) == (None, "", "", "")


def test_a_named_issue_counts_before_other() -> None:
    assert (
        merge(reports({"issue": "other"}, {"issue": "other"}, {"issue": "ceasefire"}), country_of).issue == "ceasefire"
    )
    assert merge(reports({"issue": "other"}), country_of).issue == "other"


def test_every_value_names_the_reports_that_give_it() -> None:
    told = reports({"place": "Quito"}, {"place": "Quito"}, {"place": "Ecuador"})
    values = {value.value: set(value.reports) for value in merge(told, country_of).values if value.field == "place"}
    assert values == {"Quito": {told[0].id, told[1].id}, "Ecuador": {told[2].id}}


def test_an_act_is_background_where_every_report_tells_it_so() -> None:
    assert not merge(reports({}, {}), country_of).is_background


def test_the_order_of_reports_changes_nothing() -> None:
    told = reports({"place": "Quito"}, {"date": "2024-05"}, {"status": "agreed"})
    assert merge(told, country_of) == merge(told[::-1], country_of)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ({"date": "2024-05-10"}, {"date": "2024-05"}, ()),
        ({"date": "2024-05-10/2024-05-12"}, {"date": "2024-05-11/2024-05-13"}, ("date",)),
        ({"place": "Quito"}, {"place": "Ecuador"}, ()),
        ({"place": "Quito"}, {}, ()),
        ({"place": "Quito"}, {"place": "Guayaquil"}, ("place",)),
        ({"host": "Ecuador"}, {"host": "Chile"}, ("host",)),
        ({"mediators": ["Ecuador"]}, {}, ()),
        ({"mediators": ["Ecuador"]}, {"format": "bilateral"}, ("mediators",)),
        ({"mediators": ["Ecuador"]}, {"mediators": ["Chile"]}, ("mediators",)),
        ({"mediators": ["Ecuador"]}, {"mediators": ["Ecuador", "Chile"]}, ()),
        ({"quantity": "four villages"}, {"quantity": "six villages"}, ("quantity",)),
    ],
)
def test_accounts_differ_where_they_contradict_each_other(
    one: dict[str, object], other: dict[str, object], differs: tuple[str, ...]
) -> None:
    assert merge(reports(one, other), country_of).differs == differs


def test_a_minister_who_hosts_is_no_other_host_than_his_state() -> None:
    told = reports({"host": "Ecuador"}, {})
    hosted = a_report(an_article("a9"), host="Ecuador")
    assert merge([*told, hosted], country_of).differs == ()


def test_kinds_without_status_have_none() -> None:
    assert merge(reports({"kind": ActKind.HOSTILITY, "status": ""}), country_of).status == ""
