"""The shape of a lexicon's YAML files, one struct for each kind of entry.

Place in the flow: `load` reads the files into these structs and collects every error; `compile` makes matchers of
them. Fields are documented here and nowhere else: this file is the reference for who writes a lexicon.
"""

from typing import Literal

import msgspec


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every entry: unknown keys are errors, so that a slip of the pen is found."""


Side = Literal["before", "after", "both"]


class Conjugation(Struct, frozen=True, kw_only=True):
    """language.yml, conjugations: the forms that one stem of every listed verb makes."""

    # Which of the verb's stems, counted from 0.
    stem: int
    # What stands before it, and after it; each goes with each.
    before: list[str] = msgspec.field(default_factory=lambda: [""])
    after: list[str] = msgspec.field(default_factory=lambda: [""])
    tags: str


class Language(Struct, frozen=True, kw_only=True):
    """language.yml: what the engine must know of the language as a whole."""

    name: str
    # How word forms are analysed: by a library ("pymorphy3", "simplemma") or only by the tables below ("affixes").
    analyser: Literal["pymorphy3", "simplemma", "affixes"]
    direction: Literal["ltr", "rtl"] = "ltr"
    # Where an agent stands, seen from its verb.
    agent: Side = "before"
    # Where an object without adposition or case stands, seen from its verb.
    object: Side = "after"
    # Whether a name is told from a common word by its capital letter.
    has_capitals: bool = True
    # Abbreviations whose full stop does not end a sentence, without the stop, lower case.
    abbreviations: list[str] = []
    # Letters that are cut from the front of a word, longest first: clitic conjunctions, prepositions, article.
    proclitics: list[str] = []
    # Endings that are cut from a word to find its stem, longest first.
    endings: list[str] = []
    # Forms that the analyser gets wrong or does not know: form -> "lemma tag tag".
    forms: dict[str, str] = {}
    # Endings that tell the tense or form of a verb: ending -> tags ("past", "part", "ing", "future", "infinitive").
    verb_endings: dict[str, str] = {}
    # Where endings stack: chains of slots, each slot the tags that it gives with the endings that give them, parted by
    # spaces; "-" is none. Of all endings that a form has, listed or chained, the longest gives the tags.
    chains: list[list[dict[str, str]]] = []
    # Letters that writers exchange or leave out: letter -> what it is read as. Texts and patterns are both folded.
    folds: dict[str, str] = {}
    # Proclitic -> marks that it gives its word: "and", "in", "to", "definite", "noun" (no verb can follow it).
    clitic_marks: dict[str, str] = {}
    # Verbs by their stems, one to each conjugation's `stem`; patterns name a verb by the first.
    verbs: list[str] = []
    conjugations: list[Conjugation] = []
    # Which word of a noun phrase, and which member of a group, carries the case.
    case_on: Literal["first", "last"] = "first"
    # Whether a finite verb or a converb ends its clause, so that what follows is the next.
    verb_ends_clause: bool = False
    # Endings that make a possessive of a name, as they are written: "'s".
    possessives: list[str] = []
    # Whether the owner follows its noun with nothing between (Arabic): a bare name after a noun is "of".
    owner_follows: bool = False


class Furniture(Struct, frozen=True, kw_only=True):
    """furniture.yml: what stands on a page and is no text."""

    # Lines that begin so are dropped (case folded).
    begins: list[str] = []
    # Lines that are exactly so are dropped (case folded).
    whole: list[str] = []
    # From a line that begins so, everything to the end of the article is dropped.
    ends_article: list[str] = []


class Roles(Struct, frozen=True, kw_only=True):
    """roles.yml: how the language marks who does what to whom."""

    # Adposition -> relation, for words that stand before ("before") or after ("after") the noun phrase. A relation is
    # one of: with, between, of, by, in, at, to, from, for, on, about, against, through, margins, among, and "none".
    # "form/case: relation" holds only where the phrase can stand in that case.
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    # Case mark -> relation, where no adposition stands: nom, gen, dat, acc, ins, loc, abl, possessive, attributive.
    cases: dict[str, str] = {}
    # Words that join two names to one group.
    joins: list[str] = []
    # Words that open a subordinate clause.
    subordinators: list[str] = []
    # Words that open a subordinate clause only before a name and its verb: "as Serbia refused", but "as mediator".
    half_subordinators: list[str] = []
    # Words that open a main clause beside another: "while", "but".
    contrasts: list[str] = []
    # Relative pronouns: the clause's agent is what stands before.
    relatives: list[str] = []
    # Words that stand before a noun phrase and belong to it: articles, numerals of number two, possessives.
    determiners: list[str] = []
    # Adjectives that may stand between nationality and noun in a naming ("then", "former", "top").
    modifiers: list[str] = []
    # Where the name of the state stands, seen from the noun of an office or body: before it ("Armenian minister"),
    # after "of", after it in the genitive, or simply after it.
    owners: list[Literal["before", "of", "genitive", "after"]] = []
    # Whether an office is followed by its holder's name (or the name by the office, with a comma).
    byline: list[str] = []


class Pronouns(Struct, frozen=True, kw_only=True):
    """pronouns.yml: words that stand for someone named elsewhere."""

    # Pronoun -> "person", "state", "several", "speaker" (I, my), "speaker_state" (we, our), each with its marks,
    # as in "person nom" or "several possessive".
    pronouns: dict[str, str] = {}
    # Phrases for the parties together: "the two sides", "both leaders"; matched as patterns.
    groups: list[str] = []
    # Those of them that stand for the states, not for the people who speak for them: "both countries".
    state_groups: list[str] = []
    # Common nouns for an armed movement or party named before: "the rebels", "the group".
    movements: list[str] = []
    # Common nouns for the government or army of the state that the article is most about.
    governments: list[str] = []
    # Phrases for a third of them: "the four leaders".
    all_present: list[str] = []


class Post(Struct, frozen=True, kw_only=True):
    """offices.yml, posts: the words for an office."""

    # The post's key, the same in every language.
    post: str
    # Phrases for it, singular; word forms are found by the analyser.
    one: list[str]
    # Phrases for several holders.
    many: list[str] = []
    # Whose rank: "leaders", "ministers", "deputy_pm", "envoys", "officials", "delegations".
    level: str = ""


class Body(Struct, frozen=True, kw_only=True):
    """offices.yml, bodies: nouns that with a nationality name a body or stand for the state."""

    # Phrases; word forms are found by the analyser.
    words: list[str]
    # The English name that follows the country's: "Ministry of Foreign Affairs"; empty where it stands for the state.
    name: str = ""
    level: str = ""


class Offices(Struct, frozen=True, kw_only=True):
    """offices.yml: posts and bodies."""

    posts: list[Post]
    bodies: list[Body]
    # Titles that may stand before a name and are not part of it.
    titles: list[str] = []


class Cue(Struct, frozen=True, kw_only=True):
    """mood.yml: words that tell how an act is put."""

    say: str
    mood: Literal[
        "planned", "possible", "conditional", "negated", "cancelled", "postponed", "past", "hearsay", "counterfactual",
        "proposed", "ongoing", "background", "repeated", "general",
    ]  # fmt: skip
    # Where it stands, seen from the act's word, within the clause ("sentence": anywhere in the sentence).
    reach: Literal["left", "right", "clause", "sentence"] = "left"
    # How many items away at the most.
    within: int = 6
    # A mark that the act's word must have: Arabic «قد» says "perhaps" only before a present.
    form: str = ""


class Mood(Struct, frozen=True, kw_only=True):
    """mood.yml: the cues, in order; the first that fits for each mood is enough."""

    cues: list[Cue]


class Example(Struct, frozen=True, kw_only=True):
    """One sentence and how it is to be read."""

    text: str
    # How a report that was read by this entry begins, in the notation of `str(report)`.
    reads: str
    # The date of publication that relative dates count from.
    on: str = "2024-05-12"


class Expression(Struct, frozen=True, kw_only=True):
    """acts/*.yml: one expression of one kind of act."""

    # Unique within its language.
    id: str
    # The pattern; see `compile`.
    say: str
    kind: str
    # Whether its head is a verb with tense and agent, a noun, or neither (a phrase that is read as it stands).
    head: Literal["verb", "noun", "phrase"] = "verb"
    # Fixed status; otherwise it follows from the mood by the table of `kinds.yml`.
    status: str = ""
    modality: str = ""
    # Role -> relations, in order of preference; replaces the kind's own list for that role.
    roles: dict[str, list[str]] = {}
    # Roles that must be filled for the expression to be read.
    needs: list[str] = []
    # Roles that the kind needs and that this expression may leave empty: "thousands have fled".
    open: list[str] = []
    # How many actors there must be at least.
    at_least: int = 0
    # How many at the most; 0 for any number.
    at_most: int = 0
    # Further fields: strength, stage, format, offer, document ...
    fields: dict[str, str] = {}
    # Further acts told by the same words: "kind/status" with the same roles, and "kind/status modality" for another.
    also: list[str] = []
    # Whether acts named in what depends on it are part of it, and not told by themselves.
    holds: Literal["", "rest", "clause", "sentence", "none"] = ""
    # Moods in which it is not read at all.
    never: list[str] = []
    # The mood that it is read in whatever the clause says.
    mood: str = ""
    # How sure, from 0 to 1; below 0.5 it is read only where nothing surer is.
    weight: float = 1.0
    # Where it comes from: a grammar, a dictionary, a corpus reference, or "usage".
    source: str = "usage"
    yes: list[Example] = []
    no: list[str] = []


class FieldCue(Struct, frozen=True, kw_only=True):
    """fields.yml: words that fill a further field of an act told in the same sentence."""

    # The pattern; a slot with a role, as in "host by [host:ACTOR]", fills that role.
    say: str
    # The kinds of act that it speaks of.
    kinds: list[str]
    # Field -> value, for cues that say it by themselves: format, level, stage, offer ...
    sets: dict[str, str] = {}
    # Field that takes the words of the pattern as they stand in the text: quantity, casualties, document ...
    quotes: str = ""
    # Whether only the words behind the pattern's head are taken.
    quotes_behind_head: bool = False
    # What the number of the pattern counts, in English: then the value is "4 villages", in whatever language.
    counts: str = ""
    # Where it must stand, seen from the act's word.
    reach: Literal["left", "right", "clause", "sentence"] = "clause"


class Fields(Struct, frozen=True, kw_only=True):
    """fields.yml."""

    cues: list[FieldCue] = []
    # Forms of the numbers that are written in words, for cues that count.
    numbers: dict[int, list[str]] = {}


class Kind(Struct, frozen=True, kw_only=True):
    """_shared/kinds.yml: what holds of a kind of act in every language."""

    kind: str
    # Role -> relations in order of preference.
    roles: dict[str, list[str]]
    # Roles without which there is no report.
    needs: list[str] = []
    at_least: int = 0
    holds: Literal["rest", "clause", "sentence", "none"] = "none"
    # Mood -> "status modality"; the first of the clause's moods, in this order, decides.
    moods: dict[str, str]
    # Moods in which nothing is reported.
    never: list[str] = []
    # Roles that take all of their relations together, not only the first that is there.
    gathers: list[str] = []
    # Whether several mentions with the same parties in one article are one act.
    one_act: bool = False
