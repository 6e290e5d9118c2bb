"""A name as it is compared: its words with all that is asked of them again and again, worked out once.

Place in the flow: between `name_parts`, which splits a name, and `name_alignment`, which holds two against each other.
Pure; what was read is kept in the tables' own cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from goodoffices.lexicon.scripts import ScriptTables
from goodoffices.resolving.name_parts import NamePart, Part, joined, named, split_name

# Words of a name that are aligned by trying every order; of more, those before the last are cut.
_MOST_WORDS = 5
_MOST_PHRASES = 64
_CACHED_NAMES = 200_000


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name, read."""

    parts: tuple[NamePart, ...]
    # The words but for titles.
    spoken: tuple[NamePart, ...]
    # Those that name, or all there are: at least one, unless the name holds no letter.
    naming: tuple[NamePart, ...]
    # Groups of names of one thing in which the whole stands.
    things: frozenset[int]
    fathers: tuple[NamePart, ...]
    # What its translated words say -> the word.
    says: dict[str, NamePart]
    # Whether a word is in a script without capitals and short vowels; whether one is a particle.
    is_abjad: bool
    has_particle: bool


def read_name(name: str, tables: ScriptTables, lang: str = "") -> ReadName:
    """Return a name, read; cached.

    Args:
        lang: Code of the language of the text around the name; empty where unknown.
    """
    found = tables.kept.get((name, lang))
    if not isinstance(found, ReadName):
        if len(tables.kept) >= _CACHED_NAMES:
            tables.kept.clear()
        parts = split_name(name, tables, lang)
        found = tables.kept[name, lang] = _read(parts, _things(parts, tables))
    return found


def _read(parts: Sequence[NamePart], things: frozenset[int] = frozenset()) -> ReadName:
    spoken = [part for part in parts if part.part is not Part.TITLE]
    naming = [part for part in parts if part.is_naming] or spoken or list(parts)
    return ReadName(
        parts=tuple(parts),
        spoken=tuple(spoken),
        naming=tuple(naming if len(naming) <= _MOST_WORDS else [*naming[: _MOST_WORDS - 1], naming[-1]]),
        things=things,
        fathers=tuple(part for part in parts if part.part is Part.PATRONYMIC),
        says={part.translated.id: part for part in parts if part.part is Part.TRANSLATED and part.translated},
        is_abjad=any(not part.word.writes_short_vowels for part in parts),
        has_particle=any(part.part is Part.PARTICLE for part in parts),
    )


def _things(parts: Sequence[NamePart], tables: ScriptTables) -> frozenset[int]:
    """Return the groups of names of one thing in which a name stands, in any of its forms."""
    spoken = [part for part in parts if part.part is not Part.TITLE]
    forms = [[reading.form for reading in part.word.readings] for part in spoken]
    phrases = islice(product(*forms), _MOST_PHRASES)
    found = tables.words.things(" ".join(phrase) for phrase in phrases)
    plain = [part for part in spoken if part.translated is None or not part.translated.left_out]
    return found or (_things(plain, tables) if plain and len(plain) < len(spoken) else found)


def all_named(name: ReadName, *, as_many: bool) -> ReadName:
    """Return the name with its translated words taken for names; those that tell names apart only if `as_many`."""
    return _read(
        [
            named(part) if part.translated is not None and (as_many or part.translated.left_out) else part
            for part in name.parts
        ]
    )


def merged(name: ReadName, tables: ScriptTables) -> tuple[ReadName, ...]:
    """Return the name with two neighbouring words written as one, with and without a particle between; cached."""
    key = ("merged", *(f"{part.part} {part.word.lang} {part.word.text}" for part in name.parts))
    found = tables.kept.get(key)
    if not isinstance(found, tuple):
        found = tables.kept[key] = tuple(_merged(name, tables))
    return found


def _merged(name: ReadName, tables: ScriptTables) -> Iterator[ReadName]:
    kept = name.spoken
    for at in range(len(kept) - 1):
        for last in range(at + 2, min(at + 4, len(kept) + 1)):
            together = kept[at:last]
            if not any(part.part is Part.INITIAL for part in together):
                yield _read([*kept[:at], joined(together, tables, kept[at].word.lang), *kept[last:]])
