"""What is likely a slip in a lexicon, though it can be loaded: told by `goodoffices check`.

A mistake stops the loader; what is told here is for the eye of who writes the language.
"""

from collections import defaultdict
from collections.abc import Iterator

from goodoffices.lexicon.lexicon import Lexicon

_LARGE_STOCK = 20
"""A language with so many entries should have met traps, and say which sentences they must not read."""


def check(lexicon: Lexicon) -> list[str]:
    """Return one line for each likely slip, in a fixed order; nothing where there is none."""
    return [*_same_pattern(lexicon), *_unused_classes(lexicon), *_kinds_without_entry(lexicon), *_no_traps(lexicon)]


def _same_pattern(lexicon: Lexicon) -> Iterator[str]:
    """Yield entries of one pattern: the one whose id comes first is read, the others never."""
    by_pattern: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in lexicon.expressions:
        by_pattern[(entry.say, entry.head)].append(entry.id)
    for (say, _), ids in sorted(by_pattern.items()):
        if len(ids) > 1:
            yield f"{', '.join(sorted(ids))}: the same pattern {say!r}"


def _unused_classes(lexicon: Lexicon) -> Iterator[str]:
    """Yield empty word classes: nothing can fit them."""
    for name, words in sorted(lexicon.classes.items()):
        if not words:
            yield f"words.yml: the class {name!r} has no words"


def _kinds_without_entry(lexicon: Lexicon) -> Iterator[str]:
    """Yield kinds of act that the language has no word for."""
    there = {entry.kind for entry in lexicon.expressions}
    for kind in sorted(set(lexicon.kinds) - there):
        yield f"no entry tells of a {kind}"


def _no_traps(lexicon: Lexicon) -> Iterator[str]:
    if len(lexicon.expressions) >= _LARGE_STOCK and not any(entry.no for entry in lexicon.expressions):
        yield "no entry says what it must not read (no)"
