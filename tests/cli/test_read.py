"""`goodoffices read` on good and bad input: what it says, how it ends, what it leaves."""

import json
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from samples import TEXT, ScriptedReader, a_report, an_article

from cli.conftest import Call
from goodoffices.errors import DossierError, RecordError
from goodoffices.record.store import Record, open_view

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a reader read that finds one meeting in the article a1 and none in others."""
    article = an_article("a1", published="")
    reader = ScriptedReader({"a1": [a_report(article)]})
    monkeypatch.setattr("goodoffices.cli.running.open_reader", lambda _: reader)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a1.txt").write_text(TEXT)
    return folder


def docs(record: Path) -> list[str]:
    with open_view(record) as view:
        return [head.id for head in view.heads()]


def test_a_folder_is_read_and_the_result_said(call: Call, inbox: Path, record: Path) -> None:
    called = call("read", inbox, "--record", record)
    assert (called.status, called.out) == (0, "")
    assert called.err == f"1 article(s) read, 1 report(s) -> {record}\n"
    (line,) = (json.loads(line) for line in call("reports", "--record", record).out.splitlines())
    assert (line["doc"], line["kind"]) == ("a1", "meeting")
    assert "already in the record" in call("read", inbox, "--record", record).err


def test_the_record_is_made_in_the_current_folder(
    call: Call, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOODOFFICES_RECORD", raising=False)
    assert call("read", inbox).status == 0
    assert (tmp_path / "goodoffices.db").is_file()


BAD_FILES = {
    "empty file": ("z.txt", b"", "empty"),
    "binary file": ("z.txt", b"\x00\x01\x02\x03" * 50, "neither text"),
    "broken JSON": ("z.json", b'{"text": "breaks of', "not JSON"),
    "broken JSON line": ("z.jsonl", b'{"text": "b\n{"id": "b", "text": "x"}\n', "z.jsonl:1"),
    "year 3024": ("z.json", b'{"id": "c", "text": "x", "published": "3024-01-01"}', "3024"),
    "50 MB of text": ("z.txt", b"The envoys met in Quito. " * (2 * 2**20), "larger than 32 MB"),
    "damaged PDF": ("z.pdf", b"%PDF-1.4 rubbish", "cannot be opened"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(call: Call, inbox: Path, record: Path, case: str) -> None:
    name, content, message = BAD_FILES[case]
    (inbox / name).write_bytes(content)
    called = call("read", inbox, "--record", record)
    assert called.status == 1
    assert message in called.err
    assert str(inbox / name) in called.err
    assert "Traceback" not in called.err
    assert "a1" in docs(record)
    # Said again on the next run, which reads nothing anew.
    assert call("read", inbox, "--record", record).status == 1


def test_a_path_that_is_not_there_is_named_and_the_rest_is_read(call: Call, inbox: Path, record: Path) -> None:
    called = call("read", inbox.parent / "none.txt", inbox, "--record", record)
    assert called.status == 1
    assert "none.txt: cannot be read: No such file" in called.err
    assert docs(record) == ["a1"]


def test_no_path_is_wrong_use(call: Call, record: Path) -> None:
    assert call("read", "--record", record).status == 2
    assert call("read", "x", "--workers", "0", "--record", record).status == 2


def test_a_corrected_article_is_kept_beside_the_first_and_said(call: Call, inbox: Path, record: Path) -> None:
    call("read", inbox, "--record", record)
    (inbox / "a1.txt").write_text(TEXT.replace("10 May", "11 May"))
    called = call("read", inbox, "--record", record)
    assert called.status == 0
    assert "info: a1: another version" in called.err
    assert "1 corrected version(s)" in called.err
    assert docs(record) == ["a1", "a1"]


def test_a_dossier_with_mistakes_is_told_before_anything_is_read(
    call: Call, inbox: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: str | None) -> ScriptedReader:
        raise DossierError(["no such office @ quito.yml: people[3]", "no name @ quito.yml: places[0]"])

    monkeypatch.setattr("goodoffices.cli.running.open_reader", broken)
    called = call("read", inbox, "--record", record)
    assert called.status == 2
    assert "people[3]" in called.err
    assert "places[0]" in called.err
    assert docs(record) == []


def test_a_record_of_a_newer_version_is_refused(call: Call, inbox: Path, record: Path) -> None:
    with Record.open(record) as opened:
        opened._connection.execute("PRAGMA user_version = 999")
    before = record.read_bytes()
    called = call("read", inbox, "--record", record)
    assert called.status == 1
    assert "version 999" in called.err
    assert record.read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_told(call: Call, inbox: Path) -> None:
    called = call("read", inbox, "--record", inbox / "a1.txt" / "test.db")
    assert called.status == 1
    assert "cannot be opened or made there" in called.err


def test_a_read_only_folder_is_told_and_its_record_can_still_be_shown(call: Call, inbox: Path, record: Path) -> None:
    call("read", inbox, "--record", record)
    folder = record.parent
    if os.geteuid() == 0:
        pytest.skip("the administrator may write everywhere")
    folder.chmod(0o555)
    try:
        (inbox / "b.txt").write_text("Another text.")
        called = call("read", inbox, "--record", record)
        assert called.status == 1
        assert "cannot be" in called.err
        assert call("reports", "--record", record).status == 0
    finally:
        folder.chmod(0o755)


SLOW_RUN = """
    import sys, time
    from goodoffices.cli import main, running
    from samples import ScriptedReader

    class Slow(ScriptedReader):
        def read(self, article):
            time.sleep(0.02)
            return super().read(article)

    running.open_reader = lambda _: Slow()
    sys.argv = ["goodoffices", "read", *sys.argv[1:]]
    main.run()
"""


def start(arguments: list[str], **more: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(SLOW_RUN), *arguments]
    return subprocess.Popen(command, cwd=ROOT / "tests", stderr=subprocess.PIPE, text=True, **more)  # type: ignore[call-overload,no-any-return]


def kept_at_once(record: Path) -> list[str]:
    """Return what is kept so far; nothing where the record is still being made."""
    try:
        return docs(record)
    except RecordError:
        return []


def many(path: Path, number: int, text: str = TEXT) -> Path:
    path.write_text("".join(json.dumps({"id": f"b{at}", "text": f"{text} {at}"}) + "\n" for at in range(number)))
    return path


def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(record: Path, tmp_path: Path) -> None:
    many(tmp_path / "many.jsonl", 1000)
    run = start([str(tmp_path / "many.jsonl"), "--record", str(record)])
    while not record.exists() or "b0" not in kept_at_once(record):
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "stopping after what is being read" in err
    assert "The same command goes on from there" in err
    assert "Traceback" not in err
    kept = len(docs(record))
    assert 0 < kept < 1000
    with Record.open(record) as opened:
        assert opened._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert not opened.view().is_behind()


def test_a_full_disk_is_told_and_the_record_is_whole(record: Path, tmp_path: Path) -> None:
    many(tmp_path / "many.jsonl", 200, TEXT * 200)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 * 2**20, 2 * 2**20))

    run = start([str(tmp_path / "many.jsonl"), "--record", str(record)], preexec_fn=small_disk)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert str(record) in err
    assert "disk" in err
    assert "Traceback" not in err
    with Record.open(record) as opened:
        assert opened._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert opened.view().counts().articles % 50 == 0
