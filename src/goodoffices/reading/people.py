"""People whom neither dossier nor world knowledge has: found by office, capital letters and the article's own names.

One article's people live in one `Acquaintances`; a surname alone is joined to the full name that the article gave.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.lexicon.romanise import nominative, romanise
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.reading.items import Item, Token
from goodoffices.reading.marks import CASES

LONGEST_NAME_WORDS = 4
"""A person's name in running text has at most this many words."""
_SHORTEST_SURNAME = 4
_LONG_SURNAME = 6
_ENDING_CHARS = 3
"""How many letters a case ending may add to a surname, or change of it."""


@dataclass(slots=True)
class Acquaintances:
    """The people of one article, by surname as the article wrote it first."""

    lexicon: Lexicon
    by_surname: dict[str, Party] = field(default_factory=dict)
    # By given name, for articles that call people so: "Phumtham Wechayachai", then "Phumtham". None where two share it.
    _by_given: dict[str, Party | None] = field(default_factory=dict)

    def meet(self, words: str, *, stands_for: str = "") -> Party:
        """Return the party for a full name in the text, new or known; a surname alone finds its full name."""
        surname = words.split()[-1].casefold()
        known = self.find(surname)
        shown = self._shown(words)
        is_alone = len(words.split()) == 1
        if known is not None and (is_alone or (_same_last(known.name, shown) and _same_given(known.name, shown))):
            if stands_for and not known.stands_for:
                known = Party(name=known.name, actor=known.actor, stands_for=stands_for, kind=known.kind)
                self.by_surname[surname] = known
            return known
        party = Party(name=shown, stands_for=stands_for, kind=MentionKind.PERSON)
        self.by_surname[surname] = party
        if _is_behind_particle(words.split()[-1]):
            # "Fayez al-Sarraj", and then "Sarraj".
            self.by_surname.setdefault(surname.partition("-")[2], party)
        self._note_given(words, party)
        return party

    def remember(self, words: str, party: Party) -> None:
        """Keep a person whom the gazetteer knows, so that other spellings of the surname find them."""
        self.by_surname.setdefault(words.split()[-1].casefold(), party)
        self._note_given(words, party)

    def _note_given(self, words: str, party: Party) -> None:
        given, *rest = words.split()
        if rest and len(given) >= _SHORTEST_SURNAME:
            known = self._by_given.setdefault(given.casefold(), party)
            if known is not None and known.name != party.name:
                self._by_given[given.casefold()] = None

    def find(self, surname: str) -> Party | None:
        """Return the person whom the article named before with this surname, in whatever case; else None."""
        exact = self.by_surname.get(surname)
        if exact is not None or not self._declines_names():
            return exact
        for known, party in self.by_surname.items():
            if _same_stem(known, surname):
                return party
        return None

    def _declines_names(self) -> bool:
        return bool(self.lexicon.language.endings) or not CASES.isdisjoint(self.lexicon.roles.cases)

    def mention(self, token: Token, *, is_alone: bool = False) -> Mention | None:
        """Return the naming that a single capitalised word makes, where it is a surname met before; else None.

        Args:
            is_alone: Whether no other name stands beside it: then it may be a given name met before, too.
        """
        bare = token.lower
        marks = set(token.analysis.tags & CASES)
        for ending in self.lexicon.language.possessives:
            if bare.endswith(ending):
                bare = bare[: -len(ending)]
                marks.add("possessive")
        party = self.find(bare) or (self._by_given.get(bare) if is_alone else None)
        if party is None:
            return None
        if any(bare != known and bare.startswith(known) for known in self.by_surname):
            # «Петрова» could be a woman's name, were Petrov not the one whom the article named.
            marks.discard("nom")
        return Mention(span=token.span, text=token.text, kind=MentionKind.PERSON, form=Form.NAME, parties=(party,),
                       marks=frozenset(marks))  # fmt: skip

    def _shown(self, words: str) -> str:
        lang = self.lexicon.lang
        return romanise(nominative(words, lang), lang)


def _same_last(name: str, other: str) -> bool:
    return name.split()[-1] == other.split()[-1]


def _same_given(name: str, other: str) -> bool:
    """Return whether two full names can have one given name: the same in other letters, or its first letter."""
    given, known = other.split()[0].casefold(), name.split()[0].casefold()
    return given[:1] == known[:1] and (len(given) == 1 or SequenceMatcher(None, given, known).ratio() >= _ALIKE)


def _same_stem(a: str, b: str) -> bool:
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    shorter, longer = sorted((len(a), len(b)))
    # An adjective changes two letters: «Белецкий», «Белецкого».
    changed = 2 if shared >= _LONG_SURNAME else 1
    return shared >= _SHORTEST_SURNAME and longer - shared <= _ENDING_CHARS and shorter - shared <= changed


_ALIKE = 0.6
"""Two spellings of one given name share so much of their letters; two names seldom do."""


def is_stranger(row: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """Return whether a surname that is known stands behind the given name of somebody else: "Artur Khachatryan".

    A word that opens the sentence may have its capital letter from there, and is no given name.
    """
    mention = row[at].mention
    if at < _SECOND or mention is None or "surname" not in mention.marks or not mention.parties:
        return False
    token = row[at - 1].token
    if token is None or not token.is_word or not _is_name_word(token.text) or _is_closed(token, lexicon):
        return False
    if row[at - 1].atoms & (lexicon.posts.keys() | lexicon.bodies.keys()):
        return False
    return not _same_given(mention.parties[0].name, romanise(token.text, lexicon.lang))


_SECOND = 2


def name_length(row: list[Item], at: int, lexicon: Lexicon) -> int:
    """Return how many items from `at` on make a person's name by their capital letters; 0 where none do."""
    if not lexicon.language.has_capitals:
        return 0
    particle, opener = lexicon.class_atom("name_particle"), lexicon.class_atom("opens_without_subject")
    length = 0
    while length < LONGEST_NAME_WORDS and at + length < len(row):
        item = row[at + length]
        token = item.token
        if token is None or not token.is_word:
            break
        if not length and opener in item.atoms:
            break
        is_name = _is_name_word(token.text) or (length > 0 and _is_behind_particle(token.text))
        if not (length and particle in item.atoms) and (not is_name or _is_closed(token, lexicon)):
            break
        length += 1
    while length and not row[at + length - 1].token_text.rpartition("-")[2][:1].isupper():
        length -= 1
    return length


def _is_closed(token: Token, lexicon: Lexicon) -> bool:
    """Return whether a word is one of the language's small words, with a capital only because it begins a sentence."""
    roles, lower = lexicon.roles, token.lower
    return any(
        lower in words
        for words in (roles.before, roles.determiners, roles.subordinators, roles.joins, roles.relatives,
                      roles.modifiers, lexicon.pronouns.pronouns, lexicon.titles)
    )  # fmt: skip


def bare_name_length(row: Sequence[Item], at: int, lexicon: Lexicon) -> int:
    """Return how many items after an office make its holder's name in a script without capitals; 0 where none do.

    The words up to the next that the lexicon knows: a verb, an adposition, a noun of a pattern.
    """
    if lexicon.language.has_capitals:
        return 0
    length = 0
    while length < LONGEST_NAME_WORDS and at + length < len(row):
        token = row[at + length].token
        if token is None or not token.is_word or _is_known(row[at + length], length, lexicon):
            break
        length += 1
    return length


def _is_known(item: Item, place: int, lexicon: Lexicon) -> bool:
    """Return whether a word is one of the language's own; the article opens no name but may stand within."""
    tags, roles = item.analysis.tags, lexicon.roles
    lower = item.lower
    in_tables = (
        lower in roles.before or lower in roles.subordinators or lower in roles.joins or lower in roles.relatives
    )
    if in_tables or lower in roles.modifiers or lower in roles.determiners or item.atoms:
        return True
    if tags & {"verb", "past", "present", "future", "particle", "noun"} and "definite" not in tags:
        return True
    return not lower.isalpha() or ("definite" in tags and place == 0) or "and" in tags


def _is_behind_particle(text: str) -> bool:
    """Return whether a word is a name with its article before a hyphen: "al-Sarraj"."""
    article, hyphen, name = text.partition("-")
    return bool(hyphen) and len(article) == _ARTICLE_CHARS and article.islower() and name[:1].isupper()


_ARTICLE_CHARS = 2


def _is_name_word(text: str) -> bool:
    return text[:1].isupper() and not text.isupper() and text[-1:].isalpha() and len(text) > 1
