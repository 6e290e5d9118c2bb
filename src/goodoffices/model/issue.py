"""Issues: the items on a process's agenda."""

from dataclasses import dataclass

OTHER = "other"
"""The issue of an act that concerns none of the dossier's issues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One item on the agenda."""

    id: str
    # Its usual English name, as a brief prints it.
    title: str
