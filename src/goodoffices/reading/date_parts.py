"""What the words of one date expression say, before anybody knows which days that are."""

import re
from dataclasses import dataclass, fields

from goodoffices.lexicon.date_tables import DateForm

TWO_DIGIT_YEARS_FROM = 1950
"""Two-digit years are read as 1950 to 2049."""

MONTHS_IN_YEAR = 12
_CENTURY = 100

CYCLES = ("quarter", "half")
"""What comes round once a year and is counted."""

_FIELD_OF = {
    "month_name": "month",
    "wd": "weekday",
    "num": "count",
    "dayword": "offset",
    "narrative": "rel",
    "period": "unit",
    "pair": "unit",
    "season_alone": "season",
    "year_said": "year",
    "short_year": "year2",
}
"""Which part the value of a class of words is, where the two have different names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """The values that the words of an expression give; None or empty where it does not say."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    # Counted from Monday as 0.
    weekday: int | None = None
    # The second of a pair, in "10-11 May", "May-June", "2020-2022".
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    weekday2: int | None = None
    # Days from the anchor: "yesterday" is -1.
    offset: int | None = None
    # Last, this, next: -1, 0, 1; of `unit`, or of what else is named.
    rel: int | None = None
    unit: str = ""
    # "Two" in "two weeks ago", and which way `sign` counts it.
    count: int | None = None
    sign: int = 0
    # "Third" in "the third quarter", "the first week of May"; -1 is the last.
    ord: int | None = None
    # What `ord` counts: "quarter" or "half" of a year, seven days ("week") or the days named `weekday` of any period.
    cycle: str = ""
    # "The first nine months of": 1, "the last three days of": -1; `count` of `piece`, a unit as in `unit`.
    edge: int = 0
    piece: str = ""
    # Winter is 1.
    season: int | None = None
    quarter: int | None = None
    # The first year of a decade; 1 where `year` or `count` is that.
    decade: int | None = None
    century: int | None = None
    # A month of the Iranian calendar; `year` is then a year of that calendar.
    iranian: int | None = None
    part: str = ""
    # Counted from the date mentioned before, not from publication: "the next day".
    base: str = ""
    # Where the form itself points, in place of a preposition: "by", "since" ...
    points: str = ""
    # Only in clauses about the future: "in two weeks".
    needs: str = ""
    # 1 where day and month may stand the other way round: "05/04/2024".
    swaps: int = 0
    # A number alone that could be a count: 1 where it must lie among the years that news tells of.
    lone_year: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether only the clause can tell which of the last and the next one is meant."""
        says_which = (self.year, self.rel, self.offset, self.decade, self.century)
        if any(value is not None for value in says_which) or self.sign or self.base:
            return False
        inner = (self.month, self.weekday, self.season, self.quarter, self.day, self.iranian)
        return self.unit == "weekend" or self.cycle in CYCLES or any(value is not None for value in inner)

    @property
    def is_pair(self) -> bool:
        """Whether it names both ends of a range."""
        return any(value is not None for value in (self.day2, self.month2, self.year2, self.weekday2))

    @property
    def is_year_only(self) -> bool:
        """Whether it names a year and nothing within it."""
        inner = (self.day, self.month, self.weekday, self.season, self.quarter, self.ord, self.decade, self.year2,
                 self.iranian)  # fmt: skip
        return self.year is not None and not self.part and all(value is None for value in inner)


_FIELDS = frozenset(field.name for field in fields(DateParts))


def parts_of(form: DateForm, found: re.Match[str]) -> DateParts | None:
    """Return what an expression says; None where a number is none of a day, month or year."""
    values = {key: value for key, value in form.sets.items() if key in _FIELDS}
    for group, word_class in form.groups.items():
        if found[group] is None:
            continue
        name = word_class.name
        number = "2" if group.rpartition("_")[0].endswith("2") else ""
        value = word_class.value_of(found[group])
        values[_FIELD_OF.get(name, name) + number] = int(found[group]) if value is None else value
        if name == "narrative":
            values["base"] = "text"
    numbers = {key: value for key, value in values.items() if isinstance(value, int)}
    if "order" in form.sets:
        is_american = form.sets["order"] == "mdy" and found["sign"] == "/"
        numbers = _numeric(numbers, is_american=is_american)
    if not _is_sound(numbers):
        return None
    return DateParts(**{**values, **_whole_years(numbers)})  # type: ignore[arg-type]


def _numeric(numbers: dict[str, int], *, is_american: bool) -> dict[str, int]:
    day, month, year = numbers["day"], numbers["month"], numbers["year"]
    swaps = int(is_american and day <= MONTHS_IN_YEAR and month <= MONTHS_IN_YEAR and day != month)
    if (is_american and day <= MONTHS_IN_YEAR) or month > MONTHS_IN_YEAR:
        day, month = month, day
    if year < _CENTURY:
        year += 1900 if year >= TWO_DIGIT_YEARS_FROM % _CENTURY else 2000
    return {"day": day, "month": month, "year": year, "swaps": swaps}


def _is_sound(numbers: dict[str, int]) -> bool:
    days_fit = all(1 <= numbers.get(key, 1) <= 31 for key in ("day", "day2"))
    last = numbers.get("year2", _CENTURY)
    if last < _CENTURY and last <= max(numbers["year"] % _CENTURY, MONTHS_IN_YEAR):
        return False
    return days_fit and 1 <= numbers.get("month", 1) <= MONTHS_IN_YEAR


def _whole_years(numbers: dict[str, int]) -> dict[str, int]:
    """Return the numbers with the second year of "2020-22" in full."""
    last = numbers.get("year2")
    if last is None or last >= _CENTURY:
        return numbers
    return {**numbers, "year2": numbers["year"] // _CENTURY * _CENTURY + last}
