"""Where what is said begins: behind whom it is told to, and where no conjunction opens it.

"Told Serbia that", "warned Serbia it would": Serbia leads no clause; "said a truce would not hold": the truce does.
"""

from collections.abc import Sequence

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form
from goodoffices.reading.items import Item
from goodoffices.reading.marks import COMMAS, FINITE

_LONGEST_SUBJECT = 6
"""Within so many items behind its article the subject of what is said has its verb."""


def is_told_to(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether the name before "that" is whom it is told to: "told Serbia that", "assured the envoy that"."""
    at = index - 1
    if items[index].lower not in lexicon.roles.subordinators:
        return False
    while at > 0 and (items[at].mention is not None or _stands_with_name(items[at], lexicon)):
        at -= 1
    return at < index - 1 and _tells(items[at], lexicon)


def is_addressee(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether a name behind a verb of telling is whom something is told, which begins right behind it."""
    if not _tells(items[index - 1], lexicon):
        return False
    at = index
    while at < len(items) and (items[at].mention is not None or _stands_with_name(items[at], lexicon)):
        if at > index and (_is_pronoun(items[at], lexicon) or items[at].lower in lexicon.roles.subordinators):
            return True
        at += 1
    if at == index or at == len(items):
        return False
    return items[at].lower in lexicon.roles.subordinators or _is_pronoun(items[at], lexicon)


def begins_what_is_said(items: Sequence[Item], index: int, lexicon: Lexicon) -> bool:
    """Return whether what is said begins at `index` with a noun or pronoun of its own: "said a truce would hold"."""
    before, item, roles = items[index - 1], items[index], lexicon.roles
    if lexicon.class_atom("beside_subject") < 0 or not (item.is_word or _is_pronoun(item, lexicon)):
        return False
    if _is_pronoun(item, lexicon):
        is_told = before.mention is not None and _tells_before(items, index - 1, lexicon)
        return (is_told or _says(before, lexicon)) and _is_helper(items, index + 1, lexicon)
    if not _says(before, lexicon):
        return False
    if item.lower not in roles.determiners:
        return not _is_closed(item, lexicon) and _is_helper(items, index + 1, lexicon)
    for at in range(index + 1, min(index + 1 + _LONGEST_SUBJECT, len(items))):
        if _is_helper(items, at, lexicon):
            return True
        if items[at].lower in COMMAS or not items[at].is_word or _is_closed(items[at], lexicon):
            return False
    return False


def _tells_before(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    while at > 0 and (items[at].mention is not None or _stands_with_name(items[at], lexicon)):
        at -= 1
    return _tells(items[at], lexicon)


def _tells(item: Item, lexicon: Lexicon) -> bool:
    is_verb = bool(item.analysis.tags & (FINITE | {"ing"})) or item.analysis.lemmas == {item.lower}
    return is_verb and lexicon.class_atom("tell") in item.atoms


def _says(item: Item, lexicon: Lexicon) -> bool:
    return lexicon.class_atom("say") in item.atoms and bool(item.analysis.tags & FINITE)


def _is_helper(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    helpers = {lexicon.class_atom("auxiliary"), lexicon.class_atom("modal")}
    return at < len(items) and items[at].is_word and not helpers.isdisjoint(items[at].atoms)


def _is_pronoun(item: Item, lexicon: Lexicon) -> bool:
    if item.mention is not None:
        return item.mention.form is Form.PRONOUN and "possessive" not in item.mention.marks
    return item.lower in lexicon.pronouns.pronouns and "possessive" not in lexicon.pronouns.pronouns[item.lower]


def _is_closed(item: Item, lexicon: Lexicon) -> bool:
    roles = lexicon.roles
    small = (roles.before, roles.joins, roles.subordinators, roles.relatives, roles.contrasts)
    beside = lexicon.class_atom("beside_subject") in item.atoms or "adv" in item.analysis.tags
    return beside or any(item.lower in words for words in small)


def _stands_with_name(item: Item, lexicon: Lexicon) -> bool:
    roles = lexicon.roles
    return item.lower in roles.determiners or item.lower in roles.joins or item.lower in roles.modifiers
