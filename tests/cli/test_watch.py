"""`goodoffices watch` and `goodoffices reread`, as a user calls them."""

import json
from pathlib import Path

import pytest

from cli.conftest import Call
from goodoffices.record.store import Record

STORY = "Oman offered on Monday to host talks between Armenia and Azerbaijan, its foreign minister said in Muscat."


def test_a_watched_folder_says_what_is_new_round_after_round(call: Call, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text(STORY)
    first = call("watch", inbox, "--record", tmp_path / "r.db", "--rounds", 1)
    assert (first.status, first.out) == (0, "no date  a\n")
    more = {"text": f"{STORY} More.", "title": "Muscat", "published": "2024-05-10"}
    (inbox / "b.json").write_text(json.dumps(more))
    second = call("watch", inbox, "--record", tmp_path / "r.db", "--rounds", 2, "--every", 0)
    assert second.out == "2024-05-10  Muscat\n"
    (inbox / "a.txt").write_text(STORY + " He said so twice.")
    assert "(corrected)" in call("watch", inbox, "--record", tmp_path / "r.db", "--rounds", 1).out


def test_addresses_of_this_machine_are_not_watched(call: Call, tmp_path: Path) -> None:
    called = call("watch", "http://127.0.0.1:9/feed", "--record", tmp_path / "r.db", "--rounds", 1)
    assert called.status == 0
    assert "private network" in called.err


def test_reread_reads_with_the_present_lexicons_what_others_read(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    record = tmp_path / "r.db"
    monkeypatch.setattr("goodoffices.cli.running.fingerprint", lambda _: "earlier")
    call("read", tmp_path / "a.txt", "--record", record)
    monkeypatch.undo()
    (tmp_path / "a.txt").unlink()
    assert "1 article(s) read" in call("reread", "--record", record).err
    assert "0 article(s) read" in call("reread", "--record", record).err
    with Record.open(record) as opened:
        assert [head.version for head in opened.view().heads()] == [1]
