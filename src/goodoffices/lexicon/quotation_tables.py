"""Tables of reported speech: what each form can be, as bits of one number, and the cues by lemma or first form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from goodoffices.lexicon.morphology import Analysis
from goodoffices.lexicon.quotation_schema import Group, Quotation, Words

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
    "infinitive": INFINITIVE, "adj": ADJECTIVE, "noun": NOUN, "gen": CASED, "dat": CASED, "acc": CASED, "ins": CASED,
    "loc": CASED,
    "abl": CASED, "plur": PLURAL, "passive": PASSIVE, "converb": CONVERB, "to": EDGE, "relative": ADNOMINAL,
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

    def entries(self, lower: str, analysis: Analysis, table: Mapping[str, Sequence[Cue]]) -> Iterable[tuple[str, Cue]]:
        """Yield the cues of `verbs` or `nouns` that a form can begin, each with the lemma or beginning it is under."""
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
        if "ing" in analysis.tags or (self.data.has_cases and "part" in analysis.tags and "verb" not in analysis.tags):
            # Gerunds and full participles have a tense, and are no predicate.
            bits &= ~FINITE
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


def build_tables(data: Quotation, lang: str) -> QuotationTables:
    """Return the tables that a language's file makes."""
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
