"""The shape of quotation.yml: what introduces the words and thoughts of others in one language.

A verb, noun or phrase stands with its manner and with the frames in which it takes content; marks, endings and small
closed classes of words tell where speaker and content begin and end. Fields are documented here and nowhere else.
"""

from typing import Literal

import msgspec

Manner = Literal[
    "says", "denies", "warns", "predicts", "claims", "demands", "promises", "accuses", "agrees", "asks", "praises",
    "criticises", "thinks", "hopes", "fears", "shows", "cites", "seems", "refuses",
]  # fmt: skip
"""How something is said. "shows" is for what has no voice (a report shows that), "cites" for one source that names
another, "seems" for what is said of nobody's words (it appears that)."""

Frame = Literal[
    "quote", "that", "clause", "to", "object", "told", "aside", "passive", "with", "before",
    "in", "shared", "named", "seems", "this",
]  # fmt: skip
"""What a verb or noun takes as its content:

    quote      literal words beside it
    that       a clause opened by a word of `that`
    clause     a clause that nothing opens ("said he would come")
    to         an infinitive ("refused to come")
    object     a noun phrase ("denied the report")
    told       any of these after a noun phrase that names who is addressed ("told reporters that")
    aside      it may stand within or after what is said ("the deal, he said, is weak")
    passive    its participle after a form of `be` ("was told that", "is expected to"); who says so may follow `by`
    with       a phrase opened by one of the entry's own `words` ("warned of", "called for")
    named      an object, then the name that is given to it ("called the deal “a trap”"): both
    this       the sentence before, for which a phrase of `words.this` stands («с таким заявлением выступил»)
    seems      an infinitive, of which its own subject is said ("the deal seems to hold"): both, and nobody says so
    shared     it has no subject of its own: the source is that of the verb before («مضيفا أن»)
    before     the content stands before it, ending with one of `nominal_endings` or one of `quotatives`
    in         who says so stands after a word of `opened_by` («говорится в заявлении»)
"""


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every entry: unknown keys are errors."""


class Group(Struct, frozen=True, kw_only=True):
    """Verbs or nouns that share manner and frames."""

    manner: Manner
    takes: list[Frame]
    # Lemmas; "point out" is a lemma and the words that must follow it, in any form; "söyle*" is any that begins so.
    words: list[str]
    # For the frame "with": words that open the content and belong to the cue; for "in": those that open the source.
    opened_by: list[str] = []


class Phrase(Struct, frozen=True, kw_only=True):
    """A fixed phrase that names a source: "according to X", "X'e göre"."""

    # The forms, as they stand, lower case.
    say: list[str]
    manner: Manner = "says"
    # Whether the source follows the phrase or stands before it.
    source: Literal["after", "before"] = "after"
    # For phrases that hold the source themselves («по его словам»): nothing further is looked for.
    has_source: bool = False


class Marks(Struct, frozen=True, kw_only=True):
    """One pair of quotation marks; a mark may be typed as two characters."""

    open: str
    close: str


class Words(Struct, frozen=True, kw_only=True):
    """Closed classes; all lower case, one form each."""

    # Open a content clause, and belong to it.
    that: list[str] = []
    to: list[str] = []
    as_: list[str] = msgspec.field(name="as", default_factory=list)
    by: list[str] = []
    # Forms of "be" that make a passive.
    be: list[str] = []
    # Stand between speaker and verb, and belong to the cue: auxiliaries, negations, adverbs.
    auxiliaries: list[str] = []
    adverbs: list[str] = []
    # Endings of adverbs, and words that end so and are none.
    adverb_endings: list[str] = []
    not_adverbs: list[str] = []
    # What may stand before a colon at the beginning of a line and is no speaker.
    not_speakers: list[str] = []
    # Subjects after which a verb has no ending: I, we, they, people.
    bare_subjects: list[str] = []
    determiners: list[str] = []
    # Possessive pronouns: the source of a noun ("his claim that").
    possessives: list[str] = []
    # Pronouns that can only be subject or stand alone.
    pronouns: list[str] = []
    relatives: list[str] = []
    prepositions: list[str] = []
    # Prepositions that tie to the noun before: "of".
    of: list[str] = []
    # End a source that stands after its verb: what follows tells where, when, to whom.
    edges: list[str] = []
    # Open the naming of a body that speaks in the plural without subject («в МИД заявили»).
    within: list[str] = []
    # Nouns in whatever case that stand for who issued them ("açıklamada"): a source that is no subject.
    documents: list[str] = []
    # Join two clauses or two phrases.
    joins: list[str] = []
    # Open a clause that is not content: because, when, while.
    subordinators: list[str] = []
    # Join the clause to what went before and do not belong to the source: but, however.
    openers: list[str] = []
    # Finite forms that the analyser does not know as verbs.
    finite: list[str] = []
    # Tell when, without a preposition: Monday, yesterday; and in two words: last, this + week, month.
    times: list[str] = []
    time_openers: list[str] = []
    time_nouns: list[str] = []
    # Stand for the clause or sentence before; one or more words («об этом»).
    this: list[str] = []
    # Pronouns that can only be object: him, them.
    objects: list[str] = []
    # Lemmas of verbs that are nouns as well: they are verbs only with a subject that agrees.
    also_nouns: list[str] = []


class Example(Struct, frozen=True, kw_only=True):
    """A sentence and the attributions it holds, in the notation of `str(Attribution.shown)`."""

    text: str
    reads: list[str]


class Quotation(Struct, frozen=True, kw_only=True):
    """quotation.yml as a whole."""

    marks: list[Marks]
    # Endings of plural nouns: with such a subject, or one of `words.bare_subjects`, a verb has no ending. Empty for
    # languages in which verbs do not agree so.
    bare_forms: list[str] = []
    # Endings by which a form of a verb of saying, where it is no noun, is finite: "insists".
    finite_endings: list[str] = []
    # Marks that are both opening and closing and so are also apostrophes: only taken at the edge of a word.
    single: list[str] = []
    # Where the speaker stands, seen from the verb, in the order of preference.
    speaker: list[Literal["before", "after"]]
    # Whether the speaker must be able to stand in the nominative.
    has_cases: bool = False
    # Possessive endings that make a noun phrase the source of the noun that follows: "'s".
    possessive_endings: list[str] = []
    # Endings of the last word of content that stands before its verb ("-dığını").
    nominal_endings: list[str] = []
    # Words that close content which stands before its verb ("diye").
    quotatives: list[str] = []
    # Endings by which a verb of saying stands before the noun that it tells of ("belirten"), or before the main verb.
    relative_endings: list[str] = []
    converb_endings: list[str] = []
    # Whether a verb may stand without its subject, which then is who spoke last.
    drops_subject: bool = False
    # Mark that sets the case ending of a name apart: "'" in "Bakü'de".
    case_mark: str = ""
    words: Words
    verbs: list[Group]
    nouns: list[Group] = []
    phrases: list[Phrase] = []
    examples: list[Example]
