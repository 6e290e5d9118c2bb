"""A brief for Word: real headings, numbered references that lead to their quotations, each in its own direction.

Loading the library takes its time, so only who wants such a file imports this.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.run import CT_R
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Block

from goodoffices.exports.brief_lines import title_of
from goodoffices.exports.brief_paragraphs import Look, Paragraph, Part, Run, paragraphs_of
from goodoffices.views.brief import Brief

_SOFT, _MARK, _INK = RGBColor(0x59, 0x63, 0x6E), RGBColor(0x0B, 0x57, 0xA4), RGBColor(0x1B, 0x1F, 0x24)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How paragraphs of one part are set; lengths in points."""

    name: str
    size: float
    above: float
    below: float
    left: float = 0
    colour: RGBColor = _INK
    # Never the last line of a page.
    stays: bool = False


_STYLES = {
    Part.TITLE: _Style(name="Title", size=20, above=0, below=4),
    Part.LEAD: _Style(name="Brief Lead", size=9.5, above=0, below=4, colour=_SOFT),
    Part.SECTION: _Style(name="Heading 1", size=13.5, above=20, below=6, stays=True),
    Part.GROUP: _Style(name="Heading 2", size=11, above=12, below=4, stays=True),
    Part.ENTRY: _Style(name="Brief Entry", size=10.5, above=5, below=2),
    Part.BELOW: _Style(name="Brief Below", size=9.5, above=0, below=2, left=26),
    Part.QUOTATION: _Style(name="Brief Quotation", size=10.5, above=8, below=0, stays=True),
    Part.SOURCE: _Style(name="Brief Source", size=9.5, above=0, below=4, colour=_SOFT),
}
_LANG = "en-GB"
# A sign without width that runs from left to right.
_FROM_LEFT = "\u200e"
# What a ZIP can say at the earliest: the same brief is the same file whenever it is written.
_WRITTEN = (1980, 1, 1, 0, 0, 0)
_NAMES = "http://purl.org/dc/terms/"


def brief_to_docx(brief: Brief) -> bytes:
    """Return the brief as a Word document; the same brief gives the same bytes."""
    document = docx.Document()
    _prepare(document, title_of(brief))
    styles = {part: _style(document, wanted) for part, wanted in _STYLES.items()}
    for paragraph in paragraphs_of(brief):
        _add(document, paragraph, styles)
    held = io.BytesIO()
    document.save(held)
    return _timeless(held.getvalue())


def _prepare(document: Document, title: str) -> None:
    """Set page, styles, language and title; take off what the library's own template says of itself."""
    told = document.core_properties
    told.title, told.author, told.language, told.comments = title, "Good Offices", _LANG, ""
    for name in ("created", "modified"):
        for element in told._element.findall(f"{{{_NAMES}}}{name}"):
            told._element.remove(element)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.4)
    page.top_margin = page.bottom_margin = Cm(2.2)
    _number_pages(page.footer.paragraphs[0])
    _set_language(document)


def _set_language(document: Document) -> None:
    """Say in which language a run is that says nothing else."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    for held in defaults.findall(qn("w:lang")):
        defaults.remove(held)
    defaults.append(_element("w:lang", {"w:val": _LANG, "w:eastAsia": _LANG, "w:bidi": "ar-SA"}))


def _style(document: Document, wanted: _Style) -> str:
    """Set a style of the document, made anew where the library's template does not have it; return its id."""
    known = {style.name for style in document.styles}
    if wanted.name not in known:
        document.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH)
    style = document.styles[wanted.name]
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.color.rgb = Pt(wanted.size), wanted.colour
    held = style.paragraph_format
    held.space_before, held.space_after = Pt(wanted.above), Pt(wanted.below)
    held.left_indent, held.keep_with_next = Pt(wanted.left), wanted.stays
    # The template rules a line below its title.
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)
    return str(style.style_id)


def _number_pages(block: Block) -> None:
    block.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = block.add_run()
    run.font.size, run.font.color.rgb = Pt(8), _SOFT
    for part in ("begin", "PAGE", "end"):
        if part == "PAGE":
            told = _element("w:instrText", {})
            told.text = part
            run._r.append(told)
        else:
            run._r.append(_element("w:fldChar", {"w:fldCharType": part}))


def _add(document: Document, paragraph: Paragraph, styles: Mapping[Part, str]) -> None:
    block = document.add_paragraph()
    # By its id: the library would look through all styles for its name each time.
    block._p.style = styles[paragraph.part]
    if paragraph.part is Part.QUOTATION:
        if paragraph.runs[0].direction == "rtl":
            block._p.get_or_add_pPr().append(_element("w:bidi", {}))
        _name(block, paragraph.number)
    for run in paragraph.runs:
        # Where words are turned within a line, signs and numbers beside them would turn with them.
        is_guarded = run.direction == "rtl" and paragraph.part is not Part.QUOTATION
        _write(block, run, guard=_FROM_LEFT if is_guarded else "")
    if paragraph.part is Part.ENTRY:
        # Where a page has a column for dates, Word has a dash.
        block.runs[0].add_text(" — ")


def _name(block: Block, number: int) -> None:
    """Begin a quotation with its number, as the place that references lead to."""
    place = {"w:id": str(number), "w:name": f"q{number}"}
    block._p.append(_element("w:bookmarkStart", place))
    told = block.add_run(f"[{number}] ")
    told.font.color.rgb = _SOFT
    block._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def _write(block: Block, run: Run, *, guard: str) -> None:
    """Write a run, within a link where it leads somewhere, and the guard on both sides of it."""
    is_marked = run.look is Look.WORDS and not run.is_quoted
    if is_marked or guard:
        block.add_run(f"{'“' if is_marked else ''}{guard}")
    written = block.add_run(run.text)
    if run.look is Look.DATE:
        written.bold = True
    elif run.look is Look.EMPHASIS:
        written.italic = True
    elif run.look is Look.SOFT:
        written.font.color.rgb = _SOFT
    if run.quotation or run.url:
        written.font.color.rgb = _MARK
        _link(block, written._r, run)
    _say_language(written._r, run)
    if is_marked or guard:
        block.add_run(f"{guard}{'”' if is_marked else ''}")


def _link(block: Block, written: CT_R, run: Run) -> None:
    if run.quotation:
        held = _element("w:hyperlink", {"w:anchor": f"q{run.quotation}", "w:history": "1"})
    else:
        link = block.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        held = _element("w:hyperlink", {"r:id": link, "w:history": "1"})
    written.addprevious(held)
    held.append(written)


def _say_language(written: CT_R, run: Run) -> None:
    """Say of a run in which language it is, and that it runs from right to left if it does."""
    properties = written.get_or_add_rPr()
    if run.direction == "rtl":
        properties.append(_element("w:rtl", {}))
        properties.append(_element("w:lang", {"w:bidi": run.lang or "ar"}))
    elif run.lang:
        properties.append(_element("w:lang", {"w:val": run.lang}))


def _element(tag: str, attributes: Mapping[str, str]) -> Any:
    """Return a new element; the library's own classes for these are not typed."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    return made


def _timeless(content: bytes) -> bytes:
    """Return the same ZIP with every member written at the same time."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(held, "w") as taken:
        for member in given.infolist():
            kept = zipfile.ZipInfo(member.filename, _WRITTEN)
            kept.compress_type = zipfile.ZIP_DEFLATED
            taken.writestr(kept, given.read(member))
    return held.getvalue()
