"""`--relevant`: only what may be about the process is read, and what is dropped can be looked at."""

import json
from pathlib import Path

from cli.conftest import Call


def test_what_is_dropped_is_listed_with_why(call: Call, tmp_path: Path) -> None:
    texts = {"ours": "Armenia and Azerbaijan agreed to meet.", "other": "Peru and Ecuador agreed to meet."}
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    (tmp_path / "a.jsonl").write_text(lines)
    called = call(
        "read", tmp_path / "a.jsonl", "--record", tmp_path / "r.db", "--dossier", "armenia-azerbaijan", "--relevant",
        "--dropped", tmp_path / "dropped.jsonl",
    )  # fmt: skip
    assert called.status == 0
    assert "1 article(s) read" in called.err
    assert "1 dropped as not about the process" in called.err
    (line,) = (tmp_path / "dropped.jsonl").read_text().splitlines()
    assert json.loads(line) == {"subject": "other", "title": "", "url": "", "why": "names nothing of the process"}


def test_wrong_use_of_the_filter_is_told(call: Call, tmp_path: Path) -> None:
    record = ("--record", tmp_path / "r.db")
    no_dossier = call("read", tmp_path, *record, "--relevant")
    assert (no_dossier.status, "needs a dossier" in no_dossier.err) == (2, True)
    no_filter = call("read", tmp_path, *record, "--dropped", tmp_path / "x")
    assert (no_filter.status, "without --relevant" in no_filter.err) == (2, True)
    no_place = call("read", tmp_path, *record, "--dossier", "armenia-azerbaijan", "--relevant", "--dropped", tmp_path)
    assert (no_place.status, "cannot be written" in no_place.err) == (2, True)
