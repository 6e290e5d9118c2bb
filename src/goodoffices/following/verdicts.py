"""What people say of the links between acts: confirmed or cut, by a judgement on a report of each."""

from collections.abc import Iterable, Mapping

from goodoffices.model.identifiers import ActId
from goodoffices.model.judgement import MAY_LINK, Judgement, Standing, is_report_id
from goodoffices.record.judgements import Settled


def link_verdicts(settled: Iterable[Settled], act_of: Mapping[str, ActId]) -> dict[frozenset[ActId], Judgement]:
    """Return the last confirming or rejecting word on each pair of acts.

    Args:
        settled: Judgements of people, in the order of time; those that do not stand, or say nothing on a link, are
            passed over.
        act_of: The act that a report of that id belongs to.
    """
    found: dict[frozenset[ActId], Judgement] = {}
    for one in settled:
        if one.standing is not Standing.STANDS or one.judgement.verdict not in MAY_LINK or not is_report_id(one.object):
            continue
        first, other = act_of.get(one.subject), act_of.get(one.object)
        if first is not None and other is not None and first != other:
            found[frozenset({first, other})] = one.judgement
    return found
