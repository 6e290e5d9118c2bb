"""From frames to reports: place, speaker, issue, evidence, and what is not told without its parties."""

import pytest

from goodoffices.reading.drafting import LONGEST_EVIDENCE_CHARS
from reading.laid_out import read, reports


def test_offer_to_host_is_an_offer_of_ones_own_country() -> None:
    (report,) = reports("Oman offered to host talks between Iran and Yemen.")
    assert report.place is not None
    assert report.place.value == "Oman"


def test_who_says_so_is_the_speaker() -> None:
    (report,) = reports("Norway said Sudan would accept the ceasefire.")
    assert report.speaker is not None
    assert (report.speaker.value, [filler.value for filler in report.actors]) == ("Norway", ["Sudan"])


def test_issue_comes_from_the_words_of_the_act() -> None:
    (report,) = reports("Greece and Turkey agreed to exchange prisoners.")
    assert report.issue is not None
    assert report.issue.value == "prisoners"


@pytest.mark.parametrize("text", ["Oman met in Muscat.", "There was an invitation."])
def test_act_without_its_parties_is_not_told(text: str) -> None:
    assert read(text) == []


def test_evidence_is_the_sentence_and_is_bounded() -> None:
    text = "Rain fell. Iran met Iraq in Oman. Snow fell."
    (report,) = reports(text)
    assert report.evidence.text == "Iran met Iraq in Oman."
    long = "Iran met Iraq in Oman" + ", where it was very warm" * 40 + "."
    assert all(len(report.evidence.text) <= LONGEST_EVIDENCE_CHARS for report in reports(long))


def test_report_names_the_entries_it_was_read_by() -> None:
    (report,) = reports("Sudan's president will visit Chad on Monday.")
    assert report.read_by[0].startswith("en-visit")
    assert any(rule.startswith("mood:planned") for rule in report.read_by)


def test_government_charges_a_person_of_its_own_state() -> None:
    told = read("Kenya's government accused Kenyan vice-president William Omondi of plotting a coup.")
    assert told[0].startswith("accusation Kenya -> William Omondi")


def test_role_that_an_expression_leaves_open_may_be_empty() -> None:
    assert read("More than 20,000 people have been displaced since Monday.")[0].startswith("displacement")
    assert read("The fighting has displaced nobody we know.") == []


def test_whoever_speaks_for_nobody_refuses_nothing_in_another_name() -> None:
    assert not [line for line in read('"We will never sign," said Ada Brown, a teacher.') if line.startswith("refusal")]
    assert read('"We will never sign," said the Kenyan foreign minister, Ada Brown.')[0].startswith("refusal/made")
