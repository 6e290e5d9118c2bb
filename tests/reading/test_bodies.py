"""Bodies that nobody has listed: by an acronym that is explained or used again, or by a word for a body."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.model.mention import MentionKind
from goodoffices.reading.bodies import find_acronyms
from reading.laid_out import mentions, whom


def acronyms(text: str) -> dict[str, str]:
    return find_acronyms(text, load_lexicon("en"))


def test_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    assert acronyms("The Rapid Relief Forces (RRF) left.") == {"RRF": "Rapid Relief Forces"}


def test_acronym_that_is_used_again_is_a_body() -> None:
    assert acronyms("The KLMF refused. Later the KLMF left.") == {"KLMF": "KLMF"}


@pytest.mark.parametrize("text", ["Out of KLMF.", "JOINT TEXT OF THE TALKS\nJOINT TEXT", "We met. We left.", ""])
def test_what_is_no_body(text: str) -> None:
    assert acronyms(text) == {}


def test_acronym_with_an_article_is_a_body() -> None:
    assert acronyms("They asked the KLMF.") == {"KLMF": "KLMF"}


@pytest.mark.parametrize(
    ("text", "name"), [("They met the Fezzi militia.", "Fezzi militia"), ("The Gola rebels left.", "Gola rebels")]
)
def test_name_before_a_small_word_for_armed_people_is_a_body(text: str, name: str) -> None:
    assert [party.name for mention in mentions(text) for party in mention.parties] == [name]


def test_first_word_of_a_sentence_is_no_name_of_a_militia() -> None:
    assert mentions("Local militia left.") == []


def test_explained_body_is_one_naming() -> None:
    found = mentions("The Rapid Relief Forces (RRF) left. The RRF returned.")
    assert [mention.parties[0].name for mention in found] == ["Rapid Relief Forces", "Rapid Relief Forces"]
    assert {mention.kind for mention in found} == {MentionKind.BODY}


def test_known_acronym_is_not_made_anew() -> None:
    assert whom("The UN left. The UN returned.")["UN"] == ["United Nations"]
