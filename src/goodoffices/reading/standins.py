"""Offices and bodies that stand alone for whom the article named before: "the minister", «министерство», "hükümet".

A noun that was a word of an earlier naming ("the Kenyan foreign minister") stands, where nothing else belongs to it,
for whom that one named. Where two that were named last fit equally, it stays unresolved.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goodoffices.lexicon.compile import find_match
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind
from goodoffices.model.text import cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.marks import CASES

_REMEMBERED_ROWS = 12
"""So many sentences later a bare office is no longer tied to a naming."""
_LEADER, _LEADERS = "leader", "leaders"
"""The post that can be said of any of its level."""
_MANY = "many"
"""Stands for the post of a phrase that means several holders: they are a group."""


@dataclass(frozen=True, slots=True)
class _Named:
    """One earlier naming by office or body."""

    words: frozenset[str]
    mention: Mention
    row: int
    leads: bool
    is_joined: bool


@dataclass(slots=True)
class StandIns:
    """The offices and bodies that an article has named so far, row by row."""

    lexicon: Lexicon
    _named: list[_Named] = field(default_factory=list)
    # The atoms with which a bare office or body can begin.
    _heads: frozenset[int] = field(init=False)
    _row: int = 0
    _first_of_row: int = 0

    def __post_init__(self) -> None:
        self._heads = frozenset(self.lexicon.posts) | {self.lexicon.class_atom("stands_alone")}

    def next_row(self) -> None:
        """Begin another sentence."""
        self._row += 1
        self._first_of_row = len(self._named)
        self._named = [named for named in self._named if self._row - named.row <= _REMEMBERED_ROWS]
        self._first_of_row = len(self._named)

    def note(self, item: Item, *, is_joined: bool = False) -> None:
        """Remember a naming by office or body that stands for one party.

        Args:
            is_joined: Whether it is joined to the naming before: neither of the two leads the other.
        """
        mention = item.mention
        if mention is None or len(mention.parties) != 1 or mention.form in (Form.GROUP, Form.PRONOUN):
            return
        words = item.office or self._words_of_name(mention)
        if words:
            leads = len(self._named) == self._first_of_row
            self._named.append(_Named(words, mention, self._row, leads, is_joined))

    def _words_of_name(self, mention: Mention) -> frozenset[str]:
        """Return the common words of a body that is known by its whole name: "Sudan's army".

        A word with a capital letter is part of a proper name: "the army" is not the National Liberation Army.
        """
        if mention.kind is not MentionKind.BODY:
            return frozenset()
        common = (word for word in mention.text.split() if not word[:1].isupper())
        return frozenset[str]().union(*(self.lexicon.analyse(word).lemmas for word in common))

    def at(self, items: Sequence[Item], at: int) -> tuple[int, Item | None]:
        """Return how many items from `at` on are a bare office or body, and its naming; 0 and None where none is."""
        length, post = self._head(items, at)
        if not length or not self._is_definite(items, at, length) or self._has_complement(items, at, length):
            return 0, None
        words = items[at : at + length]
        named = self._whom(words, post)
        return (0, None) if named is None else (length, self._naming(words, named))

    def _naming(self, words: Sequence[Item], named: _Named) -> Item:
        """Return the item of a bare office or body that stands for whom an earlier one named."""
        marks = frozenset[str]().union(*(word.analysis.tags & CASES for word in words))
        if words[-1].token_text.endswith(tuple(self.lexicon.language.possessives)):
            marks |= {"possessive"}
        mention = replace(named.mention, span=cover([word.span for word in words]), marks=marks,
                          text=" ".join(word.token_text for word in words))  # fmt: skip
        item = mention_item(mention)
        atoms = frozenset[int]().union(*(word.atoms for word in words))
        return replace(item, atoms=item.atoms | atoms, office=named.words)

    def _head(self, items: Sequence[Item], at: int) -> tuple[int, str]:
        """Return how many items a bare office or body takes, and its post; 0 where nothing bare begins at `at`."""
        item = items[at]
        if item.token is None or not item.token.is_word or item.atoms.isdisjoint(self._heads):
            return 0, ""
        best, key = (1, "") if self.lexicon.class_atom("stands_alone") in item.atoms else (0, "")
        for atom in item.atoms:
            for post in self.lexicon.posts.get(atom, ()):
                match = find_match(post.pattern, items, at)
                if match is None or match.first != at or any(items[on].mention for on in match.items if on >= 0):
                    continue
                length = match.last + 1 - at
                if length > best or (length == best and (not key or post.is_plural)):
                    best, key = length, _MANY if post.is_plural else post.post.post
        return (0, "") if key == _MANY else (best, key)

    def _is_definite(self, items: Sequence[Item], at: int, length: int) -> bool:
        """Return whether a phrase means somebody known: by an article, or, without articles, for want of "a"."""
        before = items[at - 1] if at else None
        sign = self.lexicon.class_atom("definite_sign")
        if sign >= 0:
            return before is not None and sign in before.atoms
        if self.lexicon.language.owner_follows:
            return "definite" in items[at + length - 1].analysis.tags
        if before is None:
            return True
        is_owned = before.mention is not None and bool(before.mention.marks & {"possessive", "gen", "derived"})
        return not is_owned and self.lexicon.class_atom("indefinite_sign") not in before.atoms

    def _has_complement(self, items: Sequence[Item], at: int, length: int) -> bool:
        """Return whether what follows makes another office of it: "the president of the bank", «глава района»."""
        if at + length >= len(items):
            return False
        after, roles, language = items[at + length], self.lexicon.roles, self.lexicon.language
        if after.is_word and roles.before.get(after.lower) == "of":
            beyond = items[at + length + 1 : at + length + 2]
            return not language.owner_follows and not any("ing" in item.analysis.tags for item in beyond)
        if after.mention is not None:
            is_owner = "genitive" in roles.owners and "gen" in after.mention.marks
            return is_owner or after.mention.kind is MentionKind.PERSON
        if after.atoms & (self.lexicon.posts.keys() | self.lexicon.bodies.keys()):
            return not language.owner_follows
        if language.case_on == "last" and "owned" in after.analysis.tags:
            return True
        if "genitive" not in roles.owners:
            return False
        governs = "part" in items[at + length - 1].analysis.tags and {"ins"} <= after.analysis.tags
        return governs or {"noun", "gen"} <= after.analysis.tags

    def _whom(self, words: Sequence[Item], post: str) -> _Named | None:
        """Return the naming that was last made of this office or body; None where two of one sentence were."""
        for row in range(self._row, self._row - _REMEMBERED_ROWS - 1, -1):
            fitting = [named for named in self._named if named.row == row and self._fits(words, post, named)]
            if not fitting:
                continue
            if len({named.mention.parties[0].name for named in fitting}) == 1:
                return fitting[-1]
            leading = [named for named in fitting if named.leads]
            return leading[0] if leading and not any(named.is_joined for named in fitting) else None
        return None

    def _fits(self, words: Sequence[Item], post: str, named: _Named) -> bool:
        """Return whether a bare office can be an earlier one: "the minister" a foreign minister, no prime minister."""
        known = named.mention.post
        if not post:
            return all(word.analysis.lemmas & named.words for word in words)
        level = self.lexicon.level_of(known)
        is_of_sort = known.endswith(f"_{post}") and level == self.lexicon.level_of(post)
        return known == post or is_of_sort or (post == _LEADER and level == _LEADERS)
