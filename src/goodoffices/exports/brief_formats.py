"""The formats of a brief: how each is called, what it is on the web, and who writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from goodoffices.views.brief import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFormat:
    """One format."""

    title: str
    media_type: str
    # Whether it can be shown on a terminal.
    is_text: bool
    module: str
    function: str

    def write(self, brief: Brief) -> bytes:
        """Return the brief in this format; text is UTF-8. The writer is loaded now: some take their time.

        Raises:
            ConfigurationError: The machine lacks what the format needs.
        """
        found = getattr(import_module(f"goodoffices.exports.{self.module}"), self.function)
        written = cast("Callable[[Brief], str | bytes]", found)(brief)
        return written.encode() if isinstance(written, str) else written


BRIEF_FORMATS = {
    "md": BriefFormat(
        title="Markdown", media_type="text/markdown; charset=utf-8", is_text=True, module="brief_markdown",
        function="brief_to_markdown",
    ),
    "html": BriefFormat(
        title="HTML", media_type="text/html; charset=utf-8", is_text=True, module="brief_html",
        function="brief_to_html",
    ),
    "json": BriefFormat(
        title="JSON", media_type="application/json", is_text=True, module="brief_json", function="brief_to_json"
    ),
    "docx": BriefFormat(
        title="Word", media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        is_text=False, module="brief_docx", function="brief_to_docx",
    ),
    "pdf": BriefFormat(
        title="PDF", media_type="application/pdf", is_text=False, module="brief_pdf", function="brief_to_pdf"
    ),
}  # fmt: skip
"""By the endings of their files."""
