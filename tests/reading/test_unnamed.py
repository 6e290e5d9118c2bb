"""Talks and agreements whose parties the sentence does not name."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Greece and Turkey are at odds over gas. Talks resumed on Monday in Oslo."),
        ("en", "Greece and Turkey are at odds over gas. A second round of talks was held in Oslo on Monday."),
        ("ru", "Греция и Турция спорят о газе. Переговоры возобновились в понедельник в Осло."),
        (
            "tr",
            "Yunanistan ile Türkiye arasında anlaşmazlık sürüyor. Görüşmeler pazartesi günü Oslo'da yeniden başladı.",
        ),
    ],
)
def test_talks_are_those_of_the_pair(lang: str, text: str) -> None:
    assert read(text, lang)[-1].startswith("meeting/held Greece, Turkey at Oslo")


@pytest.mark.parametrize(
    "text",
    [
        "Greece and Turkey are at odds over gas. Talks between the farmers resumed on Monday in Oslo.",
        "Greece and Turkey are at odds over gas. A meeting with students was held on Monday in Oslo.",
        "Greece and Turkey are at odds over gas. The summit of bishops was held on Monday in Oslo.",
        "Greece and Turkey are at odds over gas. Talks go on and on.",
        "Talks resumed on Monday in Oslo.",
    ],
)
def test_nobody_is_filled_in_where_others_may_be_meant(text: str) -> None:
    assert not any(line.startswith("meeting") for line in read(text))
