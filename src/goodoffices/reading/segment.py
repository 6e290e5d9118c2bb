"""Text to lines, lines to sentences, sentences to tokens; page furniture left out.

Offsets count characters of the article's text throughout. A line break always ends a sentence: captions, bylines and
counters stand on lines of their own. Nothing is dropped but what furniture.yml names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.lexicon.morphology import Analysis
from goodoffices.model.text import Span
from goodoffices.reading.items import Token

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:[-‐]?(?:st|nd|rd|th)\b)?"  # numbers, ordinals, clock times
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652\u0670\u0640])*"  # words
    r"(?:[-‐‑\u200c'’ʼ·][^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652\u0670\u0640])*)*"
    r"|\S"  # any other mark
)
_ENDS = re.compile(r"[.!?…։؟]+[\"'”’»)\]“]*(?=\s|$)")
_CLOSERS = "\"'”’»)]"
LONGEST_SENTENCE_CHARS = 1200
"""A longer sentence is cut at the next space: no real one is, and the cost of reading stays linear."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its tokens."""

    span: Span
    # The number of its line among the lines that are text, from 0.
    paragraph: int
    tokens: tuple[Token, ...]


def fold(text: str) -> str:
    """Return the text in lower case, of equal length: offsets hold, and the Turkish dotted I loses no dot."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(_fold_letter(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else ("i" if letter == "İ" else letter)


def find_lines(text: str, lexicon: Lexicon) -> list[Span]:
    """Return the lines that are text, without surrounding space, in order; furniture is left out."""
    furniture = lexicon.furniture
    begins, whole = tuple(furniture.begins), frozenset(furniture.whole)
    ends = tuple(furniture.ends_article)
    kept: list[Span] = []
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        lowered = stripped.casefold()
        bare = lowered.strip(" :.•*|–—-")
        if not bare or bare in whole or not any(letter.isalpha() for letter in bare):
            continue
        if ends and lowered.startswith(ends) and kept:
            break
        if begins and lowered.startswith(begins):
            continue
        start = found.start() + line.index(stripped)
        kept.append(Span(start, start + len(stripped)))
    return kept


def find_sentences(text: str, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences of the text with their tokens, in order."""
    abbreviations = frozenset(lexicon.language.abbreviations)
    for paragraph, line in enumerate(find_lines(text, lexicon)):
        for span in _split(text, line, abbreviations):
            yield Sentence(span, paragraph, tuple(find_tokens(text, span, lexicon)))


def _split(text: str, line: Span, abbreviations: frozenset[str]) -> Iterator[Span]:
    start = line.start
    for found in _ENDS.finditer(text, line.start, line.end):
        if found.end() - start > LONGEST_SENTENCE_CHARS or _is_end(text, found, line, abbreviations):
            yield from _bounded(text, start, found.end())
            start = found.end()
            while start < line.end and text[start].isspace():
                start += 1
    if start < line.end:
        yield from _bounded(text, start, line.end)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE_CHARS:
        cut = text.rfind(" ", start, start + LONGEST_SENTENCE_CHARS)
        cut = cut if cut > start else start + LONGEST_SENTENCE_CHARS
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


def _is_end(text: str, found: "re.Match[str]", line: Span, abbreviations: frozenset[str]) -> bool:
    if found.end() >= line.end:
        return True
    after = text[found.end() :][:1] + text[found.end() + 1 : found.end() + 3].strip()
    following = after.strip()[:1]
    if following.islower() or following in ",;)":
        return False
    if text[found.start()] != ".":
        return True
    word_start = found.start()
    while word_start > line.start and not text[word_start - 1].isspace():
        word_start -= 1
    word = text[word_start : found.start()].lstrip("(«\"“'").casefold()
    if word in abbreviations:
        return False
    # "J. Smith", "U.S. officials": a single letter, or letters with stops, before a capital.
    return not (len(word) == 1 and word.isalpha()) and "." not in word


def find_tokens(text: str, span: Span, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens of a stretch of text."""
    atoms, analyse = lexicon.atoms, lexicon.analyse
    for found in _TOKEN.finditer(text, span.start, span.end):
        word = found.group()
        lower = fold(word).translate(lexicon.folds)
        is_word = word[0].isalnum()
        yield Token(
            Span(found.start(), found.end()), word, lower,
            atoms.of(lower) if is_word else atoms.of_mark(lower), analyse(lower) if is_word else _MARK, is_word,
        )  # fmt: skip


_MARK = Analysis(frozenset(), frozenset())
