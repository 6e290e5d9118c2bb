"""Moods: how a sentence puts an act: as past, planned, possible, conditional, denied, called off.

From the cues of mood.yml near the act's word, and from the form of its verb.
"""

from collections.abc import Iterator, Sequence

from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import CueEntry, Lexicon
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.marks import FINITE

INFINITIVE = "infinitive"
PASSIVE = "passive"
_CONDITIONAL = "conditional"
_TOLD_BY_FORM = frozenset({"negated", "conditional", "possible"})
"""Moods that the ending of a verb can tell by itself."""


def find_moods(
    frame: Frame, items: Sequence[Item], clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the moods in which a frame stands, and the ids of the cues that say so."""
    moods: set[str] = set()
    said_by: list[str] = []
    if frame.entry.expression.mood:
        moods.add(frame.entry.expression.mood)
    for index in range(len(items)):
        for entry, match in _cues_at(items, index, lexicon):
            is_form = not entry.cue.form or entry.cue.form in items[frame.match.head].analysis.tags
            if entry.cue.mood in moods or not is_form or not _reaches(entry, match, frame, clauses, lexicon):
                continue
            if entry.cue.mood == _CONDITIONAL and _is_told_as_done(match, frame, clauses[frame.clause], items, lexicon):
                continue
            if not (entry.cue.reach != "sentence" and _is_of_first_verb(match, frame, clauses, items, lexicon)):
                moods.add(entry.cue.mood)
                said_by.append(entry.id)
    moods |= _form_moods(frame, items, lexicon)
    return frozenset(moods), tuple(said_by)


def _is_told_as_done(match: Match, frame: Frame, clause: Clause, items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Return whether a condition in another clause leaves an act as it is: "rejected it, and will fight unless"."""
    if clause.start <= match.first < clause.end or "past" not in items[frame.match.head].analysis.tags:
        return False
    helpers = {lexicon.class_atom(name) for name in ("be", "have", "modal", "auxiliary")}
    before = items[clause.start : frame.match.head]
    is_plain = not any(item.atoms & helpers for item in before)
    return is_plain and match.first > frame.match.head and lexicon.language.agent == "before"


def _cues_at(items: Sequence[Item], index: int, lexicon: Lexicon) -> Iterator[tuple[CueEntry, Match]]:
    for atom in sorted(items[index].atoms):
        for entry in lexicon.cues.get(atom, ()):
            match = find_match(entry.pattern, items, index)
            if match is not None:
                yield entry, match


def _reaches(entry: CueEntry, match: Match, frame: Frame, clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    if frame.words & set(match.items):
        return False
    reach, within = entry.cue.reach, entry.cue.within
    if reach == "sentence":
        return True
    start, end = _scope(clauses[frame.clause], frame.clause, clauses)
    if not (start <= match.first and match.last < end):
        return False
    left, right = frame.match.first - match.last, match.first - frame.match.last
    if left < 0 and right < 0:
        # Between the expression's own words: what counts is where the head stands.
        left, right = frame.match.head - match.last, match.first - frame.match.head
        if entry.cue.mood == "negated" and lexicon.language.agent == "both":
            # «соглашение так и не было достигнуто»: no word of it happens.
            left = min(at - match.last for at in frame.words if at > match.last)
    if reach == "left":
        return 0 < left <= within
    if reach == "right":
        return 0 < right <= within
    return max(left, right) <= within


def _scope(clause: Clause, number: int, clauses: Sequence[Clause]) -> tuple[int, int]:
    """A clause put into another does not cut the cues of the outer one off from its rest."""
    start = clause.start
    while number > 0 and clauses[number].opening is Opening.JOINED:
        number -= 1
        start = clauses[number].start
    return start, clause.end


def _is_of_first_verb(
    match: Match, frame: Frame, clauses: Sequence[Clause], items: Sequence[Item], lexicon: Lexicon
) -> bool:
    """Return whether a cue belongs to the verb before "and" alone: "rejected the plan and accused" denies no charge.

    A second verb that is no finite one shares what governs the first ("will meet and sign"), and so does a participle
    whose auxiliary stands before the first: "could have met and signed".
    """
    clause, tags = clauses[frame.clause], items[frame.match.head].analysis.tags
    if match.first >= clause.start or clause.opening is not Opening.JOINED or not tags & FINITE:
        return False
    shared = {lexicon.class_atom("be"), lexicon.class_atom("have")}
    helpers = [at for at in range(clause.start) if items[at].atoms & shared] if "part" in tags else []
    return not helpers or match.first > helpers[-1] + 1


def _form_moods(frame: Frame, items: Sequence[Item], lexicon: Lexicon) -> set[str]:
    head = items[frame.match.head]
    if frame.entry.expression.head != "verb":
        return set()
    tags = head.analysis.tags
    moods = set()
    if "past" in tags:
        moods.add("past")
    if "future" in tags:
        moods.add("planned")
    moods |= tags & _TOLD_BY_FORM
    if "passive" in tags or ("part" in tags and _is_passive(frame.match.head, items, lexicon)):
        moods.add(PASSIVE)
    if "infinitive" in tags or _after_infinitive_sign(frame.match.head, items, lexicon):
        moods.add(INFINITIVE)
    return moods


def _is_passive(head: int, items: Sequence[Item], lexicon: Lexicon) -> bool:
    be = lexicon.class_atom("be")
    before = items[max(head - 3, 0) : head]
    if any(be in item.atoms for item in before):
        return True
    return head + 1 < len(items) and lexicon.roles.before.get(items[head + 1].lower) == "by"


def _after_infinitive_sign(head: int, items: Sequence[Item], lexicon: Lexicon) -> bool:
    sign = lexicon.class_atom("infinitive_sign")
    before = items[max(head - 2, 0) : head]
    # "to fully implement": one word may stand between, but no name: «أن صربيا رفضت» is a clause of its own.
    return any(sign in item.atoms and (item is before[-1] or before[-1].is_word) for item in before)
