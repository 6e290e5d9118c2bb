"""The shape of a language's `dates.yml`, and its reading from YAML with every problem collected."""

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
import yaml

from goodoffices.lexicon.date_names import Names


class Form(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """One way to write a date, in the notation of `date_notation`."""

    form: str
    # What it says beyond its words: {sign: -1} in "two years ago".
    set: dict[str, int | str] = {}
    # It is none where one of these follows, or goes before.
    unless_after: list[str] = []
    unless_before: list[str] = []
    # Examples: a text and its dates as ISO, divided by ";", with the direction before those that are not "on".
    reads: dict[str, str]
    # Texts in which there is no date.
    skips: list[str] = []


class Cues(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """Words of a clause that tell whether what it says lies ahead or behind."""

    future: list[str] = []
    past: list[str] = []


class Range(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """What links the first and the last day of a range; a dash always does."""

    # Only after an expression that begins with this preposition ("between" ... "and").
    lead: Literal["", "on", "from", "between"] = ""
    # Only where the second ends in a postposition of this kind: "from 3 May to 5 May *until*".
    trail: Literal["", "by"] = ""
    link: list[str]


class DatesFile(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """The date words and date forms of one language."""

    # The day of publication in all examples of the file.
    published: str
    names: Names
    # What stands first in 03/04/2024.
    numeric: Literal["dmy", "mdy"] = "dmy"
    numbers: dict[int, list[str]] = {}
    ordinals: dict[int, list[str]] = {}
    # Classes of words: with what each means, or without meaning of their own.
    words: dict[str, dict[int | str, list[str]] | list[str]] = {}
    # Pieces of forms that are used in many of them, by a name in capitals.
    shorthand: dict[str, str] = {}
    leads: dict[str, list[str]]
    trails: dict[str, list[str]] = {}
    # "about", "around": may stand between a preposition and the expression.
    about: list[str] = []
    ranges: list[Range] = []
    cues: Cues = Cues()
    forms: list[Form]
    # Texts that look like dates and are none.
    nothing: list[str] = []


def data_folder() -> Traversable:
    """Return the folder that holds a folder for each language."""
    return resources.files("goodoffices.lexicon") / "data"


def read_file(text: str, file: str, problems: list[str]) -> DatesFile | None:
    """Return what the text of a `dates.yml` says; None, and a line more in `problems`, where it cannot be read."""
    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), DatesFile)
    except yaml.YAMLError as error:
        problems.append(f"{' '.join(str(error).split())} @ {file}: the file")
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        problems.append(f"{what} @ {file}: {where.strip('`') or 'the file'}")
    return None
