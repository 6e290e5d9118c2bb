"""What came in is kept as it came."""

import gzip
from pathlib import Path

import pytest

from goodoffices.errors import VaultError
from goodoffices.sources.vault import Vault


def test_what_is_put_comes_back_and_is_there_once(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "v")
    digest = vault.put(b"The envoys met.")
    assert vault.put(b"The envoys met.") == digest
    assert vault.get(digest) == b"The envoys met."
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_was_changed_is_not_given_back(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    digest = vault.put(b"The envoys met.")
    (path,) = tmp_path.rglob("*.gz")
    path.write_bytes(gzip.compress(b"They did not."))
    with pytest.raises(VaultError, match="not what was put"):
        vault.get(digest)
    path.write_bytes(b"rubbish")
    with pytest.raises(VaultError, match="cannot be read"):
        vault.get(digest)


@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", ""])
def test_what_is_not_there_is_said(tmp_path: Path, digest: str) -> None:
    with pytest.raises(VaultError):
        Vault(tmp_path).get(digest)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "v").write_text("a file")
    with pytest.raises(VaultError, match="cannot be kept"):
        Vault(tmp_path / "v").put(b"x")


def test_what_a_killed_process_left_half_written_is_taken_away_in_time(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    digest = vault.put(b"The envoys met.")
    half = tmp_path / digest[:2] / ".part-x"
    half.write_bytes(b"The env")
    vault.sweep(now=half.stat().st_mtime + 60)
    assert half.exists()
    vault.sweep(now=half.stat().st_mtime + 86_400)
    assert not half.exists()
    assert vault.get(digest) == b"The envoys met."
