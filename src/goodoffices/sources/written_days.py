"""Days as they are written out in a text, in numbers or with the name of the month, in any language of CLDR's."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from goodoffices.sources.publication import FIRST_YEAR, LAST_YEAR

_LOCALES = (
    "ar", "ar_SY", "ar_MA", "ar_DZ", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi",
    "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "pl", "ps", "pt",
    "ro", "ru", "sk", "sl", "sq", "sr", "sr_Latn", "sv", "sw", "tg", "tk", "tr", "uk", "ur", "uz", "uz_Cyrl", "vi",
)  # fmt: skip
"""Whose names of months are known. Of a name that means another month elsewhere nothing is made."""

_SHORTEST_NAME = 3
_MONTHS = 12
# Of two English dates the first is American, unless the page says whose English it is.
_TERRITORY_OF_DOMAIN = {"uk": "GB"}

# Arabic and Persian digits.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LETTER = r"[^\W\d_]"
_NAME = rf"({_LETTER}{{3,14}}(?: {_LETTER}{{3,10}})?)"
# "de", "of" and their like; the ending of an ordinal number.
_SMALL = rf"(?:{_LETTER}{{1,3}} |{_LETTER}')?"
_ORDINAL = rf"(?:\.|º|°|{_LETTER}{{1,2}})?"
_YEAR_FIRST = re.compile(r"(?<![\d.:/-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_YEAR_LAST = re.compile(r"(?<![\d.:/-])(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{4})(?![\d/-]|\.\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.:/-])(\d\d)\.(\d\d)\.(\d\d)(?![\d/-]|\.\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_NAME_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}}){_ORDINAL},?[\s-]{{0,2}}{_SMALL}{_NAME}\.?,?[\s-]{{0,2}}{_SMALL}(\d{{4}})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(rf"(?<!{_LETTER}){_NAME}\.?\s{{1,2}}(\d{{1,2}}){_ORDINAL}\s?,?\s{{1,2}}(\d{{4}})(?!\d)")
_YEAR_NAME_DAY = re.compile(rf"(?<!\d)(\d{{4}})\.? {_NAME}\.? (\d{{1,2}})(?!\d)")


def days_in(text: str, *, is_month_first: bool = False) -> list[tuple[int, dt.date]]:
    """Return where days with their year begin in a text of some hundreds of characters, in its order.

    Args:
        is_month_first: How two numbers are read that can both be the month.
    """
    text = text.translate(_DIGITS)
    return sorted({*_in_numbers(text, is_month_first=is_month_first), *_in_words(text)})


def is_month_first(lang: str, host: str) -> bool:
    """Return whether the month stands first in the numbers of a page, by its language tag and the name of its host."""
    language, _, territory = lang.replace("_", "-").partition("-")
    domain = host.rpartition(".")[2].lower()
    territory = territory or (_TERRITORY_OF_DOMAIN.get(domain, domain) if len(domain) == len("xx") else "")
    for name in (f"{language}_{territory.upper()}", language):
        try:
            pattern = Locale.parse(name.strip("_")).date_formats["short"].pattern
        except (ValueError, UnknownLocaleError):
            continue
        return bool(pattern.startswith("M"))
    return False


def _in_numbers(text: str, *, is_month_first: bool) -> Iterator[tuple[int, dt.date]]:
    for pattern in (_YEAR_FIRST, _EAST_ASIAN):
        for found in pattern.finditer(text):
            year, month, day = found.groups() if pattern is _EAST_ASIAN else found.group(1, 3, 4)
            yield from _day(found.start(), year, int(month), day)
    for found in _SHORT_YEAR.finditer(text):
        yield from _day(found.start(), f"20{found[3]}", int(found[2]), found[1])
    for found in _YEAR_LAST.finditer(text):
        one, other = int(found[1]), int(found[3])
        turned = other > _MONTHS or (is_month_first and one <= _MONTHS and found[2] != ".")
        yield from _day(found.start(), found[4], *((one, other) if turned else (other, one)))


def _in_words(text: str) -> Iterator[tuple[int, dt.date]]:
    for pattern, year, name, day in ((_DAY_NAME_YEAR, 3, 2, 1), (_NAME_DAY_YEAR, 3, 1, 2), (_YEAR_NAME_DAY, 1, 2, 3)):
        for found in pattern.finditer(text):
            if (month := _month(found[name])) is not None:
                yield from _day(found.start(), found[year], month, found[day])


def _day(start: int, year: str, month: int, day: int | str) -> Iterator[tuple[int, dt.date]]:
    """Yield the day, unless there is none such."""
    if FIRST_YEAR <= int(year) <= LAST_YEAR:
        try:
            yield start, dt.date(int(year), month, int(day))
        except ValueError:
            return


def _month(name: str) -> int | None:
    """Return the number of a month; of two words both are its name, or the last is."""
    known = _months()
    folded = _folded(name)
    return known.get(folded) or known.get(folded.rpartition(" ")[2])


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the numbers of months by their names in small letters, long and short."""
    numbers: dict[str, set[int]] = {}
    for code in _LOCALES:
        months = Locale.parse(code).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    numbers.setdefault(_folded(name).rstrip("."), set()).add(number)
    # What stands for no name in CLDR is "M01", or a number.
    return {
        name: min(found)
        for name, found in numbers.items()
        if len(found) == 1 and len(name) >= _SHORTEST_NAME and not any(sign.isdigit() for sign in name)
    }


def _folded(name: str) -> str:
    # Turkish capital I with a dot leaves its dot behind.
    return name.casefold().replace("i̇", "i")
