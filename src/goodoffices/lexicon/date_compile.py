"""Turns the words and forms of a `dates.yml` into patterns, and checks them; each problem becomes a line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from goodoffices.lexicon.date_names import name_classes
from goodoffices.lexicon.date_notation import EDGE, GAP, Node, class_of, expand, parse_form, pattern_of, split_words
from goodoffices.lexicon.date_schema import DatesFile, Form

Value = int | str
_FLAGS = re.IGNORECASE
Made = tuple[str, int, str, tuple[tuple[re.Pattern[str], Value], ...]]

CLASSES_WITH_VALUES = frozenset(
    ("day", "month", "month_name", "weekday", "wd", "year", "num", "ord", "unit", "period", "pair", "rel", "narrative",
     "part", "edge", "piece", "year_said", "short_year", "season", "season_alone", "quarter", "dayword", "decade",
     "iranian")
)  # fmt: skip
"""The classes whose words mean something; the others only stand where a form wants them."""

SETTINGS = frozenset(
    ("sign", "part", "unit", "cycle", "rel", "year", "offset", "ord", "base", "count", "decade", "century", "lone_year",
     "points", "needs")
)  # fmt: skip
"""What a form can say beyond its words."""

UNITS = frozenset(("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"))
PIECES = frozenset(("day", "week", "month", "quarter", "half", "year", "decade"))
PARTS = frozenset(("early", "middle", "late", "start", "end", "first_half", "second_half", "whole"))
_NAMES = ("month", "month_name", "weekday", "wd")
_LEADS = frozenset(("on", "by", "after", "before", "since", "from", "between"))

# Digits next to digits, points, colons, signs of money and of numbering are parts of longer figures.
_NO_DIGIT_BEFORE = r"(?<![\d:$€£#№%+])(?<!\d[.,/])(?<!§ )"
_NO_DIGIT_AFTER = r"(?!\d|%|:\d|[.,]\d)"
_DIGITS: Mapping[str, str] = {
    "day": rf"{_NO_DIGIT_BEFORE}\d{{1,2}}{_NO_DIGIT_AFTER}",
    "num": rf"{_NO_DIGIT_BEFORE}\d{{1,3}}{_NO_DIGIT_AFTER}",
    "ord": rf"{_NO_DIGIT_BEFORE}\d{{1,2}}{_NO_DIGIT_AFTER}",
    "year": rf"{_NO_DIGIT_BEFORE}\d{{4}}(?!\d|%|:\d|[.,]\d{{3}})",
    "short_year": r"\d{2}(?!\d|%|:\d|[.,/-]\d)",
}
_TIME = r"(?=\D|$|T\d)"
_NUMERIC = (
    (
        "ymd",
        rf"(?<![\d./-])(?P<year_0>\d{{4}})(?P<sign>[./-])(?P<month_0>\d{{1,2}})(?P=sign)(?P<day_0>\d{{1,2}}){_TIME}",
    ),
    (
        "dmy",
        r"(?<![\d./-])(?P<day_0>\d{1,2})(?P<sign>[./-])(?P<month_0>\d{1,2})(?P=sign)(?P<year_0>\d{4}|(?<=\d\d[./-])\d{2})(?![\d/-]|\.\d)",
    ),
)


class DateCompiler:
    """Compiles one file; goes on after each problem, so that all are told at once."""

    def __init__(self, shape: DatesFile, file: str, problems: list[str]) -> None:
        self.shape, self.file, self.problems = shape, file, problems
        self.fragments = self._fragments()
        self.bits = {name: 1 << number for number, name in enumerate(self.fragments)}

    def problem(self, what: str, key: str) -> None:
        """Add one line to the problems."""
        self.problems.append(f"{what} @ {self.file}: {key}")

    def _fragments(self) -> dict[str, list[tuple[str, Value | None]]]:
        """Return the fragments of each class, each with what it means."""
        found: dict[str, list[tuple[str, Value | None]]] = {name: [] for name in (*_DIGITS, *_NAMES)}
        try:
            for name, names in name_classes(self.shape.names):
                found[name] = [(fragment, key) for key, listed in names.items() for fragment in listed]
        except ValueError as error:
            self.problem(str(error), "names")
        found["month_again"] = [(fragment, None) for fragment, _ in found.get("month", [])]
        found["num"] = [(one, key) for key, listed in self.shape.numbers.items() for one in listed]
        ordinals = [(one, key) for key, listed in self.shape.ordinals.items() for one in listed]
        found["ord"], found["day"] = list(ordinals), list(ordinals)
        for name, words in self.shape.words.items():
            self._check_class(name, words)
            pairs = words.items() if isinstance(words, dict) else [(None, words)]
            found[name] = [*found.get(name, []), *((one, key) for key, listed in pairs for one in listed)]
        links = [entry.link for entry in self.shape.ranges]
        lists = [*self.shape.leads.values(), self.shape.about, *self.shape.trails.values(), *links]
        found["lead"] = [(one, None) for listed in lists for one in listed]
        return {name: self._sound(name, pairs) for name, pairs in found.items()}

    def _check_class(self, name: str, words: Mapping[int | str, list[str]] | list[str]) -> None:
        if isinstance(words, Mapping) != (name in CLASSES_WITH_VALUES):
            wanted = "each word needs a meaning" if name in CLASSES_WITH_VALUES else "words of this class mean nothing"
            self.problem(wanted, f"words.{name}")
        legal = {"unit": UNITS, "period": UNITS, "pair": UNITS, "piece": PIECES, "part": PARTS}.get(name)
        if legal is not None:
            for key in sorted(str(key) for key in words if key not in legal):
                self.problem(f"{key!r} is none of {', '.join(sorted(legal))}", f"words.{name}")

    def _sound(self, name: str, pairs: Sequence[tuple[str, Value | None]]) -> list[tuple[str, Value | None]]:
        kept = []
        for fragment, value in dict.fromkeys(pairs):
            try:
                for piece in [fragment, *split_words(fragment)]:
                    re.compile(expand(piece))
            except re.error as error:
                self.problem(f"{fragment!r} is not an expression: {error}", f"words.{name}")
                continue
            kept.append((fragment, value))
        return sorted(kept, key=lambda pair: (-len(split_words(pair[0])), -len(pair[0])))

    def classes(self) -> dict[str, Made]:
        """Return, for each class, its name, bit, pattern and the value of each fragment."""
        return {name: (name, self.bits[name], self._pattern(name), self._values(name)) for name in self.fragments}

    def _pattern(self, name: str) -> str:
        words = [expand(fragment) for fragment, _ in self.fragments[name]]
        return f"(?:{'|'.join([*words, *([_DIGITS[name]] if name in _DIGITS else [])])})"

    def _values(self, name: str) -> tuple[tuple[re.Pattern[str], Value], ...]:
        return tuple(
            (re.compile(expand(fragment), _FLAGS), value)
            for fragment, value in self.fragments[name]
            if value is not None
        )

    def pieces(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """Return, for each class, its bit and the pattern of any single word of any of its fragments."""
        made = []
        for name, fragments in self.fragments.items():
            words = sorted({word for fragment, _ in fragments for word in split_words(fragment)}, key=len, reverse=True)
            words += [r"\d{1,4}"] if name in _DIGITS else []
            if words:
                made.append((self.bits[name], re.compile("|".join(map(expand, words)), _FLAGS)))
        return tuple(made)

    def forms(self) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
        """Return the parts of each form, and the class of each of its groups: numeric dates first."""
        for name, pattern in _NUMERIC:
            day = self.bits["day"]
            sets = {"order": self.shape.numeric} if name == "dmy" else {}
            yield (
                {"id": name, "pattern": re.compile(pattern), "required": day, "first": day, "sets": sets},
                {"day_0": "day", "month_0": "month", "year_0": "year"},
            )
        for number, form in enumerate(self.shape.forms):
            made = self._form(form, f"forms[{number}] {form.form}")
            if made is not None:
                yield made

    def _form(self, form: Form, key: str) -> tuple[dict[str, Any], dict[str, str]] | None:
        for name in sorted(set(form.set) - SETTINGS):
            self.problem(f"no form can set {name!r}", key)
        if not form.reads:
            self.problem("a form needs an example that it reads", key)
        try:
            tree = parse_form(self._long(form.form))
        except ValueError as error:
            self.problem(str(error), key)
            return None
        names = list(tree.words())
        unknown = sorted({class_of(name) for name in names} - self.fragments.keys())
        captured = [name for name in names if class_of(name) in CLASSES_WITH_VALUES]
        twice = sorted({name for name in captured if captured.count(name) > 1 and not _is_in_branches(tree, name)})
        if unknown or twice:
            self.problem(f"no such class: {', '.join(unknown)}" if unknown else f"{twice[0]} stands twice", key)
            return None
        groups: dict[str, str] = {}
        pattern = pattern_of(tree, lambda name: self._grouped(name, groups))
        made = {
            "id": form.form,
            "pattern": re.compile(pattern, _FLAGS),
            "required": self._set(tree.required()),
            "first": self._set(tree.first()),
            "sets": form.set,
            "unless_after": self.either(key, form.unless_after, before=GAP),
            "unless_before": self.either(key, form.unless_before, after=GAP),
        }
        return made, groups

    def _long(self, form: str) -> str:
        for short, long in self.shape.shorthand.items():
            form = re.sub(rf"\b{short}\b", long, form)
        return form

    def _set(self, names: frozenset[str]) -> int:
        return sum(self.bits[name] for name in names)

    def _grouped(self, name: str, groups: dict[str, str]) -> str:
        cls = class_of(name)
        if cls not in CLASSES_WITH_VALUES:
            return self._pattern(cls)
        group = f"{name}_{sum(known.rpartition('_')[0] == name for known in groups)}"
        groups[group] = cls
        return f"(?P<{group}>{self._pattern(cls)})"

    def marks(self, key: str, marks: Mapping[str, list[str]]) -> re.Pattern[str]:
        """Return the pattern of prepositions or postpositions, with a group for each kind."""
        for kind in sorted(set(marks) - _LEADS):
            self.problem(f"{kind!r} is none of {', '.join(sorted(_LEADS))}", key)
        pairs = [(one, kind) for kind, listed in marks.items() for one in listed]
        words = enumerate(sorted(pairs, key=lambda pair: (-len(split_words(pair[0])), -len(pair[0]))))
        groups = [f"(?P<{kind}_{number}>{EDGE}{expand(word)}{EDGE})" for number, (word, kind) in words]
        about = "|".join(map(expand, self.shape.about))
        lead_gap = GAP if key == "trails" else ""
        tail = rf"(?:{GAP}(?:{about}){EDGE})?" if about and key == "leads" else ""
        alone = rf"|{EDGE}(?:{about}){EDGE}" if tail else ""
        return re.compile(rf"{lead_gap}(?:{'|'.join(groups)}){tail}{alone}", _FLAGS)

    def ranges(self) -> Iterator[tuple[str, re.Pattern[str], str]]:
        """Return the lead that a range wants before it, what links its ends, and what it wants after them."""
        yield "", re.compile(rf"{GAP}[-–—‑]{GAP}"), ""
        for entry in self.shape.ranges:
            linked = self.either("ranges", entry.link, before=GAP, after=GAP)
            if linked is not None:
                yield entry.lead, linked, entry.trail

    def either(
        self, key: str, words: Sequence[str], *, before: str = "", after: str = "", searched: bool = False
    ) -> re.Pattern[str] | None:
        """Return a pattern for any of some words; None where there are none."""
        if not words:
            return None
        listed = "|".join(map(expand, words))
        edges = (rf"{EDGE}(?<!\w)", EDGE) if searched else ("", "")
        try:
            return re.compile(f"{before}{edges[0]}(?:{listed}){edges[1]}{after}", _FLAGS)
        except re.error as error:
            self.problem(f"not an expression: {error}", key)
            return None


def _is_in_branches(tree: Node, name: str) -> bool:
    """Whether a class that a form has twice stands in different branches of one choice."""
    if tree.kind == "either":
        return True
    return any(list(part.words()).count(name) > 1 and _is_in_branches(part, name) for part in tree.parts)
