"""Markdown to text: the marks are taken away, the words and the lines stay."""

import re

from goodoffices.sources.decoding import decode
from goodoffices.sources.extract import Extract

_FRONT = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{1,40}):[ \t]*(\S.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_BARE_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_EMPHASIS = re.compile(r"(\*\*|__|\*|~~)(?=\S)([^*_~\n]+)(?<=\S)\1")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$")

_FIELDS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "pubdate"),
    "url": ("url", "link", "source_url"),
    "outlet": ("outlet", "source", "publisher", "site"),
}
"""What a head of fields calls what an article has."""


def extract_markdown(data: bytes, name: str) -> Extract:
    """Return the text of a Markdown file, with the title and the fields that its head gives."""
    del name
    text = decode(data).replace("\r\n", "\n")
    fields: dict[str, str] = {}
    if front := _FRONT.match(text):
        fields = {key.casefold(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    lines = [_plain(line) for line in text.split("\n")]
    heading = next((found[1] for line in text.split("\n") if (found := _HEADING.match(line))), "")
    held = {ours: next((fields[key] for key in keys if key in fields), "") for ours, keys in _FIELDS.items()}
    return Extract(
        text="\n".join(lines).strip(), title=held["title"] or _plain(heading), url=held["url"],
        outlet=held["outlet"], published=held["published"], dated_by="head",
    )  # fmt: skip


def _plain(line: str) -> str:
    """Return a line without marks."""
    if _RULE.match(line):
        return ""
    heading = _HEADING.match(line)
    line = _QUOTED.sub("", heading[1] if heading else line)
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    return _EMPHASIS.sub(r"\2", _BARE_ADDRESS.sub(r"\1", line))
