"""Subjects that nobody named is: "said a truce would not hold" tells nothing of what the one who said it will do.

A clause with such a subject has an agent of its own, and does not take over that of the clause on which it depends.
"""

from collections.abc import Sequence
from itertools import takewhile

from goodoffices.lexicon.compile import Match
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.items import Item
from goodoffices.reading.marks import COMMAS, FINITE, QUOTES
from goodoffices.reading.sentence import Sentence

_WITHOUT = frozenset({Opening.RELATIVE, Opening.PARTICIPLE, Opening.RESUMED})
"""Clauses that have no subject of their own."""
_MAY_BE_SOMEBODY = ("stands_alone", "sent", "troops", "org_noun", "armed_noun")
"""Classes of nouns for people of somebody: "the army" may be that of whoever speaks."""


def has_unnamed_subject(clause: Clause, verb: int, sentence: Sentence) -> bool:
    """Return whether what stands before a clause's verb is a subject that nobody named is.

    Told by the words before it, in a language that lists those that can stand there besides a subject.

    Args:
        verb: The number of the item with which the words of the act begin.
    """
    lexicon = sentence.lexicon
    if lexicon.class_atom("beside_subject") < 0 or clause.opening in _WITHOUT:
        return False
    if tells_of_noun(clause, sentence):
        return True
    stretch = sentence.items[clause.start : verb]
    opened = _past_opener(stretch, lexicon)
    subject = list(takewhile(lambda item: not _is_verbal(item, lexicon), stretch[opened:]))
    is_own = _opens_aside(sentence.items[clause.start], lexicon)
    if not subject or _may_be_somebody(subject, lexicon, is_own=is_own) or subject[0].lower in lexicon.roles.before:
        return False
    return any(item.is_word and item.lower not in lexicon.roles.determiners for item in subject)


def tells_of_noun(clause: Clause, sentence: Sentence) -> bool:
    """Return whether a relative clause speaks of a thing named before it: "a conflict that has killed thousands".

    What somebody says something in does as he does: "a letter which accuses Serbia".
    """
    items, lexicon = sentence.items, sentence.lexicon
    if lexicon.class_atom("beside_subject") < 0 or clause.start < 1 or clause.start + 1 >= len(items):
        return False
    pronoun, following = items[clause.start], items[clause.start + 1]
    leads = pronoun.lower in lexicon.roles.relatives and _is_verbal(following, lexicon)
    if not leads or lexicon.class_atom("personal_relative") in pronoun.atoms:
        return False
    before = items[clause.start - 1] if items[clause.start - 1].lower not in COMMAS else items[clause.start - 2]
    verbs = {lexicon.class_atom("say"), lexicon.class_atom("tell")}
    is_thing = before.is_word and not before.analysis.tags & (FINITE | {"ing"}) and not before.atoms & verbs
    return is_thing and lexicon.class_atom("utterance") not in before.atoms


def only_says_where(index: int, clause: Clause, sentence: Sentence) -> bool:
    """Return whether a name right before "that" tells where a thing is that acts: "the war in Chad that killed".

    Args:
        index: The number of the name.
    """
    first = sentence.items[clause.start + 1 : clause.start + 2]
    is_close = index == clause.start - 1 and sentence.items[clause.start].lower in sentence.lexicon.roles.subordinators
    is_apart = is_close and sentence.relations[index] in ("in", "between")
    return is_apart and any(_is_verbal(item, sentence.lexicon) for item in first)


def looked_back_from(number: int, sentence: Sentence) -> int:
    """Return from which clause on back the agent is looked for.

    A comma before "and" ends what depends on a verb: "said that they left, and asked" is said and asked by one.
    Where verbs lead, a comma parts no less what is joined closely.
    """
    clauses, items = sentence.clauses, sentence.items
    start = clauses[number].start
    is_close = items[start - 1].lower not in COMMAS or sentence.lexicon.language.agent == "after"
    if clauses[number].opening is not Opening.JOINED or is_close:
        return number
    while number > 1 and clauses[number - 1].opening in (Opening.SUBORDINATE, Opening.RELATIVE):
        number -= 1
    return number


def is_inverted(match: Match, sentence: Sentence) -> bool:
    """Return whether a verb of saying opens its clause behind a quotation: '"It is dead," predicts the envoy'."""
    items, lexicon, at = sentence.items, sentence.lexicon, match.head
    says = {lexicon.class_atom("say"), lexicon.class_atom("foretell")}
    return at > 0 and at == match.first and items[at - 1].lower in QUOTES and bool(items[at].atoms & says)


def is_subject_pronoun(item: Item) -> bool:
    """Return whether an item is a pronoun that leads its verb: an expression may begin with it, "he would sign"."""
    mention = item.mention
    return mention is not None and mention.form is Form.PRONOUN and "nom" in mention.marks


def _past_opener(stretch: Sequence[Item], lexicon: Lexicon) -> int:
    """Return how many items open a clause before its subject: a conjunction, adverbs, days, marks."""
    roles, beside = lexicon.roles, lexicon.class_atom("beside_subject")
    for at, item in enumerate(stretch):
        opens = item.lower in roles.subordinators or item.lower in roles.contrasts or item.lower in roles.joins
        is_mark = item.token is not None and not item.is_word
        is_beside = beside in item.atoms or "adv" in item.analysis.tags or item.date is not None
        if not (opens or is_mark or is_beside):
            return at
    return len(stretch)


def _is_verbal(item: Item, lexicon: Lexicon) -> bool:
    helpers = {lexicon.class_atom("auxiliary"), lexicon.class_atom("modal")}
    return item.is_word and bool(item.analysis.tags & FINITE or item.atoms & helpers)


def _opens_aside(item: Item, lexicon: Lexicon) -> bool:
    """Return whether a clause tells when or why, not what is said: what leads it is not that of whoever speaks."""
    is_aside = item.lower in lexicon.roles.subordinators or item.lower in lexicon.roles.contrasts
    return is_aside and lexicon.class_atom("content_sign") not in item.atoms


def _may_be_somebody(subject: Sequence[Item], lexicon: Lexicon, *, is_own: bool = False) -> bool:
    """Return whether a subject may be who leads another clause, or his: "it", "his visit", "the army".

    Args:
        is_own: Whether the clause stands apart, so that a noun for people does not tell whose they are.
    """
    if is_own:
        return any(item.lower in lexicon.pronouns.pronouns or _is_pronoun(item) for item in subject)
    known = lexicon.posts.keys() | lexicon.bodies.keys() | {lexicon.class_atom(name) for name in _MAY_BE_SOMEBODY}
    return any(
        item.lower in lexicon.pronouns.pronouns or bool(item.atoms & known) or _is_pronoun(item) for item in subject
    )


def _is_pronoun(item: Item) -> bool:
    return item.mention is not None and item.mention.form is Form.PRONOUN
