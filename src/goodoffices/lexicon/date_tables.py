"""The date words and date forms of a language, made from `data/<lang>/dates.yml` and checked.

A form is a sequence of word classes; what it means follows from the values of the words it holds ("15", "May", "last",
"week") and from what the form sets besides ("ago" counts backwards). Turning those values into days is reading's work.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon.date_compile import DateCompiler
from goodoffices.lexicon.date_schema import DatesFile, data_folder, read_file
from goodoffices.model.dates import Direction

Value = int | str

MEMO_WORDS = 100_000
"""After how many different words the memory of their classes is emptied, so that it stays flat."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """The words that can stand at one place of a form."""

    name: str
    # Which bit stands for it in a set of classes.
    bit: int
    # The expression of all its words, longest first.
    pattern: str
    # What each word means; empty for a class of words without meaning of their own ("the").
    values: tuple[tuple[re.Pattern[str], Value], ...]

    def value_of(self, text: str) -> Value | None:
        """Return what a stretch matched by this class means; None for a class without values."""
        for pattern, value in self.values:
            if pattern.fullmatch(text):
                return value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """One way to write a date."""

    id: str
    pattern: re.Pattern[str]
    # The classes of which it holds a word at least, and those with a word of which it begins, as sets of bits.
    required: int
    first: int
    # The name of each group of the pattern, with the class its text is looked up in.
    groups: Mapping[str, WordClass]
    # What the form says beyond its words.
    sets: Mapping[str, Value]
    # It is none where this stands right after it, or right before it.
    unless_after: re.Pattern[str] | None = None
    unless_before: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTables:
    """Everything that finding dates in one language needs. What it remembers of words it has seen is bounded."""

    language: str
    forms: tuple[DateForm, ...]
    # The bit of each class of words, with the pattern of its single words; a word may be of several classes.
    pieces: tuple[tuple[int, re.Pattern[str]], ...]
    lead_bit: int
    # Prepositions before an expression, and what follows one (postpositions, "onwards"); a group for each kind.
    leads: re.Pattern[str]
    trails: re.Pattern[str] | None
    # A lead ("" for any), the words that link the two ends of a range, and the kind of postposition after them.
    ranges: tuple[tuple[str, re.Pattern[str], str], ...]
    weak: re.Pattern[str] | None
    is_weak_capital: bool
    future_cues: re.Pattern[str] | None
    past_cues: re.Pattern[str] | None
    # Text, day of publication, and the dates that are to be read there: the examples of dates.yml.
    examples: tuple["DateExample", ...]
    _memo: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _forms: dict[int, tuple[DateForm, ...]] = field(default_factory=dict, repr=False, compare=False)

    def word_classes(self, word: str) -> int:
        """Return the classes that a word can belong to, as a set of bits; 0 for a word of no date."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= MEMO_WORDS:
                self._memo.clear()
            known = sum(bit for bit, pattern in self.pieces if pattern.fullmatch(word))
            self._memo[word] = known
        return known

    def forms_of(self, classes: int) -> tuple[DateForm, ...]:
        """Return the forms that words of these classes, a set of bits, are enough for."""
        known = self._forms.get(classes)
        if known is None:
            if len(self._forms) >= MEMO_WORDS:
                self._forms.clear()
            known = tuple(form for form in self.forms if form.required & classes == form.required)
            self._forms[classes] = known
        return known


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExample:
    """What is to be read in one example of `dates.yml`."""

    # The form that the example stands at; "nothing" for the list of texts without a date.
    form: str
    text: str
    on: str
    # As `to_iso` gives it, with the direction before it where it is not "on": "by 2024-12-31".
    dates: tuple[str, ...]


def date_languages() -> tuple[str, ...]:
    """Return the codes of the languages whose dates can be read, sorted."""
    folders = (entry for entry in data_folder().iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    return tuple(sorted(entry.name for entry in folders if (entry / "dates.yml").is_file()))


@cache
def load_date_tables(lang: str) -> DateTables:
    """Return the date tables of a language; the same object each time.

    Raises:
        UnsupportedLanguage: There is no `dates.yml` for it.
        LexiconError: The file is wrong; every problem is listed.
    """
    if lang not in date_languages():
        raise UnsupportedLanguage(
            f"there are no date words for the language {lang!r}",
            hint=f"Those that can be read are {', '.join(date_languages())}",
        )
    return make_date_tables((data_folder() / lang / "dates.yml").read_text("utf-8"), lang)


def make_date_tables(text: str, lang: str) -> DateTables:
    """Return the tables that the text of a `dates.yml` makes.

    Raises:
        LexiconError: The text is wrong; every problem is listed.
    """
    file = f"{lang}/dates.yml"
    problems: list[str] = []
    shape = read_file(text, file, problems)
    tables = None if shape is None else _tables(shape, lang, file, problems)
    if problems or tables is None:
        raise LexiconError(problems, subject=lang, hint="Mend the keys named and run `goodoffices check`")
    return tables


def _tables(shape: DatesFile, lang: str, file: str, problems: list[str]) -> DateTables:
    compiler = DateCompiler(shape, file, problems)
    classes = {name: WordClass(*made) for name, made in compiler.classes().items()}
    forms = tuple(
        DateForm(**made, groups={group: classes[name] for group, name in groups.items()})
        for made, groups in compiler.forms()
    )
    return DateTables(
        language=lang,
        forms=forms,
        pieces=compiler.pieces(),
        lead_bit=compiler.bits["lead"],
        leads=compiler.marks("leads", shape.leads),
        trails=compiler.marks("trails", shape.trails) if shape.trails else None,
        ranges=tuple(compiler.ranges()),
        weak=compiler.either("names.weak", shape.names.weak),
        is_weak_capital=shape.names.is_weak_capital,
        future_cues=compiler.either("cues.future", shape.cues.future, searched=True),
        past_cues=compiler.either("cues.past", shape.cues.past, searched=True),
        examples=tuple(_examples(shape)),
    )


def _examples(shape: DatesFile) -> list[DateExample]:
    listed = [(form.form, text, dates) for form in shape.forms for text, dates in form.reads.items()]
    listed += [(form.form, text, "") for form in shape.forms for text in form.skips]
    listed += [("nothing", text, "") for text in shape.nothing]
    return [
        DateExample(form=form, text=text, on=shape.published, dates=tuple(re.split(r"\s*;\s*", dates)) if dates else ())
        for form, text, dates in listed
    ]


DIRECTION_OF: Mapping[str, Direction] = {
    "on": Direction.ON,
    "by": Direction.BY,
    "after": Direction.AFTER,
    "before": Direction.BEFORE,
    "since": Direction.SINCE,
    "from": Direction.SINCE,
    "between": Direction.ON,
}
"""Where a preposition points; "from" and "between" only where no second date follows."""
