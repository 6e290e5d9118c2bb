"""The gazetteer: namings found in texts."""

from goodoffices.dossier.entry import NameForm
from goodoffices.dossier.gazetteer import load_gazetteer


def test_finds_states_peoples_and_capitals_longest_first() -> None:
    text = "Yerevan's envoy told Azerbaijanis that South Sudan would host."
    namings = load_gazetteer("en").find(text)
    assert [naming.text for naming in namings] == ["Yerevan", "Azerbaijanis", "South Sudan"]
    assert [naming.entries[0].form for naming in namings] == [NameForm.CAPITAL, NameForm.DEMONYM, NameForm.NAME]
    assert namings[0].entries[0].stands_for == "Armenia"
    assert "possessive" in namings[0].clitics
    assert all(naming.span.of(text) == naming.text for naming in namings)
