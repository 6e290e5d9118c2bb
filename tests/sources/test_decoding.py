"""Bytes to text, whatever encoding they came in."""

import codecs

import pytest

from goodoffices.sources.decoding import decode

RUSSIAN = (
    "Министр заявил, что его страна готова принять делегации обеих сторон. «Мы предлагаем площадку для переговоров, "
    "а не посредничество», — сказал он журналистам в столице после встречи с послами.\n"
)
UKRAINIAN = "Міністр заявив, що його країна готова прийняти делегації обох сторін; посли дали згоду на зустріч.\n"
TURKISH = (
    "Bakan, ülkesinin iki tarafın heyetlerini ağırlamaya hazır olduğunu, görüşmelerin ay sonunda başlayacağını dedi. "
    "Dışişleri sözcüsü çağrıyı değerlendireceklerini açıkladı.\n"
)
ARABIC = "أعلن وزير الخارجية أن بلاده مستعدة لاستضافة وفدي الطرفين، وأن المحادثات ستبدأ الشهر المقبل في العاصمة.\n"
ENGLISH = (
    "The envoy’s plane landed at noon – two hours late. “We shall talk,” he said; the café in the hall stayed closed.\n"
    * 5
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((encoding, RUSSIAN) for encoding in ("utf-8", "cp1251", "utf-16", "utf-8-sig")),
        ("iso8859-5", RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")),
        ("koi8-r", RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")),
        ("cp866", RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")),
        ("cp1251", UKRAINIAN),
        ("koi8-u", UKRAINIAN),
        ("cp1254", TURKISH),
        ("iso8859-9", TURKISH),
        ("cp1256", ARABIC),
        ("cp1252", ENGLISH),
        ("utf-16-le", ENGLISH),
        ("utf-16-be", ENGLISH),
        ("ascii", "Plain words only."),
    ],
)
def test_text_comes_back_from_its_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_a_page_declares_is_believed_where_it_decodes() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>да</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    page = '<html><head><meta charset="no-such-thing"></head><body>' + RUSSIAN + "</body></html>"
    assert decode(page.encode("cp1251")) == page


def test_utf8_that_breaks_off_within_a_letter_stays_utf8() -> None:
    data = RUSSIAN.rstrip().rstrip(".").encode()
    assert decode(data[:-1]).startswith(RUSSIAN[:100])


def test_a_mark_alone_is_an_empty_text() -> None:
    assert decode(codecs.BOM_UTF8) == ""
