"""Loads dossiers: YAML in, frozen objects out, every mistake of a file reported at once.

`load_common` gives what the hand-written files of `data/_world` hold, as one dossier with the id "world".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from goodoffices.dossier.entry import EntryKind
from goodoffices.dossier.node import Node
from goodoffices.dossier.references import unresolved
from goodoffices.dossier.schema import (
    POSTS,
    Agenda,
    Body,
    ContestedName,
    Dossier,
    Example,
    Matter,
    Outlet,
    Person,
    Place,
    Tenure,
)
from goodoffices.dossier.world import load_world
from goodoffices.errors import DossierError, UsageError

DATA = files("goodoffices.dossier") / "data"
COMMON = "world"
_COMMON_FILES = ("bodies.yml", "people.yml", "places.yml", "issues.yml")
_BODY_KINDS = frozenset({"body", "people"})
_ALONE = frozenset({"last", "first", "rest", "none"})


def dossier_names() -> tuple[str, ...]:
    """Return the names of the dossiers that the package carries, sorted."""
    return tuple(sorted(path.name.removesuffix(".yml") for path in DATA.iterdir() if path.name.endswith(".yml")))


def load_dossier(name: str | Path) -> Dossier:
    """Return the dossier of that name, or the one in the YAML file of that path.

    Raises:
        UsageError: There is none of that name, and no such file.
        DossierError: The file is wrong; every problem is listed, each with its key path.
    """
    if isinstance(name, str) and name in dossier_names():
        return _carried(name)
    path = Path(name)
    if path.suffix not in (".yml", ".yaml") or not path.is_file():
        raise UsageError(
            "no such dossier", subject=str(name), hint=f"There are {', '.join(dossier_names())}, or give a .yml file"
        )
    return _loaded([path], known=_known_ids(load_common()))


@cache
def load_common() -> Dossier:
    """Return what belongs to no single process: organisations, movements, leaders, buildings, usual issues."""
    return _loaded([DATA / "_world" / name for name in _COMMON_FILES], known=frozenset(load_world().ids))


@cache
def _carried(name: str) -> Dossier:
    return _loaded([DATA / f"{name}.yml"], known=_known_ids(load_common()))


def _known_ids(dossier: Dossier) -> frozenset[str]:
    return frozenset(load_world().ids) | frozenset(ids_of(dossier))


def ids_of(dossier: Dossier) -> Iterator[str]:
    """Yield the ids of everything that a dossier holds, but examples; an id that stands twice comes twice."""
    for section in (dossier.bodies, dossier.people, dossier.places, dossier.issues, dossier.instruments,
                    dossier.initiatives, dossier.tracks, dossier.outlets):  # fmt: skip
        yield from (item.id for item in section)


def _loaded(paths: list[Any], known: frozenset[str]) -> Dossier:
    problems: list[str] = []
    parts = [_part(path, problems) for path in paths]
    dossier = _joined([part for part in parts if part is not None])
    problems += unresolved(dossier, known, file=paths[0].name)
    if problems:
        raise DossierError(problems)
    return dossier


def _part(path: Path | Traversable, problems: list[str]) -> Dossier | None:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problems.append(f"cannot be read: {' '.join(str(error).split())} @ {path.name}")
        return None
    if not isinstance(content, Mapping):
        problems.append(f"must be a mapping @ {path.name}: the whole file")
        return None
    node = Node(content, path.name, "", problems)
    dossier = _dossier(node)
    node.finish()
    return dossier


def _joined(parts: list[Dossier]) -> Dossier:
    if len(parts) == 1:
        return parts[0]
    return Dossier(
        id=COMMON,
        title={"en": "World"},
        bodies=tuple(body for part in parts for body in part.bodies),
        people=tuple(person for part in parts for person in part.people),
        places=tuple(place for part in parts for place in part.places),
        issues=tuple(issue for part in parts for issue in part.issues),
        instruments=tuple(matter for part in parts for matter in part.instruments),
        initiatives=tuple(matter for part in parts for matter in part.initiatives),
        examples=tuple(example for part in parts for example in part.examples),
    )


def _dossier(node: Node) -> Dossier:
    return Dossier(
        id=node.text("id", is_needed=True),
        title=node.mapping("title"),
        summary=node.text("summary"),
        period=node.interval("period"),
        parties=node.texts("parties"),
        third_parties=node.texts("third_parties"),
        bodies=node.items("bodies", _body),
        people=node.items("people", _person),
        places=node.items("places", _place),
        issues=node.items("issues", _agenda),
        instruments=node.items("instruments", _matter),
        initiatives=node.items("initiatives", _matter),
        tracks=node.items("tracks", _matter),
        outlets=node.items("outlets", _outlet),
        examples=node.items("examples", _example),
    )


def _body(node: Node) -> Body:
    return Body(
        id=node.id(),
        name=node.text("name", is_needed=True),
        kind=EntryKind(node.choice("kind", _BODY_KINDS, "body")),
        names=node.names("names"),
        adjectives=node.names("adjectives"),
        stands_for=node.text("stands_for"),
        seats=node.texts("seats"),
    )


def _person(node: Node) -> Person:
    return Person(
        id=node.id(),
        name=node.text("name", is_needed=True),
        is_woman=node.flag("is_woman"),
        names=node.names("names"),
        alone=node.choice("alone", _ALONE, "last"),
        called=node.names("called"),
        offices=node.items("offices", _tenure),
    )


def _tenure(node: Node) -> Tenure:
    return Tenure(
        post=node.choice("post", POSTS),
        of=node.text("of", is_needed=True),
        held_on=node.tenure(),
        source=node.text("source"),
    )


def _place(node: Node) -> Place:
    return Place(
        id=node.id(),
        name=node.text("name", is_needed=True),
        kind=node.text("kind"),
        names=node.names("names"),
        adjectives=node.names("adjectives"),
        country=node.text("country"),
        stands_for=node.text("stands_for"),
        contested=node.items("contested", _contested),
    )


def _contested(node: Node) -> ContestedName:
    return ContestedName(name=node.text("name", is_needed=True), used_by=node.texts("used_by"))


def _agenda(node: Node) -> Agenda:
    return Agenda(id=node.id(), title=node.text("title", is_needed=True), cues=node.names("cues"))


def _matter(node: Node) -> Matter:
    return Matter(
        id=node.id(),
        name=node.text("name", is_needed=True),
        names=node.names("names"),
        adopted_on=node.interval("adopted_on"),
        parties=node.texts("parties"),
        issue=node.text("issue"),
    )


def _outlet(node: Node) -> Outlet:
    return Outlet(
        id=node.id(),
        name=node.text("name", is_needed=True),
        hosts=node.texts("hosts"),
        languages=node.texts("languages"),
        aligned_with=node.text("aligned_with"),
        note=node.text("note"),
    )


def _example(node: Node) -> Example:
    return Example(
        lang=node.text("lang", is_needed=True),
        text=node.text("text", is_needed=True),
        finds=node.mapping("finds"),
        cues=node.mapping("cues"),
    )
