"""Settings from the environment: the only module that looks at it. Options on the command line stand above them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import SettingsError

_MOST_WORKERS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can set once for all calls."""

    # GOODOFFICES_RECORD: the record's file.
    record: Path = Path("goodoffices.db")
    # GOODOFFICES_DOSSIER: the name of the process's dossier; None lets the reader do without or choose.
    dossier: str | None = None
    # GOODOFFICES_WORKERS: how many processes read.
    workers: int = 1
    # GOODOFFICES_REVIEWER: the name under which a person judges; None where none is set.
    reviewer: str | None = None
    # GOODOFFICES_CONTACT: an address for those who run servers that are read; sent with every request.
    contact: str = ""
    # GOODOFFICES_PASSWORD: asked of everyone who looks at the record over a network; empty where none is set.
    password: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings that the environment, or the mapping in its place, gives.

        Raises:
            SettingsError: A value cannot be used.
        """
        given = os.environ if environment is None else environment
        workers = given.get("GOODOFFICES_WORKERS", "") or "1"
        if not workers.isdecimal() or not 1 <= int(workers) <= _MOST_WORKERS:
            raise SettingsError(
                f"{workers!r} is no number of processes",
                subject="GOODOFFICES_WORKERS",
                hint=f"Set 1 to {_MOST_WORKERS}",
            )
        return cls(
            record=Path(given.get("GOODOFFICES_RECORD", "") or "goodoffices.db"),
            dossier=given.get("GOODOFFICES_DOSSIER", "") or None,
            workers=int(workers),
            reviewer=given.get("GOODOFFICES_REVIEWER", "").strip() or None,
            contact=_contact(given.get("GOODOFFICES_CONTACT", "").strip()),
            password=given.get("GOODOFFICES_PASSWORD", ""),
        )


def _contact(text: str) -> str:
    """Return a contact that can stand in the head of a request.

    Raises:
        SettingsError: It cannot.
    """
    if not (text.isascii() and text.isprintable()):
        raise SettingsError("only letters and signs of ASCII can be sent to servers", subject="GOODOFFICES_CONTACT")
    return text


def use_one_thread_per_process() -> None:
    """Keep numeric libraries to one thread, unless the user set another number: several slow each other down.

    Source:
        Reading with two threads of linear algebra on two cores fell to a sixth of the speed with one.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
