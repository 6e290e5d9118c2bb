"""Mentions of one name across documents and languages: the measure on a made-up corpus, and a floor on the real one."""

from pathlib import Path

import pytest
from shared_data import shared

from benchmarks.slavic_names import ALL, PERSONS, Linker, Mention, measure_linking, mentions_of, split_mentions
from goodoffices.lexicon.load_scripts import load_scripts

KNOWN = [
    Mention("Остап Кравець", "uk", "PER", "PER-Ostap-Kravets"),
    Mention("Остап Кравец", "ru", "PER", "PER-Ostap-Kravets"),
    Mention("Орест Кравец", "ru", "PER", "PER-Orest-Kravets"),
    Mention("Киевом", "ru", "LOC", "GPE-Kyiv"),
]


@pytest.mark.parametrize(
    ("text", "lang", "identifier"),
    [
        ("Остапа Кравця", "uk", "PER-Ostap-Kravets"),
        ("Ореста Кравца", "ru", "PER-Orest-Kravets"),
        ("Києва", "uk", "GPE-Kyiv"),
        ("Лимонадов", "ru", ""),
    ],
)
def test_a_mention_gets_the_identifier_of_the_spelling_most_alike(text: str, lang: str, identifier: str) -> None:
    assert Linker(KNOWN, load_scripts()).link(text, lang) == identifier


def test_documents_are_held_back_whole_and_rows_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "topic" / "ru"
    folder.mkdir(parents=True)
    for number in range(60):
        row = f'0\t4\t"Киев{number}\tКиев\tLOC\tGPE-Kyiv\nno row\n'
        (folder / f"{number}.tsv").write_text(row, "utf-8")
    known, held_back = split_mentions(tmp_path)
    assert len(known) + len(held_back) == 60
    assert 0 < len(held_back) < 15
    assert next(mentions_of(folder / "7.tsv", "ru")) == Mention('"Киев7', "ru", "LOC", "GPE-Kyiv")
    linked = measure_linking(tmp_path)
    assert linked[ALL].mentions == linked["LOC"].mentions == len(held_back)


def test_persons_of_one_topic_are_found_again() -> None:
    linked = measure_linking(shared("benchmarks", "slavicner"), "asia_bibi")
    if not linked:
        pytest.skip("benchmarks/slavicner/asia_bibi holds no annotation")
    assert linked[PERSONS].share > 0.88
    assert linked[ALL].share > 0.86
