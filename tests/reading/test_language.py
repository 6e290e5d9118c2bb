"""Telling the language of a text, whether or not it can be read."""

from functools import cache

import pytest

from goodoffices.lexicon.load import languages
from goodoffices.reading.language import LanguageTeller


@cache
def teller() -> LanguageTeller:
    return LanguageTeller(languages())


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The foreign ministers of both countries met in the capital on Friday to talk about the border.", "en"),
        ("Министры иностранных дел обеих стран встретились в столице в пятницу и обсудили границу.", "ru"),
        ("İki ülkenin dışişleri bakanları cuma günü başkentte bir araya gelerek sınırı görüştü.", "tr"),
        ("اجتمع وزيرا خارجية البلدين في العاصمة يوم الجمعة لبحث مسألة الحدود.", "ar"),
        (
            "Die Außenminister beider Länder trafen sich am Freitag in Oslo und sprachen über die Grenze.",
            "de",
        ),
        ("Les ministres des affaires étrangères des deux pays se sont réunis vendredi dans la capitale.", "fr"),
    ],
)
def test_language_of_a_text(text: str, lang: str) -> None:
    assert teller().tell(text) == lang


@pytest.mark.parametrize("text", ["", "   \n", "12 — 34!", "🕊️🤝"])
def test_text_without_letters_has_none(text: str) -> None:
    assert teller().tell(text) == ""
