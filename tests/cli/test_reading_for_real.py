"""`goodoffices read` with the reader itself, on the bundled reports and beyond the lexicons' languages."""

import json
from pathlib import Path

from cli.conftest import Call
from goodoffices.demo import bundled_reports

CHINESE = "外交部长星期五表示,该国愿意主办双方之间的谈判。他说,如果双方同意,会议将于下个月举行。"


def test_an_article_in_a_language_without_lexicon_is_named_and_kept(call: Call, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text(CHINESE, "utf-8")
    called = call("read", tmp_path / "zh.txt", "--record", tmp_path / "test.db")
    assert called.status == 1
    assert "error: zh:" in called.err
    assert "lexicon" in called.err
    assert call("search", "外交部长*", "--record", tmp_path / "test.db").out


def test_one_process_and_two_give_the_same_bytes(call: Call, tmp_path: Path) -> None:
    printed = []
    for workers in (1, 2):
        record = tmp_path / f"{workers}.db"
        call("read", bundled_reports(), "--record", record, "--workers", workers)
        printed.append([call(what, "--record", record, "--format", "jsonl").out for what in ("reports", "acts")])
        printed[-1].append(call("brief", "--record", record).out)
    assert printed[0] == printed[1]
    assert len(printed[0][0].splitlines()) > 50


def test_every_span_of_every_bundled_report_verifies(call: Call, tmp_path: Path) -> None:
    texts = {}
    for line in bundled_reports().read_text("utf-8").splitlines():
        article = json.loads(line)
        texts[article["id"]] = article["text"]
    call("read", bundled_reports(), "--record", tmp_path / "test.db")
    for line in call("reports", "--record", tmp_path / "test.db", "--format", "jsonl").out.splitlines():
        report = json.loads(line)
        stretches = [report["evidence"], *(span for spans in report["spans"].values() for span in spans)]
        assert all(texts[report["doc"]][s["start"] : s["end"]] == s["text"] != "" for s in stretches)
        filled = {
            f for f in ("actors", "targets", "mediators", "host", "place", "date", "speaker", "issue") if report[f]
        }
        assert filled <= set(report["spans"])


def test_the_demo_shows_a_brief_and_leaves_its_files(call: Call, tmp_path: Path) -> None:
    called = call("demo", "--no-serve", "--folder", tmp_path / "demo")
    assert called.status == 0
    assert called.out.startswith("# Brief: 7 October 2022 – 13 May 2024")
    assert "goodoffices show" in called.err
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {"record.db", "brief.md", "brief.html"}
