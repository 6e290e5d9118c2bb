"""Relations: how each naming in a sentence is tied to what stands around it.

Gives every naming one relation by the tables of the language's roles.yml: "bare" (no mark at all: can be agent or
object), or what its adposition, case or suffix says ("with", "in", "of"). Joined namings share the relation of the
first.
"""

from collections.abc import Sequence

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind
from goodoffices.reading.appositions import person_apposed
from goodoffices.reading.clauses import leads_after_join, leads_verb
from goodoffices.reading.items import Item
from goodoffices.reading.marks import CASES, COMMAS, DASHES

BARE = "bare"
ATTRIBUTIVE = "attributive"
_MOST_SKIPPED_WORDS = 2
"""How many words that are neither determiner nor adposition may stand between an adposition and the naming."""

_CASES = CASES | {"abl", "to", "in", "like", "by"}
_CASE_ORDER = ("nom", "gen", "dat", "acc", "ins", "loc", "abl")


def find_relations(items: Sequence[Item], lexicon: Lexicon) -> list[str]:
    """Return the relation of each item, in order; empty for items that are no namings."""
    relations = [""] * len(items)
    for index, item in enumerate(items):
        if item.mention is None:
            continue
        before = None if _is_possessive_pronoun(item) else joined_before(items, index, lexicon)
        if before is None or not relations[before] or not _alike(items[before], item):
            relations[index] = _relation(items, index, lexicon)
        elif lexicon.language.case_on == "last":
            relations[index] = _relation(items, index, lexicon)
            _mark_group(items, relations, index, lexicon)
        else:
            relations[index] = relations[before]
        _share_office(items, relations, index, lexicon)
        _own_pair(items, relations, index, lexicon)
    return relations


def _own_pair(items: Sequence[Item], relations: list[str], second: int, lexicon: Lexicon) -> None:
    """Make owners of two that a dash joins before what they share: "the Macron-Putin meeting"."""
    first, following = items[second - 1].mention if second else None, items[second + 1 : second + 2]
    if first is None or "compound" not in first.marks or lexicon.roles.owners[:1] != ["before"]:
        return
    if any(
        item.is_word and item.lower not in lexicon.roles.before and not item.analysis.tags & _VERBAL
        for item in following
    ):
        relations[second - 1] = relations[second] = ATTRIBUTIVE


def _share_office(items: Sequence[Item], relations: list[str], index: int, lexicon: Lexicon) -> None:
    """Give a nationality the relation of the office that it shares: "the Greek and Turkish foreign ministers"."""
    before = joined_before(items, index, lexicon) if lexicon.roles.owners[:1] == ["before"] else None
    if before is None or relations[before] != ATTRIBUTIVE or relations[index] == ATTRIBUTIVE:
        return
    first, second = items[before].mention, items[index].mention
    assert first is not None
    assert second is not None
    if first.form is Form.DEMONYM and second.form is Form.OFFICE:
        relations[before] = relations[index]


def _mark_group(items: Sequence[Item], relations: list[str], last: int, lexicon: Lexicon) -> None:
    """Give the members of a group the relation of its last, which carries the case of all."""
    before = joined_before(items, last, lexicon)
    while before is not None and _alike(items[before], items[last]) and _open(items, before, relations, lexicon):
        relations[before] = relations[last]
        before = joined_before(items, before, lexicon)


def _open(items: Sequence[Item], index: int, relations: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a member of a group has no mark of its own, but for the word that joins it."""
    return relations[index] == BARE or items[index + 1].lower in lexicon.roles.joins


def joined_before(items: Sequence[Item], index: int, lexicon: Lexicon) -> int | None:
    """Return the number of the naming to which the one at `index` is joined ("A and B", "A, B and C"); else None."""
    at = index - 1
    while at >= 0 and (items[at].lower in lexicon.roles.determiners or _is_possessive_pronoun(items[at])):
        at -= 1
    if "genitive" in lexicon.roles.owners:
        at = _past_attributes(items, at, index)
    mention, near = items[index].mention, items[at].mention if at >= 0 else None
    if near is not None and mention is not None and ("and" in mention.marks or "compound" in near.marks):
        return at
    if at < 1 or items[at].lower not in lexicon.roles.joins:
        return None
    if items[at].lower in DASHES and not (_is_line(items, at, lexicon) and _share_case(items[at - 1], items[index])):
        return None
    is_comma = items[at].lower in COMMAS
    is_set_off = not is_comma and items[at - 1].lower in COMMAS
    while at > 0 and items[at].lower in lexicon.roles.joins:
        is_comma = is_comma and items[at].lower in COMMAS
        at -= 1
    if is_set_off and mention is not None and mention.kind is MentionKind.PERSON:
        person = person_apposed(items, at, lexicon)
        if person is not None:
            return person
    if items[at].mention is None and lexicon.language.agent == "both" and items[at + 1].lower in COMMAS:
        at = _before_apposition(items, at)
    if items[at].mention is None or (is_comma and _is_set_apart(items, at, index, lexicon)):
        return None
    if is_comma and "genitive" in lexicon.roles.owners and not _share_case(items[at], items[index]):
        return None
    return at


def _before_apposition(items: Sequence[Item], at: int) -> int:
    """Return the place of a naming that commas part from who it is: «Икс, глава страны на переходный период, и Игрек».

    The place itself where nothing of the sort ends there.
    """
    for index in range(at, max(at - _LONGEST_SAYING_WHO, 1), -1):
        tags = items[index].analysis.tags
        if tags & _VERBAL and not tags & {"noun", "adj"}:
            return at
        if items[index - 1].lower in COMMAS:
            first = index if items[index].mention is not None else index - 2
            return first if items[index - 2].mention is not None else at
    return at


_LONGEST_SAYING_WHO = 8


def _past_attributes(items: Sequence[Item], at: int, index: int) -> int:
    """Return the place before the adjectives of a naming: «и поддерживаемые Ираном хуситы», «и признанное ООН …»."""
    mention = items[index].mention
    wanted = mention.marks & CASES if mention is not None else frozenset[str]()
    while at > 0:
        tags, inner = items[at].analysis.tags, items[at].mention
        if tags & {"adj", "part"} and (not wanted or wanted & tags):
            at -= 1
        elif inner is not None and "ins" in inner.marks and "part" in items[at - 1].analysis.tags:
            at -= 2
        elif at < index - 1 and items[at].is_word and tags == _ADVERB:
            # «международно признанное»: an adverb before its adjective.
            at -= 1
        else:
            break
    return at


_ADVERB = frozenset({"sing", "neut"})
_LISTING = frozenset({"", "with", "between", "among", "of"})


def _is_set_apart(items: Sequence[Item], first: int, second: int, lexicon: Lexicon) -> bool:
    """Return whether the comma between two names ends a phrase ("In Vienna, Serbia said") and lists nothing."""
    place, person = items[first].mention, items[second].mention
    is_place = place is not None and (place.kind is MentionKind.PLACE or place.form is Form.CAPITAL)
    if is_place and person is not None and person.kind is MentionKind.PERSON:
        # "After leaving Vienna, Mr Kurti said": nobody lists a place with a person.
        return True
    adposition = _adposition_before(items, first, lexicon)
    if lexicon.roles.before.get(adposition, "") in _LISTING:
        # "After talks with Serbia, Norway left": with a verb of its own it ends the list before it.
        return bool(adposition) and leads_verb(items, second, lexicon)
    following = items[second + 1] if second + 1 < len(items) else None
    return following is None or following.lower not in lexicon.roles.joins


def _is_line(items: Sequence[Item], dash: int, lexicon: Lexicon) -> bool:
    """Return whether a dash joins two names behind a noun: a meeting Ankara – Moscow; else it may stand for a verb."""
    first = items[dash - 1].mention
    return first is not None and (
        _follows_noun(items, dash - 1, lexicon) or joined_before(items, dash - 1, lexicon) is not None
    )


def _share_case(a: Item, b: Item) -> bool:
    assert a.mention is not None
    assert b.mention is not None
    mine, others = a.mention.marks & _CASES, b.mention.marks & _CASES
    return not mine or not others or bool(mine & others)


def _leads_line(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a name is the first of a line behind a noun: a meeting Ankara – Moscow."""
    following = items[index + 1 : index + 3]
    return (
        len(following) == _LINE_REST
        and following[0].lower in DASHES
        and following[0].lower in lexicon.roles.joins
        and following[1].mention is not None
        and _is_line(items, index + 1, lexicon)
        and _share_case(items[index], following[1])
    )


_LINE_REST = 2


def _is_possessive_pronoun(item: Item) -> bool:
    mention = item.mention
    return mention is not None and mention.form is Form.PRONOUN and "possessive" in mention.marks


def _alike(a: Item, b: Item) -> bool:
    assert a.mention is not None
    assert b.mention is not None
    if a.mention.form is Form.DEMONYM or b.mention.form is Form.DEMONYM:
        return a.mention.form is b.mention.form
    if a.mention.kind is MentionKind.PERSON and b.mention.kind is MentionKind.PLACE:
        return False
    return bool(a.mention.parties) == bool(b.mention.parties)


def _relation(items: Sequence[Item], index: int, lexicon: Lexicon) -> str:
    mention = items[index].mention
    assert mention is not None
    marks = mention.marks
    if _says_where(items, index, lexicon):
        return "in"
    if mention.form is Form.CAPITAL and _names_talks(items, index, lexicon):
        return "in"
    if lexicon.language.owner_follows and _is_owned(items, index, lexicon):
        return "of"
    if (office := _own_office(items, index, lexicon)) is not None:
        return _by_case(office.analysis.tags & _CASES, lexicon)
    agrees = "genitive" in lexicon.roles.owners
    adposition = _agreeing_adposition(items, index, lexicon) if agrees else _adposition_before(items, index, lexicon)
    after = lexicon.roles.after.get(items[index + 1].lower, "") if index + 1 < len(items) else ""
    if after and not (after == "none" and "acc" in marks):
        return after
    if "possessive" in marks:
        return "of"
    if _owns_place(items, index, lexicon):
        return ATTRIBUTIVE
    if not adposition and not lexicon.language.owner_follows and _is_owned(items, index, lexicon):
        return ATTRIBUTIVE
    if (
        mention.form is Form.DEMONYM
        and "people" not in marks
        and not _are_people(marks, lexicon)
        and not _follows_verb(items, index, lexicon)
    ):
        return ATTRIBUTIVE
    if adposition:
        return _with_case(adposition, marks, lexicon)
    if _leads_line(items, index, lexicon):
        return "of"
    if marks & {"acc", "dat"} and "gen" in marks and not _follows_noun(items, index, lexicon):
        # «встретил Алиева», «помог Армении»: a genitive hangs on a noun, and none is there.
        marks -= {"gen"}
    is_person = mention.kind is MentionKind.PERSON or bool(mention.post)
    return _by_case(marks, lexicon, is_person=is_person)


def _says_where(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether the name of a state only says where the place before its comma lies: "in Almaty, Kazakhstan"."""
    mention, place = items[index].mention, items[index - _LINE_REST].mention if index > _LINE_REST else None
    if mention is None or mention.kind is not MentionKind.STATE or mention.form is not Form.NAME or place is None:
        return False
    if items[index - 1].lower not in COMMAS or not (place.kind is MentionKind.PLACE or place.form is Form.CAPITAL):
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    ends = following is None or following.date is not None or not (following.is_word or following.mention)
    return ends or (following is not None and following.lower in lexicon.roles.before)


def _follows_noun(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a noun stands before a naming, with nothing between but what agrees with the naming."""
    at = index - 1
    while at >= 0 and (items[at].lower in lexicon.roles.modifiers or items[at].lower in lexicon.roles.determiners):
        at -= 1
    if at < 0:
        return False
    before, mention = items[at].mention, items[index].mention
    if before is not None:
        # «принял в Берлине Алиева»: a place owns nobody.
        is_person = mention is not None and mention.kind is MentionKind.PERSON
        return not (is_person and (before.kind is MentionKind.PLACE or before.form is Form.CAPITAL))
    tags = items[at].analysis.tags
    return "noun" in tags and not tags & {"past", "present", "future", "infinitive", "ing"}


def _are_people(marks: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a plural ending makes a noun of an adjective: "Ukraynalılar" are Ukrainians."""
    return lexicon.language.case_on == "last" and "pl" in marks


def _owns_place(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a genitive only says where the place behind it lies: «Kazakistan'ın Almatı kentinde»."""
    sort = lexicon.class_atom("place_noun")
    at = index + 1
    while at < len(items) and sort in items[at].atoms:
        at += 1
    mention, after = items[index].mention, items[at].mention if at < len(items) else None
    is_genitive = lexicon.language.case_on == "last" and mention is not None and "gen" in mention.marks
    is_state = is_genitive and mention is not None and mention.kind is MentionKind.STATE
    return is_state and after is not None and after.kind is MentionKind.PLACE


def _follows_verb(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a plural that could be an adjective stands behind a verb or preposition: «نزح الأوكرانيون»."""
    mention = items[index].mention
    if index == 0 or mention is None or "pl" not in mention.marks or not lexicon.language.owner_follows:
        return False
    before = items[index - 1]
    return "verb" in before.analysis.tags or before.lower in lexicon.roles.before


def _is_owned(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a naming without case belongs to the noun beside it: to one that says so, or that it follows."""
    mention = items[index].mention
    assert mention is not None
    if mention.marks & _CASES or _are_people(mention.marks, lexicon):
        return False
    if "genitive" in lexicon.roles.owners:
        return _follows_noun(items, index, lexicon) and not _is_nominative(items, index, lexicon)
    if lexicon.language.owner_follows:
        before = items[index - 1] if index > 0 else None
        if before is not None and lexicon.class_atom("office_of") in before.atoms:
            # «مكتب نتنياهو»: the office of a person stands for the person.
            return mention.kind is not MentionKind.PERSON
        return before is not None and before.is_word and "and" not in mention.marks and _can_own(before, lexicon)
    after = items[index + 1] if index + 1 < len(items) else None
    return (
        after is not None and "owned" in after.analysis.tags and "acc" not in after.analysis.tags and not mention.post
    )


def _own_office(items: Sequence[Item], index: int, lexicon: Lexicon) -> Item | None:
    """Return the noun behind a genitive that stands for the person it belongs to: «Netanyahu'nun ofisi»."""
    mention = items[index].mention
    if lexicon.language.case_on != "last" or mention is None or "gen" not in mention.marks or index + 1 >= len(items):
        return None
    stands_for = lexicon.class_atom("office_of") in items[index + 1].atoms
    return items[index + 1] if stands_for and mention.kind is MentionKind.PERSON else None


def _is_nominative(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether the words around a name without endings show that it leads its clause."""
    if items[index - 1].lower in lexicon.roles.modifiers:
        return "nom" in items[index - 1].analysis.tags
    if index + 2 < len(items) and items[index + 1].lower in lexicon.roles.joins:
        joined = items[index + 2].mention
        return joined is not None and "nom" in joined.marks and "gen" not in joined.marks
    return False


def _can_own(item: Item, lexicon: Lexicon) -> bool:
    tags = item.analysis.tags
    known = bool(tags & {"verb", "past", "present", "future", "definite", "particle"})
    known = known or lexicon.class_atom("place_noun") in item.atoms
    return not known and item.lower not in lexicon.roles.subordinators and item.lower not in lexicon.roles.before


def _names_talks(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a capital only says where talks were: "the Prague summit" is nobody's act."""
    if index + 1 >= len(items) or items[index].mention is None:
        return False
    named = (lexicon.class_atom("talks"), lexicon.class_atom("accord"))
    if lexicon.language.case_on == "last" and items[index + 1].analysis.tags == {"gen"}:
        return False  # «Mogadişu anlaşmanın iptalini»: the noun belongs to what follows, not to the capital.
    return any(atom in items[index + 1].atoms for atom in named)


def _by_case(marks: frozenset[str], lexicon: Lexicon, *, is_person: bool = False) -> str:
    if "nom" in marks:
        return BARE
    for case in _CASE_ORDER:
        if case in marks:
            return lexicon.roles.cases.get(case, BARE)
    if _are_people(marks, lexicon):
        return BARE
    cases = lexicon.roles.cases
    if is_person:
        marks |= {f"{mark}/person" for mark in marks}
    # "in/person" goes before "in": met "by" someone is met "with" him, in some languages.
    return next((cases[mark] for mark in sorted(marks, key=lambda mark: (-len(mark), mark)) if mark in cases), BARE)


def _with_case(form: str, marks: frozenset[str], lexicon: Lexicon) -> str:
    for case in _CASE_ORDER:
        relation = lexicon.roles.before.get(f"{form}/{case}")
        if relation and case in marks:
            return relation
    return lexicon.roles.before.get(form, BARE)


def _adposition_before(items: Sequence[Item], index: int, lexicon: Lexicon) -> str:
    """Return the adposition that governs the naming, looking left over what belongs to it; else nothing."""
    if leads_after_join(items, index, lexicon):
        return ""
    place_noun = lexicon.class_atom("place_noun")
    roles = lexicon.roles
    skipped, at = 0, index - 1
    while at >= 0:
        item = items[at]
        lower = item.lower
        if pair := _two_words(items, at, lexicon):
            return pair
        if lower in roles.subordinators and lower not in roles.before:
            return ""
        if lower in roles.half_subordinators and leads_verb(items, at + 1, lexicon):
            return ""
        if lower in roles.before:
            is_of_place = roles.before[lower] == "of" and at > 0 and place_noun in items[at - 1].atoms
            if not is_of_place:
                return lower if skipped == 0 or roles.before[lower] != "to" else ""
        elif item.mention is not None:
            if not item.mention.marks & {"possessive"} and item.mention.form is not Form.DEMONYM:
                return ""
        elif not _belongs(item, place_noun, lexicon):
            skipped += 1
            is_attribute = "part" in item.analysis.tags and at > 0 and items[at - 1].lower in roles.determiners
            if skipped > _MOST_SKIPPED_WORDS or not (_may_skip(item) or is_attribute):
                return ""
        at -= 1
    return ""


def _two_words(items: Sequence[Item], at: int, lexicon: Lexicon) -> str:
    """Return the adposition of two words that ends at `at`: "on behalf", «со стороны»; nothing where none does."""
    pair = f"{items[at - 1].lower} {items[at].lower}" if at else ""
    return pair if pair in lexicon.roles.before else ""


def _agreeing_adposition(items: Sequence[Item], index: int, lexicon: Lexicon) -> str:
    """Return the adposition that governs a naming where attributes agree with their noun: only they stand between."""
    place_noun = lexicon.class_atom("place_noun")
    mention = items[index].mention
    assert mention is not None
    is_nominative = mention.marks & _CASES == {"nom"}
    for at in range(index - 1, -1, -1):
        item = items[at]
        if pair := _two_words(items, at, lexicon):
            return pair
        if item.lower in lexicon.roles.before:
            return "" if is_nominative else item.lower
        if item.mention is not None:
            if not item.mention.marks & {"possessive"} and item.mention.form is not Form.DEMONYM:
                return ""
        elif place_noun in item.atoms:
            # «в городе Шуша»: the name stands beside its sort, in a case of its own.
            is_nominative = False
        elif item.lower in lexicon.roles.relatives or not (
            _belongs(item, place_noun, lexicon) or item.analysis.tags & {"adj", "part"}
        ):
            return _of_apposition(items, at, mention, lexicon)
    return ""


def _of_apposition(items: Sequence[Item], at: int, mention: Mention, lexicon: Lexicon) -> str:
    """Return the adposition of the nouns that say what a person is: «с директором разведки Бернсом»; else nothing."""
    if mention.kind is not MentionKind.PERSON or not mention.marks & CASES:
        return ""
    for index in range(at, max(at - _LONGEST_APPOSITION, 0), -1):
        item, before = items[index], items[index - 1]
        if not item.is_word or item.analysis.tags & (_VERBAL - {"part"}) or item.lower in lexicon.roles.joins:
            return ""
        if before.lower in lexicon.roles.before:
            agrees = "noun" in item.analysis.tags or "adj" in item.analysis.tags
            return before.lower if agrees and item.analysis.tags & mention.marks & _OBLIQUE else ""
    return ""


_LONGEST_APPOSITION = 5
_OBLIQUE = frozenset({"gen", "dat", "ins", "loc"})


def _belongs(item: Item, place_noun: int, lexicon: Lexicon) -> bool:
    roles = lexicon.roles
    return (
        item.lower in roles.determiners
        or item.lower in roles.modifiers
        or item.lower in lexicon.titles
        or place_noun in item.atoms
    )


def _may_skip(item: Item) -> bool:
    return item.is_word and not item.analysis.tags & _VERBAL


_VERBAL = frozenset({"past", "present", "future", "ing", "infinitive", "verb", "part"})
