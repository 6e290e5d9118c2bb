"""Which issue of the agenda an act concerns: by the cue words of the dossier and of world knowledge near it."""

from collections.abc import Sequence

from goodoffices.dossier.entry import Cue
from goodoffices.model.issue import OTHER
from goodoffices.model.report import Filler
from goodoffices.model.text import Span


def classify(evidence: Span, head: Span, cues: Sequence[Cue]) -> Filler:
    """Return the issue whose cue stands nearest to the act's word within its evidence; "other" where none does."""
    inside = [cue for cue in cues if evidence.contains(cue.span)]
    if not inside:
        return Filler(value=OTHER, spans=(evidence,))
    nearest = min(inside, key=lambda cue: (_distance(cue.span, head), cue.span))
    return Filler(value=nearest.issue, spans=(nearest.span,))


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
