"""A brief as JSON: the view's own fields by their own names."""

import msgspec

from goodoffices.views.brief import Brief


def brief_to_json(brief: Brief) -> str:
    """Return the brief as one JSON object, indented."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"
