"""Finds the report that took the place of one that people judged, after its article was read anew or corrected.

Another lexicon can find other parties in the same words, or other bounds of them: the report then has another id. What
people said of it stays with the report of the same article that stands on the same words and has the same kind, or one
that readers confuse with it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from goodoffices.model.act import ActKind
from goodoffices.model.judgement import Anchor, parties_of
from goodoffices.model.report import Report

_CONFUSED: tuple[frozenset[ActKind], ...] = (
    frozenset({ActKind.OFFER_VENUE, ActKind.OFFER_MEDIATION, ActKind.INVITATION}),
    frozenset({ActKind.VISIT, ActKind.MEETING, ActKind.CALL}),
    frozenset({ActKind.CONSENT, ActKind.AGREEMENT, ActKind.COMMITMENT}),
    frozenset({ActKind.REFUSAL, ActKind.DEMAND, ActKind.ACCUSATION}),
    frozenset({ActKind.STATEMENT, ActKind.SUPPORT, ActKind.ACCUSATION, ActKind.DEMAND, ActKind.PREDICTION}),
    frozenset({ActKind.DEPLOYMENT, ActKind.HOSTILITY, ActKind.TERRITORY_TRANSFER, ActKind.DISPLACEMENT}),
)
"""Kinds that the same words can be read as."""

LEAST_SHARED_WORDS = 0.5
"""How much of their words the evidence in two versions of an article shares at least, to be the same evidence."""

_WORD = re.compile(r"\w+")


def compatible(one: ActKind, other: ActKind) -> bool:
    """Return whether the same words can be read as the one kind and as the other."""
    return one is other or any(one in kinds and other in kinds for kinds in _CONFUSED)


def attached(anchor: Anchor, candidates: Iterable[Report], kinds: Collection[ActKind] = ()) -> Report | None:
    """Return the report that a judgement with this anchor is about now; None where there is none.

    Of several, one of the same kind; of these that whose evidence shares most with the anchor's, then whose parties do.

    Args:
        candidates: The reports of the present reading of the present version of the anchor's article.
        kinds: The kinds that people gave to the report: one of these is as good as that which was read.
    """
    wanted = {anchor.kind, *kinds}
    best: Report | None = None
    highest = (False, 0.0, 0.0)
    for report in sorted(candidates, key=lambda report: report.id):
        if report.id == anchor.report:
            return report
        if report.id in anchor.beside or not any(compatible(kind, report.kind) for kind in wanted):
            continue
        shared = _shared_evidence(anchor, report)
        rank = (report.kind in wanted, shared, _share(anchor.parties, parties_of(report)))
        if shared > 0 and rank > highest:
            best, highest = report, rank
    return best


def _shared_evidence(anchor: Anchor, report: Report) -> float:
    """Return how much of their evidence the two share, 0 to 1: of its letters in one version, of its words in two."""
    if anchor.digest == report.article_digest:
        span = report.evidence.span
        both = min(anchor.span.end, span.end) - max(anchor.span.start, span.start)
        return max(0, both) / max(1, max(anchor.span.end, span.end) - min(anchor.span.start, span.start))
    shared = _share(_words(anchor.text), _words(report.evidence.text))
    return shared if shared >= LEAST_SHARED_WORDS else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _share(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the share of what is in both, 0 to 1; 0 where there is nothing in either."""
    ours, theirs = Counter(one), Counter(other)
    return (ours & theirs).total() / max(1, (ours | theirs).total())
