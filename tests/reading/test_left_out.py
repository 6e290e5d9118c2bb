"""Sentences that leave their subject out."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    ("lang", "text", "reads"),
    [
        (
            "tr",
            "Fidan Bağdat'a gitti. Ayrıca İsrail'i saldırılarını durdurmaya çağırdı.",
            "demand/made Hakan Fidan -> Israel",
        ),
        (
            "tr",
            "Erdoğan Atina'ya gitti. Yarın da Roma'da Meloni ile görüşecek.",
            "meeting/agreed Recep Tayyip Erdogan, Giorgia Meloni",
        ),
        ("ar", "وصل بوتين إلى بكين. ودعا إلى وقف إطلاق النار فورا.", "demand/made Vladimir Putin"),
    ],
)
def test_who_led_the_sentence_before_leads_this_one(lang: str, text: str, reads: str) -> None:
    assert read(text, lang)[-1].startswith(reads)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "Erdoğan konuştu. Ayrıca muhalefet lideri İsrail'i kınadı."),
        ("tr", "Erdoğan konuştu. Ayrıca Hasan Kaya İsrail'i saldırılarını durdurmaya çağırdı."),
        ("ar", "وصلت تركيا إلى نصف النهائي. ودعا إلى وقف إطلاق النار فورا."),
        ("ar", "وصل بوتين إلى بكين. ودعا البيان إلى وقف إطلاق النار فورا."),
    ],
)
def test_nobody_leads_where_another_subject_may_be(lang: str, text: str) -> None:
    leading = {"tr": "Erdogan", "ar": "Putin" if "بوتين" in text else "Turkey"}[lang]
    assert not any(f" {leading}" in line and line.startswith(("demand", "accusation")) for line in read(text, lang))
