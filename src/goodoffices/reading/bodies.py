"""Bodies that neither dossier nor world knowledge has: "Rapid Support Forces (RSF)", an acronym used again and again.

Found by their form alone: a row of capitalised words that ends with a word for a body, or an acronym that has an
article ("the KNU"), is used at least twice or is explained in brackets; and a name with a small word for armed people
behind it. An acronym and the name that it stands for are one body.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.marks import CASES

_ACRONYM = re.compile(r"(?<![\w-])[^\W\d_a-z][^\W_a-z]{1,5}(?:-[^\W_a-z]{1,2})?(?![\w-])")
_USED_OFTEN = 2
_LONGEST_NAME_WORDS = 6
_FEWEST_WORDS = 2
_SHOUTED_LINE = 0.6
"""A line of which so many letters are capitals is a headline or a dateline: its words are no acronyms."""


@dataclass(frozen=True, slots=True)
class UnknownBodies:
    """The acronyms of one article that stand for bodies."""

    acronyms: dict[str, str]
    lexicon: Lexicon
    # Whether the words at a place of a row begin the phrase of an office or body that the lexicon knows.
    is_office: Callable[[Sequence[Item], int], bool]

    def fold(self, row: Sequence[Item]) -> list[Item]:
        """Return the row with each unknown body as one item."""
        folded: list[Item] = []
        at = 0
        while at < len(row):
            length, name = self._body_at(row, at)
            if length:
                span = cover([item.span for item in row[at : at + length]])
                cases = frozenset().union(*(item.analysis.tags & CASES for item in row[at : at + length]))
                party = Party(name=name, kind=MentionKind.BODY)
                mention = Mention(span=span, text=name, kind=MentionKind.BODY, form=Form.NAME, parties=(party,),
                                  marks=cases)  # fmt: skip
                folded.append(mention_item(mention))
                length += self._explanation(row, at + length)
            else:
                folded.append(row[at])
            at += max(length, 1)
        return folded

    def _explanation(self, row: Sequence[Item], at: int) -> int:
        """Return how many items "(ACRONYM)" takes, where it follows the name that it stands for."""
        is_there = at + 2 < len(row) and row[at].lower == "(" and row[at + 2].lower == ")"
        return 3 if is_there and row[at + 1].token_text in self.acronyms else 0

    def _body_at(self, row: Sequence[Item], at: int) -> tuple[int, str]:
        text = row[at].token_text
        if text in self.acronyms:
            return 1, self.acronyms[text]
        org = self.lexicon.class_atom("org_noun")
        end = at
        while end < len(row) and end - at < _LONGEST_NAME_WORDS and _is_capitalised(row[end]):
            end += 1
        if end == at or (at == 0 and end == 1):
            # A single word at the beginning of a sentence has its capital from there.
            return 0, ""
        if end < len(row) and self.lexicon.class_atom("armed_noun") in row[end].atoms:
            # "the Fano militia", "Arakan rebels".
            end += 1
        while end - at >= _FEWEST_WORDS and not row[end - 1].atoms & {org, self.lexicon.class_atom("armed_noun")}:
            end -= 1
        if end - at < _FEWEST_WORDS or row[at].lower in self.lexicon.roles.determiners or self.is_office(row, at):
            return 0, ""
        return end - at, " ".join(item.token_text for item in row[at:end])


def _is_capitalised(item: Item) -> bool:
    return item.is_word and item.token_text[:1].isupper() and len(item.token_text) > 1


def find_acronyms(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the acronyms that stand for bodies, each with the body's name: the name it is explained by, or itself.

    Args:
        text: The article's text with what the gazetteer found blanked out.
    """
    counts: Counter[str] = Counter()
    articled: set[str] = set()
    for line in text.splitlines():
        if _is_shouted(line):
            continue
        for found in _ACRONYM.finditer(line):
            if found.group().isupper():
                counts[found.group()] += 1
                before = line[: found.start()].rsplit(maxsplit=1)[-1:]
                if before and before[0].lower() in lexicon.roles.determiners:
                    articled.add(found.group())
    names = {}
    not_bodies = lexicon.class_atom("not_a_body")
    for acronym, count in counts.items():
        explained = _explained(acronym, text)
        if explained:
            names[acronym] = explained
        elif (count >= _USED_OFTEN or acronym in articled) and not_bodies not in lexicon.atoms.of(acronym.lower()):
            names[acronym] = acronym
    return names


def _explained(acronym: str, text: str) -> str:
    """Return the capitalised words before "(ACRONYM)" whose first letters it is made of; empty where none are."""
    at = text.find(f"({acronym})")
    if at < 0:
        return ""
    words = text[max(at - 120, 0) : at].split()
    for count in range(_FEWEST_WORDS, min(len(words), _LONGEST_NAME_WORDS) + 1):
        taken = words[-count:]
        initials = "".join(word[0] for word in taken if word[:1].isupper())
        if initials == acronym.replace("-", "")[: len(initials)] and len(initials) == len(acronym.replace("-", "")):
            return " ".join(taken)
    return ""


def _is_shouted(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) / len(letters) > _SHOUTED_LINE
