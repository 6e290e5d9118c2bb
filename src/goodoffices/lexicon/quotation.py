"""Reported speech as data: quotation.yml of a language, read into tables, every problem told at once.

A language's quotation.yml lists what introduces the words or thoughts of others (verbs, nouns, phrases), which sort of
content each takes, the marks that enclose literal words, and the small closed classes of words by which the edges of
speaker and content are found. The engine in `reading.attribution` knows no word of any language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
import yaml

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.load import data_folder, fold_values, folds_of
from goodoffices.lexicon.morphology import Analysis

FILE = "quotation.yml"

Manner = Literal[
    "says", "denies", "warns", "predicts", "claims", "demands", "promises", "accuses", "agrees", "asks", "praises",
    "criticises", "thinks", "hopes", "fears", "shows", "cites", "seems", "refuses",
]  # fmt: skip
"""How something is said. "shows" is for what has no voice (a report shows that), "cites" for one source that names
another, "seems" for what is said of nobody's words (it appears that)."""

Frame = Literal[
    "quote", "that", "clause", "to", "object", "told", "as", "aside", "object_that", "passive", "with", "before", "in", "shared", "named",
    "seems",
]  # fmt: skip
"""What a verb or noun takes as its content:

    quote      literal words beside it
    that       a clause opened by a word of `that`
    clause     a clause that nothing opens ("said he would come")
    to         an infinitive ("refused to come")
    object     a noun phrase ("denied the report")
    told       any of these after a noun phrase that names who is addressed ("told reporters that")
    as         an object, then a word of `as` ("described the deal as weak"): all of it
    aside      it may stand within or after what is said ("the deal, he said, is weak")
    passive    its participle after a form of `be` ("was told that", "is expected to"); who says so may follow `by`
    with       a phrase opened by one of the entry's own `words` ("warned of", "called for")
    named      an object, then the name that is given to it ("called the deal “a trap”"): both
    seems      an infinitive, of which its own subject is said ("the deal seems to hold"): both, and nobody says so
    shared     it has no subject of its own: the source is that of the verb before («مضيفا أن»)
    before     the content stands before it, ending with one of `nominal_endings` or one of `quotatives`
    in         who says so stands after a word of `opened_by` («говорится в заявлении»)
"""


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every entry: unknown keys are errors."""


class Group(Struct, kw_only=True):
    """Verbs or nouns that share manner and frames."""

    manner: Manner
    takes: list[Frame]
    # Lemmas; "point out" is a lemma and the words that must follow it, in any form; "söyle*" is any word that begins so.
    words: list[str]
    # For the frame "with": words that open the content and belong to the cue; for "in": those that open the source.
    opened_by: list[str] = []


class Phrase(Struct, kw_only=True):
    """A fixed phrase that names a source: "according to X", "X'e göre"."""

    # The forms, as they stand, lower case.
    say: list[str]
    manner: Manner = "says"
    # Whether the source follows the phrase or stands before it.
    source: Literal["after", "before"] = "after"
    # For phrases that hold the source themselves («по его словам»): nothing further is looked for.
    has_source: bool = False


class Marks(Struct, kw_only=True):
    """One pair of quotation marks; a mark may be typed as two characters."""

    open: str
    close: str


class Words(Struct, kw_only=True):
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


class Example(Struct, kw_only=True):
    """A sentence and the attributions it holds, in the notation of `str(Attribution.shown)`."""

    text: str
    reads: list[str]


class Quotation(Struct, kw_only=True):
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


# What a form can be, as bits of one number; a form can be several things.
THAT, TO, AS, BY, BE, AUXILIARY, ADVERB, DETERMINER = (1 << bit for bit in range(8))
POSSESSIVE, PRONOUN, RELATIVE, PREPOSITION, OF, JOIN, SUBORDINATOR, OPENER = (1 << bit for bit in range(8, 16))
FINITE, TIME, CUE_VERB, CUE_NOUN, PHRASE, ING, PAST, PARTICIPLE = (1 << bit for bit in range(16, 24))
NOMINATIVE, CASED, INFINITIVE, NOMINAL, OWNER, NUMBER, BARE_SUBJECT, QUOTATIVE = (1 << bit for bit in range(24, 32))
TIME_OPENER, TIME_NOUN, OBJECT, ALSO_NOUN, THIS = (1 << bit for bit in range(32, 37))
GENITIVE_PLURAL, ADJECTIVE, NOUN, EDGE, WITHIN, PLURAL = (1 << bit for bit in range(37, 43))
DOCUMENT, ADNOMINAL, CONVERB, PASSIVE, NOT_SPEAKER = (1 << bit for bit in range(43, 48))

_CLASSES = {
    "that": THAT, "to": TO, "as_": AS, "by": BY, "be": BE, "auxiliaries": AUXILIARY, "adverbs": ADVERB,
    "determiners": DETERMINER, "possessives": POSSESSIVE, "pronouns": PRONOUN, "relatives": RELATIVE,
    "prepositions": PREPOSITION, "of": OF, "joins": JOIN, "subordinators": SUBORDINATOR, "openers": OPENER,
    "finite": FINITE, "times": TIME, "not_speakers": NOT_SPEAKER, "bare_subjects": BARE_SUBJECT,
    "time_openers": TIME_OPENER, "time_nouns": TIME_NOUN, "objects": OBJECT, "also_nouns": ALSO_NOUN,
    "this": THIS, "edges": EDGE, "within": WITHIN, "documents": DOCUMENT,
}  # fmt: skip
"""Word class of the file -> bit."""

_TAGS = {
    "past": FINITE | PAST, "present": FINITE, "future": FINITE, "ing": ING, "part": PARTICIPLE, "nom": NOMINATIVE,
    "infinitive": INFINITIVE, "adj": ADJECTIVE, "noun": NOUN, "gen": CASED, "dat": CASED, "acc": CASED, "ins": CASED, "loc": CASED,
    "abl": CASED, "plur": PLURAL, "passive": PASSIVE, "converb": CONVERB, "relative": ADNOMINAL,
}  # fmt: skip
"""Mark of a form -> bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One verb, noun or phrase that introduces what someone says."""

    manner: str
    takes: frozenset[str]
    # Forms that must follow the word: "out" of "point out".
    rest: tuple[str, ...] = ()
    opened_by: frozenset[str] = frozenset()
    # For phrases: where the source stands, and whether the phrase holds it.
    source_after: bool = True
    has_source: bool = False


@dataclass(frozen=True, slots=True)
class QuotationTables:
    """One language's tables of reported speech. Keeps what each form can be as it meets forms; otherwise fixed."""

    lang: str
    data: Quotation
    # By lemma (verbs, nouns) or first form (phrases); those with the longest `rest` first.
    verbs: Mapping[str, Sequence[Cue]]
    nouns: Mapping[str, Sequence[Cue]]
    phrases: Mapping[str, Sequence[Cue]]
    # The lengths of the beginnings ("söyle*") among the verbs and nouns.
    beginnings: Sequence[int]
    # Opening mark -> the marks that close it.
    closing: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, int]
    # Form -> what it can be, for the forms met so far.
    known: dict[str, int] = field(default_factory=dict)

    def bits(self, lower: str, analysis: Analysis) -> int:
        """Return what a form can be."""
        known = self.known.get(lower)
        if known is None:
            if len(self.known) >= _KEPT_FORMS:
                self.known.clear()
            known = self.known[lower] = self._bits_of(lower, analysis)
        return known

    def entries(
        self, lower: str, analysis: Analysis, table: Mapping[str, Sequence[Cue]]
    ) -> Iterable[tuple[str, Cue]]:
        """Yield the cues of `verbs` or `nouns` that a form can begin, each with the lemma or beginning it stands under."""
        for lemma in sorted(analysis.lemmas):
            for cue in table.get(lemma, ()):
                yield lemma, cue
        for length in self.beginnings:
            for cue in table.get(f"{lower[:length]}*", ()):
                yield f"{lower[:length]}*", cue

    def _bits_of(self, lower: str, analysis: Analysis) -> int:
        bits = self.classes.get(lower, 0)
        for tag in analysis.tags:
            bits |= _TAGS.get(tag, 0)
        if {"gen", "plur"} <= analysis.tags and not bits & NOMINATIVE:
            bits |= GENITIVE_PLURAL
        bits |= CUE_VERB if any(True for _ in self.entries(lower, analysis, self.verbs)) else 0
        bits |= ALSO_NOUN if not bits & (PAST | ING) and analysis.lemmas & set(self.data.words.also_nouns) else 0
        bits |= CUE_NOUN if any(True for _ in self.entries(lower, analysis, self.nouns)) else 0
        if bits & CUE_VERB and lower.endswith(tuple(self.data.finite_endings)):
            stems = analysis.lemmas - {lower}
            bits |= FINITE if stems and not stems & set(self.data.words.also_nouns) else 0
        if any("shared" in cue.takes for _, cue in self.entries(lower, analysis, self.verbs)):
            bits |= ING
        if bits & CUE_VERB and self.data.relative_endings:
            bits |= ADNOMINAL if lower.endswith(tuple(self.data.relative_endings)) else 0
            bits |= CONVERB if lower.endswith(tuple(self.data.converb_endings)) else 0
        if lower in self.phrases:
            bits |= PHRASE
        if self.data.possessive_endings and lower.endswith(tuple(self.data.possessive_endings)):
            bits |= OWNER
        if self.data.nominal_endings and lower.endswith(tuple(self.data.nominal_endings)):
            bits |= NOMINAL
        if lower in self.data.quotatives:
            bits |= QUOTATIVE
        words = self.data.words
        if words.adverb_endings and lower.endswith(tuple(words.adverb_endings)) and lower not in words.not_adverbs:
            bits |= ADVERB
        return bits | (NUMBER if lower[:1].isdigit() else 0)


_KEPT_FORMS = 200_000
"""How many forms are kept; beyond it the table is begun anew, so that memory stays flat."""


def quotation_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a quotation.yml, sorted."""
    return tuple(sorted(folder.name for folder in data_folder().iterdir() if (folder / FILE).is_file()))


@cache
def load_quotation(lang: str) -> QuotationTables:
    """Return a language's tables of reported speech.

    Raises:
        UnsupportedLanguage: The language has no quotation.yml.
        LexiconError: The file is wrong; every problem is listed.
    """
    folder = data_folder() / lang
    if not (folder / FILE).is_file():
        raise UnsupportedLanguage(f"there are no words of reported speech for the language {lang!r}")
    return load_quotation_from(folder, lang)


def load_quotation_from(folder: Traversable, lang: str) -> QuotationTables:
    """Return the tables that a folder's quotation.yml makes.

    Raises:
        LexiconError: The file is wrong; every problem is listed.
    """
    try:
        value = yaml.load((folder / FILE).read_text("utf-8"), Loader=yaml.CSafeLoader)
        data = msgspec.convert(value, Quotation)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise LexiconError([f"{' '.join(str(error).split())} @ {FILE}: the file"], subject=lang) from error
    problems = list(_problems(data))
    if problems:
        raise LexiconError([f"{problem} @ {FILE}: {key}" for problem, key in problems], subject=lang)
    return _tables(msgspec.convert(fold_values(value, folds_of(folder)), Quotation), lang)


def _problems(data: Quotation) -> Iterable[tuple[str, str]]:
    for name, groups in (("verbs", data.verbs), ("nouns", data.nouns)):
        seen: dict[tuple[str, str], int] = {}
        for number, group in enumerate(groups):
            key = f"{name}[{number}]"
            if {"with", "in"} & set(group.takes) and not group.opened_by:
                yield "the frames 'with' and 'in' need words in opened_by", key
            if not group.words:
                yield "a group needs words", key
            for word in group.words:
                if word != word.lower().strip():
                    yield f"words stand in lower case: {word!r}", key
                for frame in group.takes:
                    known = seen.setdefault((word, frame), number)
                    if known != number and frame != "with":
                        yield f"{word!r} takes {frame!r} in {name}[{known}] too", key
    for number, phrase in enumerate(data.phrases):
        if not all(phrase.say):
            yield "a phrase needs words", f"phrases[{number}]"
    for number, marks in enumerate(data.marks):
        if not marks.open or not marks.close:
            yield "a quotation mark is not empty", f"marks[{number}]"
    if not data.examples:
        yield "a language needs examples that it reads", "examples"


def _tables(data: Quotation, lang: str) -> QuotationTables:
    closing: dict[str, tuple[str, ...]] = {}
    for marks in data.marks:
        closing[marks.open] = (*closing.get(marks.open, ()), marks.close)
    phrases: dict[str, list[Cue]] = {}
    for phrase in data.phrases:
        for say in phrase.say:
            first, *rest = say.split()
            cue = Cue(manner=phrase.manner, takes=frozenset(), rest=tuple(rest), has_source=phrase.has_source,
                      source_after=phrase.source == "after")  # fmt: skip
            phrases.setdefault(first, []).append(cue)
    verbs, nouns = _by_lemma(data.verbs), _by_lemma(data.nouns)
    beginnings = sorted({len(word) - 1 for word in (*verbs, *nouns) if word.endswith("*")}, reverse=True)
    return QuotationTables(
        lang, data, verbs, nouns, _longest_first(phrases), beginnings, closing, _classes(data.words)
    )  # fmt: skip


def _by_lemma(groups: Iterable[Group]) -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for group in groups:
        for word in group.words:
            first, *rest = word.split()
            cue = Cue(manner=group.manner, takes=frozenset(group.takes), rest=tuple(rest),
                      opened_by=frozenset(group.opened_by))  # fmt: skip
            table.setdefault(first, []).append(cue)
    return _longest_first(table)


def _longest_first(table: Mapping[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in table.items()}


def _classes(words: Words) -> dict[str, int]:
    table: dict[str, int] = {}
    for name, bit in _CLASSES.items():
        for form in getattr(words, name):
            # Of several words, the last carries the mark; the reader compares the others.
            form = form.split()[-1]
            table[form] = table.get(form, 0) | bit
    return table
