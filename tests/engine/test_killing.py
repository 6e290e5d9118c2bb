"""A run that is killed again and again loses nothing, keeps nothing twice, and comes to its end."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import TEXT
from sources.making import STORY, page
from web_server import Says, Site, serving

from goodoffices.model.act import ActKind
from goodoffices.record.store import Record

KILLS = 30
"""Enough to fall on every step of a run in some days of runs; `python -m engine.killing` takes any number."""

FILES, LINES, PAGES = 120, 400, 60
MOST_SECONDS = 60
TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        items = "".join(f"<item><link>{site.url(f'/{at}')}</link></item>" for at in range(PAGES))
        site.pages["/feed"] = Says(f"<rss><channel><title>Wire</title>{items}</channel></rss>")
        for at in range(PAGES):
            site.pages[f"/{at}"] = Says(page(STORY.replace("Lima", f"Town{at}")))
        yield site


def make_sources(folder: Path) -> None:
    folder.mkdir()
    for at in range(FILES):
        (folder / f"f{at}.txt").write_text(f"{TEXT} ({at} in a file)")
    lines = (json.dumps({"id": f"l{at}", "text": f"{TEXT} ({at} in a line)"}) for at in range(LINES))
    (folder / "lines.jsonl").write_text("\n".join(lines))


def test_a_run_that_is_killed_at_random_moments_loses_nothing_and_keeps_nothing_twice(
    site: Site, tmp_path: Path
) -> None:
    make_sources(tmp_path / "inbox")
    record_file = tmp_path / "r.db"
    command = [sys.executable, "-m", "engine.killing", str(record_file), str(KILLS), "1"]
    done = subprocess.run(
        [*command, site.url("/feed"), str(tmp_path / "inbox")],
        cwd=TESTS, capture_output=True, text=True, timeout=MOST_SECONDS, check=True,
    )  # fmt: skip
    assert int(done.stdout) > KILLS / 3, "killed too late to test anything"
    with Record.open(record_file) as record:
        view = record.view()
        assert record._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        heads = list(view.heads())
        assert len(heads) == FILES + LINES + PAGES
        assert {head.version for head in heads} == {1}
        assert len({head.id for head in heads}) == len(heads)
        assert Counter(sourced.article.id for sourced in view.reports()) == Counter(head.id for head in heads)
        assert sum(len(act.reports) for act in view.acts(kind=ActKind.MEETING)) == len(heads)
        assert list(record.fetches().unsettled()) == []
        assert record._connection.execute("SELECT count(*) FROM copies").fetchone()[0] == len(heads)
    asked = Counter(site.paths())
    # A page whose process was killed between the answer and the note of it is asked for again, and no other.
    assert sum(asked[f"/{at}"] for at in range(PAGES)) <= PAGES + KILLS
