"""A brief as PDF: tagged for screen readers (PDF/UA-1), with links from each line to its quotations.

Letters are taken from the fonts that the package carries, and only where these do not have one from those of the
machine. Whatever no font has is named, and nothing is written: a brief with holes in its quotations is worth none.
Loading the typesetter takes its time, so only who wants a PDF imports this.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec
import typst

from goodoffices.errors import ConfigurationError
from goodoffices.exports.brief_lines import title_of
from goodoffices.exports.brief_paragraphs import Paragraph, paragraphs_of
from goodoffices.views.brief import Brief

_FAMILIES = ("Libertinus Serif", "Amiri", "Noto Serif Armenian", "Noto Serif Georgian")
"""In the order in which they are asked for a letter. The typesetter carries the first; the build brings the others.

Source:
    Of three Arabic fonts tried, words copied out of a PDF were whole with Amiri alone: the others draw dots apart.
"""

_STANDARD: Literal["ua-1"] = "ua-1"
_NO_FONT = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class _Print(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given."""

    title: str
    fonts: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def brief_to_pdf(brief: Brief) -> bytes:
    """Return the brief as PDF; the same brief gives the same bytes where the same fonts are.

    Raises:
        ConfigurationError: Neither the package nor the machine has a font for some of its letters.
    """
    given = _Print(title=title_of(brief), fonts=_FAMILIES, paragraphs=tuple(paragraphs_of(brief)))
    inputs = {"brief": msgspec.json.encode(given).decode()}
    try:
        return _set(inputs, with_system_fonts=False)
    except typst.TypstError as error:
        if not _missing(error):
            raise
    try:
        return _set(inputs, with_system_fonts=True)
    except typst.TypstError as error:
        missing = _missing(error)
        if not missing:
            raise
        raise ConfigurationError(
            f"no font of this machine has {_in_words(missing)}",
            subject="the brief as PDF",
            hint="Install a font that has, such as the one of the Noto family, or take another format",
        ) from error


def _set(inputs: dict[str, str], *, with_system_fonts: bool) -> bytes:
    template = (files("goodoffices.exports") / "templates" / "brief.typ").read_bytes()
    compiler = typst.Compiler(template, font_paths=_fonts(with_system_fonts), sys_inputs=inputs)
    printed = compiler.compile(format="pdf", pdf_standards=_STANDARD)
    assert isinstance(printed, bytes)
    return printed


@cache
def _fonts(with_system_fonts: bool) -> typst.Fonts:
    carried = Path(str(files("goodoffices.exports"))) / "fonts"
    return typst.Fonts(include_system_fonts=with_system_fonts, font_paths=[carried] if carried.is_dir() else [])


def _missing(error: typst.TypstError) -> str:
    """Return the letters that no font has, each once; empty where that is not the trouble."""
    return "".join(dict.fromkeys("".join(_NO_FONT.findall(error.diagnostic))))


def _in_words(letters: str) -> str:
    """Return letters with the writing that they belong to, by the first word of their names."""
    writings = sorted({unicodedata.name(letter, "unknown").split()[0].capitalize() for letter in letters})
    return f"the {'letter' if len(letters) == 1 else 'letters'} {letters[:12]} ({', '.join(writings[:4])})"
