"""Clauses: where they are cut, and how each begins."""

import pytest

from goodoffices.reading.clauses import Opening, clause_at
from reading.laid_out import only_row, read

MAIN, SUBORDINATE, RELATIVE = Opening.MAIN, Opening.SUBORDINATE, Opening.RELATIVE
JOINED, PARTICIPLE, RESUMED = Opening.JOINED, Opening.PARTICIPLE, Opening.RESUMED


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("Serbia met Greece in Oslo.", [MAIN]),
        ("Iran, which accused Iraq, left the talks.", [MAIN, RELATIVE, RESUMED]),
        ("The minister said that Serbia would leave.", [MAIN, SUBORDINATE]),
        ("The ministry said Serbian forces opened fire.", [MAIN, SUBORDINATE]),
        ("Serbia left, accusing Kosovo of delay.", [MAIN, PARTICIPLE]),
        ("Serbia signed the text and left.", [MAIN, JOINED]),
        ("Serbia left and Kosovo stayed.", [MAIN, MAIN]),
        ("Serbia left; Kosovo stayed.", [MAIN, MAIN]),
        ("The Union (EU) left.", [MAIN]),
        ("Serbia and Kosovo left.", [MAIN]),
    ],
)
def test_english_clauses(text: str, openings: list[Opening]) -> None:
    assert [clause.opening for clause in only_row(text).clauses] == openings


@pytest.mark.parametrize(
    ("lang", "text", "openings"),
    [
        ("ru", "Греция осудила обстрел и призвала Турцию уйти.", [MAIN, JOINED]),
        ("tr", "Yunanistan toplantıya katıldı ve Norveç ayrıldı.", [MAIN, JOINED]),
    ],
)
def test_clauses_in_other_languages(lang: str, text: str, openings: list[Opening]) -> None:
    assert [clause.opening for clause in only_row(text, lang).clauses] == openings


@pytest.mark.parametrize("lang", ["en", "ru", "tr", "ar"])
@pytest.mark.parametrize("text", ["a", "a , , ,", "and and and", "«Да», — и (нет); قال: لا، ve.", "who, that, which"])
def test_clauses_hold_every_item_once(text: str, lang: str) -> None:
    row = only_row(text, lang)
    assert row.clauses[0].start == 0
    assert row.clauses[-1].end == len(row.items)
    assert [clause.end for clause in row.clauses[:-1]] == [clause.start for clause in row.clauses[1:]]
    assert all(clause.start < clause.end for clause in row.clauses)


def test_item_finds_its_clause() -> None:
    clauses = only_row("Serbia left; Kosovo stayed.").clauses
    assert [clause_at(clauses, index) for index in (0, clauses[1].start)] == [0, 1]


@pytest.mark.parametrize(
    ("lang", "text", "openings"),
    [
        ("en", "If Chad agrees, Kenya will come.", [MAIN, MAIN]),
        ("en", "While welcoming the talks, Chad accused Kenya.", [MAIN, MAIN]),
        ("en", "Chad rejected the plan, accused Kenya and left.", [MAIN, JOINED, JOINED]),
        ("en", "Chad rejected the plan, drafted by Kenya.", [MAIN]),
        ("tr", "Fransa Rusya'yı kınadı, Almanya Ukrayna'yı eleştirdi.", [MAIN, MAIN]),
        ("tr", "Macron, İstanbul'da yapılacak görüşmelere katılmayı kabul etti.", [MAIN]),
    ],
)
def test_openers_lists_and_verbs_that_end_a_clause(lang: str, text: str, openings: list[Opening]) -> None:
    assert [clause.opening for clause in only_row(text, lang).clauses] == openings


def test_words_in_quotation_marks_do_not_cut_the_clause_that_they_are_part_of() -> None:
    came = 'Serbia arrived in Oslo "without any programme" and rejected the plan.'
    assert read(came)[-1] == "refusal/made Serbia [denied] (says Serbia)"
    assert read('Serbia and Kosovo "agreed to a ceasefire" in Oslo.')[0].startswith("agreement/agreed Serbia, Kosovo")


def test_as_before_a_name_and_its_verb_opens_a_clause() -> None:
    assert [clause.opening for clause in only_row("The talks failed as Serbia rejected the plan.").clauses] == [
        Opening.MAIN, Opening.SUBORDINATE,
    ]  # fmt: skip
    assert read("The talks failed as Serbia rejected the plan.")[0].startswith("refusal/made Serbia")
    assert len(only_row("Norway came as mediator.").clauses) == 1


def test_quoted_sentence_is_a_clause_of_its_own() -> None:
    assert len(only_row('Serbia said "Norway rejected the plan" on Monday.').clauses) > 1


def test_name_and_verb_behind_a_noun_with_an_article_are_a_clause_of_their_own() -> None:
    assert read("Chad declared independence, a move Serbia rejected.")[-1].startswith("refusal/made Serbia")


def test_what_is_said_may_begin_with_an_article() -> None:
    text = "A Serbian official said the Afghan Taliban rejected the plan."
    assert any(line.startswith("refusal/made Taliban") for line in read(text))
