"""Word forms: the lemmas that a form can belong to, and what its form tells (tense, case, number).

Pure, apart from the dictionaries that the libraries hold. Three analysers, chosen by a lexicon's language.yml:
pymorphy3 (Russian), simplemma (languages that it knows), and affixes alone (any language).
"""

from collections.abc import Callable
from dataclasses import dataclass

import pymorphy3
import simplemma

from goodoffices.lexicon.schema import Language


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a form tells by itself; `lemmas` always holds the form."""

    lemmas: frozenset[str]
    # past, present, future, infinitive, part, ing, imperative; cases nom, gen, dat, acc, ins, loc; sing, plur;
    # verb, noun, adj, name.
    tags: frozenset[str]


Analyser = Callable[[str], Analysis]

_OPENCORPORA = {
    "past": "past", "pres": "present", "futr": "future", "INFN": "infinitive", "impr": "imperative",
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc",
    "loc2": "loc", "sing": "sing", "plur": "plur", "VERB": "verb", "NOUN": "noun", "ADJF": "adj", "PRTF": "part",
    "PRTS": "part", "GRND": "ing", "Name": "name", "Surn": "name", "Patr": "name", "pssv": "passive", "femn": "femn",
    "masc": "masc",
}  # fmt: skip
"""OpenCorpora's grammemes, as pymorphy3 gives them, and our marks for them."""


def analyser_for(language: Language, lang: str) -> Analyser:
    """Return the function that analyses one lower-cased form of the language; it keeps no state of its own."""
    if language.analyser == "pymorphy3":
        return _with_table(_russian(), language)
    if language.analyser == "simplemma":
        return _with_table(_by_simplemma(language, lang), language)
    return _with_table(_by_affixes(language), language)


def _with_table(analyse: Analyser, language: Language) -> Analyser:
    table = {}
    for form, entry in language.forms.items():
        lemma, *tags = entry.split()
        table[form] = Analysis(frozenset({form, lemma}), frozenset(tags))

    def look_up(form: str) -> Analysis:
        return table.get(form) or analyse(form)

    return look_up


_LIKELY = 0.05
"""Parses that pymorphy3 gives a lower score are left out: they are dictionary curiosities."""


def _russian() -> Analyser:
    morph = pymorphy3.MorphAnalyzer(lang="ru")

    def analyse(form: str) -> Analysis:
        lemmas, tags = {form}, set()
        for parse in morph.parse(form):
            if parse.score < _LIKELY:
                continue
            lemmas.add(parse.normal_form.replace("ё", "е"))
            tags.update(_OPENCORPORA[str(mark)] for mark in parse.tag.grammemes if mark in _OPENCORPORA)
        return Analysis(frozenset(lemmas), frozenset(tags))

    return analyse


def _verb_tags(form: str, language: Language) -> set[str]:
    for ending, tags in language.verb_endings.items():
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return set(tags.split())
    return set()


def _by_simplemma(language: Language, lang: str) -> Analyser:
    def analyse(form: str) -> Analysis:
        lemmas = {form, simplemma.lemmatize(form, lang=lang).lower()}
        lemmas.update(_stems(form, language))
        return Analysis(frozenset(lemmas), frozenset(_verb_tags(form, language)))

    return analyse


def _by_affixes(language: Language) -> Analyser:
    def analyse(form: str) -> Analysis:
        return Analysis(frozenset({form, *_stems(form, language)}), frozenset(_verb_tags(form, language)))

    return analyse


_SHORTEST_STEM = 3


def _stems(form: str, language: Language) -> set[str]:
    heads = {form}
    for clitic in language.proclitics:
        if form.startswith(clitic) and len(form) - len(clitic) >= _SHORTEST_STEM:
            heads.add(form[len(clitic) :])
    stems = set(heads)
    for head in heads:
        for ending in language.endings:
            if head.endswith(ending) and len(head) - len(ending) >= _SHORTEST_STEM:
                stems.add(head[: -len(ending)])
    return stems
