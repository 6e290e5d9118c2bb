"""Clauses: stretches of a sentence within which agents, objects and moods are looked for.

Cut at punctuation and conjunctions by the tables of roles.yml; no parser. A clause knows how it begins, and so where
its agent stands when it names none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.reading.appositions import person_apposed
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES, COMMAS, FINITE, QUOTES
from goodoffices.reading.told import begins_what_is_said, is_addressee, is_told_to


class Opening(StrEnum):
    """How a clause begins."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    JOINED = "joined"
    """After "and" or "but", with a verb and no agent of its own."""
    PARTICIPLE = "participle"
    RESUMED = "resumed"
    """The rest of a clause after one that was put into it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Items `start` up to, and not including, `end`."""

    start: int
    end: int
    opening: Opening


_CUTS = frozenset({";", ":", "-", "—", "–", "؛", "(", ")", '"', "“", "”", "«", "»"})
_ENDING = FINITE | {"converb"}


def find_clauses(items: Sequence[Item], lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a sentence, in order; together they hold every item."""
    cuts: list[tuple[int, Opening]] = [(0, Opening.MAIN)]
    for index in range(1, len(items)):
        opening = _opening_at(items, index, cuts[-1], lexicon)
        if opening is not None and index > cuts[-1][0]:
            cuts.append((index, opening))
    ends = [start for start, _ in cuts[1:]] + [len(items)]
    return [Clause(start, end, opening) for (start, opening), end in zip(cuts, ends, strict=True)]


def clause_at(clauses: Sequence[Clause], index: int) -> int:
    """Return the number of the clause that holds item `index`."""
    return next(number for number, clause in enumerate(clauses) if clause.start <= index < clause.end)


def _opening_at(items: Sequence[Item], index: int, last: tuple[int, Opening], lexicon: Lexicon) -> Opening | None:
    """Return how a clause begins at `index`; None where none does.

    Args:
        last: Where the clause before begins, and how.
    """
    lower, before = items[index].lower, items[index - 1]
    if lexicon.language.verb_ends_clause and (after_verb := _opening_after_verb(items, index, lexicon)) is not None:
        return after_verb
    if before.lower in _CUTS and not _is_around_name(items, index - 1) and not _is_worded(items, index - 1, lexicon):
        return None if _joins_names(items, index, lexicon) else Opening.MAIN
    if (lower in lexicon.roles.relatives and last == (index - 1, Opening.RELATIVE)) or is_addressee(
        items, index, lexicon
    ):
        return None
    after_comma = before.lower in COMMAS
    return (
        (_opening_by_order(items, index, last, lexicon) if after_comma else None)
        or _opening_by_word(items, index, lexicon)
        or (_opening_after_comma(items, index, last, lexicon) if after_comma else None)
        or _opening_by_verb(items, index, last, lexicon)
        or _opening_by_join(items, index, lexicon)
        or (Opening.SUBORDINATE if begins_what_is_said(items, index, lexicon) else None)
    )


def _opening_by_order(items: Sequence[Item], index: int, last: tuple[int, Opening], lexicon: Lexicon) -> Opening | None:
    """Return what the words behind a comma open by their order: "in which", or what a free word order allows."""
    roles = lexicon.roles
    if items[index].lower in roles.before and index + 1 < len(items) and items[index + 1].lower in roles.relatives:
        return Opening.RELATIVE
    return _opening_in_free_order(items, index, last, lexicon) if lexicon.language.agent == "both" else None


def _opening_by_word(items: Sequence[Item], index: int, lexicon: Lexicon) -> Opening | None:
    """Return what a conjunction or a relative pronoun opens."""
    lower, roles = items[index].lower, lexicon.roles
    if lower in roles.contrasts:
        return Opening.MAIN
    is_relative = lower not in roles.subordinators or items[index - 1].mention is not None
    if lower in roles.relatives and is_relative and not is_told_to(items, index, lexicon):
        return Opening.RELATIVE
    if lower in roles.subordinators and not _opens_infinitive(items, index, lexicon):
        return Opening.SUBORDINATE
    if lower in roles.half_subordinators and leads_verb(items, index + 1, lexicon):
        return Opening.SUBORDINATE
    return None


def leads_verb(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a name stands at `index`, or behind its article, with its verb right behind it."""
    while index < len(items) and items[index].lower in lexicon.roles.determiners:
        index += 1
    if index + 1 >= len(items) or items[index].mention is None:
        return False
    verb = items[index + 1]
    return verb.is_word and (_is_finite(verb) or lexicon.class_atom("auxiliary") in verb.atoms)


def _opening_after_comma(
    items: Sequence[Item], index: int, last: tuple[int, Opening], lexicon: Lexicon
) -> Opening | None:
    """Return what a comma opens by itself: the rest of what was broken off, a participle, or one more verb."""
    item = items[index]
    if last[1] in (Opening.RELATIVE, Opening.PARTICIPLE) and item.lower not in lexicon.roles.joins:
        return Opening.RESUMED
    if "ing" in item.analysis.tags:
        return Opening.PARTICIPLE
    if _ends_opener(items, index, last[0], lexicon):
        return Opening.MAIN
    return Opening.JOINED if _is_listed_verb(items, index, last[0], lexicon) else None


def _ends_opener(items: Sequence[Item], index: int, start: int, lexicon: Lexicon) -> bool:
    """Return whether a comma ends what stands before the sentence's main clause: "If Chad agrees, Kenya will come"."""
    if lexicon.language.agent != "before" or lexicon.language.verb_ends_clause or start > 1:
        return False
    first = items[start]
    is_opener = first.lower in lexicon.roles.subordinators or first.lower in lexicon.roles.contrasts
    is_opener = is_opener or any("ing" in item.analysis.tags and item.is_word for item in items[start : start + 2])
    if not is_opener or items[index].mention is None:
        return False
    at = index
    while at + 1 < len(items) and (items[at].mention or items[at].lower in lexicon.roles.joins):
        at += 1
    auxiliary = lexicon.class_atom("auxiliary")
    return items[at - 1].mention is not None and (_is_finite(items[at]) or auxiliary in items[at].atoms)


def _is_listed_verb(items: Sequence[Item], index: int, start: int, lexicon: Lexicon) -> bool:
    """Return whether a comma parts the verbs of one subject: "rejected the plan, accused Serbia and left".

    A participle may look the same: "the plan, rejected by Serbia" has no object of its own.
    """
    if lexicon.language.agent != "before" or "past" not in items[index].analysis.tags or index + 1 >= len(items):
        return False
    after = items[index + 1]
    has_object = after.mention is not None or after.lower in lexicon.roles.determiners
    return has_object and any(_is_finite(item) for item in items[start : index - 1])


def _opening_by_verb(items: Sequence[Item], index: int, last: tuple[int, Opening], lexicon: Lexicon) -> Opening | None:
    """Return what a verb opens that has its "and" within itself, or what was said without a conjunction."""
    if "and" in items[index].analysis.tags and _is_finite(items[index]):
        return Opening.JOINED
    is_said = _is_told(items, index, last[0], lexicon) or _is_content(items, index, lexicon)
    return Opening.SUBORDINATE if is_said or _is_of_noun(items, index, lexicon) else None


def _is_of_noun(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a name and its verb tell of the noun before them, without a pronoun: "a move Serbia rejects"."""
    if lexicon.language.agent != "before" or lexicon.language.verb_ends_clause or index < _SHORTEST_CLAUSE:
        return False
    noun, article = items[index - 1], items[index - 2]
    is_noun = noun.is_word and not noun.analysis.tags & (FINITE | {"ing"}) and noun.lower not in lexicon.roles.before
    is_noun = is_noun and noun.lower not in lexicon.roles.joins and lexicon.class_atom("say") not in noun.atoms
    if not is_noun or lexicon.class_atom("det") not in article.atoms or items[index].mention is None:
        return False
    return noun.lower not in lexicon.roles.determiners and leads_verb(items, index, lexicon)


def _opening_by_join(items: Sequence[Item], index: int, lexicon: Lexicon) -> Opening | None:
    """Return what an "and" opens: a second verb, or a clause that a name leads."""
    lower, roles = items[index].lower, lexicon.roles
    if lower not in roles.joins or lower in roles.after or lower in COMMAS or index + 1 >= len(items):
        return None
    following = items[index + 1]
    if following.is_word and _is_finite(following):
        return Opening.JOINED
    after_comma = items[index - 1].lower in COMMAS
    leads = following.mention is not None and (after_comma or leads_after_join(items, index + 1, lexicon))
    if after_comma and leads and index > 1 and person_apposed(items, index - 2, lexicon) is not None:
        return None
    return Opening.MAIN if leads and not _is_said_twice(items, index) else None


def _is_said_twice(items: Sequence[Item], index: int) -> bool:
    """Return whether the conjunction at `index` only lists one more name: «и Рабат, и Алжир»."""
    before = items[max(index - 3, 0) : index]
    return len(before) == _LISTED and before[0].lower == items[index].lower and before[1].mention is not None


_LISTED = 3
"""The conjunction, its name and the comma behind it."""


def leads_after_join(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a name behind an "and" that joins no names leads a clause: "asked, and Serbia agreed"."""
    if lexicon.language.agent != "before" or index < _SHORTEST_CLAUSE or index + 1 >= len(items):
        return False
    joins = items[index - 1].lower in lexicon.roles.joins and items[index - 2].mention is None
    following = items[index + 1]
    return joins and (_is_finite(following) or lexicon.class_atom("auxiliary") in following.atoms)


_SHORTEST_CLAUSE = 3
"""How many items stand before the name at the least."""


def _opens_infinitive(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a word that can open a clause is the sign of a verb here: «أن يلتقي»."""
    is_sign = lexicon.class_atom("infinitive_sign") in items[index].atoms
    return is_sign and index + 1 < len(items) and _is_finite(items[index + 1])


def _is_around_name(items: Sequence[Item], mark: int) -> bool:
    """Return whether a bracket or quotation mark only encloses one name: «"Almatı" Bildirisi», "the Union (EU)"."""
    for start in (mark, mark - 2):
        if start >= 0 and start + 2 < len(items) and items[start].lower in _PAIRED:
            inner = items[start + 1]
            if items[start + 2].lower == _PAIRED[items[start].lower] and (inner.mention is not None or inner.is_word):
                return True
    return False


def _is_worded(items: Sequence[Item], mark: int, lexicon: Lexicon) -> bool:
    """Return whether a quotation mark encloses some words of a sentence that goes on: called it "a sham" and left.

    It opens behind a word that brings no speech; what is said is a sentence of its own. Where the verb leads, the word
    before the mark is whoever speaks, and tells nothing.
    """
    if items[mark].lower not in QUOTES or lexicon.language.agent == "after":
        return False
    opening = _opening_mark(items, mark)
    if opening < 1 or not (items[opening - 1].is_word or items[opening - 1].mention is not None):
        return False
    return lexicon.class_atom("say") not in items[opening - 1].atoms


def _opening_mark(items: Sequence[Item], mark: int) -> int:
    """Return where the quotation opens to which the mark at `mark` belongs; -1 where no mark closes it."""
    opened = -1
    for at, item in enumerate(items):
        if item.lower not in QUOTES:
            continue
        if opened < 0:
            opened = at
        elif mark in (opened, at):
            return opened
        else:
            opened = -1
    return -1


_PAIRED = {"(": ")", '"': '"', "“": "”", "«": "»", "”": "“"}


def _opening_after_verb(items: Sequence[Item], index: int, lexicon: Lexicon) -> Opening | None:
    """Return what begins at `index` where a verb ends its clause: behind the verb, and behind the comma after it."""
    item, before = items[index], items[index - 1]
    if not (item.is_word or item.mention is not None or item.date is not None):
        return None
    if before.lower in COMMAS and index > 1:
        verb = items[index - 2].analysis.tags
        ends = verb & _ENDING and not verb & {"adnominal", "nominal"}
        leads = item.mention is not None and not item.mention.marks & _OBLIQUE
        return (Opening.MAIN if leads else Opening.JOINED) if ends else None
    tags = before.analysis.tags
    if not tags & _ENDING or "adnominal" in tags:
        return None
    # «yapılacak görüşme»: what will be done stands before its noun in the form of a verb.
    is_attribute = "future" in tags and "nominal" not in tags and not _is_conjunction(item, lexicon)
    return None if is_attribute else Opening.JOINED


_OBLIQUE = frozenset({"gen", "dat", "acc", "ins", "loc", "abl"})


def _is_conjunction(item: Item, lexicon: Lexicon) -> bool:
    roles = lexicon.roles
    return item.lower in roles.joins or item.lower in roles.subordinators or item.lower in roles.contrasts


def _is_told(items: Sequence[Item], index: int, start: int, lexicon: Lexicon) -> bool:
    """Return whether what was said begins at `index` with no conjunction: "the minister said Serbia would leave"."""
    following = items[index + 1] if index + 1 < len(items) else None
    if items[index].mention is None or following is None or items[index - 1].lower in lexicon.roles.before:
        return False
    if lexicon.class_atom("auxiliary") not in following.atoms:
        return False
    for at in range(index - 1, max(start, index - _FARTHEST_SAYING) - 1, -1):
        if items[at].lower in COMMAS or items[at].lower in lexicon.roles.joins:
            return False
        if lexicon.class_atom("say") in items[at].atoms and _is_finite(items[at]):
            return True
    return False


_FARTHEST_SAYING = 5
"""How many items before the words that it brings a verb of saying may stand."""


def _joins_names(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether the dash before `index` stands between two names: the Ankara – Moscow line."""
    before = items[index - 2] if index > 1 else None
    is_dash = items[index - 1].lower in lexicon.roles.joins
    return is_dash and before is not None and before.mention is not None and items[index].mention is not None


def _opening_in_free_order(
    items: Sequence[Item], index: int, last: tuple[int, Opening], lexicon: Lexicon
) -> Opening | None:
    """Return what a comma opens where word order is free: a put-in "said he", a participle, or a clause of its own."""
    item = items[index]
    if item.lower in lexicon.roles.subordinators:
        return None
    if "part" in item.analysis.tags and item.analysis.tags & CASES:
        return Opening.RELATIVE
    stretch = _to_next_comma(items, index)
    finite = [at for at, part in enumerate(stretch) if _is_finite(part)]
    if not finite or last[1] in (Opening.RELATIVE, Opening.PARTICIPLE):
        return None
    if lexicon.class_atom("say") in stretch[finite[0]].atoms and finite[0] <= _LONGEST_PUT_IN:
        return Opening.RELATIVE
    is_told = any(_is_finite(earlier) for earlier in items[last[0] : index])
    if last[1] is Opening.SUBORDINATE:
        # «Астану, где можно встретиться, предложил президент»: what goes on is what has no verb yet.
        return None if any(_is_finite(earlier) for earlier in items[: last[0]]) or finite[0] else Opening.RESUMED
    if is_told and item.lower in lexicon.roles.joins:
        return Opening.JOINED
    leads = [at for at, part in enumerate(stretch[: finite[0]]) if part.mention and "nom" in part.mention.marks]
    return Opening.MAIN if is_told and leads else None


_LONGEST_PUT_IN = 3
"""So many items may stand before the verb of a put-in: «, об этом сегодня сообщил МИД»."""


def _to_next_comma(items: Sequence[Item], index: int) -> Sequence[Item]:
    end = next((at for at in range(index, len(items)) if items[at].lower in COMMAS | _CUTS), len(items))
    return items[index:end]


def _is_finite(item: Item) -> bool:
    tags = item.analysis.tags
    # A participle that is declined describes a noun: «поддерживаемые Ираном хуситы».
    return bool(tags & FINITE) and not ("part" in tags and tags & CASES)


_LONGEST_SUBJECT = 8
"""Within so many items after its first naming a clause has its verb."""


def _is_content(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether what was said begins without a conjunction: "the ministry said Armenian forces opened fire"."""
    before = items[index - 1]
    if lexicon.class_atom("say") not in before.atoms or not _is_finite(before):
        return False
    if lexicon.language.agent != "before":
        return False  # The name behind the verb is who says so.
    first = index
    while first + 1 < len(items) and items[first].lower in lexicon.roles.determiners:
        first += 1
    if items[first].mention is None:
        return False
    modal = lexicon.class_atom("modal")
    for item in items[first + 1 : first + 1 + _LONGEST_SUBJECT]:
        if item.lower in COMMAS or item.lower in _CUTS:
            return False
        if item.is_word and (_is_finite(item) or modal in item.atoms):
            return True
    return False
