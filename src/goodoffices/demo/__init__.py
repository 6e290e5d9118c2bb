"""The bundled example: two dozen short reports on the Armenia–Azerbaijan process, October 2022 to May 2024.

They were written for this project from public facts; no outlet published them. Their README says what they are made
to show.
"""

from importlib import resources
from pathlib import Path


def bundled_reports() -> Path:
    """Return where the example lies: JSON Lines with id, url, title, published, outlet and text, oldest version of an
    article before its correction.

    The package is installed unpacked, so the path can be read like any other file; it is not for writing.
    """
    return Path(str(resources.files(__name__).joinpath("reports.jsonl")))
