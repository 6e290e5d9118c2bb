"""Subjects: what something else does is not done by who tells it; who acts behind a relative clause, or by office."""

import pytest

from reading.laid_out import read, reports, whom


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said a truce would not stop the war.", []),
        ("Norway said it would not stop the war.", ["refusal/made Norway"]),
        ("Norway said its army would not stop the war.", ["refusal/made Norway"]),
        ("Norway told Chad that talks would not stop.", []),
        ("Norway told Chad that it would not stop the talks.", ["refusal/made Norway"]),
        ("Norway's envoy Ada Brown told Chad's envoys that she would not sign.", ["refusal/made Ada Brown"]),
        ("Norway's envoy Ada Brown warned Chad's envoys she would not sign.", ["refusal/made Ada Brown"]),
    ],
)
def test_what_something_else_will_not_do_is_refused_by_nobody(text: str, told: list[str]) -> None:
    refusals = [line for line in read(text) if line.startswith("refusal")]
    assert [line[: len(start)] for line, start in zip(refusals, told, strict=True)] == told


def test_second_verb_of_a_relative_clause_is_done_by_whoever_it_tells_of() -> None:
    told = reports("Kenya thanked Chad, which invited both rivals on Monday and called on Sudan to stop the war.")
    (demand,) = [report for report in told if report.kind == "demand"]
    assert [filler.value for filler in demand.actors] == ["Chad"]


def test_holder_is_named_between_commas_behind_where_he_is_posted() -> None:
    named = whom("The Kenyan ambassador in Rome, Ada Brown, said so.")
    assert ["Ada Brown of Kenya"] in named.values()
    assert read("Foreign ministers of Iran and Oman met in Muscat, Oman, on Monday.")[0].startswith("meeting/held Iran")


def test_spokeswoman_of_a_person_speaks_for_his_state() -> None:
    (report,) = reports("Emmanuel Macron's spokeswoman Ada Brown rejected the plan.")
    assert [(filler.value, filler.stands_for) for filler in report.actors] == [("Ada Brown", "France")]


def test_verb_behind_a_quotation_has_its_subject_after_it() -> None:
    told = reports('Chad\'s president may lose. "The deal is dead," predicts Kenyan envoy Ada Brown.')
    assert {filler.value for report in told for filler in report.actors} == {"Ada Brown"}


def test_violence_that_is_spoken_of_is_a_noun() -> None:
    assert not [line for line in read("Chad spoke about the brutal military attacks.") if line.startswith("hostility")]
    assert not [line for line in read("Norway spoke of the war in Chad that killed many.") if "y Chad" in line]


def test_a_pronoun_that_leads_another_verb_takes_no_verb_from_a_name() -> None:
    said = (
        "Norway and Chad signed a truce. Ada Brown, the Kenyan president, praised what she called brave steps by both."
    )
    assert [line for line in read(said) if line.startswith("support")] == ["support Ada Brown (says Ada Brown)"]
