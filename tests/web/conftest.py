"""Records to look at, and the application over them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from records import keep, small_process
from samples import a_report, an_article

from goodoffices.demo import bundled_reports
from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, open_reader
from goodoffices.model.act import ActKind
from goodoffices.record.store import Record
from web.sites import ARABIC, SCRIPT, Site, open_site


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the small process, to be copied: making one takes longer than looking at it."""
    path = tmp_path_factory.mktemp("small") / "record.db"
    keep(path, small_process())
    return path


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record without an article, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    Record.open(path).close()
    return path


@pytest.fixture
def site(tmp_path: Path, small_file: Path) -> Site:
    """Return the application over the small process."""
    return open_site(Path(shutil.copy(small_file, tmp_path / "record.db")))


@pytest.fixture
def empty_site(tmp_path: Path, empty_file: Path) -> Site:
    """Return the application over a record without an article."""
    return open_site(Path(shutil.copy(empty_file, tmp_path / "record.db")))


@pytest.fixture
def hostile_site(tmp_path: Path) -> Iterator[Site]:
    """Return the application over a record of which every name, title, address and text is markup."""
    text = f'{SCRIPT} "><img src=x onerror=alert(2)> </article></main> {ARABIC} ' + "x" * 60
    article = an_article(
        f"../{SCRIPT}?&#", outlet=f"Wire {SCRIPT}", title=f"Title {SCRIPT}", published="2024-05-11", text=text,
        url="javascript:alert(3)",
    )  # fmt: skip
    article = replace(article, lang="ar")
    told = a_report(
        article, ActKind.MEETING, status="held", actors=[f"A {SCRIPT}", '" onmouseover="alert(4)'], place=SCRIPT,
        date="2024-05-10", document=SCRIPT, at=0,
    )  # fmt: skip
    keep(tmp_path / "record.db", [[(article, told)]])
    yield open_site(tmp_path / "record.db")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the application over the bundled example, which no test changes."""
    path = tmp_path_factory.mktemp("demo") / "record.db"
    with Record.open(path) as record:
        intake = Intake(
            record, InProcess(open_reader(None)), read_with="web", hooks=Hooks(clock=str), titles=issue_titles(None)
        )
        intake.read_paths([bundled_reports()])
    return open_site(path)
