"""Keeps what came in as it came, under its own digest: it can be read anew, and nobody can change it unseen."""

import gzip
import hashlib
import os
import tempfile
import zlib
from pathlib import Path

from goodoffices.errors import VaultError

_READABLE_BY_ALL = 0o644
_HALF = ".part-"
_SURELY_LEFT_SECONDS = 3600.0


class Vault:
    """A folder of captures, each in a compressed file named by the SHA-256 of what is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep data, and return their digest. What is kept already is not kept twice.

        A file is there whole or not at all, also after the machine lost its power.

        Raises:
            VaultError: The folder cannot be written to.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(path, gzip.compress(data, mtime=0))
        except OSError as error:
            raise VaultError(f"cannot be kept: {error.strerror or error}", subject=str(path)) from error
        return digest

    def sweep(self, now: float) -> None:
        """Take away what processes left half written that were killed over an hour before `now`, in seconds since 1970.

        Raises:
            VaultError: The folder cannot be written to.
        """
        for left in self.folder.glob(f"*/{_HALF}*"):
            try:
                if left.stat().st_mtime < now - _SURELY_LEFT_SECONDS:
                    left.unlink(missing_ok=True)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise VaultError(f"cannot be taken away: {error.strerror or error}", subject=str(left)) from error

    def get(self, digest: str) -> bytes:
        """Return what is kept under a digest.

        Raises:
            VaultError: Nothing is, or it is not what was put there.
        """
        path = self._path(digest)
        try:
            data = gzip.decompress(path.read_bytes())
        except FileNotFoundError as error:
            raise VaultError("nothing is kept under this digest", subject=str(path)) from error
        except (OSError, EOFError, zlib.error) as error:
            raise VaultError(f"cannot be read: {error}", subject=str(path)) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise VaultError("what is kept here is not what was put here", subject=str(path))
        return data

    def _path(self, digest: str) -> Path:
        if not (digest.isalnum() and digest.isascii()):
            raise VaultError("this is no digest", subject=digest)
        return self.folder / digest[:2] / f"{digest}.gz"


def vault_of(record: Path) -> Path:
    """Return the folder in which a record's captures are kept: beside it, under its name."""
    return record.with_name(f"{record.name}.vault")


def _write_whole(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_HALF)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(_READABLE_BY_ALL)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
