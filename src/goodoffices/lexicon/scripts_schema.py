"""The shape of the shared YAML about scripts and names, one struct for each kind of entry.

Place in the flow: `load_scripts` and `nominative` read the files into these. Costs are in hundredths here.
"""

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every entry: unknown keys are errors, so that a slip of the pen is found."""


class SpellingExample(Entry, frozen=True):
    """A word with the likeliest sounds of its letters."""

    spelling: str
    sounds: str


class PhonemeEntry(Entry, frozen=True):
    """scripts.yml, sounds: hundredths."""

    weight: int
    drop: int
    unwritten: int
    vowel: bool = False


class DefaultCosts(Entry, frozen=True):
    """scripts.yml, default_cost: hundredths."""

    vowels: int
    vowel_and_consonant: int
    consonants: int


class ScriptEntry(Entry, frozen=True):
    """scripts.yml, scripts: `ranges` are hexadecimal, both ends inclusive."""

    ranges: list[str]
    letters: dict[str, str]
    examples: list[SpellingExample]
    # Languages that names are known in and that write so, the most read first.
    written_by: list[str] = []
    writes_short_vowels: bool = True
    # Whether small words are joined to the name that follows.
    joins_words: bool = False
    # What is typed in place of a letter or sign -> that sign.
    instead: dict[str, str] = {}


class LanguageEntry(Entry, frozen=True):
    """scripts.yml, languages."""

    script: str
    letters: dict[str, str]
    examples: list[SpellingExample]
    signs: list[str] = []
    # What it costs, in hundredths, to believe that a word is spelt so though nothing says it; without, it never is.
    guessed: int | None = None
    # A pattern found only in words that can be spelt so; others are not believed to be.
    looks: str = ""
    # The way of spelling as the reason of a score calls it.
    called: str = ""


class ScriptsFile(Entry, frozen=True):
    """scripts.yml."""

    source: str
    sounds: dict[str, PhonemeEntry]
    replaced: dict[str, int]
    default_cost: DefaultCosts
    final_vowel: int
    same_script_vowel: int
    doubled: int
    scripts: dict[str, ScriptEntry]
    languages: dict[str, LanguageEntry]


class FormExample(Entry, frozen=True):
    """A form in a text with the name whose form it is."""

    form: str
    name: str


class Dear(Entry, frozen=True):
    """Affixes that cost more."""

    cost: int
    endings: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}


class AffixesEntry(Entry, frozen=True):
    """name_endings.yml: one language's endings or beginnings."""

    script: str
    stem: int
    cost: int
    examples: list[FormExample]
    of: str = ""
    anywhere: bool = False
    longest_only: bool = False
    endings: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    dear: Dear | None = None


class AfterApostrophe(Entry, frozen=True):
    """name_endings.yml, after_apostrophe."""

    cost: int
    endings: list[str]


class EndingsFile(Entry, frozen=True):
    """name_endings.yml."""

    source: str
    languages: dict[str, AffixesEntry]
    beginnings: dict[str, AffixesEntry]
    after_apostrophe: AfterApostrophe


class Patronymics(Entry, frozen=True):
    """name_words.yml, patronymics."""

    endings: list[str]
    beside: list[str]


class TranslatedEntry(Entry, frozen=True):
    """name_words.yml, translated."""

    id: str
    forms: list[str]
    left_out: bool = False
    tells_apart: bool = False


class Apart(Entry, frozen=True):
    """name_words.yml, written_apart."""

    word: str
    beginnings: list[str]
    # "not" in the file.
    but: list[str] = msgspec.field(default_factory=list, name="not")


class JoinedExample(Entry, frozen=True):
    """A name with its words as they are joined."""

    name: str
    words: list[str]


class Joined(Entry, frozen=True):
    """name_words.yml, written_together."""

    # Words that belong to the one before, with what is written where they are joined to it.
    last: dict[str, str]
    # Those of them that only do so behind a particle.
    behind_particle: list[str]
    examples: list[JoinedExample]


class FamilyExample(Entry, frozen=True):
    """Two names, and whether they can be one."""

    name: str
    other: str
    same: bool


class FamilyFirst(Entry, frozen=True):
    """name_words.yml, family_first."""

    names: list[str]
    examples: list[FamilyExample]


class GenderExample(Entry, frozen=True):
    """Two names that are of a woman and of a man."""

    woman: str
    man: str


class Surnames(Entry, frozen=True):
    """name_words.yml, surnames_of: endings."""

    women: list[str]
    men: list[str]
    examples: list[GenderExample]


class WordsFile(Entry, frozen=True):
    """name_words.yml."""

    source: str
    titles: list[str]
    particles: list[str]
    written_apart: list[Apart]
    family_first: FamilyFirst
    written_together: Joined
    patronymics: Patronymics
    surnames_of: Surnames
    translated: list[TranslatedEntry]
    same_thing: list[list[str]]
    same_name: list[list[str]]


class Declension(Entry, frozen=True):
    """nominatives.yml, declensions."""

    of: list[Literal["given", "surname"]]
    gender: Literal["m", "f", "mf"]
    ends: str
    when: str
    cases: dict[str, list[str]]
    # "not" in the file.
    but: str = msgspec.field(default="", name="not")


class Nominatives(Entry, frozen=True):
    """nominatives.yml, one language."""

    examples: list[FormExample]
    declensions: list[Declension] = []
    undeclined: str = ""
    undeclined_first: str = ""
    undeclined_women: str = ""
    surely_declined: str = ""
    women: list[str] = []
    men: list[str] = []
    last_word: list[tuple[str, str]] = []


class NominativesFile(Entry, frozen=True):
    """nominatives.yml."""

    source: str
    languages: dict[str, Nominatives]
