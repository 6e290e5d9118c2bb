"""The notation in which a language's `dates.yml` writes its date expressions, turned into patterns.

    [the] day[+th] [of] month [, year]

A name is a class of words ("month", or one of the language's own); the same class a second time in one form ends in a
2 ("day2"). `[x]` may be missing, `(x|y)` is either, `+x` is glued to what stands before it, `,` is a comma that may be
missing, `-` a dash of any length, `/` a stroke. Between neighbours stands white space, but never the end of a line.

Words of a class are small regular expressions in which a blank is white space and `'` any apostrophe. Every quantifier
that this module adds is bounded, so that no text makes a pattern slow.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

GAP = r"[^\S\n]{0,3}"
"""What may stand between two neighbours of a form."""

EDGE = r"(?!(?<=\w)(?!(?<=[وفبل])\d)\w)"
"""No word runs across this place; the Arabic particles of one letter do not make one word with a figure."""

_SIGNS = {",": r"[,،]?", "-": r"[-–—‑]", "/": "/"}
_LETTERS_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")
_TOKEN = re.compile(r"\s*(\+?[a-z_]+2?|[][()|,/-])")


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of a form."""

    kind: Literal["word", "sign", "list", "either", "maybe"]
    # The class of a word, or the sign itself.
    name: str = ""
    is_glued: bool = False
    parts: tuple["Node", ...] = ()

    def words(self) -> Iterator[str]:
        """Return the names of every class in it, in order."""
        if self.kind == "word":
            yield self.name
        for part in self.parts:
            yield from part.words()

    def required(self) -> frozenset[str]:
        """Return the classes of which a word is in whatever this matches."""
        match self.kind:
            case "word":
                return frozenset({class_of(self.name)})
            case "list":
                return frozenset().union(*(part.required() for part in self.parts))
            case "either":
                return frozenset.intersection(*(part.required() for part in self.parts))
            case _:
                return frozenset()

    def first(self) -> frozenset[str]:
        """Return the classes with a word of which this can begin."""
        match self.kind:
            case "word":
                return frozenset({class_of(self.name)})
            case "either" | "maybe":
                return frozenset().union(*(part.first() for part in self.parts))
            case "list":
                return _first_of(self.parts)
            case _:
                return frozenset()

    @property
    def may_be_missing(self) -> bool:
        """Whether this matches where nothing of it stands."""
        return self.kind == "maybe" or (self.kind == "sign" and self.name == ",")


def _first_of(parts: Sequence[Node]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in parts:
        found |= part.first()
        if not part.may_be_missing:
            break
    return found


def class_of(name: str) -> str:
    """Return the class that a name in a form means: "day" for "day2"."""
    return name.removesuffix("2")


def parse_form(form: str) -> Node:
    """Return the tree of a form.

    Raises:
        ValueError: The form is not in the notation.
    """
    tokens, at = [], 0
    while at < len(form.rstrip()):
        found = _TOKEN.match(form, at)
        if found is None:
            raise ValueError(f"not understood at {form[at:]!r}")
        tokens.append(found[1])
        at = found.end()
    nodes, rest = _sequence(tokens)
    if rest:
        raise ValueError(f"{rest[0]!r} closes nothing")
    return nodes


def _sequence(tokens: list[str]) -> tuple[Node, list[str]]:
    branches: list[list[Node]] = [[]]
    while tokens and tokens[0] not in (")", "]"):
        token, tokens = tokens[0], tokens[1:]
        if token == "|":
            branches.append([])
        elif token in ("[", "("):
            inner, tokens = _sequence(tokens)
            if not tokens or tokens[0] != {"[": "]", "(": ")"}[token]:
                raise ValueError(f"{token!r} is not closed")
            branches[-1].append(Node("maybe", parts=(inner,)) if token == "[" else inner)
            tokens = tokens[1:]
        elif token in _SIGNS:
            branches[-1].append(Node("sign", token))
        else:
            branches[-1].append(Node("word", token.lstrip("+"), is_glued=token.startswith("+")))
    if not all(branches):
        raise ValueError("something is wanted between the brackets")
    lists = [Node("list", parts=tuple(branch)) for branch in branches]
    return (lists[0] if len(lists) == 1 else Node("either", parts=tuple(lists))), tokens


def pattern_of(node: Node, fragment: Callable[[str], str]) -> str:
    """Return the regular expression for a form.

    Args:
        fragment: Gives, for a name in the form, the expression of its words, with its group where it is captured.
    """
    match node.kind:
        case "word":
            before = "" if node.is_glued else EDGE
            return f"{before}{fragment(node.name)}{EDGE}"
        case "sign":
            return _SIGNS[node.name]
        case "maybe":
            return f"(?:{pattern_of(node.parts[0], fragment)})?"
        case "either":
            return f"(?:{'|'.join(pattern_of(part, fragment) for part in node.parts)})"
        case "list":
            return _joined(node.parts, fragment)


def _joined(parts: Sequence[Node], fragment: Callable[[str], str]) -> str:
    made = ""
    for number, part in enumerate(parts):
        pattern = pattern_of(part, fragment)
        if _is_glued(part):
            made = made.removesuffix(EDGE) + pattern + ("" if pattern.endswith(EDGE) else EDGE)
        elif number and part.kind == "maybe":
            made += f"(?:{GAP}{pattern.removesuffix('?')})?"
        else:
            made += (GAP if number else "") + pattern
    return made


def _is_glued(node: Node) -> bool:
    if node.kind == "word":
        return node.is_glued
    return bool(node.parts) and _is_glued(node.parts[0])


def expand(fragment: str) -> str:
    """Return the regular expression for one word of a class: blanks and apostrophes are made what they stand for."""
    return fragment.replace(" ", r"[^\S\n]{1,3}").replace("'", "['’ʼ‘`]")


def split_words(fragment: str) -> list[str]:
    """Return the single words of a fragment: cut at blanks, apostrophes and hyphens outside brackets, and at digits."""
    words, depth, word = [], 0, ""
    escaped = False
    for letter in fragment:
        depth += 0 if escaped else (letter in "([") - (letter in ")]")
        escaped = letter == "\\" and not escaped
        if depth == 0 and letter in " '-":
            words.append(word)
            word = ""
        else:
            word += letter
    bare = [word.removeprefix("?") for word in [*words, word]]
    pieces = [_LETTERS_OR_DIGITS.findall(word) if word.isalnum() else [word] for word in bare if word]
    return [piece for listed in pieces for piece in listed]
