"""Whom pronouns and groups stand for: "he", "their", "the two sides", "our government".

One pass from the first sentence to the last. A person pronoun stands for the person who led the sentence before or the
clause so far; a group for the last pair named together, or the two sides that the article is about. First-person
pronouns stand for who speaks. Where nothing fits, the pronoun stays unresolved: nobody is filled in by guess.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goodoffices.lexicon.compile import Match, Pattern, find_match
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import Span, cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.left_out import leaves_subject_out
from goodoffices.reading.marks import CASES, DASHES
from goodoffices.reading.owned import fold_owned
from goodoffices.reading.relations import ATTRIBUTIVE, BARE, find_relations, joined_before
from goodoffices.reading.standins import StandIns

SpeakerOf = Callable[[Span], tuple[Party, ...]]
"""Gives who speaks the words that stand at a span; nobody where they are the article's own."""

PAIR = 2
_OPENING_ROWS = 3
"""Title and first sentences: the pair that leads one of them is what the article is about."""
_LEADING_COUNTS = 1
_NAMED_OFTEN = 2
"""Whom an article names only once it is not about."""


@dataclass(slots=True)
class Referents:
    """Who could be meant, at the point of the article that reading has reached."""

    lexicon: Lexicon
    speaker_of: SpeakerOf
    # The stretches that somebody says; empty where nothing is known of them.
    told: Sequence[Span] = ()
    # The two sides that the article is about.
    sides: tuple[Party, ...] = ()
    person: Party | None = None
    pair: tuple[Party, ...] = ()
    present: tuple[Party, ...] = ()
    # The armed movement, party or organisation named last, and the state that the article is most about.
    movement: Party | None = None
    # The state or body that led a sentence last.
    body: Party | None = None
    home: Party | None = None
    # Who led the sentence before, in the article's own words: whom one without a subject speaks of.
    led: tuple[Party, ...] = ()
    # The side of the article whose people led the sentence before.
    leader: Party | None = None
    # Persons of the sentence so far, in order.
    _row_people: list[Party] = field(default_factory=list)
    _pair_leads: bool = False
    # The troops or officials of one side who lead the sentence so far: "they" in it.
    _row_force: Party | None = None
    # The person who leads the sentence so far in the article's own words: "he" in the next one.
    _row_leader: Party | None = None
    _standins: StandIns = field(init=False)
    # The tables of group phrases, each with whom they stand for at this point.
    _groups: tuple[tuple[Mapping[int, Sequence[Pattern]], Callable[["Referents"], tuple[Party, ...]]], ...] = field(
        init=False
    )

    def __post_init__(self) -> None:
        self._standins = StandIns(self.lexicon)
        lexicon = self.lexicon
        self._groups = (
            (lexicon.groups, Referents.of_whom_it_speaks),
            (lexicon.state_groups, lambda of: tuple(map(state_of, of.of_whom_it_speaks()))),
            (lexicon.all_present, lambda of: of.present or of.pair or of.sides),
            (lexicon.movements, lambda of: (of.movement,) if of.movement else ()),
            (lexicon.governments, lambda of: tuple(party for party in (of.home or of.leader,) if party)),
        )

    def resolve(self, items: list[Item]) -> list[Item]:
        """Return a row with its pronouns and groups as namings of whom they stand for."""
        self._row_people, self._pair_leads, self._row_force = [], False, None
        self.person, self._row_leader = self._row_leader or self.person, None
        self._standins.next_row()
        grouped = self._group_phrases(items)
        relations = find_relations(grouped, self.lexicon)
        resolved: list[Item] = []
        groups = {at: group for at, group in joined_groups(grouped, self.lexicon) if relations[at] != ATTRIBUTIVE}
        for index, (item, relation) in enumerate(zip(grouped, relations, strict=True)):
            following = grouped[index + 1] if index + 1 < len(grouped) else None
            new = self._pronoun(item, following)
            self._note(groups.get(index, ()), relation)
            mention = new.mention
            if mention is not None and mention.kind is MentionKind.BODY and not mention.parties[0].stands_for:
                self._note_movement(mention.parties[0])
            if mention is not None and relation == BARE and _is_one_body(mention):
                self.body = mention.parties[0]
                if not self._pair_leads and self._several & new.atoms:
                    self._row_force = mention.parties[0]
            if mention is not None and mention.kind is MentionKind.PERSON and len(mention.parties) == 1:
                self._row_people.append(mention.parties[0])
                if relation == BARE:
                    self.person = mention.parties[0]
                    if self._row_leader is None and not self._is_told(mention.span):
                        self._row_leader = self.person
            resolved.append(new)
        self._note_leader(resolved, relations)
        self._note_led(resolved, relations)
        people = _unique(self._row_people)
        if len(people) > PAIR:
            self.present = people
        return fold_owned(resolved, self.lexicon)

    def of_whom_it_speaks(self) -> tuple[Party, ...]:
        """Return the pair whose talks are meant where no one is named; the article's sides before two mediators."""
        if len(self.pair) != PAIR:
            return self.sides
        named, sides = {state_of(party).name for party in self.pair}, {side.name for side in self.sides}
        return self.sides if sides and not named & sides else self.pair

    def of_whose_talks(self) -> tuple[Party, ...]:
        """Return the two whose talks are meant where nobody is named: the article's sides, else the last pair."""
        return self.sides or self.of_whom_it_speaks()

    @property
    def _several(self) -> frozenset[int]:
        """The atoms of words for people whom a side has several of."""
        return frozenset({self.lexicon.class_atom("troops"), self.lexicon.class_atom("sent")}) - {-1}

    def _is_told(self, at: Span) -> bool:
        """Return whether words are somebody's, not the article's own."""
        return any(words.contains(at) for words in self.told)

    def _pronoun(self, item: Item, following: Item | None) -> Item:
        entry = self.lexicon.pronouns.pronouns.get(item.lower) if item.token else None
        if entry is None:
            return item
        is_empty = following is not None and self.lexicon.class_atom("after_empty_subject") in following.atoms
        if entry.startswith("body nom") and is_empty:
            return item
        if entry.startswith("several nom") and self._leads_names(item, following):
            return item
        who, *marks = entry.split()
        parties = self._stands_for(who, item.span)
        if who == "several" and self._row_force is not None:
            parties = (self._row_force,)
        kind = MentionKind.PERSON if who in ("person", "speaker") else MentionKind.STATE
        mention = Mention(span=item.span, text=item.lower, kind=kind, form=Form.PRONOUN, parties=parties,
                          marks=frozenset(marks))  # fmt: skip
        named = mention_item(mention)
        return replace(named, atoms=named.atoms | item.atoms) if parties else item

    def _leads_names(self, item: Item, following: Item | None) -> bool:
        """Return whether a word like "both" only stands before those whom it counts: "both Serbia and Kosovo"."""
        determiners = self.lexicon.roles.determiners
        if following is None or item.lower not in determiners:
            return False
        return following.mention is not None or following.lower in determiners

    def _stands_for(self, who: str, at: Span) -> tuple[Party, ...]:
        match who:
            case "person":
                return (self.person,) if self.person else ()
            case "body":
                return (self.body,) if self.body else ()
            case "several":
                return self.pair or self.sides
            case "speaker":
                return self.speaker_of(at)[:1]
            case "speaker_state":
                return tuple(state_of(party) for party in self.speaker_of(at)[:1])
        return ()

    def _group_phrases(self, items: list[Item]) -> list[Item]:
        found: list[Item] = []
        at = 0
        while at < len(items):
            length, item = self._standins.at(items, at)
            if item is not None:
                self._standins.note(item)
                found.append(item)
                at += length
                continue
            if items[at].mention is not None:
                self._standins.note(items[at], is_joined=joined_before(items, at, self.lexicon) is not None)
            length, parties = self._group_with_owner(items, at)
            if length:
                span = cover([item.span for item in items[at : at + length]])
                words_of_case = items[at + (length - 1 if self.lexicon.language.case_on == "last" else 0) : at + length]
                cases = frozenset().union(*(item.analysis.tags & _GROUP_MARKS for item in words_of_case))
                marks = {"plural", *cases}
                if not cases and _is_object(words_of_case[-1], self.lexicon):
                    marks.add("acc")
                if (
                    at + length < len(items)
                    and items[at + length].span.start == span.end
                    and items[at + length].lower in ("'", "’")
                ):
                    marks.add("possessive")
                mention = Mention(span=span, text="", kind=MentionKind.STATE, form=Form.GROUP, parties=parties,
                                  marks=frozenset(marks))  # fmt: skip
                named = mention_item(mention)
                # "blamed each other": the words of a group are still words of an expression.
                words = frozenset[int]().union(*(item.atoms for item in items[at : at + length]))
                found.append(replace(named, atoms=named.atoms | words))
            else:
                found.append(items[at])
            at += max(length, 1)
        return found

    def _group_with_owner(self, items: Sequence[Item], at: int) -> tuple[int, tuple[Party, ...]]:
        """Return a group phrase and whom it stands for: "the leaders of the two countries" are the countries."""
        length, parties = self._group_at(items, at)
        if length and self.lexicon.language.case_on == "last":
            return length + self._owned_by_group(items, at + length), parties
        owner = at + length + 1
        if length and owner < len(items) and self.lexicon.roles.before.get(items[owner - 1].lower) == "of":
            more, owners = self._group_at(items, owner)
            if more:
                return length + 1 + more, owners
        return length, parties

    def _owned_by_group(self, items: Sequence[Item], at: int) -> int:
        """Return how many items behind a group in the genitive name its people: «iki ülkenin dışişleri bakanları»."""
        if "gen" not in items[at - 1].analysis.tags:
            return 0
        people = self.lexicon.class_atom("people_of_several")
        for end in range(at, min(at + _LONGEST_OWNED, len(items))):
            if not items[end].is_word or items[end].analysis.tags & CASES:
                return end + 1 - at if people in items[end].atoms else 0
            if people in items[end].atoms:
                return end + 1 - at
        return 0

    def _group_at(self, items: Sequence[Item], at: int) -> tuple[int, tuple[Party, ...]]:
        best = 0
        parties: tuple[Party, ...] = ()
        if items[at].mention is not None:
            return 0, ()
        for atom in sorted(items[at].atoms):
            for table, whom_of in self._groups:
                patterns = table.get(atom)
                whom = whom_of(self) if patterns else ()
                for pattern in patterns or ():
                    match = find_match(pattern, items, at)
                    if match is None or not whom or _names_somebody(match, items, table is self.lexicon.movements):
                        continue
                    if len(whom) > 1 and self._is_one(items[match.last]) and not self._is_each(items[at]):
                        continue
                    if self._has_complement(items, match.last):
                        continue
                    if match.last + 1 - at > best:
                        best, parties = match.last + 1 - at, whom
        return best, parties

    def _has_complement(self, items: Sequence[Item], last: int) -> bool:
        """Return whether a genitive says whose ministers they are, who then are no group: «министры стран АСЕАН»."""
        if "genitive" not in self.lexicon.roles.owners or last + 1 >= len(items):
            return False
        is_office = any(atom in self.lexicon.posts for atom in items[last].atoms) or "gen" in items[last].analysis.tags
        tags = items[last + 1].analysis.tags
        return is_office and {"noun", "gen"} <= tags and not tags & {"nom", "acc"}

    def _is_one(self, noun: Item) -> bool:
        """Return whether a noun for an office or side, in a language with articles, has the form of one: no group."""
        is_known = bool(noun.atoms & (self.lexicon.posts.keys() | self.lexicon.bodies.keys()))
        return is_known and self.lexicon.class_atom("definite_sign") >= 0 and noun.analysis.lemmas == {noun.lower}

    def _is_each(self, first: Item) -> bool:
        """Return whether a word speaks of all by naming one: "each side"."""
        return self.lexicon.class_atom("each") in first.atoms

    def _note_movement(self, party: Party) -> None:
        """Keep the movement that is named; one that is no side of the article not before one that is."""
        sides = {side.name for side in self.sides}
        if self.movement is None or party.name in sides or self.movement.name not in sides:
            self.movement = party

    def _note_leader(self, items: Sequence[Item], relations: Sequence[str]) -> None:
        """Keep the side for which whoever leads this sentence speaks."""
        mentions = (item.mention for item, relation in zip(items, relations, strict=True) if relation == BARE)
        first = next((mention for mention in mentions if mention is not None and mention.parties), None)
        if first is None or len(first.parties) != 1:
            self.leader = None
            return
        state = state_of(first.parties[0])
        self.leader = next((side for side in self.sides if side.name == state.name), None)

    def _note_led(self, items: Sequence[Item], relations: Sequence[str]) -> None:
        """Keep who leads this sentence; one that leaves its subject out is led as the one before it."""
        leading = [
            at
            for at, relation in enumerate(relations)
            if relation == BARE and items[at].mention is not None and not _is_dateline(items, at)
        ]
        if not leading and leaves_subject_out(items, self.lexicon):
            return
        first = items[leading[0]].mention if leading else None
        is_told = first is None or self._is_told(first.span)
        self.led = () if first is None or is_told or first.form is Form.GROUP else first.parties

    def _note(self, group: tuple[Party, ...], relation: str) -> None:
        """Keep the pair that leads a sentence; one in a lesser place only where none leads it."""
        if len({state_of(party).name for party in group}) < len(group) and len(group) == PAIR:
            return  # A person and the state that he speaks for are no two sides.
        if len(group) == PAIR and relation not in _OF_HELPERS and (relation == BARE or not self._pair_leads):
            self.pair = group
            self._pair_leads = relation == BARE
        if len(group) > PAIR:
            self.present = group


_OF_HELPERS = frozenset({"by", "through"})
"""Relations of two who help: talks "mediated by Qatar and Turkey" are not theirs."""
_LONGEST_OWNED = 4
"""So many items may name the people of a group: «iki ülkenin askeri harekât müdürleri»."""
_GROUP_MARKS = CASES | {"abl", "to", "in", "and"}


def _names_somebody(match: Match, items: Sequence[Item], may_have_nation: bool) -> bool:
    """Return whether a word of a group phrase belongs to a naming: "the Armenian side" is no group.

    Args:
        may_have_nation: Whether a nationality names nobody: "the Palestinian group" is the movement named before.
    """
    namings = (mention for at in match.items if at >= 0 and (mention := items[at].mention) is not None)
    return any(not may_have_nation or mention.form is not Form.DEMONYM for mention in namings)


def _is_object(noun: Item, lexicon: Lexicon) -> bool:
    """Return whether a noun of a group has one letter more than its stem: «iki lideri»; owned, it had an owner."""
    is_last = lexicon.language.case_on == "last" and noun.is_word
    return is_last and len(noun.lower) - min(map(len, noun.analysis.lemmas), default=0) == 1


def _is_dateline(items: Sequence[Item], at: int) -> bool:
    """Return whether a naming only says where the report comes from: "Port Sudan –", "Doha (agencies)"."""
    return at == 0 and len(items) > 1 and items[1].lower in DASHES | {"(", ":", "/"}


def _is_one_body(mention: Mention) -> bool:
    return mention.kind is not MentionKind.PERSON and len(mention.parties) == 1 and mention.form is not Form.PRONOUN


def state_of(party: Party) -> Party:
    """Return the state or body that a party speaks for, or the party itself."""
    if not party.stands_for:
        return party
    return Party(name=party.stands_for, kind=MentionKind.STATE)


def joined_groups(items: Sequence[Item], lexicon: Lexicon) -> list[tuple[int, tuple[Party, ...]]]:
    """Return the groups of parties that a row names together, in order, each with the number of its last naming."""
    groups: list[list[Party]] = []
    group_of: dict[int, int] = {}
    last: list[int] = []
    for index, item in enumerate(items):
        mention = item.mention
        if mention is None or not mention.parties or mention.form is Form.PRONOUN:
            continue
        before = joined_before(items, index, lexicon)
        if before is not None and before in group_of:
            group_of[index] = group_of[before]
            groups[group_of[before]].extend(mention.parties)
            last[group_of[before]] = index
        else:
            group_of[index] = len(groups)
            groups.append(list(mention.parties))
            last.append(index)
    return [(at, _unique(group)) for at, group in zip(last, groups, strict=True) if len(_unique(group)) > 1]


def _unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in parties}.values())


def find_home(rows: Iterable[Sequence[Item]]) -> Party | None:
    """Return the state that an article is about: named more than once, and oftener than any other; else None."""
    named: Counter[str] = Counter()
    for items in rows:
        for item in items:
            mention = item.mention
            if mention is not None and mention.kind in (MentionKind.STATE, MentionKind.PERSON, MentionKind.PLACE):
                states = (state_of(party) for party in mention.parties)
                named.update(state.name for state in states if state.kind is MentionKind.STATE)
    (name, count), (_, second) = (*named.most_common(PAIR), ("", 0), ("", 0))[:PAIR]
    return Party(name=name, kind=MentionKind.STATE) if count >= max(_NAMED_OFTEN, second + 1) else None


def find_sides(rows: Iterable[Sequence[Item]], lexicon: Lexicon, parties: Sequence[str]) -> tuple[Party, ...]:
    """Return the two sides that an article is about.

    Those of the dossier's parties that it names, where it names two; else the two states or bodies that it most often
    names together, those that lead its title or its first sentences before others; else nobody.

    Args:
        parties: English names of the dossier's parties; empty without a dossier.
    """
    named: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    leading: set[tuple[str, str]] = set()
    for number, items in enumerate(rows):
        for item in items:
            if item.mention is not None:
                named.update(state_of(party).name for party in item.mention.parties)
        relations = find_relations(items, lexicon)
        for at, group in joined_groups(items, lexicon):
            states = sorted({state_of(party).name for party in group})
            if len(states) == PAIR and relations[at] not in _OF_HELPERS:
                # Those between whom something is are two sides of it; mediators are only listed.
                together[(states[0], states[1])] += 1 + (relations[at] == "between")
                if number < _OPENING_ROWS and relations[at] == BARE:
                    leading.add((states[0], states[1]))
    ours = [name for name in parties if named[name]]
    if len(ours) == PAIR:
        return tuple(Party(name=name, kind=MentionKind.STATE) for name in ours)
    # Mediators are named together, too; what it is about, it names more than anyone.
    most = max(named.values(), default=0)
    leading = {pair for pair in leading if max(named[name] for name in pair) == most}
    together = Counter({
        pair: count + _LEADING_COUNTS * (pair in leading)
        for pair, count in together.items()
        if pair in leading or min(named[name] for name in pair) >= _NAMED_OFTEN
    })  # fmt: skip
    if not together:
        return _named_most(named)
    pair = min(together, key=lambda names: (-together[names], -named[names[0]] - named[names[1]], names))
    return tuple(Party(name=name, kind=MentionKind.STATE) for name in pair)


def _named_most(named: Counter[str]) -> tuple[Party, ...]:
    """Return the two whom an article names far oftener than any other, though never together; else nobody."""
    (_, first), (_, second), (_, third) = (*named.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
    if second < _NAMED_OFTEN or second < 2 * third or first > 3 * second:
        return ()
    return tuple(Party(name=name, kind=MentionKind.STATE) for name, _ in sorted(named.most_common(PAIR)))
