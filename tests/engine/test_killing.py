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
from goodoffices.sources.vault import vault_of

KILLS = 20
"""Enough to fall on every step of a run in some days of runs; `python -m engine.killing` takes any number."""

FILES, LINES = 60, 240
PAGES, NEW_EACH_ROUND = 60, 5
"""What the feed names in the end, and by how much it grows each time it is asked for."""

MOST_SECONDS = 120
TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        items = [f"<item><link>{site.url(f'/{at}')}</link></item>" for at in range(PAGES)]

        def feed() -> Says:
            named = NEW_EACH_ROUND * site.paths().count("/feed")
            return Says(f"<rss><channel><title>Wire</title>{''.join(items[:named])}</channel></rss>")

        site.pages["/feed"] = feed
        for at in range(PAGES):
            site.pages[f"/{at}"] = Says(page(STORY.replace("Lima", f"Town{at}")))
        yield site


def make_sources(folder: Path) -> None:
    folder.mkdir()
    for at in range(FILES):
        (folder / f"f{at}.txt").write_text(f"{TEXT} ({at} in a file)")
    lines = (json.dumps({"id": f"l{at}", "text": f"{TEXT} ({at} in a line)"}) for at in range(LINES))
    (folder / "lines.jsonl").write_text("\n".join(lines))


def killed(record_file: Path, rounds: int, *sources: str) -> int:
    """Return how many processes were killed at work, after which the rest was read to its end."""
    command = [sys.executable, "-m", "engine.killing", str(record_file), str(KILLS), "1", str(rounds), *sources]
    done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, timeout=MOST_SECONDS, check=True)
    return int(done.stdout)


def check_whole(record_file: Path, articles: int) -> None:
    """Assert that a record has so many articles, each once, with everything that belongs to them."""
    with Record.open(record_file) as record:
        view = record.view()
        assert record._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        heads = list(view.heads())
        assert len(heads) == articles
        assert {head.version for head in heads} == {1}
        assert len({head.id for head in heads}) == len(heads)
        assert Counter(sourced.article.id for sourced in view.reports()) == Counter(head.id for head in heads)
        assert sum(len(act.reports) for act in view.acts(kind=ActKind.MEETING)) == len(heads)
        assert list(record.fetches().unsettled()) == []
        assert record._connection.execute("SELECT count(*) FROM copies").fetchone()[0] == len(heads)


def test_reading_that_is_killed_at_random_moments_loses_nothing_and_keeps_nothing_twice(tmp_path: Path) -> None:
    make_sources(tmp_path / "inbox")
    assert killed(tmp_path / "r.db", 1, str(tmp_path / "inbox")) > KILLS / 3, "killed too late to test anything"
    check_whole(tmp_path / "r.db", FILES + LINES)


def test_watching_that_is_killed_at_random_moments_loses_nothing_and_keeps_nothing_twice(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(TEXT)
    # So many rounds that the last processes see all that the feed will ever name.
    rounds = PAGES // NEW_EACH_ROUND
    assert killed(tmp_path / "r.db", rounds, site.url("/feed"), str(tmp_path / "inbox")) > KILLS / 3
    check_whole(tmp_path / "r.db", PAGES + 1)
    asked = Counter(site.paths())
    # A page whose process was killed between the answer and the note of it is asked for again, and no other.
    assert sum(asked[f"/{at}"] for at in range(PAGES)) <= PAGES + KILLS
    assert len(list(vault_of(tmp_path / "r.db").glob("*/*.gz"))) >= PAGES
