"""Noun phrases that name someone by office or body: "Azerbaijan's then president", «глава МИД Армении».

Takes a sentence's row of items in which the gazetteer's namings stand already, and gives the row back with each such
phrase as one item: nationality, office and name together. The state comes from the words around the office as the
language's roles.yml says (before it, after "of", in the genitive, after it); the person's name from what follows.
Where no name follows, the phrase stands for the state or body: the article does not name the person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goodoffices.dossier.folding import APOSTROPHES
from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import BodyEntry, Lexicon, PostEntry
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.holders import FULL_NAME_WORDS, HolderFinder, without_possessive
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.marks import CASES, COMMAS
from goodoffices.reading.owned import describes_noun
from goodoffices.reading.owners import CLITIC_MARKS, OBLIQUE, OwnerFinder, Owners, marks_of, owns, parties_in
from goodoffices.reading.people import Acquaintances, name_length

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_APPOSITION = 12
"""How many items the words between two commas that say who someone is may have."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of an office or body in the row."""

    start: int
    end: int
    post: PostEntry | None = None
    body: BodyEntry | None = None


@dataclass(slots=True)
class PhraseFinder:
    """Finds the phrases of one article; keeps its acquaintances."""

    text: str
    lexicon: Lexicon
    people: Acquaintances
    _owners: OwnerFinder = field(init=False)
    _holders: HolderFinder = field(init=False)

    def __post_init__(self) -> None:
        self._owners = OwnerFinder(self.lexicon)
        self._holders = HolderFinder(self.text, self.lexicon, self.people)

    def fold_twice(self, row: list[Item]) -> list[Item]:
        """Return the folded row; the second pass finds what hangs on a phrase: "the office of the minister of"."""
        folded = self.fold(row)
        return self.fold(folded) if len(folded) < len(row) else folded

    def fold(self, row: list[Item]) -> list[Item]:
        """Return the row with every phrase of office or body, and every unknown full name, as one item."""
        folded: list[Item] = []
        at = 0
        while at < len(row):
            head = self._head_at(row, at)
            if head is None:
                named = self._full_name(row, at)
                folded.append(row[at] if named is None else named[0])
                at += 1 if named is None else named[1]
                continue
            before = self._owners.before(folded)
            item, start, end = self._phrase(row, head, before, folded)
            if item is None:
                folded.extend(row[head.start : head.end])
                at = head.end
                continue
            del folded[len(folded) - start :]
            folded.append(item)
            at = self._fold_holders(row, end, folded)
        return folded

    def _fold_holders(self, row: list[Item], at: int, folded: list[Item]) -> int:
        """Add the further holders of an office in the plural, and return where they end.

        «министры иностранных дел Азербайджана Байрамов и Армении Мирзоян»: the second has owner and name of his own.
        """
        first = folded[-1].mention
        while first is not None and first.kind is MentionKind.PERSON and "plural" in first.marks and at + 1 < len(row):
            owners = self._owners.after(row, at + 1) if row[at].lower in self.lexicon.roles.joins else None
            name, end = (
                self._holders.named(row, owners.end, owners.parties) if owners and owners.parties else (None, at)
            )
            if name is None:
                return self._fold_known_holders(row, at, folded)
            span = cover([item.span for item in row[at + 1 : end]])
            folded.append(row[at])
            folded.append(mention_item(replace(first, span=span, text=span.of(self.text), parties=(name,))))
            at = end
        return at

    def _fold_known_holders(self, row: list[Item], at: int, folded: list[Item]) -> int:
        """Add those of the further holders who are known to speak for the state before their name.

        "of Azerbaijan, Jeyhun Bayramov, and Armenia, Ararat Mirzoyan": with commas, or joined by a clitic.
        """
        joins = self.lexicon.roles.joins
        while at < len(row):
            start = at + (row[at].lower in COMMAS)
            is_word = start < len(row) and row[start].lower in joins
            owner = start + is_word
            name = owner + 1 + (owner + 1 < len(row) and row[owner + 1].lower in COMMAS)
            if name >= len(row) or not (is_word or _is_joined(row[owner])) or not _speaks_for(row[name], row[owner]):
                break
            held, state = row[name].mention, row[owner].mention
            assert held is not None
            assert state is not None
            span = cover([item.span for item in row[owner : name + 1]])
            mention = replace(held, span=span, text=span.of(self.text), marks=held.marks | (state.marks & {"and"}))
            folded.extend([*row[start:owner], mention_item(mention)])
            at = name + 1
        return at

    def _full_name(self, row: list[Item], at: int) -> tuple[Item, int] | None:
        """Return an unknown person's full name that stands beside a verb of saying, and how many items it takes."""
        first = self._holders.past_titles(row, at)
        length = name_length(row, first, self.lexicon)
        if length < FULL_NAME_WORDS or _is_title(row) or self._holds_post(row, first, length):
            return None
        if any(self.lexicon.class_atom("no_name") in item.atoms for item in row[first : first + length]):
            return None
        stands_for, reach = self._affiliation(row, first + length)
        if not (stands_for or self._speaks(row, at, reach)):
            return None
        length += first - at
        span = cover([row[first].span, row[at + length - 1].span])
        party = self.people.meet(without_possessive(span.of(self.text), self.lexicon), stands_for=stands_for)
        marks = self._case_marks(row[at : at + length])
        if self.lexicon.language.case_on == "last":
            marks = self._edge_marks(row[first], row[at + length - 1], set(), is_name=True)
        mention = Mention(span=span, text=span.of(self.text), kind=MentionKind.PERSON, form=Form.NAME,
                          parties=(party,), marks=frozenset(marks))  # fmt: skip
        return mention_item(mention), length

    def _holds_post(self, row: Sequence[Item], first: int, length: int) -> bool:
        """Return whether capital letters make an office, not a name: "Güvenlik Politikası Yüksek Temsilcisi"."""
        last = row[first + length - 1]
        return self.lexicon.language.case_on == "last" and any(atom in self.lexicon.posts for atom in last.atoms)

    def _affiliation(self, row: Sequence[Item], at: int) -> tuple[str, int]:
        """Return for whom a name is said to speak, and where that ends: "of the TPLF", ", the U.S. envoy,"."""
        if at + 1 >= len(row):
            return "", at
        if row[at].lower in COMMAS:
            end = at + 1
            while end < len(row) and row[end].lower not in COMMAS and end - at < _LONGEST_APPOSITION:
                end += 1
            inside = row[at + 1 : end]
            has_post = any(self._head_at(row, index) is not None for index in range(at + 1, min(end, len(row))))
            owner = next((item.mention.parties[0].name for item in inside if owns(item) and item.mention), "")
            speaks = self._speaks(row, at, min(end + 1, len(row)))
            return (owner, end + 1) if (has_post or (owner and speaks)) and end < len(row) else ("", at)
        if self.lexicon.roles.before.get(row[at].lower) == "of":
            owners = self._owners.after(row, at)
            if owners.parties:
                return owners.parties[0].name, owners.end
        return "", at

    def _speaks(self, row: Sequence[Item], start: int, end: int) -> bool:
        """Return whether a verb of saying stands beside, or a word of some act follows."""
        say = self.lexicon.class_atom("say")
        if any(0 <= beside < len(row) and say in row[beside].atoms for beside in (start - 1, end)):
            return True
        return end < len(row) and any(atom in self.lexicon.acts for atom in row[end].atoms)

    def is_office(self, row: Sequence[Item], at: int) -> bool:
        """Return whether the words at a place of the row begin the phrase of an office or body."""
        return self._head_at(row, at) is not None

    def _head_at(self, row: Sequence[Item], at: int) -> _Head | None:
        best: _Head | None = None
        tags = row[at].analysis.tags
        if describes_noun(row, at, self.lexicon):
            return None
        if row[at].mention is not None or (tags & {"past", "ing"} and "noun" not in tags):
            return None
        for atom in row[at].atoms:
            for post in self.lexicon.posts.get(atom, ()):
                best = _longer(best, find_match(post.pattern, row, at), _Head(at, at, post=post))
            for body in self.lexicon.bodies.get(atom, ()):
                best = _longer(best, find_match(body.pattern, row, at), _Head(at, at, body=body))
        return best

    def _phrase(
        self, row: Sequence[Item], head: _Head, before: Owners, folded: Sequence[Item]
    ) -> tuple[Item | None, int, int]:
        """Return the item, how many items of the row so far it takes in, and where in the row it ends."""
        inside = parties_in(row[head.start : head.end])
        is_owned = bool(before.parties or inside) and not self._names_itself(row, head)
        after = (
            self._owners.after(row, head.end, of_body=head.body is not None)
            if not is_owned
            else Owners((), head.end, head.end)
        )
        owners = (before.parties or inside or after.parties) if is_owned else (after.parties or before.parties)
        end = max(head.end, after.end)
        if head.body is not None:
            return self._body(row, head, owners, folded[len(folded) - before.start :], end)
        if not owners:
            owners, end = self._served(row, head, end)
        end_of_office = end
        name, end = self._holders.named(row, end, owners)
        if name is None and owners:
            name, end = self._holders.after_remit(row, end, owners)
        elif name is None:
            name, end = self._holders.after_unknown(row, end)
        if name is not None and not owners and not self.lexicon.language.owner_follows:
            late = self._owners.after(row, end)
            owners = late.parties
            end = max(end, late.end)
            if owners and not name.stands_for and name.actor is None:
                name = self.people.meet(name.name, stands_for=owners[0].name)
        if name is None and not owners:
            return None, 0, head.end
        assert head.post is not None
        more, end = self._holders.further(row, end, owners) if name is not None and head.post.is_plural else ((), end)
        span = cover([item.span for item in (*folded[len(folded) - before.start :], *row[head.start : end])])
        is_group = head.post.is_plural or len(owners) > 1
        post = head.post.post.post
        parties = (name, *more) if name is not None else tuple(replace(owner, post=post) for owner in owners)
        marks = {"plural"} if is_group else set[str]()
        agreeing = [*folded[len(folded) - before.start :], *(row[end_of_office:end] if name is not None else ())]
        office = row[head.start : head.end]
        cases = _agreed(self._case_marks(office, is_group), agreeing)
        if not cases and agreeing and self.lexicon.language.case_on == "first":
            cases = _agreed(self._case_marks(office), agreeing) or self._case_marks(office)
            marks.add("plural")
        marks |= self._edge_marks(row[head.start], row[end - 1], cases, is_name=end > end_of_office)
        marks |= _possessive(row[end - 1], self.lexicon)
        kind = MentionKind.PERSON if name is not None else MentionKind.STATE
        form = Form.OFFICE if name is None else Form.NAME
        mention = Mention(span=span, text=span.of(self.text), kind=kind, form=form, parties=parties,
                          post=post, marks=frozenset(marks))  # fmt: skip
        return replace(mention_item(mention), office=_lemmas(office)), before.start, end

    def _names_itself(self, row: Sequence[Item], head: _Head) -> bool:
        """Return whether a common noun for a body is followed by the body's own name: «палестинское движение ХАМАС»."""
        if head.body is None or head.body.body.name or head.end >= len(row) or self.lexicon.language.case_on == "last":
            return False
        mention = row[head.end].mention
        is_body = mention is not None and mention.kind is MentionKind.BODY
        return is_body and bool(self._owners.after(row, head.end, of_body=True).parties)

    def _edge_marks(self, first: Item, last: Item, cases: set[str], *, is_name: bool = False) -> set[str]:
        """Return the marks that the phrase's first word gives it by a clitic, and its last by an ending, or `cases`.

        Args:
            is_name: Whether the last word is a name: its ending counts where an apostrophe parts it from the name.
        """
        if self.lexicon.language.case_on == "last":
            token = last.token
            is_bare = is_name and token is not None and not set(token.text) & APOSTROPHES
            cases = set() if is_bare else set(marks_of(last) & (CASES | OBLIQUE))
        return cases | set(first.analysis.tags & CLITIC_MARKS)

    def _served(self, row: Sequence[Item], head: _Head, at: int) -> tuple[tuple[Party, ...], int]:
        """Return for whom one works who is named by another's name in a case of its own: «пресс-секретарь Токаева»."""
        mention = row[at].mention if at < len(row) else None
        office = self._case_marks(row[head.start : head.end])
        if (
            self.lexicon.language.case_on == "last"
            or mention is None
            or mention.kind is not MentionKind.PERSON
            or "gen" not in mention.marks
            or "gen" in office
        ):
            return (), at
        return tuple(Party(name=party.stands_for or party.name) for party in mention.parties), at + 1

    def _case_marks(self, words: Sequence[Item], is_group: bool | None = None) -> set[str]:
        """Return the cases of the phrase: those of its first word that has any, in its number where that is known."""
        for item in words:
            tags = item.analysis.tags
            cases = tags & CASES
            if cases:
                number = "plur" if is_group else "sing"
                fitting = {case for case in cases if f"{case}.{number}" in tags}
                return fitting if fitting and is_group is not None else set(cases)
        return set()

    def _words_for(self, body: BodyEntry) -> frozenset[str]:
        """Return the words by which a body is called: «МИД» is a ministry too."""
        words = _WORD.findall(" ".join(body.body.words))
        return frozenset[str]().union(*(self.lexicon.analyse(word).lemmas for word in words))

    def _body(
        self, row: Sequence[Item], head: _Head, owners: tuple[Party, ...], before: Sequence[Item], end: int
    ) -> tuple[Item | None, int, int]:
        """Return the item of a body, and what `_phrase` returns beside it; `before` are the owners' items before it."""
        assert head.body is not None
        if not owners:
            return None, 0, head.end
        span = cover([item.span for item in (*before, *row[head.start : end])])
        name = head.body.body.name
        parties = owners
        if name:
            parties = tuple(
                Party(name=f"{party.name} {name}", stands_for=party.stands_for or party.name, kind=MentionKind.BODY)
                if not party.name.endswith(name)
                else party
                for party in owners
            )
        cases = _agreed(self._case_marks(row[head.start : head.end]), before)
        marks = self._edge_marks(row[head.start], row[end - 1], cases) | _possessive(row[end - 1], self.lexicon)
        mention = Mention(span=span, text=span.of(self.text), kind=MentionKind.BODY, form=Form.NAME, parties=parties,
                          marks=frozenset(marks))  # fmt: skip
        item = mention_item(mention)
        # «размещение миротворцев Кении»: the words of the body are still words of an expression.
        words = frozenset[int]().union(*(word.atoms for word in row[head.start : head.end] if word.is_word))
        office = _lemmas(row[head.start : head.end])
        if name:
            office |= self._words_for(head.body)
        return replace(item, atoms=item.atoms | words, office=office), len(before), end


def _longer(best: _Head | None, match: Match | None, head: _Head) -> _Head | None:
    if match is None:
        return best
    found = _Head(match.first, match.last + 1, head.post, head.body)
    is_plural = head.post is not None and head.post.is_plural
    return found if best is None or found.end > best.end or (found.end == best.end and is_plural) else best


def _agreed(cases: set[str], words: Sequence[Item]) -> set[str]:
    """Return the cases that the words which agree with a noun can stand in as well.

    A name that only the analyser guesses at narrows them where it can, and never leaves none.
    """
    for item in words:
        marks = item.mention.marks & CASES if item.mention is not None else item.analysis.tags & CASES
        if marks and (item.mention is not None or cases & marks):
            cases = cases & marks
    return cases


def _lemmas(words: Sequence[Item]) -> frozenset[str]:
    return frozenset[str]().union(*(word.analysis.lemmas for word in words))


def _is_title(row: Sequence[Item]) -> bool:
    """Return whether a sentence is a headline in capitals, where every word looks like a name."""
    words = [item.token_text for item in row if item.is_word]
    return bool(words) and sum(word[:1].isupper() for word in words) > _MOSTLY * len(words)


_MOSTLY = 0.7


def _possessive(item: Item, lexicon: Lexicon) -> set[str]:
    if item.mention is not None:
        return set(item.mention.marks & {"possessive"})
    token = item.token
    return {"possessive"} if token is not None and without_possessive(token.text, lexicon) != token.text else set()


def _is_joined(item: Item) -> bool:
    """Return whether "and" is one word with the naming."""
    return item.mention is not None and "and" in item.mention.marks


def _speaks_for(person: Item, state: Item) -> bool:
    if person.mention is None or state.mention is None or person.mention.kind is not MentionKind.PERSON:
        return False
    states = {party.name for party in state.mention.parties if state.mention.kind is MentionKind.STATE}
    return any(party.stands_for in states for party in person.mention.parties)
