"""Noun phrases that name someone by office or body: "Azerbaijan's then president", «глава МИД Армении».

Takes a sentence's row of items in which the gazetteer's namings stand already, and gives the row back with each such
phrase as one item: nationality, office and name together. The state comes from the words around the office as the
language's roles.yml says (before it, after "of", in the genitive, after it); the person's name from what follows.
Where no name follows, the phrase stands for the state or body: the article does not name the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.dossier.folding import APOSTROPHES
from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import BodyEntry, Lexicon, PostEntry
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import Span, cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.people import CASES, POSSESSIVE_ENDINGS, Acquaintances, bare_name_length, name_length

_OWNING_KINDS = (MentionKind.STATE, MentionKind.BODY, MentionKind.PLACE, MentionKind.PEOPLE)
_FULL_NAME_WORDS = 2
_COMMAS = frozenset({",", "،"})
_LONGEST_APPOSITION = 12
"""How many items the words between two commas that say who someone is may have."""
_OBLIQUE = frozenset({"dat", "acc", "ins", "loc", "abl"})
_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_CLITIC_MARKS = frozenset({"and", "in", "to", "like"})


_REMITS = frozenset({"about", "for", "on"})
_LONGEST_REMIT = 9
"""So many items may stand between an office and its holder's name, for what the office is for."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of an office or body in the row."""

    start: int
    end: int
    post: PostEntry | None = None
    body: BodyEntry | None = None


@dataclass(frozen=True, slots=True)
class _Owners:
    """The states or bodies whose office it is, and how far in the row they reach."""

    parties: tuple[Party, ...]
    start: int
    end: int


@dataclass(slots=True)
class PhraseFinder:
    """Finds the phrases of one article; keeps its acquaintances."""

    text: str
    lexicon: Lexicon
    people: Acquaintances

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
            before = self._owners_before(folded)
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
            owners = self._owners_after(row, _Head(at, at + 1)) if row[at].lower in self.lexicon.roles.joins else None
            name, end = self._name(row, owners.end, owners.parties) if owners and owners.parties else (None, at)
            if name is None:
                break
            span = cover([item.span for item in row[at + 1 : end]])
            folded.append(row[at])
            folded.append(mention_item(replace(first, span=span, text=span.of(self.text), parties=(name,))))
            at = end
        return at

    def _full_name(self, row: list[Item], at: int) -> tuple[Item, int] | None:
        """Return an unknown person's full name that stands beside a verb of saying, and how many items it takes."""
        first = self._after_titles(row, at)
        length = name_length(row, first, self.lexicon)
        if length < _FULL_NAME_WORDS or _is_title(row) or self._holds_post(row, first, length):
            return None
        stands_for, reach = self._affiliation(row, first + length)
        if not (stands_for or self._speaks(row, at, reach)):
            return None
        length += first - at
        span = cover([row[first].span, row[at + length - 1].span])
        party = self.people.meet(_without_possessive(span.of(self.text)), stands_for=stands_for)
        mention = Mention(span=span, text=span.of(self.text), kind=MentionKind.PERSON, form=Form.NAME,
                          parties=(party,), marks=frozenset(self._case_marks(row[at : at + length])))  # fmt: skip
        return mention_item(mention), length

    def _holds_post(self, row: Sequence[Item], first: int, length: int) -> bool:
        """Return whether capital letters make an office, not a name: "Güvenlik Politikası Yüksek Temsilcisi"."""
        last = row[first + length - 1]
        return self.lexicon.language.case_on == "last" and any(atom in self.lexicon.posts for atom in last.atoms)

    def _affiliation(self, row: Sequence[Item], at: int) -> tuple[str, int]:
        """Return for whom a name is said to speak, and where that ends: "of the TPLF", ", the U.S. envoy,"."""
        if at + 1 >= len(row):
            return "", at
        if row[at].lower in _COMMAS:
            end = at + 1
            while end < len(row) and row[end].lower not in _COMMAS and end - at < _LONGEST_APPOSITION:
                end += 1
            inside = row[at + 1 : end]
            has_post = any(self._head_at(row, index) is not None for index in range(at + 1, min(end, len(row))))
            owner = next((item.mention.parties[0].name for item in inside if _owns(item) and item.mention), "")
            speaks = self._speaks(row, at, min(end + 1, len(row)))
            return (owner, end + 1) if (has_post or (owner and speaks)) and end < len(row) else ("", at)
        if self.lexicon.roles.before.get(row[at].lower) == "of":
            owners = self._owners_after(row, _Head(at, at))
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
        if row[at].mention is not None or (tags & {"past", "ing"} and "noun" not in tags):
            return None
        for atom in row[at].atoms:
            for post in self.lexicon.posts.get(atom, ()):
                best = _longer(best, find_match(post.pattern, row, at), _Head(at, at, post=post))
            for body in self.lexicon.bodies.get(atom, ()):
                best = _longer(best, find_match(body.pattern, row, at), _Head(at, at, body=body))
        return best

    def _owners_before(self, folded: Sequence[Item]) -> _Owners:
        """Return the owners that end the row so far; `start` counts items from its end."""
        nobody = _Owners((), 0, 0)
        if "before" not in self.lexicon.roles.owners:
            return nobody
        at = len(folded)
        while at > 0 and folded[at - 1].lower in self.lexicon.roles.modifiers:
            at -= 1
        if at > 1 and _is_plain(folded[at - 1], self.lexicon) and _owns(folded[at - 2]):
            at -= 1
        parties: list[Party] = []
        form: Form | None = None
        start = at
        while at > 0 and _owns(folded[at - 1]):
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
        return _Owners(tuple(parties), len(folded) - start, 0) if parties else nobody

    def _owners_after(self, row: Sequence[Item], head: _Head) -> _Owners:
        """Return the owners that follow: "of Armenia", in the genitive, or for a body "in Yerevan"."""
        wanted = self.lexicon.roles.owners
        start = at = head.end
        relation = self.lexicon.roles.before.get(row[at].lower, "") if at < len(row) and row[at].is_word else ""
        if relation == "of" or (relation == "in" and head.body is not None):
            if "of" not in wanted:
                return _Owners((), at, at)
            at += 1
            while at < len(row) and row[at].lower in self.lexicon.roles.determiners:
                at += 1
        elif ("genitive" not in wanted and "after" not in wanted) or not (
            at < len(row) and _owns(row[at]) and self._may_follow(row[at])
        ):
            return _Owners((), at, at)
        parties: list[Party] = []
        end = start
        while at < len(row) and _owns(row[at]):
            mention = row[at].mention
            assert mention is not None
            parties.extend(mention.parties)
            at += 1
            end = at
            if at < len(row) and "and" in _marks_of(row[at]) and _owns(row[at]):
                continue
            if at < len(row) and row[at].lower in self.lexicon.roles.joins:
                at += 1
                while at < len(row) and row[at].lower in self.lexicon.roles.determiners:
                    at += 1
                continue
            break
        return _Owners(tuple(parties), start, end)

    def _may_follow(self, item: Item) -> bool:
        mention = item.mention
        if mention is not None and mention.marks & (_CLITIC_MARKS - {"to"}):
            return False
        if mention is None or mention.form is Form.DEMONYM:
            return "after" in self.lexicon.roles.owners
        return "after" in self.lexicon.roles.owners or "gen" in mention.marks or not mention.marks & CASES

    def _phrase(
        self, row: Sequence[Item], head: _Head, before: _Owners, folded: Sequence[Item]
    ) -> tuple[Item | None, int, int]:
        """Return the item, how many items of the row so far it takes in, and where in the row it ends."""
        inside = _parties_in(row[head.start : head.end])
        is_owned = bool(before.parties or inside)
        after = self._owners_after(row, head) if not is_owned else _Owners((), head.end, head.end)
        owners = before.parties or inside or after.parties
        end = max(head.end, after.end)
        if head.body is not None:
            return self._body(row, head, owners, before.start, end, folded)
        if not owners:
            owners, end = self._served(row, head, end)
        end_of_office = end
        name, end = self._name(row, end, owners)
        if name is None and owners:
            name, end = self._name_after_remit(row, end, owners)
        if name is not None and not owners and not self.lexicon.language.owner_follows:
            late = self._owners_after(row, _Head(head.start, end, head.post))
            owners = late.parties
            end = max(end, late.end)
            if owners and not name.stands_for and name.actor is None:
                name = self.people.meet(name.name, stands_for=owners[0].name)
        if name is None and not owners:
            return None, 0, head.end
        assert head.post is not None
        more, end = self._further_names(row, end, owners) if name is not None and head.post.is_plural else ((), end)
        span = cover([item.span for item in (*folded[len(folded) - before.start :], *row[head.start : end])])
        is_group = head.post.is_plural or len(owners) > 1
        parties = (name, *more) if name is not None else owners
        marks = {"plural"} if is_group else set[str]()
        agreeing = [*folded[len(folded) - before.start :], *(row[end_of_office:end] if name is not None else ())]
        office = row[head.start : head.end]
        cases = _agreed(self._case_marks(office, is_group), agreeing)
        if not cases and agreeing and self.lexicon.language.case_on == "first":
            cases = _agreed(self._case_marks(office), agreeing) or self._case_marks(office)
            marks.add("plural")
        marks |= self._edge_marks(row[head.start], row[end - 1], cases, is_name=end > end_of_office)
        kind = MentionKind.PERSON if name is not None else MentionKind.STATE
        form = Form.OFFICE if name is None else Form.NAME
        mention = Mention(span=span, text=span.of(self.text), kind=kind, form=form, parties=parties,
                          post=head.post.post.post, marks=frozenset(marks | _possessive(row[end - 1])))  # fmt: skip
        return mention_item(mention), before.start, end

    def _is_apart(self, mention: Mention) -> bool:
        """Return whether its case shows that a name owns nothing: "in Armenia" before "the minister"."""
        marks = mention.marks
        return self.lexicon.language.case_on == "last" and bool(marks & _OBLIQUE) and "derived" not in marks

    def _edge_marks(self, first: Item, last: Item, cases: set[str], *, is_name: bool = False) -> set[str]:
        """Return the marks that the phrase's first word gives it by a clitic, and its last by an ending, or `cases`.

        Args:
            is_name: Whether the last word is a name: its ending counts where an apostrophe parts it from the name.
        """
        if self.lexicon.language.case_on == "last":
            token = last.token
            is_bare = is_name and token is not None and not set(token.text) & APOSTROPHES
            cases = set() if is_bare else set(_marks_of(last) & (CASES | _OBLIQUE))
        return cases | set(first.analysis.tags & _CLITIC_MARKS)

    def _further_names(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[tuple[Party, ...], int]:
        """Return the other holders that a plural office names after the first, and where the last name ends."""
        names: list[Party] = []
        while at < len(row) and len(names) + 1 < max(len(owners), _FULL_NAME_WORDS):
            joined = row[at].lower in self.lexicon.roles.joins
            start = at + 1 if joined else at
            if start >= len(row) or not (joined or "and" in _marks_of(row[start])):
                break
            name, end = self._name(row, start, owners[len(names) + 1 :])
            if name is None:
                break
            names.append(name)
            at = end
        return tuple(names), at

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

    def _name(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[Party | None, int]:
        """Return the person named from item `at` on, and where the name ends; None and `at` where none is."""
        start = at
        if at + 1 < len(row) and row[at].lower in _COMMAS:
            set_off = _is_person(row[at + 1]) or self._is_set_off(row, at + 1)
            at += 1 if set_off else 0
        at = self._after_titles(row, at)
        if at >= len(row):
            return None, start
        stands_for = owners[0].name if owners else ""
        in_quotes = row[at].lower in _QUOTES and at + 2 < len(row) and row[at + 2].lower in _QUOTES
        at += in_quotes
        mention = row[at].mention
        if mention is not None:
            if mention.kind is not MentionKind.PERSON or not mention.parties:
                return None, start
            return mention.parties[0], at + 1 + in_quotes
        length = name_length(list(row), at, self.lexicon) or bare_name_length(row, at, self.lexicon)
        surname = row[at + length].mention if length == 1 and at + 1 < len(row) else None
        if surname is not None and surname.kind is MentionKind.PERSON and surname.parties:
            # A given name as this text spells it, before a surname that is known.
            return surname.parties[0], at + 2
        if not length or (length == 1 and self.people.find(row[at].lower) is None and not owners):
            return None, start
        words = cover([row[at].span, row[at + length - 1].span]).of(self.text)
        return self.people.meet(_without_possessive(words), stands_for=stands_for), at + length

    def _is_set_off(self, row: Sequence[Item], at: int) -> bool:
        """Return whether an unknown full name stands between commas: "The envoy of the bloc, Jan Kowalski, said"."""
        length = name_length(list(row), at, self.lexicon)
        end = at + length
        return length >= _FULL_NAME_WORDS and end < len(row) and row[end].lower in _COMMAS

    def _name_after_remit(self, row: Sequence[Item], at: int, owners: tuple[Party, ...]) -> tuple[Party | None, int]:
        """Return the person named behind what the office is for: «спецпосланник ООН по Йемену», and where that ends."""
        if at >= len(row) or self.lexicon.roles.before.get(row[at].lower) not in _REMITS:
            return None, at
        for index in range(at + 2, min(at + _LONGEST_REMIT, len(row))):
            item = row[index]
            if not (item.is_word or item.mention) or item.analysis.tags & {"past", "present", "future"}:
                break
            if _is_person(item) or name_length(list(row), index, self.lexicon) >= _FULL_NAME_WORDS:
                return self._name(row, index, owners)
        return None, at

    def _after_titles(self, row: Sequence[Item], at: int) -> int:
        """Return where the titles before a name end: "Gen.", "Crown Prince"."""
        first = at
        while at < len(row) and (row[at].lower in self.lexicon.titles or (at > first and row[at].lower == ".")):
            at += 1
        return at

    def _body(
        self, row: Sequence[Item], head: _Head, owners: tuple[Party, ...], taken: int, end: int, folded: Sequence[Item]
    ) -> tuple[Item | None, int, int]:
        assert head.body is not None
        if not owners:
            return None, 0, head.end
        span = cover([item.span for item in (*folded[len(folded) - taken :], *row[head.start : end])])
        name = head.body.body.name
        parties = owners
        if name:
            parties = tuple(
                Party(name=f"{party.name} {name}", stands_for=party.stands_for or party.name, kind=MentionKind.BODY)
                if not party.name.endswith(name)
                else party
                for party in owners
            )
        cases = _agreed(self._case_marks(row[head.start : head.end]), folded[len(folded) - taken :])
        marks = self._edge_marks(row[head.start], row[end - 1], cases) | _possessive(row[end - 1])
        mention = Mention(span=span, text=span.of(self.text), kind=MentionKind.BODY, form=Form.NAME, parties=parties,
                          marks=frozenset(marks))  # fmt: skip
        item = mention_item(mention)
        # «размещение миротворцев Кении»: the words of the body are still words of an expression.
        words = frozenset[int]().union(*(word.atoms for word in row[head.start : head.end] if word.is_word))
        return replace(item, atoms=item.atoms | words), taken, end


def _marks_of(item: Item) -> frozenset[str]:
    return item.mention.marks if item.mention is not None else item.analysis.tags


def _longer(best: _Head | None, match: Match | None, head: _Head) -> _Head | None:
    if match is None:
        return best
    found = _Head(match.first, match.last + 1, head.post, head.body)
    is_plural = head.post is not None and head.post.is_plural
    return found if best is None or found.end > best.end or (found.end == best.end and is_plural) else best


def _parties_in(words: Sequence[Item]) -> tuple[Party, ...]:
    """Return the owners that stand within the words of an office: «глава российского МИД»."""
    return tuple(party for item in words if _owns(item) and item.mention for party in item.mention.parties)


def _agreed(cases: set[str], words: Sequence[Item]) -> set[str]:
    """Return the cases that the words which agree with a noun can stand in as well.

    A name that only the analyser guesses at narrows them where it can, and never leaves none.
    """
    for item in words:
        marks = item.mention.marks & CASES if item.mention is not None else item.analysis.tags & CASES
        if marks and (item.mention is not None or cases & marks):
            cases = cases & marks
    return cases


def _owns(item: Item) -> bool:
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


def _is_title(row: Sequence[Item]) -> bool:
    """Return whether a sentence is a headline in capitals, where every word looks like a name."""
    words = [item.token_text for item in row if item.is_word]
    return bool(words) and sum(word[:1].isupper() for word in words) > _MOSTLY * len(words)


_MOSTLY = 0.7


def _is_person(item: Item) -> bool:
    return item.mention is not None and item.mention.kind is MentionKind.PERSON


def _possessive(item: Item) -> set[str]:
    if item.mention is not None:
        return set(item.mention.marks & {"possessive"})
    token = item.token
    return {"possessive"} if token is not None and _without_possessive(token.text) != token.text else set()


def _without_possessive(words: str) -> str:
    for ending in POSSESSIVE_ENDINGS:
        if words.endswith(ending):
            return words[: -len(ending)]
    return words


def joined_span(items: Sequence[Item]) -> Span:
    """Return the span that covers all of the items."""
    return cover([item.span for item in items])
