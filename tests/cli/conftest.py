"""Calls the command line as a user does, in this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from goodoffices.cli.main import run


@dataclass(frozen=True)
class Called:
    """What a call left behind."""

    status: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a function that calls `goodoffices` with these arguments."""

    def called(*arguments: object) -> Called:
        monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            run()
        captured = capsys.readouterr()
        return Called(status=int(left.value.code or 0), out=captured.out, err=captured.err)

    return called
