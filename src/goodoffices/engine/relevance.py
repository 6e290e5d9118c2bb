"""Whether an article may be about a dossier's process: by the names in it, fast, before it is read.

An article passes that names two of the parties, or one of them and something that is the dossier's own: a contested
place, an instrument, an initiative, a track of talks. Leaders, capitals and peoples stand for their party. What is
dropped is said with why.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from goodoffices.dossier.endings import load_paradigms
from goodoffices.dossier.entry import Entry
from goodoffices.dossier.gazetteer import english_names, load_gazetteer
from goodoffices.dossier.load import load_common, load_dossier
from goodoffices.dossier.schema import Dossier
from goodoffices.dossier.spellings import labels_of
from goodoffices.dossier.world import load_world
from goodoffices.lexicon.load import languages
from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.model.article import Article
from goodoffices.reading.language import LanguageTeller
from goodoffices.sources.found import Found

_OWN = ""
"""Stands for everything that is the dossier's own, beside the names of the parties."""

_ENOUGH = 2

_MANY = 1000
"""From so many on, all letters of a page are taken to be written as numbers, and not its quotation marks alone."""

_LONGEST_ENDING = 20

_UNREAD = re.compile(rb"<(script|style|select)\b[^<>]{0,1000}>")
_TAG = re.compile(r"<[^<>]*>")

# The part of a text, in letters, whose scripts are looked at where its language was told wrongly or it quotes another.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether an article may be about the process, and why."""

    is_relevant: bool
    # What it names of the process, as it is written, by the English name of the party; "" for the dossier's own.
    named: tuple[tuple[str, str], ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something that was not read because it is not about the process."""

    # The article's id; for a page that was not even taken apart, where it stands.
    subject: str
    title: str
    url: str
    why: str


class Relevance:
    """Tells for one dossier what may be about its process.

    Raises:
        UsageError: There is no such dossier.
        DossierError: It has mistakes.
    """

    def __init__(self, dossier: str) -> None:
        self._dossier = dossier
        self._groups = _Groups(load_dossier(dossier))
        self._teller = LanguageTeller(languages())
        self._names = _quick_names(load_dossier(dossier), self._groups)
        self._automaton = AhoCorasick(
            list(self._names), matchkind=MatchKind.Standard, implementation=Implementation.DFA
        )
        self._name_list = list(self._names)

    def judge(self, article: Article) -> Verdict:
        """Return whether an article may be about the process, by its title and text."""
        text = f"{article.title}\n{article.text}"
        seen = self._beginnings(_plain(text.lower()))
        if len(seen) < _ENOUGH:
            return Verdict(is_relevant=False, named=tuple(sorted(seen.items())), why=_why(seen))
        lang = self._teller.tell(article.text)
        named = self._named(text, lang)
        for script in load_scripts().scripts_of(text[:_LOOKED_AT]):
            for other in script.written_by[:1]:
                if len(named) < _ENOUGH and other != lang:
                    named = {**self._named(text, other), **named}
        found = tuple(sorted(named.items()))
        return Verdict(is_relevant=len(named) >= _ENOUGH, named=found, why=_why(named))

    def trouble_of_page(self, markup: str) -> str:
        """Return why a page cannot be about the process, by its markup alone; empty where it may be."""
        lowered = _readable(markup)
        seen = self._beginnings(lowered)
        if len(seen) >= _ENOUGH:
            # Tags name much of which the page does not speak; few pages come so far.
            seen = self._beginnings(_TAG.sub(" ", lowered))
        return "" if len(seen) >= _ENOUGH else _why(seen)

    def _beginnings(self, lowered: str) -> dict[str, str]:
        """Return words in small letters with which names may begin, by the groups of the names: enough or all."""
        seen: dict[str, str] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            name = self._name_list[index]
            if start == 0 or not lowered[start - 1].isalnum() or _is_joined(name):
                for group in self._names[name]:
                    seen.setdefault(group, name + _rest_of_word(lowered, end))
                if len(seen) >= _ENOUGH:
                    break
        return seen

    def _named(self, text: str, lang: str) -> dict[str, str]:
        named: dict[str, str] = {}
        for naming in load_gazetteer(lang, self._dossier).find(text):
            for entry in naming.entries:
                for group in self._groups.of(entry):
                    named.setdefault(group, naming.text)
            if len(named) >= _ENOUGH:
                break
        return named


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Lets by what may be about a process, and hands on the rest."""

    relevance: Relevance
    # Told of everything that is not let by.
    drop: Callable[[Dropped], None]

    def screen(self, markup: str, where: str) -> bool:
        """Return whether a page may be about the process, by its markup alone."""
        why = self.relevance.trouble_of_page(markup)
        if why:
            self.drop(Dropped(subject=where, title="", url=where if "://" in where else "", why=why))
        return not why

    def pass_on(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield the articles that may be about the process, and all notices."""
        for item in found:
            verdict = self.relevance.judge(item) if isinstance(item, Article) else None
            if verdict is None or verdict.is_relevant:
                yield item
            elif isinstance(item, Article):
                self.drop(Dropped(subject=item.id, title=item.title, url=item.url, why=verdict.why))


class _Groups:
    """Which party something named belongs to, or whether it is the dossier's own."""

    def __init__(self, dossier: Dossier) -> None:
        names = english_names([dossier, load_common()])
        self._parties = {party: names[party] for party in dossier.parties}
        self._names = frozenset(self._parties.values())
        matters = (*dossier.instruments, *dossier.initiatives, *dossier.tracks)
        contested = {place.id for place in dossier.places if place.contested or not place.country}
        self._own = contested | {matter.id for matter in matters}

    def of(self, entry: Entry) -> Iterator[str]:
        """Yield the parties that an entry belongs to, and `_OWN` where it is the dossier's own."""
        for id_ in (entry.id, entry.stands_for_id):
            if id_ in self._parties:
                yield self._parties[id_]
        if entry.country in self._names:
            yield entry.country
        if entry.id in self._own:
            yield _OWN


def _quick_names(dossier: Dossier, groups: _Groups) -> dict[str, set[str]]:
    """Return the beginnings of all names of the process in all languages, in small letters, with their groups."""
    names: dict[str, set[str]] = {}
    common, world = load_common(), load_world()
    english = english_names([dossier, common])
    for lang in world.languages:
        paradigms = load_paradigms(lang)
        for source in (labels_of(dossier, lang, english), labels_of(common, lang, english), world.labels(lang)):
            for label in source:
                belongs = set(groups.of(label.entry))
                for pattern in paradigms.patterns(label) if belongs else ():
                    if stem := pattern.stem.strip().lower():
                        names.setdefault(stem, set()).update(belongs)
    return names


def _rest_of_word(text: str, end: int) -> str:
    after = text[end : end + _LONGEST_ENDING]
    return next((after[:at] for at, sign in enumerate(after) if not sign.isalnum()), after)


def _plain(lowered: str) -> str:
    """Return text or markup without what only says where a word may be broken."""
    for mark in ("\xad", "&shy;", "\u200b"):
        lowered = lowered.replace(mark, "")
    return lowered


def _readable(markup: str) -> str:
    """Return markup in small letters without programs and lists to choose from; what may be articles stays."""
    # Most of a page are programs: in bytes they are found several times as fast, and the rest is soon made small.
    data, pieces, at = markup.encode("utf-8", "surrogatepass").lower(), [], 0
    for found in _UNREAD.finditer(data):
        if found.start() < at or b"ld+json" in found[0]:
            continue
        end = data.find(b"</" + found[1], found.end())
        if end < 0:
            break
        pieces.append(data[at : found.start()])
        at = end
    data = b"".join((*pieces, data[at:]))
    text = data.decode("utf-8", "surrogatepass")
    return _plain((unescape(text) if data.count(b"&#") > _MANY else text).lower())


def _is_joined(name: str) -> bool:
    """Return whether a name is written in a script in which small words are joined to the next."""
    return load_scripts().script_of(name).joins_words


def _why(named: dict[str, str]) -> str:
    if not named:
        return "names nothing of the process"
    listed = ", ".join(f"{party or 'the process'} ({words})" for party, words in sorted(named.items()))
    return f"names {listed}" + ("" if len(named) >= _ENOUGH else " alone")
