"""Word forms: the lemmas that a form can belong to, and what its form tells (tense, case, number).

Pure, apart from the dictionaries that the libraries hold. Three analysers, chosen by a lexicon's language.yml:
pymorphy3 (Russian), simplemma (languages that it knows), and affixes alone (any language).
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import pymorphy3
import simplemma

from goodoffices.lexicon.schema import Language


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a form tells by itself; `lemmas` always holds the form."""

    lemmas: frozenset[str]
    # past, present, future, infinitive, part, ing, imperative; cases nom, gen, dat, acc, ins, loc; sing, plur;
    # verb, noun, adj, name. A noun's case and number together stand as one more tag: "gen.sing".
    tags: frozenset[str]


Analyser = Callable[[str], Analysis]

_OPENCORPORA = {
    "past": "past", "pres": "present", "futr": "future", "INFN": "infinitive", "impr": "imperative",
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc",
    "loc2": "loc", "sing": "sing", "plur": "plur", "VERB": "verb", "NOUN": "noun", "ADJF": "adj", "PRTF": "part",
    "PRTS": "part", "GRND": "ing", "Name": "name", "Surn": "name", "Patr": "name", "pssv": "passive", "femn": "femn",
    "masc": "masc", "neut": "neut",
}  # fmt: skip
"""OpenCorpora's grammemes, as pymorphy3 gives them, and our marks for them."""


def analyser_for(language: Language, lang: str) -> Analyser:
    """Return the function that analyses one lower-cased form of the language, and keeps what it has analysed."""
    return _kept(_analyser(language, lang))


_KEPT_FORMS = 200_000
"""So many forms are kept; then the table begins anew, so that memory stays flat."""


def _kept(analyse: Analyser) -> Analyser:
    seen: dict[str, Analysis] = {}

    def look_up(form: str) -> Analysis:
        known = seen.get(form)
        if known is not None:
            return known
        if len(seen) >= _KEPT_FORMS:
            seen.clear()
        return seen.setdefault(form, analyse(form))

    return look_up


def _analyser(language: Language, lang: str) -> Analyser:
    if language.analyser == "pymorphy3":
        return _with_table(_russian(), language)
    if language.analyser == "simplemma":
        return _with_table(_by_simplemma(language, lang), language)
    return _with_table(_by_affixes(language), language)


def _with_table(analyse: Analyser, language: Language) -> Analyser:
    table = _table(language)

    def look_up(form: str) -> Analysis:
        return table.get(form) or analyse(form)

    return look_up


def _table(language: Language) -> dict[str, Analysis]:
    """Return the forms that language.yml lists one by one, and those that its conjugations make of its verbs."""
    table: dict[str, Analysis] = {}
    for form, lemma, tags in _conjugated(language):
        known = table.get(form, _UNKNOWN)
        table[form] = Analysis(known.lemmas | {form, lemma}, known.tags | tags)
    for form, entry in language.forms.items():
        lemma, *marks = entry.split()
        table[form] = Analysis(frozenset({form, lemma}), frozenset(marks))
    return table


def _conjugated(language: Language) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield form, lemma and tags of every form of every verb."""
    for verb in language.verbs:
        stems = verb.split()
        for conjugation in language.conjugations:
            stem, tags = stems[min(conjugation.stem, len(stems) - 1)], frozenset(conjugation.tags.split())
            for before, after in product(conjugation.before, conjugation.after):
                yield f"{before}{stem}{after}", stems[0], tags


_UNKNOWN = Analysis(frozenset(), frozenset())


_CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_NUMBERS = frozenset({"sing", "plur"})
_LIKELY = 0.05
"""Parses that pymorphy3 gives a lower score are left out: they are dictionary curiosities."""


def _russian() -> Analyser:
    morph = pymorphy3.MorphAnalyzer(lang="ru")

    def analyse(form: str) -> Analysis:
        try:
            parses = morph.parse(form)
        except ValueError:
            # It asks for the Unicode name of every letter, and some have none.
            return Analysis(frozenset({form}), frozenset())
        likely = {(parse.normal_form, parse.tag.POS) for parse in parses if parse.score >= _LIKELY}
        lemmas, tags = {form}, set()
        for parse in parses:
            # A likely word's rarer cases count: "стороны" is the subject of news more often than of novels.
            if (parse.normal_form, parse.tag.POS) not in likely:
                continue
            lemmas.add(parse.normal_form.replace("ё", "е"))
            marks = {_OPENCORPORA[str(mark)] for mark in parse.tag.grammemes if mark in _OPENCORPORA}
            tags |= marks | {f"{case}.{number}" for case in marks & _CASES for number in marks & _NUMBERS}
        return Analysis(frozenset(lemmas), frozenset(tags))

    return analyse


@dataclass(frozen=True, slots=True)
class _Endings:
    """What a language's endings tell, for looking up the longest that a form has."""

    tags: Mapping[str, frozenset[str]]
    longest: int

    def of(self, form: str) -> frozenset[str]:
        """Return the tags of the longest ending of a form; at least two letters must stand before it."""
        for length in range(min(self.longest, len(form) - _LETTERS_BEFORE_ENDING), 0, -1):
            found = self.tags.get(form[-length:])
            if found is not None:
                return found
        return frozenset()


_LETTERS_BEFORE_ENDING = 2


def _endings_of(language: Language) -> _Endings:
    tags = {ending: frozenset(marks.split()) for ending, marks in language.verb_endings.items()}
    for chain in language.chains:
        for parts in product(*(_alternatives(slot) for slot in chain)):
            ending = "".join(part for part, _ in parts)
            tags.setdefault(ending, frozenset().union(*(marks for _, marks in parts)))
    return _Endings(tags, max((len(ending) for ending in tags), default=0))


def _alternatives(slot: Mapping[str, str]) -> list[tuple[str, frozenset[str]]]:
    return [
        ("" if ending == "-" else ending, frozenset(marks.split()))
        for marks, endings in slot.items()
        for ending in endings.split()
    ]


def _by_simplemma(language: Language, lang: str) -> Analyser:
    endings = _endings_of(language)

    def analyse(form: str) -> Analysis:
        lemmas = {form, simplemma.lemmatize(form, lang=lang).lower()}
        lemmas.update(_stems(form, language))
        return Analysis(frozenset(lemmas), endings.of(form))

    return analyse


def _by_affixes(language: Language) -> Analyser:
    table, endings = _table(language), _endings_of(language)

    def analyse(form: str) -> Analysis:
        lemmas, tags = {form, *_endless(form, language)}, set(endings.of(form))
        if lemmas & table.keys():
            # The word is known as it stands: its first letters are no clitic.
            return _known(form, lemmas, tags, table)
        for clitic, head in _heads(form, language, table):
            marks = set(language.clitic_marks.get(clitic, "").split())
            stems = {head, *_endless(head, language)}
            # A form that is known as it stands tells more exactly: «اتهمت» is feminine, whatever «اتهم» is.
            known = _known(form, {head} if head in table else stems, marks, table)
            lemmas |= {*known.lemmas, *stems}
            if not (stems & table.keys() or "definite" in marks):
                # A name can begin with a clitic's letter: only what stands before a known word is one.
                continue
            tags |= marks | (known.tags - _VERBAL if "noun" in marks else known.tags)
            if stems & table.keys():
                break
        return Analysis(frozenset(lemmas), frozenset(tags))

    return analyse


def _known(form: str, stems: set[str], tags: set[str], table: Mapping[str, Analysis]) -> Analysis:
    """Return what the table knows of the stems, with the tags that the word's letters gave."""
    lemmas, found = {form, *stems}, set(tags)
    for stem in stems & table.keys():
        lemmas |= table[stem].lemmas
        found |= table[stem].tags
    return Analysis(frozenset(lemmas), frozenset(found))


_VERBAL = frozenset({"verb", "past", "present", "future"})


_SHORTEST_STEM = 3


def _stems(form: str, language: Language) -> set[str]:
    stems = {form, *_endless(form, language)}
    for _, head in _heads(form, language):
        stems |= {head, *_endless(head, language)}
    return stems


def _heads(form: str, language: Language, known: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield each proclitic that the form begins with, and what follows it: a stem, or a short word that is known."""
    for clitic in language.proclitics:
        head = form[len(clitic) :]
        if form.startswith(clitic) and (len(head) >= _SHORTEST_STEM or head in known):
            yield clitic, head


def _endless(form: str, language: Language) -> Iterator[str]:
    """Yield the form without each ending that it can have."""
    for ending in language.endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM:
            yield form[: -len(ending)]
