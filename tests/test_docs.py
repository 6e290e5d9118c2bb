"""What the manuals say is there, and what is there is in the manuals."""

import re
from pathlib import Path

import pytest

from goodoffices.cli.main import COMMANDS
from goodoffices.demo import bundled_reports
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, open_reader
from goodoffices.exports.brief_markdown import brief_to_markdown
from goodoffices.record.store import Record
from goodoffices.views.brief import build_brief

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
MANUALS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]
MANUALS += sorted((ROOT / "docs").rglob("*.md"))

_REFERENCES = re.compile(r"(\[\d+\])+")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"goodoffices {command}" in README


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_every_command_in_a_manual_exists(manual: Path) -> None:
    text = manual.read_text("utf-8")
    for named in re.findall(r"(?:^    |`)goodoffices ([a-z]+)", text, re.MULTILINE):
        assert named in COMMANDS
    for target in re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_files_that_a_manual_names_are_there(manual: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", manual.read_text("utf-8")):
        assert (manual.parent / link).exists(), link


def test_the_parts_in_the_contributors_table_are_those_of_the_package() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    parts = {path.name for path in (ROOT / "src" / "goodoffices").iterdir() if (path / "__init__.py").is_file()}
    assert named == parts - {"demo"}


def test_the_brief_in_the_readme_is_what_the_demo_prints(tmp_path: Path) -> None:
    with Record.open(tmp_path / "demo.db") as record:
        intake = Intake(record, InProcess(open_reader(None)), read_with="docs", hooks=Hooks(clock=str))
        intake.read_paths([bundled_reports()])
        printed = brief_to_markdown(build_brief(record.view(), None, None))
    lines = {_REFERENCES.sub("[]", line).rstrip() for line in printed.splitlines()}
    shown = README.partition("<!-- brief -->")[2].partition("<!-- /brief -->")[0]
    for line in filter(None, (line[4:] for line in shown.splitlines())):
        assert _REFERENCES.sub("[]", line).rstrip() in lines, "copy these lines anew from what `make demo` prints"


def test_no_manual_or_pin_names_a_registry() -> None:
    for path in (*MANUALS, *sorted((ROOT / "requirements").iterdir()), ROOT / "Makefile", ROOT / "pyproject.toml"):
        assert not re.search(r"https?://\S*(?:pypi|simple|index)|file:///", path.read_text("utf-8")), path
