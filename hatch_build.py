"""Puts the pages' packages of the npm registry into the wheel: those of `frontend/package-lock.json`, each by its hash.

Nothing of them is kept in the repository. A wheel without them is not built; an installation that only points at this
folder is, and says what is missing: the map then has no base map.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = ("world-atlas/countries-50m.json", "world-atlas/LICENSE")
_SECONDS = 120


class FrontEnd(BuildHookInterface):  # type: ignore[type-arg]
    """Fills `goodoffices/web/vendor`, unless it holds already what the lock file names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch what is missing.

        Raises:
            RuntimeError: A wheel is to be built, and npm is not there or cannot give what is missing.
        """
        source, vendor = Path(self.root) / "frontend", Path(self.root) / "src/goodoffices/web/vendor"
        lock, held = source / "package-lock.json", vendor / "package-lock.json"
        if held.is_file() and held.read_bytes() == lock.read_bytes():
            return
        problem = _fill(source, vendor)
        if problem and version != "editable":
            raise RuntimeError(problem)
        if problem:
            self.app.display_warning(f"{problem}; the map will have no base map")


def _fill(source: Path, vendor: Path) -> str:
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
    shutil.copy(source / "package-lock.json", vendor)
    return ""
