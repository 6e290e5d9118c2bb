"""Roles: who and what in a sentence fills the places of a frame.

Each kind of act lists, for each role, the relations that fill it, in order of preference; an expression may list its
own. A relation is looked for in the frame's clause; an agent that the clause does not name is taken from the clause on
which it depends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.model.act import ActKind
from goodoffices.model.mention import Form, MentionKind, Party
from goodoffices.reading.appositions import LONGEST_APPOSITION
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.leading import Leading, is_plain_verb
from goodoffices.reading.marks import CASES, COMMAS, FINITE
from goodoffices.reading.moods import PASSIVE
from goodoffices.reading.relations import ATTRIBUTIVE, BARE, joined_before
from goodoffices.reading.sentence import Sentence
from goodoffices.reading.subjects import (
    has_unnamed_subject,
    is_inverted,
    is_subject_pronoun,
    looked_back_from,
    only_says_where,
    tells_of_noun,
)

_CLOSE = 4
"""How many items away from a noun its "of" or its nationality may stand."""


_OBJECT_IS_TARGET = frozenset({ActKind.ACCUSATION, ActKind.DEMAND, ActKind.INVITATION})
"""Kinds that are never told without the one they are done to, if anyone is named."""
_AGENTLESS = frozenset({Opening.JOINED, Opening.RELATIVE})
"""Clauses that begin with a verb, or with a pronoun for who is named before."""
_PUT_IN = 2
"""How many clauses back the one stands that goes on after a clause put into it."""


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Finds the fillers of one frame, as numbers of items."""

    sentence: Sentence
    frame: Frame
    moods: frozenset[str]

    def find(self, relation: str) -> list[int]:
        """Return the numbers of the namings that stand in a relation to the frame, with those joined to them."""
        match relation:
            case "agent":
                found = self._agent()
            case "subject":
                found = self._subject()
            case "object":
                found = self._object()
            case "outer":
                found = self._outer()
            case _:
                found = self._by_relation(relation)
        return self.with_joined(found)

    def _leading(self) -> Leading:
        return Leading(self.sentence, self.frame)

    def _clause(self) -> Clause:
        return self.sentence.clauses[self.frame.clause]

    def _in(self, clause: Clause) -> Iterator[int]:
        """Yield the numbers of the namings of a clause that are not words of the frame itself."""
        for part in (*self._resumed(clause), clause):
            for index in range(part.start, part.end):
                if self.sentence.items[index].mention is not None:
                    yield index

    def _resumed(self, clause: Clause) -> Sequence[Clause]:
        """Return the clause that one goes on with after what was put into it; nothing for any other."""
        clauses = self.sentence.clauses
        number = clauses.index(clause)
        is_whole = clause.opening is not Opening.RESUMED or number < _PUT_IN
        return () if is_whole else clauses[number - _PUT_IN : number - _PUT_IN + 1]

    def _agent(self) -> int | None:
        if self.frame.entry.expression.head == "noun":
            return self._owner()
        if PASSIVE in self.moods:
            return self._by_relation("by")
        tags = self._verb_tags()
        if tags & {"relative", "nominal"}:
            found = self._of_verbal_noun(tags)
            if found is not None:
                return found
        match self.sentence.lexicon.language.agent:
            case "after":
                return self._agent_after()
            case "both":
                return self._agent_on_either_side(tags)
            case _:
                return self._agent_before(tags)

    def _verb_tags(self) -> frozenset[str]:
        """Return what the form of the verb tells; where the last word carries the case, that word's form as well."""
        items, match = self.sentence.items, self.frame.match
        tags = items[match.head].analysis.tags
        return tags | items[match.last].analysis.tags if self.sentence.lexicon.language.case_on == "last" else tags

    def _agent_before(self, tags: frozenset[str]) -> int | None:
        """Return the agent where agents stand before their verbs: the first of the clause."""
        head = self.frame.match.head
        if "ing" in tags and self._can_act(head - 1, None):
            # "With the president pledging help": whoever stands before it, whatever governs him.
            return head - 1
        before = [index for index in self._bare_in(self._clause()) if index < head]
        if not before and is_subject_pronoun(self.sentence.items[head]) and self._can_act(head, None):
            return head
        if before:
            return before[0]
        sent = self._sent(self._clause())
        if sent is None and is_inverted(self.frame.match, self.sentence):
            after = [index for index in self._bare_in(self._clause()) if index > head]
            return after[0] if after else None
        if sent is None and self.has_other_subject():
            return None
        return self._agent_of_another_clause() if sent is None else sent

    def has_other_subject(self) -> bool:
        """Return whether the clause has a subject of its own that nobody named is."""
        return has_unnamed_subject(self._clause(), self.frame.match.first, self.sentence)

    def _sent(self, clause: Clause) -> int | None:
        """Return whose people or arms lead the clause: "negotiators from Ukraine initialled", "Serbian drones hit"."""
        people, items = self.sentence.lexicon.class_atom("sent"), self.sentence.items
        for index in range(clause.start, min(clause.start + 1 + _CLOSE, self.frame.match.head)):
            relation = self.sentence.relations[index]
            if relation in ("from", "of", ATTRIBUTIVE) and self._can_act(index, None):
                is_owner = items[index + 1].is_word and (relation == ATTRIBUTIVE or relation == "of")
                beside = items[index + 1 : index + 3] if is_owner else ()
                leads = (*items[clause.start : index], *beside)
                return index if any(people in item.atoms for item in leads) else None
        return None

    def _agent_after(self) -> int | None:
        """Return the agent where agents follow their verbs: one that stands before it is put there to lead."""
        head, clause, kind = self.frame.match.head, self._clause(), self.frame.entry.kind.kind
        own = self._bare_in(clause)
        before = [index for index in own if index < head]
        after = [index for index in own if index > head]
        if before:
            return before[0] if self.frame.entry.expression.head == "phrase" else before[-1]
        if not after:
            sent = self._sent_after()
            if sent is not None or self._leading().is_led_by_stranger(clause):
                return sent
            return self._agent_of_another_clause()
        if self._is_cut_off(after[0]):
            return None
        if (
            clause.opening is Opening.JOINED
            and kind in _OBJECT_IS_TARGET
            and self.with_joined(after[0])[-1] == after[-1]
        ):
            # «واتهمت كوسوفو بـ»: the one who is named behind a second verb is the one it is done to.
            return self._inherited_or(after[0])
        if clause.opening is not Opening.MAIN and self._disagrees(after[0]):
            return self._inherited_or(after[0])
        return after[0]

    def _sent_after(self) -> int | None:
        """Return whose people stand right behind the verb as its subject: «يجتمع مسؤولون من البلدين»."""
        people, head = self.sentence.lexicon.class_atom("sent"), self.frame.match.head
        following = self.sentence.items[head + 1 : head + 2]
        if not any(people in item.atoms for item in following):
            return None
        near = range(head + 2, min(head + 2 + _CLOSE, len(self.sentence.items)))
        return next((at for at in near if self.sentence.relations[at] == "from" and self._can_act(at, None)), None)

    def _agent_on_either_side(self, tags: frozenset[str]) -> int | None:
        """Return the agent where word order is free: the nearest before the verb, else the first behind it."""
        if "ing" in tags:
            # An adverbial participle has the subject of the clause that it belongs to.
            return self._inherited(self.frame.clause)
        clause, match = self._clause(), self.frame.match
        own = self._bare_in(clause)
        before = [index for index in own if index < match.head]
        after = [index for index in own if index > match.last]
        if before:
            return None if self._leading().group_after(before[-1]) else before[-1]
        if after:
            # «осудила обстрел и призвала Баку»: what follows the second verb may be its object.
            if self._is_sure(after[0]):
                return after[0]
            if self._leading().is_led_by_office(clause):
                return None
            return self._inherited_or(after[0]) if clause.opening is Opening.JOINED else after[0]
        return None if self._leading().has_unnamed_subject(clause) else self._agent_left_out(tags)

    def _agent_left_out(self, tags: frozenset[str]) -> int | None:
        """Return whom a verb without a subject speaks of: those at the place that leads, or another clause's agent."""
        if "plur" in tags and self.frame.entry.kind.holds != "none":
            there = self._speaking_place(self._clause())
            if there is not None:
                return there
        return self._agent_of_another_clause()

    def _agent_of_another_clause(self) -> int | None:
        inherited = self._inherited(self.frame.clause)
        return self._following() if inherited is None else inherited

    def _inherited_or(self, own: int) -> int:
        inherited = self._inherited(self.frame.clause)
        return own if inherited is None else inherited

    def _is_sure(self, index: int) -> bool:
        """Return whether a naming is nominative and nothing else."""
        marks = self._marks(index)
        return "nom" in marks and "acc" not in marks

    def _speaking_place(self, clause: Clause) -> int | None:
        """Return the capital or body in which "they" say so: «в Баку обвинения отвергли»."""
        leading = [index for index in self._in(clause) if index <= clause.start + 1 and self._can_act(index, "in")]
        return leading[0] if leading else None

    def is_led_by_unnamed(self) -> bool:
        """Return whether the verb's own subject is somebody whom nothing tells, so that the speaker does not do it."""
        tags = self.sentence.items[self.frame.match.head].analysis.tags
        is_verb = self.frame.entry.expression.head == "verb" and bool(tags & FINITE) and PASSIVE not in self.moods
        free = self.sentence.lexicon.language.agent == "both"
        return free and is_verb and self._leading().has_unnamed_subject(self._clause())

    def _subject(self) -> int | None:
        """Return who leads the very clause: never, as an agent can be, who leads the one on which it depends."""
        clause, head = self._clause(), self.frame.match.head
        before = [index for index in self._bare_in(clause) if index < head]
        if before:
            return before[-1]
        return self._inherited(self.frame.clause) if clause.opening in (Opening.RELATIVE, Opening.JOINED) else None

    def _of_verbal_noun(self, tags: frozenset[str]) -> int | None:
        """Return the agent of a verb that ends in a participle (it follows) or a verbal noun (it stands before)."""
        match = self.frame.match
        if "relative" in tags:
            following = range(match.last + 1, min(match.last + 1 + _CLOSE, len(self.sentence.items)))
            return next((index for index in following if self._can_act(index, None)), None)
        before = [
            index
            for index in self._in(self._clause())
            if index < match.head and self._can_act(index, "of") and not self._is_of_participle(index)
        ]
        before = [index for index in before if not self._owns_what_is_taken(index)]
        set_off = [index for index in before if self.sentence.items[index + 1].lower in COMMAS]
        chosen = set_off or before
        return chosen[-1] if chosen else None

    def _is_of_participle(self, index: int) -> bool:
        """Return whether a genitive is the agent of a participle before the frame: «ABD'nin sunduğu plana»."""
        between = self.sentence.items[index + 1 : self.frame.match.first]
        return any("adnominal" in item.analysis.tags for item in between)

    def _owns_what_is_taken(self, index: int) -> bool:
        """Return whether a genitive belongs to a noun for what another party takes up: that party's offer, its plan."""
        taken = self.sentence.lexicon.class_atom("made_by_others")
        following = self.sentence.items[index + 1 : index + 3]
        return any(taken in item.atoms for item in following)

    def _is_cut_off(self, index: int) -> bool:
        """Return whether a noun that nobody knows stands right behind the verb, and so is its agent."""
        head, lexicon = self.frame.match.head, self.sentence.lexicon
        following = self.sentence.items[head + 1]
        if head + 1 >= index or not following.is_word or head + 1 in self.frame.words:
            return False
        known = following.analysis.tags & {"particle", "verb", "past", "present", "future", "adj"}
        belongs = following.lower in lexicon.roles.before or following.lower in lexicon.roles.determiners
        belongs = belongs or lexicon.class_atom("office_of") in following.atoms
        place = lexicon.class_atom("place_noun") in following.atoms
        return not known and not belongs and not place and following.lower not in lexicon.titles

    def _disagrees(self, index: int) -> bool:
        """Return whether a masculine verb stands beside the bare name of a state, which is then not its agent."""
        mention = self.sentence.items[index].mention
        if mention is None or mention.kind is MentionKind.PERSON or mention.post:
            return False
        clause = self._clause()
        verbs = (item for item in self.sentence.items[clause.start : clause.end] if FINITE & item.analysis.tags)
        return any("masc" in item.analysis.tags for item in verbs)

    def _inherited(self, number: int) -> int | None:
        """Return the agent of the clause on which one without an agent depends."""
        clause = self.sentence.clauses[number]
        if clause.opening is Opening.RELATIVE and not self._leading().is_told_of(clause):
            if tells_of_noun(clause, self.sentence) or self._leading().follows_noun(clause):
                return None
            before = [index for index in range(clause.start) if self._can_act(index, None)]
            if before and only_says_where(before[-1], clause, self.sentence):
                return None
            return before[-1] if before else None
        if number == 0:
            return None
        for earlier in range(looked_back_from(number, self.sentence) - 1, -1, -1):
            outer = self.sentence.clauses[earlier]
            if outer.opening is Opening.RELATIVE and clause.opening is not Opening.JOINED:
                continue
            own = self._bare_in(outer)
            if outer.opening in _AGENTLESS and self.sentence.lexicon.language.agent == "before":
                # It has no agent of its own: what is named in it is its object.
                own = [index for index in own if index < self._first_verb(outer)]
                if not own and outer.opening is Opening.RELATIVE:
                    # "thanked Trump, who phoned both leaders and warned them": it goes on with what was put in.
                    return self._inherited(earlier)
            if self.sentence.lexicon.language.agent == "after":
                own = [index for index in own if not self._disagrees(index)]
            own = [index for index in own if self._agrees(index)]
            if own:
                return own[0]
        return None

    def _agrees(self, index: int) -> bool:
        """Return whether a second verb can be that of a naming elsewhere: not where one is singular, the other many."""
        tags = self.sentence.items[self.frame.match.head].analysis.tags
        if self.sentence.lexicon.language.agent != "both" or not tags & FINITE or "sing" not in tags or "plur" in tags:
            return True
        return len(self.with_joined(index)) == 1 and not self._marks(index) & {"plural", "pl"}

    def _outer(self) -> int | None:
        """Return who leads the clause that a condition hangs on, before or behind it: "Chad signs if Kenya does"."""
        items, own = self.sentence.items, self.frame.clause
        named = {party.name for at in self.frame.words if (mention := items[at].mention) for party in mention.parties}
        count = len(self.sentence.clauses)
        for number in (*reversed(range(own)), *range(own + 1, count), own):
            for index in self._leading_in(number):
                mention = items[index].mention
                if mention is not None and not named & {party.name for party in mention.parties}:
                    return index
        return None

    def _leading_in(self, number: int) -> list[int]:
        """Return the namings that could lead a clause; of one that begins with its verb, whoever it goes on with."""
        clause = self.sentence.clauses[number]
        own = self._bare_in(clause)
        if clause.opening not in _AGENTLESS or self.sentence.lexicon.language.agent != "before":
            return own
        own = [index for index in own if index < self._first_verb(clause)]
        inherited = None if own else self._inherited(number)
        return own if inherited is None else [inherited]

    def _first_verb(self, clause: Clause) -> int:
        """Return where the first finite verb of a clause stands; its end where none does."""
        items = self.sentence.items
        within = range(clause.start, clause.end)
        return next((index for index in within if items[index].analysis.tags & FINITE), clause.end)

    def _bare_in(self, clause: Clause) -> list[int]:
        """Return the namings of a clause that could lead it; where one is a nominative beyond doubt, only those."""
        own = [index for index in self._in(clause) if self._can_act(index, BARE)]
        marks = {index: self._marks(index) for index in own}
        sure = [index for index in own if "nom" in marks[index] and "acc" not in marks[index]]
        if sure and own[0] < self.frame.match.head < sure[0] and not marks[own[0]] & CASES:
            # "The minister praised what she called a step": the pronoun leads another verb.
            return own
        if sure or own or "genitive" not in self.sentence.lexicon.roles.owners:
            return sure or own
        # A name without endings that seems to hang on a noun leads if it is alone: «после встречи Баку заявил».
        return [index for index in self._in(clause) if self._can_act(index, "of") and not self._marks(index)]

    def _marks(self, index: int) -> frozenset[str]:
        mention = self.sentence.items[index].mention
        return mention.marks if mention is not None else frozenset()

    def _following(self) -> int | None:
        """Return the agent of the clause after one that a participle begins: "Meeting him, the minister said"."""
        if "ing" not in self.sentence.items[self.frame.match.head].analysis.tags:
            return None
        items = self.sentence.items
        commas = [index for index in range(self.frame.match.last + 1, len(items)) if items[index].lower in COMMAS]
        own = [index for index in range(commas[0], len(items)) if self._can_act(index, BARE)] if commas else []
        return own[0] if own else None

    def _owner(self) -> int | None:
        """Return whose a noun is: the possessive or nationality before it, or the "of" after it."""
        first, language = self.frame.match.first, self.sentence.lexicon.language
        is_free = language.agent == "both"
        items = self.sentence.items
        for index in range(first - 1, max(first - _CLOSE, self._clause().start) - 1, -1):
            if language.case_on == "last" and "adnominal" in items[index].analysis.tags:
                return None  # «BM'nin katılmayacağı görüşme»: whoever stands before owns the participle.
            if self.sentence.relations[index] in ("of", ATTRIBUTIVE) and self._can_act(index, None):
                return index
            if index == first - 1 and language.case_on == "last" and self._can_act(index, BARE):
                return index
            item = items[index]
            if item.lower in self.sentence.lexicon.roles.before or (is_free and is_plain_verb(item)):
                break
        return self._near_after("of")

    def _near_after(self, relation: str) -> int | None:
        match = self.frame.match
        first = match.head if self.frame.entry.expression.head == "noun" else match.last
        relations = {relation, ATTRIBUTIVE} if self.sentence.lexicon.language.owner_follows else {relation}
        for index in range(first + 1, min(match.last + 1 + _CLOSE, len(self.sentence.items))):
            if self.sentence.relations[index] in relations and self._can_act(index, None):
                return index
        return None

    def _object(self) -> int | None:
        if PASSIVE in self.moods:
            own = [index for index in self._in(self._clause()) if self._can_act(index, BARE)]
            return own[0] if own and own[0] < self.frame.match.head else None
        by_case = self._by_relation("object")
        if by_case is not None:
            return by_case
        side = self.sentence.lexicon.language.object
        match = self.frame.match
        agents = self.with_joined(self._agent())
        own = [index for index in self._in(self._clause()) if self._can_act(index, BARE) and index not in agents]
        if side in ("after", "both"):
            after = [index for index in own if index > match.head]
            if after:
                return after[0]
        if side in ("before", "both"):
            before = [index for index in own if index < match.head]
            if before:
                return before[-1]
        return None

    def _asks_for(self, relation: str) -> bool:
        """Return whether the expression itself, not only its kind, names a relation."""
        return any(relation in wanted for wanted in self.frame.entry.expression.roles.values())

    def _by_relation(self, relation: str) -> int | None:
        if relation == "of":
            owner = self._owner() if self.frame.entry.expression.head != "verb" else None
            language = self.sentence.lexicon.language
            if owner is not None or not (
                self._asks_for("of") and (language.case_on == "last" or language.owner_follows)
            ):
                return owner
        clause = self._clause()
        found = [index for index in self._in(clause) if self.sentence.relations[index] == relation]
        if relation == "with":
            found = [index for index in found if not self._leading().is_of_noun(self.with_joined(index)[0])]
        if relation == "by":
            found = [index for index in found if not self._leading().does_what_describes(index)]
        after = [index for index in found if index > self.frame.match.head]
        before = [index for index in found if index < self.frame.match.head]
        if before and self.sentence.lexicon.language.object == "before":
            return before[-1]
        if after:
            return after[0]
        return found[-1] if found else None

    def _can_act(self, index: int, relation: str | None) -> bool:
        item = self.sentence.items[index]
        mention = item.mention
        if mention is None or not mention.parties:
            return False
        is_subject = mention.form is Form.PRONOUN and "nom" in mention.marks
        is_of_frame = index in self.frame.words and mention.form is not Form.GROUP and not is_subject
        if is_of_frame and mention.kind is not MentionKind.BODY:
            return False
        if mention.kind is MentionKind.INSTRUMENT:
            return False
        if relation == BARE and not mention.marks & CASES and self._leading().does_what_describes(index):
            return False
        return relation is None or self.sentence.relations[index] == relation

    def with_joined(self, index: int | None) -> list[int]:
        """Return a naming and those joined to it in the same relation; nothing for None."""
        if index is None:
            return []
        group = [index]
        items, lexicon = self.sentence.items, self.sentence.lexicon
        before = joined_before(items, index, lexicon)
        while before is not None and self.sentence.relations[before] == self.sentence.relations[index]:
            group.insert(0, before)
            before = joined_before(items, before, lexicon)
        for later in range(index + 1, len(items)):
            mention = items[later].mention
            if mention is None or (mention.form is Form.PRONOUN and "possessive" in mention.marks):
                # "Macron and his Russian counterpart Putin": whose he is does not part the two.
                continue
            if joined_before(items, later, lexicon) != group[-1]:
                if later > group[-1] + LONGEST_APPOSITION:
                    break
                continue
            if self.sentence.relations[later] != self.sentence.relations[index]:
                break
            group.append(later)
        return group


def parties_of(items: Sequence[Item], numbers: Sequence[int]) -> list[tuple[Party, int]]:
    """Return the parties of the namings at these numbers, each once, with the number it came from."""
    found: dict[str, tuple[Party, int]] = {}
    for number in numbers:
        mention = items[number].mention
        for party in mention.parties if mention is not None else ():
            found.setdefault(party.name, (party, number))
    return list(found.values())
