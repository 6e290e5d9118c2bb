"""Compounds that only describe: in "the Iran-backed group" it is the group that acts, and Iran is no party.

A naming whose word goes on with a dash and such a participle is left out of the sentence, with its word.
"""

from collections.abc import Sequence

from goodoffices.dossier.entry import Naming
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.text import Span
from goodoffices.reading.items import Token
from goodoffices.reading.marks import DASHES


def without_compounds(
    tokens: Sequence[Token], namings: Sequence[Naming], lexicon: Lexicon
) -> tuple[list[Token], list[Naming]]:
    """Return the words and namings of a sentence without those that only describe what stands behind them."""
    tail = lexicon.class_atom("compound_tail")
    if tail < 0:
        return list(tokens), list(namings)
    ends = [token for token in tokens if _has_tail(token, lexicon, tail)]
    cut = [
        Span(naming.span.start, token.span.end)
        for token in ends
        for naming in namings
        if naming.span.start < token.span.end and token.span.start < naming.span.end < token.span.end
    ]
    if not cut:
        return list(tokens), list(namings)
    kept = [token for token in tokens if not any(span.overlaps(token.span) for span in cut)]
    return kept, [naming for naming in namings if not any(span.overlaps(naming.span) for span in cut)]


def _has_tail(token: Token, lexicon: Lexicon, tail: int) -> bool:
    at = max(token.lower.rfind(dash) for dash in DASHES)
    return at > 0 and tail in lexicon.atoms.of(token.lower[at + 1 :])
