"""Puts packages of the npm registry into the wheel: those of `frontend/package-lock.json`, each by its hash.

Nothing of them is kept in the repository. A wheel without them is not built; an installation that only points at this
folder is, and says what is missing: the map then has no base map, and a PDF shows some writings in a plainer font.
"""

import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = ("world-atlas/countries-50m.json", "world-atlas/LICENSE")
FONTS = {"amiri": "arabic", "noto-serif-armenian": "armenian", "noto-serif-georgian": "georgian"}
"""Packages of @fontsource with the writing that is taken of each; the typesetter of PDFs carries all others itself."""

_SECONDS = 120


class FrontEnd(BuildHookInterface):  # type: ignore[type-arg]
    """Fills `goodoffices/web/vendor` and `goodoffices/exports/fonts`, unless they hold what the lock file names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch what is missing.

        Raises:
            RuntimeError: A wheel is to be built, and npm is not there or cannot give what is missing.
        """
        source, vendor = Path(self.root) / "frontend", Path(self.root) / "src/goodoffices/web/vendor"
        lock, held = source / "package-lock.json", vendor / "package-lock.json"
        if held.is_file() and held.read_bytes() == lock.read_bytes():
            return
        problem = _fill(source, vendor, Path(self.root) / "src/goodoffices/exports/fonts")
        if problem and version != "editable":
            raise RuntimeError(problem)
        if problem:
            self.app.display_warning(f"{problem}; the map will have no base map, and PDFs plainer letters")


def _fill(source: Path, vendor: Path, fonts: Path) -> str:
    """Install the packages aside, and take over what is needed; return what stood in the way."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(source / name, folder)
        try:
            subprocess.run([npm, "ci", "--omit=dev", "--silent"], cwd=folder, check=True, timeout=_SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            return f"npm did not give the packages: {error}"
        for name in FILES:
            (vendor / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder) / "node_modules" / name, vendor / name)
        fonts.mkdir(exist_ok=True)
        for family, writing in FONTS.items():
            package = Path(folder) / "node_modules/@fontsource" / family
            packed = (package / "files" / f"{family}-{writing}-400-normal.woff").read_bytes()
            (fonts / f"{family}.ttf").write_bytes(unpacked_font(packed))
            shutil.copy(package / "LICENSE", fonts / f"{family}-LICENSE")
    shutil.copy(source / "package-lock.json", vendor)
    return ""


def unpacked_font(packed: bytes) -> bytes:
    """Return a font of the web (WOFF 1.0) as what it was before it was packed: typesetters take no other.

    Source:
        W3C Recommendation "WOFF File Format 1.0", sections 3 and 4; OpenType 1.9, "Font File".
    """
    signature, kind, _, count = struct.unpack_from(">4s4sIH", packed)
    if signature != b"wOFF":
        raise ValueError("this is no font of the web")
    power = count.bit_length() - 1
    head = struct.pack(">4s4H", kind, count, 16 << power, power, 16 * (count - (1 << power)))
    places, tables = b"", b""
    for number in range(count):
        name, start, length, whole, check = struct.unpack_from(">4s4I", packed, 44 + 20 * number)
        table = packed[start : start + length]
        table = table if length == whole else zlib.decompress(table)
        places += struct.pack(">4s3I", name, check, len(head) + 16 * count + len(tables), whole)
        tables += table + bytes(-whole % 4)
    return head + places + tables
