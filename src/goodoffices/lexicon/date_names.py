"""Names of months and weekdays: Unicode CLDR through babel, and the forms that CLDR does not give, from `dates.yml`.

CLDR gives one or two forms of each name. What case endings, articles or clitics a language puts around them is data:
`cut` takes letters off the end of a name, `opening` and `ending` are put around it.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec
from babel import Locale, UnknownLocaleError

MONTHS, WEEKDAYS = 12, 7
SHORTEST_SHORT_NAME = 3
"""Shorter abbreviations ("su", "ср") are words of their own too often."""


class Names(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """How a language writes its months and weekdays."""

    # The locales whose names are taken: several where a language has several sets of months.
    cldr: list[str]
    # What is cut off the end of a name before `ending` is put there.
    cut: str = ""
    opening: str = ""
    # Letters that are written in several ways, each with the expression that stands for it.
    fold: dict[str, str] = {}
    ending: str = ""
    # The same for weekdays, where they differ.
    weekday_ending: str = ""
    # Whether the short names of CLDR are taken ("Feb.").
    has_short: bool = True
    # Names of CLDR that are not taken, because they are other words too.
    drop: list[str] = []
    # Further forms, which get no opening and no ending. Weekdays count from Monday as 0.
    months: dict[int, list[str]] = {}
    weekdays: dict[int, list[str]] = {}
    short_months: dict[int, list[str]] = {}
    # Names that are other words too: they count only in company, after a preposition or with a day or a year.
    weak: list[str] = []
    # Whether a weak name must begin with a capital letter.
    is_weak_capital: bool = False


def name_classes(names: Names) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """Return the classes month, month_name, wd and weekday; the two in full stand for a date alone.

    Raises:
        ValueError: CLDR has no such locale, or a number is no month's and no weekday's.
    """
    full, short = _cldr(names, "months"), _cldr_short(names, "months")
    months = _merged(full, names.months, MONTHS, 1)
    yield "month_name", months
    yield "month", _merged(_merged(months, short, MONTHS, 1), names.short_months, MONTHS, 1)
    weekdays = _merged(_cldr(names, "days"), names.weekdays, WEEKDAYS, 0)
    yield "weekday", weekdays
    yield "wd", _merged(weekdays, _cldr_short(names, "days"), WEEKDAYS, 0)


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name)
    except UnknownLocaleError as error:
        raise ValueError(f"CLDR has no locale {name!r}") from error


def _cldr(names: Names, what: str) -> dict[int, list[str]]:
    ending = (names.weekday_ending if what == "days" else "") or names.ending
    found: dict[int, list[str]] = {}
    for locale in names.cldr:
        for context in ("format", "stand-alone"):
            for key, name in getattr(_locale(locale), what)[context].get("wide", {}).items():
                if _is_taken(name, names) and _is_own(locale, context, what):
                    stem = re.sub(f"(?:{names.cut})$", "", name) if names.cut else name
                    found.setdefault(key, []).append(names.opening + _folded(stem, names) + ending)
    return found


def _cldr_short(names: Names, what: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for locale in names.cldr if names.has_short else ():
        for key, name in getattr(_locale(locale), what)["format"].get("abbreviated", {}).items():
            stem = name.rstrip(".")
            if _is_taken(stem, names) and len(stem) >= SHORTEST_SHORT_NAME:
                found.setdefault(key, []).append(names.opening + _folded(stem, names) + r"\.?")
    return found


def _is_own(locale: str, context: str, what: str) -> bool:
    """Whether the names are the locale's own: babel fills what CLDR lacks with names of its root data."""
    if context == "format":
        return True
    wide = getattr(_locale(locale), what)
    return _script(wide["stand-alone"]["wide"][1]) == _script(wide["format"]["wide"][1])


def _script(name: str) -> int:
    return ord(name[0].lower()) >> 8


def _is_taken(name: str, names: Names) -> bool:
    return name.lower() not in names.drop


def escape(name: str) -> str:
    """Return a name as a fragment: letters as they are, blanks and apostrophes in the notation of fragments."""
    plain = name.translate({ord("’"): "'", ord("ʼ"): "'"})
    return re.sub(r"([.\\+*?()\[\]{}|^$])", r"\\\1", plain)


def _folded(name: str, names: Names) -> str:
    return "".join(names.fold.get(letter, letter) for letter in escape(name))


def _merged(
    one: Mapping[int, list[str]], other: Mapping[int, list[str]], count: int, first: int
) -> dict[int, list[str]]:
    strange = sorted(set(other) - set(range(first, first + count)))
    if strange:
        raise ValueError(f"no month and no weekday has the number {strange[0]}")
    keys = range(first, first + count)
    return {key: list(dict.fromkeys([*one.get(key, []), *other.get(key, [])])) for key in keys}
