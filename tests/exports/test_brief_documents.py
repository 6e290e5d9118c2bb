"""A brief as Word and PDF: headings, links, languages and directions; the same bytes twice; no markup."""

import io
import unicodedata
import zipfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import docx
import pypdf
import pypdfium2
import pytest
import typst
from docx.oxml.ns import qn
from records import keep, small_record
from samples import a_report, an_article

from goodoffices.errors import ConfigurationError
from goodoffices.exports import brief_pdf
from goodoffices.exports.brief_docx import brief_to_docx
from goodoffices.exports.brief_formats import BRIEF_FORMATS
from goodoffices.exports.brief_paragraphs import Look, Part, Run, direction_of, paragraphs_of, shown
from goodoffices.exports.brief_pdf import brief_to_pdf
from goodoffices.model.act import ActKind
from goodoffices.record.store import open_view
from goodoffices.views.brief import Brief, build_brief

SPOKEN = {
    "ar": "وصل الوفدان إلى كيتو مساء الأحد 5 مايو لبدء جولة جديدة.",
    "hy": "Պատվիրակությունները Կիտո են ժամանել նոր փուլի համար։",
    "ka": "დელეგაციები კიტოში ახალი რაუნდისთვის ჩავიდნენ.",
    "ru": "Делегации прибыли в Кито на новый раунд переговоров.",
    "tr": "Heyetler yeni tur görüşmeler için Kito'ya ulaştı: «İyi bir gün».",
    "fa": "هیئت‌ها برای دور تازهٔ گفت‌وگوها به کیتو رسیدند.",
    "kk": "Делегациялар жаңа келіссөз үшін Китоға келді, бәрі өңірден.",
    "az": "Nümayəndə heyətləri yeni görüş üçün Kitoya gəldi.",
    "he": "המשלחות הגיעו לקיטו לסבב נוסף של שיחות.",
}
FONTS_OF_THE_BUILD = ("Amiri", "NotoSerifArmenian", "NotoSerifGeorgian")
HOSTILE = '#panic("x") \\ <script> $a^2$ *bold* _it_ @ref [[ ]] // x /* y `z` \x00\x0b\ud800 {{ brief }} &amp; “so”'


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    with small_record(tmp_path) as view:
        return build_brief(view, None, None)


@pytest.fixture
def spoken(tmp_path: Path) -> Brief:
    """Return a brief with a demand in each language."""
    acts = []
    for lang, text in SPOKEN.items():
        article = an_article(f"in-{lang}", text, title=text[:20], outlet=text[:9], url="https://press.example/a?b=1&c")
        article = replace(article, lang=lang)
        acts.append([(article, replace(a_report(article, ActKind.DEMAND, actors=["Peru"], at=0), lang=lang))])
    keep(tmp_path / "spoken.db", acts)
    with open_view(tmp_path / "spoken.db") as view:
        built = build_brief(view, None, None)
    texts = {one.lang: one for one in built.quotations}
    assert set(texts) == set(SPOKEN)
    return replace(built, quotations=tuple(replace(one, text=SPOKEN[one.lang]) for one in built.quotations))


@pytest.fixture
def hostile(brief: Brief) -> Brief:
    changed = replace(brief.quotations[0], text=HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    return replace(brief, quotations=(changed, *brief.quotations[1:]))


def text_of_pdf(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def paragraphs_in(content: bytes) -> list[tuple[str, str]]:
    """Return the paragraphs of a Word document with their styles; also what stands in links."""
    told = []
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        text = "".join(node.text or "" for node in paragraph._p.iter(qn("w:t")))
        told.append((str(paragraph.style.name if paragraph.style else ""), text))
    return told


def test_paragraphs_are_the_brief_in_order(brief: Brief) -> None:
    held = list(paragraphs_of(brief))
    assert [one.part for one in held][:4] == [Part.TITLE, Part.LEAD, Part.SECTION, Part.ENTRY]
    texts = ["".join(run.text for run in one.runs) for one in held]
    meeting = "A. Minister and B. Minister met in Quito, host Ecuador, mediator Ecuador"
    assert f"10 May 2024{meeting} (2 sources) [1][2]" in texts
    assert "Accounts differ on who mediated: Ecuador [2]; nobody named [1]" in texts
    assert [one.number for one in held if one.part is Part.QUOTATION] == [one.number for one in brief.quotations]
    referred = {run.quotation for one in held for run in one.runs if run.quotation}
    assert referred == {one.number for one in brief.quotations}


def test_words_know_their_language_and_direction(spoken: Brief) -> None:
    words = [one.runs[0] for one in paragraphs_of(spoken) if one.part is Part.QUOTATION]
    assert {run.lang: run.direction for run in words} == {
        lang: "rtl" if lang in ("ar", "fa", "he") else "ltr" for lang in SPOKEN
    }
    assert all(run.look is Look.WORDS and not run.is_quoted for run in words)


@pytest.mark.parametrize(
    ("text", "direction"), [("", "ltr"), ("12 — «", "ltr"), ("12 — «مايو", "rtl"), ("May مايو", "ltr"), ("א", "rtl")]
)
def test_direction_is_that_of_the_first_letter_that_has_one(text: str, direction: str) -> None:
    assert direction_of(text) == direction


def test_what_only_steers_a_machine_is_left_out() -> None:
    assert shown("a\x00b\x1b[31m\ud800\uffff\ue000 c\r\n\td") == "ab[31m c d"
    assert shown("گفت‌وگو") == "گفت‌وگو"


def test_every_format_is_written_and_is_the_same_twice(spoken: Brief) -> None:
    for ending, format in BRIEF_FORMATS.items():
        assert format.write(spoken) == format.write(spoken), ending


def test_word_has_real_headings_a_title_and_its_language(brief: Brief) -> None:
    content = brief_to_docx(brief)
    told = docx.Document(io.BytesIO(content))
    assert (told.core_properties.title, told.core_properties.language) == ("Brief: 2 – 12 May 2024", "en-GB")
    held = paragraphs_in(content)
    assert held[0] == ("Title", "Brief: 2 – 12 May 2024")
    assert [text for style, text in held if style == "Heading 1"] == [
        *(section.title for section in brief.sections), "Quotations"
    ]  # fmt: skip
    assert [text for style, text in held if style == "Heading 2"] == ["Prisoners and hostages"]


def test_references_in_word_lead_to_quotations(brief: Brief) -> None:
    body = docx.Document(io.BytesIO(brief_to_docx(brief))).element.body
    names = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    led = [node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))]
    assert names == [f"q{one.number}" for one in brief.quotations]
    assert set(led) == set(names) != set()


def test_word_says_languages_and_directions(spoken: Brief) -> None:
    body = docx.Document(io.BytesIO(brief_to_docx(spoken))).element.body
    for lang, text in SPOKEN.items():
        runs = [node for node in body.iter(qn("w:r")) if "".join(t.text or "" for t in node.iter(qn("w:t"))) == text]
        run = runs[-1]
        said = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        is_turned = lang in ("ar", "fa", "he")
        assert said is not None and said.get(qn("w:bidi" if is_turned else "w:val")) == lang
        assert (run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) is is_turned
        assert (run.getparent().find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is is_turned


def test_numbers_beside_turned_words_stay_where_they_are_in_word(spoken: Brief) -> None:
    (source,) = [
        text for style, text in paragraphs_in(brief_to_docx(spoken)) if style == "Brief Source" and "Arabic" in text
    ]
    assert source == "\u200eوصل الوفد\u200e, 11 May 2024, Arabic, \u200eوصل الوفدان إلى كيتو\u200e · source"


def test_word_holds_no_time_of_writing(brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(brief_to_docx(brief))) as held:
        assert {member.date_time for member in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in held.read("docProps/core.xml")
        assert held.testzip() is None


def test_markup_stays_text_in_word(hostile: Brief) -> None:
    content = brief_to_docx(hostile)
    assert any(shown(HOSTILE) in text for _, text in paragraphs_in(content))
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        assert b"javascript" not in held.read("word/_rels/document.xml.rels")


def test_pdf_has_a_title_a_language_and_tags(brief: Brief) -> None:
    read = pypdf.PdfReader(io.BytesIO(brief_to_pdf(brief)))
    assert read.metadata is not None and read.metadata.title == "Brief: 2 – 12 May 2024"
    assert read.metadata.creation_date is None
    root = read.root_object
    assert str(root["/Lang"]).startswith("en")
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root  # type: ignore[index]
    assert [str(item.title) for item in read.outline[0:1] if not isinstance(item, list)] == ["Brief: 2 – 12 May 2024"]


def test_references_in_pdf_lead_to_quotations(brief: Brief) -> None:
    read = pypdf.PdfReader(io.BytesIO(brief_to_pdf(brief)))
    links = [
        note.get_object()
        for page in read.pages
        for note in page.get("/Annots", ())
        if note.get_object()["/Subtype"] == "/Link"
    ]
    entries = [entry for section in brief.sections for group in section.groups for entry in group.entries]
    assert len(links) >= sum(len(entry.quotations) for entry in entries) > 0
    assert all("/Dest" in link or "/A" in link for link in links)
    assert all("/URI" not in link.get("/A", {}) for link in links)


def test_pdf_shows_every_writing_and_gives_it_back_when_copied(spoken: Brief) -> None:
    if not (files("goodoffices.exports") / "fonts" / "amiri.ttf").is_file():
        pytest.skip("the fonts that the build fetches are not there")
    content = brief_to_pdf(spoken)
    text = text_of_pdf(content)
    for lang in ("ru", "tr", "hy", "ka", "kk", "az", "ar"):
        assert unicodedata.normalize("NFKC", SPOKEN[lang]) in text, lang
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pypdf.PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    for name in FONTS_OF_THE_BUILD:
        assert any(name in font for font in fonts), name


def test_arabic_runs_from_right_to_left(spoken: Brief) -> None:
    only = replace(spoken, sections=(), quotations=tuple(one for one in spoken.quotations if one.lang == "ar"))
    page = pypdfium2.PdfDocument(brief_to_pdf(only))[0].get_textpage()
    text = page.get_text_bounded()
    first, later = (page.get_charbox(text.index(word))[0] for word in ("وصل", "جولة"))
    assert first > later > 250, "it begins at the right margin"


def test_markup_stays_text_in_pdf(hostile: Brief) -> None:
    text = text_of_pdf(brief_to_pdf(hostile))
    assert '#panic("x")' in text and "*bold*" in text and "<script>" in text
    assert b"javascript" not in brief_to_pdf(hostile)


def test_addresses_of_sources_are_links(spoken: Brief) -> None:
    assert b"https://press.example/a?b=1&c" in brief_to_pdf(spoken)
    with zipfile.ZipFile(io.BytesIO(brief_to_docx(spoken))) as held:
        assert b"https://press.example/a?b=1&amp;c" in held.read("word/_rels/document.xml.rels")


def test_letters_that_no_font_has_are_named(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = replace(brief, quotations=(replace(brief.quotations[0], text="新聞 and more"), *brief.quotations[1:]))
    monkeypatch.setattr(brief_pdf, "_fonts", lambda _: typst.Fonts(include_system_fonts=False))
    with pytest.raises(ConfigurationError, match=r"no font of this machine has the letters 新聞 \(Cjk\)") as told:
        brief_to_pdf(strange)
    assert "Install a font" in str(told.value)


def test_an_empty_brief_is_a_document_that_says_so(brief: Brief) -> None:
    empty = replace(brief, sections=(), quotations=())
    assert "Nothing is reported of this period." in text_of_pdf(brief_to_pdf(empty))
    assert ("Brief Lead", "Nothing is reported of this period.") in paragraphs_in(brief_to_docx(empty))


def test_runs_are_set_apart_by_blanks_only_where_words_need_them(brief: Brief) -> None:
    texts = ["".join(run.text for run in one.runs) for one in paragraphs_of(brief)]
    assert not [text for text in texts if "  " in text or " ;" in text or "] [" in text]
    assert Run(text="x").direction == "ltr"
