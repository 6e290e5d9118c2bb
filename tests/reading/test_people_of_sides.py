"""Words that stand for a person or for two sides: the office of somebody, the ministers of both countries."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    ("lang", "text", "reads"),
    [
        ("tr", "Netanyahu'nun ofisi Hamas'ı oyalamakla suçladı.", "accusation Benjamin Netanyahu -> Hamas"),
        ("ar", "اتهم مكتب نتنياهو حركة حماس بالمماطلة.", "accusation Benjamin Netanyahu -> Hamas"),
        (
            "tr",
            "Yunanistan ile Türkiye gazı tartışıyor. İki ülkenin dışişleri bakanları pazartesi günü görüşecek.",
            "meeting/agreed Greece, Turkey",
        ),
        (
            "ar",
            "تتفاوض اليونان وتركيا على الغاز. ومن المقرر أن يجتمع مسؤولون من البلدين غدا.",
            "meeting/agreed Greece, Turkey",
        ),
    ],
)
def test_who_acts_is_whom_the_words_stand_for(lang: str, text: str, reads: str) -> None:
    assert read(text, lang)[-1].startswith(reads)


def test_a_subject_that_nobody_knows_inherits_no_agent() -> None:
    assert read("أفاد بوتين بأن الخصم وافق على المقترح.", "ar") == []
