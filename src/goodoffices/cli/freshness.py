"""Says so where a record's acts are behind its reports, because a run was cut off."""

import sys

from goodoffices.record.view import View


def warn_if_stale(view: View) -> None:
    """Say on standard error that the acts are not made of all reports yet, and how that is mended."""
    if view.is_behind():
        print(
            f"warning: {view.path}: a run was cut off before the acts were made; "
            "`goodoffices read` on any article makes them",
            file=sys.stderr,
        )
