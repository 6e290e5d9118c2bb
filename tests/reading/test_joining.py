"""Joining: tellings of one act become one report, tellings of several do not."""

from reading.laid_out import read, reports


def test_meeting_told_twice_is_one_with_what_either_tells() -> None:
    text = "Sudan and Chad met in Oslo. The meeting between Sudan and Chad was held on 3 May 2024."
    assert read(text) == ["meeting/held Sudan, Chad at Oslo on 2024-05-03"]


def test_meetings_on_two_days_are_two() -> None:
    text = "Sudan and Chad met on 3 May 2024. Sudan and Chad met on 9 May 2024."
    assert [line[-10:] for line in read(text)] == ["2024-05-03", "2024-05-09"]


def test_meetings_at_two_places_are_two() -> None:
    assert len(read("Sudan and Chad met in Oslo. Sudan and Chad met in Cairo.")) == len(["Oslo", "Cairo"])


def test_meetings_of_other_parties_are_two() -> None:
    assert len(read("Sudan and Chad met in Oslo. Kenya and Egypt met in Oslo.")) == len(["Sudan", "Kenya"])


def test_joined_report_keeps_every_rule_it_was_read_by() -> None:
    text = "Sudan and Chad met in Oslo. The meeting between Sudan and Chad was held on 3 May 2024."
    (report,) = reports(text)
    assert len(report.read_by) == len(set(report.read_by)) > 1
