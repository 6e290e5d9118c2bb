"""Loads the endings of a language from `data/_world/endings/<lang>.yml`."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from goodoffices.dossier.folding import folded
from goodoffices.dossier.inflection import Endings, Paradigms, Rule
from goodoffices.dossier.label import Inflection
from goodoffices.dossier.matcher import Case, Prefix
from goodoffices.dossier.stacking import StackedEndings, stacked_endings
from goodoffices.errors import DossierError

FOLDER = files("goodoffices.dossier") / "data" / "_world" / "endings"
NOTHING = "-"
"""How the files write an ending of no letters."""


@cache
def load_paradigms(lang: str) -> Paradigms:
    """Return the endings of a language; a language without a file has none.

    Raises:
        DossierError: The file is not as it should be.
    """
    path = FOLDER / f"{lang}.yml"
    if not path.is_file():
        return Paradigms(lang=lang)
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return _paradigms(lang, content)
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise DossierError([f"{type(error).__name__}: {error} @ {path.name}"]) from error


def _paradigms(lang: str, content: Mapping[str, Any]) -> Paradigms:
    named: dict[str, Mapping[str, Any]] = content.get("endings", {})
    return Paradigms(
        lang=lang,
        rules={
            Inflection(name): tuple(_rule(lang, rule, named) for rule in rules)
            for name, rules in content.get("rules", {}).items()
        },
        cases={Inflection(name): Case(case) for name, case in content.get("case", {}).items()},
        prefixes=_prefixes(content["clitics"]) if "clitics" in content else None,
        article=content.get("clitics", {}).get("article", ""),
        contracted=content.get("clitics", {}).get("contracted", ""),
        agreeing=re.compile(content["agreeing"]) if "agreeing" in content else None,
        not_names=frozenset(folded(word, lang) for word in content.get("not_names", ())),
        shouted=frozenset(content.get("shouted", ())),
        not_surnames=frozenset(folded(word, lang) for word in content.get("not_surnames", ())),
        last_two=frozenset(folded(word, lang) for word in content.get("last_two", ())),
        acronyms_as_words=content.get("acronyms_as_words", False),
    )


def _rule(lang: str, rule: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Rule:
    rule = {**named.get(rule.get("like", ""), {}), **rule}
    endings: Endings
    if "slots" in rule:
        endings = _stacked(lang, rule)
    else:
        endings = {folded_ending(ending, lang): marks for ending, marks in _listed(rule["endings"]).items()}
    return Rule(
        when=re.compile(rule.get("when", "")),
        strip=rule.get("strip", 0),
        endings=endings,
        instead=rule.get("instead", ""),
        goes_on=rule.get("goes_on", False),
    )


def _stacked(lang: str, rule: Mapping[str, Any]) -> StackedEndings:
    slots = tuple(
        tuple(
            (folded(suffix, lang), frozenset(marks.split(".")))
            for marks, listed in slot.items()
            for suffix in listed.split()
        )
        for slot in rule["slots"]
    )
    return stacked_endings(slots, bool(rule.get("apart")))


def _listed(listed: Mapping[str, str]) -> dict[str, frozenset[str]]:
    endings: dict[str, frozenset[str]] = {}
    for marks, written in listed.items():
        for ending in written.split():
            given = frozenset(mark for mark in marks.split(".") if mark)
            plain = "" if ending == NOTHING else ending
            endings[plain] = endings.get(plain, frozenset()) | given
    return endings


def folded_ending(ending: str, lang: str) -> str:
    """Return an ending as the folded text has it; an apostrophe at its head stays."""
    return f"'{folded(ending[1:], lang)}" if ending.startswith("'") else folded(ending, lang)


def _prefixes(clitics: Mapping[str, Any]) -> dict[str, Prefix]:
    article, contracted, contracting = clitics["article"], clitics["contracted"], clitics["contracts"]
    prefixes: dict[str, Prefix] = {}
    for before, marks in _chains(clitics["slots"]):
        contracts = before.endswith(contracting)
        prefixes[before] = Prefix(marks=marks, clitic_chars=len(before), contracts=contracts)
        with_article = before + (contracted if contracts else article)
        prefixes[with_article] = Prefix(marks=marks | {"definite"}, clitic_chars=len(before), contracts=False)
    return prefixes


def _chains(slots: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    choices = [[("", ""), *((clitic, mark) for mark, clitic in slot.items())] for slot in slots]
    for way in itertools.product(*choices):
        yield "".join(clitic for clitic, _ in way), frozenset(mark for _, mark in way if mark)
