"""Walks a loaded YAML file and collects every mistake with its key path, so that a user mends all of them at once."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from goodoffices.model.dates import DateInterval

T = TypeVar("T")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_LANG = re.compile(r"[a-z]{2}")
_OPEN_END = dt.date.max - dt.timedelta(days=1)


@dataclass
class Node:
    """One mapping of the file: asked for each key by its type, and at last for the keys that nobody asked for."""

    value: Mapping[str, Any]
    file: str
    path: str
    problems: list[str]
    _asked: set[str] = field(default_factory=set)

    def wrong(self, what: str, key: str = "") -> None:
        """Note a problem at a key of this mapping."""
        path = f"{self.path}.{key}" if self.path and key else self.path or key
        self.problems.append(f"{what} @ {self.file}: {path or 'the whole file'}")

    def get(self, key: str) -> Any:
        """Return the raw value at a key, None where there is none."""
        self._asked.add(key)
        return self.value.get(key)

    def text(self, key: str, *, is_needed: bool = False) -> str:
        """Return the text at a key; empty, and noted where it is needed, where there is none."""
        value = self.get(key)
        if value is None:
            if is_needed:
                self.wrong("missing", key)
            return ""
        if not isinstance(value, str):
            self.wrong(f"must be a text in quotation marks, is {value!r}", key)
            return ""
        if is_needed and not value.strip():
            self.wrong("must not be empty", key)
        return value

    def id(self, key: str = "id") -> str:
        """Return the id at a key, lower-case English with underscores."""
        value = self.text(key, is_needed=True)
        if value and not _ID.fullmatch(value):
            self.wrong(f"an id is lower-case letters, digits and underscores, is {value!r}", key)
        return value

    def choice(self, key: str, choices: frozenset[str], default: str = "") -> str:
        """Return the text at a key, one of `choices`."""
        value = self.text(key, is_needed=not default) or default
        if value and value not in choices:
            self.wrong(f"{value!r} is none of {', '.join(sorted(choices))}", key)
            return default
        return value

    def flag(self, key: str) -> bool:
        """Return the truth value at a key, False where there is none."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(f"must be true or false, is {value!r}", key)
        return value is True

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts at a key; a single text counts as a list of one."""
        return self._texts(self.get(key), key)

    def names(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return lists of texts by language at a key."""
        value = self.get(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong("must be names by language", key)
            return {}
        names = {}
        for lang, listed in value.items():
            if not isinstance(lang, str) or not _LANG.fullmatch(lang):
                self.wrong(f"{lang!r} is not a language of two letters", key)
                continue
            names[lang] = self._texts(listed, f"{key}.{lang}")
        return names

    def mapping(self, key: str) -> dict[str, str]:
        """Return texts by text at a key."""
        value = self.get(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping) or not all(isinstance(text, str) for pair in value.items() for text in pair):
            self.wrong("must be texts by text, each in quotation marks", key)
            return {}
        return dict(value)

    def interval(self, key: str) -> DateInterval | None:
        """Return the ISO date, partial date or range at a key."""
        text = self.text(key)
        if not text:
            return None
        try:
            return DateInterval.from_iso(text)
        except ValueError as error:
            self.wrong(str(error), key)
            return None

    def tenure(self) -> DateInterval | None:
        """Return the days from `from` to `until`, both inclusive; open where a key is missing or empty."""
        first, last = self.interval("from"), self.interval("until")
        if first is None and last is None:
            return None
        start = first.start if first else dt.date.min
        end = last.last if last else _OPEN_END
        if end < start:
            self.wrong("ends before it begins", "until")
            return None
        return DateInterval.between(start, end)

    def items(self, key: str, build: Callable[["Node"], T]) -> tuple[T, ...]:
        """Return what `build` makes of each mapping in the list at a key."""
        return tuple(build(node) for node in self._nodes(key))

    def _nodes(self, key: str) -> Iterator["Node"]:
        value = self.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.wrong("must be a list", key)
            return
        for at, item in enumerate(value):
            name = item.get("id", at) if isinstance(item, Mapping) else at
            path = f"{self.path}.{key}[{name}]" if self.path else f"{key}[{name}]"
            if not isinstance(item, Mapping):
                self.problems.append(f"must be a mapping, is {item!r} @ {self.file}: {path}")
                continue
            node = Node(item, self.file, path, self.problems)
            yield node
            node.finish()

    def finish(self) -> None:
        """Note every key that nobody asked for: a misspelt key must not be lost in silence."""
        for key in self.value:
            if key not in self._asked:
                self.wrong(f"unknown key {key!r}")

    def _texts(self, value: Any, key: str) -> tuple[str, ...]:
        if value is None:
            return ()
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
            self.wrong("must be a list of texts in quotation marks, none empty", key)
            return ()
        return tuple(value)
