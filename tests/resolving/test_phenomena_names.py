"""The table of name variants in phenomena.md, section 2: every variant is one name with its own, and with no other."""

import re
from collections.abc import Iterator

import pytest
from shared_data import shared

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.resolving.names import SAME_NAME, compare_names

_ROW = re.compile(r"^\| (?P<names>[^|]+) \| (?P<seen>[^|]+) \|$", re.M)
_ASIDE = re.compile(r"\((?![^)\s]{1,3}\))(?:gen\. (\w+)|[^)]*)\)")
_ENDING = re.compile(r"(\w+)\((\w{1,3})\)")


def _rows() -> Iterator[tuple[list[str], list[str]]]:
    """Yield the names of a row, usually one, with the variants seen of any of them."""
    text = shared("phenomena.md").read_text("utf-8")
    section = text.split("## 2.")[1].split("## 3.")[0]
    for row in list(_ROW.finditer(section))[1:]:
        names, seen = row["names"].split(" / "), row["seen"].split(" / ")
        if row["names"] == "four villages":
            yield from (([_longest(group)], group.strip().split("/")) for group in row["seen"].split(";"))
        elif len(names) == len(seen):
            yield from (([name], _variants(part)) for name, part in zip(names, seen, strict=True))
        else:
            yield names, _variants(row["seen"])


def _longest(group: str) -> str:
    return max(group.strip().split("/"), key=lambda name: len(name.split()))


def _variants(seen: str) -> list[str]:
    seen = _ASIDE.sub(lambda aside: f"; {aside[1]}" if aside[1] else "", seen.replace("(uk)", ""))
    seen = seen.replace(" in one text", "").replace(" in Latin Kazakh", "").replace(" and ", "; ")
    found: list[str] = []
    for part in re.split(r"[;,]| / ", seen):
        quoted = re.fullmatch(r'\s*"(\S+)/(\S+) (.+)"\s*', part)
        alternatives = [f"{quoted[1]} {quoted[3]}", f"{quoted[2]} {quoted[3]}"] if quoted else part.split("/")
        for name in alternatives:
            bare = name.strip().strip('"')
            found += [_ENDING.sub(r"\1", bare), _ENDING.sub(r"\1\2", bare)] if _ENDING.search(bare) else [bare]
            if "\u200c" in bare:
                found.append(bare.replace("\u200c", ""))
    return [name for name in found if name]


def _cases() -> list[tuple[list[str], str]]:
    try:
        return [(names, variant) for names, variants in _rows() for variant in variants]
    except pytest.skip.Exception:
        return []


def test_every_variant_is_its_name() -> None:
    shared("phenomena.md")
    scripts = load_scripts()
    cases = _cases()
    assert len(cases) > 100, "the table was read only in part"
    missed = []
    for names, variant in cases:
        best = max((compare_names(name, variant, scripts=scripts) for name in names), key=lambda found: found.score)
        if best.score < SAME_NAME:
            missed.append(f"{names} {variant}: {best}")
    assert not missed, "\n".join(missed)


def test_no_variant_is_another_name() -> None:
    shared("phenomena.md")
    scripts = load_scripts()
    cases = _cases()
    every_name = {name for names, _ in cases for name in names}
    taken = [
        f"{other} {variant}: {found}"
        for names, variant in cases
        for other in sorted(every_name - set(names))
        if (found := compare_names(other, variant, scripts=scripts)).score >= SAME_NAME
    ]
    assert not taken, "\n".join(taken)
