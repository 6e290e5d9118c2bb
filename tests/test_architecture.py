"""The rules of the house: who imports whom, how long a file and a function may be, what stands nowhere.

Each rule is also tried on a few lines that break it, so that it cannot fall silent.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "goodoffices"

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "settings": {"errors"},
    "model": {"errors"},
    "lexicon": {"model", "errors"},
    "dossier": {"model", "errors", "lexicon"},
    "sources": {"model", "errors", "settings"},
    "reading": {"model", "lexicon", "dossier", "errors"},
    "resolving": {"model", "lexicon", "dossier", "errors"},
    "record": {"model", "errors"},
    # What followed from what: kept in the record by the engine, shown by views.
    "following": {"model", "record"},
    "views": {"model", "record", "following"},
    "exports": {"model", "record", "views", "errors"},
    "demo": set(),
    "engine": {
        "sources",
        "reading",
        "resolving",
        "record",
        "following",
        "lexicon",
        "dossier",
        "model",
        "errors",
        "settings",
    },
    "batch": {"engine", "reading", "record", "model", "errors"},
    # Never a stage directly; `model` says what exists and is everybody's.
    "web": {"engine", "following", "views", "exports", "record", "batch", "settings", "errors", "model"},
    "cli": {"engine", "following", "views", "exports", "record", "batch", "settings", "errors", "model", "demo", "web"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Part of the package to the parts that it may import, besides itself. The version stands in `__init__`."""

MOST_LINES_IN_FILE = 500
MOST_LINES_IN_FUNCTION = 60
MOST_LINES_IN_COMMAND = 120

FILES = sorted(SOURCE.rglob("*.py"))


def part_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield every module that is imported, by its full name, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def our_parts(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for name, line in imports_of(tree):
        pieces = name.split(".")
        if pieces[0] == "goodoffices" and len(pieces) > 1 and pieces[1] != "__version__":
            yield pieces[1], line


def breaches(tree: ast.Module, part: str) -> list[str]:
    """Return what in a module breaks a rule, with lines."""
    found = [
        f"{line}: {part} imports {other}"
        for other, line in our_parts(tree)
        if other != part and other not in MAY_IMPORT[part]
    ]
    if not ast.get_docstring(tree):
        found.append("1: no docstring")
    found.extend(f"{line}: {name} has no docstring" for name, line in undocumented(tree.body))
    for node in ast.walk(tree):
        found.extend(f"{getattr(node, 'lineno', 0)}: {what}" for what in breaches_of_node(node, part))
    return found


def undocumented(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    """Yield the public functions, classes and methods without a docstring."""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield node.name, node.lineno
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body)


def breaches_of_node(node: ast.AST, part: str) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        if (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_IN_FUNCTION:
            yield f"{node.name} is longer than {MOST_LINES_IN_FUNCTION} lines"
        defaults = [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
        if any(isinstance(default, ast.List | ast.Dict | ast.Set) for default in defaults):
            yield f"{node.name} has a default that can change"
        if any(True for inner in ast.walk(node) for _ in (our_parts(inner) if isinstance(inner, ast.stmt) else ())):
            yield f"{node.name} imports our own code"
    if isinstance(node, ast.ExceptHandler) and is_broad(node.type):
        yield "an except that catches everything"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print" and part != "cli":
        yield "print"
    if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") and part != "settings":
        yield "the environment"


def is_broad(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        name is None or (isinstance(name, ast.Name) and name.id in ("Exception", "BaseException")) for name in names
    )


def reraises(handler: ast.ExceptHandler) -> bool:
    return isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_keeps_the_rules(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    found = breaches(tree, part_of(path))
    # Cleaning up on anything at all and letting it pass on is no catching.
    passing = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and reraises(node)}
    assert [what for what in found if int(what.split(":")[0]) not in passing or "except" not in what] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_is_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= (MOST_LINES_IN_COMMAND if part_of(path) == "cli" else MOST_LINES_IN_FILE)


@pytest.mark.parametrize(
    ("part", "code", "what"),
    [
        ("reading", '"""D."""\nfrom goodoffices.record.store import Record\n', "reading imports record"),
        ("cli", '"""D."""\nfrom goodoffices.reading.reader import Reader\n', "cli imports reading"),
        ("model", "x = 1\n", "no docstring"),
        ("model", '"""D."""\ndef f():\n    pass\n', "f has no docstring"),
        ("model", '"""D."""\nclass C:\n    pass\n', "C has no docstring"),
        ("model", '"""D."""\ndef _f(x=[]):\n    pass\n', "a default that can change"),
        ("model", '"""D."""\ndef _f(*, x={}):\n    pass\n', "a default that can change"),
        ("engine", '"""D."""\ndef _f():\n    import goodoffices.model.text\n', "imports our own code"),
        ("model", '"""D."""\nprint(1)\n', "print"),
        ("model", '"""D."""\nimport os\nos.environ["X"]\n', "the environment"),
        ("model", '"""D."""\ntry:\n    pass\nexcept Exception:\n    pass\n', "catches everything"),
        ("model", '"""D."""\ntry:\n    pass\nexcept:\n    pass\n', "catches everything"),
        ("model", '"""D."""\ntry:\n    pass\nexcept (KeyError, BaseException):\n    pass\n', "catches everything"),
        ("model", '"""D."""\ndef _f():\n' + "    x = 1\n" * 60, "longer than 60"),
    ],
)
def test_each_rule_finds_its_breach(part: str, code: str, what: str) -> None:
    assert any(what in breach for breach in breaches(ast.parse(code), part))


def test_every_part_of_the_package_has_its_place_in_the_table() -> None:
    parts = {
        path.stem if path.suffix == ".py" else path.name for path in SOURCE.iterdir() if path.name != "__pycache__"
    }
    parts = {part for part in parts if (SOURCE / part).is_dir() or (SOURCE / f"{part}.py").is_file()}
    assert parts == set(MAY_IMPORT)


def test_no_module_imports_itself_in_a_circle() -> None:
    modules = {module_of(path): path for path in FILES}
    graph = {name: set(targets(path, modules)) - {name} for name, path in modules.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def targets(path: Path, modules: dict[str, Path]) -> Iterator[str]:
    for name, _ in imports_of(ast.parse(path.read_text("utf-8"))):
        for candidate in (name, name.rpartition(".")[0]):
            if candidate in modules and candidate != "goodoffices":
                yield candidate
                break


def test_libraries_that_are_imported_are_those_that_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonical(re.split(r"[<>=!~\[ ]", name)[0]) for name in project["dependencies"]}
    names = {name.split(".")[0] for path in FILES for name, _ in imports_of(ast.parse(path.read_text("utf-8")))}
    owners = packages_distributions()
    foreign = names - sys.stdlib_module_names - {"goodoffices"}
    imported = {canonical(owner) for name in foreign for owner in owners.get(name, [name])}
    assert imported - declared == set()
    # A dictionary is data for the library that is imported; forms are taken apart for the library that is imported.
    assert declared - imported == {"pymorphy3-dicts-ru", "python-multipart"}


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_importing_the_package_does_nothing() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
    assert all(isinstance(node, ast.Expr | ast.Assign) for node in tree.body)


@pytest.mark.parametrize("name", ["util", "utils", "common", "helpers", "misc", "base"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    assert [path for path in FILES if path.stem == name] == []


def test_data_files_end_in_yml() -> None:
    assert list(SOURCE.rglob("*.yaml")) == []
