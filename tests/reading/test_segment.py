"""Lines, sentences and tokens: what ends one, what is left out, and that offsets point at the text."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.model.text import Span
from goodoffices.reading.segment import LONGEST_SENTENCE_CHARS, find_lines, find_sentences, find_tokens, fold


def sentences(text: str, lang: str = "en") -> list[str]:
    return [sentence.span.of(text) for sentence in find_sentences(text, load_lexicon(lang))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Oman agreed. Iran did not.", 2),
        ("Did Oman agree? Iran did!", 2),
        ("Mr. Haddad met Gen. Amsel on Jan. 5 in Muscat.", 1),
        ("U.S. officials and J. Amsel stayed.", 1),
        ("Talks took 2.5 hours.", 1),
        ("“We agreed.” Iran left.", 2),
        ("They said “Stop!” and left.", 1),
    ],
)
def test_sentence_ends_where_it_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\n\n"])
def test_line_break_ends_a_sentence(sign: str) -> None:
    assert sentences(f"Oman offers help{sign}Iran agrees") == ["Oman offers help", "Iran agrees"]


@pytest.mark.parametrize("line", ["1,204", "Read also: Oman offers help", "SHARE", "***", "| 12:30 |", "Read more"])
def test_furniture_is_left_out(line: str) -> None:
    assert sentences(f"Oman agreed.\n{line}\nIran left.") == ["Oman agreed.", "Iran left."]


def test_what_follows_the_article_is_left_out() -> None:
    text = "Oman agreed.\nLeave a Reply\nIran is lying!"
    assert sentences(text) == ["Oman agreed."]


def test_a_page_that_begins_with_its_end_is_still_read() -> None:
    assert sentences("Leave a Reply\nOman agreed.")[-1] == "Oman agreed."


@pytest.mark.parametrize("lang", ["en", "ru", "tr", "ar"])
def test_offsets_point_at_the_text(lang: str) -> None:
    text = "  Оман İstanbul’da 2.5 saat — «görüştü».\r\n\tوقال الوزير: «لا». Mr. Amsel agreed…"
    tokens = [token for sentence in find_sentences(text, load_lexicon(lang)) for token in sentence.tokens]
    assert [token.span.of(text) for token in tokens] == [token.text for token in tokens]
    assert "".join(token.text for token in tokens) == "".join(text.split())


def test_sentences_know_their_lines() -> None:
    text = "Oman agreed. Iran left.\n\n77\nIraq stayed."
    assert [sentence.paragraph for sentence in find_sentences(text, load_lexicon("en"))] == [0, 0, 1]


@pytest.mark.parametrize("text", ["word " * 2000, "x" * 10_000, "a. " * 4000])
def test_no_sentence_is_longer_than_the_bound_and_nothing_is_lost(text: str) -> None:
    found = sentences(text)
    assert max(map(len, found)) <= LONGEST_SENTENCE_CHARS
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["İSTANBUL", "İran ve Irak", "STRAẞE", "ΑΘΗΝΑΣ", ""])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_dotted_capital_keeps_its_dot() -> None:
    assert fold("İran") == "iran"


def test_lines_stand_without_surrounding_space() -> None:
    text = "  Oman agreed  \n\t\n Iran left"
    assert [line.of(text) for line in find_lines(text, load_lexicon("en"))] == ["Oman agreed", "Iran left"]


def test_numbers_and_joined_words_are_one_token() -> None:
    text = "The vice-premier's 1,200 men left at 12:30 on the 3rd."
    tokens = [token.text for token in find_tokens(text, Span(0, len(text)), load_lexicon("en"))]
    assert {"vice-premier's", "1,200", "12:30", "3rd"} <= set(tokens)
