"""What the views tell of the bundled example: what its reports say, whatever else is read out of them."""

from collections.abc import Iterator

import pytest

from goodoffices.demo import bundled_reports
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, open_reader
from goodoffices.following.link_rules import LinkKind
from goodoffices.following.states import OfferState
from goodoffices.record.finding import Selection
from goodoffices.record.store import Record
from goodoffices.record.view import View
from goodoffices.views.differences import differences
from goodoffices.views.meetings import meetings
from goodoffices.views.network import network
from goodoffices.views.offers import Offer, offers
from goodoffices.views.positions import positions
from goodoffices.views.sources import sources
from goodoffices.views.tracks import tracks

ALL = Selection()


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Lend the record of the example."""
    with Record.open(tmp_path_factory.mktemp("demo") / "demo.db") as record:
        intake = Intake(record, InProcess(open_reader(None)), read_with="test", hooks=Hooks(clock=str))
        intake.read_paths([bundled_reports()])
        yield record.view()


@pytest.fixture
def offer(view: View) -> Offer:
    """Return the offer of a venue that the president of Kazakhstan made in April."""
    (found,) = (one for one in offers(view, ALL) if one.item.date == "2024-04-15" and "Kassym-Jomart Tokayev" in one.by)
    return found


def test_the_offer_was_taken_up_and_the_ministers_met(offer: Offer) -> None:
    assert offer.state is OfferState.MET
    assert ("Almaty", "2024-05-10") in {
        (outcome.item.sentence.split(" in ")[1].partition(",")[0], outcome.item.date)
        for outcome in offer.outcomes
        if outcome.link is LinkKind.MEETING and outcome.item.status == "held"
    }
    assert "Azerbaijan" in {answer.party for answer in offer.answers}
    assert all(outcome.reason and 0 < outcome.confidence < 1 for outcome in offer.outcomes)


def test_the_meeting_leads_back_to_the_offer(view: View, offer: Offer) -> None:
    (met,) = (one for one in meetings(view, ALL) if one.item.date == "2024-05-10" and one.item.status == "held")
    assert set(met.participants) == {"Ararat Mirzoyan", "Jeyhun Bayramov"}
    assert offer.item.act in {before.item.act for before in met.came_from}
    assert met.item.langs == ("ar", "en", "ru")


def test_accounts_differ_on_how_many_villages(view: View) -> None:
    values = {account.value for one in differences(view, ALL) if one.field == "quantity" for account in one.accounts}
    assert values >= {"4 villages", "6 villages"}


def test_kazakhstan_offers_and_mediates_or_hosts(view: View) -> None:
    (track,) = (one for one in tracks(view, ALL) if one.third_party == "Kazakhstan")
    roles = {role for role, _ in track.roles}
    assert roles >= {"offers a venue", "disclaims mediation"}
    assert roles & {"mediator", "host"}
    assert track.held >= 1


def test_the_ministers_met_most_often(view: View) -> None:
    most = network(view, ALL).edges[0]
    assert (most.one, most.other) == ("Ararat Mirzoyan", "Jeyhun Bayramov")


def test_every_outlet_is_counted_and_every_stand_has_its_words(view: View) -> None:
    assert sum(one.reports for one in sources(view, Selection(with_background=True))) == view.counts().reports
    assert all(one.latest.item.words for one in positions(view, ALL))
