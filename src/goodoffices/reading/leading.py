"""Whoever leads a clause without being named: bodies and groups that stand for nobody, nouns that a clause tells of.

Where one of them leads, a naming that only stands near the verb is not its agent.
"""

from dataclasses import dataclass

from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES, FINITE
from goodoffices.reading.sentence import Sentence

_VERB_TAGS = frozenset({"past", "present", "future", "infinitive"})
_BEFORE_COMMA = 2
"""How many items before a relative clause the noun stands that it tells of."""


@dataclass(frozen=True, slots=True)
class Leading:
    """Looks for unnamed leaders in the sentence of one frame."""

    sentence: Sentence
    frame: Frame

    def group_after(self, index: int) -> bool:
        """Return whether a group that stands for nobody leads the verb, nearer than a naming: «X знает: стороны»."""
        items, head, groups = self.sentence.items, self.frame.match.head, self.sentence.lexicon.groups
        return any(
            items[at].is_word
            and "nom.plur" in items[at].analysis.tags
            and "plur" in items[head].analysis.tags
            and any(atom in groups for atom in items[at].atoms)
            and items[at - 1].lower not in self.sentence.lexicon.roles.before
            for at in range(index + 1, head)
            if at not in self.frame.words
        )

    def has_unnamed_subject(self, clause: Clause) -> bool:
        """Return whether a clause is led by somebody whom nothing tells: «делегация объявила», «министр отметил».

        A group that stands for nobody leads too, though its form can be accusative: «обе стороны дали согласие».
        """
        items, groups = self.sentence.items, self.sentence.lexicon.groups
        for index in range(clause.start, clause.end):
            tags = items[index].analysis.tags
            if index in self.frame.words or not {"noun", "nom"} <= tags or tags & _VERB_TAGS:
                continue
            is_group = (
                "nom.plur" in tags and index < self.frame.match.head and any(a in groups for a in items[index].atoms)
            )
            is_group = is_group and "plur" in items[self.frame.match.head].analysis.tags
            if is_group or not tags & {"acc", "gen"}:
                return True
        return False

    def is_led_by_office(self, clause: Clause) -> bool:
        """Return whether a bare office or body that nothing tells leads the clause: «власти обвинили ХАМАС»."""
        items, lexicon, head = self.sentence.items, self.sentence.lexicon, self.frame.match.head
        number = next((f"nom.{number}" for number in ("plur", "sing") if number in items[head].analysis.tags), "")
        return any(
            number in items[index].analysis.tags
            and any(atom in lexicon.posts or atom in lexicon.bodies for atom in items[index].atoms)
            and not (index and items[index - 1].lower in lexicon.roles.before)
            for index in range(clause.start, head)
            if index not in self.frame.words
        )

    def follows_noun(self, clause: Clause) -> bool:
        """Return whether a relative clause speaks of a noun that names nobody: «три группы, которые будут работать»."""
        items, start = self.sentence.items, clause.start
        if self.sentence.lexicon.language.agent != "both" or start < _BEFORE_COMMA or not items[start - 2].is_word:
            return False
        noun, pronoun = items[start - 2].analysis.tags, items[start].analysis.tags
        return "noun" in noun and bool(noun & pronoun & {"sing", "plur"}) and _shares_gender(noun, pronoun)

    def does_what_describes(self, index: int) -> bool:
        """Return whether a naming is the agent of a participle that only describes: «поддерживаемые Ираном хуситы»."""
        tags = self.sentence.items[index - 1].analysis.tags if index else frozenset[str]()
        return "part" in tags and bool(tags & CASES) and index - 1 not in self.frame.words

    def is_led_by_stranger(self, clause: Clause) -> bool:
        """Return whether a noun that nobody knows stands between "that" and the verb: «بأن الطرفين وافقا»."""
        items, lexicon = self.sentence.items, self.sentence.lexicon
        is_that = clause.opening is Opening.SUBORDINATE and items[clause.start].lower in lexicon.roles.subordinators
        if not is_that or not items[self.frame.match.head].analysis.tags & FINITE:
            return False
        between = range(clause.start + 1, self.frame.match.head)
        first = items[clause.start + 1] if between and clause.start + 1 not in self.frame.words else None
        return first is not None and first.mention is None and {"noun", "definite"} <= first.analysis.tags

    def is_of_noun(self, index: int) -> bool:
        """Return whether "with" hangs on a noun that is no word of the frame: «о конфликте с Израилем»."""
        items, lexicon = self.sentence.items, self.sentence.lexicon
        at = next((at for at in range(index - 1, 0, -1) if lexicon.roles.before.get(items[at].lower)), 0)
        noun = lexicon.class_atom("takes_with")
        return at > 0 and noun >= 0 and noun in items[at - 1].atoms and at - 1 not in self.frame.words

    def is_told_of(self, clause: Clause) -> bool:
        """Return whether a relative pronoun is no subject, so that whoever leads the sentence acts: "in which"."""
        first = self.sentence.items[clause.start]
        cases = first.analysis.tags & CASES
        return first.lower in self.sentence.lexicon.roles.before or (bool(cases) and "nom" not in cases)


def _shares_gender(noun: frozenset[str], pronoun: frozenset[str]) -> bool:
    genders = frozenset({"masc", "femn", "neut"})
    return not noun & genders or not pronoun & genders or bool(noun & pronoun & genders)


def is_plain_verb(item: Item) -> bool:
    """Return whether a word is a finite verb, and neither noun nor participle as well."""
    tags = item.analysis.tags
    return bool(tags & FINITE) and not tags & {"noun", "part"}
