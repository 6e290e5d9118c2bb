"""Owners: the states and bodies whose office or body a phrase names, by where they stand beside its words.

Before the office ("Armenian"), after "of", in the genitive, or simply after it, as the language's roles.yml says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES

CLITIC_MARKS = frozenset({"and", "in", "to", "like"})
OBLIQUE = frozenset({"dat", "acc", "ins", "loc", "abl"})
_OWNING_KINDS = (MentionKind.STATE, MentionKind.BODY, MentionKind.PLACE, MentionKind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Owners:
    """The states or bodies whose office it is, and how far in the row they reach."""

    parties: tuple[Party, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OwnerFinder:
    """Finds the owners beside the words of an office or body."""

    lexicon: Lexicon

    def before(self, folded: Sequence[Item]) -> Owners:
        """Return the owners that end the row so far; `start` counts items from its end."""
        nobody = Owners((), 0, 0)
        if "before" not in self.lexicon.roles.owners:
            return nobody
        at = len(folded)
        while at > 0 and folded[at - 1].lower in self.lexicon.roles.modifiers:
            at -= 1
        if at > 1 and _is_plain(folded[at - 1], self.lexicon) and owns(folded[at - 2]):
            at -= 1
        parties: list[Party] = []
        form: Form | None = None
        start = at
        while at > 0 and owns(folded[at - 1]):
            mention = folded[at - 1].mention
            assert mention is not None
            is_name = "genitive" in self.lexicon.roles.owners and mention.form is not Form.DEMONYM
            if is_name or (parties and mention.form is not form) or self._is_apart(mention):
                break
            form = mention.form
            parties = [*mention.parties, *parties]
            start = at - 1
            at -= 1
            if at > 0 and folded[at - 1].lower in self.lexicon.roles.joins:
                at -= 1
                continue
            break
        return Owners(tuple(parties), len(folded) - start, 0) if parties else nobody

    def after(self, row: Sequence[Item], at: int, *, of_body: bool = False) -> Owners:
        """Return the owners that follow at item `at`: "of Armenia", in the genitive, or for a body "in Yerevan"."""
        wanted = self.lexicon.roles.owners
        start = at
        relation = self.lexicon.roles.before.get(row[at].lower, "") if at < len(row) and row[at].is_word else ""
        if relation == "of" or (relation == "in" and of_body):
            if "of" not in wanted:
                return Owners((), at, at)
            at += 1
            while at < len(row) and row[at].lower in self.lexicon.roles.determiners:
                at += 1
        elif ("genitive" not in wanted and "after" not in wanted) or not (
            at < len(row) and owns(row[at]) and (self._may_follow(row[at]) or _is_governed(row, at, of_body=of_body))
        ):
            return Owners((), at, at)
        parties: list[Party] = []
        end = start
        while at < len(row) and owns(row[at]):
            mention = row[at].mention
            assert mention is not None
            parties.extend(mention.parties)
            at += 1
            end = at
            if at < len(row) and "and" in marks_of(row[at]) and owns(row[at]):
                continue
            if at < len(row) and row[at].lower in self.lexicon.roles.joins:
                at += 1
                while at < len(row) and row[at].lower in self.lexicon.roles.determiners:
                    at += 1
                continue
            break
        return Owners(tuple(parties), start, end)

    def _may_follow(self, item: Item) -> bool:
        mention = item.mention
        if mention is not None and mention.marks & (CLITIC_MARKS - {"to"}):
            return False
        if mention is None or (mention.form is Form.DEMONYM and not {"people", "gen"} <= mention.marks):
            return "after" in self.lexicon.roles.owners
        return "after" in self.lexicon.roles.owners or "gen" in mention.marks or not mention.marks & CASES

    def _is_apart(self, mention: Mention) -> bool:
        """Return whether its case shows that a name owns nothing: "in Armenia" before "the minister"."""
        marks = mention.marks
        return self.lexicon.language.case_on == "last" and bool(marks & OBLIQUE) and "derived" not in marks


def _is_governed(row: Sequence[Item], at: int, *, of_body: bool) -> bool:
    """Return whether a name stands in the case that the noun before asks for.

    A participle that is an office governs the instrumental («командующий армией»), and beside a common noun for a body
    its name stands in apposition («организация Армия освобождения»).
    """
    mention, tags = row[at].mention, row[at - 1].analysis.tags if at else frozenset[str]()
    if mention is None or mention.form is Form.DEMONYM:
        return False
    if of_body:
        return mention.kind is MentionKind.BODY and bool(tags & mention.marks & CASES)
    return "part" in tags and "ins" in mention.marks


def parties_in(words: Sequence[Item]) -> tuple[Party, ...]:
    """Return the owners that stand within the words of an office: «глава российского МИД»."""
    return tuple(party for item in words if owns(item) and item.mention for party in item.mention.parties)


def owns(item: Item) -> bool:
    """Return whether an item can be the owner of an office: a state, a body, or a person in the possessive."""
    mention = item.mention
    if mention is None or not mention.parties:
        return False
    return mention.kind in _OWNING_KINDS or (mention.kind is MentionKind.PERSON and "possessive" in mention.marks)


def _is_plain(item: Item, lexicon: Lexicon) -> bool:
    """Return whether an item is a word that can only describe: no verb, no adposition, no word of an expression."""
    tags = item.analysis.tags
    if not item.is_word or not item.lower.isalpha() or tags & {"past", "present", "future", "ing", "noun"}:
        return False
    small = (lexicon.roles.before, lexicon.roles.joins, lexicon.roles.subordinators, lexicon.roles.relatives)
    return not any(item.lower in words for words in small) and not any(atom in lexicon.acts for atom in item.atoms)


def marks_of(item: Item) -> frozenset[str]:
    """Return the marks of a naming, or the tags of a word."""
    return item.mention.marks if item.mention is not None else item.analysis.tags
